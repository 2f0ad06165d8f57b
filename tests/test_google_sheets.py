"""What a Google Sheet does that no file does: it costs calls, and people type all the time."""

from datetime import date, datetime

import pytest
from google_emulator import faults
from google_emulator.google import Google
from google_emulator.people import Person, meanwhile
from google_emulator_support import SERVER, Time
from google_sheets_support import DATE_TIME, GoogleSheet, emulated, google_sheet

from boekbrug.adapters.google.client import GoogleClient
from boekbrug.adapters.google.sheets import SEEN_FOR_S, GoogleLimits, SeenTitles
from boekbrug.server.workbook.cells import (
    Cell,
    Changes,
    RowChange,
    TabContent,
    WriteResult,
)
from boekbrug.server.workflow.ports import UnreachableError

LOOK, VALUES, WRITE = "GET get", "GET values:batchGet", "POST batchUpdate"
ROWS = (
    ("Number", "Date", "Net", "State"),
    ("2026/1", date(2026, 9, 30), 101.5, None),
    ("2026/2", date(2026, 10, 1), 200, None),
)
CHANGES = Changes(
    rows=(RowChange(tab="Invoices", row=2, key={"Number": "2026/1"}, values={"State": "done"}),),
    tabs=(TabContent("Jan's check", (("Where", "Found"), ("Invoices", "0042"))),),
)


@pytest.fixture
def sheet(google: Google) -> GoogleSheet:
    return google_sheet(google, {"Invoices": ROWS, "Jan's check": (("old",),)})


@pytest.fixture
def person(sheet: GoogleSheet) -> Person:
    return Person(sheet.google.emulator.state, sheet.id)


def column(sheet: GoogleSheet, client: GoogleClient, index: int) -> list[Cell]:
    return list(sheet.workbook(client).read().tabs[0].columns[index])


def sentence(error: pytest.ExceptionInfo[UnreachableError]) -> str:
    return error.value.sentence


# What it costs


def test_a_read_takes_three_calls_and_the_read_and_write_that_end_a_run_four(
    sheet: GoogleSheet, client: GoogleClient, time_: Time
):
    seen = SeenTitles(time_.clock)
    sheet.workbook(client, seen=seen).read()
    assert sheet.calls() == [LOOK, VALUES, VALUES]
    workbook = sheet.workbook(client, seen=seen)
    workbook.write(CHANGES, workbook.read().digest)
    assert sheet.calls()[3:] == [VALUES, VALUES, LOOK, WRITE]


def test_a_write_of_what_stands_there_already_only_looks(sheet: GoogleSheet, client: GoogleClient):
    workbook = sheet.workbook(client)
    assert workbook.write(Changes(), "") == WriteResult()
    assert sheet.calls() == []
    workbook.write(CHANGES, "")
    workbook.write(CHANGES, "")
    assert sheet.calls() == [LOOK, WRITE, LOOK]


def test_titles_are_good_for_one_read_and_for_two_minutes(
    sheet: GoogleSheet, client: GoogleClient, time_: Time
):
    seen = SeenTitles(time_.clock)
    for _ in range(3):
        sheet.workbook(client, seen=seen).read()
    assert sheet.calls().count(LOOK) == 2
    time_.sleep(SEEN_FOR_S)
    sheet.workbook(client, seen=seen).read()
    assert sheet.calls().count(LOOK) == 3


def test_the_budget_is_asked_before_each_read_and_not_before_a_write(
    sheet: GoogleSheet, client: GoogleClient
):
    asked: list[int] = []
    workbook = sheet.workbook(client, wait_for_a_read=lambda: asked.append(len(sheet.calls())))
    workbook.write(CHANGES, workbook.read().digest)
    assert asked == [0, 1, 2, 3]


# What is read


