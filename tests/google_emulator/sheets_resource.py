"""Spreadsheets as `spreadsheets.get` shows them (recorded: 522 answers)."""

from typing import Any

from google_emulator import colours, fields
from google_emulator.a1 import Box
from google_emulator.fields import Mask
from google_emulator.formulas import ERRORS, effective_value
from google_emulator.grid import Cell, Json, Scalar, Sheet, Spreadsheet
from google_emulator.sheets_lookup import grid_range_of, shown_grid_range
from google_emulator.values_rendering import shown

_WHITE: Json = {"red": 1, "green": 1, "blue": 1}
DEFAULT_FORMAT: Json = {
    "backgroundColor": _WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {},
        "fontFamily": "arial,sans,sans-serif",
        "fontSize": 10,
        "bold": False,
        "italic": False,
        "strikethrough": False,
        "underline": False,
        "foregroundColorStyle": {"rgbColor": {}},
    },
    "backgroundColorStyle": {"rgbColor": _WHITE},
}
_THEME_BYTES = {
    "TEXT": (0, 0, 0),
    "BACKGROUND": (255, 255, 255),
    "ACCENT1": (66, 133, 244),
    "ACCENT2": (234, 67, 53),
    "ACCENT3": (251, 188, 4),
    "ACCENT4": (52, 168, 83),
    "ACCENT5": (255, 109, 1),
    "ACCENT6": (70, 189, 198),
    "LINK": (17, 85, 204),
}
_PIXELS = {"ROWS": 21, "COLUMNS": 100}


def spreadsheet_resource(
    spreadsheet: Spreadsheet, boxes: list[tuple[Sheet, Box]], cell_mask: Mask | None
) -> Json:
    """Show a spreadsheet; with ranges, only their sheets; with a mask of cells, the data too."""
    shown_sheets = [s for s in spreadsheet.sheets if not boxes or any(s is b[0] for b in boxes)]
    sheets = []
    for sheet in shown_sheets:
        resource = sheet_resource(spreadsheet, sheet)
        if cell_mask is not None:
            own = [box for owner, box in boxes if owner is sheet] or [sheet.box]
            resource["data"] = [_grid_data(spreadsheet, sheet, box, cell_mask) for box in own]
        sheets.append(resource)
    named = [
        {**each, "range": shown_grid_range(each["range"])} for each in spreadsheet.named_ranges
    ]
    return _filled(
        {
            "spreadsheetId": spreadsheet.id,
            "properties": {
                **spreadsheet.properties,
                "defaultFormat": DEFAULT_FORMAT,
                "spreadsheetTheme": _theme(),
            },
            "sheets": sheets,
            "namedRanges": named,
            "developerMetadata": _metadata(spreadsheet, {"spreadsheet": True}),
            "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{spreadsheet.id}/edit",
        }
    )


def sheet_resource(spreadsheet: Spreadsheet, sheet: Sheet) -> Json:
    """Show a sheet without its data."""
    resource = {
        "properties": properties_resource(spreadsheet, sheet),
        "merges": [grid_range_of(sheet, box) for box in sheet.merges],
        "protectedRanges": sheet.protected,
        "conditionalFormats": sheet.conditional,
        "basicFilter": sheet.basic_filter,
        "rowGroups": sheet.groups["ROWS"],
        "columnGroups": sheet.groups["COLUMNS"],
        "developerMetadata": _metadata(spreadsheet, {"sheetId": sheet.id}),
    }
    return _filled(resource)


def properties_resource(spreadsheet: Spreadsheet, sheet: Sheet) -> Json:
    """Show a sheet's properties; what is false or 0 is left out, but for sheetId and index."""
    grid = {k: v for k, v in sheet.properties["gridProperties"].items() if v}
    index = spreadsheet.sheets.index(sheet)
    fixed = {"sheetId": sheet.id, "title": sheet.title, "index": index, "sheetType": "GRID"}
    rest = {k: v for k, v in sheet.properties.items() if v and k not in fixed}
    return {**fixed, **colours.kept(rest), "gridProperties": grid}


def cell_resource(sheet: Sheet, cell: Cell, locale: str, mask: Mask) -> Json:
    """Show a cell as CellData; a formula is worked out only when its result is asked for."""
    if cell.is_bare:
        return {}
    entered = {"formulaValue": cell.formula} if cell.formula else _extended(cell.value)
    shown_parts: Json = {
        "userEnteredValue": entered,
        "userEnteredFormat": cell.format,
        "effectiveFormat": {**DEFAULT_FORMAT, **cell.format},
        "note": cell.note,
        "dataValidation": cell.validation,
    }
    if fields.asks_for(mask, "effectiveValue") or fields.asks_for(mask, "formattedValue"):
        effective = effective_value(sheet, cell)
        shown_parts["effectiveValue"] = _extended(effective)
        shown_parts["formattedValue"] = shown(effective, cell.number_format, locale)
    return _filled(shown_parts)


def _grid_data(spreadsheet: Spreadsheet, sheet: Sheet, box: Box, mask: Mask) -> Json:
    rows = [
        [
            cell_resource(sheet, sheet.peek(row, column), spreadsheet.locale, mask)
            for column in range(box.left, box.right)
        ]
        for row in range(box.top, _last_used_row(sheet, box) + 1)
    ]
    return _filled(
        {
            "startRow": box.top,
            "startColumn": box.left,
            "rowData": [_filled({"values": _short(row)}) for row in rows],
            "rowMetadata": _dimension(spreadsheet, sheet, "ROWS", range(box.top, box.bottom)),
            "columnMetadata": _dimension(spreadsheet, sheet, "COLUMNS", range(box.left, box.right)),
        }
    )


def _last_used_row(sheet: Sheet, box: Box) -> int:
    used = [at[0] for at, cell in sheet.cells.items() if box.holds(*at) and not cell.is_bare]
    return max(used, default=box.top - 1)


def _short(row: list[Json]) -> list[Json]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def _dimension(spreadsheet: Spreadsheet, sheet: Sheet, name: str, places: range) -> list[Json]:
    kept = sheet.dimensions[name]
    found = []
    for place in places:
        at = {"sheetId": sheet.id, "dimension": name, "startIndex": place, "endIndex": place + 1}
        metadata = _metadata(spreadsheet, {"dimensionRange": shown_grid_range(at)})
        own = _filled({**kept.get(place, {}), "developerMetadata": metadata})
        found.append({"pixelSize": _PIXELS[name], **own})
    return found


def _metadata(spreadsheet: Spreadsheet, location: Json) -> list[Json]:
    return [m for m in spreadsheet.metadata if location.items() <= m["location"].items()]


def _extended(value: Scalar | None) -> Json | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, str):
        return {"errorValue": _error(value)} if value in ERRORS else {"stringValue": value}
    return {"numberValue": value}


def _error(text: str) -> Json:
    kinds = {"#DIV/0!": "DIVIDE_BY_ZERO", "#N/A": "N_A"}
    return {"type": kinds.get(text, text.strip("#?!"))}


def _theme() -> Json:
    colour = [
        {
            "colorType": kind,
            "color": {
                "rgbColor": colours.kept(
                    dict(zip(("red", "green", "blue"), [b / 255 for b in rgb], strict=True))
                )
            },
        }
        for kind, rgb in _THEME_BYTES.items()
    ]
    return {"primaryFontFamily": "Arial", "themeColors": colour}


def _filled(resource: dict[str, Any]) -> Json:
    """Leave out what is empty, as Google does."""
    return {name: value for name, value in resource.items() if value or value is False}
