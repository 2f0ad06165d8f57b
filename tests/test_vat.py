from decimal import Decimal

import pytest
from bookkeeping_support import CODES, line
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.amounts import rounded
from boekbrug.server.bookkeeping.discounts import percent_off
from boekbrug.server.bookkeeping.terms import VatMode
from boekbrug.server.bookkeeping.vat import share_of, vat_by_code, vat_total

CASE_A = (
    line("82.50", "H21", "700000", quantity=Decimal(7), discount_percent=Decimal(10)),
    line("52.18", "H21", "700200"),
    line("17.85", "L6", "700100", quantity=Decimal(9), discount_percent=Decimal(5)),
)


def test_a_line_is_rounded_once_and_its_vat_is_computed_from_the_unrounded_net():
    share = share_of(line("0.001", "M12", quantity=Decimal(2222)), "700000")
    vat = vat_by_code([share], CODES)["M12"]
    assert (share.net, vat.on_lines) == (Decimal("2.22"), Decimal("0.27"))


def test_four_lines_at_21_percent_give_302_34_on_lines_and_302_35_on_total():
    shares = [share_of(line(net), "700000") for net in ("225", "37.59", "895.15", "282")]
    vat = vat_by_code(shares, CODES)["H21"]
    assert (vat.on_lines, vat.on_total) == (Decimal("302.34"), Decimal("302.35"))


def test_a_document_discount_is_spread_over_the_vat_codes_to_the_cent():
    shares = [share_of(one, one.account) for one in CASE_A]
    discounts = percent_off(Decimal(3), shares, lambda _: "708000")
    assert [(one.vat_code, one.net) for one in discounts] == [
        ("H21", Decimal("-17.16")),
        ("L6", Decimal("-4.58")),
    ]
    by_code = vat_by_code(shares + discounts, CODES)
    assert (by_code["H21"].base, by_code["L6"].base) == (Decimal("554.77"), Decimal("148.04"))
    assert (by_code["H21"].on_lines, by_code["L6"].on_lines) == (
        Decimal("116.51"),
        Decimal("8.89"),
    )
    assert (by_code["H21"].on_total, by_code["L6"].on_total) == (
        Decimal("116.50"),
        Decimal("8.88"),
    )
    assert vat_total(by_code, VatMode.ON_LINES) == Decimal("125.40")


def test_no_discount_adds_no_share():
    assert percent_off(Decimal(0), [share_of(CASE_A[0], "700000")], str) == []


@pytest.mark.parametrize(
    ("exact", "cents"), [("0.005", "0.01"), ("-0.005", "-0.01"), ("-0.004", "0.00")]
)
def test_half_a_cent_is_rounded_away_from_zero_and_nothing_is_minus_zero(exact, cents):
    assert str(rounded(Decimal(exact))) == cents


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=5, allow_nan=False))
def test_rounding_is_the_same_on_both_sides_of_zero(amount):
    assert rounded(-amount) == -rounded(amount)
    assert abs(rounded(amount) - amount) <= Decimal("0.005")
