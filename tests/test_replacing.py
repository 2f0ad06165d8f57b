"""Replacing an export: its documents once more, as they are by now, for nothing."""

import io
import json
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from export_support import SALES, invoice
from house_support import NOTHING, Book, Opened

from boekbrug.server.records.entries import Action, Run, RunState

AGAIN = (
    "A customer who is in WinBooks already is overwritten. A document whose number is in the "
    "journal already is refused when it stands there in another period (DOC_EXI); in the same "
    "period the test warns (DOC_NUM): stop then, the file was imported before."
)
AGAIN_DUTCH = (
    "Een klant die al in WinBooks zit, wordt overschreven. Een document waarvan het nummer al in "
    "het dagboek zit, wordt geweigerd als het daar in een andere periode staat (DOC_EXI); in "
    "dezelfde periode waarschuwt de test (DOC_NUM): stop dan, het bestand is al eens ingelezen."
)
UNCONFIRMED = (
    "Exports, export 1: found nobody's word that your accountant has not imported it, needed that "
    f"word, because importing takes nothing back. {AGAIN} Ask your accountant. Not imported: type "
    '"Replace, not imported" as the accountant\'s answer (command: --not-imported). Imported: '
    "empty the answer, and make a credit note and a new invoice, or let your accountant correct it "
    "by hand. " + NOTHING
)
DUTCH = (
    "Exports, export 1: gevonden geen bevestiging dat uw boekhouder hem nog niet ingelezen heeft, "
    "nodig die bevestiging, want wat ingelezen is wordt niet teruggenomen. "
    f"{AGAIN_DUTCH} Vraag het uw boekhouder. Niet "
    'ingelezen: typ "Vervangen, niet ingelezen" als antwoord van de boekhouder (opdracht: '
    "--not-imported). Wel ingelezen: maak het antwoord leeg, en maak een creditnota en een "
    "nieuwe factuur, of laat uw boekhouder het met de hand verbeteren."
)


@pytest.fixture
def book(opened: Opened) -> Book:
    """A sheet of two invoices, exported, of which one is otherwise since."""
    book = opened(invoices=SALES)
    assert book.export().state is RunState.DONE
    book.type("Invoices", "2026/1", "Net", 90)
    return book


def replace(book: Book, number: int = 1, **asked: Any) -> Run:
    return book.export(**({"replaces": number, "not_imported": True} | asked))


def documents(book: Book, run: Run) -> list[tuple[str, Decimal, str]]:
    records = book.house.service.records.dossier(book.entry.dossier_id)
    stored = records.documents(book.batch(run).id)
    return [(one.number, one.net, one.external_id) for one in stored]


def answer(book: Book, number: int, words: str) -> None:
    """Type the accountant's answer in the row of an export."""
    with book.edited() as file:
        header, *rows = file["Exports"].iter_rows()
        column = [cell.value for cell in header].index("Accountant's answer")
        cell: Any = next(row for row in rows if str(row[0].value) == str(number))[column]
        cell.value = words


def exports(book: Book) -> dict[str, str]:
    return {number: row["State"] for number, row in book.rows("Exports").items()}


def test_a_replacement_holds_the_documents_as_they_are_and_costs_nothing(book: Book):
    before, rows = book.house.balance(), book.rows("Customers")
    book.type("Invoices", "2026/2", "Description", "Bread")
    run = replace(book)
    assert (run.state, run.sentence) == (
        RunState.DONE,
        "Export 2 is ready: 2 invoices. It cost EUR 0.00. It replaces export 1.",
    )
    batch = book.batch(run)
    assert (batch.replaces, batch.fee, book.house.balance()) == (1, Decimal(0), before)
    assert documents(book, run) == [
        ("2026/1", Decimal(90), rows["Garage Maes"]["Accountant's no."]),
        ("2026/2", Decimal(50), rows["Bakkerij Janssens"]["Accountant's no."]),
    ]
    assert book.rows("Customers") == rows
    told = book.rows("Invoices")
    assert {(row["State"], row["Export"]) for row in told.values()} == {("exported", "2")}
    assert exports(book) == {
        "2": "delivered, replaces export 1",
        "1": "replaced by export 2",
    }
    assert book.check().result["since"] == {"batch": 2, "new": 0, "changed": 0, "vanished": 0}


def test_the_files_say_what_they_replace_and_hold_the_customers_once_more(book: Book):
    first, second = (
        zipfile.ZipFile(io.BytesIO(zipped)) for zipped in (_files(book, 1), _replaced(book))
    )
    manifest = json.loads(second.read("manifest.json"))
    assert manifest["replaces"] == 1
    assert "replaces" not in json.loads(first.read("manifest.json"))
    assert first.read("CSF.TXT") == second.read("CSF.TXT")
    page = second.read("How to import.html").decode()
    assert "<strong>This takes the place of export 1.</strong>" in page


