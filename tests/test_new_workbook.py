import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from excel_support import column, parts, workbook
from openpyxl.worksheet.worksheet import Worksheet

from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.server.workbook.cells import Changes, RowChange, TabContent
from boekbrug.server.workbook.first_sheet import ColumnKind, FirstColumn, FirstTab

MADE_AT = datetime(2026, 11, 3, 14, 2, tzinfo=UTC)


def of(header: str, kind: ColumnKind = ColumnKind.TEXT, **more: Any) -> FirstColumn:
    return FirstColumn(
        name=header, header=header, kind=kind, width=14, description=f"About {header}.", **more
    )


SETTINGS = FirstTab(
    name="Settings",
    title="Settings",
    columns=(of("Setting"), of("Value")),
    rows=(("Program", "winbooks"), ("For the accountant", None), ("Rounding", "757000"), ("x", "")),
    folded_from=4,
)
INVOICES = FirstTab(
    name="Invoices",
    title="Invoices",
    columns=(
        of("Number"),
        of("Kind", ColumnKind.CHOICE, choices=("invoice", "credit note")),
        of("Date", ColumnKind.DATE),
        of("Net", ColumnKind.MONEY),
        of("Rate", ColumnKind.PERCENT),
        of("Hold", ColumnKind.TICK),
        of("State", server=True),
        of("Problem", server=True),
    ),
    rows=(("2026/1", "invoice", date(2026, 10, 1), 100.0, 21, True, "=1+1", None),),
)
SENTENCES = FirstTab(
    name="Sentences",
    title="Sentences",
    columns=(
        of("Treatment", ColumnKind.CHOICE, choices=("domestic", "services outside the EU")),
        FirstColumn(name="Help", header="Help", kind=ColumnKind.TEXT, width=44, description=""),
    ),
    rows=(("domestic", "Short."), ("domestic", "x" * 90)),
)
CHECK = FirstTab(name="Check", title="Check", columns=(of("Kind"),), server=True)
START = FirstTab(
    name="Start", title="Start", columns=(), rows=(("Workbook", None), ("Balance", "0.00"))
)
TABS = (START, SETTINGS, INVOICES, CHECK, SENTENCES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Sales.xlsx"
    write_new_workbook(path, TABS, made_at=MADE_AT)
    return path


def invoices(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path)["Invoices"]


def test_a_new_workbook_reads_back_as_it_was_filled(path: Path):
    cells = workbook(path).read()
    assert [tab.title for tab in cells.tabs] == [tab.title for tab in TABS]
    assert column(cells, "Start", "B") == [None, "0.00"]
    assert column(cells, "Settings", "B") == ["Value", "winbooks", None, "757000", None]
    assert [each[1] for each in cells.tabs[2].columns] == [
        "2026/1", "invoice", date(2026, 10, 1), 100.0, 21.0, True, "=1+1", None
    ]  # fmt: skip


def test_an_empty_text_is_an_empty_cell(path: Path):
    assert b't="inlineStr"></c>' not in parts(path.read_bytes())["xl/worksheets/sheet2.xml"]


def test_the_same_tabs_give_the_same_bytes(path: Path):
    again = path.with_name("again.xlsx")
    write_new_workbook(again, TABS, made_at=MADE_AT)
    assert again.read_bytes() == path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 3, 14, 2, 0)}
    properties = openpyxl.load_workbook(path).properties
    assert properties.created == properties.modified == MADE_AT.replace(tzinfo=None)


def test_a_file_that_is_there_is_never_overwritten(path: Path):
    before = path.read_bytes()
    with pytest.raises(FileExistsError) as caught:
        write_new_workbook(path, (START,), made_at=MADE_AT)
    assert str(caught.value) == (
        "Sales.xlsx: found a file of that name, needed the name free. Choose another name."
    )
    assert path.read_bytes() == before


def test_columns_have_the_format_of_their_kind_also_where_nothing_stands(path: Path):
    sheet = invoices(path)
    formats = {"A": "@", "C": "yyyy-mm-dd", "D": "#,##0.00", "E": "General", "H": "@"}
    for letter, number_format in formats.items():
        assert sheet.column_dimensions[letter].number_format == number_format
        assert sheet[f"{letter}2"].number_format == number_format
    assert sheet.freeze_panes == "A2"


