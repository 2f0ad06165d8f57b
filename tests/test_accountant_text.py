"""The mail that goes to the accountant with a file."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.programs.accountant_text import Sending, accountant_text

OCTOBER = Sending(
    firm="Acme bv",
    period=Period(date(2026, 10, 1), date(2026, 10, 31)),
    file_names=("2026-10 Export 12 WinBooks Acme.zip",),
    page="How to import",
    invoices=84,
    credit_notes=3,
    net=Decimal("39925.80"),
    vat=Decimal("8384.42"),
    gross=Decimal("48310.22"),
)
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))


def test_the_mail_says_what_the_file_holds():
    assert accountant_text(OCTOBER)["en"] == (
        "Dear accountant,\n\n"
        "Here are our sales of 2026-10: 2026-10 Export 12 WinBooks Acme.zip.\n\n"
        "84 invoices, 3 credit notes.\n"
        "Net 39,925.80, VAT 8,384.42, total 48,310.22 EUR (credit notes count negative).\n\n"
        'The file holds a page, "How to import", with the steps and these totals. Please tell us '
        "when it is\nimported, or what was refused.\n\n"
        "Kind regards,\nAcme bv\n"
    )


def test_the_dutch_mail_writes_amounts_and_periods_in_dutch():
    text = accountant_text(replace(OCTOBER, period=QUARTER))["nl"]
    assert "Hierbij onze verkopen van 2026-07 tot en met 2026-09: 2026-10 Export 12" in text
    assert "84 facturen, 3 creditnota's.\nNetto 39.925,80, btw 8.384,42" in text


def test_one_document_is_one_document():
    texts = accountant_text(replace(OCTOBER, invoices=1, credit_notes=1))
    assert "\n1 invoice, 1 credit note.\n" in texts["en"]
    assert "\n1 factuur, 1 creditnota.\n" in texts["nl"]
    assert "\n1 factuur.\n" in accountant_text(replace(OCTOBER, invoices=1, credit_notes=0))["nl"]


def test_a_rehearsal_says_that_there_is_nothing_to_book():
    texts = accountant_text(replace(OCTOBER, is_rehearsal=True))
    assert "This is a rehearsal, nothing to book: 2026-10 Export 12" in texts["en"]
    assert "Dit is een proef, er is niets te boeken: 2026-10 Export 12" in texts["nl"]
