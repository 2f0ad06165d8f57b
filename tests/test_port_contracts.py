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
    WriteResult,
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


def state(number: str, text: str, *, row: int, kind: str = "invoice") -> RowChange:
    """Return a new state of one invoice, found by its number and kind."""
    key = {"Number": number, "Kind": kind}
    return RowChange(tab="Invoices", row=row, key=key, values={"State": text})


def column(cells: Cells, title: str, index: int) -> list[Cell]:
    found = next(tab for tab in cells.tabs if tab.title == title)
    return list(found.columns[index]) if index < len(found.columns) else []


def states(sheet: Sheet) -> dict[Cell, Cell]:
    cells = sheet.port().read()
    return dict(zip(column(cells, "Invoices", 0), column(cells, "Invoices", 4), strict=True))


def changed_meanwhile(sheet: Sheet, rows: Rows, *changes: RowChange) -> WriteResult:
    """Read, let people put other rows there, then write what was made of the read."""
    port = sheet.port()
    digest = port.read().digest
    sheet.fill("Invoices", rows)
    return port.write(Changes(rows=changes), digest)


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


def test_the_digest_is_another_after_a_change_alone(sheet: Sheet):
    before = sheet.port().read().digest
    assert sheet.port().read().digest == before
    sheet.fill("Check", (("Where", "Found"), ("old", 13)))
    assert sheet.port().read().digest != before


def test_a_write_changes_the_named_cells_and_nothing_else(sheet: Sheet):
    port = sheet.port()
    before = port.read()
    done = RowChange(
        tab="Invoices",
        row=2,
        key={"Number": "0042", "Kind": "invoice"},
        values={"State": "exported", "Problem": "none", "Nowhere": "x"},
    )
    assert port.write(Changes(rows=(done,)), before.digest) == WriteResult()
    after = sheet.port().read()
    assert column(after, "Invoices", 4) == ["State", "exported", "new", None]
    assert column(after, "Invoices", 5) == ["Problem", "none", "look", None]
    assert [column(after, "Invoices", index) for index in range(4)] == [
        column(before, "Invoices", index) for index in range(4)
    ]
    assert column(after, "Check", 0) == column(before, "Check", 0)


@pytest.mark.parametrize("text", ["0042", "=1+1", "2026-01-31", "12,5", "'x", "#REF!?", "TRUE"])
def test_a_text_stays_the_text_that_was_written(sheet: Sheet, text: str):
    changed_meanwhile(sheet, TABS["Invoices"], state("0042", text, row=2))
    assert states(sheet)["0042"] == text
    assert type(states(sheet)["0042"]) is str


def test_an_empty_text_empties_the_cell(sheet: Sheet):
    changed_meanwhile(sheet, TABS["Invoices"], state("2026/2", "", row=3))
    assert states(sheet)["2026/2"] is None


@pytest.mark.parametrize(
    "rows",
    [
        (HEADERS, THIRD, SECOND, FIRST),
        (HEADERS, ("2026/0", "invoice"), FIRST, SECOND, THIRD),
        (HEADERS, (), (), FIRST, SECOND, THIRD),
        (("Title",), (), HEADERS, SECOND, FIRST),
        (HEADERS, FIRST, THIRD),
    ],
    ids=["sorted", "inserted", "empty rows", "moved down", "another deleted"],
)
def test_a_row_that_moved_is_found_by_its_key(sheet: Sheet, rows: Rows):
    assert changed_meanwhile(sheet, rows, state("0042", "done", row=2)) == WriteResult()
    expected = {"0042": "done", "2026/2": "new"}
    assert {key: text for key, text in states(sheet).items() if text and key in expected} == {
        key: expected[str(key)] for key in states(sheet) if key in expected
    }


def test_a_column_that_moved_is_found_by_its_header(sheet: Sheet):
    rows = [(*row[4:5], None, *row[:4]) for row in TABS["Invoices"]]
    assert changed_meanwhile(sheet, rows, state("0042", "done", row=2)) == WriteResult()
    assert column(sheet.port().read(), "Invoices", 0) == ["State", "done", "new", None]


def test_a_row_that_still_reads_the_same_is_taken_though_another_does_too(sheet: Sheet):
    changed_meanwhile(sheet, (HEADERS, FIRST, FIRST), state("0042", "done", row=3))
    assert column(sheet.port().read(), "Invoices", 4) == ["State", None, "done"]


def test_rows_that_are_gone_or_there_twice_are_unplaced_and_the_others_written(sheet: Sheet):
    gone, twice = state("2026/2", "x", row=3), state("0042", "x", row=9)
    found = state("2026/3", "done", row=4, kind="credit note")
    result = changed_meanwhile(sheet, (HEADERS, FIRST, FIRST, THIRD), gone, twice, found)
    assert result.unplaced == (gone, twice)
    assert column(sheet.port().read(), "Invoices", 4) == ["State", None, None, "done"]


