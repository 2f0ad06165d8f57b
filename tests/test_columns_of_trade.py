"""Columns that the first sheet lacks: each reaches the model, through a whole sheet."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from workbook_support import ACCOUNTS, GARAGE, PERSON, VAT, Row, Rows, errors, invoice, read, sheet
from workbook_support import settings as setting_rows

from boekbrug.server.bookkeeping.books import ReturnBoxes
from boekbrug.server.bookkeeping.model import CashDiscount, Currency, DocumentKey, TypedPeriod
from boekbrug.server.bookkeeping.terms import (
    LineKind,
    SalesList,
    VatStatus,
)
from boekbrug.server.workbook.cells import Cell

EMPTY: Row = {"Net": None, "VAT": None}
WALK_IN: Row = {"Customer": "Walk-in", "Kind": "collective", "Country": "BE"}
HEAD_OFFICE: Row = {"Customer": "Holding", "Kind": "company", "Country": "BE"}
CUSTOMERS: dict[str, tuple[Cell, str, object]] = {
    "Name 2": ("Workshops", "name_2", "Workshops"),
    "House number": (12.0, "house_number", "12"),
    "Box": ("B", "box", "B"),
    "Address 2": ("Gate 3", "address_2", "Gate 3"),
    "VAT status": ("kleine onderneming", "vat_status", VatStatus.SMALL_ENTERPRISE),
    "Enterprise number": (403019261.0, "enterprise_number", "0403019261"),
    "Currency": ("usd", "currency", "USD"),
    "Phone": ("02 123 45 67", "phone", "02 123 45 67"),
    "Contact": ("Els", "contact", "Els"),
    "IBAN": ("be68 5390 0754 7034", "iban", "BE68539007547034"),
    "BIC": ("kredbebb", "bic", "KREDBEBB"),
    "Peppol ID": ("0208:0403019261", "peppol_id", "0208:0403019261"),
    "Buyer reference": ("PO-1", "buyer_reference", "PO-1"),
    "Default VAT code": ("h21", "default_vat_code", "H21"),
    "Default account": ("700000", "default_account", "700000"),
    "Receivable account": ("708000", "receivable_account", "708000"),
    "Category": ("A", "category", "A"),
    "Branch of": ("holding", "branch_of", "Holding"),
    "Booked on": ("WALK-IN", "booked_on", "Walk-in"),
    "Merged into": ("Holding", "merged_into", "Holding"),
}
ACCOUNT: dict[str, tuple[Cell, str, object]] = {
    "Allowed VAT codes": ("h21, L6", "allowed_vat_codes", ("H21", "L6")),
    "Automatic VAT rate": (19.0, "automatic_rate", Decimal(19)),
    "Program's account": (4400.0, "program_account", "4400"),
    "Cost centre required": (True, "cost_centre_required", True),
    "Valid from": ("2026-01-01", "valid_from", date(2026, 1, 1)),
    "Valid to": ("2026-12-31", "valid_to", date(2026, 12, 31)),
}
VAT_CODE: dict[str, tuple[Cell, str, object]] = {
    "Name nl": ("Binnenland", "names", {"nl": "Binnenland"}),
    "Exemption text fr": ("Exonéré", "exemption_texts", {"fr": "Exonéré"}),
    "Country": ("Nederland", "country", "NL"),
    "Valid from": ("2026-01-01", "valid_from", date(2026, 1, 1)),
    "Valid to": ("2026-12-31", "valid_to", date(2026, 12, 31)),
    "VAT account": ("708000", "vat_account", "708000"),
    "VAT account on credit notes": ("708000", "vat_account_credit_notes", "708000"),
    "Discount account": ("708000", "discount_account", "708000"),
    "Ventil": (55.0, "ventil", "55"),
    "DATEV key": ("3", "datev_key", "3"),
    "Box base invoices": (44.0, "boxes", ReturnBoxes("44")),
    "Box VAT credit notes": ("64", "boxes", ReturnBoxes("", "", "", "64")),
    "EC sales list": ("s", "sales_list", SalesList.SERVICES),
    "UBL category": ("ae", "ubl_category", "AE"),
    "VATEX code": ("VATEX-EU-AE", "vatex_code", "VATEX-EU-AE"),
}
DOCUMENT: dict[str, tuple[Row, str, object]] = {
    "terms": ({"Payment term": "30E"}, "due_on", date(2026, 4, 30)),
    "no terms": ({"Payment term": None}, "due_on", None),
    "a day of supply": ({"Supply date": "2026-03-12"}, "supplied_on", date(2026, 3, 12)),
    "days of supply": (
        {"Supply date": "2026-03-12", "Supplied from": "2026-03-02"},
        "supplied_from",
        date(2026, 3, 2),
    ),
    "a quarter": ({"Period": "Q1 2026"}, "period", TypedPeriod(2026, 1, is_quarter=True)),
    "a month": ({"Period": date(2026, 3, 1)}, "period", TypedPeriod(2026, 3, is_quarter=False)),
    "your reference": ({"Your reference": "PO-4711"}, "your_reference", "PO-4711"),
    "currency": (
        {"Currency": "USD", "Rate": 1.0847, "Rate date": "2026-03-15"},
        "currency",
        Currency("USD", Decimal("1.0847"), date(2026, 3, 15)),
    ),
    "the own currency": ({"Currency": "EUR", "Rate": 1.0}, "currency", None),
    "discount": ({"Document discount amount": 5.0}, "discount_amount", Decimal("5.00")),
    "its text": ({"Document discount text": "Fair"}, "discount_text", "Fair"),
    "cash discount": (
        {"Cash discount %": 2.0, "Cash discount days": 8.0},
        "cash_discount",
        CashDiscount(Decimal(2), 8),
    ),
    "rounding": ({"Payable rounding": -0.02}, "payable_rounding", Decimal("-0.02")),
    "paid": ({"Already paid": "20,00"}, "paid", Decimal("20.00")),
    "delivery": ({"Delivery country": "de"}, "delivery_country", "DE"),
    "dispatch": ({"Supply country": "BE"}, "supply_country", "BE"),
    "journal": ({"Journal": "VK2"}, "journal", "VK2"),
    "cost centre": ({"Cost centre": "K1"}, "cost_centre", "K1"),
    "link": ({"PDF link": "https://files.example/1"}, "pdf_link", "https://files.example/1"),
    "a final one": ({"Status": "definitief"}, "is_draft", False),
    "a draft": ({"Status": "brouillon"}, "is_draft", True),
    "a draft waits": ({"Status": "concept"}, "hold", True),
}
LINE: dict[str, tuple[Row, str, object]] = {
    "kind": ({"Line kind": "toeslag"}, "kind", LineKind.CHARGE),
    "a discount": ({"Line kind": "discount", "Quantity": 2.0}, "quantity", Decimal(-2)),
    "one typed negative": ({"Line kind": "korting", "Quantity": -2.0}, "quantity", Decimal(-2)),
    "its net": ({"Line kind": "discount", "Net": 10.0}, "net", Decimal("-10.00")),
    "with VAT": ({"Includes VAT": True}, "includes_vat", True),
    "item": ({"Item code": "A-1"}, "item_code", "A-1"),
    "unit": ({"Unit": "h"}, "unit", "h"),
    "discount amount": ({"Discount amount": 2.5}, "discount_amount", Decimal("2.50")),
    "net": ({"Unit price": None, "Net": 99.5}, "net", Decimal("99.50")),
    "total": ({"Unit price": None, "Total incl. VAT": 121.0}, "total", Decimal("121.00")),
    "VAT": ({"Net": 10.0, "VAT amount": 2.1, "Total incl. VAT": 12.1}, "vat", Decimal("2.10")),
    "cost centre": ({"Cost centre": "K1"}, "cost_centre", "K1"),
    "cost unit": ({"Cost unit": "T1"}, "cost_unit", "T1"),
    "project": ({"Project": "P1"}, "project", "P1"),
    "service from": ({"Service from": "2026-03-01"}, "service_from", date(2026, 3, 1)),
    "service to": ({"Service to": "2026-03-31"}, "service_to", date(2026, 3, 31)),
    "text": ({"Line kind": "text", "Unit price": None, "VAT": None}, "vat_code", ""),
}


def with_lines(*lines: Row, document: Row | None = None) -> dict[str, Rows]:
    """Return an invoice whose lines stand in tab Lines, from row 2 on."""
    whole: Row = {"Invoice": "2026/18", "Unit price": 10.0, "VAT": "H21"}
    return {
        "Invoices": {2: {**invoice(), **EMPTY, **(document or {})}},
        "Lines": {number: {**whole, **line} for number, line in enumerate(lines, 2)},
    }


def only_document(**rows: Rows) -> Any:
    (document,) = read(sheet(**rows)).workbook.documents
    assert errors(sheet(**rows)) == []
    return document


@pytest.mark.parametrize("header", CUSTOMERS)
def test_a_column_of_customers_is_in_the_customer(header: str):
    cell, attribute, expected = CUSTOMERS[header]
    cells = sheet(Customers={2: {**GARAGE, header: cell}, 3: HEAD_OFFICE, 4: WALK_IN})
    assert getattr(read(cells).workbook.customers["Garage Maes"], attribute) == expected
    assert errors(cells) == []


def test_a_private_person_is_named_by_two_columns():
    typed = {**PERSON, "First name": "Els", "Last name": "Maes"}
    cells = sheet(Customers={2: {**typed, "Customer": "E1"}})
    assert read(cells).workbook.customers["E1"].name == "Els Maes"


def test_a_customers_cash_discount_has_its_days():
    discount: Row = {"Cash discount %": 2.0, "Cash discount days": "8"}
    cells = sheet(Customers={2: {**GARAGE, **discount}})
    customer = read(cells).workbook.customers["Garage Maes"]
    assert (customer.cash_discount_percent, customer.cash_discount_days) == (Decimal(2), 8)
    assert errors(cells) == []


@pytest.mark.parametrize("header", ACCOUNT)
def test_a_column_of_accounts_is_in_the_account(header: str):
    cell, attribute, expected = ACCOUNT[header]
    cells = sheet(Accounts={**ACCOUNTS, 2: {**ACCOUNTS[2], header: cell}})
    assert getattr(read(cells).workbook.accounts["700000"], attribute) == expected
    assert errors(cells) == []


@pytest.mark.parametrize("header", VAT_CODE)
def test_a_column_of_vat_is_in_the_code(header: str):
    cell, attribute, expected = VAT_CODE[header]
    cells = sheet(VAT={**VAT, 2: {**VAT[2], header: cell}})
    assert getattr(read(cells).workbook.vat_codes["H21"], attribute) == expected
    assert errors(cells) == []


@pytest.mark.parametrize("treatment", ["OSS goods", "deposit", "margin", "small enterprise"])
def test_a_code_that_is_not_domestic_may_have_a_rate(treatment: str):
    foreign: Row = {"Code": "X", "Rate %": 19.0, "Treatment": treatment, "Country": "DE"}
    assert errors(sheet(VAT={**VAT, 9: foreign})) == []


@pytest.mark.parametrize("case", DOCUMENT)
def test_a_column_of_invoices_is_in_the_document(case: str):
    cells, attribute, expected = DOCUMENT[case]
    assert getattr(only_document(Invoices={2: {**invoice(), **cells}}), attribute) == expected


@pytest.mark.parametrize("case", LINE)
def test_a_column_of_lines_is_in_the_line(case: str):
    cells, attribute, expected = LINE[case]
    document = only_document(**with_lines({"Unit price": 500.0}, cells))
    assert getattr(document.lines[1], attribute) == expected


def test_prices_are_with_vat_where_settings_or_the_line_say_so():
    with_vat = setting_rows(Prices_include_VAT="yes")
    lines = with_lines({"Includes VAT": "no"}, {"Includes VAT": None})
    assert [line.includes_vat for line in only_document(Settings=with_vat, **lines).lines] == [
        False,
        True,
    ]
    plain = only_document(Settings=with_vat, **with_lines({}))
    assert [line.includes_vat for line in plain.lines] == [True]


def test_a_credit_note_names_the_invoices_that_it_credits():
    note = invoice("CN2026/3", Kind="credit note", Credits="2026/18, 2025/7")
    documents = read(sheet(Invoices={2: invoice(), 3: note})).workbook.documents
    assert documents[1].credits == (
        DocumentKey("invoice:", "", "2026/18"),
        DocumentKey("invoice:", "", "2025/7"),
    )
    rebate = only_document(Invoices={3: {**note, "Credits": "Periode"}})
    assert (rebate.credits, rebate.is_rebate) == ((), True)


def test_a_credit_note_typed_negative_is_turned_with_all_its_amounts():
    negative = setting_rows(**{"Credit-note_amounts_are_typed": "negative"})
    note: Row = {"Kind": "credit note", "Already paid": -2.0, "Payable rounding": 0.02}
    lines = with_lines(
        {"Unit price": None, "Net": -50.0, "Total incl. VAT": None},
        {"Line kind": "discount", "Quantity": 1.0},
        document=note,
    )
    document = only_document(Settings=negative, **lines)
    assert (document.paid, document.payable_rounding) == (Decimal("2.00"), Decimal("-0.02"))
    assert document.lines[0].net == 50
    assert document.lines[1].quantity == -1


def test_a_line_on_an_account_with_cost_centres_takes_that_of_its_invoice():
    accounts = {2: {**ACCOUNTS[2], "Cost centre required": True}}
    document = only_document(Accounts=accounts, Invoices={2: invoice(Cost_centre="K1")})
    assert document.cost_centre == "K1"


def test_a_vat_number_in_a_number_cell_gets_the_zeros_back_that_its_check_proves():
    italian: Row = {**GARAGE, "Country": "IT", "VAT number": 743110157.0}
    customers = read(sheet(Customers={2: italian})).workbook.customers
    assert customers["Garage Maes"].vat_number == "IT00743110157"
