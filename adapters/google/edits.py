"""What a write changes, and the one `spreadsheets.batchUpdate` that does it.

Texts are written as `stringValue`, which Google never parses: no date, number or formula comes
of them (Google's reference of ExtendedValue).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from boekbrug.adapters.google.grid import Grid
from boekbrug.adapters.google.values import clean_text
from boekbrug.server.workbook.cells import Changes, RowChange, TabContent
from boekbrug.server.workbook.placement import PlacedChange, place, reads

Texts = Mapping[tuple[int, int], str]
"""New texts of one tab by (row, column), 1-based; '' empties the cell."""

Request = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edits:
    """The new texts by tab, and the changes whose row was not found any more."""

    texts: Mapping[str, Texts]
    unplaced: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """New texts of cells that form a rectangle; `row` and `column` are its first, 1-based."""

    row: int
    column: int
    rows: list[list[str]]


def edits_of(grids: Mapping[str, Grid], changes: Changes) -> Edits:
    """Return what differs from the tabs as they are now; formulas stay.

    A change is unplaced when its row is not there any more, or when each of its texts that
    differs would have to overwrite a formula.
    """
    texts: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    by_tab: defaultdict[str, list[RowChange]] = defaultdict(list)
    for change in changes.rows:
        by_tab[change.tab].append(change)
    unplaced = []
    for title, of_tab in by_tab.items():
        grid = grids[title]
        for placed in place(grid.tab, of_tab, rows_moved=True, clean=clean_text):
            free = _without_formulas(grid, placed.texts or {})
            texts[title] |= free
            if _found_no_place(placed, free):
                unplaced.append(placed.change)
    for content in changes.tabs:
        texts[content.tab] |= _whole(grids[content.tab], content)
    return Edits(texts, tuple(unplaced))


def requests_of(grids: Mapping[str, Grid], edits: Edits) -> list[Request]:
    """Return the requests that write all texts, larger grids first."""
    requests: list[Request] = []
    for title, texts in edits.texts.items():
        if texts:
            requests += _enlarged(grids[title], texts)
            requests += [_update(grids[title].sheet_id, block) for block in _blocks(texts)]
    return requests


def _without_formulas(grid: Grid, texts: Texts) -> dict[tuple[int, int], str]:
    return {place: text for place, text in texts.items() if place not in grid.formulas}


def _found_no_place(placed: PlacedChange, free: Texts) -> bool:
    return placed.texts is None or (bool(placed.texts) and not free)


def _whole(grid: Grid, content: TabContent) -> Texts:
    """Return the content where it differs, and '' for every other cell that holds something."""
    columns = grid.tab.columns
    standing = {
        (row, column): cell
        for column, cells in enumerate(columns, start=1)
        for row, cell in enumerate(cells, start=1)
        if cell is not None
    }
    wanted = dict.fromkeys(standing, "") | {
        (row, column): clean_text(text)
        for row, texts in enumerate(content.rows, start=1)
        for column, text in enumerate(texts, start=1)
    }
    differing = {
        place: text for place, text in wanted.items() if not reads(standing.get(place), text)
    }
    return _without_formulas(grid, differing)


def _enlarged(grid: Grid, texts: Texts) -> Iterator[Request]:
    """Yield what adds rows and columns; rows that people added meanwhile stay."""
    rows, columns = zip(*texts, strict=True)
    for dimension, needed, there in (
        ("ROWS", max(rows), grid.row_count),
        ("COLUMNS", max(columns), grid.column_count),
    ):
        if needed > there:
            yield {
                "appendDimension": {
                    "sheetId": grid.sheet_id,
                    "dimension": dimension,
                    "length": needed - there,
                }
            }


def _blocks(texts: Texts) -> list[_Block]:
    """Return the cells as few rectangles: runs of columns, joined with the same run above."""
    growing: dict[tuple[int, int], _Block] = {}
    blocks = []
    for row, column, run in _runs(texts):
        block = growing.get((column, len(run)))
        if block is None or block.row + len(block.rows) != row:
            block = _Block(row, column, [])
            growing[column, len(run)] = block
            blocks.append(block)
        block.rows.append(run)
    return blocks


def _runs(texts: Texts) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the cells that stand side by side: their row, first column and texts."""
    run: list[str] = []
    first = (0, 0)
    for row, column in sorted(texts):
        if run and (row, column) != (first[0], first[1] + len(run)):
            yield *first, run
            run = []
        if not run:
            first = row, column
        run.append(texts[row, column])
    if run:
        yield *first, run


def _update(sheet_id: int, block: _Block) -> Request:
    start = {"sheetId": sheet_id, "rowIndex": block.row - 1, "columnIndex": block.column - 1}
    rows = [{"values": _cells(run)} for run in block.rows]
    return {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}


def _cells(run: Sequence[str]) -> list[dict[str, Any]]:
    """Return the CellData of texts; one without a value empties its cell."""
    return [{"userEnteredValue": {"stringValue": text}} if text else {} for text in run]
