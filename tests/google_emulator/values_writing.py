"""Write, append and clear values (recorded unless said)."""

from typing import Any

from google_emulator import a1
from google_emulator.a1 import Box
from google_emulator.errors import invalid_value, sheets_error
from google_emulator.formulas import plain
from google_emulator.grid import CHARACTERS_MAX, TOO_LONG, Cell, Json, Scalar, Sheet, Spreadsheet
from google_emulator.sheets_lookup import beyond_grid, found_range
from google_emulator.sheets_refusals import PROTECTED, is_protected
from google_emulator.values_typing import enter


def write_range(spreadsheet: Spreadsheet, text: str, body: Json, option: str) -> Json:
    """Write a ValueRange at a range in A1 notation and answer an UpdateValuesResponse."""
    rows = rows_of(body)  # the body is looked at before the range (recorded: swapped arguments)
    sheet, box = found_range(spreadsheet, text)
    is_open = ":" not in text.rpartition("!")[2]  # `A1` takes any size, `A1:B2` its own
    if not is_open:
        _fits(sheet, box, rows)
    return write_rows(spreadsheet, sheet, (box.top, box.left), rows, option)


def write_rows(
    spreadsheet: Spreadsheet, sheet: Sheet, at: tuple[int, int], rows: list[list[Any]], option: str
) -> Json:
    """Write rows from a cell on; null leaves a cell alone, an empty text clears it."""
    width = max((len(row) for row in rows), default=0)
    box = Box(at[0], at[0] + max(len(rows), 1), at[1], at[1] + max(width, 1))
    if not box.within(sheet.box):
        raise beyond_grid(sheet, box)
    if is_protected(spreadsheet, sheet, box):
        raise sheets_error(400, PROTECTED)
    written = [
        (at[0] + down, at[1] + right, value)
        for down, row in enumerate(rows)
        for right, value in enumerate(row)
        if value is not None
    ]
    for row, column, value in written:
        _write(sheet.cell(row, column), value, option, spreadsheet.locale)
    return {
        "spreadsheetId": spreadsheet.id,
        "updatedRange": a1.named(sheet.title, box),
        "updatedRows": len({row for row, _, _ in written}),
        "updatedColumns": len({column for _, column, _ in written}),
        "updatedCells": len(written),
    }


def rows_of(body: Json) -> list[list[Any]]:
    """Read a ValueRange's values, row by row; anything but rows of plain values is refused."""
    values = body.get("values") or []
    for row in values if isinstance(values, list) else [values]:
        if not isinstance(row, list):
            text = (
                "Invalid value at 'data.values' "
                f'(type.googleapis.com/google.protobuf.ListValue), "{row}"'
            )
            raise invalid_value("data.values", text)
    _all_allowed(values)
    if body.get("majorDimension") != "COLUMNS":
        return list(values)
    height = max((len(column) for column in values), default=0)
    return [
        [column[row] if row < len(column) else None for column in values] for row in range(height)
    ]


def clear(spreadsheet: Spreadsheet, sheet: Sheet, box: Box) -> None:
    """Clear values; formats, notes and validation stay (spreadsheets.values.clear, discovery)."""
    if is_protected(spreadsheet, sheet, box):
        raise sheets_error(400, PROTECTED)
    for at, cell in sheet.cells.items():
        if box.holds(*at):
            cell.clear_value()


def table_of(sheet: Sheet, box: Box) -> Box | None:
    """Find the table that `append` adds to: the last one that touches the range.

    Recorded: with A1 and C1 filled, the whole sheet has its table in C1, the range A1 in A1.
    """
    filled = {at for at, cell in sheet.cells.items() if not cell.is_blank}
    inside = sorted(at for at in filled if box.holds(*at))
    if not inside:
        return None
    table = {inside[-1]}
    border = [inside[-1]]
    while border:
        row, column = border.pop()
        near = {(row + r, column + c) for r in (-1, 0, 1) for c in (-1, 0, 1)} & filled - table
        table |= near
        border += near
    rows, columns = {row for row, _ in table}, {column for _, column in table}
    return Box(min(rows), max(rows) + 1, min(columns), max(columns) + 1)


def store_raw(cell: Cell, value: Scalar) -> None:
    """Store as it is: text is never understood (ValueInputOption RAW, discovery document)."""
    cell.value, cell.formula = plain(value), ""


def _write(cell: Cell, value: Scalar, option: str, locale: str) -> None:
    if option == "USER_ENTERED":
        enter(cell, value, locale)
    else:
        store_raw(cell, value)


def _all_allowed(rows: list[list[Any]]) -> None:
    for row in rows:
        for value in row:
            if isinstance(value, dict | list):
                place = f"[{rows.index(row)}][{row.index(value)}]"
                raise sheets_error(400, f"Invalid values{place}: {value}")  # not recorded
            if len(str(value)) > CHARACTERS_MAX:
                raise sheets_error(400, TOO_LONG)


def _fits(sheet: Sheet, box: Box, rows: list[list[Any]]) -> None:
    """Refuse more values than the range takes (pygsheets #132)."""
    width = max((len(row) for row in rows), default=0)
    tried = ""
    if len(rows) > box.height:
        tried = f"row [{box.bottom + 1}]"
    elif width > box.width:
        tried = f"column [{a1.letters(box.right)}]"
    if tried:
        name = a1.named(sheet.title, box)
        raise sheets_error(
            400, f"Requested writing within range [{name}], but tried writing to {tried}"
        )
