import re

import pytest
from excel_support import INVOICES, MAIN, sheet
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.adapters.local.row_xml import clean_text
from boekbrug.adapters.local.sheet_cells import NO_RESULT, Mark, UnsupportedSheetError
from boekbrug.adapters.local.sheet_xml import SheetXml
from boekbrug.server.workbook.cells import CellError


def changed(xml: bytes, texts: dict[int, dict[int, str]]) -> str:
    return SheetXml(xml).with_texts(texts).decode()


def rows(xml: str) -> str:
    return xml.partition("<sheetData>")[2].partition("</sheetData>")[0]


def inline(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_text_replaces_the_value_and_keeps_the_style():
    xml = sheet('<row r="2" spans="1:1"><c r="A2" s="7" vm="1"><v>12</v><extLst/></c></row>')
    assert rows(changed(xml, {2: {1: "100001"}})) == (
        '<row r="2"><c r="A2" s="7" t="inlineStr"><is><t>100001</t></is><extLst/></c></row>'
    )


def test_a_row_keeps_its_height_only_where_somebody_set_it():
    fitted = sheet('<row r="2" ht="15"/>')
    assert rows(changed(fitted, {2: {1: "x"}})) == f'<row r="2">{inline("A2", "x")}</row>'
    chosen = '<row r="2" ht="15" customHeight="true">'
    assert chosen in changed(sheet(f"{chosen}</row>"), {2: {1: "x"}})


def test_an_empty_text_removes_the_value_and_keeps_the_style():
    xml = sheet('<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="7" t="s"><v>1</v></c></row>')
    assert rows(changed(xml, {2: {1: "", 2: "", 3: ""}})) == '<row r="2"><c r="B2" s="7"/></row>'


def test_a_new_cell_stands_in_the_order_of_the_columns():
    xml = sheet('<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>')
    assert re.findall(r'r="([A-Z]+)2"', changed(xml, {2: {5: "e", 1: "a", 3: "c"}})) == list(
        "ABCDE"
    )


def test_a_new_cell_takes_the_style_of_its_row_or_else_of_its_column():
    columns = '<cols><col min="2" max="3" style="8"/></cols>'
    xml = sheet('<row r="1" s="5" customFormat="1"/><row r="2"/>', before=columns)
    texts = changed(xml, {1: {2: "x"}, 2: {1: "x", 2: "x"}})
    assert re.findall(r'<c r="(\w+)"(?: s="(\d)")? t', texts) == [
        ("B1", "5"),
        ("A2", ""),
        ("B2", "8"),
    ]


def test_styles_of_columns_that_no_sheet_has_are_left_out():
    far = '<col min="2" max="99999999999" style="8"/><col min="1" max="99999999999" style="9"/>'
    xml = sheet('<row r="2"/>', before=f"<cols>{far}</cols>")
    assert rows(changed(xml, {2: {2: "x"}})) == (
        '<row r="2"><c r="B2" s="8" t="inlineStr"><is><t>x</t></is></c></row>'
    )


def test_a_formula_is_never_overwritten():
    xml = sheet('<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"/></row>')
    written = SheetXml(xml).with_texts({2: {1: "x", 2: "y"}})
    assert b'<c r="A2"><f>1+1</f><v>2</v></c>' in written
    assert inline("B2", "y").encode() in written


@pytest.mark.parametrize("kind", ['t="array" ref="B2:C4"', "ref='B2:C4' t='dataTable'"])
def test_a_cell_that_is_filled_by_the_formula_of_another_is_never_overwritten(kind: str):
    filled = "".join(f'<row r="{row}"><c r="C{row}"><v>{row}</v></c></row>' for row in range(3, 6))
    xml = sheet(f'<row r="2"><c r="B2"><f {kind}>D2:E4</f><v>1</v></c></row>{filled}')
    assert SheetXml(xml).with_texts({3: {2: "x", 3: "x"}, 4: {3: ""}}) == xml
    written = changed(xml, {2: {1: "left", 4: "right"}, 4: {3: "x"}, 5: {3: "below"}})
    for text in (inline("A2", "left"), inline("D2", "right"), inline("C5", "below")):
        assert text in written
    assert '<row r="4"><c r="C4"><v>4</v></c></row>' in written


def test_areas_of_formulas_may_overlap():
    formulas = "".join(
        f'<c r="{cell}"><f t="array" ref="{area}">1</f></c>'
        for cell, area in (("A1", "A1:A3"), ("B1", "A2:B6"), ("C1", "A9:A9"), ("D1", "D1"))
    )
    texts = {row: {1: "x"} for row in range(1, 12)}
    written = changed(sheet(f'<row r="1">{formulas}</row>'), texts)
    assert re.findall(r'r="A(\d+)" t=', written) == ["7", "8", "10", "11"]


def test_missing_rows_are_put_where_they_belong():
    xml = sheet('<row r="2"/><row r="5"/>')
    texts = changed(xml, {number: {1: "x"} for number in (1, 3, 4, 9)} | {7: {1: ""}})
    assert re.findall(r'<row r="(\d)"', texts) == list("123459")


def test_rows_and_cells_without_references_are_counted():
    xml = sheet("<row><c><v>1</v></c><c/></row><row/><row><c><v>2</v></c><c><v>3</v></c></row>")
    written = rows(changed(xml, {1: {3: "x"}, 3: {2: "y"}}))
    assert written == (
        f'<row r="1"><c r="A1"><v>1</v></c>{inline("C1", "x")}</row><row/>'
        f'<row r="3"><c r="A3"><v>2</v></c>{inline("B3", "y")}</row>'
    )


def test_sheet_data_without_rows_is_filled():
    xml = f'<worksheet xmlns="{MAIN}"><sheetData/><mergeCells/></worksheet>'
    assert changed(xml.encode(), {1: {1: "x"}}) == (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{inline("A1", "x")}</row></sheetData>'
        "<mergeCells/></worksheet>"
    )


def test_prefixed_names_stay_prefixed():
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="1" max="1" style="2"/></x:cols>'
        '<x:sheetData><x:row r="1"><x:c r="B1"><x:v>4</x:v></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    assert SheetXml(xml.encode()).extent() == (1, 2)
    assert changed(xml.encode(), {1: {1: "a"}}) == xml.replace(
        '<x:c r="B1">',
        '<x:c r="A1" s="2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1">',
    )


def test_everything_outside_the_touched_row_stays_byte_for_byte():
    written = changed(INVOICES.encode(), {2: {7: "x"}})
    row = re.compile(r'<row r="2".*?</row>')
    assert row.sub("", written) == row.sub("", INVOICES)


@pytest.mark.parametrize(
    ("stated", "written"), [("A1:C2", "A1:E7"), ("C3", "C3:E7"), ("A1:Z99", "A1:Z99")]
)
def test_the_stated_range_grows_with_what_is_written(stated: str, written: str):
    xml = sheet("", before=f'<dimension ref="{stated}"/>')
    assert f'<dimension ref="{written}"/>' in changed(xml, {7: {5: "x"}})


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ('<c r="C2" t="e"><v>#N/A</v></c>', CellError("#N/A")),
        ("<c r='C2' t='e'><v>#SPILL!</v></c>", CellError("#SPILL!")),
        ('<c r="C2" t="e"/>', CellError("#ERROR")),
        ('<c r="C2"><f>1+1</f></c>', NO_RESULT),
        ('<c r="C2"><f>1+1</f><v/></c>', NO_RESULT),
        ('<c r="C2"><f>1+1</f><v></v></c>', NO_RESULT),
        ('<c r="C2" s="7"><v/><f t="shared" si="0"/></c>', NO_RESULT),
        ('<c r="C2" t="str"><f>A1</f></c>', NO_RESULT),
    ],
)
def test_a_cell_whose_value_cannot_be_told_is_marked(cell: str, error: CellError):
    part = SheetXml(sheet(f'<row r="2"><c r="A2"><v>1</v></c>{cell}</row>'), [7])
    assert tuple(part.marks()) == (Mark(2, 3, error),)
    assert part.extent() == (2, 3)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="C2"><f>1+1</f><v>2</v></c>',
        '<c r="C2" t="str"><f>""</f><v></v></c>',
        '<c r="C2" t="str"><f>""</f><v/></c>',
        '<c r="C2" t="inlineStr"><is><t>t="e" =1+1</t></is></c>',
        '<c r="C2" s="7"/>',
        '<c r="C2" s="7"></c>',
        '<c r="C2" s="77"><v>1</v></c>',
    ],
)
def test_other_cells_are_not_marked(cell: str):
    assert tuple(SheetXml(sheet(f'<row r="2">{cell}</row>'), [7]).marks()) == ()


