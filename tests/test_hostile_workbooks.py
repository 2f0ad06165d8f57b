"""Whatever a file holds, it is read as what people see or refused in a sentence."""

import io
import random
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from excel_support import (
    HEAD,
    LIMITS,
    MAIN,
    PARTS,
    column,
    invoice,
    packed,
    packed_parts,
    refusal,
    shared_strings,
    sheet,
    workbook,
    write,
)
from python_calamine import CalamineWorkbook

from boekbrug.adapters.local.archive import Archive
from boekbrug.adapters.local.excel import ExcelLimits
from boekbrug.adapters.local.sheet_cells import NO_RESULT
from boekbrug.adapters.local.styles import is_percentage
from boekbrug.adapters.local.values import read_columns, readable_copy
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.workbook.cells import Cell, CellError
from boekbrug.server.workbook.columns import read_rows
from boekbrug.server.workbook.layout import find_layout
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workflow.ports import UnreachableError

SHEET, SHARED, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
NO_WORKBOOK = (
    "Sales.xlsx: found no workbook that can be read, allowed: an .xlsx file. "
    'Open it in Excel and save it as "Excel Workbook (*.xlsx)".'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Sales.xlsx"


def refused(path: Path, content: bytes, limits: ExcelLimits = LIMITS) -> str:
    path.write_bytes(content)
    return refusal(path, limits)


def cells_of(path: Path, content: bytes, letter: str = "A") -> list[Cell]:
    path.write_bytes(content)
    return column(workbook(path).read(), "Invoices", letter)


def test_a_formula_that_openpyxl_wrote_is_found_without_a_result(path: Path):
    book, content = openpyxl.Workbook(), io.BytesIO()
    lines = book.worksheets[0]
    lines.title = "Lines"
    lines.append(("Invoice", "Quantity", "Unit price", "VAT"))
    lines.append(("2026/1", "=2*3", 5, "H21"))
    book.save(content)
    path.write_bytes(content.getvalue())
    layout, _ = find_layout(workbook(path).read(), {"Lines": schemas_for(())["Lines"]})
    (row,) = read_rows(layout.tabs["Lines"])
    assert [sentence(problem) for problem in row.problems()] == [
        "Lines, row 2, Quantity: found a formula without a result, allowed: a number with at most "
        "six decimals, like 7, 1234.5 or 0,125. Open the file in Excel and save it, so that it is "
        "computed."
    ]


def test_formulas_without_a_result_stand_beyond_all_values_too(path: Path):
    rows = '<row r="1"><c r="A1"><v>4</v></c></row><row r="3"><c r="B3"><f>A1</f></c></row>'
    assert cells_of(path, packed(sheet1=sheet(rows)), "A") == [4.0, None, None]
    assert cells_of(path, packed(sheet1=sheet(rows)), "B") == [None, None, NO_RESULT]
    alone = '<row r="2"><c r="B2"><f>A1</f></c></row>'
    assert cells_of(path, packed(sheet1=sheet(alone)), "B") == [None, NO_RESULT]


@pytest.mark.parametrize(
    "code",
    ["#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA", "#BLOCKED!", "#ERROR!", "#REF!", "#DIV/0!"],
)
def test_an_error_is_found_with_its_own_code(path: Path, code: str):
    rows = f'<row r="1"><c r="A1" t="e"><v>{code}</v></c><c r="B1"><v>4</v></c></row>'
    assert cells_of(path, packed(sheet1=sheet(rows))) == [CellError(code)]
    assert cells_of(path, packed(sheet1=sheet(rows)), "B") == [4.0]


def test_an_error_without_a_code_stands_far_from_all_values(path: Path):
    rows = '<row r="2"><c r="A2"><v>4</v></c><c r="G2" t="e"/></row>'
    assert cells_of(path, packed(sheet1=sheet(rows)), "G") == [None, CellError("#ERROR")]


@pytest.mark.parametrize(
    ("number_format", "value", "found"),
    [
        ('numFmtId="9"', "1", "100 %"),
        ('numFmtId="9"', "0.21", "21 %"),
        ('numFmtId="10"', "0.07", "7 %"),
        ('numFmtId="164"', "0.025", "2.5 %"),
        ('numFmtId="164"', "0.005", "0.5 %"),
        ('numFmtId="165"', "0.21", 0.21),
        ('numFmtId="0"', "0.21", 0.21),
    ],
)
def test_a_percentage_is_what_people_see(path: Path, number_format: str, value: str, found: Cell):
    styles = (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" '
        'formatCode="0.0 %;[Red]-0.0 %"/><numFmt numFmtId="165" formatCode="0.00 &quot;%&quot;"/>'
        f'</numFmts><cellXfs count="2"><xf numFmtId="0"/><xf {number_format}/></cellXfs>'
        "</styleSheet>"
    )
    rows = f'<row r="1"><c r="A1" s="1"><v>{value}</v></c></row>'
    assert cells_of(path, packed_parts({SHEET: sheet(rows), STYLES: styles})) == [found]


def test_a_percentage_that_is_text_stays_as_it_is(path: Path):
    styles = f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="9"/></cellXfs></styleSheet>'
    cell = '<c r="A1" s="0" t="inlineStr"><is><t>21</t></is></c><c r="B1" s="0" t="b"><v>1</v></c>'
    content = packed_parts({SHEET: sheet(f'<row r="1">{cell}</row>'), STYLES: styles})
    assert cells_of(path, content) == ["21"]
    assert cells_of(path, content, "B") == [True]


@pytest.mark.parametrize("code", ["0%", "0.00 %", '"about" 0%', "#,##0.0%;[Red]-0.0%", "[>1]0%"])
def test_a_number_format_with_a_percent_sign_is_one_of_percentages(code: str):
    assert is_percentage(code)


@pytest.mark.parametrize("code", ["General", '0 "%"', r"0\%", "0_%", "[$%-409]0", "0.00"])
def test_a_percent_sign_that_is_only_shown_is_none(code: str):
    assert not is_percentage(code)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="90"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A5" t="e"/></row>',
        '<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    ],
)
def test_a_cell_that_stands_elsewhere_is_refused(path: Path, rows: str):
    assert refused(path, packed(sheet1=sheet(rows))) == NO_WORKBOOK