def _replaced(book: Book) -> bytes:
    return book.stored(replace(book))[0]


def _files(book: Book, number: int) -> bytes:
    records = book.house.service.records.dossier(book.entry.dossier_id)
    batch = records.batch_by_number(number)
    assert batch is not None
    return records.files(batch.id)[0].file.content


def test_without_the_word_that_nothing_is_imported_nothing_is_replaced(book: Book):
    run = replace(book, not_imported=False)
    assert (run.state, run.sentence) == (RunState.REFUSED, UNCONFIRMED)
    assert book.rows("Invoices")["2026/1"]["State"] == "changed"
    book.type("Settings", "Language", "Value", "nl")
    assert replace(book, not_imported=False).sentence.startswith(DUTCH)


@pytest.mark.parametrize("words", ["Replace, not imported", " vervangen,  niet ingelezen. "])
def test_the_accountants_answer_in_tab_exports_asks_for_it(book: Book, words: str):
    answer(book, 1, "Replace")
    assert book.export().sentence == UNCONFIRMED
    answer(book, 1, words)
    checked = book.check()
    assert checked.sentence.startswith(
        "2 invoices; an export costs EUR 0.00. Nothing is wrong. It replaces export 1."
    )
    run = book.export(plan=checked.result["plan"])
    assert run.sentence == (
        "Export 2 is ready: 2 invoices. It cost EUR 0.00. It replaces export 1."
    )
    assert book.rows("Exports")["1"]["Accountant's answer"] == words.strip()
    assert book.export().batch_id is None  # what was replaced is not replaced again


def test_a_press_that_names_documents_does_not_look_at_the_answers(book: Book):
    answer(book, 1, "Replace")
    assert book.export(selection="all", documents=("2026/1",)).state is RunState.DONE


def test_what_is_wrong_with_the_export_that_is_named_is_said(book: Book):
    assert replace(book, 7).sentence == (
        "Exports, export 7: found no export 7, needed the number of an export in this tab. Look "
        f"there which export you mean. {NOTHING}"
    )
    assert replace(book).state is RunState.DONE
    assert replace(book).sentence == (
        "Exports, export 1: found export 2 in its place, allowed: an export that was not replaced "
        f"yet. Replace export 2. {NOTHING}"
    )
    book.type("Invoices", "2026/1", "Net", 80)
    assert book.export(selection="all", documents=("2026/1",)).state is RunState.DONE
    assert replace(book, 2).sentence == (
        "Exports, export 2: found documents of it in a later export, allowed: the last export of "
        "all its documents. Empty the answer (command: leave --replace out); make a credit note "
        f"and a new invoice, or ask your accountant to correct it by hand. {NOTHING}"
    )


def test_every_row_of_the_export_must_be_there_and_right(book: Book):
    with book.edited() as file:
        file["Invoices"].delete_rows(2)
    run = replace(book)
    assert run.sentence == (
        "Exports, export 1: found no row for 2026/1, needed all documents of export 1. Put back "
        "what is gone, or empty the answer (command: leave --replace out) and ask your accountant "
        f"to correct it by hand. {NOTHING}"
    )


def test_a_row_that_cannot_be_read_stops_the_replacement(book: Book):
    book.type("Invoices", "2026/1", "Net", "much")
    run = replace(book)
    assert run.state is RunState.REFUSED
    assert run.sentence.startswith('Invoices, row 2, Net: found "much"')


def test_a_document_that_was_not_in_it_waits_for_its_own_export(opened: Opened):
    book = opened(invoices=(*SALES, invoice("2026/3", 10.0, Hold="yes")))
    assert book.export().state is RunState.DONE
    book.type("Invoices", "2026/3", "Hold", None)
    book.type("Invoices", "2026/1", "Net", 90)
    assert [number for number, *_ in documents(book, replace(book))] == ["2026/1", "2026/2"]
    assert [number for number, *_ in documents(book, book.export())] == ["2026/3"]


def test_nothing_changed_is_the_same_files_and_what_was_replaced_never_comes_back(book: Book):
    first = replace(book)
    assert replace(book, 2).sentence == "Export 2 again: the same files, for nothing."
    book.type("Invoices", "2026/1", "Net", 100)  # as export 1 had it
    again = book.export(selection="all")
    assert book.batch(again).number == 3
    assert first.action is Action.EXPORT
