"""Discounts on lines and on whole documents, and cash discount (rules B5 and B6).

The figures are worked out by hand.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from bookkeeping_support import (
    CASE_A,
    CODES,
    SETTINGS,
    bases,
    booked,
    customer,
    document,
    line,
    only,
    planned,
    revenue,
    said,
    totals,
    workbook,
)
from example_firm import DOSSIER
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.amounts import ZERO, spread
from boekbrug.server.bookkeeping.model import CashDiscount
from boekbrug.server.bookkeeping.terms import (
    DiscountBooking,
    LineKind,
    VatMode,
)

NETTED = replace(SETTINGS, discounts_booked=DiscountBooking.NET_IN_REVENUE)


# --- discounts (B5) -------------------------------------------------------------------------


def test_b5_case_a_with_discounts_netted_in_revenue():
    one = booked(CASE_A, NETTED)
    assert revenue(one) == [
        ("700000", "H21", Decimal("504.16")),
        ("700200", "H21", Decimal("50.61")),
        ("700100", "L6", Decimal("148.04")),
    ]
    assert totals(one) == ("702.81", "125.40", "828.21")


def test_b5_netted_in_revenue_a_discount_of_no_cent_has_no_row():
    typed = document("2026/18", line("100.00"), line("0.50", "L6"), discount_amount=Decimal("0.50"))
    assert revenue(booked(typed, NETTED)) == [
        ("700000", "H21", Decimal("99.50")),
        ("700000", "L6", Decimal("0.50")),
    ]


def test_b5_a_code_may_have_a_discount_account_of_its_own():
    codes = CODES | {"L6": replace(CODES["L6"], discount_account="700200")}
    found = booked(CASE_A, vat_codes=codes)
    assert revenue(found)[-2:] == [
        ("708000", "H21", Decimal("-17.16")),
        ("700200", "L6", Decimal("-4.58")),
    ]


def test_b5_a_discount_of_an_amount_is_spread_over_the_codes_by_the_largest_remainder():
    typed = document(
        "2026/18",
        line("100.00", "H21"),
        line("50.00", "L6"),
        line("50.01", "M12"),
        discount_amount=Decimal("10.00"),
    )
    assert revenue(booked(typed))[3:] == [
        ("708000", "H21", Decimal("-5.00")),
        ("708000", "M12", Decimal("-2.50")),
        ("708000", "L6", Decimal("-2.50")),
    ]


def test_b5_a_discount_line_lowers_its_own_code_and_a_charge_raises_it():
    typed = document(
        "2026/18",
        line("100.00"),
        line("10.00", quantity=Decimal(-1), kind=LineKind.DISCOUNT, account=""),
        line("5.00", account="700200", kind=LineKind.CHARGE),
        replace(line("0.00", ""), kind=LineKind.TEXT, account=""),
    )
    assert revenue(booked(typed)) == [
        ("700000", "H21", Decimal("100.00")),
        ("700200", "H21", Decimal("5.00")),
        ("708000", "H21", Decimal("-10.00")),
    ]
    assert revenue(booked(typed, NETTED)) == [
        ("700000", "H21", Decimal("90.48")),
        ("700200", "H21", Decimal("4.52")),
    ]


def test_b5_a_discount_alone_under_its_code_stays_on_its_account():
    typed = document(
        "2026/18",
        line("100.00"),
        line("10.00", "L6", quantity=Decimal(-1), kind=LineKind.DISCOUNT, account=""),
    )
    assert revenue(booked(typed, NETTED)) == [
        ("700000", "H21", Decimal("100.00")),
        ("708000", "L6", Decimal("-10.00")),
    ]


def test_b5_a_discount_line_needs_an_account():
    typed = document("2026/18", line("1.00", kind=LineKind.DISCOUNT, account="", quantity=ZERO))
    plan = planned(workbook(typed, settings=replace(SETTINGS, discount_account="")))
    assert said(plan.blocking) == [
        "Settings, Discount account: found nothing, allowed: the account that discounts are booked "
        "on, often 708000. Some documents have a document discount; ask your accountant."
    ]


def test_b5_a_line_without_a_price_has_its_amount():
    typed = document(
        "2026/18", line("0", net=Decimal("12.34")), line("0", vat=Decimal("0.22"), net=Decimal(1))
    )
    assert totals(booked(typed)) == ("13.34", "2.81", "16.15")


@given(
    amount=st.decimals("-999.99", "999.99", places=2),
    weights=st.lists(st.decimals("0.01", "9999", places=2), min_size=1, max_size=8),
)
def test_b5_a_spread_amount_adds_up_and_no_part_is_a_cent_off(
    amount: Decimal, weights: list[Decimal]
):
    parts = spread(amount, weights)
    assert sum(parts) == amount
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - amount * weight / whole) < Decimal("0.01")


# --- cash discount (B6) ---------------------------------------------------------------------

CASH = document("2026/18", line("1000.00"), cash_discount=CashDiscount(Decimal(2), 8))


@pytest.mark.parametrize("mode", VatMode)
def test_b6_an_offered_cash_discount_lowers_the_base_of_vat_in_belgium(mode: VatMode):
    one = booked(CASH, replace(SETTINGS, vat_mode=mode))
    assert totals(one) == ("1000.00", "205.80", "1205.80")
    assert bases(one) == {"H21": (Decimal("980.00"), Decimal("205.80"))}
    assert revenue(one) == [("700000", "H21", Decimal("1000.00"))]


def test_b6_a_cash_discount_of_an_amount_lowers_the_bases_in_proportion():
    typed = document(
        "2026/18",
        line("750.00"),
        line("250.00", "L6"),
        cash_discount=CashDiscount(days=8, amount=Decimal("20.00")),
    )
    assert bases(booked(typed)) == {
        "H21": (Decimal("735.00"), Decimal("154.35")),
        "L6": (Decimal("245.00"), Decimal("14.70")),
    }


def test_b6_elsewhere_vat_is_due_on_the_whole_and_settings_may_say_otherwise():
    german = replace(DOSSIER, country="DE", vat_number="DE136695976")
    sold = [customer(country="DE", vat_number="DE136695976")]
    plan = planned(workbook(CASH, customers=sold), dossier=german)
    assert totals(only(plan)) == ("1000.00", "210.00", "1210.00")
    lowered = replace(SETTINGS, cash_discount_lowers_vat=True)
    plan = planned(workbook(CASH, customers=sold, settings=lowered), dossier=german)
    assert totals(only(plan)) == ("1000.00", "205.80", "1205.80")


def test_a_discount_of_an_amount_lowers_a_line_and_a_deduction_alike():
    typed = document(
        "2026/18",
        line("100.00", discount_amount=Decimal("10.00")),
        line("20.00", quantity=Decimal(-1), discount_amount=Decimal("5.00")),
    )
    assert totals(booked(typed)) == ("75.00", "15.75", "90.75")


# --- discounts of an amount: off what they are taken ----------------------------------------


def test_b5_a_discount_of_an_amount_is_with_vat_where_all_prices_are():
    typed = document("2026/18", line("121.00", includes_vat=True), discount_amount=Decimal("12.10"))
    assert totals(booked(typed)) == ("90.00", "18.90", "108.90")


@pytest.mark.parametrize("mode", VatMode)
def test_b5_among_prices_of_both_sorts_a_discount_of_an_amount_is_without_vat(mode: VatMode):
    typed = document(
        "2026/18",
        line("121.00", "H21", includes_vat=True),
        line("100.00", "H21"),
        line("200.00", "L6"),
        discount_amount=Decimal("40.00"),
    )
    one = booked(typed, replace(SETTINGS, vat_mode=mode))
    assert revenue(one)[2:] == [
        ("708000", "H21", Decimal("-20.00")),
        ("708000", "L6", Decimal("-20.00")),
    ]
    assert bases(one) == {
        "H21": (Decimal("180.00"), Decimal("37.80")),
        "L6": (Decimal("180.00"), Decimal("10.80")),
    }


def test_b5_a_discount_of_an_amount_needs_something_to_be_taken_off():
    nothing = (line("100.00"), line("100.00", quantity=Decimal(-1)))
    typed = document("2026/18", *nothing, discount_amount=Decimal("10.00"))
    assert said(planned(workbook(typed)).blocking) == [
        "Invoices, row 2, Document discount amount: found 10.00, allowed: nothing, as it is to be "
        "taken off 0.00. Empty this cell, or correct the lines."
    ]
    none_typed = document("2026/18", *nothing, discount_amount=Decimal("0.00"))
    assert planned(workbook(none_typed)).blocking == ()


def test_b6_a_cash_discount_of_an_amount_needs_something_that_it_lowers():
    offered = CashDiscount(days=8, amount=Decimal("5.00"))
    typed = document(
        "2026/18", line("100.00"), discount_amount=Decimal("100.00"), cash_discount=offered
    )
    assert said(planned(workbook(typed)).blocking) == [
        "Invoices, row 2, Cash discount amount: found 5.00, allowed: nothing, as it is to be taken "
        "off 0.00. Empty this cell, or correct the lines."
    ]
    untouched = replace(SETTINGS, cash_discount_lowers_vat=False)
    assert planned(workbook(typed, settings=untouched)).blocking == ()
    something = replace(typed, discount_amount=Decimal("50.00"))
    assert bases(booked(something)) == {"H21": (Decimal("45.00"), Decimal("9.45"))}
