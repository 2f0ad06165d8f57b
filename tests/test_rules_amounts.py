"""What a document comes to: prices with VAT, foreign currency, printed amounts (B9-B12, B22).

The figures are worked out by hand.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

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
    vat_code,
    workbook,
)

from boekbrug.server.bookkeeping.model import Currency, Document, Line, Printed
from boekbrug.server.bookkeeping.terms import (
    CustomerKind,
    Treatment,
    VatMode,
    VatScheme,
)

ON_TOTAL = replace(SETTINGS, vat_mode=VatMode.ON_TOTAL)


# --- prices with VAT (B9) -------------------------------------------------------------------


def with_vat(price: str, quantity: int, **given: Any) -> Line:
    return line(price, quantity=Decimal(quantity), includes_vat=True, **given)


@pytest.mark.parametrize("mode", VatMode)
def test_b9_a_price_with_vat_fixes_the_total(mode: VatMode):
    one = booked(document("2026/18", with_vat("9.99", 3)), replace(SETTINGS, vat_mode=mode))
    assert totals(one) == ("24.77", "5.20", "29.97")


def test_b9_on_total_vat_is_taken_out_of_the_sum_of_prices_and_the_largest_row_has_the_cent():
    lines = [with_vat("1.00", 1), with_vat("1.00", 1), with_vat("1.03", 1, account="700200")]
    on_lines = booked(document("2026/18", *lines))
    assert totals(on_lines) == ("2.51", "0.52", "3.03")
    on_total = booked(document("2026/18", *lines), ON_TOTAL)
    assert totals(on_total) == ("2.50", "0.53", "3.03")
    assert revenue(on_lines) == [
        ("700000", "H21", Decimal("1.66")),
        ("700200", "H21", Decimal("0.85")),
    ]
    assert revenue(on_total) == [
        ("700000", "H21", Decimal("1.66")),
        ("700200", "H21", Decimal("0.84")),
    ]


def test_b9_a_discount_on_prices_with_vat_is_with_vat_too():
    typed = document("2026/18", with_vat("121.00", 1), discount_percent=Decimal(10))
    one = booked(typed)
    assert totals(one) == ("90.00", "18.90", "108.90")
    assert revenue(one)[1] == ("708000", "H21", Decimal("-10.00"))


def test_b9_private_persons_may_be_booked_on_one_customer():
    walk_in = customer("An", kind=CustomerKind.PERSON, vat_number="")
    everybody = [walk_in, customer("Counter", row=3, kind=CustomerKind.COLLECTIVE, vat_number="")]
    settings = replace(SETTINGS, collective_customer="Counter")
    plan = planned(workbook(document(customer="An"), customers=everybody, settings=settings))
    assert (only(plan).customer.key, only(plan).sold_to) == ("Counter", "An")
    assert [one.customer for one in plan.given_ids] == ["Counter"]


def test_b17_a_customer_who_became_another_is_booked_on_that_one():
    former = customer("Old", merged_into="Dejavu", row=3)
    plan = planned(workbook(document(customer="Old"), customers=[customer(), former]))
    assert (only(plan).customer.key, only(plan).sold_to) == ("Dejavu", "Old")


# --- foreign currency (B11) -----------------------------------------------------------------


def test_b11_a_foreign_document_is_converted_code_by_code_and_balances_in_both_currencies():
    typed = document(
        "2026/18",
        line("100.00"),
        line("100.00", "H21", "700200"),
        line("50.00", "L6"),
        currency=Currency("USD", Decimal("1.0847")),
    )
    one = booked(typed)
    assert revenue(one) == [
        ("700000", "H21", Decimal("92.19")),
        ("700200", "H21", Decimal("92.19")),
        ("700000", "L6", Decimal("46.10")),
    ]
    assert bases(one) == {
        "H21": (Decimal("184.38"), Decimal("38.72")),
        "L6": (Decimal("46.10"), Decimal("2.77")),
    }
    assert totals(one) == ("230.48", "41.49", "271.97")
    assert one.foreign is not None
    own = one.foreign
    assert (own.currency, own.net, own.vat_total, own.gross) == (
        "USD",
        Decimal("250.00"),
        Decimal("45.00"),
        Decimal("295.00"),
    )


def test_b11_the_cent_of_an_exchange_is_on_the_largest_row_of_its_code():
    typed = document(
        "2026/18",
        line("1.00"),
        line("2.00", "H21", "700200"),
        currency=Currency("USD", Decimal(3)),
    )
    assert revenue(booked(typed)) == [
        ("700000", "H21", Decimal("0.33")),
        ("700200", "H21", Decimal("0.67")),
    ]
    halves = document(
        "2026/18", line("1.00"), line("1.00", "H21", "700200"), currency=Currency("X", Decimal(8))
    )
    assert revenue(booked(halves)) == [
        ("700000", "H21", Decimal("0.12")),
        ("700200", "H21", Decimal("0.13")),
    ]


# --- no VAT at all (B22) --------------------------------------------------------------------


def test_b22_margin_and_small_enterprises_have_no_vat_whatever_the_sheet_says():
    codes = CODES | {"MAR": vat_code("MAR", 21, Treatment.MARGIN)}
    assert totals(booked(document("2026/18", line("100.00", "MAR")), vat_codes=codes)) == (
        "100.00",
        "0.00",
        "100.00",
    )
    small = replace(SETTINGS, vat_scheme=VatScheme.SMALL_ENTERPRISE)
    plan = planned(workbook(document(), settings=small))
    assert totals(only(plan)) == ("100.00", "0.00", "100.00")
    assert said(plan.warnings) == [
        "Invoices, row 2, VAT: found a rate under H21, taken: no VAT, as the firm charges none "
        "(small enterprise). Choose a code without a rate."
    ]


# --- printed amounts (B12) ------------------------------------------------------------------


def printed(**amounts: str) -> Document:
    return replace(CASE_A, printed=Printed(**{name: Decimal(one) for name, one in amounts.items()}))


def test_b12_a_printed_vat_within_the_tolerance_stands_on_the_largest_base():
    plan = planned(workbook(printed(vat="125.44")))
    assert bases(only(plan)) == {
        "H21": (Decimal("554.77"), Decimal("116.55")),
        "L6": (Decimal("148.04"), Decimal("8.89")),
    }
    assert said(plan.warnings) == [
        "Invoices, row 2, VAT as printed: found 125.44, which differs by 0.04 from the "
        "computed 125.40, taken: the printed amount, as the difference is within the "
        "tolerance of tab Settings."
    ]


def test_b12_the_largest_base_has_the_printed_vat_wherever_it_stands():
    large, small = line("200.00", "L6"), line("100.00", "H21")
    for lines in ((large, small), (small, large)):
        one = booked(replace(document("2026/18", *lines), printed=Printed(vat=Decimal("33.04"))))
        assert bases(one) == {
            "H21": (Decimal("100.00"), Decimal("21.00")),
            "L6": (Decimal("200.00"), Decimal("12.04")),
        }


def test_b12_a_printed_net_or_total_within_the_tolerance_is_rounded_on_its_own_account():
    one = booked(printed(net="702.83", vat="125.40", total="828.23"))
    assert revenue(one)[-1] == ("757000", "", Decimal("0.02"))
    assert totals(one) == ("702.83", "125.40", "828.23")
    assert bases(one)["H21"] == (Decimal("554.77"), Decimal("116.51"))
    assert totals(booked(printed(total="828.25"))) == ("702.85", "125.40", "828.25")
    assert totals(booked(printed(net="702.81", total="828.22"))) == ("702.81", "125.41", "828.22")


@pytest.mark.parametrize(
    "typed",
    [
        printed(vat="125.46"),
        printed(net="702.81", vat="125.41", total="828.25"),
        replace(printed(vat="0.01"), lines=(line("1.00", "N0"),)),
    ],
    ids=["beyond the tolerance", "not adding up", "without any VAT"],
)
def test_b12_other_printed_amounts_stay_errors(typed: Document):
    assert planned(workbook(typed)).blocking


def test_b12_cash_sales_are_rounded_to_be_paid_in_coins():
    typed = document("2026/18", line("9.99"), payable_rounding=Decimal("0.01"))
    one = booked(typed)
    assert totals(one) == ("10.00", "2.10", "12.10")
    assert revenue(one)[-1] == ("757000", "", Decimal("0.01"))


def test_b14_a_vat_code_below_zero_in_a_document_that_is_not_is_only_unusual():
    typed = document("2026/18", line("100.00"), line("10.00", "L6", quantity=Decimal(-1)))
    assert said(planned(workbook(typed)).warnings) == [
        "Invoices, row 2, VAT: found -10.00 under VAT code L6, taken as it is; the document as a "
        "whole is not below zero. Ask your accountant when in doubt: the VAT return has its own "
        "box for what is credited."
    ]


def test_a_line_may_have_its_total_with_vat_alone():
    typed = document("2026/18", line("0", total=Decimal("12.10"), includes_vat=True))
    assert totals(booked(typed)) == ("10.00", "2.10", "12.10")


def test_the_printed_net_of_a_document_without_vat_is_rounded_too():
    typed = replace(document("2026/18", line("10.00", "N0")), printed=Printed(net=Decimal("10.01")))
    assert totals(booked(typed)) == ("10.01", "0.00", "10.01")
