"""Tabs as they are at the moment of a write: values, formulas, notes and sizes, in one answer.

Only `spreadsheets.get` tells a formula and its result in the same answer; its size is why whole
reads go by `values.batchGet` instead.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from boekbrug.adapters.google.values import ERROR_CODES, columns_of, moment, plain, tab_of
from boekbrug.server.workbook.cells import Cell, CellError, Place, Tab
from boekbrug.server.workbook.shape import Area, Shape, Span, areas_of, spans_of

GRID_FIELDS = (
    "properties(title),"
    "sheets("
    "properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),"
    "merges,"
    "data(rowMetadata(hiddenByUser),columnMetadata(hiddenByUser),"
    "rowData(values(userEnteredValue(formulaValue),effectiveValue,"
    "effectiveFormat(numberFormat(type)),note)))"
    ")"
)
"""What to ask `spreadsheets.get` for."""

_DATE_TYPES = frozenset({"DATE", "TIME", "DATE_TIME"})
_CELL_FIELDS = frozenset({"userEnteredValue", "effectiveValue", "effectiveFormat", "note"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One tab now. `formulas` are the cells that hold one, `notes` what notes say."""

    sheet_id: int
    row_count: int
    column_count: int
    tab: Tab
    formulas: frozenset[Place]
    notes: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """A cell of which more is to be told than its value."""

    value: Cell
    is_formula: bool
    note: str


def grids_of(answer: bytes) -> tuple[str, Mapping[str, Grid]]:
    """Return what a sheet is called, and its tabs by their titles; charts have no cells."""
    # Each cell becomes a value while the text is parsed: as objects they would fill the memory.
    told = json.loads(answer, object_hook=_without_wrapping)
    tabs = [one for one in told["sheets"] if one["properties"]["sheetType"] == "GRID"]
    return told["properties"]["title"], {one["properties"]["title"]: _grid(one) for one in tabs}


def _grid(sheet: Mapping[str, Any]) -> Grid:
    properties = sheet["properties"]
    [data] = sheet.get("data") or [{}]
    rows = [row.get("values", []) for row in data.get("rowData", [])]
    told = {
        (row, column): cell
        for row, cells in enumerate(rows, start=1)
        for column, cell in enumerate(cells, start=1)
        if isinstance(cell, _Told)
    }
    formulas = frozenset(place for place, cell in told.items() if cell.is_formula)
    columns = columns_of([[_plain(cell) for cell in row] for row in rows])
    shape = Shape(
        hidden_rows=_hidden(data.get("rowMetadata", [])),
        hidden_columns=_hidden(data.get("columnMetadata", [])),
        merges=merges_of(sheet),
        formulas=areas_of(formulas),
    )
    return Grid(
        sheet_id=properties.get("sheetId", 0),
        row_count=properties["gridProperties"]["rowCount"],
        column_count=properties["gridProperties"]["columnCount"],
        tab=replace(tab_of(properties["title"], columns), shape=shape),
        formulas=formulas,
        notes={place: cell.note for place, cell in told.items() if cell.note},
    )


def merges_of(sheet: Mapping[str, Any]) -> tuple[Area, ...]:
    """Return the areas of a tab of which one cell was made."""
    return tuple(map(_area, sheet.get("merges", [])))


def _hidden(metadata: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Return the rows or columns that somebody hid; a filter hides in another way."""
    return spans_of(at for at, one in enumerate(metadata, start=1) if one.get("hiddenByUser"))


def _area(merge: Mapping[str, int]) -> Area:
    """Return a range of Google, which counts from 0 to before its end."""
    top, left = merge.get("startRowIndex", 0) + 1, merge.get("startColumnIndex", 0) + 1
    return top, left, merge["endRowIndex"], merge["endColumnIndex"]


def _without_wrapping(value: dict[str, Any]) -> Any:
    """Return a CellData as its value; anything else as it is."""
    if _CELL_FIELDS.isdisjoint(value):
        return value
    kind = value.get("effectiveFormat", {}).get("numberFormat", {}).get("type", "")
    shown = _value(value.get("effectiveValue", {}), is_date=kind in _DATE_TYPES)
    is_formula, note = bool(value.get("userEnteredValue")), value.get("note", "")
    return _Told(shown, is_formula, note) if is_formula or note else shown


def _value(value: Mapping[str, Any], *, is_date: bool) -> Cell:
    if "errorValue" in value:
        return CellError(ERROR_CODES.get(value["errorValue"].get("type", ""), "#ERROR!"))
    if is_date and "numberValue" in value:
        return moment(value["numberValue"])
    return plain(next(iter(value.values()), None))


def _plain(cell: Any) -> Cell:
    if isinstance(cell, _Told):
        return cell.value
    return None if cell == {} else cell  # a cell of which nothing was to be told
