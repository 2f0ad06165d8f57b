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
from boekbrug.server.workbook.cells import Changes, Place, TabContent, Tick, differing

OWN_NOTE = "Boekbrug: "
"""How a note of ours begins; all others are people's."""

Texts = Mapping[Place, str]
"""New texts of one tab; '' empties the cell."""

Request = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Block:
    """New texts of cells that form a rectangle; `row` and `column` are its first, 1-based."""

    row: int
    column: int
    rows: list[list[str]]


def requests_of(grids: Mapping[str, Grid], changes: Changes) -> list[Request]:
    """Return the requests that write what differs from the tabs as they are, larger grids first.

    Raises:
        KeyError: a tab of the changes is not there.
    """
    requests: list[Request] = []
    for title, texts in _texts_of(grids, changes).items():
        if texts:
            requests += _enlarged(grids[title], texts)
            requests += [_update(grids[title], block, _VALUE) for block in _blocks(texts)]
    for notes in changes.notes:
        grid = grids[notes.tab]
        requests += [_update(grid, block, _NOTE) for block in _blocks(_notes(grid, notes.texts))]
    return requests


def _texts_of(grids: Mapping[str, Grid], changes: Changes) -> Mapping[str, Texts]:
    texts = defaultdict[str, dict[Place, str]](dict)
    for change in changes.rows:
        wanted = {(change.row, column): text for column, text in change.texts.items()}
        texts[change.tab] |= _differing(grids[change.tab], wanted)
    for content in changes.tabs:
        grid = grids[content.tab]
        texts[content.tab] |= _differing(grid, _whole(grid, content))
    return texts


def _differing(grid: Grid, texts: Texts) -> Texts:
    """Return the texts that do not stand there yet, as cells hold them; a formula stays."""
    cleaned = {
        place: text if isinstance(text, Tick) else clean_text(text) for place, text in texts.items()
    }
    found = differing(grid.tab, cleaned)
    return {place: text for place, text in found.items() if place not in grid.formulas}


def _whole(grid: Grid, content: TabContent) -> Texts:
    """Return the content, and '' for every other cell that holds something."""
    standing = {
        (row, column): ""
        for column, cells in enumerate(grid.tab.columns, start=1)
        for row, cell in enumerate(cells, start=1)
        if cell is not None
    }
    return standing | {
        (row, column): text
        for row, texts in enumerate(content.rows, start=1)
        for column, text in enumerate(texts, start=1)
    }


def _notes(grid: Grid, texts: Texts) -> Texts:
    """Return the notes to write, and '' for those of ours that no text asks for; people's stay."""
    wanted = {place: OWN_NOTE + clean_text(text) for place, text in texts.items()}
    ours = {place: note for place, note in grid.notes.items() if note.startswith(OWN_NOTE)}
    peoples = grid.notes.keys() - ours.keys()
    return dict.fromkeys(ours.keys() - wanted.keys(), "") | {
        place: note
        for place, note in wanted.items()
        if place not in peoples and ours.get(place) != note
    }


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


_VALUE, _NOTE = "userEnteredValue", "note"


def _update(grid: Grid, block: _Block, field: str) -> Request:
    start = {"sheetId": grid.sheet_id, "rowIndex": block.row - 1, "columnIndex": block.column - 1}
    rows = [{"values": _cells(run, field)} for run in block.rows]
    return {"updateCells": {"start": start, "rows": rows, "fields": field}}


def _cells(run: Sequence[str], field: str) -> list[dict[str, Any]]:
    """Return the CellData of texts; one without the field empties it."""
    if field == _NOTE:
        return [{_NOTE: text} if text else {} for text in run]
    return [{_VALUE: _extended(text)} if text else {} for text in run]


def _extended(text: str) -> dict[str, Any]:
    return {"boolValue": True} if isinstance(text, Tick) else {"stringValue": text}