def test_a_cell_with_a_style_of_percentages_is_marked_so():
    row = '<row r="2"><c r="B2" s="7"><v>0.21</v></c><c r="C2" t="e" s="7"><v>#N/A</v></c></row>'
    marks = (Mark(2, 2, None), Mark(2, 3, CellError("#N/A")))
    assert tuple(SheetXml(sheet(row), [7, 9]).marks()) == marks


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="90"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="2"><c r="A3"><v>1</v></c></row>',
        '<row r="2"><c r="A02"><v>1</v></c></row>',
        '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c><c><v>1</v></c></row>',
        '<row r="2"><c r="ZZZ2"><v>1</v></c></row>',
        '<row r="3"/><row r="2"/>',
        '<row r="0"/>',
        '<row r="1048577"/>',
        '<row r="1"><row r="2"/></row>',
        '<row r="1"/><c r="B9"><v>1</v></c>',
        '<c r="B9"><v>1</v></c><row r="9"/>',
        "<rowBreaks><c><v>1</v></c></rowBreaks>",
    ],
)
def test_a_cell_that_is_not_where_its_reference_says_is_refused(rows: str):
    with pytest.raises(UnsupportedSheetError):
        SheetXml(sheet(rows)).extent()


def test_the_extent_counts_values_and_not_formats():
    full = '<row r="3"><c r="B3"><v>1</v></c><c r="AMJ3" s="5"></c></row>'
    empty = '<row r="1048576" s="1"><c r="XFD1048576" s="5"/></row>'
    assert SheetXml(sheet(full + empty)).extent() == (3, 2)
    texts = '<c t="inlineStr"><is/></c><c t="inlineStr"><is></is></c>'
    assert SheetXml(sheet(f"<row><c/>{texts}</row>")).extent() == (1, 3)
    assert SheetXml(sheet(empty)).extent() == (0, 0)


