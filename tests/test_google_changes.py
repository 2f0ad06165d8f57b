"""What is written into a Google Sheet while people work in it."""

from collections.abc import Callable, Mapping

import pytest
from google_emulator import faults
from google_emulator.google import Google
from google_emulator.people import Person, meanwhile
from google_sheets_support import (
    INVOICES,
    LOOK,
    WRITE,
    GoogleSheet,
    changes,
    google_sheet,
)

from boekbrug.adapters.google.client import GoogleClient
from boekbrug.adapters.google.edits import OWN_NOTE
from boekbrug.server.workbook.cells import (
    Cells,
    Changes,
    Place,
    RowChange,
    TabNotes,
    Tick,
)
from boekbrug.server.workflow.ports import UnreachableError


@pytest.fixture
def sheet(google: Google) -> GoogleSheet:
    return google_sheet(google, INVOICES)


@pytest.fixture
def person(sheet: GoogleSheet) -> Person:
    return Person(sheet.google.emulator.state, sheet.id)


def by_number(number: str | int, text: str) -> Callable[[Cells], Changes]:
    """Return what gives the invoice of that number, wherever it stands, a new state."""

    def changes_of(cells: Cells) -> Changes:
        tab = next(tab for tab in cells.tabs if tab.title == "Invoices")
        row = next(list(column).index(number) for column in tab.columns if number in column)
        state = next(at for at, column in enumerate(tab.columns) if column[0] == "State")
        change = RowChange(tab="Invoices", row=row + 1, texts={state + 1: text})
        return Changes(rows=(change,))

    return changes_of


def sentence(error: pytest.ExceptionInfo[UnreachableError]) -> str:
    return error.value.sentence


def test_people_who_sort_insert_and_rename_between_read_and_change_lose_nothing(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    workbook = sheet.workbook(client)
    workbook.read()
    person.sort("Invoices", "Number", descending=True)
    person.insert_row("Invoices", 2)
    person.insert_column("Invoices", "A")
    person.rename_header("Invoices", "Date", "Datum")
    person.type("Invoices!A1", "Own")
    workbook.change(by_number("2026/1", "done"))
    assert [person.see(f"Invoices!E{row}") for row in range(1, 5)] == ["State", "", "", "done"]


def test_the_result_of_a_formula_is_seen(sheet: GoogleSheet, client: GoogleClient, person: Person):
    person.type("Invoices!A3", "=2000+26")
    sheet.workbook(client).change(by_number(2026, "done"))
    assert person.see("Invoices!D3") == "done"


def test_texts_are_never_parsed_and_formats_stay(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    person.type("Check!B2", "1/2/2026")
    sheet.workbook(client).change(changes)
    cell = sheet.tab("Check").peek(1, 1)
    assert cell.value == "0042"
    assert cell.number_format["type"] == "DATE"


def test_a_tab_that_is_gone_says_so(sheet: GoogleSheet, client: GoogleClient, person: Person):
    person.rename_tab("Check", "Checked")
    with pytest.raises(UnreachableError) as error:
        sheet.workbook(client).change(changes)
    assert error.value.permanent
    assert sentence(error) == (
        "Acme: found no tab Check, needed the tabs of Boekbrug. "
        "Give the tab that holds it this name again, or add it."
    )
    assert person.see("Invoices!D2") == ""


def notes(sheet: GoogleSheet) -> dict[str, str]:
    cells = sheet.tab("Invoices").cells.items()
    return {f"{'ABCD'[at]}{row + 1}": cell.note for (row, at), cell in cells if cell.note}


def noted(sheet: GoogleSheet, client: GoogleClient, texts: Mapping[Place, str]) -> dict[str, str]:
    sheet.workbook(client).change(lambda _: Changes(notes=(TabNotes("Invoices", texts),)))
    return notes(sheet)


def test_a_note_stands_on_the_very_cell_and_goes_when_all_is_well(
    sheet: GoogleSheet, client: GoogleClient
):
    found = "found 101.5, allowed: 100."
    assert noted(sheet, client, {(2, 3): found, (3, 1): "look"}) == {
        "C2": f"{OWN_NOTE}{found}",
        "A3": f"{OWN_NOTE}look",
    }
    assert noted(sheet, client, {(3, 1): "look again"}) == {"A3": f"{OWN_NOTE}look again"}
    calls = len(sheet.calls())
    noted(sheet, client, {(3, 1): "look again"})
    assert sheet.calls()[calls:] == [LOOK]
    assert noted(sheet, client, {}) == {}


def test_notes_of_people_are_never_touched(sheet: GoogleSheet, client: GoogleClient):
    tab = sheet.tab("Invoices")
    tab.cells[1, 2].note = "An: ask Jan"
    tab.cells[0, 0].note = "The number as printed"
    theirs = {"C2": "An: ask Jan", "A1": "The number as printed"}
    assert noted(sheet, client, {(2, 3): "found 101.5"}) == theirs
    assert noted(sheet, client, {}) == theirs
    assert tab.cells[1, 2].value == 101.5


@pytest.mark.parametrize("applied", [False, True], ids=["before", "after"])
def test_a_write_whose_answer_is_lost_is_repeated_by_the_run_and_nothing_is_doubled(
    sheet: GoogleSheet, client: GoogleClient, person: Person, *, applied: bool
):
    sheet.google.faults.plan(faults.cut, on="batchUpdate", applied=applied)
    workbook = sheet.workbook(client)
    with pytest.raises(UnreachableError) as error:
        workbook.change(changes)
    assert not error.value.permanent
    assert (person.see("Invoices!D2") == "done") is applied
    person.sort("Invoices", "Number", descending=True)
    workbook.change(by_number("2026/1", "done"))
    workbook.change(changes)
    assert [person.see(f"Invoices!D{row}") for row in (2, 3)] == ["done", "done"]
    assert person.see("Check!B2") == "0042"


def test_a_busy_google_makes_the_rows_be_found_again_before_the_next_attempt(
    sheet: GoogleSheet, client: GoogleClient
):
    sheet.google.faults.plan(faults.unavailable, on="batchUpdate")
    with pytest.raises(UnreachableError) as error:
        sheet.workbook(client).change(changes)
    assert not error.value.permanent
    assert sheet.calls() == [LOOK, WRITE]


def test_one_request_that_fails_leaves_all_as_it_was(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    tab = sheet.tab("Check")
    meanwhile(sheet.google.emulator, lambda: tab.resize(1, 1))
    with pytest.raises(UnreachableError):
        sheet.workbook(client).change(changes)
    assert person.see("Invoices!D2") == ""
    assert person.see("Check!A1") == "old"


def test_a_tick_is_a_tick_and_one_that_stands_there_stays(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    sheet.workbook(client).change(by_number("2026/1", Tick("yes")))
    assert person.see("Invoices!D2") == "TRUE"
