"""When a document is booked: periods, closed books, tax points, validity (rule B8)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import (
    CODES,
    SETTINGS,
    YEAR,
    customer,
    document,
    history,
    line,
    only,
    planned,
    said,
    workbook,
)
from example_firm import DOSSIER

from boekbrug.server.bookkeeping.history import Closing
from boekbrug.server.bookkeeping.model import Document, TypedPeriod
from boekbrug.server.bookkeeping.settings import BookYear, OwnPeriod, Settings
from boekbrug.server.bookkeeping.terms import (
    CreditNoteDue,
    Kind,
    Periods,
    VatReturn,
)

QUARTERS = replace(SETTINGS, periods=Periods.QUARTERS)
FIRST_QUARTER = TypedPeriod(2026, 1, is_quarter=True)
GERMAN = customer(country="DE", vat_number="DE136695976")
CASE_C = document(
    "2026/31",
    line("95.00", "IC-S", "700300", quantity=Decimal(12)),
    line("86.40", "IC-S", "700310"),
    line("45.00", "OUT", "416000"),
    issued_on=date(2026, 4, 2),
    supplied_on=date(2026, 3, 27),
)


def planned_in_the_year(typed: Document, settings: Settings = SETTINGS, **given: Any):
    return planned(workbook(typed, settings=settings, customers=[GERMAN]), period=YEAR, **given)


def test_b8_case_c_is_booked_in_its_own_quarter_with_a_warning_of_the_vat_of_the_one_before():
    plan = planned_in_the_year(CASE_C, QUARTERS)
    assert only(plan).period == 2
    assert said(plan.warnings) == [
        "Invoices, row 2, Supply date: found a service of 27 March 2026 invoiced on 2 April 2026, "
        "taken as it is; its VAT belongs to 2026-Q1. Write 2026-Q1 in a column Period to book it "
        "there."
    ]


def test_b8_case_c_with_its_period_typed_is_booked_there_without_a_word():
    plan = planned_in_the_year(replace(CASE_C, period=FIRST_QUARTER), QUARTERS)
    assert (only(plan).period, plan.warnings) == (1, ())


def test_b8_case_c_cannot_be_booked_in_a_closed_period():
    closed = replace(QUARTERS, closed_up_to=date(2026, 3, 31))
    plan = planned_in_the_year(replace(CASE_C, period=FIRST_QUARTER), closed)
    assert said(plan.blocking) == [
        "Invoices, row 2, Period: found 2026-Q1, allowed: a period after 31 March 2026, up to "
        "which the books are closed. Give it a later date or period, or ask your accountant to "
        "open the period and correct Closed up to in tab Settings."
    ]
    assert only(planned_in_the_year(CASE_C, closed)).period == 2


def test_b8_a_document_of_a_closed_month_is_refused_by_its_date():
    closed = replace(SETTINGS, closed_up_to=date(2026, 3, 31))
    assert said(planned_in_the_year(document(), closed).blocking) == [
        "Invoices, row 2, Date: found the date 16 March 2026, allowed: a period after 31 March "
        "2026, up to which the books are closed. Give it a later date or period, or ask your "
        "accountant to open the period and correct Closed up to in tab Settings."
    ]
    before = replace(SETTINGS, closed_up_to=date(2026, 3, 15))
    assert only(planned_in_the_year(document(), before)).period == 3


@pytest.mark.parametrize("periods", [Periods.MONTHS, Periods.QUARTERS])
def test_b8_within_a_period_the_closed_day_decides_by_the_date(periods: Periods):
    closed = replace(SETTINGS, periods=periods, closed_up_to=date(2026, 3, 16))
    assert [one.code for one in planned_in_the_year(document(), closed).blocking] == [
        "period-closed"
    ]
    on_record = history(closing=Closing(date(2026, 3, 16)))
    plan = planned(workbook(document()), period=YEAR, past=on_record)
    assert [one.code for one in plan.blocking] == ["period-closed-on-record"]
    same = replace(document(), period=TypedPeriod(2026, 3, is_quarter=False))
    assert planned_in_the_year(same, closed).blocking
    moved_on = replace(document(), period=TypedPeriod(2026, 4, is_quarter=False))
    assert planned_in_the_year(moved_on, closed).blocking == ()


def test_b8_the_vat_return_decides_what_is_an_earlier_period():
    march = replace(CASE_C, issued_on=date(2026, 3, 30), supplied_on=date(2026, 2, 27))
    monthly = replace(QUARTERS, vat_return=VatReturn.MONTH)
    assert not planned_in_the_year(march, QUARTERS).warnings
    assert "its VAT belongs to 2026-02" in said(planned_in_the_year(march, monthly).warnings)[0]
    quarterly = replace(SETTINGS, vat_return=VatReturn.QUARTER)
    assert not planned_in_the_year(march, quarterly).warnings


def test_b8_domestic_supplies_are_taxed_with_their_invoice():
    typed = document(issued_on=date(2026, 4, 2), supplied_from=date(2026, 3, 1))
    assert not planned(workbook(typed), period=YEAR).warnings


def test_b8_books_kept_by_the_month_know_no_quarter():
    plan = planned_in_the_year(replace(CASE_C, period=FIRST_QUARTER))
    assert said(plan.blocking) == [
        "Invoices, row 2, Period: found 2026-Q1, allowed: a month, like 2026-03, as tab Settings "
        "says under Periods. Write the month."
    ]
    typed = replace(CASE_C, period=TypedPeriod(2026, 3, is_quarter=False))
    assert only(planned_in_the_year(typed)).period == 3


def test_b8_a_table_of_periods_of_ones_own():
    weeks = (
        OwnPeriod(date(2026, 3, 1), date(2026, 3, 28), 3),
        OwnPeriod(date(2026, 3, 29), date(2026, 4, 25), 4),
    )
    own = replace(SETTINGS, periods=Periods.OWN_TABLE, own_periods=weeks)
    assert only(planned_in_the_year(CASE_C, own)).period == 4
    late = replace(CASE_C, issued_on=date(2026, 5, 2), supplied_on=None)
    assert said(planned_in_the_year(late, own).blocking) == [
        "Invoices, row 2, Date: found 2026-05-02, allowed: a day of one of the periods of tab "
        "Settings. Correct it, or add a row Period to tab Settings."
    ]
    closed = replace(own, closed_up_to=date(2026, 4, 25))
    assert "the books are closed" in said(planned_in_the_year(CASE_C, closed).blocking)[0]


def test_b8_a_typed_period_outside_every_book_year_is_named_in_its_column():
    years = (BookYear(date(2026, 4, 1), date(2027, 3, 31)),)
    plan = planned_in_the_year(
        replace(CASE_C, period=FIRST_QUARTER),
        QUARTERS,
        dossier=replace(DOSSIER, book_years=years),
    )
    assert said(plan.blocking) == [
        "Invoices, row 2, Period: found 2026-Q1, allowed: a day of one of the book years "
        "2026-04-01 to 2027-03-31. Correct it, or add the book year to tab Settings."
    ]


def test_b8_a_typed_month_in_which_the_first_book_year_begins_is_its_first_period():
    years = (BookYear(date(2026, 3, 15), date(2026, 12, 31)),)
    dossier = replace(DOSSIER, book_years=years)
    for typed, periods, first in (
        (TypedPeriod(2026, 3, is_quarter=False), Periods.MONTHS, 1),
        (TypedPeriod(2026, 4, is_quarter=False), Periods.MONTHS, 2),
        (FIRST_QUARTER, Periods.QUARTERS, 1),
    ):
        settings = replace(SETTINGS, periods=periods)
        march = replace(document(issued_on=date(2026, 3, 16)), period=typed)
        assert only(planned(workbook(march, settings=settings), dossier=dossier)).period == first
    early = replace(document(), period=TypedPeriod(2026, 2, is_quarter=False))
    assert said(planned(workbook(early), dossier=dossier).blocking) == [
        "Invoices, row 2, Period: found 2026-02, allowed: a day of one of the book years "
        "2026-03-15 to 2026-12-31. Correct it, or add the book year to tab Settings."
    ]


def test_b8_the_last_period_of_a_broken_book_year_ends_with_it():
    years = (BookYear(date(2026, 1, 1), date(2026, 3, 20), "8"),)
    dossier = replace(DOSSIER, book_years=years)
    closed = replace(SETTINGS, closed_up_to=date(2026, 3, 20))
    typed = workbook(document(), settings=closed)
    assert "the books are closed" in said(planned(typed, dossier=dossier).blocking)[0]


@pytest.mark.parametrize(
    ("given", "valid"),
    [
        ({"valid_from": date(2026, 3, 17)}, "valid from 17 March 2026 on"),
        ({"valid_to": date(2026, 3, 15)}, "valid until 15 March 2026"),
        (
            {"valid_from": date(2025, 1, 1), "valid_to": date(2025, 12, 31)},
            "valid from 1 January 2025 to 31 December 2025",
        ),
    ],
)
def test_b8_a_vat_code_is_used_while_it_is_valid(given: Any, valid: str):
    codes = CODES | {"H21": replace(CODES["H21"], **given)}
    assert said(planned(workbook(document(), vat_codes=codes)).blocking) == [
        "Invoices, row 2, VAT: found VAT code H21 on 16 March 2026, allowed: a code that is valid "
        f"on that day; this one is {valid}. Choose another code, or correct its days in tab VAT."
    ]


def test_b8_the_day_of_supply_decides_which_code_is_valid():
    codes = CODES | {"H21": replace(CODES["H21"], valid_to=date(2026, 3, 15))}
    typed = document(supplied_on=date(2026, 3, 14))
    assert not planned(workbook(typed, vat_codes=codes)).blocking


def test_b8_credit_notes_are_due_by_the_rule_of_settings():
    note = document("CN2026/3", kind=Kind.CREDIT_NOTE)
    assert only(planned(workbook(note))).due_on == date(2026, 3, 16)
    by_terms = replace(SETTINGS, credit_note_due=CreditNoteDue.BY_TERMS)
    assert only(planned(workbook(note, settings=by_terms))).due_on == date(2026, 4, 15)


def test_b8_a_draft_waits():
    plan = planned(workbook(document(is_draft=True)))
    assert (plan.batch, [(row.state, row.reason) for row in plan.rows]) == (
        None,
        [("on hold", "a draft")],
    )
