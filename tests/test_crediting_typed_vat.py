"""Credit notes on invoices whose lines have VAT typed, with prices that include it (rule B7)."""

from decimal import Decimal

from bookkeeping_support import bases, document, line
from crediting_support import booked, credit, of_notes, plan_of, settled, sheet

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.model import Line

INVOICE = document("2026/1", line("121.00", includes_vat=True, vat=Decimal("21.02")))


def part(share: str) -> Line:
    return line("121.00", quantity=Decimal(share), includes_vat=True)


def test_the_whole_is_credited_with_the_vat_that_was_typed():
    plan = plan_of(sheet(INVOICE, credit("CN2026/1", part("1"))))
    assert bases(booked(plan)["CN2026/1"]) == {"H21": (Decimal("99.98"), Decimal("21.02"))}
    assert settled(plan) == {ZERO}


def test_the_last_of_several_takes_the_cents_of_the_vat_that_was_typed():
    halves = [credit("CN2026/1", part("0.5")), credit("CN2026/2", part("0.5"))]
    plan = plan_of(sheet(INVOICE, *halves))
    assert bases(booked(plan)["CN2026/1"]) == {"H21": (Decimal("50.00"), Decimal("10.50"))}
    assert bases(booked(plan)["CN2026/2"]) == {"H21": (Decimal("49.98"), Decimal("10.52"))}
    assert settled(plan) == {ZERO}
    assert of_notes(plan) == [
        "Invoices, row 4, Credits: found VAT 10.50 for H21, computed, taken: 10.52, which is what "
        "remains of the invoice's VAT, so that the customer ends at 0.00.",
        "Invoices, row 4, Credits: found 50.00 for H21, computed, taken: 49.98, which is what "
        "remains of the invoice, so that the customer ends at 0.00.",
    ]


def test_a_discount_of_an_amount_leaves_no_typed_cent_open_either():
    books = line("106.00", "L6", includes_vat=True)
    typed = line("121.00", includes_vat=True, vat=Decimal("21.05"))
    invoice = document("2026/1", typed, books, discount_amount=Decimal("10.00"))
    first = credit("CN2026/1", part("0.5"), discount_amount=Decimal("2.67"))
    last = credit("CN2026/2", part("0.5"), books, discount_amount=Decimal("7.33"))
    plan = plan_of(sheet(invoice, first, last))
    assert settled(plan) == {ZERO}
    assert bases(booked(plan)["CN2026/2"]) == {
        "H21": (Decimal("47.76"), Decimal("10.08")),
        "L6": (Decimal("95.59"), Decimal("5.74")),
    }
