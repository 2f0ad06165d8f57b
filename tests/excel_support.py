"""An .xlsx file as Excel writes it, by hand: shared strings, styles, formulas with results."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from boekbrug.adapters.local.excel import ExcelLimits, ExcelWorkbook
from boekbrug.server.workbook.cells import Cell, Cells, Changes, RowChange, TabContent
from boekbrug.server.workflow.ports import UnreachableError

LIMITS = ExcelLimits(file_bytes_max=1_000_000, uncompressed_bytes_max=9_000_000, rows_max=1_000)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

INVOICES = f"""{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">\
<dimension ref="A1:G5"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>\
<cols><col min="1" max="1" width="14" customWidth="1"/>\
<col min="7" max="7" width="40" style="3" customWidth="1"/></cols>\
<sheetData>\
<row r="1" spans="1:7" ht="20" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c>\
<c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>\
<c r="F1" s="1" t="s"><v>4</v></c><c r="G1" s="1" t="s"><v>5</v></c></row>\
<row r="2" spans="1:7"><c r="A2" t="s"><v>6</v></c><c r="B2" s="2"><v>46295</v></c>\
<c r="C2"><v>101.5</v></c><c r="D2"><f>C2*1.21</f><v>122.815</v></c>\
<c r="F2" s="3" t="s"><v>9</v></c></row>\
<row r="3" spans="1:7"><c r="A3" t="s"><v>7</v></c><c r="B3" s="2"><v>46296</v></c>\
<c r="C3"><v>200</v></c><c r="D3" t="e"><f>C3/0</f><v>#DIV/0!</v></c>\
<c r="G3" s="4"><f>IF(C3&gt;1,"look","")</f><v>0</v></c></row>\
<row r="4"/>\
<row r="5" spans="1:7"><c r="A5" t="s"><v>8</v></c><c r="C5" t="e"><v>#N/A</v></c>\
<c r="D5" t="str"><f>A5&amp;"!"</f><v>2026/3!</v></c></row>\
</sheetData>\
<conditionalFormatting sqref="G2:G99"><cfRule type="expression" dxfId="0" priority="1">\
<formula>LEN(G2)&gt;0</formula></cfRule></conditionalFormatting>\
<dataValidations count="1"><dataValidation type="list" sqref="F2:F99">\
<formula1>"new,exported"</formula1></dataValidation></dataValidations>\
<legacyDrawing r:id="rId1"/></worksheet>"""

START = f"""{HEAD}<worksheet xmlns="{MAIN}"><cols><col min="1" max="1" width="30"/></cols>\
<sheetData/></worksheet>"""

CHECK = f"""{HEAD}<worksheet xmlns="{MAIN}"><dimension ref="A1:B3"/><sheetData>\
<row r="1" s="1" customFormat="1"><c r="A1" s="1" t="inlineStr"><is><t>Where</t></is></c></row>\
<row r="2"><c r="A2" s="3"><v>12</v></c><c r="B2" t="b"><v>1</v></c></row>\
<row r="3"><c r="A3" t="inlineStr"><is><t>old</t></is></c><c r="D3"><f>1+1</f><v>2</v></c></row>\
</sheetData><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>\
</worksheet>"""


def shared_strings(*texts: str) -> str:
    """Return the part of the texts that cells share."""
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'{HEAD}<sst xmlns="{MAIN}">{items}</sst>'


SHARED = ("Number", "Date", "Net", "Gross", "State", "Problem", "2026/1", "2026/2", "2026/3", "new")

PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="Invoices" sheetId="1" r:id="rId1"/>'
    '<sheet name="Chart &amp; co" sheetId="4" r:id="rId4"/>'
    '<sheet name="Start" sheetId="2" r:id="rId2"/>'
    '<sheet name="Check" sheetId="3" r:id="rId3"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONS}/worksheet" Target="worksheets/sheet3.xml"/>'
    f'<Relationship Id="rId4" Type="{RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/>'
    f'<Relationship Id="rId5" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId6" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/worksheets/sheet1.xml": INVOICES,
    "xl/worksheets/sheet2.xml": START,
    "xl/worksheets/sheet3.xml": CHECK,
    "xl/worksheets/_rels/sheet1.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/vmlDrawing" Target="../drawings/vml1.vml"/>'
    "</Relationships>",
    "xl/drawings/vml1.vml": "<xml>somebody's note</xml>",
    "xl/chartsheets/sheet1.xml": f'{HEAD}<chartsheet xmlns="{MAIN}"/>',
    "xl/calcChain.xml": f'{HEAD}<calcChain xmlns="{MAIN}"><c r="D2" i="1"/></calcChain>',
    "xl/sharedStrings.xml": shared_strings(*SHARED),
    "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="5"><xf numFmtId="0"/>'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="49"/><xf numFmtId="0"/></cellXfs>'
    "</styleSheet>",
}


def packed(**sheets: str | bytes) -> bytes:
    """Return the workbook as a file; `sheet1="..."` puts another sheet part in it."""
    changed = {f"xl/worksheets/{name}.xml": xml for name, xml in sheets.items()}
    return packed_parts(changed)


def packed_parts(changed: Mapping[str, str | bytes]) -> bytes:
    """Return the workbook as a file with these parts in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in {**PARTS, **changed}.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            stored = name == "[Content_Types].xml"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, xml)
    return file.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """Return every part of a file by its name, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def sheet(rows: str, *, before: str = "", after: str = "") -> bytes:
    """Return a sheet part with these rows in it."""
    xml = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return xml.encode()


def workbook(path: Path, limits: ExcelLimits = LIMITS) -> ExcelWorkbook:
    """Return the port to the file."""
    return ExcelWorkbook(path, limits=limits)


def refusal(path: Path, limits: ExcelLimits = LIMITS) -> str:
    """Return why the file is refused for good."""
    with pytest.raises(UnreachableError) as caught:
        workbook(path, limits).read()
    assert caught.value.permanent
    return caught.value.sentence


def column(cells: Cells, tab: str, letter: str) -> list[Cell]:
    """Return the cells of one column."""
    found = next(each for each in cells.tabs if each.title == tab)
    return list(found.columns["ABCDEFG".index(letter)])


def invoice(row: int, **values: str) -> RowChange:
    """Return a change of one row of the invoices."""
    columns = {"Number": 1, "Date": 2, "Net": 3, "Gross": 4, "State": 6, "Problem": 7}
    return RowChange(
        tab="Invoices", row=row, texts={columns[name]: text for name, text in values.items()}
    )


def write(path: Path, *rows: RowChange, tabs: tuple[TabContent, ...] = ()) -> None:
    """Write to the file, whatever stands in it."""
    workbook(path).change(lambda _: Changes(rows=rows, tabs=tabs))


def save_rows(path: Path, *numbers: str) -> None:
    """Put other rows in the file, as somebody does meanwhile: the headers in row 3."""
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c>'
        f'<c r="B{row}" t="inlineStr"><is><t>{"State" if row == 3 else "old"}</t></is></c></row>'
        for row, text in enumerate(("Title", "", " Number ", *numbers), start=1)
    )
    path.write_bytes(packed(sheet1=sheet(rows)))