def test_a_formula_or_an_error_far_away_counts_as_a_cell(path: Path):
    for cell in ('<c r="XFD900"><f>1+1</f></c>', '<c r="XFD900" t="e"/>'):
        assert refused(path, packed(sheet1=sheet(f'<row r="900">{cell}</row>'))) == (
            "Sales.xlsx: found 900 rows of 16384 columns in tab Invoices, allowed: at most 18000 "
            "cells in a tab. Delete what stands far to the right of the table."
        )


def test_tabs_that_are_large_together_are_refused(path: Path):
    far = sheet('<row r="900"><c r="R900"><v>1</v></c></row>')
    assert refused(path, packed(sheet1=far, sheet2=far)) == (
        "Sales.xlsx: found 32412 cells in all tabs, allowed: at most 18000. "
        "Move older years to a file of their own."
    )


def test_a_text_longer_than_a_cell_is_refused(path: Path):
    text = packed_parts({SHARED: shared_strings(*"0123456789", "é" * 32_768)})
    assert refused(path, text) == (
        "Sales.xlsx: found a text of 32768 characters, allowed: at most 32767 in a cell. "
        "Shorten it."
    )
    assert cells_of(path, packed_parts({SHARED: shared_strings(*"0123456789", "é" * 32_767)}))


def naming(rows: int, number: str, *texts: str) -> bytes:
    """Return a workbook with so many cells that name one of the shared texts."""
    cells = (
        f'<row r="{row}"><c r="A{row}" t="s"><v>{number}</v></c></row>'
        for row in range(1, rows + 1)
    )
    return packed_parts({SHEET: sheet("".join(cells)), SHARED: shared_strings(*texts)})


def test_a_shared_text_is_counted_in_every_cell_that_names_it(path: Path):
    texts = ("short", "x" * 30_000)
    assert len(cells_of(path, naming(299, "1", *texts))) == 299
    assert len(cells_of(path, naming(900, "0", *texts))) == 900
    assert refused(path, naming(400, "01", *texts)) == (
        "Sales.xlsx: found 12.0 MB when unpacked, allowed: at most 9.0 MB. "
        "Move older years to a file of their own."
    )


@pytest.mark.parametrize("number", ["2", "-1", "x"])
def test_a_shared_text_that_is_not_there_is_refused(path: Path, number: str):
    assert refused(path, naming(400, number, "short", "x" * 30_000)) == NO_WORKBOOK


