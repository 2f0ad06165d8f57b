"""What a Google Sheet looks like after a set-up, cell by cell."""

from typing import Any

from google_emulator.google import Google
from google_emulator.grid import Sheet
from google_sheets_support import GoogleSheet, Rows, google_sheet

PROGRAMS = ("winbooks", "journal_csv")


def rows(tab: Sheet) -> list[list[Any]]:
    """Return what stands in a tab, without its empty ends."""
    width = max(column for _, column in tab.cells) + 1
    height = max((row for (row, _), cell in tab.cells.items() if not cell.is_blank), default=-1) + 1
    return [[tab.peek(row, column).value for column in range(width)] for row in range(height)]


def choices(tab: Sheet, at: tuple[int, int]) -> list[str]:
    rule = tab.peek(*at).validation or {}
    values = rule.get("condition", {}).get("values", [])
    return [one["userEnteredValue"] for one in values]


def small(google: Google, tabs: dict[str, Rows]) -> GoogleSheet:
    """Make a sheet whose tabs have thirty rows."""
    sheet = google_sheet(google, tabs)
    for tab in sheet.spreadsheet.sheets:
        tab.resize(30, 12)
    return sheet
