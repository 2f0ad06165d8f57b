"""Credit notes together: groups of invoices, and what is too much (rule B7)."""

from dataclasses import replace
from decimal import Decimal

from bookkeeping_support import document, line, said
from crediting_support import (
    INVOICE,
    OTHER,
    booked,
    credit,
    exported_then,
    in_dutch,
    of_notes,
    plan_of,
    settled,
    sheet,
)

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.facts import Facts
from boekbrug.server.bookkeeping.model import CashDiscount

BOTH = (INVOICE.key, OTHER.key)


def test_invoices_that_are_credited_together_are_settled_together():
    together = credit("CN2026/1", "120.00", credits=BOTH)
    plan = plan_of(sheet(INVOICE, OTHER, together, credit("CN2026/2", "30.00")))
    assert plan.blocking == ()
    rest = credit("CN2026/3", "50.00", credits=(OTHER.key,))
    assert settled(plan_of(sheet(INVOICE, OTHER, together, credit("CN2026/2", "30.00"), rest))) == {
        ZERO
    }


def test_too_much_on_several_invoices_is_told_with_the_figures_of_all():
    together = credit("CN2026/1", "120.00", credits=BOTH)
    plan = plan_of(sheet(INVOICE, OTHER, together, credit("CN2026/2", "90.00")))
    assert said(plan.blocking) == [
        "Invoices, row 4, Credits: found 90.00 credited under VAT code H21, allowed: at most "
        "80.00, as 200.00 was invoiced on 2026/1 and 2026/2 together and 120.00 is credited "
        "already. Correct the lines, or name the right invoices."
    ]
    assert in_dutch(plan) == [
        "Invoices, rij 4, Credits: gevonden 90,00 gecrediteerd onder btw-code H21, toegelaten: "
        "ten hoogste 80,00, want 200,00 is gefactureerd op 2026/1 en 2026/2 samen en 120,00 al "
        "gecrediteerd. Verbeter de regels, of noem de juiste facturen."
    ]


def test_an_invoice_alone_is_credited_no_further_before_a_credit_note_joins_it_to_another():
    first = credit("CN2026/1", "130.00")
    together = credit("CN2026/2", "10.00", credits=BOTH)
    [told] = said(plan_of(sheet(INVOICE, OTHER, first, together)).blocking)
    assert "at most 100.00, as 100.00 was invoiced and 0.00 is credited already" in told


def test_what_is_left_is_never_below_zero():
    past = exported_then([OTHER], [credit("CN2026/1", "90.00", credits=(OTHER.key,))])
    cheaper = replace(OTHER, key=INVOICE.key, lines=(line("40.00"),))
    past = replace(past, exported={**past.exported, **exported_then([cheaper]).exported})
    beyond = {
        key: replace(one, facts={**one.facts, "crediting": crediting_of(one.facts)})
        for key, one in past.exported.items()
    }
    plan = plan_of(sheet(credit("CN2026/3", "1.00")), replace(past, exported=beyond))
    [told] = said(plan.blocking)
    assert "at most 0.00, as 40.00 was invoiced and 90.00 is credited already" in told


def crediting_of(facts: Facts) -> object:
    """Return what is kept of a document, its credit naming another invoice."""
    kept = dict(facts["crediting"])
    key = [INVOICE.key.series, INVOICE.key.book_year, INVOICE.key.number]
    return kept | ({"credits": [key]} if kept["credits"] else {})


def test_a_credit_note_that_names_an_unknown_invoice_as_well_leaves_the_known_one_unchecked():
    unknown = replace(INVOICE.key, number="2020/1")
    joint = credit("CN2026/1", "500.00", credits=(INVOICE.key, unknown))
    plan = plan_of(sheet(INVOICE, joint, credit("CN2026/2", "90.00")))
    assert plan.blocking == ()
    assert of_notes(plan)[1:] == [
        "Invoices, row 4, Credits: found 2020/1, of which neither this file nor an earlier export "
        "has the amounts, taken as it is; how much of it was credited before cannot be checked."
    ]


