"""An .xlsx file that is not there yet: the first sheet that people fill in, made by openpyxl."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from boekbrug.adapters.local.archive import Archive
from boekbrug.adapters.local.first_look import dress
from boekbrug.adapters.local.whole_file import write_new
from boekbrug.server.workbook.cells import Cell, CellError
from boekbrug.server.workbook.first_sheet import FirstTab

_NUMBERS_AS_TEXT = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
)
_AFTER_IGNORED_ERRORS = re.compile(rb"(?=<legacyDrawing|</worksheet>)")


def write_new_workbook(path: Path, tabs: Sequence[FirstTab], *, made_at: datetime) -> None:
    """Write a workbook with these tabs; the same tabs and instant give the same bytes.

    Args:
        path: where; never overwritten.
        tabs: the tabs in their order, with the rows that are filled in.
        made_at: the instant that the file says it was made.

    Raises:
        FileExistsError: there is a file already; its text is the sentence for people.
    """
    content = _content(tabs, made_at.astimezone(UTC))
    try:
        write_new(path, content)
    except FileExistsError as error:
        raise FileExistsError(
            f"{path.name}: found a file of that name, needed the name free. Choose another name."
        ) from error


def _content(tabs: Sequence[FirstTab], made_at: datetime) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    stamp = made_at.replace(tzinfo=None)
    workbook.properties = DocumentProperties(creator="Boekbrug", created=stamp, modified=stamp)
    for tab in tabs:
        sheet = workbook.create_sheet(tab.title)
        _fill(sheet, tab)
        dress(sheet, tab)
    file = BytesIO()
    # Not Workbook.save, which writes the present instant into the file.
    ExcelWriter(workbook, ZipFile(file, "w", ZIP_DEFLATED)).save()
    archive = Archive(file.getvalue())
    sheets = {
        part: _AFTER_IGNORED_ERRORS.sub(_NUMBERS_AS_TEXT, archive.part(part), count=1)
        for part in archive.sheet_parts().values()
    }
    return archive.with_parts(sheets, dated=made_at.timetuple()[:6])


def _fill(sheet: Worksheet, tab: FirstTab) -> None:
    headers = tuple(column.header for column in tab.columns)
    for number, row in enumerate((headers, *tab.rows) if headers else tab.rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None and value != "":
                _put(sheet, number, column, value)


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    shown = value.code if isinstance(value, CellError) else value
    cell = sheet.cell(row, column, shown)
    if isinstance(shown, str):
        # A text also when it begins with =.
        cell.data_type = "e" if isinstance(value, CellError) else "s"
