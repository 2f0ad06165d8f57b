"""Crediting invoices in any parts leaves nothing, on no account and under no VAT code (rule B7)."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bookkeeping_support import SETTINGS, document, line, said
from crediting_support import after, booked, credit, open_amounts, plan_of, sheet
from hypothesis import given, settings
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.amounts import ZERO, spread
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.model import CashDiscount, Currency, Document, Line, Printed
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import DiscountBooking, VatMode

QUANTITIES = st.lists(st.integers(1, 30), min_size=1, max_size=4)
PRICES = st.decimals("0.01", "999.99", places=2)
PERCENTS = st.decimals("0", "30", places=1)
MODES = st.sampled_from(VatMode)
RATES = st.none() | st.decimals("0.2", "9", places=4).map(lambda rate: Currency("USD", rate))
CODES = ("H21", "L6", "H21")
ACCOUNTS = ("700000", "700100", "700200")


def lines(prices: Iterable[Decimal], count: int, **values: Any) -> list[Line]:
    """Return a line for each price: two VAT codes, three accounts."""
    return [
        line(str(price), code, account, quantity=Decimal(count), **values)
        for price, code, account in zip(prices, CODES, ACCOUNTS, strict=False)
    ]


def left(*documents: Document, given: Settings = SETTINGS) -> dict[str, set[Decimal]]:
    """Return what is left of customer, VAT and bases, and of each VAT code and account."""
    plan = plan_of(sheet(*documents, settings=given))
    assert not plan.blocking, said(plan.blocking)
    return sums(booked(plan).values())


def sums(documents: Iterable[BookedDocument]) -> dict[str, set[Decimal]]:
    found: dict[str, set[Decimal]] = {}
    codes: dict[tuple[str, str], Decimal] = {}
    for (kind, *place, currency), amount in open_amounts(documents).items():
        found.setdefault(kind, set()).add(amount)
        if kind == "account":
            code = place[-1], currency
            codes[code] = codes.get(code, ZERO) + amount
    return found | {"code": set(codes.values())}


NOTHING = {name: {ZERO} for name in ("account", "VAT", "base", "customer", "code")}


@settings(max_examples=60)
@given(
    quantities=QUANTITIES,
    prices=st.lists(PRICES, min_size=1, max_size=3),
    percents=st.tuples(PERCENTS, PERCENTS, st.just(ZERO) | PERCENTS),
    how=st.tuples(MODES, st.booleans(), st.sampled_from(DiscountBooking)),
)
def test_percentages_in_any_parts_leave_nothing_on_any_account(
    quantities: list[int],
    prices: list[Decimal],
    percents: tuple[Decimal, Decimal, Decimal],
    how: tuple[VatMode, bool, DiscountBooking],
):
    mode, includes_vat, booking = how
    on_line, on_document, offered = percents
    values: dict[str, Any] = {"discount_percent": on_line, "includes_vat": includes_vat}
    given: dict[str, Any] = {
        "discount_percent": on_document,
        "cash_discount": CashDiscount(percent=offered, days=8) if offered else None,
    }
    invoice = document("2026/1", *lines(prices, sum(quantities), **values), **given)
    notes = [
        credit(f"CN2026/{place}", *lines(prices, count, **values), **given)
        for place, count in enumerate(quantities, start=1)
    ]
    firm = replace(SETTINGS, vat_mode=mode, discounts_booked=booking)
    assert left(invoice, *notes, given=firm) == NOTHING


@settings(max_examples=60)
@given(
    quantities=QUANTITIES,
    prices=st.lists(PRICES, min_size=2, max_size=3),
    part=st.decimals("0.01", "0.5", places=2),
    mode=MODES,
)
def test_a_discount_of_an_amount_in_any_parts_leaves_nothing(
    quantities: list[int], prices: list[Decimal], part: Decimal, mode: VatMode
):
    whole = sum(prices, ZERO) * sum(quantities)
    amount = (whole * part).quantize(Decimal("0.01"))
    amounts = spread(amount, [Decimal(count) for count in quantities])
    invoice = document("2026/1", *lines(prices, sum(quantities)), discount_amount=amount)
    notes = [
        credit(f"CN2026/{place}", *lines(prices, count), discount_amount=off)
        for place, (count, off) in enumerate(zip(quantities, amounts, strict=True), start=1)
    ]
    found = left(invoice, *notes, given=replace(SETTINGS, vat_mode=mode))
    assert found == NOTHING


@settings(max_examples=60)
@given(
    quantities=QUANTITIES,
    prices=st.lists(st.decimals("1", "999.99", places=2), min_size=1, max_size=3),
    terms=st.tuples(PERCENTS, RATES, MODES),
    cents=st.integers(-5, 5),
)
def test_in_any_currency_and_whatever_the_invoice_printed_nothing_is_left(
    quantities: list[int],
    prices: list[Decimal],
    terms: tuple[Decimal, Currency | None, VatMode],
    cents: int,
):
    percent, currency, mode = terms
    given: dict[str, Any] = {"discount_percent": percent, "currency": currency}
    how = replace(SETTINGS, vat_mode=mode)
    invoice = document("2026/1", *lines(prices, sum(quantities)), **given)
    [plain] = booked(plan_of(sheet(invoice, settings=how))).values()
    total = plain.foreign.gross if plain.foreign else plain.gross
    printed = Printed(total=total + Decimal(cents) / 100)
    notes = [
        credit(f"CN2026/{place}", *lines(prices, count), **given)
        for place, count in enumerate(quantities, start=1)
    ]
    assert left(replace(invoice, printed=printed), *notes, given=how) == NOTHING


@settings(max_examples=60)
@given(
    parts=st.lists(st.tuples(PRICES, st.booleans(), st.integers(0, 2)), min_size=1, max_size=6),
    currency=RATES,
    mode=MODES,
)
def test_several_invoices_credited_line_by_line_leave_nothing(
    parts: list[tuple[Decimal, bool, int]], currency: Currency | None, mode: VatMode
):
    """Each line of two invoices stands on one of three credit notes, each of which names both."""
    typed = [
        (line(str(price), "H21" if is_high else "L6"), place % 2, note)
        for place, (price, is_high, note) in enumerate(parts)
    ]
    invoices = [
        document(f"2026/{at + 1}", *found, row=90 + at, currency=currency)
        for at in (0, 1)
        if (found := [one for one, which, _ in typed if which == at])
    ]
    keys = tuple(one.key for one in invoices)
    notes = [
        credit(f"CN2026/{at + 1}", *found, credits=keys, currency=currency)
        for at in (0, 1, 2)
        if (found := [one for one, _, which in typed if which == at])
    ]
    amounts = left(*invoices, *notes, given=replace(SETTINGS, vat_mode=mode))
    assert amounts | {"account": {ZERO}} == NOTHING


@settings(max_examples=40)
@given(quantities=QUANTITIES, price=PRICES, currency=RATES, order=st.permutations(range(4)))
def test_in_whatever_order_and_exports_they_come_nothing_is_left(
    quantities: list[int], price: Decimal, currency: Currency | None, order: list[int]
):
    invoice = document("2026/1", *lines([price], sum(quantities)), currency=currency)
    notes = [
        credit(f"CN2026/{place}", *lines([price], count), currency=currency)
        for place, count in enumerate(quantities, start=1)
    ]
    past = after(sheet(invoice))
    documents = list(booked(plan_of(sheet(invoice))).values())
    for at in [at for at in order if at < len(notes)]:
        documents += booked(plan_of(sheet(notes[at]), past)).values()
        past = after(sheet(notes[at]), past)
    assert sums(documents) == NOTHING
    assert plan_of(sheet(invoice, *notes), past).warnings == ()
