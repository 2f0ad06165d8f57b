"""Closed periods belong to the dossier, whichever of its workbooks told of them (rule B1)."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from bookkeeping_support import (
    SETTINGS,
    document,
    exported,
    history,
    key,
    line,
    planned,
    said,
    workbook,
)
from export_support import JOURNALS, NOW, SALES, invoice, write_sheet
from house_support import NOTHING_YET, SEPTEMBER, Book, Opened

from boekbrug.server.bookkeeping.history import Closing
from boekbrug.server.bookkeeping.model import TypedPeriod
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.entries import Action, Run, RunState, WorkbookEntry
from boekbrug.server.records.ledger_tables import closings
from boekbrug.server.wording.said import in_language
from boekbrug.server.workflow.ports import FilesPort

MARCH_END = date(2026, 3, 31)
AUGUST = Period(date(2026, 8, 1), date(2026, 8, 31))
BY_EXPORT_12 = history(closing=Closing(MARCH_END, 12))
TOLD = {**JOURNALS, "Closed up to": date(2026, 8, 31)}


def closed_in_settings(day: date) -> Any:
    return replace(SETTINGS, closed_up_to=day)


# --- what a plan says --------------------------------------------------------------------------


def test_b1_a_workbook_without_the_day_knows_what_another_closed():
    plan = planned(workbook(document(row=7)), past=BY_EXPORT_12)
    assert said(plan.blocking) == [
        "Invoices, row 7, Date: found the date 16 March 2026, allowed: a period after 31 March "
        "2026: the books are closed up to 31 March 2026 in the records of the dossier, by export "
        "12. Give it a later date or period, or ask your accountant to open the period, and "
        "whoever runs this server to open it in the records."
    ]
    (told,) = plan.blocking
    assert in_language(sentence(told), "nl").startswith(
        "Invoices, rij 7, Date: gevonden de datum 16 maart 2026, toegelaten: een periode na 31 "
        "maart 2026: de boeken zijn in de gegevens van het dossier afgesloten tot en met 31 maart "
        "2026, door export 12."
    )
    assert plan.batch is None
    assert plan.charges == ()


def test_b1_a_period_that_was_typed_is_closed_too_and_one_after_it_is_open():
    moved = document(period=TypedPeriod(2026, 4, is_quarter=False))
    assert planned(workbook(moved), past=BY_EXPORT_12).blocking == ()
    back = document(issued_on=date(2026, 4, 2), period=TypedPeriod(2026, 3, is_quarter=False))
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    (told,) = said(planned(workbook(back), past=BY_EXPORT_12, period=april).blocking)
    assert told.startswith("Invoices, row 2, Period: found 2026-03, allowed: a period after 31")


def test_b1_an_earlier_day_in_settings_is_an_error_that_names_both():
    settings = closed_in_settings(date(2026, 2, 28))
    past = history(closing=Closing(date(2026, 2, 28), 11))
    assert planned(workbook(document(), settings=settings), past=past).blocking == ()
    april = document(issued_on=date(2026, 4, 2))
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    plan = planned(workbook(april, settings=settings), past=BY_EXPORT_12, period=year)
    assert said(plan.blocking) == [
        "Settings, Closed up to: found 28 February 2026, allowed: 31 March 2026 or a later day, "
        "because the books are closed up to 31 March 2026 in the records of the dossier, by export "
        "12. Type 31 March 2026. Did your accountant open a period again? Then ask whoever runs "
        "this server to open it in the records."
    ]


def test_b1_what_settings_close_themselves_is_told_of_them():
    settings = closed_in_settings(MARCH_END)
    for past in (history(), BY_EXPORT_12, history(closing=Closing(date(2026, 1, 31)))):
        (told,) = planned(workbook(document(), settings=settings), past=past).blocking
        assert told.code == "period-closed"


def test_b1_an_export_keeps_a_day_that_is_later_than_the_record():
    typed = workbook(document(issued_on=date(2026, 4, 2)), settings=closed_in_settings(MARCH_END))
    april = Period(date(2026, 4, 1), date(2026, 4, 30))

    def kept(past: Closing | None) -> date | None:
        return planned(typed, past=history(closing=past), period=april).closes_up_to

    assert kept(None) == kept(Closing(date(2026, 2, 28), 3)) == MARCH_END
    assert kept(Closing(MARCH_END, 3)) is None
    assert planned(workbook(document())).closes_up_to is None


def test_b1_the_alarm_of_changed_documents_goes_on_in_closed_periods():
    known = {key(): exported(external_id="100000")}
    past = history(exported=known, external_ids={"100000": "Dejavu"})
    typed = workbook(document("2026/18", line("120.00")), settings=closed_in_settings(MARCH_END))
    plan = planned(typed, past=past)
    assert [(one.code, one.column) for one in plan.warnings] == [("changed-after-export", "Net")]
    assert plan.blocking == ()


# --- what a dossier remembers ------------------------------------------------------------------


def second(book: Book, **sheet: Any) -> Book:
    """Attach next year's copy, in which nobody filled in the day."""
    path = write_sheet(Path(book.entry.location).with_name("next.xlsx"), **sheet)
    return Book(book.house, book.house.attach(path))


