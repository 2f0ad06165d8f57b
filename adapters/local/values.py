"""The values of an .xlsx file, read by python-calamine from a copy of what was looked over.

The library never sees the file itself: a zip or a workbook part that two readers take differently
would show it cells that nobody looked at.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from zipfile import ZIP_DEFLATED, ZipFile

from python_calamine import CalamineSheet

from boekbrug.adapters.local.archive import RELATIONS_PART, WORKBOOK_PART, Archive
from boekbrug.adapters.local.sheet_cells import Mark
from boekbrug.server.workbook.cells import Cell

Value = float | str | bool | time | date | datetime | timedelta
"""What the library hands out."""

ROWS_AT_ONCE = 1_000
"""That become columns; all of them would take as much memory again."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def readable_copy(archive: Archive, sheets: Iterable[bytes]) -> BytesIO:
    """Return a workbook of these sheets, without titles, and what their cells refer to.

    It is packed, fast rather than small: the library keeps a copy of its own. The sheets are
    taken one by one.
    """
    kinds = {}
    day_0 = 1904 if archive.counts_days_from_1904() else 1900
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as copy:
        copy.writestr("_rels/.rels", _relations({WORKBOOK_PART: "officeDocument"}))
        for number, sheet in enumerate(sheets):
            copy.writestr(f"xl/worksheets/{number}.xml", sheet)
            kinds[f"worksheets/{number}.xml"] = "worksheet"
        copy.writestr(WORKBOOK_PART, _workbook(len(kinds), day_0))
        for kind in ("styles", "sharedStrings"):
            if name := archive.related_part(kind):
                copy.writestr(f"xl/{kind}.xml", archive.part(name))
                kinds[f"{kind}.xml"] = kind
        copy.writestr(RELATIONS_PART, _relations(kinds))
    file.seek(0)
    return file


def read_columns(
    sheet: CalamineSheet, extent: tuple[int, int], marks: Iterable[Mark]
) -> tuple[list[Cell], ...]:
    """Return the cells of a tab column by column, with what the marks tell of them.

    Args:
        sheet: the tab in the library.
        extent: the last row and column that may hold something.
        marks: what the values do not tell.

    Raises:
        ValueError: the library finds cells beyond the extent.
        OverflowError: a number is too large for the day or the hours that it is to show.
    """
    last_row, last_column = sheet.end or (-1, -1)  # 0-based
    if last_row >= extent[0] or last_column >= extent[1]:
        raise ValueError("cells where none were found")
    columns = _columns(sheet, last_row, last_column)
    for mark in marks:
        _widen(columns, mark)
        cells = columns[mark.column - 1]
        cells[mark.row - 1] = mark.error or _percentage(cells[mark.row - 1])
    return tuple(columns)


def _columns(sheet: CalamineSheet, last_row: int, last_column: int) -> list[list[Cell]]:
    """Return the values from A1 on; the library's rows begin at the first column with a value."""
    _, first_column = sheet.start or (0, 0)
    empty: list[list[Cell]] = [[None] * (last_row + 1) for _ in range(first_column)]
    filled: list[list[Cell]] = [[] for _ in range(last_column + 1 - first_column)]
    rows = iter(sheet.iter_rows())
    while some := list(islice(rows, ROWS_AT_ONCE)):
        for cells, values in zip(filled, zip(*some, strict=True), strict=True):
            cells.extend(map(_cell, values))
    return empty + filled


def _widen(columns: list[list[Cell]], mark: Mark) -> None:
    """Make room for a marked cell without a value, to the right of or below all values."""
    row_count = len(columns[0]) if columns else 0
    if mark.column <= len(columns) and mark.row <= row_count:
        return
    row_count = max(row_count, mark.row)
    columns.extend([] for _ in range(len(columns), mark.column))
    for cells in columns:
        cells.extend([None] * (row_count - len(cells)))


def _cell(value: Value) -> Cell:
    if isinstance(value, (time, timedelta)):
        return str(value)
    return None if value == "" else value


def _percentage(cell: Cell) -> Cell:
    """Return the text that one sees: a cell that shows 21 % holds 0.21, and only there is it 21.

    Three decimals get a 0 behind them, for as a text they might be thousands.
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell
    shown = f"{cell * 100:.12g}"
    has_two_readings = len(shown.partition(".")[2]) == 3  # noqa: PLR2004 - see above
    return f"{shown}0 %" if has_two_readings else f"{shown} %"


def _workbook(sheet_count: int, day_0: int) -> str:
    sheets = "".join(
        f'<sheet name="{number}" sheetId="{number + 1}" r:id="r{number}"/>'
        for number in range(sheet_count)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f'<workbookPr date1904="{day_0 == 1904:d}"/><sheets>{sheets}</sheets></workbook>'  # noqa: PLR2004 - a year
    )


def _relations(kinds: dict[str, str]) -> str:
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{name}"/>'
        for number, (name, kind) in enumerate(kinds.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
