"""Requests of a batch that write cells: updateCells, repeatCell, setDataValidation."""

from google_emulator import colours, fields
from google_emulator.a1 import Box
from google_emulator.fields import Mask
from google_emulator.formulas import plain
from google_emulator.grid import CHARACTERS_MAX, TOO_LONG, Cell, Json, Sheet, Spreadsheet
from google_emulator.http import UnimplementedError
from google_emulator.sheets_refusals import InvalidRequestError, the_sheet, the_writable_range

_PARTS = {"userEnteredValue", "userEnteredFormat", "note", "dataValidation"}


def update_cells(spreadsheet: Spreadsheet, request: Json) -> None:
    """Write rows of cells; what a range has and the rows lack is cleared (discovery document)."""
    rows = [row.get("values", []) for row in request.get("rows", [])]
    sheet, box = _target(spreadsheet, request, rows)
    mask = _mask(request)
    for row, column in box.positions():
        down, right = row - box.top, column - box.left
        is_given = down < len(rows) and right < len(rows[down])
        if is_given or "range" in request:
            _write(sheet.cell(row, column), rows[down][right] if is_given else {}, mask)


def repeat_cell(spreadsheet: Spreadsheet, request: Json) -> None:
    """Write the same on every cell of a range."""
    sheet, box = the_writable_range(spreadsheet, request["range"])
    mask = _mask(request)
    for at in box.positions():
        _write(sheet.cell(*at), request.get("cell", {}), mask)


def set_validation(spreadsheet: Spreadsheet, request: Json) -> None:
    """Set the rule of a range, or remove it."""
    sheet, box = the_writable_range(spreadsheet, request["range"])
    for at in box.positions():
        sheet.cell(*at).validation = request.get("rule")


def _mask(request: Json) -> Mask:
    mask = fields.parse(request.get("fields", ""))
    if not mask:
        raise InvalidRequestError(
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"
        )
    mask = {name: {} for name in _PARTS} if "*" in mask else mask
    if unknown := set(mask) - _PARTS:
        raise UnimplementedError(f"the cell's {', '.join(sorted(unknown))}")
    return mask


def _target(spreadsheet: Spreadsheet, request: Json, rows: list[list[Json]]) -> tuple[Sheet, Box]:
    """Find where rows go, from a range or a start (texts: dude-wheres-my-stuff #428)."""
    height, width = len(rows), max((len(row) for row in rows), default=0)
    if "range" in request:
        sheet, box = the_writable_range(spreadsheet, request["range"])
    else:
        start = request["start"]
        sheet = the_sheet(spreadsheet, start.get("sheetId", 0))
        top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
        box = Box(top, min(top + height, sheet.rows), left, min(left + width, sheet.columns))
    _fits("row", box.top + height, box.bottom)
    _fits("column", box.left + width, box.right)
    return sheet, box


def _fits(what: str, end: int, limit: int) -> None:
    if end > limit:
        raise InvalidRequestError(
            f"Attempting to write {what}: {limit}, beyond the last requested {what} of: {limit - 1}"
        )


def _write(cell: Cell, data: Json, mask: Mask) -> None:
    if "userEnteredValue" in mask:
        _set_value(cell, data.get("userEnteredValue") or {})
    if "note" in mask:
        cell.note = data.get("note") or ""
    if "dataValidation" in mask:
        cell.validation = data.get("dataValidation")
    if "userEnteredFormat" in mask:
        wanted = colours.kept(data.get("userEnteredFormat") or {})
        below = mask["userEnteredFormat"] or {"*": {}}
        fields.write(cell.format, wanted, colours.with_pairs(below))


def _set_value(cell: Cell, value: Json) -> None:
    """Store an ExtendedValue as it is: a stringValue is never understood (discovery document)."""
    cell.clear_value()
    if any(len(str(content)) > CHARACTERS_MAX for content in value.values()):
        raise InvalidRequestError(TOO_LONG)
    for kind, content in value.items():
        if kind == "formulaValue":
            cell.formula = content
        elif kind in {"stringValue", "numberValue", "boolValue"}:
            cell.value = plain(content)
        else:
            raise UnimplementedError(f"a cell's {kind}")
