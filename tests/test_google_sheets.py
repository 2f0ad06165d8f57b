"""What a Google Sheet does that no file does: it costs calls, and people type all the time."""

from datetime import date, datetime

import pytest
from google_emulator import faults
from google_emulator.google import Google
from google_emulator.people import Person, meanwhile
from google_emulator_support import SERVER
from google_sheets_support import (
    DATE_TIME,
    INVOICES,
    LOOK,
    NOW,
    ROWS,
    VALUES,
    WRITE,
    GoogleSheet,
    RememberedTitles,
    changes,
    emulated,
    google_sheet,
)

from boekbrug.adapters.google.client import GoogleClient
from boekbrug.adapters.google.sheets import TITLES_HOLD, GoogleLimits
from boekbrug.server.workbook.cells import (
    Cell,
    Changes,
    Tab,
)
from boekbrug.server.workbook.synonyms import TABS
from boekbrug.server.workflow.ports import UnreachableError


@pytest.fixture
def sheet(google: Google) -> GoogleSheet:
    return google_sheet(google, INVOICES)


@pytest.fixture
def whole(google: Google) -> GoogleSheet:
    """Return a sheet with all tabs of Boekbrug and one of people's own."""
    return google_sheet(google, {**dict.fromkeys(TABS, ()), "Invoices": ROWS, "Jan's own": ROWS})


@pytest.fixture
def person(sheet: GoogleSheet) -> Person:
    return Person(sheet.google.emulator.state, sheet.id)


def column(sheet: GoogleSheet, client: GoogleClient, index: int) -> list[Cell]:
    return list(sheet.workbook(client).read().tabs[0].columns[index])


def sentence(error: pytest.ExceptionInfo[UnreachableError]) -> str:
    return error.value.sentence


# What it costs


def test_a_run_takes_four_calls_and_the_first_one_of_a_sheet_a_fifth(
    whole: GoogleSheet, client: GoogleClient
):
    titles = RememberedTitles()
    for _ in range(3):
        whole.workbook(client, titles=titles).read()
        whole.workbook(client, titles=titles).change(changes)
        whole.fill("Check", ())
    run = [VALUES, VALUES, LOOK, WRITE]
    assert whole.calls() == [LOOK, *run, *run, *run]


def test_a_sheet_that_lacks_a_tab_is_looked_at_before_every_read(
    sheet: GoogleSheet, client: GoogleClient
):
    titles = RememberedTitles()
    for _ in range(2):
        sheet.workbook(client, titles=titles).read()
    assert sheet.calls() == [LOOK, VALUES, VALUES] * 2


def test_peoples_own_tabs_are_named_and_never_asked_for(whole: GoogleSheet, client: GoogleClient):
    workbook = whole.workbook(client)
    assert workbook.read().tabs[-1] == Tab("Jan's own", ())
    workbook.change(changes)
    asked = [each.request.query.get("ranges") for each in whole.google.emulator.exchanges]
    ranges = [each for each in asked if each]
    assert len(ranges) == 3
    assert all(len(each) == len(TABS) for each in ranges)


def test_a_tab_that_people_add_is_known_within_the_hour(whole: GoogleSheet, client: GoogleClient):
    titles, time = RememberedTitles(), [NOW]
    workbook = whole.workbook(client, titles=titles, now=lambda: time[0])
    workbook.read()
    whole.fill("Facturen", ROWS)
    workbook.change(changes)
    assert [tab.title for tab in workbook.read().tabs].count("Facturen") == 0
    time[0] += TITLES_HOLD
    workbook.change(changes)
    assert [tab.title for tab in workbook.read().tabs].count("Facturen") == 1


def test_remembered_titles_that_are_no_longer_right_cost_one_look(
    whole: GoogleSheet, client: GoogleClient
):
    titles = RememberedTitles()
    whole.workbook(client, titles=titles).read()
    person = Person(whole.google.emulator.state, whole.id)
    person.rename_tab("Invoices", "Facturen")
    read = whole.workbook(client, titles=titles).read()
    assert [tab.title for tab in read.tabs if tab.columns] == ["Facturen"]
    assert whole.calls() == [LOOK, VALUES, VALUES, VALUES, LOOK, VALUES, VALUES]
    person.rename_tab("Facturen", "Invoices")
    whole.workbook(client, titles=titles).change(changes)
    assert whole.calls()[7:] == [LOOK, LOOK, WRITE]
    assert person.see("Invoices!D2") == "done"


def test_a_change_of_what_stands_there_already_only_looks(sheet: GoogleSheet, client: GoogleClient):
    workbook = sheet.workbook(client)
    workbook.change(lambda _: Changes())
    assert sheet.calls() == [LOOK]
    workbook.change(changes)
    workbook.change(changes)
    assert sheet.calls() == [LOOK, LOOK, WRITE, LOOK]


def test_the_budget_is_asked_before_each_read_and_not_before_a_write(
    sheet: GoogleSheet, client: GoogleClient
):
    asked: list[int] = []
    workbook = sheet.workbook(client, wait_for_a_read=lambda: asked.append(len(sheet.calls())))
    workbook.read()
    workbook.change(changes)
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
    assert [tab.title for tab in sheet.workbook(client).read().tabs] == ["Facturen", "Check"]


def test_a_google_that_is_down_is_not_asked_what_the_tabs_are_called(
    sheet: GoogleSheet, client: GoogleClient
):
    sheet.google.faults.plan(faults.internal_error, calls=7, on="spreadsheets/[^/:]*$")
    sheet.google.faults.plan(faults.internal_error, calls=7, on="batchGet")
    workbook = sheet.workbook(client)
    with pytest.raises(UnreachableError):
        workbook.change(changes)
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
        workbook.read()
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
