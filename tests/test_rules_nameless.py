"""Documents without a customer: booked on the collective one of Settings, or refused (rule B9)."""

from dataclasses import replace

import pytest
from bookkeeping_support import (
    document,
    said,
)
from export_support import BAKERY, JOURNALS, invoice
from house_support import Opened
from nameless_support import AN, TILL, nameless, plan_of
from programs_support import assert_golden
from sheet_cases import DEJAVU, Typed, blocking, files, prepared, warnings
from workbook_support import GARAGE, Row, errors, read, settings, sheet
from workbook_support import invoice as invoice_row

from boekbrug.server.bookkeeping.causes import without_what_follows
from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.bookkeeping.problems import merged, sentence
from boekbrug.server.workbook.cells import Cell, CellError

WALK_IN: Row = {
    "Customer": "Walk-in",
    "Kind": "collective",
    "Country": "BE",
    "Accountant's no.": "100900",
}
SALE: Row = {
    "Number": "2026/41",
    "Kind": "invoice",
    "Date": "2026-03-16",
    "Net": 100.0,
    "VAT": "H21",
    "Account": "700000",
    "Due": "2026-03-16",
}
RETURN: Row = {
    **SALE,
    "Number": "CN2026/7",
    "Kind": "credit note",
    "Date": "2026-03-20",
    "Due": "2026-03-20",
    "Net": 40.0,
    "Credits": "2026/41",
}
COUNTER = Typed((SALE, RETURN), (), (DEJAVU, WALK_IN)).set(Collective_customer="walk-in")
"""A sale over the counter and what came back of it; Settings write the name in their own way."""
NOBODY = (
    "Invoices, row 2, Customer: found nothing, allowed: a customer of tab Customers. Or let one "
    "customer stand for all who are not named: name it in tab Settings, Collective customer."
)


# --- from the sheet to the bytes ---------------------------------------------------------------


@pytest.mark.parametrize("program", ["winbooks", "journal_csv"])
def test_b9_a_sale_and_a_return_without_customer_give_their_golden_files(program: str):
    written = files(prepared(COUNTER, program=program))
    assert b"100900" in b"".join(file.content for file in written)
    assert_golden(f"{program}/sheet_without_customer", written)


def test_b9_what_is_booked_without_customer_is_told_in_one_line():
    found = prepared(COUNTER)
    assert (blocking(found), warnings(found)) == (
        [],
        [
            'Invoices, Customer: found nothing for 2026/41, CN2026/7, taken: "Walk-in", the '
            "collective customer of tab Settings. Type the customer where one is known."
        ],
    )


def test_b9_of_many_without_customer_five_are_named():
    plan = plan_of(*(nameless(f"2026/{one}", row=one) for one in range(1, 8)))
    assert said(plan.warnings) == [
        "Invoices, Customer: found nothing for 2026/1, 2026/2, 2026/3, 2026/4, 2026/5 and 2 more, "
        'taken: "Till", the collective customer of tab Settings. Type the customer where one is '
        "known."
    ]


def test_b9_a_dossier_exports_what_nobody_is_named_on_and_the_sheet_says_so(opened: Opened):
    book = opened(
        customers=[BAKERY, {**WALK_IN, "Accountant's no.": None}],
        invoices=[invoice("2026/1", 100.0, Customer=None)],
        settings={**JOURNALS, "Collective customer": "Walk-in"},
    )
    run = book.export()
    assert run.sentence == "Export 1 is ready: 1 invoice. It cost EUR 0.12."
    listed = book.house.service.records.details.documents(run.id)
    assert [(one.number, one.customer) for one in listed.items] == [("2026/1", "Walk-in")]
    assert ("Invoices, Customer", "nothing for 2026/1") in [
        tuple(row[1:3]) for row in book.table("Check")
    ]


# --- who stands for nobody ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [NOBODY]),
        ({"Collective_customer": "Walk-in"}, []),
        ({"Collective_customer": "Walk-in", "Private_persons": "collective customer"}, []),
        ({"Collective_customer": "Walk-in", "Private_persons": "own customer each"}, []),
    ],
    ids=["nobody", "named", "for persons too", "for nobody else"],
)
def test_b9_a_document_without_customer_is_refused_where_settings_name_nobody(
    given: dict[str, Cell], expected: list[str]
):
    named = sheet(
        Settings=settings(Language="en", **given),
        Customers={2: GARAGE, 3: WALK_IN},
        Invoices={2: invoice_row(Customer=None)},
    )
    assert errors(named) == expected
    documents = read(named).workbook.documents
    assert [(one.customer, one.names_nobody) for one in documents] == (
        [] if expected else [("Walk-in", True)]
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {**WALK_IN, "Customer": "Counter"},
            'Settings, row 7, Collective customer: found "Walk-in", allowed: a customer of tab '
            "Customers. Choose one, or add the customer.",
        ),
        (
            {**WALK_IN, "Kind": "company"},
            'Settings, row 7, Collective customer: found "Walk-in", allowed: a customer of kind '
            "collective. Row 3 is of kind company: correct that, or name another.",
        ),
        (
            {**WALK_IN, "Kind": "friend"},
            'Customers, row 3, Kind: found "friend", allowed: one of company, person, public body, '
            "collective, supplier.",
        ),
    ],
    ids=["gone", "of another kind", "with a mistake"],
)
def test_b9_a_collective_customer_of_no_use_is_told_once(row: Row, expected: str):
    typed = Typed((SALE, {**SALE, "Number": "2026/42"}), (), (DEJAVU, row))
    assert listed(typed.set(Collective_customer="Walk-in")) == [expected]


def listed(typed: Typed) -> list[str]:
    """Return what blocks, as a list shows it: without what follows from another problem."""
    plan = without_what_follows(prepared(typed).plan, str)
    return [sentence(one) for one in merged(plan.blocking)]


def test_b9_a_collective_customer_on_hold_holds_what_nobody_is_named_on():
    plan = plan_of(nameless(), customers=[replace(TILL, hold=True)])
    assert (plan.batch, [row.state for row in plan.rows]) == (None, [State.ON_HOLD])
    assert plan.rows[0].reason == 'customer "Till" is on hold'


def test_b9_a_row_on_hold_may_be_one_that_cannot_be_read():
    typed = replace(COUNTER, customers=({**WALK_IN, "Kind": "friend", "Hold": "yes"},))
    rows = prepared(typed).plan.rows
    assert {row.state for row in rows} == {State.ON_HOLD}


def test_b9_merged_into_another_the_collective_customer_leads_to_that_one():
    going_on = [
        replace(TILL, merged_into="New till"),
        replace(TILL, key="New till", external_id=""),
    ]
    plan = plan_of(nameless(), document("2026/19", customer="An", row=3), customers=[*going_on, AN])
    assert plan.batch
    assert {one.customer.key for one in plan.batch.documents} == {"New till"}


# --- half a row, and a cell with an error ------------------------------------------------------


def test_b9_a_row_without_number_and_date_is_nobodys_document():
    begun: Row = {"Net": 100.0, "VAT": "H21"}
    assert prepared(replace(COUNTER, invoices=(SALE, begun))).plan.blocking == ()


def test_b9_a_cell_with_an_error_is_not_an_empty_one():
    wrong = sheet(
        Settings=settings(Language="en", Collective_customer="Walk-in"),
        Customers={2: GARAGE, 3: WALK_IN},
        Invoices={2: invoice_row(Customer=CellError("#N/A"))},
    )
    assert [one.startswith("Invoices, row 2, Customer: found #N/A") for one in errors(wrong)] == [
        True
    ]
