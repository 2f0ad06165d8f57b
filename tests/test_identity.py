from dataclasses import replace
from datetime import date
from decimal import Decimal

from bookkeeping_support import (
    SETTINGS,
    customer,
    document,
    exported,
    history,
    key,
    planned,
    workbook,
)

from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import BookYear, Period
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.wording.said import in_language

EIGHTEEN = DocumentKey("invoice:", "", "18")
EVERY_DAY = Period(date(2026, 1, 1), date(2027, 12, 31))
NUMBERS = {"100000": "Dejavu"}
MAY, JULY_2027 = date(2026, 5, 1), date(2027, 7, 1)
RESTARTING = replace(SETTINGS, numbering_restarts=True)


def year_from(year):
    return BookYear(date(year, 7, 1), date(year + 1, 6, 30))


def bare(**given):
    """An invoice whose number tells no year."""
    return replace(document(**given), key=EIGHTEEN, number="18")


def said(*documents, past, settings=SETTINGS, customers=(), **given):
    typed = workbook(*documents, settings=settings, customers=customers)
    plan = planned(typed, past=past, period=EVERY_DAY, **given)
    return [sentence(problem) for problem in plan.blocking]


ANEW = (
    " Does your numbering begin anew every year? Then write the year before the numbers of new "
    "documents, as in {number}."
)


def test_a_number_without_a_year_and_of_another_book_year_is_asked_for():
    past = history(exported={EIGHTEEN: exported(external_id="100000")}, external_ids=NUMBERS)
    assert said(bare(issued_on=date(2027, 3, 1), row=9, year=2027), past=past) == [
        'Invoices, row 9, Number: found "18" of 1 March 2027 for "Dejavu"; export 3 holds a '
        'document of that number, of 16 March 2026 for "Dejavu", allowed: a number that no export '
        "holds. Is it the same document with another date? Then write 16 March 2026 again: with "
        "its own number it would be exported and charged twice. Is it another document? Then give "
        "it its own number." + ANEW.format(number="2027/18")
    ]


def test_book_years_count_and_not_calendar_years():
    broken = replace(SETTINGS, book_years=(year_from(2025), year_from(2026)))
    past = history(
        exported={EIGHTEEN: exported(external_id="100000", issued_on=date(2026, 12, 30))},
        external_ids=NUMBERS,
    )
    assert said(bare(issued_on=date(2027, 1, 2)), past=past, settings=broken) == []
    assert len(said(bare(issued_on=date(2026, 6, 30)), past=past, settings=broken)) == 1


def test_a_day_in_no_book_year_is_of_its_calendar_year():
    broken = replace(SETTINGS, book_years=(year_from(2026),))
    past = history(
        exported={EIGHTEEN: exported(external_id="100000", issued_on=date(2026, 2, 1))},
        external_ids=NUMBERS,
    )
    asked = [said(bare(issued_on=day), past=past, settings=broken) for day in (MAY, JULY_2027)]
    assert [any("Is it the same document" in one for one in found) for found in asked] == [
        False,
        True,
    ]


def test_a_number_that_says_its_year_is_the_same_document_with_another_date():
    past = history(exported={key(): exported(external_id="100000")}, external_ids=NUMBERS)
    typed = workbook(document(issued_on=date(2027, 1, 2)))
    plan = planned(typed, past=past, period=EVERY_DAY)
    assert (
        [one.code for one in plan.blocking],
        [one.code for one in plan.warnings],
    ) == ([], ["changed-after-export"])


def test_a_number_of_another_customer_and_another_date_is_not_the_exported_document():
    past = history(
        exported={key(): exported(external_id="100001")}, external_ids={"100001": "Maes"}
    )
    (found,) = said(document(issued_on=date(2026, 3, 20)), past=past, selection=Selection.ALL)
    assert 'export 3 holds a document of that number, of 16 March 2026 for "Maes"' in found
    assert found.endswith("Is it another document? Then give it its own number.")


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
        + ANEW.format(number="2026/18")
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


