"""A sheet as people fill it, with the mistakes that they make and the sentences they read."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from workbook_support import ACCOUNTS, GARAGE, PERSON, Rows, errors, invoice, read, settings, sheet

from boekbrug.server.bookkeeping.model import Document, DocumentKey, Line, Printed, UnreadableRow
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.workbook.cells import Cell, Cells, Tab

BAKERY = {**GARAGE, "Customer": "Bakkerij Janssens bv"}


def test_an_invoice_of_one_line_stands_in_its_own_row():
    document = invoice(Due="15/04/2026", Total_as_printed="121,00")
    assert read(sheet(Invoices={7: document})).workbook.documents == (
        Document(
            origin=Origin("Invoices", 7),
            key=DocumentKey("invoice:", "", "2026/18"),
            number="2026/18",
            kind=Kind.INVOICE,
            year=2026,
            sequence=18,
            issued_on=date(2026, 3, 16),
            due_on=date(2026, 4, 15),
            customer="Garage Maes",
            description="",
            reference="",
            lines=(
                Line(
                    origin=Origin("Invoices", 7),
                    description="Invoice 2026/18",
                    quantity=Decimal(1),
                    unit_price=Decimal("100.00"),
                    vat_code="H21",
                ),
            ),
            printed=Printed(total=Decimal("121.00")),
        ),
    )


def test_lines_of_an_invoice_stand_in_their_own_tab():
    lines: Rows = {
        2: {"Invoice": "2026/18", "Quantity": 7.0, "Unit price": 82.5, "VAT": 21.0},
        4: {"Invoice": "2026/18", "Unit price": "52,18", "VAT": "ic-s", "Account": 700000.0},
    }
    reading = read(sheet(Invoices={2: invoice(Net=None, VAT=None)}, Lines=lines))
    (document,) = reading.workbook.documents
    assert reading.workbook.problems == ()
    assert [(line.origin.row, line.quantity, line.vat_code) for line in document.lines] == [
        (2, Decimal(7), "H21"),
        (4, Decimal(1), "IC-S"),
    ]
    assert [line.account for line in document.lines] == ["", "700000"]


def test_a_number_that_became_a_date():
    assert errors(sheet(Invoices={31: invoice(Number=date(2026, 11, 1))})) == [
        "Invoices, row 31, Number: found the date 1 November 2026, allowed: the number as text. "
        "The spreadsheet made a date of what was typed (2026-11?). Give the cell the format text, "
        "then type the number again."
    ]


def test_a_customer_spelt_otherwise():
    cells = sheet(Customers={27: BAKERY}, Invoices={14: invoice(Customer="Bakkerij Janssen")})
    assert errors(cells) == [
        'Invoices, row 14, Customer: found "Bakkerij Janssen", allowed: a customer of tab '
        'Customers; nearest is "Bakkerij Janssens bv" (row 27). Choose it in the cell, or add '
        "the customer."
    ]


def test_a_customer_whom_nobody_resembles():
    assert errors(sheet(Invoices={14: invoice(Customer="Zoo")})) == [
        'Invoices, row 14, Customer: found "Zoo", allowed: a customer of tab Customers. '
        "Choose one in the cell, or add the customer."
    ]


def test_a_customer_made_by_copying_a_row():
    customers = {
        12: {**GARAGE, "Accountant's no.": 100017.0},
        58: {**PERSON, "Accountant's no.": "100017"},
    }
    assert errors(sheet(Customers=customers)) == [
        'Customers, row 58, Accountant\'s no.: found 100017, which belongs to "Garage Maes" '
        "(row 12), allowed: empty, or a number nobody has had. Row 58 looks like a copy of "
        "row 12: empty this cell and it gets the next number."
    ]


def test_an_invoice_made_by_copying_a_row():
    rows = {40: invoice("2026-0091", Export="12"), 41: invoice("2026-0091", Export="")}
    cells = sheet(Invoices=rows)
    assert errors(cells) == [
        "Invoices, rows 40 and 41, Number: found 2026-0091 twice, allowed: once per series and "
        "book year. Row 40 was exported (export 12), row 41 was not: give row 41 its own number."
    ]
    workbook = read(cells).workbook
    assert [document.origin.row for document in workbook.documents] == [40]
    # Without its number, so that it does not pass for the exported one.
    [copy] = workbook.unreadable
    assert replace(copy, outline=None) == UnreadableRow(
        origin=Origin("Invoices", 41),
        number=None,
        issued_on=date(2026, 3, 16),
        hold=False,
        needs_journal_of=Kind.INVOICE,
    )


def test_a_copy_above_the_exported_invoice_is_the_one_to_change():
    cells = sheet(Invoices={40: invoice(), 41: invoice(Export=12.0)})
    assert errors(cells)[0].endswith(
        "Row 41 was exported (export 12), row 40 was not: give row 40 its own number."
    )
    assert [document.origin.row for document in read(cells).workbook.documents] == [41]


def test_copies_of_an_invoice_that_was_not_exported():
    rows = {row: invoice("2026/7") for row in (5, 6, 7)}
    assert errors(sheet(Invoices=rows)) == [
        "Invoices, rows 5-7 (3 invoices), Number: found 2026/7 3 times, allowed: once per series "
        "and book year. Give rows 6 and 7 their own number, or remove them if they are copies."
    ]


@pytest.mark.parametrize(
    ("cell", "found", "cure"),
    [
        (0.21, "0.21", " Write 21."),
        ("0,21", '"0,21"', " Write 21."),
        (22.0, "22", ""),
        ("22 %", '"22 %"', ""),
        ("HOOG", '"HOOG"', ""),
        (0.0, "0", " 0 may be IC-S, IC-G, OUT, EX: write the one that is meant."),
    ],
)
def test_a_vat_code_that_is_none(cell: Cell, found: str, cure: str):
    lines: Rows = {12: {"Invoice": "2026/18", "Unit price": 1.0, "VAT": cell}}
    assert errors(sheet(Invoices={2: invoice(Net=None, VAT=None)}, Lines=lines)) == [
        f"Lines, row 12, VAT: found {found}, allowed: 21, 12, 6, or a code of tab VAT "
        f"(IC-S, IC-G, OUT \u2026).{cure}"
    ]


@pytest.mark.parametrize("cell", ["H21", "h21", "21", "21 %", "21%", 21.0, 21])
def test_a_vat_code_or_the_rate_that_only_one_code_has(cell: Cell):
    (document,) = read(sheet(Invoices={2: invoice(VAT=cell)})).workbook.documents
    assert document.lines[0].vat_code == "H21"


def test_all_problems_are_told_at_once_and_in_the_words_of_the_sheet():
    facturen = sheet(
        Invoices={2: {"Klant": "?", "Datum": "soon", "Nummer": "2026/1", "Soort": "x"}}
    )
    tabs = tuple(tab for tab in facturen.tabs if tab.title != "Invoices")
    invoices = next(tab for tab in facturen.tabs if tab.title == "Invoices")
    renamed = Tab("Facturen", invoices.columns[4:])
    assert errors(Cells((*tabs, renamed))) == [
        'Facturen, row 2, Soort: found "x", allowed: one of invoice, credit note.',
        'Facturen, row 2, Datum: found "soon", allowed: a date, like 2026-01-31 or 31/01/2026.',
        'Facturen, row 2, Klant: found "?", allowed: a customer of tab Customers. Choose one in '
        "the cell, or add the customer.",
        "Facturen, row 2, Net: found nothing, allowed: an amount, or lines in tab Lines. Fill Net "
        "and VAT for an invoice of one line, or add its lines to tab Lines.",
    ]


def test_an_account_of_settings_that_lines_may_get_must_exist():
    cells = sheet(
        Settings=settings(Default_revenue_account="700999", Discount_account=708000.0),
        Accounts=ACCOUNTS,
    )
    assert errors(cells) == [
        'Settings, row 2, Default revenue account: found "700999", allowed: an account of tab '
        "Accounts. Choose one, or add the account."
    ]


def test_a_tab_without_headers_has_no_rows():
    cells = sheet()
    bare = tuple(Tab(tab.title, ()) if tab.title == "Customers" else tab for tab in cells.tabs)
    assert [sentence.partition(",")[0] for sentence in errors(Cells(bare))] == [
        "Customers: found no row of headers"
    ]


def test_an_empty_sheet_has_no_tabs_and_no_surprises():
    reading = read(Cells(()))
    assert len(reading.workbook.problems) == 5
    assert reading.workbook.settings.programs == ("winbooks",)
