"""Tabs and cells as requests of a batch, as Google takes them."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from google_sheets_support import DATE, FIRST_DAY, Formula, Rows

from boekbrug.server.workbook.cells import Cell, CellError

ROWS, COLUMNS = 40, 12
"""The grid of a new tab: a small one is quickly filled."""

LOCALE = "nl_BE"
_WRITTEN = "userEnteredValue,userEnteredFormat.numberFormat"


def fresh_tabs(
    there: Iterable[int], tabs: Mapping[str, Rows]
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Return the requests that put these tabs in place of those there, and their ids by title.

    A spreadsheet has at least one tab, so one of a name that nobody has is there meanwhile.
    """
    ids = {title: secrets.randbelow(2**30) + 1 for title in tabs}
    meanwhile = secrets.randbelow(2**30) + 2**30
    title = f"meanwhile {meanwhile}"
    properties = {"locale": LOCALE}
    requests: list[dict[str, Any]] = [
        {"updateSpreadsheetProperties": {"properties": properties, "fields": "locale"}},
        {"addSheet": {"properties": {"sheetId": meanwhile, "title": title}}},
        *({"deleteSheet": {"sheetId": each}} for each in there),
        *({"addSheet": {"properties": _tab(ids[title], title)}} for title in tabs),
        {"deleteSheet": {"sheetId": meanwhile}},
        *(filled(ids[title], rows) for title, rows in tabs.items()),
    ]
    return requests, ids


def filled(sheet_id: int, rows: Rows) -> dict[str, Any]:
    """Return the request that puts these rows in place of all that stands in a tab."""
    data = [{"values": [_data(value) for value in row]} for row in rows]
    return {"updateCells": {"range": {"sheetId": sheet_id}, "rows": data, "fields": _WRITTEN}}


def at(sheet_id: int, row: int, column: int, **ends: int) -> dict[str, int]:
    """Name a cell, or a larger range, as a GridRange; rows and columns from 0."""
    start = {"sheetId": sheet_id, "startRowIndex": row, "startColumnIndex": column}
    return start | {"endRowIndex": row + 1, "endColumnIndex": column + 1} | ends


def update(sheet_id: int, value: dict[str, Any], *, row: int = 0, column: int = 0) -> Any:
    """Make a request that writes one cell's value."""
    rows = [{"values": [{"userEnteredValue": value}]}]
    start = at(sheet_id, row, column)
    return {"updateCells": {"range": start, "rows": rows, "fields": "userEnteredValue"}}


def _tab(sheet_id: int, title: str) -> dict[str, Any]:
    grid = {"rowCount": ROWS, "columnCount": COLUMNS}
    return {"sheetId": sheet_id, "title": title, "gridProperties": grid}


def _data(value: Cell | Formula) -> dict[str, Any]:
    if value is None:
        return {}
    if isinstance(value, date):
        days = (value - FIRST_DAY.date()).days
        return {"userEnteredValue": {"numberValue": days}, "userEnteredFormat": DATE}
    return {"userEnteredValue": _value(value)}


def _value(value: Cell | Formula) -> dict[str, Any]:
    match value:
        case Formula(text):
            return {"formulaValue": text}
        case CellError(code):
            return {"formulaValue": f"={code}"}
        case bool():
            return {"boolValue": value}
        case str():
            return {"stringValue": value}
        case _:
            return {"numberValue": value}
