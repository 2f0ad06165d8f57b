"""Credit notes together: groups of invoices, other currencies, printed amounts (rule B7)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from bookkeeping_support import document, line, said
from crediting_support import (
    DEJAVU,
    INVOICE,
    OTHER,
    booked,
    credit,
    exported_then,
    plan_of,
    settled,
    sheet,
)

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.cents import explained
from boekbrug.server.bookkeeping.facts import Facts
from boekbrug.server.bookkeeping.model import CashDiscount, Currency, Document, Printed
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.wording.said import in_language

BOTH = (INVOICE.key, OTHER.key)
CENT = Decimal("0.01")


def of_notes(plan: Plan) -> list[str]:
    """Return the warnings on column Credits."""
    return [one for one in said(plan.warnings) if ", Credits: " in one]


def in_dutch(plan: Plan) -> list[str]:
    problems = [*plan.blocking, *plan.warnings]
    return [in_language(sentence(one), "nl") for one in problems if one.column == "Credits"]


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


DOLLARS = Currency("USD", Decimal("1.1"))
FOREIGN = document("2026/1", line("33.33"), currency=DOLLARS)


def in_dollars(number: str, net: str) -> Document:
    return credit(number, net, currency=DOLLARS)


def cents(plan: Plan, language: str = "en") -> str:
    """Return what is said of the cents of the last document that has any."""
    assert plan.batch
    return in_language(explained(plan.batch.documents, "EUR")[-1].sentence, language)


def test_credit_notes_in_another_currency_end_at_nothing_in_the_books_too():
    parts = [in_dollars("CN2026/1", "11.11"), in_dollars("CN2026/2", "22.22")]
    plan = plan_of(sheet(FOREIGN, *parts))
    assert settled(plan) == {ZERO}
    assert of_notes(plan) == [
        "Invoices, row 4, Credits: found 20.20 and VAT 4.25 for H21, converted, taken: 20.20 and "
        "VAT 4.24, which is what remains of the invoice in the books, so that the customer ends at "
        "0.00 there too."
    ]
    assert cents(plan) == (
        "Amounts in USD. In EUR the total converted is 24.45; taken is 24.44 (VAT code H21), what "
        "is left of the credited invoice, so that it ends at 0.00. The booking balances."
    )
    assert cents(plan, "nl") == (
        "Bedragen in USD. In EUR is het omgerekende totaal 24,45; genomen is 24,44 (btw-code H21), "
        "wat van de gecrediteerde factuur overblijft, zodat die op 0,00 uitkomt. De boeking is in "
        "evenwicht."
    )


def test_a_cent_between_net_and_vat_in_the_books_is_told_as_well():
    invoice = replace(FOREIGN, lines=(line("10.00"),))
    parts = [in_dollars("CN2026/1", "5.00"), in_dollars("CN2026/2", "5.00")]
    plan = plan_of(sheet(invoice, *parts))
    assert settled(plan) == {ZERO}
    assert cents(plan) == (
        "Amounts in USD. In EUR net and VAT of VAT code H21 are what is left of the credited "
        "invoice, so that it ends at 0.00. The booking balances."
    )


def test_another_rate_leaves_a_difference_of_exchange():
    dearer = Currency("USD", Decimal("1.25"))
    plan = plan_of(sheet(FOREIGN, credit("CN2026/1", *FOREIGN.lines, currency=dearer)))
    assert of_notes(plan) == [
        "Invoices, row 3, Credits: found rate 1.25, while 2026/1 is at 1.1, taken as it is; what "
        "the customer then has open in the books is a difference of exchange. Your accountant "
        "books it."
    ]
    assert in_dutch(plan) == [
        "Invoices, rij 3, Credits: gevonden koers 1,25, terwijl 2026/1 koers 1,1 heeft, genomen "
        "zoals het is; wat de klant dan in de boeken open heeft, is een koersverschil. Uw "
        "boekhouder boekt het."
    ]


MANUALS = document("2026/1", line("17.85", "L6", quantity=Decimal(9), discount_percent=Decimal(5)))


def manuals(number: str, count: int, **given: Any) -> Document:
    some = line("17.85", "L6", quantity=Decimal(count), discount_percent=Decimal(5))
    return credit(number, some, **given)


def printed(total: str) -> Printed:
    return Printed(total=Decimal(total))


def test_what_is_printed_goes_before_what_the_invoice_leaves():
    parts = (manuals("CN2026/1", 2), manuals("CN2026/2", 7, printed=printed("125.82")))
    plan = plan_of(sheet(MANUALS, *parts))
    assert booked(plan)["CN2026/2"].vat_total == Decimal("7.12")
    assert of_notes(plan) == [
        "Invoices, row 4, Credits: found VAT 7.12 for L6, as printed, taken as printed; 7.13 "
        "remains of the invoice's VAT, so that 0.01 of it stays open. Correct the printed amount "
        "if the paper says otherwise."
    ]
    assert cents(plan) == (
        "Of the VAT of the credited invoice 7.13 is left, printed is 7.12. Taken: as printed; 0.01 "
        "stays open. The booking balances."
    )
    agreeing = (parts[0], replace(parts[1], printed=printed("125.83")))
    assert settled(plan_of(sheet(MANUALS, *agreeing))) == {ZERO}


def test_a_net_that_is_printed_leaves_open_what_it_leaves():
    invoice = document("2026/1", line("10.005", quantity=Decimal(2)))
    one, two = credit("CN2026/1", "10.005"), credit("CN2026/2", "10.005")
    plan = plan_of(sheet(invoice, one, replace(two, printed=Printed(net=Decimal("10.01")))))
    assert of_notes(plan) == [
        "Invoices, row 4, Credits: found 10.01 for H21, as printed, taken as printed; 10.00 "
        "remains of the invoice, so that -0.01 of it stays open. Correct the printed amount if the "
        "paper says otherwise."
    ]
    assert settled(plan_of(sheet(invoice, one, two))) == {ZERO}


ROUNDED = replace(INVOICE, payable_rounding=Decimal("0.05"))


def test_the_rounding_of_an_invoice_is_taken_by_the_credit_note_that_says_nothing_of_it():
    plan = plan_of(sheet(ROUNDED, credit("CN2026/1", "100.00")))
    assert of_notes(plan) == [
        "Invoices, row 3, Credits: found no rounding on the credit note, taken: 0.05, which is "
        "what remains of the invoice's rounding, so that the customer ends at 0.00."
    ]
    assert settled(plan) == {ZERO}
    same = credit("CN2026/1", "100.00", payable_rounding=Decimal("0.05"))
    assert of_notes(plan_of(sheet(ROUNDED, same))) == []


def test_the_rounding_that_a_credit_note_says_stays_and_what_is_open_is_told():
    less = credit("CN2026/1", "100.00", payable_rounding=Decimal("0.02"))
    plan = plan_of(sheet(ROUNDED, less))
    assert of_notes(plan) == [
        "Invoices, row 3, Credits: found rounding of 0.02 on the credit note, taken as it is; 0.05 "
        "remains of the invoice's rounding, so that 0.03 of it stays open. Correct the printed "
        "amounts, or the payable rounding, if the paper says otherwise."
    ]
    assert settled(plan) == {ZERO, Decimal("0.03")}


def test_rounding_in_another_currency_ends_at_nothing_in_the_books_too():
    dear = Currency("USD", Decimal("1.4"))
    invoice = replace(ROUNDED, currency=dear, lines=(line("28.00", "EX"),))
    parts = [
        credit(f"CN2026/{at}", line("14.00", "EX"), currency=dear, payable_rounding=Decimal(part))
        for at, part in ((1, "0.02"), (2, "0.03"))
    ]
    abroad = replace(DEJAVU, country="US", vat_number="")
    plan = plan_of(sheet(invoice, *parts, customers=[abroad]))
    assert settled(plan) == {ZERO}
    assert of_notes(plan) == []
    assert cents(plan) == (
        "Amounts in USD. 0.03 of rounding is on account 757000. In EUR the total converted is "
        "10.02; taken is 10.03 (VAT code rounding), what is left of the credited invoice, so that "
        "it ends at 0.00. The booking balances."
    )


def test_a_printed_amount_in_another_currency_settles_nothing_in_the_books():
    invoice = replace(FOREIGN, lines=(line("10.005", quantity=Decimal(2)),))
    one, two = in_dollars("CN2026/1", "10.005"), in_dollars("CN2026/2", "10.005")
    plan = plan_of(sheet(invoice, one, replace(two, printed=Printed(net=Decimal("10.01")))))
    assert booked(plan)["CN2026/2"].net == Decimal("9.10")


def test_what_is_credited_on_another_account_stays_there():
    returns = credit("CN2026/1", line("100.00", "H21", "700200"))
    note = booked(plan_of(sheet(INVOICE, returns)))["CN2026/1"]
    assert [(row.account, row.net) for row in note.revenue] == [("700200", Decimal("100.00"))]
    abroad = credit("CN2026/1", line("33.33", "H21", "700200"), currency=DOLLARS)
    note = booked(plan_of(sheet(FOREIGN, abroad)))["CN2026/1"]
    assert [(row.account, row.net) for row in note.revenue] == [("700200", Decimal("30.30"))]


def test_a_cent_that_earlier_credit_notes_left_on_an_account_is_taken_from_it():
    prices = (line("10.005", quantity=Decimal(2)), line("7.00", account="700100"))
    invoice = document("2026/1", *prices)
    halves = [credit(f"CN2026/{at}", "10.005") for at in (1, 2)]
    rest = credit("CN2026/3", line("7.00", account="700100"))
    plan = plan_of(sheet(invoice, *halves, rest))
    assert settled(plan) == {ZERO}
    assert [(row.account, row.net) for row in booked(plan)["CN2026/3"].revenue] == [
        ("700000", Decimal("-0.01")),
        ("700100", Decimal("7.00")),
    ]
