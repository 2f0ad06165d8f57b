"""Put a whole spreadsheet into the emulator: from rows, or from an .xlsx file."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook

from google_emulator.grid import Cell, Scalar, Sheet, Spreadsheet, new_sheet, new_spreadsheet
from google_emulator.locales import locale_of
from google_emulator.state import SPREADSHEET, DriveFile, State
from google_emulator.values_typing import EPOCH

Content = Scalar | date | datetime | None
Tabs = Mapping[str, Sequence[Sequence[Content]]]


def add_workbook(
    state: State, title: str, tabs: Tabs, *, locale: str = "en_US", owner: str | None = None
) -> Spreadsheet:
    """Add a spreadsheet whose tabs hold these rows; a date gets the locale's date format."""
    spreadsheet = new_spreadsheet(state.new_id(), title, locale)
    spreadsheet.sheets = [_sheet(number, name, tabs[name]) for number, name in enumerate(tabs)]
    for sheet, rows in zip(spreadsheet.sheets, tabs.values(), strict=True):
        _fill(sheet, rows, locale)
    file = DriveFile(spreadsheet.id, title, SPREADSHEET, owner=owner)
    with state.lock:
        state.add_spreadsheet(spreadsheet, file)
    return spreadsheet


def tabs_of_xlsx(path: Path) -> Tabs:
    """Read the rows of every tab of an .xlsx file: values, and formulas as their text."""
    book = load_workbook(path)
    return {
        str(sheet.title): [[_content(value) for value in row] for row in sheet.values]
        for sheet in book.worksheets
    }


def _sheet(number: int, title: str, rows: Sequence[Sequence[Content]]) -> Sheet:
    height = max(1000, len(rows))
    width = max([26, *(len(row) for row in rows)])
    size = {"rowCount": height, "columnCount": width}
    return new_sheet({"sheetId": number, "title": title, "gridProperties": size})


def _fill(sheet: Sheet, rows: Sequence[Sequence[Content]], locale: str) -> None:
    for row, contents in enumerate(rows):
        for column, content in enumerate(contents):
            if content is not None and content != "":
                sheet.cells[row, column] = _cell(content, locale)


def _cell(content: Content, locale: str) -> Cell:
    if isinstance(content, date):
        is_instant = isinstance(content, datetime)
        moment = content if isinstance(content, datetime) else datetime.combine(content, time())
        passed = moment - datetime.combine(EPOCH, time())
        serial = passed.days + passed.seconds / 86400 if is_instant else passed.days
        pattern = locale_of(locale).date_pattern + (" hh:mm:ss" if is_instant else "")
        kind = "DATE_TIME" if is_instant else "DATE"
        return Cell(serial, format={"numberFormat": {"type": kind, "pattern": pattern}})
    if isinstance(content, str) and content.startswith("="):
        return Cell(formula=content)
    return Cell(content)


def _content(value: object) -> Content:
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    assert value is None or isinstance(value, str | bool | int | float | date), value
    return value
