"""One thing that happened to a sheet, and the rows of which nothing is said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from boekbrug.server.bookkeeping.problems import Problem, Severity, coded
from boekbrug.server.cell_values import read_yes_no
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.columns import is_blank
from boekbrug.server.workbook.layout import FoundTab
from boekbrug.server.workbook.suppliers import is_supplier


@dataclass(frozen=True, slots=True)
class CellDamage:
    """What is wrong with a value: the code of the problem and what fills its gaps."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


EVERY_COLUMN = ""
"""In place of a header: all of the row."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, and the headers in whose cells of the same rows it causes others.

    The headers are as the sheet writes them; without any, the problem is the cause of no other.
    """

    problem: Problem
    columns: tuple[str, ...] = ()

    def cells(self) -> Iterator[tuple[str, int, str]]:
        """Yield the cells whose other problems come of this one: tab, row, header."""
        for row in self.problem.rows:
            for column in self.columns:
                yield self.problem.tab, row, column


def finding(
    tab: FoundTab, header: str, rows: Iterable[int], code: str, **values: object
) -> Finding:
    """Return the error of that kind in a column (English header), the cause of what else is there.

    `values` fill the gaps of its words.
    """
    column = tab.header(header)
    return Finding(_problem(tab, column, rows, code, Severity.ERROR, values), (column,))


def remark(tab: FoundTab, header: str, rows: Iterable[int], code: str, **values: object) -> Finding:
    """Return the warning of that kind, at a column (English header) or '' for the whole row."""
    column = tab.header(header) if header else ""
    return Finding(_problem(tab, column, rows, code, Severity.WARNING, values))


def _problem(  # noqa: PLR0917 - a problem in all its parts
    tab: FoundTab,
    column: str,
    rows: Iterable[int],
    code: str,
    severity: Severity,
    values: Mapping[str, object],
) -> Problem:
    return coded(
        code,
        tab=tab.title,
        rows=tuple(rows),
        column=column,
        severity=severity,
        behind=None,
        **values,
    )


def below(tab: FoundTab, header: str) -> Sequence[Cell]:
    """Return the cells of a column (English header) below the headers; none without it."""
    if tab.header_row is None or header not in tab.columns:
        return ()
    return tab.tab.columns[tab.columns[header]][tab.header_row :]


def first_row(tab: FoundTab) -> int:
    """Return the number of the first row below the headers."""
    return (tab.header_row or 0) + 1


def is_held(tab: FoundTab, row: int) -> bool:
    """Whether nothing of the row is checked: somebody ticked Hold, or its kind is supplier."""
    if read_yes_no(tab.cell("Hold", row)) is True:
        return True
    return tab.name == "Customers" and is_supplier(tab, row)


def is_left_alone(tab: FoundTab, row: int) -> bool:
    """Whether nothing of a row is checked: it is on hold, or counts as empty."""
    if is_held(tab, row):
        return True
    return tab.name == "Invoices" and all(
        is_blank(tab.cell(header, row)) for header in ("Number", "Date")
    )
