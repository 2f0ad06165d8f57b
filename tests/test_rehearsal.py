"""A rehearsal: a marked file for the accountant to try, and nothing else anywhere."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from export_support import JOURNALS, NOW, SALES, act, csf, invoice, unzipped
from house_support import Book, House, Opened, engine_run
from records_support import table_counts

from boekbrug.server.app import create_app
from boekbrug.server.bookkeeping.rehearsing import rehearsal_start
from boekbrug.server.records.entries import Action, Run, RunState
from boekbrug.server.records.tables import runs
from boekbrug.server.web.links import RunLinks
from boekbrug.server.workflow.steps import ENDED

ENGLISH = {**JOURNALS, "Language": "en"}


def rehearsed(book: Book, **request: Any) -> Run:
    return book.house.lead(book.house.press(book, Action.REHEARSE, **request))


def file_of(book: Book, run: Run) -> tuple[str, bytes]:
    [name] = book.house.service.office.file_names(run)
    stored = book.house.service.office.file(run, name)
    assert stored is not None
    return name, stored.file.content


def answered(house: House, run: Run, part: str = "") -> Any:
    links = RunLinks.of(house.service)
    address = links.address(run.id, part, links.token(run.id, run.workbook_id))
    client = create_app(house.service).test_client()
    return client.get(address.removeprefix(house.service.public_url))


def counts(house: House) -> Mapping[str, int]:
    """Return what is kept of money, numbers and exports: everything but runs and their details."""
    counted = table_counts(house.service.database)
    return {name: count for name, count in counted.items() if not name.startswith("boekbrug_run")}


def test_a_rehearsal_makes_a_file_that_says_so_and_keeps_nothing_else(opened: Opened):
    book = opened(invoices=SALES)
    kept, typed = counts(book.house), book.typed()
    run = rehearsed(book)
    assert (run.state, run.sentence) == (
        RunState.DONE,
        "The rehearsal file is ready: 2 invoices, free. Nothing was exported, numbered or charged.",
    )
    assert file_of(book, run)[0] == "REHEARSAL 2026-09 WinBooks Acme bv.zip"
    assert counts(book.house) == kept
    assert (book.typed(), book.house.delivered()) == (typed, [])
    assert {row["Accountant's no."] for row in book.rows("Customers").values()} == {""}
    assert {row["State"] for row in book.rows("Invoices").values()} == {"new"}


def test_an_export_after_a_rehearsal_is_to_the_byte_what_it_is_without_one(opened: Opened):
    alone, rehearsing = opened(invoices=SALES), opened(invoices=SALES)
    rehearsed(rehearsing)
    rehearsed(rehearsing)
    exports = [book.export() for book in (alone, rehearsing)]
    assert alone.stored(exports[0]) == rehearsing.stored(exports[1])
    assert alone.house.balance() == rehearsing.house.balance()
    assert alone.rows("Customers") == rehearsing.rows("Customers")


def test_everything_in_the_file_bears_the_mark(opened: Opened):
    book = opened(invoices=SALES, settings=ENGLISH)
    name, content = file_of(book, rehearsed(book))
    files = unzipped(content)
    manifest = json.loads(files["manifest.json"])
    assert name == "REHEARSAL 2026-09 WinBooks Acme bv.zip"
    assert {row["COMMENT"] for row in act(content)} == {
        "REHEARSAL Invoice 2026/1",
        "REHEARSAL Invoice 2026/2",
    }
    assert b"<h1>Rehearsal for WinBooks</h1>" in files["How to import.html"]
    assert b"This is a rehearsal, made to try the import." in files["How to import.html"]
    assert (manifest["rehearsal"], manifest["batch"]) == (True, 0)


def test_a_text_that_the_mark_would_make_too_long_stays_as_it_is(opened: Opened):
    long = "Forty characters of text, just as long.."
    book = opened(invoices=[invoice("2026/1", 100.0, Description=long)])
    run = rehearsed(book)
    assert {row["COMMENT"] for row in act(file_of(book, run)[1])} == {long}
    assert run.result["warnings"] == book.check().result["warnings"]


def test_customers_without_a_number_get_one_that_no_export_gives(opened: Opened):
    book = opened(invoices=SALES)
    book.type("Customers", "Garage Maes", "Accountant's no.", "100017")
    _, content = file_of(book, rehearsed(book))
    assert [row["NUMBER"] for row in csf(content)] == ["100017", "900000"]
    book.export()
    assert book.rows("Customers")["Bakkerij Janssens"]["Accountant's no."] == "100000"


@pytest.mark.parametrize(
    ("start", "expected"),
    [("100000", "900000"), ("400", "9000"), ("9500", "8000"), ("000001", "900000")],
)
def test_the_numbers_of_rehearsals_are_as_wide_as_the_others(start: str, expected: str):
    assert rehearsal_start(start) == expected


def test_an_empty_balance_stops_no_rehearsal(opened: Opened):
    book = opened(invoices=SALES, balance="0")
    assert rehearsed(book).state is RunState.DONE
    assert book.export().state is RunState.REFUSED


def test_what_stops_an_export_stops_a_rehearsal(opened: Opened):
    book = opened(invoices=[*SALES, invoice("2026/3", 10.0, VAT="22")])
    run = rehearsed(book)
    assert (run.state, run.sentence) == (RunState.REFUSED, book.export().sentence)
    assert book.house.service.office.file_names(run) == ()


def test_what_was_exported_is_rehearsed_on_request_alone(opened: Opened):
    book = opened(invoices=SALES)
    book.export()
    assert rehearsed(book).sentence == "Nothing new in September 2026; export 1 holds it."
    again = rehearsed(book, selection="all")
    assert [row["NUMBER"] for row in csf(file_of(book, again)[1])] == []
    assert {row["ACCOUNTRP"] for row in act(file_of(book, again)[1])} == {"", "100000", "100001"}


def test_the_answer_of_a_rehearsal_offers_its_file_and_a_text_for_the_accountant(opened: Opened):
    book = opened(invoices=SALES)
    run = rehearsed(book)
    name, content = file_of(book, run)
    said = answered(book.house, run).get_json()
    assert (said["action"], said["export"], said["balance"]) == ("rehearse", None, "25.00")
    assert "plan" not in said["result"]
    [offered] = said["rehearsal"]["files"]
    assert (offered["name"], offered["url"].startswith("http://127.0.0.1:8000/runs/")) == (
        name,
        True,
    )
    assert said["accountant_text"]["nl"].startswith(
        f"Beste boekhouder,\n\nDit is een proef, er is niets te boeken: {name}."
    )
    assert answered(book.house, run, f"files/{name}").data == content
    assert name in answered(book.house, run, "page").get_data(as_text=True)


def test_the_file_is_forgotten_with_the_details_of_its_run(opened: Opened):
    book = opened(invoices=SALES)
    run = rehearsed(book)
    files = book.house.service.records.files
    files.prune(NOW)
    assert len(files.names(run.id)) == 1
    files.prune(NOW + timedelta(seconds=1))
    assert files.names(run.id) == ()


def test_a_later_run_forgets_the_files_of_old_rehearsals(opened: Opened):
    book = opened(invoices=SALES)
    run = rehearsed(book)
    later = book.house.with_outside(now=lambda: NOW + timedelta(days=91))
    replace(book, house=later).check()
    assert book.house.service.office.file_names(run) == ()


def test_a_rehearsal_after_a_crash_keeps_its_file_once(opened: Opened):
    book = opened(invoices=SALES)
    run = book.house.press(book, Action.REHEARSE)
    assert book.house.steps.make(run.id) == ENDED
    name, content = file_of(book, run)
    with book.house.service.database.begin() as connection:
        connection.execute(sa.update(runs).values(conclusion=None))  # as if it had died before
    assert book.house.lead(run).state is RunState.DONE
    assert file_of(book, run) == (name, content)


def test_the_engine_carries_a_rehearsal_out(opened: Opened):
    book = opened(invoices=SALES)
    assert engine_run(book, Action.REHEARSE).state is RunState.DONE
