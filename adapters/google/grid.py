"""Tabs as they are at the moment of a write: values, formulas and sizes, in one answer.

Only `spreadsheets.get` tells a formula and its result in the same answer; its size is why whole
reads go by `values.batchGet` instead.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from boekbrug.adapters.google.values import ERROR_CODES, columns_of, moment, plain, tab_of
from boekbrug.server.workbook.cells import Cell, CellError, Tab

GRID_FIELDS = (
    "sheets("
    "properties(sheetId,title,gridProperties(rowCount,columnCount)),"
    "data(rowData(values(userEnteredValue(formulaValue),effectiveValue,"
    "effectiveFormat(numberFormat(type)))))"
    ")"
)
"""What to ask `spreadsheets.get` for."""

_DATE_TYPES = frozenset({"DATE", "TIME", "DATE_TIME"})
_CELL_FIELDS = frozenset({"userEnteredValue", "effectiveValue", "effectiveFormat"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One tab now. `formulas` are the cells that hold one, as (row, column), 1-based."""

    sheet_id: int
    row_count: int
    column_count: int
    tab: Tab
    formulas: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Formula:
    """A cell with a formula, and its result."""

    result: Cell


def grids_of(answer: bytes) -> Mapping[str, Grid]:
    """Return the tabs of an answer by their titles."""
    # Each cell becomes a value while the text is parsed: as objects they would fill the memory.
    sheets = json.loads(answer, object_hook=_without_wrapping).get("sheets", [])
    return {sheet["properties"]["title"]: _grid(sheet) for sheet in sheets}


def _grid(sheet: Mapping[str, Any]) -> Grid:
    properties = sheet["properties"]
    [data] = sheet.get("data") or [{}]
    rows = [row.get("values", []) for row in data.get("rowData", [])]
    formulas = frozenset(
        (row, column)
        for row, cells in enumerate(rows, start=1)
        for column, cell in enumerate(cells, start=1)
        if isinstance(cell, _Formula)
    )
    return Grid(
        sheet_id=properties.get("sheetId", 0),
        row_count=properties["gridProperties"]["rowCount"],
        column_count=properties["gridProperties"]["columnCount"],
        tab=tab_of(
            properties["title"], columns_of([[_result(cell) for cell in row] for row in rows])
        ),
        formulas=formulas,
    )


def _without_wrapping(value: dict[str, Any]) -> Any:
    """Return a CellData as its value; anything else as it is."""
    if _CELL_FIELDS.isdisjoint(value):
        return value
    kind = value.get("effectiveFormat", {}).get("numberFormat", {}).get("type", "")
    result = _value(value.get("effectiveValue", {}), is_date=kind in _DATE_TYPES)
    return _Formula(result) if value.get("userEnteredValue") else result


def _value(value: Mapping[str, Any], *, is_date: bool) -> Cell:
    if "errorValue" in value:
        return CellError(ERROR_CODES.get(value["errorValue"].get("type", ""), "#ERROR!"))
    if is_date and "numberValue" in value:
        return moment(value["numberValue"])
    return plain(next(iter(value.values()), None))


def _result(cell: Any) -> Cell:
    if isinstance(cell, _Formula):
        return cell.result
    return None if cell == {} else cell  # a cell of which nothing was to be told
