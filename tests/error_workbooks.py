"""The workbooks of `tests/errors`: a good one, and what a case has otherwise; English or Dutch.

A tab is its rows, a row its cells by header; what stands in row 1 instead of a header is a cell of
row 1 as well. In Dutch the same workbook has Dutch tabs, headers, settings and kinds.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openpyxl
from error_shapes import Shapes, give_shape, link
from openpyxl.utils import column_index_from_string
from python_calamine import CalamineWorkbook

from boekbrug.server.wording.said import in_language, word

Rows = dict[int, dict[str, Any]]
Tabs = dict[str, Rows]
Places = dict[str, dict[tuple[int, int], Any]]

_LETTERS = re.compile(r"[A-Z]{1,2}")
_WITH_KINDS = {"Kind", "Line kind", "Treatment"}
SOLD_ON = date(2026, 9, 15)


def _table(*rows: tuple[Any, ...]) -> Rows:
    """Return the rows of a tab, numbered as a sheet does; the first ones are the headers."""
    headers, *others = rows
    cells = [dict(zip(headers, row, strict=False)) for row in others]
    return {1: {header: header for header in headers}, **dict(enumerate(cells, start=2))}


def good_workbook() -> Tabs:
    """Return a workbook of which a check says nothing."""
    return {
        "Start": {},
        "Settings": _table(
            ("Setting", "Value"),
            ("Language", "en"),
            ("Invoice journal", "VERKP"),
            ("Credit note journal", "VERKCN"),
            ("Discount account", "708000"),
            ("Accountant receives e-invoices", "no"),
        ),
        "VAT": _table(
            ("Code", "Rate %", "Treatment", "Code at the accountant"),
            ("H21", 21, "domestic"),
            ("L6", 6, "domestic"),
            ("N0", 0, "zero rate"),
            ("MC", 0, "reverse charge domestic"),
            ("IC-S", 0, "EU services"),
            ("EX", 0, "export goods"),
        ),
        "Accounts": _table(("Number", "Name"), ("700000", "Sales"), ("708000", "Discounts given")),
        "Customers": _table(
            ("Customer", "Kind", "VAT number", "Country", "Accountant's no."),
            ("Garage Maes", "company", "BE0428759497", "BE"),
            ("Els Peeters", "person", None, "BE"),
        ),
        "Invoices": _table(
            ("Number", "Kind", "Date", "Customer", "Net", "VAT", "Account"),
            ("2026/18", "invoice", SOLD_ON, "Garage Maes", 100, "H21", "700000"),
        ),
        "Lines": _table(("Invoice", "Quantity", "Unit price", "VAT", "Account")),
        **{title: {} for title in ("Check", "Exports", "Balance")},
    }


def changed(tabs: Tabs, cells: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Tabs:
    """Return the tabs with other cells: by tab, row number and header or letters of a column.

    A header that the tab lacks becomes its next column, a tab that is not there is added, and ''
    empties a cell.
    """
    made = deepcopy(tabs)
    for title, rows in cells.items():
        tab = made.setdefault(title, {})
        for number, row in rows.items():
            for name, value in row.items():
                if number != "1" and not _is_column(name, tab):
                    tab.setdefault(1, {})[name] = name
                tab.setdefault(int(number), {})[name] = None if value == "" else value
    return made


def answered(tabs: Tabs, settings: Mapping[str, Any]) -> Tabs:
    """Return the tabs with these answers in Settings; a setting that is not there is added."""
    made = deepcopy(tabs)
    rows = made["Settings"]
    for name, value in settings.items():
        named = (row for row in rows.values() if row.get("Setting") == name)
        row = next(named, None)
        if row is None:
            row = rows[max(rows) + 1] = {"Setting": name}
        row["Value"] = value
    return made


def in_dutch(tabs: Tabs) -> Tabs:
    """Return the same workbook as somebody who reads Dutch has it."""
    made = {_dutch("tab", title): _dutch_rows(rows) for title, rows in tabs.items()}
    for number, row in made.get(_dutch("tab", "Settings"), {}).items():
        if number > 1 and isinstance(row.get("Setting"), str):
            value = "nl" if row["Setting"] == "Language" else row.get("Value")
            row |= {"Setting": _dutch("setting", row["Setting"]), "Value": value}
    return made


def write(path: Path, tabs: Tabs, shapes: Shapes = MappingProxyType({})) -> None:
    """Write the workbook; every text is one, also one that begins with =, but in the shapes."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in tabs.items():
        sheet = book.create_sheet(title)
        for place, value in _placed(rows).items():
            cell: Any = sheet.cell(*place, value)
            if isinstance(value, str):
                cell.data_type = "s"
    give_shape(book, shapes)
    book.save(path)
    link(path, shapes)


def write_in(language: str, path: Path, tabs: Tabs, shapes: Shapes = MappingProxyType({})) -> None:
    """Write the workbook as somebody who reads that language has it."""
    if language == "nl":
        tabs = in_dutch(tabs)
        shapes = {_dutch("tab", title): shape for title, shape in shapes.items()}
    write(path, tabs, shapes)


def cells_written(tabs: Tabs) -> Places:
    """Return the cells that a file of these tabs has."""
    return {title: _placed(rows) for title, rows in tabs.items()}


def cells_of(path: Path) -> Places:
    """Return the cells that a file has."""
    book = CalamineWorkbook.from_path(path)
    return {
        title: {
            (number, column): value
            for number, row in enumerate(_rows_of(book, title), start=1)
            for column, value in enumerate(row, start=1)
            if value != ""
        }
        for title in book.sheet_names
    }


def _rows_of(book: CalamineWorkbook, title: str) -> list[list[Any]]:
    return book.get_sheet_by_name(title).to_python(skip_empty_area=False)


def _placed(rows: Rows) -> dict[tuple[int, int], Any]:
    """Return the values that are there, by row and column from 1 on."""
    headers = list(rows.get(1, {}))
    return {
        (number, _column(name, headers)): value
        for number, row in rows.items()
        for name, value in row.items()
        if value not in (None, "")
    }


def _is_column(name: str, tab: Rows) -> bool:
    return name in tab.get(1, {}) or _LETTERS.fullmatch(name) is not None


def _column(name: str, headers: list[str]) -> int:
    """Return a column from 1 on: that of the header, else that of the letters."""
    return headers.index(name) + 1 if name in headers else column_index_from_string(name)


def _dutch_rows(rows: Rows) -> Rows:
    return {
        number: {
            name: _dutch("header", value)
            if number == 1 and isinstance(value, str)
            else _dutch("choice", value)
            if name in _WITH_KINDS and isinstance(value, str)
            else value
            for name, value in row.items()
        }
        for number, row in rows.items()
    }


def _dutch(kind: str, name: str) -> str:
    return in_language(word(kind, name), "nl")
