"""Where changes go: from header texts and keys to rows and columns of a tab as it is now."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from boekbrug.server.workbook.cells import Cell, RowChange, Tab, text_of

HEADER_ROWS_MAX = 10


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """A change and the texts that differ from what stands there, by (row, column), 1-based.

    `texts` is None when the change's row is not there any more.
    """

    change: RowChange
    texts: Mapping[tuple[int, int], str] | None


def place(
    tab: Tab,
    changes: Iterable[RowChange],
    *,
    rows_moved: bool,
    clean: Callable[[str], str],
) -> list[PlacedChange]:
    """Return where each change goes.

    Args:
        tab: the tab as it is now.
        changes: the changes of this tab.
        rows_moved: whether the tab may be another than the one that the changes were made from;
            if not, the row of a change is taken as it stands.
        clean: returns a text as a cell of this workbook can hold it.
    """
    finders: dict[tuple[frozenset[str], frozenset[str]], _Finder] = {}
    placed = []
    for change in changes:
        headers = frozenset(change.key), frozenset(change.values)
        if headers not in finders:
            finders[headers] = _Finder(tab, *headers)
        finder = finders[headers]
        row = finder.row_of(change, rows_moved=rows_moved)
        values = {header: clean(value) for header, value in change.values.items()}
        texts = None if row is None else _differing(tab, row, finder.columns, values)
        placed.append(PlacedChange(change, texts))
    return placed


def reads(cell: Cell, text: str) -> bool:
    """Whether the cell holds this very text already; '' is an empty cell, a number no text."""
    return cell == text if isinstance(cell, str) else cell is None and not text


class _Finder:
    """Finds rows of one tab by the cells under the same key headers."""

    def __init__(self, tab: Tab, keys: frozenset[str], values: frozenset[str]) -> None:
        self._tab = tab
        self._keys = tuple(sorted(keys))
        self._header_row, self.columns = _header_row(tab, keys, values)

    def row_of(self, change: RowChange, *, rows_moved: bool) -> int | None:
        """Return the change's row, or the only other row that reads as its key; else None."""
        if not self._header_row:
            return None
        wanted = tuple(change.key[header] for header in self._keys)
        if not rows_moved or self._key_at(change.row) == wanted:
            return change.row
        rows = self._rows_by_key.get(wanted, [])
        return rows[0] if len(rows) == 1 else None

    def _key_at(self, row: int) -> tuple[str, ...]:
        return tuple(text_of(_cell(self._tab, row, self.columns[header])) for header in self._keys)

    @cached_property
    def _rows_by_key(self) -> Mapping[tuple[str, ...], list[int]]:
        rows: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for row in range(self._header_row + 1, self._tab.row_count + 1):
            rows[self._key_at(row)].append(row)
        return rows


def _header_row(
    tab: Tab, keys: frozenset[str], values: frozenset[str]
) -> tuple[int, Mapping[str, int]]:
    """Find the row that has all keys and the most values, and the first column of each text.

    Returns:
        The row among the first ten, 0 when none has all keys, and the columns by header text.
    """
    best: tuple[int, Mapping[str, int]] = (0, {})
    for row in range(1, min(tab.row_count, HEADER_ROWS_MAX) + 1):
        columns: dict[str, int] = {}
        for column in range(1, len(tab.columns) + 1):
            columns.setdefault(text_of(_cell(tab, row, column)), column)
        better = not best[0] or len(columns.keys() & values) > len(best[1].keys() & values)
        if columns.keys() >= keys and better:
            best = row, columns
    return best


def _differing(
    tab: Tab, row: int, columns: Mapping[str, int], values: Mapping[str, str]
) -> dict[tuple[int, int], str]:
    texts = {}
    for header, text in values.items():
        column = columns.get(header)
        if column is not None and not reads(_cell(tab, row, column), text):
            texts[row, column] = text
    return texts


def _cell(tab: Tab, row: int, column: int) -> Cell:
    return tab.columns[column - 1][row - 1] if row <= tab.row_count else None
