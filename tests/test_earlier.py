"""What a batch knows of the documents that earlier exports brought into its journals."""

from dataclasses import replace
from datetime import date

from bookkeeping_support import (
    SETTINGS,
    YEAR,
    booked,
    document,
    exported,
    history,
    planned,
    workbook,
)

from boekbrug.server.bookkeeping.facts import facts_of
from boekbrug.server.bookkeeping.history import Exported
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.terms import Selection

FACTS = {"journal": "VERKP", "pattern": "YYNNNNNN"}


def told(past: Exported, *, key: str = "2025/7") -> list[tuple[str, int, int, str]]:
    known = history(exported={DocumentKey("invoice:A", "", key): past})
    batch = planned(workbook(document()), past=known, period=YEAR).batch
    assert batch
    return [(one.number, one.year, one.sequence, one.number_pattern) for one in batch.earlier]


def test_documents_of_the_journal_and_the_book_year_are_known_with_what_makes_their_numbers():
    past = exported(issued_on=date(2026, 1, 5), facts=FACTS)
    assert told(past) == [("A2025/7", 2025, 7, "YYNNNNNN")]
    assert told(past, key="7") == [("A7", 2026, 7, "YYNNNNNN")]


def test_other_journals_and_book_years_and_what_is_not_remembered_are_left_out():
    past = exported(issued_on=date(2026, 1, 5), facts=FACTS)
    assert told(replace(past, facts={**FACTS, "journal": "VERKA"})) == []
    assert told(replace(past, issued_on=date(2025, 12, 31))) == []
    assert told(replace(past, facts={})) == []


def test_a_document_that_is_exported_again_does_not_meet_itself():
    one = document()
    past = exported(issued_on=one.issued_on, facts={**facts_of(booked(one)), **FACTS})
    again = planned(
        workbook(one), past=history(exported={one.key: past}), selection=Selection.ALL, period=YEAR
    )
    assert again.batch
    assert again.batch.earlier == ()


def test_a_batch_knows_the_receivable_account_of_those_who_have_none_of_their_own():
    batch = planned(workbook(document(), settings=replace(SETTINGS, receivable_account="400001")))
    assert batch.batch
    assert batch.batch.receivable_account == "400001"
