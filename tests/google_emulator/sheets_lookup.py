"""Find spreadsheets, sheets and ranges, or refuse as Google does."""

from google_emulator import a1
from google_emulator.a1 import Box
from google_emulator.errors import sheets_error
from google_emulator.grid import Json, Sheet, Spreadsheet
from google_emulator.http import Request
from google_emulator.state import State

_WRITERS = {"owner", "organizer", "fileOrganizer", "writer"}


def readable(state: State, request: Request) -> Spreadsheet:
    """Give the request's spreadsheet to read (recorded: 404 and 403 of ClientTest)."""
    spreadsheet = state.spreadsheets.get(request.path_values["id"])
    if spreadsheet is None:
        raise sheets_error(404, "Requested entity was not found.")
    if state.role_of(state.files[spreadsheet.id], request.account) is None:
        raise _forbidden()
    return spreadsheet


def writable(state: State, request: Request) -> Spreadsheet:
    """Give the request's spreadsheet to write on."""
    spreadsheet = readable(state, request)
    if state.role_of(state.files[spreadsheet.id], request.account) not in _WRITERS:
        raise _forbidden()
    return spreadsheet


def writer_of(state: State, request: Request) -> str | None:
    """Name who writes, for protected ranges; the owner writes everywhere."""
    account, file = request.account, state.files[request.path_values["id"]]
    return account.email if account and account.email != file.owner else None


def _forbidden() -> Exception:
    return sheets_error(403, "The caller does not have permission")


def found_range(spreadsheet: Spreadsheet, text: str) -> tuple[Sheet, Box]:
    """Find a range in A1 notation, clamped to the grid.

    Texts: gspread-formatting #49 (can't parse), home-assistant #104198 (beyond the grid).
    """
    title, inside = a1.split(text)
    sheet = spreadsheet.sheets[0] if title is None else spreadsheet.sheet_by_title(title)
    if sheet is None and title is not None and inside is None:
        return _named(spreadsheet, title, text)
    if sheet is None:
        raise _unparsed(text)
    if inside is None:
        return sheet, sheet.box
    box = a1.box_of(inside, sheet.rows, sheet.columns)
    if box is None:
        return _named(spreadsheet, inside, text)
    if box.top >= sheet.rows or box.left >= sheet.columns:
        raise beyond_grid(sheet, box)
    clamped = Box(box.top, min(box.bottom, sheet.rows), box.left, min(box.right, sheet.columns))
    return sheet, clamped


def beyond_grid(sheet: Sheet, box: Box, prefix: str = "") -> Exception:
    """Make the refusal of a range outside the grid (sheetfu #53 shows it with a prefix)."""
    limits = f"Max rows: {sheet.rows}, max columns: {sheet.columns}"
    name = a1.named(sheet.title, box)
    return sheets_error(400, f"{prefix}Range ({name}) exceeds grid limits. {limits}")


def box_of_grid_range(sheet: Sheet, grid_range: Json) -> Box:
    """Read a GridRange; a side that is not given is unbounded."""
    return Box(
        grid_range.get("startRowIndex", 0),
        grid_range.get("endRowIndex", sheet.rows),
        grid_range.get("startColumnIndex", 0),
        grid_range.get("endColumnIndex", sheet.columns),
    )


def grid_range_of(sheet: Sheet, box: Box) -> Json:
    """Write a GridRange; a sheetId of 0 is left out (recorded: every merge)."""
    return shown_grid_range(
        {
            "sheetId": sheet.id,
            "startRowIndex": box.top,
            "endRowIndex": box.bottom,
            "startColumnIndex": box.left,
            "endColumnIndex": box.right,
        }
    )


def shown_grid_range(grid_range: Json) -> Json:
    """Leave a sheetId of 0 out of a GridRange."""
    return {k: v for k, v in grid_range.items() if k != "sheetId" or v != 0}


def _named(spreadsheet: Spreadsheet, name: str, text: str) -> tuple[Sheet, Box]:
    for named in spreadsheet.named_ranges:
        if named["name"] == name:
            sheet = spreadsheet.sheet_by_id(named["range"].get("sheetId", 0))
            if sheet:
                return sheet, box_of_grid_range(sheet, named["range"])
    raise _unparsed(text)


def _unparsed(text: str) -> Exception:
    return sheets_error(400, f"Unable to parse range: {text}")
