"""WinBooks: what is refused or written otherwise, in exact sentences."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from example_firm import DOSSIER
from programs_support import (
    CASE_A_ON_LINES,
    CASE_B,
    DEJAVU,
    batch,
    document,
    revenue,
    vat,
    vat_code,
)
from winbooks_support import act, parameters, said

from boekbrug.adapters.programs import winbooks
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.model import EarlierDocument
from boekbrug.server.bookkeeping.problems import Origin, sentence
from boekbrug.server.bookkeeping.terms import CustomerKind, Kind, Treatment


def test_a_good_batch_is_no_problem():
    assert said(batch(CASE_A_ON_LINES, CASE_B)) == []


def test_journals_are_needed_short_and_not_shared():
    credit = replace(CASE_B, journal="VERKP")
    assert said(batch(document(journal=""))) == [
        "Settings, Invoice journal: found nothing, needed: the code of the journal in WinBooks, 1 "
        "to 6 letters, digits or marks without accents. Ask your accountant for it."
    ]
    assert said(batch(replace(CASE_B, journal="CREDITNOTA"))) == [
        'Settings, Credit note journal: found "CREDITNOTA", needed: the code of the journal in '
        "WinBooks, 1 to 6 letters, digits or marks without accents. Ask your accountant for it."
    ]
    assert said(batch(CASE_A_ON_LINES, credit)) == [
        'Settings, Credit note journal: found "VERKP", allowed: another journal than that of the '
        "invoices. In WinBooks a journal holds sales or credit notes, never both."
    ]


def test_a_number_that_is_too_long_is_refused():
    long = document("2026/12345", sequence=12345)
    assert said(batch(long)) == [
        'Invoices, row 5, Number: found "2026/12345", which becomes 202612345, allowed: 8 digits '
        "by the pattern YYYYNNNN. Give its series another pattern in Settings."
    ]


@pytest.mark.parametrize(("pattern", "number"), [("CYYNNN", "C26018"), ("YYYYNNNNN", "202600018")])
def test_a_pattern_that_gives_no_number_of_winbooks_is_refused(pattern: str, number: str):
    assert said(batch(document(number_pattern=pattern))) == [
        f'Invoices, row 5, Number: found "2026/18", which becomes {number}, allowed: at most 8 '
        "digits in WinBooks. Give its series another pattern in Settings."
    ]


def test_a_sequence_that_outgrows_a_short_pattern_is_refused():
    assert said(batch(document("2026/118", sequence=118, number_pattern="YYYYNN"))) == [
        'Invoices, row 5, Number: found "2026/118", which becomes 2026118, allowed: 6 digits by '
        "the pattern YYYYNN. Give its series another pattern in Settings."
    ]


def test_two_documents_with_one_number_in_a_journal_are_named_together():
    twin = document("15/2026", origin=Origin("Invoices", 40))
    assert said(batch(document("2026/15"), twin)) == [
        'Invoices, rows 5 and 40, Number: found "2026/15" and "15/2026", allowed: one document '
        "with the number 20260018 in journal VERKP of WinBooks. Change a number, or give its "
        "series another journal or pattern in Settings."
    ]


def test_accounts_have_the_length_of_the_dossier():
    short = document(
        receivable_account="4000",
        revenues=(revenue("70000", "H21", "100.00"), revenue("70000", "H21", "1.00")),
        vats=(vat("H21", "101.00", "21.21", account="451"),),
    )
    assert said(batch(short)) == [
        'Settings, Receivable account: found "4000", allowed: 6 digits, as every account of this '
        "dossier in WinBooks.",
        'Invoices, row 5, Account: found "70000", allowed: 6 digits, as every account of this '
        "dossier in WinBooks.",
        'Settings, VAT account: found "451", allowed: 6 digits, as every account of this dossier '
        "in WinBooks.",
    ]


def test_a_code_that_winbooks_cannot_hold_is_refused():
    codes = {"H21": vat_code("H21", "21", Treatment.DOMESTIC, "2114000")}
    assert said(batch(document(), vat_codes=codes)) == [
        'VAT, Code at the accountant: found "2114000" for H21, allowed: 1 to 6 letters and '
        "digits, like 211400. Ask your accountant for the VAT code in WinBooks."
    ]


def test_a_customer_number_that_winbooks_cannot_hold_is_refused_once():
    odd = replace(DEJAVU, external_id="A-1")
    assert said(batch(document(customer=odd), customers=(odd,))) == [
        'Customers, row 2, Accountant\'s no.: found "A-1", allowed: 1 to 10 letters and digits.'
    ]


def test_a_company_without_vat_number_is_a_warning():
    bare = replace(DEJAVU, vat_number="")
    [problem] = winbooks.check(batch(document(), customers=(bare,)), parameters())
    assert not problem.blocks
    assert sentence(problem) == (
        "Customers, row 2, VAT number: found nothing, taken: VATCAT 0, undetermined; WinBooks then "
        "keeps no VAT list of the customer. Fill in the number if there is one."
    )


def test_persons_of_category_0_are_no_warning():
    person = replace(DEJAVU, kind=CustomerKind.PERSON, vat_number="")
    known = parameters(vatcat_of_persons="0")
    assert said(batch(document(), customers=(person,)), known) == []


def test_payment_terms_that_nobody_can_read_are_refused():
    assert said(batch(document(), customers=(replace(DEJAVU, payment_terms="soon"),))) == [
        'Customers, row 2, Payment term: found "soon", allowed: days like 30 or 30d, 30E for 30 '
        "days to the end of the month, or CONT for payment at once."
    ]


def test_texts_that_are_written_otherwise_are_shown():
    customer = replace(DEJAVU, name="N" * 41, street="Łódzka 1", postcode="9" * 11, city="京")
    found = said(batch(document(text="T" * 41), customers=(customer,)))
    assert [line.split(": found")[0] for line in found] == [
        "Customers, row 2, Customer",
        "Customers, row 2, Street",
        "Customers, row 2, Postcode",
        "Customers, row 2, City",
        "Invoices, row 5, Description",
    ]
    assert found[1].endswith('written as "Lódzka 1". WinBooks has no Ł.')


def test_a_text_is_shortened_only_when_people_agreed_to_it():
    booked = batch(document(text="Advies over de boekhouding van het tweede kwartaal"))
    assert said(booked) == [
        'Invoices, row 5, Description: found "Advies over de boekhouding van het tweede kwartaal", '
        "allowed: at most 40 characters in WinBooks. Write it shorter, perhaps as "
        '"Advies over de boekhouding van het tweed"; or choose shorten for Text too long in tab '
        "Settings, and it is written so."
    ]
    known = parameters(too_long="shorten")
    [problem] = winbooks.check(booked, known)
    assert not problem.blocks
    [row, *_] = act(
        document(text="Advies over de boekhouding van het tweede kwartaal"), known=known
    )
    assert row["COMMENT"] == "Advies over de boekhouding van het tweed"


def test_a_character_outside_the_encoding_is_refused_where_people_chose_so():
    customer = replace(DEJAVU, name="Stanisław")
    booked, known = batch(document(), customers=(customer,)), parameters(characters="refuse")
    assert [problem.blocks for problem in winbooks.check(booked, known)] == [True]


def test_a_book_year_without_a_code_is_refused_when_it_must_be_written():
    assert said(batch(document()), parameters(write_book_year="yes")) == [
        "Settings, Book year: found nothing as code for 2026-03-16, allowed: one of 1 to 9 and "
        'A to Z, because "Write book year" is yes.'
    ]


def test_winbooks_books_in_euro():
    assert said(batch(document(), dossier=replace(DOSSIER, currency="SEK"))) == [
        'Settings, Book currency: found "SEK", allowed: EUR for WinBooks.'
    ]


def test_a_document_out_of_balance_is_refused():
    assert said(batch(document(gross=Decimal("121.01")))) == [
        "Invoices, row 5, Number: found 2026/18 with 0.01 more debit than credit, allowed: a "
        "document that balances to 0.00. This is no fault of the sheet: tell whoever runs this "
        "server."
    ]


def earlier(number: str = "A2026/18", **given: Any) -> EarlierDocument:
    values: dict[str, Any] = {
        "kind": Kind.INVOICE,
        "journal": "VERKP",
        "year": 2026,
        "sequence": 18,
        "number_pattern": "",
        "batch": 3,
    }
    return EarlierDocument(number=number, **(values | given))


def said_after(past: EarlierDocument, *documents: BookedDocument) -> list[str]:
    return said(replace(batch(*documents), earlier=(past,)))


def test_a_number_that_an_earlier_export_brought_into_the_journal_is_refused():
    assert said_after(earlier(), document("2026/18")) == [
        'Invoices, row 5, Number: found "2026/18", allowed: a number that is not in journal VERKP '
        "of WinBooks: A2026/18 of export 3 became 20260018 there, as this one would. Change the "
        "number, or give its series another journal or pattern in Settings."
    ]
    assert said_after(earlier(number_pattern="1YYYNNNN"), document("2026/18")) == []
    assert said_after(earlier(journal="VERKA"), document("2026/18")) == []


def test_a_journal_that_held_credit_notes_before_takes_no_invoices():
    past = earlier("CN2026/3", sequence=3, kind=Kind.CREDIT_NOTE)
    assert said_after(past, document("2026/18")) == [
        'Settings, Credit note journal: found "VERKP", allowed: another journal than that of the '
        "invoices. In WinBooks a journal holds sales or credit notes, never both."
    ]
