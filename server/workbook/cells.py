"""A workbook as cells: what an adapter hands over, and what it is asked to write back.

No room above knows whether the cells came from an .xlsx file or from elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boekbrug.server.wording.said import Said, said
from boekbrug.server.workbook.shape import NO_SHAPE, Shape

_REPAIR = said("shows an error")


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose value cannot be told, such as one that shows #REF!; `cure` says what to do."""

    code: str
    cure: Said = _REPAIR


Cell = str | int | float | bool | date | datetime | CellError | None
"""One cell's value; None when empty. A date without a time is a `date`, never a number."""

Place = tuple[int, int]
"""Row and column of a cell; both count from 1."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab, column by column: `columns[c][r]` is row r + 1; all columns are equally long."""

    title: str
    columns: tuple[Sequence[Cell], ...]
    shape: Shape = NO_SHAPE

    @property
    def row_count(self) -> int:
        """The number of rows, empty ones between included."""
        return len(self.columns[0]) if self.columns else 0


@dataclass(frozen=True, slots=True)
class Cells:
    """All tabs as read in one go.

    `locale` says how numbers and dates are written in the workbook, as "nl_BE"; '' where that is
    not known, or no text of it has two readings.
    """

    tabs: tuple[Tab, ...]
    locale: str = ""


class Tick(str):
    """A text that ticks the cell, where a sheet has cells to tick."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """New texts for the server's cells of one row, by column; both count from 1, '' empties.

    The one cell of people among them is Hold, ticked when they ask for it.
    """

    tab: str
    row: int
    texts: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class TabContent:
    """The whole new content of a tab that the server owns, row by row from A1, as texts."""

    tab: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TabNotes:
    """All notes that the server has in a tab of people."""

    tab: str
    texts: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that one run writes into a workbook; an adapter writes all of it or nothing.

    `is_in_doubt` says that the shape of its tabs makes cells read otherwise than people see them:
    the next read has to tell the shape too.
    """

    rows: tuple[RowChange, ...] = ()
    tabs: tuple[TabContent, ...] = ()
    notes: tuple[TabNotes, ...] = ()
    is_in_doubt: bool = False


def differing(tab: Tab, texts: Mapping[Place, str]) -> dict[Place, str]:
    """Return the texts that do not stand there yet; '' is an empty cell, a number no text.

    >>> differing(Tab("Lines", (["12", 12, None],)), {(1, 1): "12", (2, 1): "12", (3, 1): ""})
    {(2, 1): '12'}
    """
    width, height = len(tab.columns), tab.row_count
    found = {}
    for (row, column), text in texts.items():
        cell = tab.columns[column - 1][row - 1] if column <= width and row <= height else None
        if cell != text if isinstance(cell, str) else cell is not None or text:
            found[row, column] = text
    return found


def text_of(cell: Cell) -> str:
    """Return a cell as the text by which a row is found again.

    >>> text_of(100001.0), text_of(True), text_of(None), text_of(date(2026, 3, 1))
    ('100001', 'TRUE', '', '2026-03-01')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, CellError):
        return cell.code
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