def test_a_deduction_is_credited_in_parts_as_well():
    deposit = line("50.00", "L6", quantity=Decimal(-1))
    half = line("25.00", "L6", quantity=Decimal(-1))
    invoice = document("2026/1", line("100.00"), deposit)
    parts = [credit(f"CN2026/{one}", line("50.00"), half) for one in (1, 2)]
    assert settled(plan_of(sheet(invoice, *parts))) == {ZERO}
    more = credit("CN2026/3", line("10.00", "M12"), line("1.00", "L6", quantity=Decimal(-1)))
    assert len(plan_of(sheet(invoice, *parts, more)).blocking) == 2


def test_a_credit_with_prices_without_vat_is_no_more_than_an_invoice_with_vat():
    invoice = document("2026/1", line("121.00", includes_vat=True))
    [told] = said(plan_of(sheet(invoice, credit("CN2026/1", "110.00"))).blocking)
    assert "at most 100.00, as 100.00 was invoiced and 0.00 is credited already" in told
    assert settled(plan_of(sheet(invoice, credit("CN2026/1", "100.00")))) == {ZERO}
    typed = line("121.00", includes_vat=True, vat=Decimal("21.01"))
    invoice = document("2026/1", typed)
    assert settled(plan_of(sheet(invoice, credit("CN2026/1", typed)))) == {ZERO}


def test_a_discount_of_an_amount_that_credit_notes_divide_otherwise_leaves_no_cent():
    both = (line("33.33"), line("66.67", "L6"))
    invoice = document("2026/1", *both, discount_amount=Decimal("10.00"))
    for off, rest in (("3.34", "6.66"), ("3.32", "6.68"), ("3.33", "6.67")):
        high = credit("CN2026/1", both[0], discount_amount=Decimal(off))
        low = credit("CN2026/2", both[1], discount_amount=Decimal(rest))
        assert settled(plan_of(sheet(invoice, high, low))) == {ZERO}
    beyond = credit("CN2026/1", both[0], discount_amount=Decimal("3.30"))
    [told] = said(plan_of(sheet(invoice, beyond)).blocking)
    assert "found 30.03 credited under VAT code H21, allowed: at most 30.00, as 30.00 was" in told


OFFERED = CashDiscount(percent=Decimal(2), days=8)
DISCOUNTED = document("2026/1", line("1000.00"), cash_discount=OFFERED)


def test_a_credit_note_without_the_cash_discount_of_its_invoice_is_told_so():
    plan = plan_of(sheet(DISCOUNTED, credit("CN2026/1", "1000.00")))
    assert said(plan.blocking) == [
        "Invoices, row 3, Credits: found 1000.00 credited under VAT code H21, allowed: at most "
        "980.00, as 1000.00 was invoiced on 2026/1, of which VAT was due on 980.00 for a cash "
        "discount of 20.00, and 0.00 is credited already. Give the credit note the cash discount "
        "of the invoice, or correct the lines."
    ]
    assert in_dutch(plan) == [
        "Invoices, rij 3, Credits: gevonden 1000,00 gecrediteerd onder btw-code H21, "
        "toegelaten: ten hoogste 980,00, want 1000,00 is gefactureerd op 2026/1, met btw op 980,00 "
        "wegens een korting contant van 20,00, en 0,00 is al gecrediteerd. Geef de creditnota de "
        "korting contant van de factuur, of verbeter de regels."
    ]
    with_it = credit("CN2026/1", "1000.00", cash_discount=OFFERED)
    assert settled(plan_of(sheet(DISCOUNTED, with_it))) == {ZERO}


def test_the_base_credited_without_cash_discount_leaves_the_discount_itself_open():
    plan = plan_of(sheet(DISCOUNTED, credit("CN2026/1", "980.00")))
    note = booked(plan)["CN2026/1"]
    assert (note.net, note.vat_total) == (Decimal("980.00"), Decimal("205.80"))


def test_the_cents_of_a_cash_discount_in_parts_are_taken_too():
    offered = CashDiscount(percent=Decimal("2.5"), days=8)
    invoice = document("2026/1", line("100.10"), cash_discount=offered)
    halves = [credit(f"CN2026/{one}", "50.05", cash_discount=offered) for one in (1, 2)]
    assert settled(plan_of(sheet(invoice, *halves))) == {ZERO}
