"""Refuse one request of a batch, and find what such requests name.

Texts of refusals: recorded where a test of the recordings is named, else as users quote them.
"""

from google_emulator import a1
from google_emulator.a1 import Box
from google_emulator.grid import Json, Sheet, Spreadsheet
from google_emulator.sheets_lookup import box_of_grid_range

PROTECTED = (  # node-google-spreadsheet #20
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to "
    "remove protection if you need to edit."
)


class InvalidRequestError(Exception):
    """Say why a request of a batch is refused; the whole batch is refused with it."""


def the_sheet(spreadsheet: Spreadsheet, sheet_id: int) -> Sheet:
    """Find a sheet by its number."""
    sheet = spreadsheet.sheet_by_id(sheet_id)
    if sheet is None:
        raise InvalidRequestError(f"No grid with id: {sheet_id}")
    return sheet


def the_writable_range(spreadsheet: Spreadsheet, grid_range: Json) -> tuple[Sheet, Box]:
    """Find a GridRange to write on; a range that is protected from the writer is refused."""
    sheet, box = the_range(spreadsheet, grid_range)
    if is_protected(spreadsheet, sheet, box):
        raise InvalidRequestError(PROTECTED)
    return sheet, box


def is_protected(spreadsheet: Spreadsheet, sheet: Sheet, box: Box) -> bool:
    """Tell whether the draft's writer may not edit a cell (ProtectedRange, discovery document)."""
    return spreadsheet.writer is not None and any(
        box_of_grid_range(sheet, each["range"]).meets(box)
        and not each.get("warningOnly")
        and spreadsheet.writer not in each.get("editors", {}).get("users", [])
        for each in sheet.protected
    )


def the_range(spreadsheet: Spreadsheet, grid_range: Json) -> tuple[Sheet, Box]:
    """Find a GridRange; beyond the grid it is refused (sheetfu #53)."""
    sheet = the_sheet(spreadsheet, grid_range.get("sheetId", 0))
    box = box_of_grid_range(sheet, grid_range)
    if not box.within(sheet.box):
        limits = f"Max rows: {sheet.rows}, max columns: {sheet.columns}"
        raise InvalidRequestError(
            f"Range ({a1.named(sheet.title, box)}) exceeds grid limits. {limits}"
        )
    return sheet, box
