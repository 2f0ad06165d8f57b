"""Credit notes in the light of what they credit (rule B7); case B is worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bookkeeping_support import (
    CASE_A,
    SETTINGS,
    YEAR,
    customer,
    document,
    line,
    planned,
    said,
    workbook,
)
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.model import Currency, Document, Line
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import Kind, VatMode

ON_TOTAL = replace(SETTINGS, vat_mode=VatMode.ON_TOTAL)


def credit(number: str, *lines: Line, row: int = 3, **given: object) -> Document:
    values: dict[str, object] = {
        "issued_on": date(2026, 4, 7),
        "discount_percent": Decimal(3),
        "credits": (CASE_A.key,),
    }
    return document(number, *lines, kind=Kind.CREDIT_NOTE, row=row, **(values | given))  # type: ignore[arg-type]


def consulting(hours: int) -> Line:
    return line("82.50", quantity=Decimal(hours), discount_percent=Decimal(10))


def manuals(count: int) -> Line:
    return line("17.85", "L6", "700100", quantity=Decimal(count), discount_percent=Decimal(5))


CASE_B = credit("CN2026/3", consulting(3), manuals(2))
THE_REST = credit(
    "CN2026/4",
    consulting(4),
    line("52.18", "H21", "700200"),
    manuals(7),
    row=4,
    issued_on=date(2026, 4, 8),
)


def booked(plan: Plan) -> dict[str, BookedDocument]:
    assert plan.batch is not None, said(plan.blocking)
    return {one.number: one for one in plan.batch.documents}


def credited(*notes: Document, settings: Settings = SETTINGS) -> Plan:
    return planned(workbook(CASE_A, *notes, settings=settings), period=YEAR)


def balance(documents: dict[str, BookedDocument]) -> dict[tuple[str, str], Decimal]:
    """Return what is left on each account and VAT code, and of each code's VAT."""
    left: dict[tuple[str, str], Decimal] = {}
    for one in documents.values():
        rows = [(row.account, row.vat_code, row.net) for row in one.revenue]
        rows += [("VAT", row.vat_code, row.vat) for row in one.vat]
        for account, code, amount in (*rows, ("customer", "", one.gross)):
            left[account, code] = left.get((account, code), ZERO) + one.kind.sign * amount
    return left


def test_b7_case_b_names_its_invoice_and_carries_its_own_vat():
    note = booked(credited(CASE_B))["CN2026/3"]
    assert (note.net, note.vat_total, note.gross) == (
        Decimal("248.97"),
        Decimal("47.35"),
        Decimal("296.32"),
    )
    assert (note.text, note.credits) == ("Creditnota CN2026/3 op 2026/18", ("2026/18",))


def test_b7_the_credit_note_that_completes_the_crediting_takes_the_vat_that_is_left():
    plan = credited(CASE_B, THE_REST)
    documents = booked(plan)
    rest = documents["CN2026/4"]
    assert {row.vat_code: (row.base, row.vat) for row in rest.vat} == {
        "H21": (Decimal("338.70"), Decimal("71.13")),
        "L6": (Decimal("115.14"), Decimal("6.92")),
    }
    assert rest.gross == Decimal("531.89")
    assert set(balance(documents).values()) == {ZERO}
    assert [one for one in said(plan.warnings) if "row 4" in one] == [
        "Invoices, row 4, Credits: found VAT 6.91 for L6, computed, taken: 6.92, which is what "
        "remains of the invoice's VAT, so that the customer ends at 0.00."
    ]


def test_b7_on_total_nothing_remains_of_the_same_two_credit_notes():
    plan = credited(CASE_B, THE_REST, settings=ON_TOTAL)
    assert {row.vat_code: row.vat for row in booked(plan)["CN2026/4"].vat} == {
        "H21": Decimal("71.13"),
        "L6": Decimal("6.91"),
    }
    assert set(balance(booked(plan)).values()) == {ZERO}
    assert plan.warnings == ()


def test_b7_a_third_credit_note_is_refused_with_what_is_already_credited():
    third = credit("CN2026/5", consulting(1), row=5, issued_on=date(2026, 5, 1))
    assert said(credited(CASE_B, THE_REST, third).blocking) == [
        "Invoices, row 5, Credits: found 72.02 credited under VAT code H21, allowed: at most "
        "0.00, as 554.77 was invoiced and 554.77 is credited already. Correct the lines, or name "
        "the right invoice."
    ]