def test_a_key_header_that_was_renamed_leaves_its_rows_alone(sheet: Sheet):
    change = state("0042", "done", row=2)
    renamed = (("No.", *HEADERS[1:]), FIRST, SECOND)
    assert changed_meanwhile(sheet, renamed, change).unplaced == (change,)
    assert column(sheet.port().read(), "Invoices", 4) == ["State", None, "new"]


def test_a_row_found_by_all_that_was_typed_is_written_only_while_it_reads_so(sheet: Sheet):
    key = {"Kind": "invoice", "Date": "2026-10-03", "Net": "12.5"}
    change = RowChange(tab="Invoices", row=2, key=key, values={"Problem": "Number is missing."})
    typed = (None, "invoice", date(2026, 10, 3), 12.5)
    assert changed_meanwhile(sheet, (HEADERS, FIRST, typed), change) == WriteResult()
    assert column(sheet.port().read(), "Invoices", 5) == ["Problem", None, "Number is missing."]
    other = (HEADERS, (*typed[:3], 13), FIRST)
    assert changed_meanwhile(sheet, other, change).unplaced == (change,)


def test_a_row_is_found_by_what_it_shows_be_it_an_error_or_a_tick(sheet: Sheet):
    key = {"Kind": "#N/A", "Net": "TRUE"}
    change = RowChange(tab="Invoices", row=9, key=key, values={"Problem": "Kind is an error."})
    rows = (HEADERS, FIRST, (None, CellError("#N/A"), None, True))
    assert changed_meanwhile(sheet, rows, change) == WriteResult()
    assert column(sheet.port().read(), "Invoices", 5)[2] == "Kind is an error."


def test_a_formula_is_never_overwritten(sheet: Sheet):
    rows = (HEADERS, (*FIRST[:4], Formula("=1+1"), None), SECOND)
    alone = state("0042", "x", row=2)
    both = RowChange(tab="Invoices", row=2, key=alone.key, values={"State": "x", "Problem": "none"})
    assert changed_meanwhile(sheet, rows, alone).unplaced == (alone,)
    assert changed_meanwhile(sheet, rows, both).unplaced == ()
    assert sheet.formula("Invoices", 2, 5) == "=1+1"
    assert column(sheet.port().read(), "Invoices", 5) == ["Problem", "none", "look"]


def test_a_tab_of_the_server_is_replaced_whole_and_keeps_formulas(sheet: Sheet):
    sheet.fill("Check", (("Where", "Found", "Own"), ("old", 12, Formula("=2*3")), ("gone",)))
    port = sheet.port()
    content = TabContent("Check", (("Where", "", "D\x00o", "0042"), ("a", "b")))
    port.write(Changes(tabs=(content,)), port.read().digest)
    cells = sheet.port().read()
    assert column(cells, "Check", 0) == ["Where", "a"]
    assert column(cells, "Check", 1) == [None, "b"]
    assert column(cells, "Check", 2)[0] == "Do"
    assert column(cells, "Check", 3) == ["0042", None]
    assert sheet.formula("Check", 2, 3) == "=2*3"


def test_a_tab_grows_as_far_as_its_content(sheet: Sheet):
    rows = tuple((f"row {number}", *[""] * 28, "x") for number in range(1500))
    port = sheet.port()
    port.write(Changes(tabs=(TabContent("Check", rows),)), port.read().digest)
    port.write(Changes(tabs=(TabContent("Check", rows[:2]),)), "")
    assert column(sheet.port().read(), "Check", 29) == ["x", "x"]


def test_repeating_a_write_changes_nothing_more(sheet: Sheet):
    changes = Changes(
        rows=(state("0042", " done ", row=2), state("2026/2", "", row=3)),
        tabs=(TabContent("Check", (("a", ""), ("", "b"))),),
    )
    port = sheet.port()
    digest = port.read().digest
    first = port.write(changes, digest)
    once = sheet.port().read()
    assert sheet.port().write(changes, digest) == first
    assert sheet.port().read() == once


def test_a_tab_that_is_not_there_is_refused_and_nothing_written(sheet: Sheet):
    before = sheet.port().read()
    changes = Changes(
        rows=(state("0042", "done", row=2),), tabs=(TabContent("Exports", (("x",),)),)
    )
    with pytest.raises(UnreachableError, match="found no tab Exports, ") as refused:
        sheet.port().write(changes, before.digest)
    assert refused.value.permanent
    assert sheet.port().read() == before


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
