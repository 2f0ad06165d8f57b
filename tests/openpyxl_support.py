"""Workbooks by openpyxl: each with one thing that a careless write loses."""

import io
import warnings
from typing import Any

import openpyxl
from excel_support import RELATIONS
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule
from openpyxl.packaging.custom import StringProperty
from openpyxl.packaging.relationship import Relationship
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.external_link.external import (
    ExternalBook,
    ExternalCell,
    ExternalLink,
    ExternalRow,
    ExternalSheetData,
    ExternalSheetDataSet,
    ExternalSheetNames,
)
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from xlsxwriter_support import HEADERS, NETS, NUMBERS, Add, Feature


def openpyxl_book(add: Add) -> bytes:
    """Return a workbook with invoices, formulas, tab Start, and what is added."""
    book: Any = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Invoices"
    sheet.append(HEADERS)
    for row, (number, net) in enumerate(zip(NUMBERS, NETS, strict=True), start=2):
        sheet.append((number, f"2026-09-{row:02}", net, f"=C{row}*1.21", None, "new"))
        sheet.cell(row, 6).fill = PatternFill("solid", start_color="F1F3F4")
    start = book.create_sheet("Start")
    start["A1"], start["D1"] = "Last run", "=COUNTA(Invoices!A2:A9)"
    start["A1"].font = Font(bold=True)
    totals = book.create_sheet("Totals")
    totals["A1"], totals["A2"] = "=SUM(Invoices!D2:D4)", '="Invoices: "&Start!D1'
    totals["A4"], totals["B1"] = "=1+1", '=COUNTIF(Invoices!F2:F9,"exported")'
    add(book, sheet)
    return _saved(book)


def by_openpyxl(content: bytes) -> bytes:
    """Return another program's file as openpyxl saves it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it loses
        return _saved(openpyxl.load_workbook(io.BytesIO(content)))


def _saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _rich_text(_: Any, sheet: Any) -> None:
    sheet["E2"] = CellRichText("very ", TextBlock(InlineFont(b=True), "bold"))


def _chart(_: Any, sheet: Any) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "I2")


def _rules(_: Any, sheet: Any) -> None:
    sheet.conditional_formatting.add("C2:C9", ColorScaleRule("min", None, "FF0000", "max"))
    red = PatternFill("solid", end_color="FFC7CE")
    sheet.conditional_formatting.add("G2:G9", CellIsRule("notEqual", ['""'], fill=red))


def _validation(_: Any, sheet: Any) -> None:
    sheet.add_data_validation(DataValidation("list", '"new,exported"', sqref="F2:F9"))


def _notes(_: Any, sheet: Any) -> None:
    sheet["F2"].comment = Comment("Ask An.", "Jan", width=280)


def _names(book: Any, _: Any) -> None:
    book.defined_names["Rate"] = DefinedName("Rate", attr_text="Invoices!$C$2")


def _print_settings(_: Any, sheet: Any) -> None:
    sheet.print_area, sheet.print_title_rows = "A1:G9", "1:1"
    sheet.oddHeader.center.text = "&D"
    sheet.row_breaks.append(Break(3))
    sheet.page_setup.orientation = "landscape"


def _links(_: Any, sheet: Any) -> None:
    sheet["E2"].hyperlink = "https://acme.example/2026/1"


def _other_workbook(book: Any, sheet: Any) -> None:
    cell = ExternalCell("A1", v="1.21")
    rates = ExternalSheetDataSet([ExternalSheetData(0, row=[ExternalRow(1, [cell])])])
    other = ExternalBook(ExternalSheetNames(["Rates"]), sheetDataSet=rates, id="rId1")
    link = ExternalLink(other)
    link.file_link = Relationship(
        "rId1", f"{RELATIONS}/externalLinkPath", Target="Rates.xlsx", TargetMode="External"
    )
    book._external_links.append(link)
    sheet["E2"] = "=[1]Rates!$A$1*C2"


def _property(book: Any, _: Any) -> None:
    book.custom_doc_props.append(StringProperty(name="Dossier", value="acme"))


def _array(_: Any, sheet: Any) -> None:
    sheet["E2"] = ArrayFormula("E2:E4", "=C2:C4*2")


def _protection(_: Any, sheet: Any) -> None:
    sheet.protection.sheet = True


OPENPYXL_FEATURES = {
    "rich text": Feature("xl/worksheets/sheet1", b"<is><r>", _rich_text),
    "a chart": Feature("xl/charts/chart1", b"$D$2:$D$4", _chart),
    "conditional formats": Feature("xl/worksheets/sheet1", b"<colorScale>", _rules),
    "lists to choose from": Feature("xl/worksheets/sheet1", b"<dataValidation ", _validation),
    "notes": Feature("xl/comments/comment1", b"Ask An.", _notes),
    "defined names": Feature("xl/workbook.xml", b'name="Rate"', _names),
    "a table": Feature(
        "xl/tables/table1",
        b'ref="A1:G4"',
        lambda _, sheet: sheet.add_table(Table(displayName="Sales", ref="A1:G4")),
    ),
    "print settings": Feature("xl/worksheets/sheet1", b"<rowBreaks", _print_settings),
    "links": Feature("xl/worksheets/_rels/sheet1", b"acme.example", _links),
    "a link to another workbook": Feature("xl/externalLinks/_rels", b"Rates", _other_workbook),
    "properties of its own": Feature("docProps/custom", b"Dossier", _property),
    "a formula of several cells": Feature("xl/worksheets/sheet1", b't="array"', _array),
    "protection": Feature("xl/worksheets/sheet1", b"<sheetProtection", _protection),
}
