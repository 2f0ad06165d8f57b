"""Workbooks that people work in, of every kind: what the contract tests of the port run against."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import openpyxl
from google_sheets_support import Formula, GoogleSheet, Rows

from boekbrug.adapters.google.client import GoogleClient
from boekbrug.adapters.local.excel import ExcelLimits, ExcelWorkbook
from boekbrug.server.workbook.cells import Cell, CellError
from boekbrug.server.workflow.ports import WorkbookPort


class Sheet(Protocol):
    """A workbook that people work in."""

    def fill(self, title: str, rows: Rows) -> None:
        """Put these rows in place of all that stands in a tab."""

    def port(self) -> WorkbookPort:
        """Return the server's way to it."""

    def formula(self, title: str, row: int, column: int) -> str:
        """Return the formula of a cell."""


@dataclass(frozen=True, slots=True)
class Excel:
    path: Path

    def fill(self, title: str, rows: Rows) -> None:
        book = openpyxl.load_workbook(self.path) if self.path.exists() else openpyxl.Workbook()
        if title in book.sheetnames:
            del book[title]
        sheet = book.create_sheet(title)
        if "Sheet" in book.sheetnames:
            del book["Sheet"]
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = _in_excel(value)
        book.save(self.path)

    def port(self) -> WorkbookPort:
        limits = ExcelLimits(file_bytes_max=10**6, uncompressed_bytes_max=10**7, rows_max=2000)
        return ExcelWorkbook(self.path, limits=limits)

    def formula(self, title: str, row: int, column: int) -> str:
        return str(openpyxl.load_workbook(self.path)[title].cell(row, column).value)


def _in_excel(value: Cell | Formula) -> Any:
    match value:
        case Formula(text):
            return text
        case CellError(code):
            return code
        case _:
            return value


@dataclass(frozen=True, slots=True)
class OnGoogle:
    sheet: GoogleSheet
    client: GoogleClient

    def fill(self, title: str, rows: Rows) -> None:
        self.sheet.fill(title, rows)

    def port(self) -> WorkbookPort:
        return self.sheet.workbook(self.client)

    def formula(self, title: str, row: int, column: int) -> str:
        return self.sheet.tab(title).peek(row - 1, column - 1).formula
