"""Set-up and repair of a Google Sheet: what is missing comes, what people typed stays."""

from datetime import date

import pytest
from google_emulator import faults, quota
from google_emulator.google import Google
from google_emulator.grid import Sheet
from google_emulator.people import Person
from google_sheets_support import GoogleSheet, google_sheet
from set_up_support import PROGRAMS, choices, rows, small

from boekbrug.adapters.google import set_up as planning
from boekbrug.adapters.google.client import GoogleClient, SheetsClient
from boekbrug.adapters.google.setting_up import GoogleSetUp
from boekbrug.server.workbook.first_sheet import FirstTab, first_sheet
from boekbrug.server.workflow.ports import UnreachableError

TEXT, DATE = ("TEXT", "@"), ("DATE", "yyyy-mm-dd")


def first() -> tuple[FirstTab, ...]:
    parameters = [("VATBASE on credit notes", "+", "The sign of base and VAT.")]
    return first_sheet(
        first_document_on=date(2026, 11, 1), programs=PROGRAMS, parameters=parameters
    )


def set_up(sheet: GoogleSheet, client: GoogleClient) -> tuple[str, ...]:
    adapter = GoogleSetUp(SheetsClient(client), sheet.id, programs=PROGRAMS)
    return adapter.set_up(first(), "en").steps


def column(tab: Sheet, header: str, header_row: int = 0) -> int:
    [found] = [at for at in range(tab.columns) if tab.peek(header_row, at).value == header]
    return found


def shown(tab: Sheet, header: str, row: int) -> tuple[str, str]:
    number_format = tab.peek(row, column(tab, header)).number_format
    return number_format.get("type", ""), number_format.get("pattern", "")


@pytest.fixture(autouse=True)
def _short_tabs(monkeypatch: pytest.MonkeyPatch):
    """The emulator keeps each formatted cell: forty rows show what a thousand would."""
    monkeypatch.setattr(planning, "ROWS_OF_A_NEW_TAB", 40)


@pytest.fixture
def empty(google: Google) -> GoogleSheet:
    return google_sheet(google, {"Blad1": ()})


def test_an_empty_sheet_gets_every_tab(empty: GoogleSheet, client: GoogleClient):
    done = set_up(empty, client)
    assert done[0] == "tab Start added"
    titles = [tab.title for tab in empty.spreadsheet.sheets]
    assert titles == [
        *("Start", "Blad1", "Settings", "VAT", "Accounts", "Customers", "Invoices", "Lines"),
        *("Check", "Exports", "Balance"),
    ]
    invoices = empty.tab("Invoices")
    assert rows(invoices)[0][:4] == ["Number", "Kind", "Date", "Due"]
    assert invoices.properties["gridProperties"]["frozenRowCount"] == 1
    assert (shown(invoices, "Number", 1), shown(invoices, "Date", 39)) == (TEXT, DATE)
    assert choices(invoices, (39, column(invoices, "Kind"))) == ["invoice", "credit note"]
    assert invoices.peek(0, 0).note == "The number as printed, like 2026/18."
    assert rows(empty.tab("VAT"))[1][:4] == ["H21", "Domestic, 21 %", 21, "domestic"]


def test_a_second_time_changes_nothing_and_writes_nothing(empty: GoogleSheet, client: GoogleClient):
    set_up(empty, client)
    before = [(tab.title, dict(tab.cells)) for tab in empty.spreadsheet.sheets]
    calls = len(empty.calls())
    assert set_up(empty, client) == ()
    assert empty.calls()[calls:] == ["GET get"]
    assert [(tab.title, dict(tab.cells)) for tab in empty.spreadsheet.sheets] == before


def test_the_servers_columns_warn_and_problems_turn_red(empty: GoogleSheet, client: GoogleClient):
    set_up(empty, client)
    invoices = empty.tab("Invoices")
    guarded = {one["range"]["startColumnIndex"] for one in invoices.protected}
    servers = ("State", "Exported on", "Export", "Problem")
    assert guarded == {column(invoices, header) for header in servers}
    assert all(one["warningOnly"] for one in invoices.protected)
    [rule] = invoices.conditional
    assert rule["ranges"][0]["startColumnIndex"] == column(invoices, "Problem")
    assert [len(empty.tab(title).protected) for title in ("Start", "Check", "Exports")] == [1, 1, 1]


def test_the_rows_for_the_accountant_are_folded(empty: GoogleSheet, client: GoogleClient):
    set_up(empty, client)
    settings = empty.tab("Settings")
    labels = [row[0] for row in rows(settings)]
    [group] = settings.groups["ROWS"]
    assert labels[group["range"]["startIndex"] - 1] == "For the accountant"
    assert settings.dimensions["ROWS"][group["range"]["startIndex"]]["hiddenByUser"]
    assert choices(settings, (labels.index("Periods"), 1)) == ["months", "quarters", "own table"]


def test_every_setting_explains_itself_on_its_answer(empty: GoogleSheet, client: GoogleClient):
    set_up(empty, client)
    settings = empty.tab("Settings")
    explained = {
        row[0]: (row[2], settings.peek(at, 1).note) for at, row in enumerate(rows(settings))
    }
    del explained["Setting"], explained["For the accountant"]
    assert len(explained) == 23
    assert {label: note for label, (_, note) in explained.items()} == {
        label: meaning for label, (meaning, _) in explained.items()
    }


