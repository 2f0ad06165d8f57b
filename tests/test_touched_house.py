"""The server's cells in a real workbook: mentioned and put back, asked about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from export_support import JOURNALS, SALES, invoice, write_sheet
from google_emulator.google import Google
from google_sheets_support import loaded
from house_support import NOTHING, Book, Opened
from test_google_acme import ENTRY, HISTORY
from touched_book import (
    EMPTY,
    NOTHING_COPIED,
    OCTOBER,
    RIGHT,
    SEPTEMBER,
    cells,
    clear,
    copy_row,
    found,
    invoices,
)

from boekbrug.adapters.google.client import GoogleClient
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.programs.protocol import installed
from boekbrug.server.records.entries import RunRequest, RunState
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workbook.shape import Shape
from boekbrug.server.workflow.preparation import Surroundings, prepare


@pytest.fixture
def book(opened: Opened) -> Book:
    """A workbook whose two invoices are exported."""
    book = opened(invoices=SALES)
    assert book.export().state is RunState.DONE
    return book


def test_cleared_cells_and_a_copied_row_are_told_put_right_and_charged_once(book: Book):
    clear(book, "2026/1")
    clear(book, "2026/2", "Exported on", "Export")
    copy_row(book, "2026/3")
    assert found(book, book.check()) == [
        "Invoices, row 2, State, Exported on and Export: found nothing, allowed: exported, "
        "1 October 2026 and 1, as it was exported. It is put back; nothing is exported or charged "
        "again.",
        "Invoices, row 3, Exported on and Export: found nothing, allowed: 1 October 2026 and 1, as "
        "it was exported. It is put back; nothing is exported or charged again.",
    ]
    assert cells(book) == {"2026/1": RIGHT, "2026/2": RIGHT, "2026/3": EMPTY}
    before = book.house.balance()
    run = book.export()
    assert run.sentence == "Export 2 is ready: 1 invoice. It cost EUR 0.12."
    assert found(book, run) == []
    assert (cells(book)["2026/3"][2], before - book.house.balance()) == ("2", Decimal("0.12"))
    assert book.house.promised()["charges"] == 3


def test_a_copy_with_the_servers_cells_is_told_once_and_exported_as_new(book: Book):
    copy_row(book, "2026/3", Description="Other work")
    copy_row(book, "2026/4", row=3)
    run = book.export()
    assert run.sentence == "Export 2 is ready: 2 invoices. It cost EUR 0.24."
    assert found(book, run) == [
        f"Invoices, row {copy}, Export: found 1, but export 1 does not hold this number; the row "
        f"looks like a copy of row {original}, taken: as new, and what was copied into the "
        "server's columns is emptied. Is it no document of its own? Then delete the row."
        for copy, original in ((4, 2), (5, 3))
    ]
    assert [row[2] for row in cells(book).values()] == ["1", "1", "2", "2"]
    assert found(book, book.check()) == []


def test_a_copy_that_keeps_its_number_is_told_as_that_alone(book: Book):
    copy_row(book, "2026/1")
    run = book.export()
    assert (run.state, found(book, run)) == (RunState.REFUSED, [])


def test_a_changed_number_is_asked_about_until_somebody_has_answered(book: Book):
    book.type("Invoices", "2026/2", "Number", "2026/20")
    told = [
        "Invoices, row 3, Export: found 1 for invoice 2026/20 of 16 September 2026; export 1 holds "
        "invoice 2026/2 of 16 September 2026 with the same customer and amounts, which has no row, "
        "allowed: what was exported. Make it invoice 2026/2 of 16 September 2026 again: as another "
        "document it would be booked and charged twice. Is it really another one? Then empty "
        "Exported on and Export."
    ]
    for _ in range(2):
        assert book.export().sentence == f"{told[0]} {NOTHING}"
        assert cells(book)["2026/20"] == ("to fix", *RIGHT[1:])
    later = book.check(OCTOBER)  # it waits, and its cells stay
    assert (found(book, later), cells(book)["2026/20"][1:]) == (told, RIGHT[1:])
    book.type("Invoices", "2026/20", "Number", "2026/2")
    run = book.export()
    assert "Nothing new" in run.sentence
    assert (found(book, run), cells(book)["2026/2"]) == ([], RIGHT)


def test_an_export_that_nobody_knows_is_asked_about_until_somebody_has_answered(book: Book):
    copy_row(book, "2026/3", Export="7")
    told = [
        "Invoices, row 4, Export: found 7, but the server does not know export 7: its exports end "
        "at 1, allowed: an export that holds this document. Was it exported from another file, or "
        "did the server lose records? Then tick Hold and tell whoever runs the server: once more "
        "it would be booked and charged twice. Is it new? Then empty Exported on and Export."
    ]
    assert book.export().state is RunState.REFUSED
    assert book.export(hold=("2026/3",)).state is RunState.DONE
    assert cells(book)["2026/3"] == ("on hold", "2026-10-01", "7")
    book.type("Invoices", "2026/3", "Hold", None)
    assert found(book, book.check()) == told
    clear(book, "2026/3", "Exported on", "Export")
    assert book.export().sentence == "Export 2 is ready: 1 invoice. It cost EUR 0.12."


def test_a_row_that_cannot_be_read_keeps_what_it_claims_and_is_told_of_its_mistake_alone(
    book: Book,
):
    book.type("Invoices", "2026/2", "Date", "soon")
    book.type("Invoices", "2026/2", "Number", "x")
    assert (found(book, book.check()), cells(book)["x"][1:]) == ([], RIGHT[1:])


def test_of_two_rows_with_one_number_neither_loses_what_tells_that_it_is_exported(book: Book):
    invoices(book, lambda rows: [[200.0 if cell == 100 else cell for cell in rows[0]], *rows])
    assert book.export().sentence == (
        "Invoices, rows 2 and 3, Number: found 2026/1 twice, allowed: once per series and book "
        "year. Give row 3 its own number, or remove the row if it is a copy. Nothing was exported, "
        "numbered or charged."
    )
    with book.edited() as file:
        claims = [[cell.value for cell in row[-3:-1]] for row in file["Invoices"].iter_rows()]
        file["Invoices"]["A3"] = "2026/4"
    assert claims[1:] == [[*RIGHT[1:]]] * 3
    run = book.export()
    assert (run.state, run.batch_id) == (RunState.REFUSED, None)
    assert "holds invoice 2026/1 of 15 September 2026" in found(book, run)[0]
    with book.edited() as file:
        file["Invoices"]["A2"], file["Invoices"]["A3"] = "2026/4", "2026/1"
    run = book.export()
    assert run.sentence == "Export 2 is ready: 1 invoice. It cost EUR 0.12."
    assert [one[:52] for one in found(book, run)] == [
        "Invoices, row 2, Export: found 1, but export 1 does "
    ]


def test_what_was_done_to_many_rows_is_one_sentence(book: Book):
    clear(book, "2026/1", "Export")
    clear(book, "2026/2", "Export")
    assert found(book, book.check()) == [
        "Invoices, rows 2 and 3, Export: found nothing, allowed: 1, as it was exported. It is put "
        "back; nothing is exported or charged again."
    ]


@pytest.mark.parametrize("restarts", ["no", "yes"])
def test_what_makes_other_documents_of_exported_ones_is_said_once(opened: Opened, restarts: str):
    answers = {**JOURNALS, "Numbering restarts every year": restarts}
    book = opened(invoices=[invoice("1", 100.0), invoice("2", 50.0)], settings=answers)
    assert book.export().state is RunState.DONE
    if restarts == "no":
        book.type("Settings", "Numbering restarts every year", "Value", "yes")
    else:
        book.type("Invoices", "1", "Date", date(2027, 1, 4))
        book.type("Invoices", "2", "Date", date(2027, 1, 4))
    run = book.export(Period(date(2026, 9, 1), date(2027, 1, 31)))
    assert (run.state, found(book, run)) == (RunState.REFUSED, [])
    assert {row[1:] for row in cells(book).values()} == {RIGHT[1:]}


def test_words_in_the_servers_cells_are_told_before_they_are_overwritten(book: Book):
    book.type("Invoices", "2026/2", "State", "paid")
    copy_row(book, "2026/3", **NOTHING_COPIED | {"State": "paid"})
    assert found(book, book.check()) == [
        'Invoices, row 3, State: found "paid", allowed: exported, as it was exported. It is put '
        "back; nothing is exported or charged again.",
        'Invoices, row 4, State: found "paid", allowed: what the server writes here. It is '
        "overwritten: write your own words in a column of your own.",
    ]
    assert [row[0] for row in cells(book).values()] == ["exported", "exported", "new"]


def test_a_google_sheet_is_asked_the_same(google: Google, client: GoogleClient, tmp_path: Path):
    claims = invoice("2026/1", 100.0, State="exported", **{"Exported on": "2026-10-01"}, Export="3")
    sheet = loaded(google, write_sheet(tmp_path / "acme.xlsx", invoices=[claims]))
    surroundings = Surroundings(
        programs=installed(), today=date(2026, 10, 5), top_up_text="", code_version="1"
    )
    request = RunRequest(period=SEPTEMBER)
    prepared = prepare(sheet.workbook(client).read(), ENTRY, HISTORY, request, surroundings)
    assert [sentence(one) for one in prepared.plan.blocking] == [
        "Invoices, row 2, Export: found 3, but the server knows no export yet, allowed: an export "
        "that holds this document. Was it exported from another file, or did the server lose "
        "records? Then tick Hold and tell whoever runs the server: once more it would be booked "
        "and charged twice. Is it new? Then empty Exported on and Export."
    ]


def test_a_formula_for_the_day_of_an_export_claims_none(
    google: Google, client: GoogleClient, tmp_path: Path
):
    typed = invoice("2026/1", 100.0, State="new", **{"Exported on": "2026-10-01"})
    read = loaded(google, write_sheet(tmp_path / "acme.xlsx", invoices=[typed]))
    tabs = read.workbook(client).read().tabs
    at = {one.title: one for one in tabs}["Invoices"]
    column = 1 + [cells[0] for cells in at.columns].index("Exported on")
    shape = Shape(formulas=((2, column, 2, column),))
    known = Cells(tuple(replace(one, shape=shape) if one is at else one for one in tabs))
    surroundings = Surroundings(
        programs=installed(), today=date(2026, 10, 5), top_up_text="", code_version="1"
    )
    plan = prepare(known, ENTRY, HISTORY, RunRequest(period=SEPTEMBER), surroundings).plan
    assert plan.blocking == ()
    assert [one.origin.row for one in plan.rows if one.selected] == [2]
