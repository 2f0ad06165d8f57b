"""What holds for any documents, whatever is typed: balance, bases, order, charges (B3, B5, B10)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from bookkeeping_support import (
    CODES,
    SETTINGS,
    YEAR,
    document,
    history,
    line,
    only,
    planned,
    workbook,
)
from hypothesis import assume, given
from hypothesis import strategies as st
from winbooks_support import parameters

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.booking import Batch, Totals
from boekbrug.server.bookkeeping.model import CashDiscount, Currency, Document, Line, Printed
from boekbrug.server.bookkeeping.program_codes import with_program_codes
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import DiscountBooking, Kind, Selection, VatMode

WITH_OR_WITHOUT, WITHOUT = st.booleans(), st.just(value=False)
PRICES = st.decimals("0", "9999.999", places=3)
TWO_OF_A_RATE = CODES | {"N21": replace(CODES["H21"], code="N21")}
OF_WINBOOKS = winbooks.FACTS.vat_codes
PERCENTAGES = st.decimals("0", "50", places=2)
CURRENCIES = st.none() | st.builds(Currency, st.just("USD"), st.decimals("0.5", "2", places=4))
CASH_DISCOUNTS = st.none() | st.builds(CashDiscount, st.decimals("0.01", "5", places=2), st.just(8))
SETTINGS_OF_FIRMS = st.builds(
    lambda mode, booking: replace(SETTINGS, vat_mode=mode, discounts_booked=booking),
    st.sampled_from(VatMode),
    st.sampled_from(DiscountBooking),
)


@st.composite
def lines(draw: st.DrawFn, *, includes_vat: st.SearchStrategy[bool]) -> Line:
    return line(
        str(draw(PRICES)),
        draw(st.sampled_from(["H21", "M12", "L6"])),
        draw(st.sampled_from(["700000", "700100", "700200"])),
        quantity=Decimal(draw(st.integers(1, 99))),
        discount_percent=draw(PERCENTAGES),
        includes_vat=draw(includes_vat),
    )


@st.composite
def documents(
    draw: st.DrawFn, *, includes_vat: st.SearchStrategy[bool] = WITH_OR_WITHOUT
) -> tuple[Document, ...]:
    """Return documents of March to May, each with its number and row."""
    sequences = draw(st.lists(st.integers(1, 999), min_size=1, max_size=4, unique=True))
    return tuple(
        _document(draw, sequence, row, includes_vat) for row, sequence in enumerate(sequences, 2)
    )


def _document(
    draw: st.DrawFn, sequence: int, row: int, includes_vat: st.SearchStrategy[bool]
) -> Document:
    kind = draw(st.sampled_from(Kind))
    prefix = "CN" if kind is Kind.CREDIT_NOTE else ""
    return document(
        f"{prefix}2026/{sequence}",
        *draw(st.lists(lines(includes_vat=includes_vat), min_size=1, max_size=4)),
        row=row,
        kind=kind,
        issued_on=draw(st.dates(date(2026, 3, 1), date(2026, 5, 31))),
        discount_percent=draw(st.just(Decimal(0)) | PERCENTAGES),
        currency=draw(CURRENCIES),
        cash_discount=draw(CASH_DISCOUNTS),
    )


def batch_of(typed: Sequence[Document], settings: Settings = SETTINGS) -> Batch:
    plan = planned(workbook(*typed, settings=settings), period=YEAR)
    assert plan.batch is not None
    assert len(plan.batch.documents) == len(typed)
    told, _ = with_program_codes(plan.batch, CODES, "winbooks", winbooks.FACTS.vat_codes)
    return told


def totals(batch: Batch) -> Totals:
    return winbooks.totals(tuple(winbooks.render(batch, parameters())), parameters())


@given(documents(), SETTINGS_OF_FIRMS)
def test_b3_debit_is_credit_in_the_file_of_any_documents(
    typed: tuple[Document, ...], settings: Settings
):
    found = totals(batch_of(typed, settings))
    assert found.debit == found.credit
    assert found.gross == found.net + found.vat


@given(documents(includes_vat=WITHOUT))
def test_b5_the_bases_are_the_same_in_both_ways_of_rounding(typed: tuple[Document, ...]):
    on_lines, on_total = (
        {
            (one.number, row.vat_code): row.base
            for one in batch_of(typed, replace(SETTINGS, vat_mode=mode)).documents
            for row in one.vat
        }
        for mode in VatMode
    )
    assert on_lines == on_total


@given(documents(), st.randoms(use_true_random=False))
def test_b10_the_order_of_the_rows_changes_no_byte(typed: tuple[Document, ...], chance):
    shuffled = list(typed)
    chance.shuffle(shuffled)
    moved = [replace(one, origin=replace(one.origin, row=at)) for at, one in enumerate(shuffled, 2)]
    files = [tuple(winbooks.render(batch_of(one), parameters())) for one in (typed, moved)]
    assert files[0] == files[1]


EVEN_PRICES = st.sampled_from(["100.00", "0.05", "1.11", "33.33"])
SMALL_AMOUNTS = st.sampled_from(["0.00", "0.01", "0.02", "0.05"]).map(Decimal)
SHAPES = st.tuples(
    EVEN_PRICES,
    st.sampled_from(["H21", "M12", "L6", "N21"]),
    st.sampled_from(["700000", "700100"]),
    st.sampled_from(["", "Shop", "Web"]),
)


@st.composite
def documents_with_ties(draw: st.DrawFn) -> Document:
    """Return a document whose lines often come to the same, with amounts that leave cents over."""
    is_net = draw(WITH_OR_WITHOUT)
    shapes = draw(st.lists(SHAPES, min_size=2, max_size=5))
    typed = document(
        "2026/18",
        *(
            line(price, code, account, cost_centre=centre, includes_vat=not is_net)
            for price, code, account, centre in shapes
        ),
        discount_amount=draw(SMALL_AMOUNTS),
        currency=draw(CURRENCIES),
    )
    more = draw(SMALL_AMOUNTS)
    whole = only(planned(workbook(replace(typed, currency=None), vat_codes=TWO_OF_A_RATE)))
    return replace(typed, printed=Printed(vat=whole.vat_total + more))


@given(documents_with_ties(), SETTINGS_OF_FIRMS, st.randoms(use_true_random=False))
def test_b10_the_order_of_the_lines_changes_no_row(
    typed: Document, settings: Settings, chance: Random
):
    shuffled = list(typed.lines)
    chance.shuffle(shuffled)
    found = []
    for one in (typed, replace(typed, lines=tuple(shuffled))):
        plan = planned(workbook(one, settings=settings, vat_codes=TWO_OF_A_RATE))
        assume(plan.batch is not None)  # what is printed may be too far off by the other rounding
        assert plan.batch
        told, _ = with_program_codes(plan.batch, TWO_OF_A_RATE, "winbooks", OF_WINBOOKS)
        files = tuple(winbooks.render(told, parameters()))
        found.append((files, only(plan).analytical, only(plan).digest, plan.content_digest))
    assert found[0] == found[1]


@given(documents())
def test_b10_a_second_export_charges_nothing(typed: tuple[Document, ...]):
    first = planned(workbook(*typed), period=YEAR)
    assert {charge.key for charge in first.charges} == {one.key for one in typed}
    past = history(charged=frozenset(charge.key for charge in first.charges))
    again = planned(workbook(*typed), past=past, period=YEAR, selection=Selection.ALL)
    assert (again.charges, again.fee) == ((), Decimal("0.00"))
