"""Requests of a batch about rows and columns: insert, delete, append, sizes and groups."""

import copy

from google_emulator import fields
from google_emulator.grid import Cell, Json, Sheet, Spreadsheet
from google_emulator.sheets_lookup import shown_grid_range
from google_emulator.sheets_refusals import InvalidRequestError, the_sheet
from google_emulator.sheets_shifts import Cut, Insertion, shift

_CHARACTER_PIXELS = 9.6  # a guess: real widths depend on the font


def insert(spreadsheet: Spreadsheet, request: Json) -> None:
    """Insert rows or columns; their cells take the format of the neighbour that is asked for."""
    sheet, dimension, start, end = _span(spreadsheet, request["range"])
    is_before = request.get("inheritFromBefore", False)
    if is_before and start == 0:
        raise InvalidRequestError("Cannot set 'inheritFromBefore' when inserting at index 0.")
    shift(spreadsheet, sheet, dimension, Insertion(start, end - start))
    _resize(sheet, dimension, end - start)
    _inherit(sheet, dimension, start - 1 if is_before else end, range(start, end))


def delete(spreadsheet: Spreadsheet, request: Json) -> None:
    """Delete rows or columns with all that lies on them."""
    sheet, dimension, start, end = _span(spreadsheet, request["range"])
    size = sheet.rows if dimension == "ROWS" else sheet.columns
    if end - start >= size:
        raise InvalidRequestError(f"You can't delete all the {dimension.lower()} on the sheet.")
    shift(spreadsheet, sheet, dimension, Cut(start, end))
    _resize(sheet, dimension, start - end)


def append(spreadsheet: Spreadsheet, request: Json) -> None:
    """Add empty rows or columns at the end."""
    sheet = the_sheet(spreadsheet, request.get("sheetId", 0))
    _resize(sheet, request["dimension"], request["length"])


def update_properties(spreadsheet: Spreadsheet, request: Json) -> None:
    """Set the size of rows or columns, or hide them."""
    sheet, dimension, start, end = _span(spreadsheet, request["range"])
    mask = fields.parse(request["fields"])
    for place in range(start, end):
        fields.write(sheet.dimensions[dimension].setdefault(place, {}), request["properties"], mask)


def auto_resize(spreadsheet: Spreadsheet, request: Json) -> None:
    """Fit columns to their text, about."""
    sheet, dimension, start, end = _span(spreadsheet, request["dimensions"])
    for place in range(start, end):
        texts = [str(c.value) for at, c in sheet.cells.items() if at[1] == place and not c.is_blank]
        width = round(max((len(text) for text in texts), default=0) * _CHARACTER_PIXELS)
        if dimension == "COLUMNS" and width:
            sheet.dimensions[dimension].setdefault(place, {})["pixelSize"] = width


def add_group(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Group rows or columns; the grid says for ever after where the control is (recorded)."""
    sheet, dimension, start, end = _span(spreadsheet, request["range"])
    own = {"dimension": dimension, "startIndex": start, "endIndex": end}
    span = shown_grid_range({"sheetId": sheet.id, **own})
    sheet.groups[dimension].append({"range": span, "depth": 1})
    control = f"{dimension.removesuffix('S').lower()}GroupControlAfter"
    sheet.properties["gridProperties"][control] = True
    return {"dimensionGroups": sheet.groups[dimension]}


def delete_group(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Take a group away and answer those that remain."""
    sheet, dimension, start, end = _span(spreadsheet, request["range"])
    kept = [
        each
        for each in sheet.groups[dimension]
        if (each["range"]["startIndex"], each["range"]["endIndex"]) != (start, end)
    ]
    sheet.groups[dimension] = kept
    return {"dimensionGroups": kept} if kept else {}


def _span(spreadsheet: Spreadsheet, dimensions: Json) -> tuple[Sheet, str, int, int]:
    sheet = the_sheet(spreadsheet, dimensions.get("sheetId", 0))
    dimension = dimensions["dimension"]
    size = sheet.rows if dimension == "ROWS" else sheet.columns
    return sheet, dimension, dimensions.get("startIndex", 0), dimensions.get("endIndex", size)


def _resize(sheet: Sheet, dimension: str, by: int) -> None:
    is_rows = dimension == "ROWS"
    sheet.resize(sheet.rows + by * is_rows, sheet.columns + by * (not is_rows))


def _inherit(sheet: Sheet, dimension: str, neighbour: int, places: range) -> None:
    axis = 0 if dimension == "ROWS" else 1
    for at, cell in list(sheet.cells.items()):
        if at[axis] == neighbour and (cell.format or cell.validation):
            for place in places:
                to = (place, at[1]) if axis == 0 else (at[0], place)
                sheet.cells[to] = Cell(
                    format=copy.deepcopy(cell.format), validation=copy.deepcopy(cell.validation)
                )
