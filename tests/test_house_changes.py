"""Holding what is wrong, choosing, and the alarm: from a sheet to its own cells."""

from decimal import Decimal

import pytest
from export_support import SALES
from house_support import Book, Opened

from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.wording.said import in_language, word
from boekbrug.server.workbook.cells import text_of


@pytest.fixture
def book(opened: Opened) -> Book:
    return opened(invoices=SALES)


def numbers(book: Book) -> list[str]:
    return list(book.rows("Invoices"))


def test_what_is_wrong_is_held_in_the_sheet_and_the_rest_is_exported(book: Book):
    wrong, right = numbers(book)[:2]
    book.type("Invoices", wrong, "Date", "soon")
    checked = book.check()
    assert checked.result["to_hold"] == [wrong]
    run = book.export(hold=(wrong,))
    assert run.state is RunState.DONE
    rows = book.rows("Invoices")
    assert (rows[wrong]["Hold"], rows[wrong]["State"]) == ("yes", "on hold")
    assert (rows[right]["Hold"], rows[right]["State"]) == ("", "exported")
    again = book.check()
    assert again.result["to_hold"] == []


def test_a_tab_in_dutch_is_ticked_in_dutch(book: Book):
    with book.edited() as file:
        for cell in file["Invoices"][1]:
            cell.value = in_language(word("header", str(cell.value)), "nl")
    first = numbers(book)[0]
    assert book.export(hold=(first,)).state is RunState.DONE
    assert book.rows("Invoices")[first]["Tegenhouden"] == "ja"


def test_a_row_that_cannot_be_told_is_not_held_and_nothing_is_exported(book: Book):
    run = book.export(hold=("2026-999",))
    assert run.state is RunState.REFUSED
    assert run.sentence == (
        'Invoices, Number: found "2026-999", allowed: the number of a document in this tab. Write '
        "it as it stands there. Nothing was exported, numbered or charged."
    )
    assert book.house.service.records.dossier(book.entry.dossier_id).batches() == ()


def test_a_changed_document_is_told_in_its_row_until_it_is_put_back(book: Book):
    assert book.export().state is RunState.DONE
    number = numbers(book)[0]
    was = next(row for row in book.table("Invoices") if text_of(row[0]) == number)
    header = book.table("Invoices")[0]
    at = header.index("Description")
    book.type("Invoices", number, "Description", "Other work")
    checked = book.check()
    assert checked.state is RunState.DONE
    assert checked.result["since"] == {"batch": 1, "new": 0, "changed": 1, "vanished": 0}
    assert "Since export 1: 0 new, 1 changed, 0 vanished." in checked.sentence
    assert book.rows("Invoices")[number]["State"] == "changed"
    told = [row for row in book.table("Check") if row[0] == "Since export 1"]
    assert [row[1] for row in told] == ["0 new, 1 changed, 0 vanished"]
    book.type("Invoices", number, "Description", was[at])
    assert book.check().result["since"]["changed"] == 0
    assert book.rows("Invoices")[number]["State"] == "exported"


def test_chosen_documents_are_exported_alone_and_the_rest_follows(book: Book):
    first, *_ = numbers(book)
    run = book.export(documents=(first,))
    assert run.state is RunState.DONE
    assert book.batch(run).totals.documents == 1
    rest = book.export()
    records = book.house.service.records.dossier(book.entry.dossier_id)
    taken = [one.number for batch in records.batches() for one in records.documents(batch.id)]
    assert rest.state is RunState.DONE
    assert len(taken) == len(set(taken)) == len(numbers(book))
    assert book.house.balance() == Decimal("25.00") - sum(one.fee for one in records.batches())
    assert run.action is Action.EXPORT
