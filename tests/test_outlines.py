"""A mistake in a line or a cell hides none elsewhere: documents that could not be made are checked.

As far as they can be read, by whatever needs no sum: VAT codes, accounts, typed VAT, days.
"""

from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import MARCH
from hypothesis import given
from hypothesis import strategies as st
from test_causes import ENTRY, PROGRAMS, SURROUNDINGS
from workbook_support import ACCOUNTS, GARAGE, VAT, Row, Rows, invoice, settings, sheet

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.records.entries import RunRequest
from boekbrug.server.workflow.preparation import plan_for, read_sheet

ANSWERS: dict[str, Any] = {
    "Programs": "winbooks",
    "Invoice_journal": "VERKP",
    "Credit_note_journal": "VERKCN",
    "Account_length": 6.0,
    "Accountant receives e-invoices": "no",
}
BOOKS: Rows = {
    **ACCOUNTS,
    4: {"Number": "400000", "Name": "Customers", "Kind": "receivable"},
    5: {"Number": "700500", "Name": "Old", "Valid to": "2025-12-31"},
    6: {"Number": "700600", "Name": "Projects", "Cost centre required": "yes"},
}
BUYER: Row = {**GARAGE, "VAT number": "BE0428759497"}
HEAD: Row = {**invoice(Net=None, VAT=None), "Document discount %": None, "Period": None}
LINE: Row = {"Invoice": "2026/18", "Unit price": 5.0, "VAT": "H21", "Account": "700000"}
Problem = tuple[str, int, str, str]
OF_ALL_THAT_IS_BOOKED = {"accounts-suggested", "field-in-no-file"}
"""Warnings about an export as a whole: they count the documents that could be made."""


def planned(head: Row, *lines: Row, **answers: Any) -> Plan:
    cells = sheet(
        Settings=settings(**ANSWERS | answers),
        VAT=VAT,
        Accounts=BOOKS,
        Customers={2: BUYER},
        Invoices={2: head},
        Lines=dict(enumerate([{**dict.fromkeys(LINE), **one} for one in lines], start=2)),
    )
    reading = read_sheet(cells, ENTRY, PROGRAMS)
    past = History(balance=Decimal(100))
    return plan_for(reading, ENTRY, past, RunRequest(period=MARCH), SURROUNDINGS).plan


def told(plan: Plan) -> set[Problem]:
    problems = (*plan.blocking, *plan.warnings, *plan.later, *plan.following)
    return {
        (one.tab, row, one.column, one.code)
        for one in problems
        for row in one.rows or (0,)
        if one.code not in OF_ALL_THAT_IS_BOOKED
    }


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ({**LINE, "VAT": "IC-S"}, ("Customers", 2, "VAT number", "vat-number-not-of-eu")),
        ({**LINE, "Account": "400000"}, ("Lines", 3, "Account", "account-not-for-lines")),
        ({**LINE, "Account": "700500"}, ("Lines", 3, "Account", "account-not-valid")),
        ({**LINE, "Account": "700600"}, ("Lines", 3, "Cost centre", "cost-centre-missing")),
        ({**LINE, "VAT": "L6", "Account": None}, ("Lines", 3, "Account", "account-missing")),
        ({**LINE, "VAT amount": 9.0}, ("Lines", 3, "VAT amount", "typed-vat-differs")),
    ],
)
def test_a_wrong_line_hides_nothing_of_another(line: Row, found: Problem):
    wrong = {**LINE, "Unit price": "a lot"}
    assert told(planned(HEAD, wrong, line)) == {("Lines", 2, "Unit price", "no-number"), found}


