"""Numbers and dates of a year that nobody means: a warning, because late invoices exist."""

from dataclasses import replace
from datetime import date

from bookkeeping_support import document, exported, history, planned, workbook

from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import BookYear, Period
from boekbrug.server.wording.said import in_language

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
ODD = ("number-of-other-year", "day-far-off")


def numbered(number: str, day: date, row: int = 2) -> Document:
    year, _, sequence = number.partition("/")
    whole = document(number=number, issued_on=day, row=row)
    return replace(whole, year=int(year), sequence=int(sequence))


def odd(*documents: Document, past=None, years: tuple[BookYear, ...] = ()) -> list[str]:
    """Return what is said of years: of each kind one sentence, in English."""
    typed = workbook(*documents)
    typed = replace(typed, settings=replace(typed.settings, book_years=years))
    plan = planned(typed, past=past or history(), period=MARCH)
    return [sentence(one) for one in plan.warnings if one.code in ODD]


def test_a_number_of_another_year_than_its_date_is_told_whatever_becomes_of_it():
    documents = [
        numbered("2026/1", date(2026, 3, 16)),
        numbered("2026/2", date(2025, 3, 16), row=3),
        numbered("2025/5", date(2026, 3, 17), row=4),
    ]
    assert odd(*documents) == [
        "Invoices, rows 3 and 4, Number: found another year than that of Date, taken as typed: the "
        "date says in which period it is exported. Look which of the two is right."
    ]


def test_the_sentences_are_said_in_dutch():
    typed = workbook(numbered("2025/5", date(2026, 3, 16)), numbered("2029/6", date(2029, 3, 16)))
    plan = planned(typed, period=MARCH)
    told = [in_language(sentence(one), "nl") for one in plan.warnings if one.code in ODD]
    assert told == [
        "Invoices, rij 2, Nummer: gevonden een ander jaar dan bij Datum, gebruikt: zoals getypt; "
        "de datum zegt in welke periode het geëxporteerd wordt. Kijk welk van beide juist is.",
        "Invoices, rij 2, Datum: gevonden een datum die meer dan een jaar van alle andere af ligt, "
        "gebruikt: zoals getypt; de datum zegt in welke periode het geëxporteerd wordt. Kijk of "
        "het jaartal juist is.",
    ]


def test_a_book_year_may_have_the_numbers_of_both_its_years():
    july = BookYear(date(2025, 7, 1), date(2026, 6, 30))
    document_of = numbered("2025/1", date(2026, 3, 16))
    assert odd(document_of, years=(july,)) == []
    assert len(odd(numbered("2024/1", date(2026, 3, 16)), years=(july,))) == 1
    other = BookYear(date(2020, 1, 1), date(2020, 12, 31))  # and a day that is in no book year
    assert len(odd(document_of, years=(other,))) == 1


def test_what_was_exported_and_what_waits_is_left_alone():
    late = numbered("2025/5", date(2026, 3, 16))
    past = history(exported={late.key: exported(external_id="100000", issued_on=late.issued_on)})
    assert odd(late, past=past) == []
    assert odd(replace(late, hold=True)) == odd(replace(late, is_draft=True)) == []


def test_a_date_more_than_a_year_ahead_or_away_from_all_others_is_told():
    days = [date(2026, 3, 16), date(2026, 4, 1), date(1996, 3, 16), date(2062, 3, 16)]
    documents = [
        numbered(f"{day.year}/{row}", day, row=row) for row, day in enumerate(days, start=2)
    ]
    assert odd(*documents) == [
        "Invoices, rows 4 and 5, Date: found a date more than a year from all others, taken as "
        "typed: the date says in which period it is exported. Look whether its year is right."
    ]


def test_two_documents_years_apart_do_not_say_which_of_them_is_odd():
    apart = [numbered("2026/1", date(2026, 3, 16)), numbered("2019/1", date(2019, 3, 16), row=3)]
    assert odd(*apart) == []
    twice = [*apart, numbered("2019/2", date(2019, 3, 16), row=4)]
    assert [one.startswith("Invoices, row 2, Date") for one in odd(*twice)] == [True]
