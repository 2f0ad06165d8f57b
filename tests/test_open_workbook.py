"""An .xlsx file is read as what people see, and changed where the changes say."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from excel_support import (
    CHECK,
    INVOICES,
    column,
    invoice,
    packed,
    parts,
    sheet,
    workbook,
    write,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boekbrug.adapters.local.row_xml import clean_text
from boekbrug.server.workbook.cells import CellError, Changes, RowChange, Tab, TabContent
from boekbrug.server.workflow.ports import UnreachableError

SHEET_1, SHEET_2 = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Sales.xlsx"
    path.write_bytes(packed())
    return path


def test_cells_are_read_as_what_people_see(path: Path):
    cells = workbook(path).read()
    assert [tab.title for tab in cells.tabs] == ["Invoices", "Start", "Check"]
    assert column(cells, "Invoices", "A") == ["Number", "2026/1", "2026/2", None, "2026/3"]
    assert column(cells, "Invoices", "B") == [
        "Date", date(2026, 9, 30), date(2026, 10, 1), None, None
    ]  # fmt: skip
    assert column(cells, "Invoices", "C") == ["Net", 101.5, 200.0, None, CellError("#N/A")]
    assert column(cells, "Invoices", "D")[1:3] == [122.815, CellError("#DIV/0!")]
    assert column(cells, "Check", "B")[1] is True


def test_empty_rows_above_the_table_are_counted_and_an_empty_tab_has_none(path: Path):
    path.write_bytes(packed(sheet1=sheet('<row r="3"><c r="C3"><v>4</v></c></row>')))
    tabs = workbook(path).read().tabs
    assert tabs[0].columns == ([None, None, None], [None, None, None], [None, None, 4.0])
    assert tabs[1] == Tab("Start", ())


def test_times_and_durations_are_text(path: Path):
    rows = '<row r="1"><c r="A1" t="d"><v>12:30:00</v></c><c r="B1" s="2"><v>0.25</v></c></row>'
    path.write_bytes(packed(sheet1=sheet(rows)))
    assert column(workbook(path).read(), "Invoices", "B") == ["06:00:00"]


def test_a_write_changes_the_named_cells_and_nothing_else(path: Path):
    before = workbook(path).read()
    write(path, invoice(2, State="exported", Problem="none"))
    after = workbook(path).read()
    assert column(after, "Invoices", "F") == ["State", "exported", None, None, None]
    assert column(after, "Invoices", "G") == ["Problem", "none", 0.0, None, None]
    assert after.tabs[0].columns[:5] == before.tabs[0].columns[:5]
    assert after.tabs[1:] == before.tabs[1:]


def test_every_other_part_stays_byte_for_byte(path: Path):
    before, packing = parts(path.read_bytes()), packing_of(path)
    write(path, invoice(2, State="exported"))
    after = parts(path.read_bytes())
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {SHEET_1}
    assert packing_of(path) == packing


def packing_of(path: Path):
    with zipfile.ZipFile(path) as archive:
        return [(info.compress_type, info.date_time) for info in archive.infolist()]


def test_results_of_formulas_survive_a_write(path: Path):
    write(path, invoice(2, State="exported"))
    xml = parts(path.read_bytes())[SHEET_1].decode()
    assert '<c r="D2"><f>C2*1.21</f><v>122.815</v></c>' in xml
    assert xml.partition("</sheetData>")[2] == INVOICES.partition("</sheetData>")[2]


def test_a_formula_is_never_overwritten(path: Path):
    write(path, invoice(3, Problem="x", State="exported"))
    assert column(workbook(path).read(), "Invoices", "F")[2] == "exported"
    assert b"<f>IF(C3&gt;1" in parts(path.read_bytes())[SHEET_1]


def test_a_write_of_what_stands_there_already_leaves_the_file_alone(path: Path):
    before = path.stat()
    workbook(path).change(lambda _: Changes())
    write(path, invoice(2, Number="2026/1", State="new", Problem=""))
    assert path.stat() == before


def test_repeating_a_write_changes_nothing_more(path: Path):
    tabs = (TabContent("Start", (("Last run", "Check"),)), TabContent("Check", (("a",), ("b",))))
    changes = Changes(rows=(invoice(2, State="exported", Problem=" x "),), tabs=tabs)
    workbook(path).change(lambda _: changes)
    once = path.read_bytes()
    workbook(path).change(lambda _: changes)
    assert path.read_bytes() == once


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=st.lists(st.text() | st.from_regex("_x[0-9A-F]{4}_"), min_size=3, max_size=3))
def test_any_text_reads_back_as_it_was_written(path: Path, texts: list[str]):
    path.write_bytes(packed())
    before = workbook(path).read()
    changes = [invoice(row, State=text) for row, text in zip((2, 3, 5), texts, strict=True)]
    write(path, *changes, tabs=(TabContent("Start", (tuple(texts),)),))
    after = workbook(path).read()
    state = ["State", texts[0], texts[1], None, texts[2]]
    assert column(after, "Invoices", "F") == [clean_text(text or "") or None for text in state]
    assert after.tabs[0].columns[:5] == before.tabs[0].columns[:5]
    assert [cells[0] or "" for cells in after.tabs[1].columns] == _up_to_last_full(texts)


def _up_to_last_full(texts: list[str]) -> list[str]:
    cleaned = [clean_text(text) for text in texts]
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    return cleaned


def test_a_tab_is_replaced_and_keeps_widths_styles_and_formulas(path: Path):
    write(path, tabs=(TabContent("Check", (("Kind", "Where"), ("red",))),))
    xml = parts(path.read_bytes())["xl/worksheets/sheet3.xml"].decode()
    assert xml.partition("<sheetData>")[2].partition("</sheetData>")[0] == (
        '<row r="1" s="1" customFormat="1">'
        '<c r="A1" s="1" t="inlineStr"><is><t>Kind</t></is></c>'
        '<c r="B1" s="1" t="inlineStr"><is><t>Where</t></is></c></row>'
        '<row r="2"><c r="A2" s="3" t="inlineStr"><is><t>red</t></is></c></row>'
        '<row r="3"><c r="D3"><f>1+1</f><v>2</v></c></row>'
    )
    assert xml.partition("</sheetData>")[2] == CHECK.partition("</sheetData>")[2]


def test_an_empty_tab_is_filled(path: Path):
    write(path, tabs=(TabContent("Start", (("Last run", ""), (), ("", "=1+1"))),))
    assert workbook(path).read().tabs[1].columns == (
        ["Last run", None, None],
        [None, None, "=1+1"],
    )
    assert b'<col min="1" max="1" width="30"/>' in parts(path.read_bytes())[SHEET_2]


@pytest.mark.parametrize(
    "changes",
    [
        Changes(tabs=(TabContent("Exports", ()),)),
        Changes(rows=(RowChange(tab="Exports", row=2, texts={1: "x"}),)),
    ],
)
def test_a_tab_that_is_not_there_is_refused_and_nothing_written(path: Path, changes: Changes):
    before = path.read_bytes()
    with pytest.raises(UnreachableError) as caught:
        workbook(path).change(lambda _: changes)
    assert caught.value.permanent
    assert caught.value.sentence == (
        "Sales.xlsx: found no tab Exports, allowed: a file with the tabs of Boekbrug. "
        "Run `boekbrug workbook new` and paste your rows."
    )
    assert path.read_bytes() == before