@pytest.mark.parametrize(
    "changed",
    [
        {SHARED: PARTS[SHARED].replace("<sst", "<!DOCTYPE sst><sst")},
        {STYLES: "<styleSheet>" + "<a/>" * 5_500_000 + "</styleSheet>"},
        {"xl/workbook.xml": PARTS["xl/workbook.xml"].replace('"rId2"', '"rId3"')},
        {"xl/workbook.xml": PARTS["xl/workbook.xml"].replace('"Start"', '"Check"')},
    ],
    ids=["definitions", "styles that are too large", "tabs of one part", "tabs of one title"],
)
def test_a_part_that_no_spreadsheet_program_writes_is_refused(path: Path, changed: dict[str, str]):
    limits = replace(LIMITS, uncompressed_bytes_max=99_000_000)
    assert refused(path, packed_parts(changed), limits) == NO_WORKBOOK


def test_days_are_counted_from_1904_where_the_file_says_so(path: Path):
    book = PARTS["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    content = packed_parts({"xl/workbook.xml": book})
    assert cells_of(path, content, "B")[1] == date(2030, 10, 1)


class PanicException(BaseException):
    """What python-calamine raises where it stops; it exports no such name."""


@pytest.mark.parametrize("error", [MemoryError, PanicException])
def test_a_library_that_gives_up_is_a_refusal(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
):
    def give_up(_: io.BytesIO) -> CalamineWorkbook:
        raise error

    monkeypatch.setattr(CalamineWorkbook, "from_filelike", give_up)
    assert refused(path, packed()) == (
        "Sales.xlsx: found a file that cannot be read, allowed: an .xlsx file. "
        'Open it in Excel and save it as "Excel Workbook (*.xlsx)".'
    )


def test_a_library_that_finds_other_cells_is_not_believed():
    copy = readable_copy(Archive(packed()), [sheet('<row r="3"><c r="B3"><v>1</v></c></row>')])
    found = CalamineWorkbook.from_filelike(copy).get_sheet_by_index(0)
    assert read_columns(found, (3, 2), ())[1] == [None, None, 1.0]
    for extent in ((2, 2), (3, 1)):
        with pytest.raises(ValueError, match="cells where none were found"):
            read_columns(found, extent, ())


def test_an_interruption_is_no_refusal(path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupt(_: io.BytesIO) -> CalamineWorkbook:
        raise KeyboardInterrupt

    monkeypatch.setattr(CalamineWorkbook, "from_filelike", interrupt)
    path.write_bytes(packed())
    with pytest.raises(KeyboardInterrupt):
        workbook(path).read()


PIECES = (
    *("<c>", "</c>", "<c/>", "<row>", "</row>", '<row r="7"/>', "<sheetData>", "</sheetData>"),
    *('t="e"', "t='e'", 't="s"', 't="str"', 't="d"', 's="0"', 's="999"', '<x:c r="Z9"/>'),
    *('r="XFD1048576"', 'r="A1"', 'r="ZZZZ1"', 'r="0"', "<f>1</f>", "<f/>", "<v/>", "<v>99</v>"),
    *("<!--", "-->", "<![CDATA[", "]]>", "<?x?>", '"', "'", ">", "<", "&", "&#0;", "\0", "é"),
    *('ref="A5:A1"', '<dimension ref="A1:XFD1048576"/>', 'Target="/x"', "<si>", "</si>", "-1"),
)


def test_a_changed_part_is_read_whole_or_refused_in_a_sentence(path: Path):
    dice = random.Random(7)
    for _ in range(400):
        name = dice.choice([SHEET, dice.choice(tuple(PARTS))])
        xml = PARTS[name]
        for _ in range(dice.choice([1, 1, 2, 5])):
            place = dice.randrange(len(xml))
            removed = dice.choice([0, 0, 1, 9, 40])
            xml = xml[:place] + dice.choice(PIECES) + xml[place + removed :]
        path.write_bytes(packed_parts({name: xml}))
        with suppress(UnreachableError):  # which carries a sentence; nothing else may come out
            write(path, invoice(2, State="exported"))
            tabs = workbook(path).read().tabs
            assert all(len({len(cells) for cells in tab.columns}) <= 1 for tab in tabs)
