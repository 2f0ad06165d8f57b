"""A file that two programs could read differently is refused, or the cell says what is wrong."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from excel_support import PARTS, SHARED, column, packed, packed_parts, refusal, sheet, workbook

from boekbrug.server.workbook.cells import Cell

SHARED_PART, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
WRONG_TEXTS = ("<si><t>2026/1</t><t>9</t></si>", "<si><t>2026&#1;</t></si>")
NO_WORKBOOK = (
    "Sales.xlsx: found no workbook that can be read, allowed: an .xlsx file. "
    'Open it in Excel and save it as "Excel Workbook (*.xlsx)".'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Sales.xlsx"


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return refusal(path)


def with_cell(cell: str) -> bytes:
    return packed(sheet1=sheet(f'<row r="1">{cell}<c r="B1"><v>7</v></c></row>'))


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>12&#46;5</v></c>',
        '<c r="A1"><v>&#49;2</v></c>',
        '<c r="A1" t="b"><v>&#49;</v></c>',
        '<c r="A1"><v>1<x/>2</v></c>',
        '<c r="A1"><v>12</v><v>13</v></c>',
        '<c r="A1"><v>12</v><is><t>9</t></is></c>',
        '<c r="A1" t="s"><v>&#49;</v></c>',
        '<c r="A1" t="s"><v>x</v></c>',
        '<c r="A1" t="s"><v> 9</v></c>',
        '<c r="A1" t="inlineStr"><is><t>1</t><t>2</t></is></c>',
        '<c r="A1" t="inlineStr"><is><t>1</t><t xml:space="preserve">2</t></is></c>',
        '<c r="A1" t="inlineStr"><is><t>1</t><si><t>2</t></si></is></c>',
        '<c r="A1" t="inlineStr"><is><t>1<rPh><t>2</t></rPh>3</t></is></c>',
        '<c r="A1"><is><t>2026/164</t></is></c>',
        '<c r="A1" t="e"><is><t>2026/164</t></is></c>',
        '<c r="A1" t="d"><v>361</v></c>',
        "<c t='d' r='A1'><f>TODAY()</f><v>361</v></c>",
    ],
)
def test_a_value_of_which_a_part_could_be_left_out_is_refused(path: Path, cell: str):
    assert refused(path, with_cell(cell)) == NO_WORKBOOK


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('<c r="A1" t="str"><f>B1</f><v>a&amp;b&#49;</v></c>', "a&b1"),
        ('<c r="A1" t="inlineStr"><is><t>a&amp;b</t></is></c>', "a&b"),
        ('<c r="A1" t="s"><v xml:space="preserve">9</v ></c >', SHARED[9]),
        ('<c r="A1"><v /></c>', None),
        ('<c r="A1" t="d"><v>2026-07-15</v></c>', date(2026, 7, 15)),
        ('<c r="A1" t="d"><f>TODAY()</f><v>2026-07-15T10:30</v></c>', "2026-07-15T10:30"),
        ('<c r="A1" t="d"/>', None),
    ],
)
def test_a_value_that_spreadsheet_programs_write_is_read(path: Path, cell: str, found: Cell):
    path.write_bytes(with_cell(cell))
    assert column(workbook(path).read(), "Invoices", "A") == [found]


def test_a_shared_text_within_another_is_refused(path: Path):
    for texts in (
        "<si><t>2026<si><t>1</t></si>/1</t></si>",
        "<si><t>2026<b/>/1</t></si>",
        *WRONG_TEXTS,
    ):
        part = PARTS[SHARED_PART].replace("<si><t>2026/1</t></si>", texts)
        assert refused(path, packed_parts({SHARED_PART: part})) == NO_WORKBOOK


def test_shared_texts_in_an_encoding_that_nobody_knows_are_refused(path: Path):
    part = PARTS[SHARED_PART].replace("UTF-8", "x")
    assert refused(path, packed_parts({SHARED_PART: part})) == NO_WORKBOOK


def test_a_file_with_a_part_twice_is_refused(path: Path):
    for name in ("xl/worksheets/sheet1.xml", "XL/worksheets/Sheet1.xml"):
        other = sheet('<row r="1"><c r="A1"><v>9</v></c></row>')
        content = packed_parts({"xl/worksheets/sheet9.xml": other})
        twice = content.replace(b"xl/worksheets/sheet9.xml", name.encode())
        assert refused(path, twice) == NO_WORKBOOK


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 97])
def test_a_part_that_is_packed_otherwise_is_no_trouble_of_the_disk(path: Path, packing: int):
    content = bytearray(packed())
    entry = content.find(b"PK\x01\x02", content.rfind(b"xl/sharedStrings.xml") - 60)
    content[entry + 10] = packing  # the method, in the zip's directory
    assert refused(path, bytes(content)) == NO_WORKBOOK


def test_a_tab_that_is_no_sheet_is_refused(path: Path):
    part = "xl/_rels/workbook.xml.rels"
    relations = PARTS[part].replace('worksheet" Target="/xl', 'theme" Target="/xl')
    assert refused(path, packed_parts({part: relations})) == NO_WORKBOOK


def test_a_tab_without_a_title_is_refused(path: Path):
    book = PARTS["xl/workbook.xml"].replace('name="Start" ', "")
    assert refused(path, packed_parts({"xl/workbook.xml": book})) == NO_WORKBOOK


def test_a_tab_whose_part_is_nowhere_is_refused(path: Path):
    for place in ('r:id="rId9"', 'r:id=""'):
        book = PARTS["xl/workbook.xml"].replace('r:id="rId2"', place)
        assert refused(path, packed_parts({"xl/workbook.xml": book})) == NO_WORKBOOK


def test_a_number_that_is_too_large_for_its_day_is_told_with_its_tab(path: Path):
    hours = PARTS[STYLES].replace('numFmtId="14"', 'numFmtId="46"')
    cell = sheet('<row r="1"><c r="A1" s="2"><v>1000000000</v></c></row>')
    content = packed_parts({STYLES: hours, "xl/worksheets/sheet1.xml": cell})
    assert refused(path, content) == (
        "Sales.xlsx: found a number that is too large for a day in tab Invoices, allowed: days up "
        "to 31 December 9999. Find the cell that shows ########, and give it the format number or "
        "another day."
    )
