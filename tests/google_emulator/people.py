"""What people do in the browser while the server works."""

import re
from collections.abc import Callable

from google_emulator import a1
from google_emulator.a1 import Box
from google_emulator.formulas import effective_value
from google_emulator.grid import Sheet, Spreadsheet
from google_emulator.http import Emulator, Request
from google_emulator.sheets_dimensions import delete as delete_dimension
from google_emulator.sheets_dimensions import insert as insert_dimension
from google_emulator.sheets_lookup import found_range
from google_emulator.sheets_moves import sort_rows
from google_emulator.state import State
from google_emulator.values_rendering import shown
from google_emulator.values_typing import enter


class Person:
    """Somebody who has a spreadsheet open; what is typed is read in the spreadsheet's locale."""

    def __init__(self, state: State, spreadsheet_id: str) -> None:
        self._state = state
        self._id = spreadsheet_id

    def type(self, where: str, text: str) -> None:
        """Type into a cell, as `type("Invoices!C7", "12,50")`; an empty text clears it."""
        with self._state.lock:
            sheet, box = found_range(self._spreadsheet, where)
            cell = sheet.cell(box.top, box.left)
            if text:
                enter(cell, text, self._spreadsheet.locale)
            else:
                cell.clear_value()

    def see(self, where: str) -> str:
        """Read a cell as it is shown."""
        with self._state.lock:
            sheet, box = found_range(self._spreadsheet, where)
            cell = sheet.peek(box.top, box.left)
            value = effective_value(sheet, cell)
            return shown(value, cell.number_format, self._spreadsheet.locale)

    def sort(self, tab: str, header: str, *, descending: bool = False, header_row: int = 1) -> None:
        """Sort all rows below the header by a column."""
        with self._state.lock:
            sheet = self._sheet(tab)
            column = _column(sheet, header, header_row)
            below = Box(header_row, sheet.rows, 0, sheet.columns)
            sort_rows(sheet, below, [(column, descending)])

    def insert_row(self, tab: str, above: int) -> None:
        """Insert an empty row above a row, counted from 1 as on the screen."""
        self._change(insert_dimension, tab, "ROWS", above)

    def delete_row(self, tab: str, row: int) -> None:
        """Delete a row, counted from 1 as on the screen."""
        self._change(delete_dimension, tab, "ROWS", row)

    def insert_column(self, tab: str, before: str) -> None:
        """Insert an empty column before a column, named by its letters."""
        self._change(insert_dimension, tab, "COLUMNS", a1.column_of(before) + 1)

    def rename_header(self, tab: str, old: str, new: str, *, header_row: int = 1) -> None:
        """Give a column another header."""
        with self._state.lock:
            sheet = self._sheet(tab)
            sheet.cell(header_row - 1, _column(sheet, old, header_row)).value = new

    def rename_tab(self, old: str, new: str) -> None:
        """Give a tab another name."""
        with self._state.lock:
            self._sheet(old).properties["title"] = new

    @property
    def _spreadsheet(self) -> Spreadsheet:
        return self._state.spreadsheets[self._id]

    def _sheet(self, tab: str) -> Sheet:
        sheet = self._spreadsheet.sheet_by_title(tab)
        assert sheet, f"no tab {tab}"
        return sheet

    def _change(self, change: Callable[..., None], tab: str, dimension: str, place: int) -> None:
        with self._state.lock:
            at = {"dimension": dimension, "startIndex": place - 1, "endIndex": place}
            change(self._spreadsheet, {"range": {"sheetId": self._sheet(tab).id, **at}})


def meanwhile(
    emulator: Emulator,
    act: Callable[[], object],
    *,
    before: str = r"POST .*:batchUpdate$",
    skip: int = 0,
) -> None:
    """Let people act once, just before a request whose `METHOD path` holds that pattern.

    `skip` lets as many such requests pass first; so what happens between the server's reading
    and its writing can be told to the request.
    """
    passing = [skip]

    def hook(request: Request) -> None:
        if passing and re.search(before, f"{request.method} {request.path}"):
            passing[0] -= 1
            if passing[0] < 0:
                passing.clear()
                act()

    emulator.before.append(hook)


def _column(sheet: Sheet, header: str, header_row: int) -> int:
    columns = [c for c in range(sheet.columns) if sheet.peek(header_row - 1, c).value == header]
    assert columns, f"no header {header} in {sheet.title}"
    return columns[0]