@pytest.mark.parametrize(
    ("head", "answers", "found"),
    [
        ({"Period": "2026-Q1"}, {}, ("Invoices", 2, "Period", "period-is-a-quarter")),
        ({}, {"Closed_up_to": "2026-03-31"}, ("Invoices", 2, "Date", "period-closed")),
        (
            {},
            {"Book_year": "2025-09-01..2026-02-28 = 3"},
            ("Invoices", 2, "Date", "outside-book-years"),
        ),
        (
            {"Document discount %": 5.0},
            {},
            ("Settings", 0, "Discount account", "discount-account-missing"),
        ),
        ({}, {"Own_VAT_scheme": "small enterprise"}, ("Invoices", 2, "VAT", "no-vat-by-scheme")),
    ],
)
def test_a_wrong_line_hides_nothing_of_its_document(
    head: Row, answers: dict[str, Any], found: Problem
):
    plan = planned({**HEAD, **head}, {**LINE, "Unit price": "a lot"}, **answers)
    assert told(plan) == {("Lines", 2, "Unit price", "no-number"), found}


def test_a_wrong_cell_of_an_invoice_hides_nothing_of_its_own_line():
    row = {**HEAD, "Due": "soon", "Net": 5.0, "VAT": "IC-S", "Account": "400000"}
    assert told(planned(row)) == {
        ("Invoices", 2, "Due", "no-date"),
        ("Invoices", 2, "Account", "account-not-for-lines"),
        ("Customers", 2, "VAT number", "vat-number-not-of-eu"),
    }


def test_a_row_whose_number_cannot_be_read_is_told_of_its_cells_alone():
    row = {**HEAD, "Number": 7.5, "Net": 5.0, "VAT": "H21", "Account": "400000"}
    assert told(planned(row)) == {("Invoices", 2, "Number", "number-not-as-text")}


def test_of_a_credit_note_typed_negative_without_its_kind_no_vat_is_compared():
    line = {**LINE, "Quantity": -1.0, "VAT amount": -9.0}
    for sign, codes in {"positive": {"typed-vat-differs"}, "negative": set[str]()}.items():
        plan = planned({**HEAD, "Kind": "offer"}, line, **{"Credit-note amounts are typed": sign})
        assert {code for *_, code in told(plan)} == {"not-of-the-list", *codes}


HEADS: Row = {
    "Customer": "Unknown",
    "Date": "31/02/2026",
    "Kind": "offer",
    "Document discount %": "some",
    "Cost centre": 7.5,
    "Period": "2026-13",
    "Due": "soon",
    "Reference": 7.5,
    "Total as printed": "1,234",
}
DEPENDED_ON = HEADS.keys() - {"Due", "Reference", "Total as printed"}
"""What lines are checked against: what is wrong between both is of the row of the invoice too."""
CELLS = {
    "Unit price": ("a lot", -5.0),
    "Quantity": ("some",),
    "VAT": ("22", "IC-S", "L6", None),
    "Account": ("799999", "400000", "700500", "700600", 7.5, None),
    "VAT amount": (9.0, 1.05),
    "Line kind": ("song", "deposit"),
    "Cost centre": (7.5, "C1"),
}
LINES = st.lists(
    st.sets(
        st.sampled_from([(name, cell) for name, cells in CELLS.items() for cell in cells]),
        max_size=2,
    ).map(lambda cells: {**LINE, **dict(cells)}),
    min_size=2,
    max_size=3,
)


@given(st.sets(st.sampled_from(sorted(HEADS)), max_size=3), LINES, st.data())
def test_mending_a_line_or_a_cell_brings_no_mistake_of_another_row_to_light(
    names: set[str], lines: list[Row], data: st.DataObject
):
    head = {**dict.fromkeys(HEADS), **HEAD, **{name: HEADS[name] for name in names}}
    before = told(planned(head, *lines))
    own = {name: HEAD.get(name) for name in names - DEPENDED_ON}
    for_lines = st.sampled_from(range(len(lines)))
    at = data.draw(st.none() | for_lines if own else for_lines)
    if at is None:
        mended, place = told(planned(head | own, *lines)), ("Invoices", 2)
    else:
        right = [LINE if number == at else line for number, line in enumerate(lines)]
        mended, place = told(planned(head, *right)), ("Lines", at + 2)
    assert [one for one in mended - before if one[:2] != place] == []
