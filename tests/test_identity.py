from dataclasses import replace
from datetime import date
from decimal import Decimal

from bookkeeping_support import SETTINGS, customer, document, exported, history, planned, workbook

from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Selection

EIGHTEEN = DocumentKey("invoice:", "", "18")
EVERY_DAY = Period(date(2026, 1, 1), date(2027, 12, 31))
NUMBERS = {"100000": "Dejavu"}


def bare(**given):
    """An invoice whose number tells no year."""
    return replace(document(**given), key=EIGHTEEN, number="18")


def said(*documents, past, settings=SETTINGS, customers=(), **given):
    typed = workbook(*documents, settings=settings, customers=customers)
    plan = planned(typed, past=past, period=EVERY_DAY, **given)
    return [sentence(problem) for problem in plan.blocking]


def test_a_number_of_another_year_is_not_the_exported_document():
    past = history(exported={EIGHTEEN: exported(external_id="100000")}, external_ids=NUMBERS)
    assert said(bare(issued_on=date(2027, 3, 1), row=9), past=past) == [
        'Invoices, row 9, Number: found "18" of 1 March 2027 for "Dejavu"; export 3 holds another '
        'document of that number, of 16 March 2026 for "Dejavu", allowed: a number that no export '
        "holds. Give it its own number. Does your numbering begin anew every year? Then say so in "
        "tab Settings: Numbering restarts every year."
    ]


def test_a_number_of_another_customer_is_not_the_exported_document():
    past = history(
        exported={EIGHTEEN: exported(external_id="100001", net=Decimal("7.00"))},
        external_ids={"100001": "Maes"},
    )
    (found,) = said(bare(), past=past, selection=Selection.ALL)
    assert 'export 3 holds another document of that number, of 16 March 2026 for "Maes"' in found


def test_a_customer_with_a_new_name_has_the_same_documents():
    past = history(
        exported={EIGHTEEN: exported(external_id="100000")}, external_ids={"100000": "Old name"}
    )
    renamed = customer("New name", external_id="100000")
    assert said(bare(customer="New name"), past=past, customers=[renamed]) == []


def test_a_document_of_a_day_outside_the_period_is_not_looked_at():
    past = history(exported={EIGHTEEN: exported(external_id="100000")}, external_ids=NUMBERS)
    typed = workbook(bare(issued_on=date(2027, 3, 1)))
    assert planned(typed, past=past).blocking == ()


def test_an_answer_that_would_make_new_documents_of_exported_ones_is_refused():
    dated = replace(EIGHTEEN, book_year="2026")
    restarting = replace(SETTINGS, numbering_restarts=True)
    was_no = history(exported={EIGHTEEN: exported(external_id="100000")}, external_ids=NUMBERS)
    assert said(replace(bare(), key=dated), past=was_no, settings=restarting) == [
        "Settings, Numbering restarts every year: found yes, allowed: no. It was so when export 3 "
        "took invoice 18; changed, everything would be exported and charged again."
    ]
    was_yes = history(exported={dated: exported(external_id="100000")}, external_ids=NUMBERS)
    (found,) = said(bare(), past=was_yes)
    assert found.startswith("Settings, Numbering restarts every year: found no, allowed: yes.")


def test_numbering_that_restarts_has_a_new_document_every_year():
    restarting = replace(SETTINGS, numbering_restarts=True)
    dated = replace(EIGHTEEN, book_year="2026")
    next_year = replace(
        bare(issued_on=date(2027, 3, 1)), key=replace(EIGHTEEN, book_year="2027"), year=2027
    )
    past = history(exported={dated: exported(external_id="100000")}, external_ids=NUMBERS)
    plan = planned(workbook(next_year, settings=restarting), past=past, period=EVERY_DAY)
    assert (plan.blocking, plan.fee) == ((), Decimal("0.12"))