def rows(book: Book) -> list[tuple[date | None, int, str]]:
    query = sa.select(closings).order_by(closings.c.id)
    with book.house.service.database.begin() as connection:
        return [(row.up_to, row.export, row.who) for row in connection.execute(query)]


def lead(book: Book, action: Action) -> Run:
    return book.house.lead(book.house.press(book, action))


def test_b1_only_an_export_stores_the_day_and_it_holds_for_the_other_workbooks(opened: Opened):
    book = opened(invoices=SALES, settings=TOLD)
    for action in (Action.CHECK, Action.REHEARSE):
        assert lead(book, action).state is RunState.DONE
        assert rows(book) == []
    assert book.export(AUGUST).batch_id is None
    assert rows(book) == []
    assert book.export().state is RunState.DONE
    assert rows(book) == [(date(2026, 8, 31), 1, "an@acme.example")]
    copy = second(book, invoices=(invoice("2026/9", 10.0, Date=date(2026, 8, 20)),))
    run = copy.export(AUGUST)
    assert run.state is RunState.REFUSED
    assert "closed up to 31 August 2026 in the records of the dossier, by export 1." in run.sentence
    assert rows(book) == [(date(2026, 8, 31), 1, "an@acme.example")]


def test_b1_what_was_opened_again_can_be_exported_and_closed_once_more(opened: Opened):
    book = opened(invoices=SALES, settings=TOLD)
    assert book.export().state is RunState.DONE
    copy = second(book, invoices=(invoice("2026/9", 10.0, Date=date(2026, 8, 20)),))
    closing = book.house.service.records.closings(book.entry.dossier_id)
    closing.reopen("the accountant books a late invoice", now=NOW)
    assert copy.export(AUGUST).state is RunState.DONE
    book.type("Settings", "Closed up to", "Value", date(2026, 9, 30))
    assert book.export(SEPTEMBER).batch_id is None
    assert closing.latest() is None  # nothing was new, so no export told a day


def test_b1_an_export_that_was_planned_before_books_were_closed_plans_again(opened: Opened):
    book = opened(invoices=SALES[:1])
    open_files = book.house.service.outside.open_files
    closings_of = book.house.service.records.closings(book.entry.dossier_id)

    def closed_meanwhile(entry: WorkbookEntry) -> FilesPort:
        if closings_of.latest() is None:
            closings_of.close(date(2026, 9, 30), "", now=NOW)
        return open_files(entry)

    run = Book(book.house.with_outside(open_files=closed_meanwhile), book.entry).export()
    assert run.state is RunState.REFUSED
    assert "by whoever runs this server." in run.sentence
    assert book.house.promised() == NOTHING_YET
