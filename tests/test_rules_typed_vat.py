"""VAT that the sheet gives for a line, against the computed one (rules B12 and B22)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from bookkeeping_support import (
    CODES,
    SETTINGS,
    booked,
    document,
    line,
    planned,
    said,
    totals,
    vat_code,
    workbook,
)

from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import LineKind, Treatment, VatMode, VatScheme

ON_TOTAL = replace(SETTINGS, vat_mode=VatMode.ON_TOTAL)
EXACT = replace(SETTINGS, tolerance=Decimal("0.00"))


def blocking(typed: object, settings: Settings = SETTINGS) -> list[str]:
    return said(planned(workbook(typed, settings=settings)).blocking)  # type: ignore[arg-type]


@pytest.mark.parametrize("settings", [SETTINGS, ON_TOTAL], ids=["on lines", "on total"])
def test_b12_typed_vat_beyond_the_tolerance_is_an_error_with_the_figures(settings: Settings):
    typed = document("2026/18", line("100.00", vat=Decimal("999.00"), row=7))
    assert blocking(typed, settings) == [
        "Lines, row 7, VAT amount: found 999.00, allowed: 21.00, the VAT of the line at 21 % "
        "(H21). Correct the amount, the price or the VAT code; it may differ by the 0.05 of "
        "Tolerance in tab Settings."
    ]


@pytest.mark.parametrize("settings", [SETTINGS, ON_TOTAL], ids=["on lines", "on total"])
@pytest.mark.parametrize(
    ("vat", "is_taken"), [("21.05", True), ("20.95", True), ("21.06", False), ("20.94", False)]
)
def test_b12_the_tolerance_is_that_of_settings(settings: Settings, vat: str, *, is_taken: bool):
    typed = document("2026/18", line("100.00", vat=Decimal(vat)))
    assert (blocking(typed, settings) == []) is is_taken


def test_b12_on_the_lines_typed_vat_is_booked_and_on_the_total_the_sum_counts():
    lines = [line("100.00", vat=Decimal("20.99")), line("100.00", vat=Decimal("20.99"))]
    typed = document("2026/18", *lines)
    assert totals(booked(typed)) == ("200.00", "41.98", "241.98")
    assert totals(booked(typed, ON_TOTAL)) == ("200.00", "42.00", "242.00")


@pytest.mark.parametrize("vat", ["0.10", "0.11"])
def test_b12_half_a_cent_may_have_been_rounded_either_way(vat: str):
    assert blocking(document("2026/18", line("0.50", vat=Decimal(vat))), EXACT) == []


def test_b12_without_a_tolerance_no_cent_is_taken():
    assert blocking(document("2026/18", line("100.00", vat=Decimal("21.01"))), EXACT) != []


def test_b12_typed_vat_of_a_price_with_vat_is_compared_with_what_is_in_it():
    included = line("121.00", includes_vat=True, vat=Decimal("21.00"))
    assert totals(booked(document("2026/18", included), EXACT)) == ("100.00", "21.00", "121.00")
    assert blocking(document("2026/18", replace(included, vat=Decimal("25.41")))) == [
        "Lines, row 2, VAT amount: found 25.41, allowed: 21.00, the VAT of the line at 21 % "
        "(H21). Correct the amount, the price or the VAT code; it may differ by the 0.05 of "
        "Tolerance in tab Settings."
    ]


def test_b12_vat_of_nothing_is_an_error_where_vat_is_due():
    assert blocking(document("2026/18", line("100.00", vat=Decimal("0.00")))) != []


@pytest.mark.parametrize(
    ("code", "treatment"),
    [("IC-S", Treatment.EU_SERVICES), ("OUT", Treatment.OUTSIDE_VAT), ("MAR", Treatment.MARGIN)],
)
def test_b22_vat_typed_on_a_code_without_vat_is_an_error(code: str, treatment: Treatment):
    rate = 21 if treatment is Treatment.MARGIN else 0
    codes = CODES | {code: vat_code(code, rate, treatment)}
    typed = document("2026/18", line("100.00", code, vat=Decimal("0.01")), line("5.00"))
    plan = planned(workbook(typed, vat_codes=codes))
    assert said(plan.blocking)[-1] == (
        f"Lines, row 2, VAT amount: found 0.01, allowed: 0.00, as there is no VAT under {code}. "
        "Empty this cell, or choose the VAT code that was printed."
    )
    nothing = document("2026/18", line("100.00", "OUT", vat=Decimal("0.00")))
    assert blocking(nothing) == []


def test_b22_vat_typed_by_a_firm_that_charges_none_is_an_error():
    small = replace(SETTINGS, vat_scheme=VatScheme.SMALL_ENTERPRISE)
    assert blocking(document("2026/18", line("100.00", vat=Decimal("21.00"))), small) == [
        "Lines, row 2, VAT amount: found 21.00, allowed: 0.00, as the firm charges no VAT (small "
        "enterprise). Empty this cell, or correct Own VAT scheme in tab Settings."
    ]


def test_b12_a_line_of_text_has_no_vat_to_compare():
    text = replace(line("0.00", ""), kind=LineKind.TEXT, account="", vat=Decimal("0.00"))
    assert blocking(document("2026/18", line("100.00"), text)) == []
