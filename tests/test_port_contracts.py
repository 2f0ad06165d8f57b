"""What every workbook and every place for files does, whatever it is made of."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from files_support import Place
from google_sheets_support import Formula, Rows, google_sheet
from live_account import LiveSheet
from live_support import LIVE
from port_support import Excel, OnGoogle, Sheet

from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.workbook.cells import (
    Cell,
    CellError,
    Cells,
    Changes,
    RowChange,
    TabContent,
    TabNotes,
)
from boekbrug.server.workflow.ports import FilesPort, UnreachableError

HEADERS = ("Number", "Kind", "Date", "Net", "State", "Problem")
FIRST = ("0042", "invoice", date(2026, 9, 30), 101.5, None, None)
SECOND = ("2026/2", "invoice", date(2026, 10, 1), 200, "new", "look")
THIRD = ("2026/3", "credit note", date(2026, 10, 2), 7, None, None)
TABS: Mapping[str, Rows] = {
    "Invoices": (HEADERS, FIRST, SECOND, THIRD),
    "Check": (("Where", "Found"), ("old", 12), (None, None, True)),
}


@pytest.fixture(params=["xlsx", "google", LIVE])
def sheet(request: pytest.FixtureRequest, tmp_path: Path) -> Sheet:
    if request.param == "live":
        return LiveSheet(request.getfixturevalue("live_account"), TABS)
    if request.param == "google":
        made = google_sheet(request.getfixturevalue("google"), TABS)
        return OnGoogle(made, request.getfixturevalue("client"))
    excel = Excel(tmp_path / "Acme.xlsx")
    for title, rows in TABS.items():
        excel.fill(title, rows)
    return excel


def state(row: int, text: str) -> RowChange:
    """Return a new state of one invoice."""
    return RowChange(tab="Invoices", row=row, texts={5: text})


def write(sheet: Sheet, *rows: RowChange, tabs: tuple[TabContent, ...] = ()) -> None:
    sheet.port().change(lambda _: Changes(rows=rows, tabs=tabs))


def column(cells: Cells, title: str, index: int) -> list[Cell]:
    found = next(tab for tab in cells.tabs if tab.title == title)
    return list(found.columns[index]) if index < len(found.columns) else []


def states(sheet: Sheet) -> list[Cell]:
    return column(sheet.port().read(), "Invoices", 4)


def test_every_kind_of_cell_is_read_as_what_it_is(sheet: Sheet):
    sheet.fill("Invoices", ((True, 1.5, 2, " 007 ", date(2024, 2, 29)), (CellError("#N/A"), None)))
    found = sheet.port().read().tabs[-1 if isinstance(sheet, Excel) else 0].columns
    assert found == (
        [True, CellError("#N/A")],
        [1.5, None],
        [2, None],
        [" 007 ", None],
        [date(2024, 2, 29), None],
    )
    assert [type(cells[0]) for cells in found] == [bool, float, type(found[2][0]), str, date]


def test_tabs_come_with_columns_of_equal_length_up_to_their_last_cell(sheet: Sheet):
    tabs = {tab.title: tab for tab in sheet.port().read().tabs}
    assert set(tabs) == {"Invoices", "Check"}
    assert tabs["Check"].columns == (
        ["Where", "old", None],
        ["Found", 12, None],
        [None, None, True],
    )


def test_an_empty_tab_has_no_columns_and_empty_rows_above_a_table_count(sheet: Sheet):
    sheet.fill("Check", ())
    sheet.fill("Invoices", ((), (), (None, "x")))
    tabs = {tab.title: tab for tab in sheet.port().read().tabs}
    assert tabs["Check"].columns == ()
    assert tabs["Invoices"].columns == ([None, None, None], [None, None, "x"])


def test_a_change_is_made_of_the_cells_as_they_are_read(sheet: Sheet):
    seen = []

    def changes_of(cells: Cells) -> Changes:
        seen.append(cells.tabs)
        return Changes()

    sheet.port().change(changes_of)
    assert seen == [sheet.port().read().tabs]


def test_what_people_do_after_a_read_is_seen_by_the_change(sheet: Sheet):
    port = sheet.port()
    port.read()
    sheet.fill("Invoices", (("Title",), (), HEADERS, SECOND, FIRST))

    def changes_of(cells: Cells) -> Changes:
        row = column(cells, "Invoices", 0).index("0042") + 1
        return Changes(rows=(state(row, "done"),))

    port.change(changes_of)
    assert states(sheet) == [None, None, "State", "new", "done"]


def test_a_change_writes_the_named_cells_and_nothing_else(sheet: Sheet):
    before = sheet.port().read()
    write(sheet, RowChange(tab="Invoices", row=2, texts={5: "exported", 6: "none"}))
    after = sheet.port().read()
    assert column(after, "Invoices", 4) == ["State", "exported", "new", None]
    assert column(after, "Invoices", 5) == ["Problem", "none", "look", None]
    assert [column(after, "Invoices", index) for index in range(4)] == [
        column(before, "Invoices", index) for index in range(4)
    ]
    assert column(after, "Check", 0) == column(before, "Check", 0)


@pytest.mark.parametrize("text", ["0042", "=1+1", "2026-01-31", "12,5", "'x", "#REF!?", "TRUE"])
def test_a_text_stays_the_text_that_was_written(sheet: Sheet, text: str):
    write(sheet, state(2, text))
    assert states(sheet)[1] == text
    assert type(states(sheet)[1]) is str


def test_an_empty_text_empties_the_cell_and_a_text_is_no_number(sheet: Sheet):
    write(sheet, state(3, ""), RowChange(tab="Invoices", row=3, texts={4: "200"}))
    assert states(sheet)[2] is None
    assert column(sheet.port().read(), "Invoices", 3)[2] == "200"


def test_rows_and_columns_that_are_not_there_yet_are_written(sheet: Sheet):
    write(sheet, RowChange(tab="Invoices", row=9, texts={8: "far"}))
    assert column(sheet.port().read(), "Invoices", 7)[8] == "far"


def test_a_formula_is_never_overwritten(sheet: Sheet):
    sheet.fill("Invoices", (HEADERS, (*FIRST[:4], Formula("=1+1"), None), SECOND))
    write(sheet, RowChange(tab="Invoices", row=2, texts={5: "x", 6: "none"}))
    assert sheet.formula("Invoices", 2, 5) == "=1+1"
    assert column(sheet.port().read(), "Invoices", 5) == ["Problem", "none", "look"]


def test_a_tab_of_the_server_is_replaced_whole_and_keeps_formulas(sheet: Sheet):
    sheet.fill("Check", (("Where", "Found", "Own"), ("old", 12, Formula("=2*3")), ("gone",)))
    write(sheet, tabs=(TabContent("Check", (("Where", "", "D\x00o", "0042"), ("a", "b"))),))
    cells = sheet.port().read()
    assert column(cells, "Check", 0) == ["Where", "a"]
    assert column(cells, "Check", 1) == [None, "b"]
    assert column(cells, "Check", 2)[0] == "Do"
    assert column(cells, "Check", 3) == ["0042", None]
    assert sheet.formula("Check", 2, 3) == "=2*3"


def test_a_tab_grows_as_far_as_its_content(sheet: Sheet):
    rows = tuple((f"row {number}", *[""] * 18, "x") for number in range(1500))
    write(sheet, tabs=(TabContent("Check", rows),))
    write(sheet, tabs=(TabContent("Check", rows[:2]),))
    assert column(sheet.port().read(), "Check", 19) == ["x", "x"]


def test_repeating_a_change_changes_nothing_more(sheet: Sheet):
    rows, tabs = (state(2, " done "), state(3, "")), (TabContent("Check", (("a", ""), ("", "b"))),)
    write(sheet, *rows, tabs=tabs)
    once = sheet.port().read()
    write(sheet, *rows, tabs=tabs)
    assert sheet.port().read() == once


@pytest.mark.parametrize(
    "changes",
    [
        Changes(rows=(state(2, "x"),), tabs=(TabContent("Exports", (("a",),)),)),
        Changes(rows=(state(2, "x"), RowChange(tab="Exports", row=2, texts={1: "x"}))),
    ],
)
def test_a_tab_that_is_not_there_is_refused_and_nothing_written(sheet: Sheet, changes: Changes):
    before = sheet.port().read()
    with pytest.raises(UnreachableError, match="found no tab Exports") as refused:
        sheet.port().change(lambda _: changes)
    assert refused.value.permanent
    assert sheet.port().read() == before


def test_what_fails_while_changes_are_made_is_not_swallowed_and_nothing_is_written(sheet: Sheet):
    before = sheet.port().read()

    def changes_of(_: Cells) -> Changes:
        raise LookupError

    with pytest.raises(LookupError):
        sheet.port().change(changes_of)
    assert sheet.port().read() == before


def test_notes_change_no_cell(sheet: Sheet):
    before = sheet.port().read()
    sheet.port().change(lambda _: Changes(notes=(TabNotes("Invoices", {(2, 4): "found 101.5"}),)))
    assert sheet.port().read().tabs == before.tabs


FILE = ExportFile("2026-10 Export 12 WinBooks Acme.zip", b"the bytes\r\n", "application/zip")


@pytest.fixture
def files(files_place: Place) -> FilesPort:
    return files_place.port()


def test_a_place_that_takes_files_proves_it_and_takes_them(files: FilesPort):
    files.prove()
    assert files.deliver(FILE, year=2026)


def test_delivering_the_same_again_changes_nothing_and_says_the_same_place(files: FilesPort):
    assert files.deliver(FILE, year=2026) == files.deliver(FILE, year=2026)


def test_other_bytes_under_a_name_are_never_overwritten(files: FilesPort):
    files.deliver(FILE, year=2026)
    with pytest.raises(UnreachableError, match="found another file of that name in ") as refused:
        files.deliver(ExportFile(FILE.name, b"other bytes", FILE.media_type), year=2026)
    assert refused.value.permanent
    assert files.deliver(FILE, year=2026)


def test_each_year_has_its_folder(files: FilesPort):
    other = ExportFile(FILE.name, b"other bytes", FILE.media_type)
    assert files.deliver(FILE, year=2026) != files.deliver(other, year=2027)
