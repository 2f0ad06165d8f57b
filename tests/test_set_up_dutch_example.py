"""The example firm, typed into a Google Sheet that was set up in Dutch."""

import importlib
from decimal import Decimal
from pathlib import Path

import pytest
from example_firm import EXAMPLE, SUMMER
from export_support import unzipped
from google_emulator.google import Google
from google_emulator.people import Person
from google_sheets_support import GoogleSheet, google_sheet
from set_up_support import rows
from test_causes import ENTRY, PROGRAMS, SURROUNDINGS
from test_google_acme import EXCEL_LIMITS
from test_set_up_dutch import set_up

from boekbrug.adapters.google import set_up as planning
from boekbrug.adapters.google.client import GoogleClient, SheetsClient
from boekbrug.adapters.google.setting_up import GoogleSetUp
from boekbrug.adapters.local.excel import ExcelWorkbook
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.records.entries import RunRequest
from boekbrug.server.workbook.first_sheet import FirstTab, first_sheet
from boekbrug.server.workbook.layout_problems import column_letters
from boekbrug.server.workbook.spoken_sheet import spoken
from boekbrug.server.workflow.ports import SetUpDone, WorkbookPort
from boekbrug.server.workflow.preparation import plan_for, read_sheet, render

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def type_example(sheet: GoogleSheet, client: GoogleClient) -> None:
    """Type the example firm's rows into a Dutch sheet as people do, in Dutch."""
    acme = importlib.import_module("acme_data")
    invoices, lines = acme.documents()
    adapter = GoogleSetUp(SheetsClient(client), sheet.id, programs=tuple(PROGRAMS))
    person = Person(sheet.google.emulator.state, sheet.id)
    typed = {"Customers": acme.customers(), "Invoices": invoices, "Lines": lines}
    for name, many in typed.items():
        for header in {header for row in many for header in row}:
            adapter.add_column(name, header, "nl")
    told = first_sheet(
        first_document_on=acme.BEFORE,
        programs=("winbooks",),
        parameters=setting_rows(PROGRAMS["winbooks"].Parameters),
        rows={"Settings": acme.settings(), **typed},
    )
    for tab in spoken(told, "nl"):
        if tab.name == "Settings":
            type_settings(sheet, person, tab)
        elif tab.name in typed:
            type_rows(sheet, person, tab)


def type_settings(sheet: GoogleSheet, person: Person, wanted: FirstTab) -> None:
    labels = [row[0] for row in rows(sheet.tab(wanted.title))]
    for label, value, _ in wanted.rows:
        if label not in labels:
            labels.append(label)
            person.type(f"{wanted.title}!A{len(labels)}", str(label))
        person.type(f"{wanted.title}!B{labels.index(label) + 1}", str(value or ""))


def type_rows(sheet: GoogleSheet, person: Person, wanted: FirstTab) -> None:
    tab = sheet.tab(wanted.title)
    tab.resize(len(wanted.rows) + 2, tab.columns)
    header = rows(tab)[0]
    for number, row in enumerate(wanted.rows, start=2):
        for column, value in zip(wanted.columns, row, strict=True):
            letter = column_letters(header.index(column.header))
            person.type(f"{wanted.title}!{letter}{number}", as_in_belgium(value))


def as_in_belgium(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else ""
    return str(value).replace(".", ",") if isinstance(value, float) else str(value or "")


def test_the_example_typed_into_a_dutch_sheet_exports_the_same_bytes(
    google: Google, client: GoogleClient, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(planning, "ROWS_OF_A_NEW_TAB", 40)
    monkeypatch.syspath_prepend(EXAMPLES)
    empty = google_sheet(google, {"Blad1": ()})
    set_up(empty, client)
    type_example(empty, client)
    set_up(empty, client)
    assert set_up(empty, client) == SetUpDone((), "en"), "for its Taal is en by now"
    english = ExcelWorkbook(EXAMPLE, limits=EXCEL_LIMITS)
    assert files_of(empty.workbook(client)) == files_of(english)


def files_of(workbook: WorkbookPort) -> dict[str, bytes]:
    reading = read_sheet(workbook.read(), ENTRY, PROGRAMS)
    assert [sentence(one) for one in reading.workbook.problems if one.blocks] == []
    history = History(balance=Decimal(100))
    prepared = plan_for(reading, ENTRY, history, RunRequest(period=SUMMER), SURROUNDINGS)
    assert prepared.plan.blocking == ()
    content = unzipped(render(prepared, ENTRY, "x").files[0].content)
    return {name: content[name] for name in ("ACT.TXT", "CSF.TXT")}
