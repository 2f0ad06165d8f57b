"""The example workbook: made by its script, exported to the cent, whatever the order of its rows."""

import importlib
import random
import shutil
from collections import Counter, defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import pytest
from house_support import TEAM, Book, act, build, csf, opened, unzipped
from openpyxl.worksheet.worksheet import Worksheet

from boekbrug.server.bookkeeping.booking import Totals
from boekbrug.server.bookkeeping.model import Period

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
THIRD_QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
CENT = Decimal("0.01")
RATES = {"H21": Decimal(21), "M12": Decimal(12), "L6": Decimal(6)}
SHUFFLED = ("Invoices", "Customers", "Lines")


def cells(path: Path) -> dict[str, dict[str, tuple[object, str]]]:
    """Return the value and the number format of every cell, by tab and place."""
    return {
        sheet.title: {
            cell.coordinate: (cell.value, cell.number_format)
            for row in sheet.iter_rows()
            for cell in row
        }
        for sheet in openpyxl.load_workbook(path).worksheets
    }


def acme(directory: Path) -> Book:
    """Return the example, attached in a new house."""
    house = build(directory)
    path = shutil.copy(EXAMPLES / "acme.xlsx", directory / "acme.xlsx")
    return Book(house, house.attach(path, keep_numbers=TEAM))


def exported(book: Book) -> bytes:
    """Return the ZIP of the three months."""
    [content] = book.stored(book.export(THIRD_QUARTER))
    return content


def half_up(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def shuffle(sheet: Worksheet, seed: int) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    random.Random(seed).shuffle(rows)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def test_the_file_is_what_its_script_makes(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(EXAMPLES)
    importlib.import_module("make_acme").make(tmp_path / "acme.xlsx")
    assert cells(EXAMPLES / "acme.xlsx") == cells(tmp_path / "acme.xlsx")


def test_the_firm_sells_what_a_small_firm_sells(tmp_path):
    book = acme(tmp_path)
    customers, invoices = book.rows("Customers").values(), book.rows("Invoices").values()
    assert Counter(row["Kind"] for row in customers) == {"company": 28, "person": 12}
    assert sum(not row["Accountant's no."] for row in customers) == 9
    assert not all(row["Customer"].isascii() for row in customers)
    assert Counter(row["Kind"] for row in invoices) == {"invoice": 116, "credit note": 10}
    lines = book.tab("Lines").columns
    codes = {row["VAT"] for row in invoices} | {column[1] for column in lines if column[0] == "VAT"}
    assert codes - {""} >= {"H21"}


def test_the_check_finds_nothing_wrong(tmp_path):
    checked = acme(tmp_path).check(THIRD_QUARTER)
    assert checked.sentence == (
        "103 invoices, 9 credit notes, EUR 12.36: nothing wrong. "
        "5 things good to know: see tab Check."
    )


def test_three_months_come_out_to_the_cent(tmp_path):
    book = acme(tmp_path)
    run = book.export(THIRD_QUARTER)
    assert run.sentence == "Export 1 is ready: 103 invoices, 9 credit notes, EUR 12.36."
    assert book.batch(run).totals == Totals(
        documents=112,
        net=Decimal("36026.64"),
        vat=Decimal("6540.32"),
        gross=Decimal("42566.96"),
        vat_by_code={
            "211400": Decimal("5667.50"),
            "211300": Decimal("660.95"),
            "211200": Decimal("211.87"),
        },
        debit=Decimal("58074.52"),
        credit=Decimal("58074.52"),
    )
    states = Counter(row["State"] for row in book.rows("Invoices").values())
    assert states == {"exported": 112, "before Boekbrug": 12, "on hold": 2}
    assert book.house.balance() == Decimal("25.00") - Decimal("12.36")
