"""Set-up of a Google Sheet in the language that it is in: Dutch to the last word."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from connect_support import Place, start_of
from google_emulator.google import Google
from google_emulator.grid import Sheet
from google_emulator_support import PERSON
from google_sheets_support import GoogleSheet, Rows, google_sheet
from set_up_support import choices, rows, small
from test_causes import PROGRAMS

from boekbrug.adapters.google import set_up as planning
from boekbrug.adapters.google.client import GoogleClient, SheetsClient
from boekbrug.adapters.google.setting_up import GoogleSetUp
from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.first_sheet import FirstTab, first_sheet
from boekbrug.server.workbook.spoken_sheet import spoken
from boekbrug.server.workflow.ports import SetUpDone

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DUTCH_TABS = [
    *("Start", "Blad1", "Instellingen", "Btw", "Rekeningen", "Klanten", "Facturen", "Regels"),
    *("Controle", "Exports", "Tegoed"),
]


def first(country: str = "BE") -> tuple[FirstTab, ...]:
    return first_sheet(
        first_document_on=date(2026, 1, 1),
        programs=("winbooks", "journal_csv"),
        parameters=setting_rows(PROGRAMS["winbooks"].Parameters),
        country=country,
    )


def set_up(sheet: GoogleSheet, client: GoogleClient, language: str = "nl") -> SetUpDone:
    adapter = GoogleSetUp(SheetsClient(client), sheet.id, programs=tuple(PROGRAMS))
    return adapter.set_up(first(), language)


def titles(sheet: GoogleSheet) -> list[str]:
    return [tab.title for tab in sheet.spreadsheet.sheets]


def answers(sheet: GoogleSheet, tab: str = "Instellingen") -> dict[str, object]:
    return {row[0]: row[1] for row in rows(sheet.tab(tab))}


@pytest.fixture(autouse=True)
def _short_tabs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(planning, "ROWS_OF_A_NEW_TAB", 40)


@pytest.fixture
def empty(google: Google) -> GoogleSheet:
    return google_sheet(google, {"Blad1": ()})


def read_by_people(tab: Sheet) -> Iterator[str]:
    """Yield every text of a tab, and of its notes, lists and protections."""
    for at, cell in tab.cells.items():
        yield from (str(cell.value or ""), cell.note or "", *choices(tab, at))
    yield from (one["description"] for one in tab.protected)


def test_an_empty_sheet_of_a_dutch_reader_gets_dutch_tabs_lists_notes_and_settings(
    empty: GoogleSheet, client: GoogleClient
):
    done = set_up(empty, client)
    assert (done.language, titles(empty)) == ("nl", DUTCH_TABS)
    invoices = empty.tab("Facturen")
    header = rows(invoices)[0]
    assert header[:4] == ["Nummer", "Soort", "Datum", "Vervaldatum"]
    assert choices(invoices, (39, header.index("Soort"))) == ["factuur", "creditnota"]
    assert choices(invoices, (39, header.index("Tegenhouden"))) == ["ja"]
    assert invoices.peek(0, 0).note == "Het nummer zoals gedrukt, zoals 2026/18."
    assert {one["description"] for one in invoices.protected} == {
        "Hier schrijft Boekbrug; wat u er typt, wordt teruggezet."
    }
    assert rows(empty.tab("Btw"))[1][:4] == ["H21", "Binnenland, 21 %", 21, "binnenland"]
    assert rows(empty.tab("Rekeningen"))[1] == ["400000", "Klanten", "klanten"]
    assert rows(empty.tab("Tegoed"))[0][:3] == ["Datum", "Wat", "Export"]
    settings = empty.tab("Instellingen")
    labels = [row[0] for row in rows(settings)]
    assert answers(empty)["Periodes"] == "maanden"
    assert choices(settings, (labels.index("Periodes"), 1))[:2] == ["maanden", "kwartalen"]
    assert settings.peek(labels.index("Taal"), 1).note.startswith("De taal van de teksten")


def test_nothing_of_a_dutch_set_up_is_english(empty: GoogleSheet, client: GoogleClient):
    done = set_up(empty, client)
    english = {
        text
        for tab in first()
        for column in tab.columns
        for text in (column.header, column.description, *column.choices)
    } | {str(cell) for tab in first() for row in tab.rows for cell in row if cell}
    dutch = {
        text
        for tab in spoken(first(), "nl")
        for column in tab.columns
        for text in (column.header, column.description, *column.choices)
    } | {str(cell) for tab in spoken(first(), "nl") for row in tab.rows for cell in row if cell}
    there = {text for tab in empty.spreadsheet.sheets for text in read_by_people(tab)}
    assert there & (english - dutch) == set()
    told = [in_language(step, "nl") for step in done.steps]
    assert told[:3] == [
        "tabblad Start toegevoegd",
        "tabblad Instellingen toegevoegd",
        "tabblad Btw toegevoegd",
    ]


@pytest.mark.parametrize("again", ["nl", "en"])
def test_a_second_time_finds_nothing_to_do_whoever_presses(
    empty: GoogleSheet, client: GoogleClient, again: str
):
    set_up(empty, client)
    before = [(tab.title, dict(tab.cells)) for tab in empty.spreadsheet.sheets]
    assert set_up(empty, client, again) == SetUpDone((), "nl")
    assert [(tab.title, dict(tab.cells)) for tab in empty.spreadsheet.sheets] == before


def test_a_sheet_that_is_english_stays_english_for_a_dutch_reader(
    empty: GoogleSheet, client: GoogleClient
):
    assert set_up(empty, client, "en").language == "en"
    assert answers(empty, "Settings")["Language"] == "en", "one sheet, one language"
    assert set_up(empty, client, "nl") == SetUpDone((), "en")


def test_a_language_that_the_server_does_not_speak_stays_the_one_of_the_books(
    empty: GoogleSheet, client: GoogleClient
):
    adapter = GoogleSetUp(SheetsClient(client), empty.id, programs=tuple(PROGRAMS))
    assert adapter.set_up(first("DE"), "de").language == "en"
    assert answers(empty, "Settings")["Language"] == "de"


def test_a_sheet_with_dutch_tabs_gets_dutch_ones_and_no_second_of_any(
    google: Google, client: GoogleClient
):
    sheet = small(google, {"Klanten": (("Klant", "Land"),), "Facturen": (), "Accounts": ()})
    set_up(sheet, client, "en")
    assert sorted(titles(sheet)) == sorted({*DUTCH_TABS, "Accounts"} - {"Blad1", "Rekeningen"})
    assert rows(sheet.tab("Klanten"))[0][2:4] == ["Soort", "Btw-nummer"]
    assert rows(sheet.tab("Accounts"))[1] == ["400000", "Customers", "receivable"]
    assert set_up(sheet, client, "en") == SetUpDone((), "nl")


def test_where_the_tabs_say_as_much_for_one_as_for_another_the_setting_decides(
    google: Google, client: GoogleClient
):
    typed = (("Instelling", "Waarde"), ("Taal", "Nederlands"))
    sheet = small(google, {"Settings": typed, "Klanten": ()})
    set_up(sheet, client, "en")
    assert "Facturen" in titles(sheet)
    assert answers(sheet, "Settings")["Taal"] == "Nederlands"
    unread = small(google, {"Settings": (("Setting", "Waarde"), ("Language", "Latin")), "Btw": ()})
    set_up(unread, client, "nl")
    assert "Facturen" in titles(unread), "then whoever reads it"


def test_formats_lists_and_notes_that_a_paste_took_away_come_back_in_dutch(
    empty: GoogleSheet, client: GoogleClient
):
    set_up(empty, client)
    invoices, settings = empty.tab("Facturen"), empty.tab("Instellingen")
    at = rows(invoices)[0].index("Soort")
    invoices.cell(5, at).validation = None
    invoices.cell(0, at).note = ""
    taal = [row[0] for row in rows(settings)].index("Taal")
    settings.cell(taal, 1).note = ""
    done = set_up(empty, client)
    assert [in_language(step, "nl") for step in done.steps] == [
        "Instellingen: notities bij instellingen",
        "Facturen: opmaak van kolom Soort",
    ]
    assert choices(empty.tab("Facturen"), (5, at)) == ["factuur", "creditnota"]
    assert empty.tab("Facturen").peek(0, at).note == "Factuur of creditnota."


def test_a_column_is_added_in_the_language_of_its_tab(google: Google, client: GoogleClient):
    typed: dict[str, Rows] = {
        "Klanten": (("Klant", "Probleem"), ("Garage Maes", None)),
        "Regels": (("Factuur", "Probleem"),),
        "Invoices": (("Number", "Kind", "Problem"),),
    }
    sheet = small(google, typed)
    adapter = GoogleSetUp(SheetsClient(client), sheet.id, programs=tuple(PROGRAMS))
    done = adapter.add_column("Customers", "VAT status", "en")
    assert in_language(done.steps[0], done.language) == "Klanten: kolom Btw-statuut toegevoegd"
    customers = sheet.tab("Klanten")
    assert rows(customers)[0] == ["Klant", "Btw-statuut", "Probleem"]
    assert customers.peek(0, 1).note.startswith("Of er btw afgedragen moet worden")
    assert "btw-plichtig" in choices(customers, (1, 1))
    assert adapter.add_column("Customers", "VAT status", "en").steps == ()
    adapter.add_column("Invoices", "Currency", "nl")
    assert rows(sheet.tab("Invoices"))[0] == ["Number", "Kind", "Currency", "Problem"]


def test_a_program_s_own_code_is_a_column_told_in_dutch(google: Google, client: GoogleClient):
    sheet = small(google, {"Btw": (("Code", "Tarief %"),)})
    adapter = GoogleSetUp(SheetsClient(client), sheet.id, programs=tuple(PROGRAMS))
    adapter.add_column("VAT", "Code winbooks", "nl")
    codes = sheet.tab("Btw")
    assert rows(codes)[0][2] == "Code winbooks"
    assert codes.peek(0, 2).note == (
        "De code van winbooks, als er meer dan één programma gebruikt wordt."
    )


def test_a_dutch_press_connects_a_sheet_that_is_dutch_from_the_start(place: Place):
    sheet = google_sheet(place.google, {"Start": (("mine", None),)})
    answer = place.connect(sheet, place.code(), language="nl")
    assert start_of(sheet)["Boekbrug - Acme bv"] == f"gekoppeld, {PERSON}"
    assert start_of(sheet)["Laatste opdracht"] == "nog geen"
    workbook = place.workbook(answer.json["workbook"])  # type: ignore[index]
    assert workbook.language == "nl"
