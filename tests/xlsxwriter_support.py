"""Workbooks by XlsxWriter: each with one thing in its tab Invoices that a careless write loses."""

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter

Add = Callable[[Any, Any], object]
"""Puts something into a workbook and its tab Invoices; the library has no types."""


@dataclass(frozen=True, slots=True)
class Feature:
    """What a file has: `mark` stands in a part whose name begins with `part`."""

    part: str
    mark: bytes
    add: Add


HEADERS = ("Number", "Date", "Net", "Gross", "Own", "State", "Problem")
NUMBERS = ("2026/1", "2026/2", "2026/3")
NETS = (101.5, 200, 0.1)


def xlsxwriter_book(add: Add) -> bytes:
    """Return a workbook with invoices, formulas with results, tab Start, and what is added."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("Invoices")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    wrapped = book.add_format({"text_wrap": True, "bg_color": "#F1F3F4"})
    sheet.write_row("A1", HEADERS, bold)
    sheet.set_column("G:G", 40, wrapped)
    for row, (number, net) in enumerate(zip(NUMBERS, NETS, strict=True), start=2):
        sheet.write(f"A{row}", number)
        sheet.write_datetime(f"B{row}", datetime(2026, 9, 28 + row % 2), day)  # noqa: DTZ001
        sheet.write(f"C{row}", net)
        sheet.write_formula(f"D{row}", f"=C{row}*1.21", None, net * 1.21)
        sheet.write(f"F{row}", "new", wrapped)
    start = book.add_worksheet("Start")
    start.set_column("A:A", 30, bold)
    start.write("A1", "Last run", bold)
    start.write_formula("D1", "=COUNTA(Invoices!A2:A9)", None, 3)
    totals = book.add_worksheet("Totals")
    totals.write_formula("A1", "=SUM(Invoices!D2:D4)", None, 364.936)
    totals.write_formula("A2", '="Invoices: "&Start!D1', None, "Invoices: 3")
    totals.write_formula("A3", "=A1/0", None, "#DIV/0!")
    totals.write_formula("A4", "=1+1", None, 3)
    totals.write_formula("B1", '=COUNTIF(Invoices!F2:F9,"exported")', None, 0)
    add(book, sheet)
    book.close()
    return file.getvalue()


def picture() -> io.BytesIO:
    """Return a red PNG of 4 by 4 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff\0\0" * 4) * 4)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunks)


def _rich_text(book: Any, sheet: Any) -> None:
    bold, red = book.add_format({"bold": True}), book.add_format({"color": "red"})
    sheet.write_rich_string("E2", "very ", bold, "bold", " and ", red, "red")


def _chart(book: Any, sheet: Any) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "=Invoices!$A$2:$A$4", "values": "=Invoices!$D$2:$D$4"})
    sheet.insert_chart("I2", chart)


def _chart_tab(book: Any, _: Any) -> None:
    chart = book.add_chart({"type": "pie"})
    chart.add_series({"values": "=Invoices!$D$2:$D$4"})
    book.add_chartsheet("Picture").set_chart(chart)


def _icons(_: Any, sheet: Any) -> None:
    sheet.conditional_format(
        "C2:C9", {"type": "icon_set", "icon_style": "3_traffic_lights", "reverse_icons": True}
    )
    sheet.conditional_format("G2:G9", {"type": "no_blanks"})


