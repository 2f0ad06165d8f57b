"""The last cents of credit notes: other currencies, printed amounts, rounding (rule B7)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from bookkeeping_support import document, line
from crediting_support import (
    DEJAVU,
    INVOICE,
    booked,
    credit,
    in_dutch,
    of_notes,
    plan_of,
    settled,
    sheet,
)

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.cents import explained
from boekbrug.server.bookkeeping.model import Currency, Document, Printed
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.wording.said import in_language

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