def test_a_number_a_date_and_a_text_that_looks_like_one_are_told_apart(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    for row, typed in enumerate(("30/9/2026", "46295", "'30/9/2026", "30/9/2026 12:30:00"), 2):
        person.type(f"Invoices!A{row}", typed)
    assert column(sheet, client, 0)[1:] == [
        date(2026, 9, 30), 46295, "30/9/2026", datetime.fromisoformat("2026-09-30T12:30")
    ]  # fmt: skip


def test_times_are_text_and_a_moment_before_midnight_is_the_next_day(
    sheet: GoogleSheet, client: GoogleClient
):
    tab = sheet.tab("Invoices")
    for row, days in enumerate((0.25, 0, 46295.9999999)):
        tab.cells[row, 0] = emulated(days)
        tab.cells[row, 0].format = DATE_TIME
    assert column(sheet, client, 0) == ["06:00:00", "00:00:00", date(2026, 10, 1)]


def test_somebody_who_types_between_the_two_answers_makes_it_read_again(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    change = lambda: person.sort("Invoices", "Number", descending=True)  # noqa: E731 - once
    meanwhile(sheet.google.emulator, change, before="batchGet", skip=1)
    assert column(sheet, client, 0) == ["Number", "2026/2", "2026/1"]
    assert sheet.calls() == [LOOK, *[VALUES] * 4]


def test_a_sheet_that_never_rests_is_given_up_for_now(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    for skip in (1, 3, 5):
        text = f"typed {skip}"
        act = lambda text=text: person.type("Invoices!A2", text)  # noqa: E731 - three times
        meanwhile(sheet.google.emulator, act, before="batchGet", skip=skip)
    with pytest.raises(UnreachableError) as error:
        sheet.workbook(client).read()
    assert not error.value.permanent
    assert sentence(error) == (
        "Acme: found changed each time it was read, needed at rest. "
        "Wait until nobody types in it; then press again."
    )


def test_a_tab_that_is_renamed_while_it_is_read_is_read_under_its_new_name(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    rename = lambda: person.rename_tab("Invoices", "Facturen")  # noqa: E731 - once
    meanwhile(sheet.google.emulator, rename, before="batchGet")
    assert [tab.title for tab in sheet.workbook(client).read().tabs] == ["Facturen", "Jan's check"]


def test_a_google_that_is_down_is_not_asked_what_the_tabs_are_called(
    sheet: GoogleSheet, client: GoogleClient
):
    sheet.google.faults.plan(faults.internal_error, calls=7, on="spreadsheets/[^/:]*$")
    sheet.google.faults.plan(faults.internal_error, calls=7, on="batchGet")
    workbook = sheet.workbook(client)
    with pytest.raises(UnreachableError):
        workbook.write(CHANGES, "")
    with pytest.raises(UnreachableError):
        workbook.read()
    assert sheet.calls() == [*[LOOK] * 7, LOOK, *[VALUES] * 7]


@pytest.mark.parametrize("call", ["batchGet", "spreadsheets/[^/]*$"])
def test_a_sheet_that_is_no_longer_shared_says_so(
    sheet: GoogleSheet, client: GoogleClient, call: str
):
    accounts, emulator = sheet.google.accounts, sheet.google.emulator
    meanwhile(emulator, lambda: accounts.unshare(sheet.id, SERVER), before=call)
    workbook = sheet.workbook(client)
    with pytest.raises(UnreachableError) as error:
        workbook.write(CHANGES, workbook.read().digest)
    assert error.value.permanent
    assert sentence(error).startswith("Server: found no access to this file, needed: editor.")


@pytest.mark.parametrize(
    ("rows_max", "found"),
    [
        (2, "found 3 rows in tab Invoices, allowed: at most 2. "
            "Move older years to a file of their own."),
        (3, "found 3 rows of 60 columns in tab Invoices, allowed: at most 150 cells in a tab. "
            "Delete what stands far to the right of the table."),
    ],
)  # fmt: skip
def test_a_sheet_that_is_too_large_is_refused(
    sheet: GoogleSheet, client: GoogleClient, rows_max: int, found: str
):
    sheet.tab("Invoices").resize(1000, 60)
    sheet.tab("Invoices").cells[0, 59] = emulated("far")
    with pytest.raises(UnreachableError) as error:
        sheet.workbook(client, limits=GoogleLimits(rows_max=rows_max)).read()
    assert error.value.permanent
    assert sentence(error) == f"Acme: {found}"


# What is written


def test_people_who_sort_insert_and_rename_between_read_and_write_lose_nothing(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    workbook = sheet.workbook(client)
    digest = workbook.read().digest
    person.sort("Invoices", "Number", descending=True)
    person.insert_row("Invoices", 2)
    person.insert_column("Invoices", "A")
    person.rename_header("Invoices", "Date", "Datum")
    assert workbook.write(CHANGES, digest) == WriteResult()
    assert [person.see(f"Invoices!E{row}") for row in range(1, 5)] == ["State", "", "", "done"]


def test_a_row_is_found_by_the_result_of_a_formula(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    person.type("Invoices!A3", "=2000+26")
    key = {"Number": "2026", "Date": "2026-10-01"}
    change = RowChange(tab="Invoices", row=9, key=key, values={"State": "done"})
    assert sheet.workbook(client).write(Changes(rows=(change,)), "") == WriteResult()
    assert person.see("Invoices!D3") == "done"


def test_texts_are_never_parsed_and_formats_stay(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    person.type("Jan's check!B2", "1/2/2026")
    workbook = sheet.workbook(client)
    workbook.write(CHANGES, workbook.read().digest)
    cell = sheet.tab("Jan's check").peek(1, 1)
    assert cell.value == "0042"
    assert cell.number_format["type"] == "DATE"


def test_a_tab_that_is_renamed_between_read_and_write_is_found_when_the_run_tries_again(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    workbook = sheet.workbook(client)
    digest = workbook.read().digest
    person.rename_tab("Invoices", "Facturen")
    with pytest.raises(UnreachableError) as error:
        workbook.write(CHANGES, digest)
    assert not error.value.permanent
    assert sentence(error) == (
        "Acme: found no tab Invoices, needed the tabs of Boekbrug. "
        "Give the tab that holds it this name again, or add it."
    )
    assert person.see("Jan's check!A1") == "old"


@pytest.mark.parametrize("applied", [False, True], ids=["before", "after"])
def test_a_write_whose_answer_is_lost_is_repeated_by_the_run_and_nothing_is_doubled(
    sheet: GoogleSheet, client: GoogleClient, person: Person, *, applied: bool
):
    sheet.google.faults.plan(faults.cut, on="batchUpdate", applied=applied)
    workbook = sheet.workbook(client)
    with pytest.raises(UnreachableError) as error:
        workbook.write(CHANGES, "")
    assert not error.value.permanent
    assert (person.see("Invoices!D2") == "done") is applied
    person.sort("Invoices", "Number", descending=True)
    assert workbook.write(CHANGES, "") == WriteResult()
    assert [person.see(f"Invoices!D{row}") for row in (2, 3)] == ["", "done"]
    assert person.see("Jan's check!B2") == "0042"


def test_a_busy_google_makes_the_rows_be_found_again_before_the_next_attempt(
    sheet: GoogleSheet, client: GoogleClient
):
    sheet.google.faults.plan(faults.unavailable, on="batchUpdate")
    with pytest.raises(UnreachableError) as error:
        sheet.workbook(client).write(CHANGES, "")
    assert not error.value.permanent
    assert sheet.calls() == [LOOK, WRITE]


def test_one_request_that_fails_leaves_all_as_it_was(
    sheet: GoogleSheet, client: GoogleClient, person: Person
):
    tab = sheet.tab("Jan's check")
    meanwhile(sheet.google.emulator, lambda: tab.resize(1, 1))
    with pytest.raises(UnreachableError):
        sheet.workbook(client).write(CHANGES, "")
    assert person.see("Invoices!D2") == ""
    assert person.see("Jan's check!A1") == "old"
