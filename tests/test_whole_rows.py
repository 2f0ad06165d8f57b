"""Every mistake of a row is told at the first check: none waits until another one is corrected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook_support import GARAGE, VAT, Row, errors, invoice, read, settings, sheet

from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.workbook.cells import Cells

INVOICE: Row = {
    "Kind": "offer",
    "Date": "31/02/2026",
    "Customer": "Unknown",
    "VAT": "22",
    "Account": "799999",
    "Due": "soon",
    "Payment term": "ever",
    "Rate": "much",
    "Document discount %": "some",
    "Total as printed": "1,234",
    "Reference": 7.5,
}
LINE: Row = {
    "Invoice": "2026/9",
    "Quantity": "some",
    "Unit price": "a lot",
    "VAT": "22",
    "Account": "799999",
    "Discount %": "some",
    "Service from": "31/02/2026",
}
CUSTOMER: Row = {
    "Kind": "friend",
    "Country": "YY",
    "VAT number": "BE0428759498",
    "Payment term": "ever",
    "IBAN": "BE1",
    "BIC": "x",
    "Peppol ID": "y",
    "Default VAT code": "22",
    "Default account": "799999",
    "Receivable account": "799998",
    "Branch of": "Unknown",
    "Language": 7.5,
}
CODE: Row = {
    "Treatment": "sometimes",
    "Name": 7.5,
    "Suggested account": "799999",
    "VAT account": "799998",
    "VATEX code": "none",
    "Valid from": "31/02/2026",
}
ACCOUNT: Row = {
    "Number": "70",
    "Kind": "friend",
    "Allowed VAT codes": "22",
    "Valid from": "31/02/2026",
}


def columns(cells: Cells, tab: str, row: int = 2) -> list[str]:
    """Return the columns of which something is said in a row, each as often as it is said."""
    problems = read(cells).workbook.problems
    return sorted(one.column for one in problems if one.tab == tab and row in one.rows)


def some_of(mistakes: Row) -> st.SearchStrategy[Row]:
    names = st.sets(st.sampled_from(sorted(mistakes)))
    return names.map(lambda chosen: {name: mistakes[name] for name in chosen})


@given(some_of(INVOICE))
def test_every_mistake_of_an_invoice_is_told_at_once(mistakes: Row):
    row = {**invoice(), **dict.fromkeys(INVOICE.keys() - invoice().keys()), **mistakes}
    assert columns(sheet(Invoices={2: row}), "Invoices") == sorted(mistakes)


@given(some_of(LINE))
def test_every_mistake_of_a_line_is_told_at_once(mistakes: Row):
    right: Row = {"Invoice": "2026/18", "Unit price": 5.0, "VAT": "H21"}
    cells = sheet(
        Invoices={2: invoice(Net=None, VAT=None)},
        Lines={2: dict.fromkeys(LINE) | dict(right) | dict(mistakes), 3: right},
    )
    assert columns(cells, "Lines") == sorted(mistakes)


@given(some_of(CUSTOMER))
def test_every_mistake_of_a_customer_is_told_at_once(mistakes: Row):
    cells = sheet(Customers={2: {**dict.fromkeys(CUSTOMER), **GARAGE, **mistakes}})
    assert columns(cells, "Customers") == sorted(mistakes)


@given(some_of(CODE))
def test_every_mistake_of_a_vat_code_is_told_at_once(mistakes: Row):
    cells = sheet(VAT={2: {**dict.fromkeys(CODE), **VAT[4], **mistakes}})
    assert columns(cells, "VAT") == sorted(mistakes)


@given(some_of(ACCOUNT))
def test_every_mistake_of_an_account_is_told_at_once(mistakes: Row):
    right: Row = {"Number": "700000", "Name": "Sales"}
    cells = sheet(Accounts={2: {**dict.fromkeys(ACCOUNT), **right, **mistakes}})
    assert columns(cells, "Accounts") == sorted(mistakes)


@given(some_of({**INVOICE, "Kind": "invoice", "Number": "2026/18"}))
def test_a_doubled_number_hides_no_other_mistake_and_none_hides_it(mistakes: Row):
    row = {**dict.fromkeys(INVOICE), **invoice(), **mistakes}
    found = columns(sheet(Invoices={2: invoice(), 3: row}), "Invoices", 3)
    assert found == sorted({"Number", *mistakes} - {"Kind"})


@given(some_of(INVOICE))
def test_mistakes_of_a_row_that_has_lines_hide_none_of_its_own(mistakes: Row):
    row = {**dict.fromkeys(INVOICE), **invoice(Net=None, VAT=None)}
    kept = {name: cell for name, cell in mistakes.items() if name not in {"VAT", "Account"}}
    line: Row = {"Invoice": "2026/18", "Unit price": 5.0, "VAT": "22"}
    cells = sheet(Invoices={2: {**row, **kept}}, Lines={2: line})
    assert columns(cells, "Invoices") == sorted(kept)
    assert columns(cells, "Lines") == ["VAT"]


def test_a_number_without_year_is_a_double_where_numbering_never_restarts():
    rows = {2: invoice("18"), 3: invoice("18", Date="31/02/2026")}
    said = "Invoices, rows 2 and 3, Number: found 18 twice, allowed: once per series"
    assert any(said in one for one in errors(sheet(Invoices=rows)))
    answer = settings(Numbering_restarts_every_year="yes")
    assert not any(said in one for one in errors(sheet(Invoices=rows, Settings=answer)))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"Net": -50.0, "VAT": "22"}, ["Net", "VAT"]),
        ({"Net": -50.0, "Date": "31/02/2026"}, ["Date", "Net"]),
        ({"Net": "x", "VAT": None}, ["Net", "VAT"]),
        ({"Net": None, "VAT": "22"}, ["Net", "VAT"]),
        ({"Net": None, "VAT": None, "Number": 7.5}, ["Number"]),
        ({"Net": None, "VAT": None, "Number": "garbage"}, ["Number"]),
        ({"Net": None, "VAT": None, "Date": "x"}, ["Date", "Net"]),
    ],
)
def test_what_is_wrong_with_a_line_in_the_row_itself_is_told_once(row: Row, found: list[str]):
    assert columns(sheet(Invoices={2: {**invoice(), **row}}), "Invoices") == found


def test_a_line_whose_kind_is_unknown_may_be_a_text():
    line: Row = {"Invoice": "2026/18", "Line kind": "song"}
    cells = sheet(Invoices={2: invoice(Net=None, VAT=None)}, Lines={2: line})
    assert columns(cells, "Lines") == ["Line kind"]


def test_lines_belong_to_a_row_whose_kind_cannot_be_read():
    line: Row = {"Invoice": "2026/18", "Kind": "credit note", "Unit price": 5.0, "VAT": "H21"}
    rows = {2: invoice(Net=None, VAT=None, Kind="offer")}
    found: list[Problem] = [*read(sheet(Invoices=rows, Lines={2: line})).workbook.problems]
    assert [one.column for one in found] == ["Kind"]


def test_the_country_of_a_number_tells_which_digits_are_right():
    row = {**GARAGE, "Country": 7.0, "VAT number": "BE0428759497", "Postcode": "1"}
    assert columns(sheet(Customers={2: row}), "Customers") == ["Country", "Postcode"]
    row = {**GARAGE, "Country": 7.0, "VAT number": "0428759497", "Postcode": "1"}
    assert columns(sheet(Customers={2: row}), "Customers") == ["Country"]
