"""A year of a web shop, 25,900 documents of up to 1,114 lines: computed in both modes, and booked.

Numbers with C are credit notes, whose quantities the file has negative; those with A adjust bad
debt, two of them below zero. All lines are taken at 21 %.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import pytest
from bookkeeping_support import SETTINGS, booked, document, line, workbook
from reference_support import reference

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.balance import check_balance
from boekbrug.server.bookkeeping.computing import Computed, compute
from boekbrug.server.bookkeeping.model import Line
from boekbrug.server.bookkeeping.printed import Agreed
from boekbrug.server.bookkeeping.rows import make_rows
from boekbrug.server.bookkeeping.terms import Kind, VatMode

DATA = ("data", "real", "uci_online_retail", "online_retail_all_days.csv.gz")
FIRM = workbook(settings=SETTINGS)
ANY = document("2026/1")
BOOKED = booked(ANY)
typed_line = cache(line)


@dataclass(frozen=True, slots=True)
class Sold:
    """A document of the shop: its number, its month like 2011-08, and what it comes to."""

    number: str
    month: str
    lines: tuple[Line, ...]
    computed: Computed

    @property
    def kind(self) -> Kind:
        return Kind.CREDIT_NOTE if self.number.startswith("C") else Kind.INVOICE


def line_of(number: str, quantity: int, price: str) -> Line:
    """Return the line as a sheet has it: prices are never negative, credited quantities neither."""
    if number.startswith("C"):
        quantity = -quantity
    if price.startswith("-"):
        quantity, price = -quantity, price.removeprefix("-")
    return typed_line(price, quantity=Decimal(quantity))


def sold() -> Iterator[Sold]:
    months: dict[str, str] = {}
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    with gzip.open(reference(*DATA), "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for number, _, _, quantity, at, price, _, _ in rows:
            months.setdefault(number, at[:7])
            lines[number].append(line_of(number, int(quantity), price))
    for number, found in lines.items():
        computed = compute(replace(ANY, lines=tuple(found)), FIRM, "BE")
        yield Sold(number, months[number], tuple(found), computed)


@pytest.fixture(scope="module")
def shop() -> list[Sold]:
    return list(sold())


def cents(tenths: int) -> int:
    """Return thousandths as hundredths, half away from zero, reckoned without a decimal."""
    return (abs(tenths) + 5) // 10 * (1 if tenths >= 0 else -1)


def by_whole_numbers(one: Sold) -> tuple[int, int, int]:
    """Return net, VAT on the lines and VAT on the total in cents, by whole numbers alone."""
    exact = [int(typed.quantity) * int(typed.unit_price * 1000) for typed in one.lines]
    net = sum(map(cents, exact))
    on_lines = sum(
        (abs(tenths) * 21 + 500) // 1000 * (1 if tenths >= 0 else -1) for tenths in exact
    )
    on_total = (abs(net) * 21 + 50) // 100 * (1 if net >= 0 else -1)
    return net, on_lines, on_total


def test_a_year_of_documents_is_computed_as_whole_numbers_reckon_it(shop: list[Sold]):
    assert (len(shop), sum(len(one.lines) for one in shop)) == (25_900, 541_909)
    assert sum(1 for one in shop if one.kind is Kind.CREDIT_NOTE) == 3_836
    for one in shop:
        code = one.computed.by_code["H21"]
        assert code.base == code.base_on_total
        found = tuple(int(amount * 100) for amount in (code.base, code.on_lines, code.on_total))
        assert found == by_whole_numbers(one)


def test_more_than_half_of_the_documents_have_other_cents_on_the_total(shop: list[Sold]):
    differing = [one for one in shop if len({*map(one.computed.vat, VatMode)}) > 1]
    assert len(differing) == 14_572


def test_three_adjustments_are_no_credit_notes_and_two_of_them_are_below_zero(shop: list[Sold]):
    found = {one.number: one for one in shop if one.number.startswith("A")}
    assert {number: one.computed.net(VatMode.ON_LINES) for number, one in found.items()} == {
        "A563185": Decimal("11062.06"),
        "A563186": Decimal("-11062.06"),
        "A563187": Decimal("-11062.06"),
    }
    below = [one.number for one in shop if one.computed.net(VatMode.ON_LINES) < 0]
    assert below == ["A563186", "A563187"]


@pytest.mark.parametrize("mode", VatMode)
def test_every_booking_of_the_year_balances(mode: VatMode, shop: list[Sold]):
    for one in shop:
        typed = replace(ANY, number=one.number, kind=one.kind, lines=one.lines)
        rows = make_rows(typed, Agreed(mode, one.computed, ZERO, ()), FIRM)
        net, vat = one.computed.net(mode), one.computed.vat(mode)
        check_balance(
            replace(
                BOOKED,
                number=one.number,
                kind=one.kind,
                revenue=rows.revenue,
                vat=rows.vat,
                net=net,
                vat_total=vat,
                gross=net + vat,
            )
        )


def test_the_months_add_up_to_the_year(shop: list[Sold]):
    months: dict[str, list[Decimal]] = {}
    for one in shop:
        code, sign = one.computed.by_code["H21"], one.kind.sign
        sums = months.setdefault(one.month, [ZERO, ZERO, ZERO])
        for at, amount in enumerate((code.base, code.on_lines, code.on_total)):
            sums[at] += sign * amount
    assert len(months) == 13
    year = tuple(sum(amounts, ZERO) for amounts in zip(*months.values(), strict=True))
    assert year == (Decimal("9747747.93"), Decimal("2047344.85"), Decimal("2047027.81"))