def test_headers_are_bold_and_explained_and_the_servers_are_grey(path: Path):
    sheet = invoices(path)
    assert sheet["A1"].font.bold
    assert sheet["A1"].comment.text == "About Number."
    assert sheet["A1"].fill.start_color.rgb != sheet["G1"].fill.start_color.rgb
    assert sheet["G1"].fill.start_color.rgb == sheet["H1"].fill.start_color.rgb


def test_every_setting_explains_itself_on_its_answer(tmp_path: Path):
    columns = (*SETTINGS.columns, replace(of("What it means"), description=""))
    rows = (("Program", "winbooks", "What makes the file."), ("For the accountant", None, "Below."))
    tab = replace(SETTINGS, columns=columns, rows=rows, folded_from=None)
    write_new_workbook(tmp_path / "new.xlsx", (tab,), made_at=MADE_AT)
    sheet = openpyxl.load_workbook(tmp_path / "new.xlsx")["Settings"]
    assert sheet["B2"].comment.text == "What makes the file."
    assert sheet["B3"].comment is None


def test_choices_and_ticks_are_offered_and_other_texts_only_asked_about(path: Path):
    lists = invoices(path).data_validations.dataValidation
    assert [(each.formula1, str(each.sqref), each.errorStyle) for each in lists] == [
        ('"invoice,credit note"', "B2:B1048576", "warning"),
        ('"yes"', "F2:F1048576", "warning"),
    ]


def test_a_list_that_excel_cannot_hold_is_refused(tmp_path: Path):
    for choices in (("a,b",), ('a"b',), ("x" * 256,)):
        tab = replace(CHECK, columns=(of("Kind", ColumnKind.CHOICE, choices=choices),))
        with pytest.raises(ValueError, match="Kind: a list of at most 255 characters"):
            write_new_workbook(tmp_path / "x.xlsx", (tab,), made_at=MADE_AT)


def test_a_filled_problem_is_red(path: Path):
    rules = [
        (str(cells.sqref), rule.formula, rule.dxf.fill.bgColor.rgb)
        for cells in invoices(path).conditional_formatting
        for rule in cells.rules
    ]
    assert rules == [("H2:H1048576", ["LEN(H2)>0"], "00FFC7CE")]


def test_rows_for_the_accountant_are_folded_under_their_title(path: Path):
    sheet = openpyxl.load_workbook(path)["Settings"]
    assert [row for row in range(1, 7) if sheet.row_dimensions[row].hidden] == [4, 5]
    assert sheet.row_dimensions[5].outlineLevel == 1
    assert sheet.row_dimensions[3].collapsed
    outline = sheet.sheet_properties.outlinePr
    assert outline is not None
    assert not outline.summaryBelow


def test_a_list_and_a_sentence_get_the_room_they_need(path: Path):
    sheet = openpyxl.load_workbook(path)["Sentences"]
    assert sheet.column_dimensions["A"].width == len("services outside the EU") + 5
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [None, 45]
    assert sheet["B3"].alignment.wrap_text


def test_a_tab_without_headers_has_bold_labels(path: Path):
    sheet = openpyxl.load_workbook(path)["Start"]
    assert [sheet[cell].font.bold for cell in ("A1", "A2", "B2")] == [True, True, False]
    assert sheet.freeze_panes is None


def test_what_the_server_writes_later_takes_the_looks_of_its_column(path: Path):
    before = invoices(path)["G2"]
    change = RowChange(tab="Invoices", row=2, texts={8: "x"})
    check = TabContent("Check", (("Kind",), ("red",)))
    workbook(path).change(lambda _: Changes(rows=(change,), tabs=(check,)))
    assert invoices(path)["H2"].fill.start_color.rgb == before.fill.start_color.rgb
    sheet = openpyxl.load_workbook(path)["Check"]
    assert sheet["A1"].font.bold
    assert sheet["A2"].number_format == "@"


def test_numbers_written_as_text_get_no_green_corner(path: Path):
    for part in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"):
        assert parts(path.read_bytes())[part].count(b'numberStoredAsText="1"') == 1
