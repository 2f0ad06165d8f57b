"""Workbooks as people damage them: real .xlsx files of a test's tabs, read as every run does."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from excel_support import workbook
from workbook_support import Row, invoice, read

from boekbrug.server.bookkeeping.problems import Problem, merged, sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cell, Cells

Touch = Callable[[Any], None]
"""What somebody does to the open file."""


WITH_LINES = invoice(Net=None, VAT=None)


def line(number: Cell = "2026/18", /, **more: Cell) -> Row:
    """Return a right line; `more` in place of its cells."""
    right: dict[str, Cell] = {"Invoice": number, "Unit price": 12.5, "VAT": "H21"}
    return right | {name.replace("_", " "): cell for name, cell in more.items()}


def file_of(cells: Cells, touch: Touch = lambda _: None) -> bytes:
    """Return the tabs as an .xlsx file, with what is done to it."""
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    for tab in cells.tabs:
        sheet = book.create_sheet(tab.title)
        for column, values in enumerate(tab.columns, start=1):
            for row, value in enumerate(values, start=1):
                if value is not None:
                    sheet.cell(row, column, value)
    touch(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def problems_of(folder: Path, content: bytes) -> list[Problem]:
    """Return what is found in an .xlsx file, read as every run reads one."""
    path = folder / "Sales.xlsx"
    path.write_bytes(content)
    return merged(read(workbook(path).read()).workbook.problems)


def told(folder: Path, cells: Cells, touch: Touch = lambda _: None) -> list[str]:
    """Return everything that is said of a workbook, in English, each followed by its Dutch."""
    problems = problems_of(folder, file_of(cells, touch))
    sentences = [sentence(one) for one in problems]
    return [text for one in sentences for text in (str(one), in_language(one, "nl"))]
