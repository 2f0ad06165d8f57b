"""Requests of a batch about sheets and the spreadsheet itself."""

from google_emulator import colours, fields
from google_emulator.fields import Mask
from google_emulator.grid import Json, Sheet, Spreadsheet, new_sheet
from google_emulator.sheets_refusals import InvalidRequestError, the_sheet
from google_emulator.sheets_resource import properties_resource

CELLS_LIMIT = 10_000_000  # developers.google.com/workspace/sheets/api/limits


def add_sheet(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Add a sheet, at the end or at its index."""
    properties = request.get("properties", {})
    _title_is_free(spreadsheet, properties.get("title"), None)
    sheet = new_sheet(properties)
    sheet.properties.setdefault("title", _free_title(spreadsheet))
    spreadsheet.sheets.insert(properties.get("index", len(spreadsheet.sheets)), sheet)
    _cells_fit(spreadsheet)
    return {"properties": properties_resource(spreadsheet, sheet)}


def delete_sheet(spreadsheet: Spreadsheet, request: Json) -> None:
    """Delete a sheet; the last one stays."""
    sheet = the_sheet(spreadsheet, request["sheetId"])
    if len(spreadsheet.sheets) == 1:
        raise InvalidRequestError("You can't remove all the sheets in a document.")
    spreadsheet.sheets.remove(sheet)


def update_sheet(spreadsheet: Spreadsheet, request: Json) -> None:
    """Change a sheet's properties; a smaller grid loses the cells outside it."""
    wanted, mask = request["properties"], fields.parse(request["fields"])
    sheet = the_sheet(spreadsheet, wanted.get("sheetId", 0))
    if "title" in mask:
        _title_is_free(spreadsheet, wanted.get("title"), sheet)
    if "index" in mask:
        _move(spreadsheet, sheet, wanted.get("index", 0))
    _write(sheet, wanted, {name: below for name, below in mask.items() if name != "index"})
    sheet.resize(sheet.rows, sheet.columns)
    _cells_fit(spreadsheet)
    if all(each.properties.get("hidden") for each in spreadsheet.sheets):
        raise InvalidRequestError("You can't hide all the sheets in a document.")


def update_spreadsheet(spreadsheet: Spreadsheet, request: Json) -> None:
    """Change the title, the locale or the time zone."""
    fields.write(spreadsheet.properties, request["properties"], fields.parse(request["fields"]))


def _write(sheet: Sheet, wanted: Json, mask: Mask) -> None:
    fields.write(sheet.properties, colours.kept(wanted), colours.with_pairs(mask))
    sheet.properties.setdefault("gridProperties", {})


def _move(spreadsheet: Spreadsheet, sheet: Sheet, index: int) -> None:
    """Move a sheet before the one that is at the index now (SheetProperties.index, discovery)."""
    now = spreadsheet.sheets.index(sheet)
    spreadsheet.sheets.insert(index, sheet)
    del spreadsheet.sheets[now + 1 if index <= now else now]


def _title_is_free(spreadsheet: Spreadsheet, title: str | None, own: Sheet | None) -> None:
    if title is not None and spreadsheet.sheet_by_title(title) not in (None, own):
        raise InvalidRequestError(
            f'A sheet with the name "{title}" already exists. Please enter another name.'
        )


def _free_title(spreadsheet: Spreadsheet) -> str:
    numbers = range(1, len(spreadsheet.sheets) + 2)
    return next(f"Sheet{n}" for n in numbers if not spreadsheet.sheet_by_title(f"Sheet{n}"))


def _cells_fit(spreadsheet: Spreadsheet) -> None:
    """Refuse too many cells (text: gspread-dataframe #37, pygsheets #589)."""
    if sum(sheet.rows * sheet.columns for sheet in spreadsheet.sheets) > CELLS_LIMIT:
        raise InvalidRequestError(
            "This action would increase the number of cells in the workbook above the limit of "
            f"{CELLS_LIMIT} cells."
        )
