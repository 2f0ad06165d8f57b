"""The requests of `spreadsheets.batchUpdate` that set-up is made of; rows and columns from 0."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.first_sheet import ColumnKind

Json = dict[str, Any]

FORMATS: Mapping[ColumnKind, Json] = {
    ColumnKind.TEXT: {"type": "TEXT", "pattern": "@"},
    ColumnKind.DATE: {"type": "DATE", "pattern": "yyyy-mm-dd"},
    ColumnKind.MONEY: {"type": "NUMBER", "pattern": "#,##0.00"},
}
AS_GOOD: Mapping[ColumnKind, frozenset[str]] = {
    ColumnKind.TEXT: frozenset({"TEXT"}),
    ColumnKind.DATE: frozenset({"DATE"}),
    ColumnKind.MONEY: frozenset({"NUMBER", "CURRENCY"}),
}
"""Types of format that people may have chosen instead."""

PIXELS_A_CHARACTER = 7
PADDING_PIXELS = 12
_RED = {"red": 0.612, "green": 0.0, "blue": 0.024}
_PINK = {"red": 1.0, "green": 0.78, "blue": 0.808}
_GREY = {"red": 0.722, "green": 0.745, "blue": 0.769}


def area(
    sheet_id: int, *, row: int = 0, rows: int | None = None, column: int, columns: int = 1
) -> Json:
    """Return a GridRange; without `rows` it reaches to the end of the tab."""
    ends = {} if rows is None else {"endRowIndex": row + rows}
    return {
        "sheetId": sheet_id,
        "startRowIndex": row,
        **ends,
        "startColumnIndex": column,
        "endColumnIndex": column + columns,
    }


def add_tab(sheet_id: int, title: str, size: tuple[int, int], *, is_servers: bool) -> Json:
    """Add a tab of that many rows and columns; Start comes first, the others last."""
    rows, columns = size
    properties: Json = {
        "sheetId": sheet_id,
        "title": title,
        "gridProperties": {"rowCount": rows, "columnCount": columns},
    }
    if title == "Start":
        properties["index"] = 0
    if is_servers:
        properties["tabColorStyle"] = {"rgbColor": _GREY}
    return {"addSheet": {"properties": properties}}


def insert_columns(sheet_id: int, column: int, count: int) -> Json:
    """Insert columns before one; they look like their neighbours until they are dressed."""
    span = _span(sheet_id, "COLUMNS", column, count)
    return {"insertDimension": {"range": span, "inheritFromBefore": False}}


def append(sheet_id: int, dimension: str, count: int) -> Json:
    """Add rows or columns at the end of the grid."""
    return {"appendDimension": {"sheetId": sheet_id, "dimension": dimension, "length": count}}


def freeze(sheet_id: int, rows: int) -> Json:
    """Keep the first rows in sight; never columns, which eat the width of a phone."""
    properties = {"sheetId": sheet_id, "gridProperties": {"frozenRowCount": rows}}
    fields = "gridProperties.frozenRowCount"
    return {"updateSheetProperties": {"properties": properties, "fields": fields}}


def write(sheet_id: int, row: int, column: int, rows: Iterable[Sequence[Cell]]) -> Json:
    """Write values from a cell on; texts stay texts, whatever they look like."""
    data = [{"values": [_data(value) for value in values]} for values in rows]
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    return {"updateCells": {"start": start, "rows": data, "fields": "userEnteredValue"}}


def explain(sheet_id: int, row: int, column: int, note: str) -> Json:
    """Put a note on a cell."""
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    rows = [{"values": [{"note": note}]}]
    return {"updateCells": {"start": start, "rows": rows, "fields": "note"}}


def show_as(where: Json, kind: ColumnKind) -> Json:
    """Show cells as their kind of column is shown; a kind without a format has none."""
    shown = {"numberFormat": FORMATS[kind]} if kind in FORMATS else {}
    return {
        "repeatCell": {
            "range": where,
            "cell": {"userEnteredFormat": shown},
            "fields": "userEnteredFormat.numberFormat",
        }
    }


def one_of(choices: Iterable[str]) -> Json:
    """Return the condition of a list."""
    return {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": one} for one in choices]}


def offer(where: Json, choices: Sequence[str]) -> Json:
    """Offer a list, or none; another text is marked and not refused."""
    if not choices:
        return {"setDataValidation": {"range": where}}
    rule = {"condition": one_of(choices), "showCustomUi": True, "strict": False}
    return {"setDataValidation": {"range": where, "rule": rule}}


def redden(where: Json) -> Json:
    """Turn cells red in which something stands."""
    rule = {
        "condition": {"type": "NOT_BLANK"},
        "format": {
            "textFormat": {"foregroundColorStyle": {"rgbColor": _RED}},
            "backgroundColorStyle": {"rgbColor": _PINK},
        },
    }
    return {"addConditionalFormatRule": {"rule": {"ranges": [where], "booleanRule": rule}}}


def protect(where: Json, why: str) -> Json:
    """Warn whoever types there; a strict protection would forbid to sort and to delete rows."""
    protected = {
        "range": where,
        "description": why,
        "warningOnly": True,
    }
    return {"addProtectedRange": {"protectedRange": protected}}


def widen(sheet_id: int, column: int, characters: int) -> Json:
    """Make a column wide enough for that many characters."""
    pixels = characters * PIXELS_A_CHARACTER + PADDING_PIXELS
    return {
        "updateDimensionProperties": {
            "range": _span(sheet_id, "COLUMNS", column, 1),
            "properties": {"pixelSize": pixels},
            "fields": "pixelSize",
        }
    }


def fold(sheet_id: int, row: int, count: int) -> list[Json]:
    """Group rows and hide them."""
    span = _span(sheet_id, "ROWS", row, count)
    hidden = {"range": span, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    return [{"addDimensionGroup": {"range": span}}, {"updateDimensionProperties": hidden}]


def _span(sheet_id: int, dimension: str, start: int, count: int) -> Json:
    return {
        "sheetId": sheet_id,
        "dimension": dimension,
        "startIndex": start,
        "endIndex": start + count,
    }


def _data(value: Cell) -> Json:
    if value is None or value == "":
        return {}
    if isinstance(value, bool):
        return {"userEnteredValue": {"boolValue": value}}
    if isinstance(value, int | float):
        return {"userEnteredValue": {"numberValue": value}}
    text = value.isoformat() if isinstance(value, date) else str(value)
    return {"userEnteredValue": {"stringValue": text}}