def _print_settings(_: Any, sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_header("&LAcme&C&D&R&P")
    sheet.set_footer("&F")
    sheet.repeat_rows(0)
    sheet.print_area("A1:G9")
    sheet.set_h_pagebreaks([3])
    sheet.fit_to_pages(1, 0)


def _outline(_: Any, sheet: Any) -> None:
    sheet.set_row(1, 33, None, {"level": 1})
    sheet.set_row(2, None, None, {"level": 1, "hidden": True})
    sheet.set_row(3, None, None, {"collapsed": True})
    sheet.set_column("E:E", 9, None, {"level": 1, "hidden": True})


def _table(_: Any, sheet: Any) -> None:
    columns = [{"header": header} for header in HEADERS]
    columns[3]["formula"] = "=Sales[[#This Row],[Net]]*1.21"
    sheet.add_table("A1:G4", {"name": "Sales", "columns": columns, "style": "Table Style Light 9"})


def _validation(_: Any, sheet: Any) -> None:
    sheet.data_validation("F2:F9", {"validate": "list", "source": ["new", "exported"]})
    sheet.data_validation("E2:E9", {"validate": "list", "source": "=Totals!$A$1:$A$3"})


def _names(book: Any, _: Any) -> None:
    book.define_name("Rate", "=Invoices!$C$2")
    book.define_name("Totals!Local", "=Totals!$A$1")


def _notes(_: Any, sheet: Any) -> None:
    sheet.write_comment("F2", "Ask An.", {"author": "Jan", "x_scale": 2})
    sheet.write_comment("E3", "Paid in cash.")


def _links(_: Any, sheet: Any) -> None:
    sheet.write_url("E2", "https://acme.example/2026/1", string="invoice", tip="Open it")
    sheet.write_url("F3", "internal:Totals!A1", string="new")


def _header_picture(_: Any, sheet: Any) -> None:
    sheet.set_header("&L&G", {"image_left": "logo.png", "image_data_left": picture()})


def _filter(_: Any, sheet: Any) -> None:
    sheet.autofilter("A1:G4")
    sheet.filter_column("F", "x == new")
    sheet.freeze_panes(1, 1)


FEATURES = {
    "results of formulas": Feature("xl/worksheets/sheet1", b"<v>122.815</v>", lambda *_: None),
    "rich text": Feature("xl/sharedStrings", b"<r><rPr><b/>", _rich_text),
    "sparklines": Feature(
        "xl/worksheets/sheet1",
        b"<x14:sparkline>",
        lambda _, sheet: sheet.add_sparkline("E2", {"range": "Invoices!C2:D2"}),
    ),
    "data bars of Excel 2010": Feature(
        "xl/worksheets/sheet1",
        b"<x14:conditionalFormatting",
        lambda _, sheet: sheet.conditional_format(
            "C2:C9", {"type": "data_bar", "data_bar_2010": True}
        ),
    ),
    "icons": Feature("xl/worksheets/sheet1", b"<iconSet", _icons),
    "a shape": Feature(
        "xl/drawings/drawing1", b"pay<", lambda _, sheet: sheet.insert_textbox("I2", "pay")
    ),
    "an image": Feature(
        "xl/media/image1.png",
        b"PNG",
        lambda _, sheet: sheet.insert_image("I2", "logo.png", {"image_data": picture()}),
    ),
    "an image in a cell": Feature(
        "xl/worksheets/sheet1",
        b' vm="1"',
        lambda _, sheet: sheet.embed_image("E2", "logo.png", {"image_data": picture()}),
    ),
    "an image in the header": Feature("xl/drawings/vmlDrawing1", b"imagedata", _header_picture),
    "a chart": Feature("xl/charts/chart1", b"$D$2:$D$4", _chart),
    "a tab that is a chart": Feature("xl/chartsheets/sheet1", b"drawing", _chart_tab),
    "notes": Feature("xl/comments1", b"Ask An.", _notes),
    "a button": Feature(
        "xl/drawings/vmlDrawing1",
        b"Button",
        lambda _, sheet: sheet.insert_button("I2", {"caption": "Run"}),
    ),
    "tick boxes": Feature(
        "xl/featurePropertyBag",
        b"Checkbox",
        lambda _, sheet: [sheet.insert_checkbox(f"E{row}", row == 2) for row in (2, 3, 4)],
    ),
    "defined names": Feature("xl/workbook.xml", b'name="Rate"', _names),
    "lists to choose from": Feature("xl/worksheets/sheet1", b"<dataValidation ", _validation),
    "a table": Feature("xl/tables/table1", b"calculatedColumnFormula", _table),
    "print settings": Feature("xl/worksheets/sheet1", b"<rowBreaks", _print_settings),
    "links": Feature("xl/worksheets/_rels/sheet1", b"acme.example", _links),
    "a filter": Feature("xl/worksheets/sheet1", b"<filterColumn", _filter),
    "folded rows": Feature("xl/worksheets/sheet1", b'outlineLevel="1"', _outline),
    "protection": Feature(
        "xl/worksheets/sheet1", b"<sheetProtection", lambda _, sheet: sheet.protect("secret")
    ),
    "a formula that spills": Feature(
        "xl/metadata",
        b"XLDAPR",
        lambda _, sheet: sheet.write_dynamic_array_formula("E2", "=SORT(C2:C4)", None, 0.1),
    ),
    "a formula of several cells": Feature(
        "xl/worksheets/sheet1",
        b't="array" ref="E2:E4"',
        lambda _, sheet: sheet.write_array_formula("E2:E4", "{=C2:C4*2}", None, 203),
    ),
    "merged cells": Feature(
        "xl/worksheets/sheet1",
        b"<mergeCell ",
        lambda _, sheet: sheet.merge_range("I2:J4", "together"),
    ),
    "properties of its own": Feature(
        "docProps/custom", b"Dossier", lambda book, _: book.set_custom_property("Dossier", "acme")
    ),
}