def test_b7_a_credit_note_on_hold_credits_nothing_yet():
    waiting = replace(THE_REST, hold=True, issued_on=date(2026, 4, 1))
    assert booked(credited(waiting, CASE_B))["CN2026/3"].gross == Decimal("296.32")
    again = replace(THE_REST, key=replace(THE_REST.key, number="2026/6"), number="CN2026/6")
    assert "CN2026/6" in booked(credited(waiting, CASE_B, again))


def test_b7_what_cannot_be_credited_is_named():
    other = customer("Rhein", row=3)
    notes = (
        replace(CASE_B, customer="Rhein"),
        replace(THE_REST, currency=Currency("USD", Decimal("1.1"))),
        credit("CN2026/5", line("1", "M12"), row=5),
    )
    plan = planned(workbook(CASE_A, *notes, customers=[customer(), other]), period=YEAR)
    assert said(plan.blocking) == [
        'Invoices, row 3, Credits: found 2026/18, an invoice to "Dejavu", allowed: an invoice to '
        '"Rhein". Name the right invoice, or correct the customer.',
        "Invoices, row 5, Credits: found a credit under VAT code M12, allowed: the VAT codes of "
        "the credited invoice: H21, L6. Correct the VAT code, or name the right invoice.",
        "Invoices, row 4, Credits: found 2026/18, an invoice in the currency of the books, "
        "allowed: an invoice in the currency of the credit note. Correct the currency of one of "
        "the two.",
    ]


def test_b7_an_invoice_of_an_earlier_file_is_credited_with_a_warning():
    old = replace(CASE_A.key, number="2025/7")
    plan = credited(replace(CASE_B, credits=(old,)))
    assert booked(plan)["CN2026/3"].text == "Creditnota CN2026/3 op 2025/7"
    assert (
        "Invoices, row 3, Credits: found 2025/7, of which neither this file nor an earlier "
        "export has the amounts, taken as it is; how much of it was credited before cannot be "
        "checked."
    ) in said(plan.warnings)


def test_b7_a_rebate_credits_no_invoice_alone():
    rebate = replace(CASE_B, credits=(), is_rebate=True)
    assert booked(credited(rebate, THE_REST))["CN2026/4"].vat_total == Decimal("78.04")


QUANTITIES = st.lists(st.integers(1, 30), min_size=1, max_size=4)
PRICES = st.decimals("0.01", "999.99", places=2)


@given(
    quantities=QUANTITIES,
    prices=st.tuples(PRICES, PRICES),
    percents=st.tuples(*[st.decimals("0", "30", places=1)] * 2),
    mode=st.sampled_from(VatMode),
)
def test_b7_crediting_an_invoice_in_any_parts_ends_at_zero_under_every_code(
    quantities: list[int],
    prices: tuple[Decimal, Decimal],
    percents: tuple[Decimal, Decimal],
    mode: VatMode,
):
    on_line, on_document = percents

    def lines(count: int) -> list[Line]:
        given: Any = {"quantity": Decimal(count), "discount_percent": on_line}
        high, low = map(str, prices)
        return [line(high, **given), line(low, "L6", **given)]

    invoice = document("2026/1", *lines(sum(quantities)), discount_percent=on_document)
    notes = [
        document(
            f"CN2026/{number}",
            *lines(count),
            kind=Kind.CREDIT_NOTE,
            row=number + 1,
            discount_percent=on_document,
            credits=(invoice.key,),
        )
        for number, count in enumerate(quantities, start=1)
    ]
    typed = workbook(invoice, *notes, settings=replace(SETTINGS, vat_mode=mode))
    left = balance(booked(planned(typed, period=YEAR)))
    for code in ("H21", "L6"):
        assert sum(amount for (_, name), amount in left.items() if name == code) == ZERO
    assert left["customer", ""] == left["VAT", "H21"] == left["VAT", "L6"] == ZERO


@given(prices=st.lists(PRICES, min_size=1, max_size=6), percent=st.decimals("0", "99", places=2))
def test_b7_an_invoice_and_its_whole_credit_are_nothing(prices: list[Decimal], percent: Decimal):
    lines = [
        line(str(price), ("H21", "L6", "N0")[place % 3], "700000")
        for place, price in enumerate(prices)
    ]
    invoice = document("2026/1", *lines, discount_percent=percent)
    note = document(
        "CN2026/1", *lines, kind=Kind.CREDIT_NOTE, discount_percent=percent, credits=(invoice.key,)
    )
    left = balance(booked(planned(workbook(invoice, note), period=YEAR)))
    assert set(left.values()) == {ZERO}