def test_a_note_that_people_wrote_on_an_answer_stays_and_a_missing_one_comes_back(
    google: Google, client: GoogleClient
):
    typed = (("Setting", "Value"), ("Verkoopdagboek", "VERK1"), ("Periods", "months"))
    sheet = small(google, {"Settings": typed})
    sheet.tab("Settings").cell(1, 1).note = "Els said so on the phone"
    set_up(sheet, client)
    settings = sheet.tab("Settings")
    assert settings.peek(1, 1).note == "Els said so on the phone"
    assert settings.peek(2, 1).note.startswith("How the accountant books")
    settings.cell(2, 1).note = ""
    assert set_up(sheet, client) == ("Settings: notes on settings",)
    assert sheet.tab("Settings").peek(2, 1).note.startswith("How the accountant books")
    assert set_up(sheet, client) == ()


def test_what_people_typed_stays_where_it_is(google: Google, client: GoogleClient):
    sheet = small(
        google,
        {
            "Klanten": (
                ("ours", None, None),
                ("Klant", "Onze nota", "Land"),
                ("Garage Maes", "belt altijd", "BE"),
            ),
            "Accounts": (("Number", "Name", "Kind"), ("700000", "Sales", "revenue")),
        },
    )
    set_up(sheet, client)
    customers = rows(sheet.tab("Klanten"))
    assert [row[:3] for row in customers] == [
        ["ours", None, None],
        ["Klant", "Onze nota", "Land"],
        ["Garage Maes", "belt altijd", "BE"],
    ]
    assert customers[1][3:6] == ["Soort", "Btw-nummer", "Straat"]
    assert sheet.tab("Klanten").properties["gridProperties"]["frozenRowCount"] == 2
    assert len(rows(sheet.tab("Accounts"))) == 2
    assert sheet.spreadsheet.sheet_by_title("Customers") is None
    assert set_up(sheet, client) == ()


def test_a_new_column_of_people_stands_before_those_of_the_server(
    google: Google, client: GoogleClient
):
    sheet = small(google, {"Lines": (("Invoice", "Problem"), ("2026/1", "wrong"))})
    done = set_up(sheet, client)
    added = ["Description", "Quantity", "Unit price", "Discount %", "VAT", "Account"]
    assert rows(sheet.tab("Lines")) == [
        ["Invoice", *added, "Problem"],
        ["2026/1", *[None] * 6, "wrong"],
    ]
    assert f"Lines: columns {', '.join(added)} added" in done
    assert shown(sheet.tab("Lines"), "Quantity", 1) == ("", "")
    assert set_up(sheet, client) == ()


def test_an_empty_tab_is_filled_in_and_settings_get_what_is_missing(
    google: Google, client: GoogleClient
):
    typed = (("Setting", "Value"), ("Verkoopdagboek", "VERK1"), ("Language", "fr"))
    sheet = small(google, {"Settings": typed, "VAT": (("Rate %", "Code"),), "Accounts": ()})
    set_up(sheet, client)
    answers = {row[0]: row[1] for row in rows(sheet.tab("Settings"))}
    assert (answers["Language"], answers["Periods"]) == ("fr", "months")
    assert answers["First document date"] == "2026-11-01"
    assert "Invoice journal" not in answers
    assert rows(sheet.tab("VAT"))[1][:2] == [21, "H21"]
    assert rows(sheet.tab("Accounts"))[1] == ["400000", "Customers", "receivable"]
    assert set_up(sheet, client) == ()


def test_formats_that_a_paste_brought_are_repaired(google: Google, client: GoogleClient):
    header = ("Number", "Kind", "Date", "Customer", "Net")
    typed = ("2026/1", "invoice", date(2026, 11, 2), "Garage Maes", 12.5)
    sheet = small(google, {"Invoices": (header, typed)})
    set_up(sheet, client)
    invoices = sheet.tab("Invoices")
    number = invoices.cell(5, 0)
    number.format, number.validation = {}, None
    invoices.cell(6, 1).validation = None
    own = {"numberFormat": {"type": "DATE", "pattern": "dd/mm/yyyy"}}
    for row in range(1, invoices.rows):
        invoices.cell(row, 2).format = own
    assert set_up(sheet, client) == (
        "Invoices: look of column Number",
        "Invoices: look of column Kind",
    )
    assert shown(sheet.tab("Invoices"), "Number", 5) == TEXT
    assert shown(sheet.tab("Invoices"), "Date", 1) == ("DATE", "dd/mm/yyyy")
    assert set_up(sheet, client) == ()


def test_a_connection_that_breaks_after_the_batch_adds_nothing_twice(
    empty: GoogleSheet, client: GoogleClient
):
    empty.google.faults.plan(faults.cut, on="batchUpdate", applied=True)
    with pytest.raises(UnreachableError) as failed:
        set_up(empty, client)
    assert not failed.value.permanent
    assert set_up(empty, client) == ()


def test_a_busy_google_makes_it_look_again_before_the_next_attempt(
    google: Google, client: GoogleClient
):
    sheet = small(google, {"Lines": (("Invoice", "Net"), ("2026/1", 12.5))})
    google.faults.plan(quota.exhausted, on="batchUpdate")
    with pytest.raises(UnreachableError) as failed:
        set_up(sheet, client)
    assert not failed.value.permanent
    assert sheet.calls() == ["GET get", "POST batchUpdate"]
    Person(google.emulator.state, sheet.id).insert_column("Lines", "B")
    set_up(sheet, client)
    header, line, *_ = rows(sheet.tab("Lines"))
    by_header = dict(zip(header, line, strict=True))
    assert (by_header["Invoice"], by_header["Net"]) == ("2026/1", 12.5)
    assert shown(sheet.tab("Lines"), "Invoice", 1) == TEXT


def test_a_column_of_formulas_keeps_its_format(google: Google, client: GoogleClient):
    sheet = small(google, {"Accounts": (("Number", "Name"), ("700000", "Sales"))})
    sheet.tab("Accounts").cell(1, 1).formula = '="Sales"'
    set_up(sheet, client)
    assert shown(sheet.tab("Accounts"), "Name", 1) == ("", "")
