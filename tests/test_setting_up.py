"""A set-up as people press it, and how far it is in the words of tab Start."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from command_support import OWNER, typed
from export_support import JOURNALS, NOW, invoice, write_sheet
from google_emulator.google import Google
from google_sheets_support import GoogleSheet, google_sheet
from house_support import NOTHING, Book, House, Opened

from boekbrug.adapters.google import set_up as planning
from boekbrug.adapters.google.client import GoogleClient, SheetsClient
from boekbrug.adapters.google.setting_up import GoogleSetUp
from boekbrug.server.app import create_app
from boekbrug.server.records.entries import Action, Run, RunState
from boekbrug.server.records.tables import audit
from boekbrug.server.web.links import RunLinks
from boekbrug.server.workflow.attaching import Attachment, attach

NO_SET_UP = (
    "acme.xlsx: found an .xlsx file, allowed: a Google Sheet. Run `boekbrug workbook new`: it "
    "makes a file with every tab, list and format; paste your rows into it."
)


@pytest.fixture
def on_google(
    new_house: Callable[..., House],
    google: Google,
    client: GoogleClient,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Book, GoogleSheet]:
    """A house whose workbook is a Google Sheet with one empty tab named Start."""
    monkeypatch.setattr(planning, "ROWS_OF_A_NEW_TAB", 40)
    sheet = google_sheet(google, {"Start": (("mine", None),)})
    sheet.tab("Start").resize(30, 6)
    house = new_house()
    programs = tuple(house.service.outside.programs)
    house = house.with_outside(
        open_workbook=lambda *_: sheet.workbook(client),
        open_set_up=lambda _: GoogleSetUp(SheetsClient(client), sheet.id, programs=programs),
    )
    attachment = Attachment(
        dossier_key="acme/winbooks", location=sheet.id, folder=str(house.folder)
    )
    entry = attach(house.service.records, house.service.outside, attachment).entry
    return Book(house, entry), sheet


def pressed(book: Book, action: Action) -> Run:
    return book.house.lead(book.house.press(book, action))


def answered(book: Book, run: Run) -> Any:
    service = book.house.service
    links = RunLinks.of(service)
    address = links.address(run.id, "", links.token(run.id, run.workbook_id))
    client = create_app(service).test_client()
    return client.get(address.removeprefix(service.public_url)).get_json()


def test_a_google_sheet_is_set_up_and_says_how_far_it_is(on_google: tuple[Book, GoogleSheet]):
    book, sheet = on_google
    run = pressed(book, Action.SET_UP)
    assert run.state is RunState.DONE
    assert run.sentence.startswith("Set up: Start: protected; tab Settings added; tab VAT added;")
    assert book.start()["Set-up"] == (
        "[x] connected  [x] settings  [ ] 4 answers of the accountant missing"
    )
    assert book.start()["Workbook id"] == book.entry.id
    again = pressed(book, Action.SET_UP)
    assert again.sentence == "Everything is in place: nothing was changed."
    assert pressed(book, Action.CHECK).state is RunState.DONE
    assert len(sheet.spreadsheet.sheets) == 10


def test_an_xlsx_file_is_not_set_up_and_the_sentence_says_what_to_do(opened: Opened):
    book = opened(invoices=[invoice("2026/1", 100.0)])
    before = book.path.read_bytes()
    run = pressed(book, Action.SET_UP)
    assert (run.state, run.sentence) == (RunState.REFUSED, f"{NO_SET_UP} {NOTHING}")
    assert book.typed()
    assert book.path.read_bytes() != before  # tab Start says so
    assert book.start()["Result"] == run.sentence


def added(book: Book, tab: str, header: str) -> Run:
    return book.house.lead(book.house.press(book, Action.ADD_COLUMN, tab=tab, header=header))


def audited(book: Book) -> dict[str, Any]:
    """Return what the audit holds of changes to the sheet itself: event to facts."""
    events = sa.select(audit.c.event, audit.c.facts).where(audit.c.run_id.is_not(None))
    with book.house.service.database.connect() as connection:
        return {line.event: line.facts for line in connection.execute(events)}


def test_a_column_is_added_once_and_the_second_time_is_told_kindly(
    on_google: tuple[Book, GoogleSheet],
):
    book, sheet = on_google
    pressed(book, Action.SET_UP)
    run = added(book, "Klanten", "Naam")
    assert (run.state, run.sentence) == (RunState.DONE, "Customers: column Name added.")
    assert answered(book, run)["column"] == {"tab": "Klanten", "header": "Naam"}
    assert book.start()["Last run"].startswith("New column, ")
    before = dict(sheet.tab("Customers").cells)
    again = added(book, "Customers", "Name")
    assert (again.state, again.sentence, again.result["done"]) == (
        RunState.DONE,
        "Customers: column Name is there already.",
        0,
    )
    assert dict(sheet.tab("Customers").cells) == before
    events = audited(book)
    assert events["sheet set up"]["done"] > 5
    assert events["column added"] == {"done": 2, "tab": "Customers", "column": "Name"}


def test_a_column_that_nobody_knows_changes_nothing(on_google: tuple[Book, GoogleSheet]):
    book, _ = on_google
    run = added(book, "Customers", "Colour")
    assert run.state is RunState.REFUSED
    assert run.sentence.startswith('Customers, Header: found "Colour", allowed: one of Customer,')
    assert audited(book) == {}


def test_two_columns_at_once_are_two_runs(on_google: tuple[Book, GoogleSheet]):
    book, _ = on_google
    first = book.house.press(book, Action.ADD_COLUMN, tab="Lines", header="Kind")
    other = book.house.press(book, Action.ADD_COLUMN, tab="Lines", header="Quantity")
    again = book.house.service.records.runs.press(
        book.entry,
        Action.ADD_COLUMN,
        first.request,
        webhook_id="another press",
        body_digest="b",
        pressed_by="jo@acme.example",
        now=NOW,
    )
    assert (again.run.id, again.already_running) == (first.id, True)
    assert other.id != first.id


def test_of_an_xlsx_file_the_sentence_says_how_to_add_a_column(opened: Opened):
    run = added(opened(), "Klanten", "Naam")
    assert (run.state, run.sentence) == (
        RunState.REFUSED,
        "acme.xlsx: found an .xlsx file, allowed: a Google Sheet. Open it, go to tab Customers and "
        "type Name in the first empty cell of the row with the headers: a column is read wherever "
        f"it stands. {NOTHING}",
    )


def test_a_set_up_leaves_what_the_last_check_said(opened: Opened):
    book = opened(invoices=[invoice("2026/1", 100.0, VAT="22")])
    book.check()
    checked = book.table("Check"), book.rows("Invoices")
    pressed(book, Action.SET_UP)
    assert (book.table("Check"), book.rows("Invoices")) == checked


def test_a_check_asks_what_only_the_accountant_knows(opened: Opened):
    book = opened(invoices=[invoice("2026/1", 100.0)], settings={})
    said = answered(book, book.check())
    assert "1. Which journal for sales invoices? Usual: VERKP.\n" in said["questions"]["en"]
    assert said["questions"]["nl"].endswith("Met vriendelijke groeten,\nAcme bv\n")
    assert "questions" not in said["result"]
    assert book.start()["Set-up"].endswith("[ ] 4 answers of the accountant missing")


def test_a_check_asks_nothing_when_all_is_answered(opened: Opened):
    book = opened(invoices=[invoice("2026/1", 100.0)], settings=JOURNALS)
    assert answered(book, book.check())["questions"] is None
    assert book.start()["Set-up"] == ("[x] connected  [x] settings  [x] answers of the accountant")


def test_settings_that_are_wrong_are_counted(opened: Opened):
    book = opened(settings={"Periods": "weeks", **JOURNALS})
    book.check()
    assert "[ ] settings: 1 to fix" in book.start()["Set-up"]


def test_an_export_has_a_text_for_the_accountant(opened: Opened):
    book = opened(invoices=[invoice("2026/1", 100.0), invoice("CN2026/1", 10.0)])
    text = answered(book, book.export())["accountant_text"]
    assert "1 invoice, 1 credit note.\nNet 90.00, VAT 18.90, total 108.90 EUR" in text["en"]


@pytest.fixture
def desk(empty_desk: Path) -> Callable[..., tuple[int, str]]:
    """A folder with an attached file; returns how a command ends and what it prints."""
    write_sheet(empty_desk / "acme.xlsx", invoices=[invoice("2026/1", 100.0)])
    typed("migrate")
    typed("team", "add", "acme", "Acme bv")
    typed("dossier", "add", "acme/winbooks", *OWNER)
    typed("workbook", "attach", "acme.xlsx", "--dossier", "acme/winbooks", "--folder", "files")
    return typed


def test_a_rehearsal_by_hand_puts_its_file_where_one_stands(
    desk: Callable[..., tuple[int, str]], tmp_path: Path
):
    code, said = desk("rehearse", "acme.xlsx", "--from", "2026-09-01", "--to", "2026-09-30")
    assert (code, said.splitlines()[-1]) == (0, "REHEARSAL 2026-09 WinBooks Acme bv.zip")
    assert (tmp_path / "REHEARSAL 2026-09 WinBooks Acme bv.zip").exists()
    assert list((tmp_path / "files").iterdir()) == []


def test_a_set_up_by_hand_of_a_file_is_refused(desk: Callable[..., tuple[int, str]]):
    code, said = desk("set-up", "acme.xlsx")
    assert (code, said.splitlines()[0]) == (1, f"{NO_SET_UP} {NOTHING}")
    column = ("Klanten", "Naam")
    code, said = desk("add-column", "acme.xlsx", *column)
    assert (code, "go to tab Customers and type Name in the first empty cell" in said) == (1, True)
    code, said = desk("set-up", "other")
    assert (code, "other: found no dossier that it belongs to, needed" in said) == (2, True)
