"""Requests of a batch that move cells: sortRange, merges, copyPaste, cutPaste."""

from google_emulator.a1 import Box
from google_emulator.formulas import effective_value, refers
from google_emulator.grid import Cell, Json, Scalar, Sheet, Spreadsheet
from google_emulator.http import UnimplementedError
from google_emulator.sheets_refusals import the_range, the_sheet, the_writable_range


def sort_range(spreadsheet: Spreadsheet, request: Json) -> None:
    """Sort the rows of a range; cells move with all that lies on them."""
    sheet, box = the_writable_range(spreadsheet, request["range"])
    orders = [
        (each["dimensionIndex"], each.get("sortOrder") == "DESCENDING")
        for each in request["sortSpecs"]
    ]
    sort_rows(sheet, box, orders)


def sort_rows(sheet: Sheet, box: Box, orders: list[tuple[int, bool]]) -> None:
    """Sort by columns, each descending or not; blank cells are last in either order."""
    rows = list(range(box.top, box.bottom))
    for column, is_descending in reversed(orders):
        values = {row: effective_value(sheet, sheet.peek(row, column)) for row in rows}
        filled = [row for row in rows if values[row] not in (None, "")]
        blank = [row for row in rows if values[row] in (None, "")]
        ordered = sorted(filled, key=lambda row: _rank(values[row]), reverse=is_descending)
        rows = ordered + blank
    taken = {at: sheet.cells.pop(at) for at in box.positions() if at in sheet.cells}
    if any(refers(cell.formula) for cell in taken.values()):
        raise UnimplementedError("sorting formulas with references")
    for place, row in enumerate(rows, start=box.top):
        for column in range(box.left, box.right):
            if (row, column) in taken:
                sheet.cells[place, column] = taken[row, column]


def merge(spreadsheet: Spreadsheet, request: Json) -> None:
    """Merge cells: only the first of each merge keeps its value (recorded)."""
    sheet, box = the_writable_range(spreadsheet, request["range"])
    if any(each.meets(box) and not each.within(box) for each in sheet.merges):
        raise UnimplementedError("a merge across the edge of another")
    sheet.merges = [each for each in sheet.merges if not each.meets(box)]
    for part in _parts(box, request["mergeType"]):
        sheet.merges.append(part)
        for at in part.positions()[1:]:
            if at in sheet.cells:
                sheet.cells[at].clear_value()


def unmerge(spreadsheet: Spreadsheet, request: Json) -> None:
    """Take merges apart; the values that were lost stay lost."""
    sheet, box = the_range(spreadsheet, request["range"])
    sheet.merges = [each for each in sheet.merges if not each.meets(box)]


def copy_paste(spreadsheet: Spreadsheet, request: Json) -> None:
    """Copy a range to one of the same size."""
    source_sheet, source = the_range(spreadsheet, request["source"])
    sheet, target = the_range(spreadsheet, request["destination"])
    if request.get("pasteType", "PASTE_NORMAL") != "PASTE_NORMAL":
        raise UnimplementedError(f"copyPaste {request['pasteType']}")
    if (source.height, source.width) != (target.height, target.width):
        raise UnimplementedError("copyPaste to another size")
    taken = [source_sheet.peek(*at).copied() for at in source.positions()]
    if any(refers(cell.formula) for cell in taken):
        raise UnimplementedError("copying formulas with references")
    sheet.cells.update(zip(target.positions(), taken, strict=True))


def cut_paste(spreadsheet: Spreadsheet, request: Json) -> None:
    """Move a range to where a cell is."""
    source_sheet, source = the_range(spreadsheet, request["source"])
    to = request["destination"]
    sheet = the_sheet(spreadsheet, to.get("sheetId", 0))
    taken = [source_sheet.cells.pop(at, Cell()) for at in source.positions()]
    top, left = to.get("rowIndex", 0), to.get("columnIndex", 0)
    target = Box(top, top + source.height, left, left + source.width)
    sheet.cells.update(zip(target.positions(), taken, strict=True))


def _parts(box: Box, kind: str) -> list[Box]:
    if kind == "MERGE_ROWS":
        return [Box(row, row + 1, box.left, box.right) for row in range(box.top, box.bottom)]
    if kind == "MERGE_COLUMNS":
        return [Box(box.top, box.bottom, at, at + 1) for at in range(box.left, box.right)]
    return [box]


def _rank(value: Scalar | None) -> tuple[int, float, str]:
    """Order numbers before text before truth values (support.google.com/docs/answer/3540681)."""
    if isinstance(value, bool):
        return 2, value, ""
    if isinstance(value, int | float):
        return 0, value, ""
    return 1, 0, str(value).lower()