@pytest.mark.parametrize(
    "xml",
    [
        b"<chartsheet/>",
        b"<worksheet/>",
        sheet("<!-- <row> -->"),
        sheet("<?row r='9'?>"),
        sheet("", before="<!-- <sheetData> -->"),
        sheet('<row r="1" x="/>"/>'),
        sheet("<row r='1'><c x=' r=\"Z9\"'/></row>"),
        sheet("<row><x:c/></row>"),
        sheet("<row><c></row>"),
        sheet("<row><c t='e' t='s'/></row>"),
        sheet("<row><c><is><t><![CDATA[</row>]]></t></is></c></row>"),
        b'<?xml version="1.0" encoding="ISO-8859-1"?>' + sheet(""),
        sheet("").decode().encode("utf-16"),
    ],
)
def test_what_could_be_misread_is_refused(xml: bytes):
    with pytest.raises(UnsupportedSheetError):
        SheetXml(xml)


def test_a_text_with_a_bare_angle_bracket_is_taken():
    xml = sheet('<row r="1"><c r="A1"><f>A2>1</f><v>1</v></c></row>')
    assert SheetXml(xml).extent() == (1, 1)


def test_text_that_xml_or_excel_refuses_is_cut():
    assert clean_text("a\x00\x0b\ud800\ufffe\tb\n") == "a\tb\n"
    assert len(clean_text("x" * 40_000)) == 32_767
    assert len(clean_text("\U0001f600" * 20_000).encode("utf-16-le")) == 2 * 32_766


@given(st.dictionaries(st.integers(1, 6), st.dictionaries(st.integers(1, 8), st.text(max_size=9))))
def test_writing_the_same_texts_again_changes_no_byte(texts: dict[int, dict[int, str]]):
    once = SheetXml(INVOICES.encode()).with_texts(texts)
    assert SheetXml(once).with_texts(texts) == once