def test_an_answer_is_refused_whatever_the_year_of_what_was_exported_without_one():
    was_no = history(exported={EIGHTEEN: exported(external_id="100000")}, external_ids=NUMBERS)
    dated = replace(EIGHTEEN, book_year="2027")
    moved = replace(bare(issued_on=date(2027, 1, 2), year=2027), key=dated)
    (found,) = said(moved, past=was_no, settings=RESTARTING)
    assert found.startswith("Settings, Numbering restarts every year: found yes, allowed: no.")
    other = replace(moved, key=replace(dated, number="19"), number="19", sequence=19)
    assert len(said(other, past=was_no, settings=RESTARTING)) == 1
    assert said(document(), past=was_no, settings=RESTARTING) == []
    was_yes = history(
        exported={replace(EIGHTEEN, book_year="2026"): exported(external_id="100000")},
        external_ids=NUMBERS,
    )
    (found,) = said(bare(issued_on=date(2027, 1, 2), year=2027), past=was_yes)
    assert found.endswith("changed, everything would be exported and charged again.")


def test_where_either_answer_was_given_before_only_what_is_met_again_is_refused():
    either = {
        EIGHTEEN: exported(external_id="100000"),
        DocumentKey("invoice:", "2026", "17"): exported(external_id="100000"),
    }
    past = history(exported=either, external_ids=NUMBERS)
    nineteen = replace(bare(), key=replace(EIGHTEEN, number="19"), number="19")
    assert said(nineteen, past=past) == []
    again = replace(bare(), key=replace(EIGHTEEN, number="17"), number="17")
    assert len(said(again, past=past)) == 1


# --- moved over the year, where numbering restarts -----------------------------------------------


def over_the_year(*documents, workbook_id="w1", **given):
    """What is said when 18 of 2026 was exported, and these are the rows by now."""
    dated = replace(EIGHTEEN, book_year="2026")
    told = exported(external_id="100000", issued_on=date(2026, 12, 31), workbook_id="w1", **given)
    return planned(
        workbook(*documents, settings=RESTARTING),
        past=history(exported={dated: told}, external_ids=NUMBERS),
        period=EVERY_DAY,
        workbook_id=workbook_id,
    )


def of_2027(number="18", year=2027):
    return replace(
        bare(issued_on=date(year, 1, 2), year=year, row=7),
        key=DocumentKey("invoice:", str(year), number),
    )


def test_a_document_that_was_moved_over_the_year_is_not_charged_again():
    plan = over_the_year(of_2027())
    (told,) = plan.blocking
    assert sentence(told) == (
        "Invoices, row 7, Date: found 2 January 2027 for 18, which export 3 holds with 31 December "
        "2026 and the same customer and amounts, allowed: a date of the book year that it was "
        "exported in. Write 31 December 2026 again: with this date it would be exported and "
        "charged twice. To move it, make a credit note and a new invoice."
        + ANEW.format(number="2027/18")
    )
    assert in_language(sentence(told), "nl") == (
        "Invoices, rij 7, Datum: gevonden 2 januari 2027 voor 18, dat in export 3 zit met 31 "
        "december 2026 en dezelfde klant en bedragen, toegelaten: een datum van het boekjaar "
        "waarin het geëxporteerd is. Zet 31 december 2026 terug: met deze datum zou het twee keer "
        "geëxporteerd en aangerekend worden. Maak een creditnota en een nieuwe factuur om het te "
        "verplaatsen. Begint uw nummering elk jaar opnieuw? Schrijf dan het jaar vóór de nummers "
        "van nieuwe documenten, zoals in 2027/18."
    )
    assert (plan.batch, plan.fee) == (None, Decimal("0.00"))


def test_a_number_of_the_next_year_is_another_document_unless_all_of_it_is_the_same():
    still_there = replace(of_2027(year=2026), origin=replace(of_2027().origin, row=3))
    assert over_the_year(of_2027(), still_there).blocking == ()
    assert over_the_year(of_2027(), workbook_id="w2").blocking == ()
    assert over_the_year(of_2027(), net=Decimal("90.00")).blocking == ()
    assert over_the_year(of_2027(year=2028)).blocking == ()
    assert over_the_year(of_2027("19")).blocking == ()
    assert over_the_year(document(issued_on=date(2027, 1, 2))).blocking == ()
