"""WinBooks: what its fields cannot hold of a document is said, in exact sentences."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import SETTINGS, line, planned, workbook
from bookkeeping_support import document as typed
from programs_support import batch, document
from winbooks_support import act, parameters, said

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.booking import BookedDocument, ForeignAmounts
from boekbrug.server.bookkeeping.model import Currency, TypedPeriod
from boekbrug.server.bookkeeping.problems import Origin, sentence
from boekbrug.server.bookkeeping.settings import BookYear, OwnPeriod, Period
from boekbrug.server.bookkeeping.terms import Periods
from boekbrug.server.wording.said import in_language

LONG_YEAR = BookYear(date(2026, 1, 1), date(2027, 6, 30))
JANUARY = Period(date(2027, 1, 1), date(2027, 1, 31))


def in_period(number: int, row: int = 5, **given: Any) -> BookedDocument:
    return document(
        f"2026/{row}", sequence=row, period=number, origin=Origin("Invoices", row), **given
    )


def said_of(periods: Periods, *documents: BookedDocument) -> list[str]:
    return said(replace(batch(*documents), periods=periods))


@pytest.mark.parametrize(
    ("periods", "number"),
    [(Periods.MONTHS, 12), (Periods.QUARTERS, 4), (Periods.OWN_TABLE, 98)],
)
def test_the_last_period_of_each_kind_is_taken(periods: Periods, number: int):
    assert said_of(periods, in_period(1), in_period(number, row=6)) == []


def test_a_month_beyond_the_twelfth_is_refused_once_with_all_its_documents():
    assert said_of(Periods.MONTHS, in_period(13, 9), in_period(13, 7), in_period(14, 8)) == [
        "Invoices, rows 7 and 9, Date: found month 13 of the book year, allowed: 1 to 12 in "
        "WinBooks. Ask your accountant which periods of WinBooks the book year has from there on; "
        'then choose "own table" for Periods in tab Settings, with a row Period for each one.',
        "Invoices, row 8, Date: found month 14 of the book year, allowed: 1 to 12 in WinBooks. Ask "
        "your accountant which periods of WinBooks the book year has from there on; then choose "
        '"own table" for Periods in tab Settings, with a row Period for each one.',
    ]


def test_a_quarter_beyond_the_fourth_is_refused_where_it_was_typed():
    [found] = said_of(Periods.QUARTERS, in_period(5, vat_day=date(2027, 1, 1)))
    assert found.startswith(
        "Invoices, row 5, Period: found quarter 5 of the book year, allowed: 1 to 4 in WinBooks. "
    )


def test_an_own_table_has_no_period_of_closing():
    booked = replace(batch(in_period(99), in_period(99, row=6)), periods=Periods.OWN_TABLE)
    assert said(booked) == [
        "Settings, Period: found 99, allowed: 1 to 98 in WinBooks. 99 is the period in which "
        "WinBooks closes a book year: ask your accountant."
    ]


@pytest.mark.parametrize(
    ("periods", "allowed"), [(Periods.MONTHS, "1 tot 12"), (Periods.QUARTERS, "1 tot 4")]
)
def test_the_plan_tells_the_module_how_a_long_book_year_is_counted(periods: Periods, allowed: str):
    settings = replace(SETTINGS, periods=periods, book_years=(LONG_YEAR,))
    late = typed("2027/1", issued_on=date(2027, 1, 16))
    plan = planned(workbook(late, settings=settings), period=JANUARY)
    assert plan.batch is not None
    [problem] = said(plan.batch)
    assert f"toegelaten: {allowed} in WinBooks." in in_language(problem, "nl")


def test_the_accountants_own_table_says_how_a_long_book_year_goes_on():
    table = (OwnPeriod(date(2027, 1, 1), date(2027, 6, 30), 13),)
    settings = replace(
        SETTINGS, periods=Periods.OWN_TABLE, own_periods=table, book_years=(LONG_YEAR,)
    )
    late = typed(
        "2027/1", issued_on=date(2027, 1, 16), period=TypedPeriod(2027, 2, is_quarter=False)
    )
    plan = planned(workbook(late, settings=settings), period=JANUARY)
    assert plan.batch is not None
    assert said(plan.batch) == []
    assert {row["PERIOD"] for row in act(*plan.batch.documents)} == {"13"}


def rated(rate: str) -> BookedDocument:
    own = {"net": Decimal(100), "vat_total": Decimal(21), "gross": Decimal(121)}
    return document(foreign=ForeignAmounts(currency="USD", rate=Decimal(rate), **own))


@pytest.mark.parametrize("rate", ["1", "1.0847", "0.33457", "0.00001", "999999.99999"])
def test_a_rate_with_room_is_written_as_it_was_typed(rate: str):
    assert said(batch(rated(rate))) == []
    assert {Decimal(row["CURRATE"]) for row in act(rated(rate))} == {Decimal(rate)}


def test_a_rate_with_more_decimals_is_written_with_five_and_told():
    [problem] = winbooks.check(batch(rated("0.334567")), parameters())
    assert not problem.blocks
    assert sentence(problem) == (
        "Invoices, row 5, Rate: found 0.334567, written as 0.33457. WinBooks holds five decimals "
        "of a rate. The amounts in both currencies stay those of the rate as typed."
    )
    assert {row["CURRATE"] for row in act(rated("0.334567"))} == {"0.33457"}


@pytest.mark.parametrize("rate", ["0.000004", "1000000", "1000000000000000000000000000000"])
def test_a_rate_without_room_is_refused(rate: str):
    [found] = said(batch(rated(rate)))
    assert found.endswith(
        ", allowed: 0.00001 to 999999.99999 in WinBooks. Look whether it is the foreign units for "
        "one of your own currency."
    )


def test_a_rate_of_many_decimals_leaves_every_cent_where_it_was_booked():
    exact, short = (
        typed("2026/18", line("1000000.00"), currency=Currency("KWD", Decimal(rate)))
        for rate in ("0.334567", "0.33457")
    )
    plans = [planned(workbook(one)) for one in (exact, short)]
    (booked, other) = (plan.batch.documents for plan in plans if plan.batch)
    assert [row["AMOUNTEUR"] for row in act(*booked)] == ["3616614.91", "-2988937.94", "-627676.97"]
    assert [row["CURRAMOUNT"] for row in act(*booked)] == [row["CURRAMOUNT"] for row in act(*other)]
    assert [row["AMOUNTEUR"] for row in act(*booked)] != [row["AMOUNTEUR"] for row in act(*other)]
