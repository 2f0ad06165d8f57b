"""A workbook as people see it, cell by cell, and the .xlsx file that it stands in."""

import io
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import IntEnum
from functools import cache
from itertools import count
from xml.sax.saxutils import escape

import openpyxl
from example_firm import EXAMPLE
from excel_support import HEAD, MAIN, PACKAGE, RELATIONS
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

FIRST, LAST = 26, 40  # rows of Invoices: of both kinds, of one line and of several, and discounts
TEAMS = ("Settings", "VAT", "Accounts", "Customers", "Invoices", "Lines")
FURTHER_OF_LINES = ("Discount amount", "Net", "Total incl. VAT", "Includes VAT")
FURTHER = (
    *("Net as printed", "VAT as printed", "Document discount %", "Currency", "Rate"),
    *("Supply date", "Document discount amount", "Payable rounding", "Already paid"),
    *("Your reference", "Payment term", "Credits"),
)


class Style(IntEnum):
    """How a number shows; the value is the index of the style in the file."""

    GENERAL = 0
    DAY = 1
    TEXT = 2
    PERCENT = 3
    MOMENT = 4
    TWO_DECIMALS = 5
    SCIENTIFIC = 6
    EURO = 7
    CLOCK = 8


FORMATS = (0, 14, 49, 9, 22, 2, 11, 164, 46)
"""The number format of each style, by its number in ECMA-376 part 1, 18.8.30; 164 is EURO."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: `kind` is empty, text, number, boolean, error or unsolved (a bare formula).

    `raw` is what the file holds. `header` is the English header that a person takes it for, ''
    for every cell that is none.
    """

    kind: str = "empty"
    raw: str = ""
    style: Style = Style.GENERAL
    header: str = ""
    is_formula: bool = False


EMPTY = Shown()


@dataclass(slots=True)
class Sheet:
    """A tab. `name` is the English name of the tab that a person takes it for, or ''.

    The numbers of hidden rows count from 1; a merge is an area such as A2:A3.
    """

    title: str
    name: str
    rows: list[list[Shown]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[str] = field(default_factory=list)

    @property
    def header_row(self) -> int | None:
        """The index of the first row with headers."""
        return next((at for at, row in enumerate(self.rows) if any(c.header for c in row)), None)

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


Grid = list[Sheet]


def text(words: str) -> Shown:
    """Return a cell with a text."""
    return Shown("text", words)


def number(value: Decimal | float, style: Style = Style.GENERAL) -> Shown:
    """Return a cell with a number."""
    return Shown("number", str(value), style)


@cache
def _good() -> Grid:
    book = openpyxl.load_workbook(EXAMPLE)
    grid = [Sheet(one.title, one.title) for one in book]
    numbers = {str(book["Invoices"].cell(row, 1).value) for row in range(FIRST, LAST)}
    for sheet, source in zip(grid, book, strict=True):
        headers = [str(one.value or "") for one in source[1]]
        for at, row in enumerate(source.iter_rows(values_only=True), start=1):
            is_team = sheet.title in TEAMS
            if sheet.title in ("Invoices", "Lines") and at > 1 and row[0] not in numbers:
                continue
            sheet.rows.append([_shown(value) for value in row])
            if is_team and at == 1:
                sheet.rows[0] = [Shown("text", name, header=name) for name in headers]
        if sheet.title == "Invoices":
            _furnish(sheet)
        if sheet.title == "Lines":
            _furnish_lines(sheet)
    return grid


def good() -> Grid:
    """Return the example firm's workbook with fourteen documents, without a problem."""
    return [Sheet(one.title, one.name, [list(row) for row in one.rows]) for one in _good()]


def _furnish(invoices: Sheet) -> None:
    """Fill columns that the example leaves empty."""
    invoices.rows[0] += [Shown("text", name, header=name) for name in FURTHER]
    for row in invoices.rows[1:]:
        row.extend([EMPTY] * len(FURTHER))
    at = {cell.header: index for index, cell in enumerate(invoices.rows[0])}
    for position, row in enumerate(invoices.rows[1:]):
        if position % 5 == 0:
            row[at["Due"]] = number(to_excel(datetime(2026, 12, 24)), Style.DAY)  # noqa: DTZ001
        if position == 4:
            row[at["Reference"]] = text("+++090/9337/55493+++")
        if row[at["Net"]].kind == "number" and position % 2:
            row[at["Account"]] = text("700000")
            row[at["Net as printed"]] = row[at["Net"]]
        if position == 6:
            row[at["Document discount %"]] = number(5)
        if row[at["Kind"]].raw == "credit note":
            row[at["Credits"]] = text("period")
        if position % 4 == 1:
            row[at["Supply date"]] = row[at["Date"]]
            row[at["Your reference"]] = text(f"PO {position}")
        if position % 4 == 2:
            row[at["Already paid"]] = number(0.5)
            row[at["Payable rounding"]] = number(0.02)


def _furnish_lines(lines: Sheet) -> None:
    """Add the columns of lines that the first sheet lacks, and fill in some."""
    lines.rows[0] += [Shown("text", name, header=name) for name in FURTHER_OF_LINES]
    at = {cell.header: index for index, cell in enumerate(lines.rows[0])}
    for position, row in enumerate(lines.rows[1:]):
        row.extend([EMPTY] * len(FURTHER_OF_LINES))
        if position % 3 == 0:
            row[at["Includes VAT"]] = text("no")
        if position % 3 == 1 and row[at["Discount %"]].kind == "empty":
            row[at["Discount amount"]] = number(0.25)


def _shown(value: object) -> Shown:
    if value is None:
        return EMPTY
    if isinstance(value, bool):
        return Shown("boolean", str(int(value)))
    if isinstance(value, datetime):
        return number(round(to_excel(value)), Style.DAY)
    if isinstance(value, int | float):
        return number(value)
    return text(str(value))


def packed(grid: Grid, *, shares_texts: bool) -> bytes:
    """Return the file; its texts stand in the cells, or shared as Excel writes them."""
    shared: dict[str, int] | None = {} if shares_texts else None
    sheets = [_sheet_xml(sheet, shared) for sheet in grid]
    names = [f"xl/worksheets/sheet{at}.xml" for at in range(1, len(grid) + 1)]
    parts = {**_around(grid), **dict(zip(names, sheets, strict=True))}
    if shared is not None:
        items = "".join(f'<si><t xml:space="preserve">{one}</t></si>' for one in shared)
        parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{items}</sst>'
    return zipped(parts)


def zipped(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    """Return the parts as a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _around(grid: Grid) -> dict[str, str]:
    """Return every part but the tabs and the shared texts."""
    sheets = "".join(
        f'<sheet name="{escape(sheet.title, {chr(34): "&quot;"})}" sheetId="{at}" r:id="rId{at}"/>'
        for at, sheet in enumerate(grid, start=1)
    )
    kinds = [(f"worksheets/sheet{at}.xml", "worksheet") for at in range(1, len(grid) + 1)]
    kinds += [("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")]
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for at, (target, kind) in enumerate(kinds, start=1)
    )
    formats = "".join(f'<xf numFmtId="{one}"/>' for one in FORMATS)
    return {
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt '
        'numFmtId="164" formatCode="&quot;€&quot;\\ #,##0.00"/></numFmts>'
        f'<cellXfs count="{len(FORMATS)}">{formats}</cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}"/>',
    }


def _sheet_xml(sheet: Sheet, shared: dict[str, int] | None) -> str:
    letters = [get_column_letter(at) for at in range(1, sheet.width + 1)]
    rows = []
    for at, row in zip(count(1), sheet.rows, strict=False):
        cells = "".join(
            _cell_xml(cell, f"{letter}{at}", shared)
            for letter, cell in zip(letters, row, strict=False)
            if cell.kind != "empty"
        )
        if cells:
            hidden = ' hidden="1"' if at in sheet.hidden_rows else ""
            rows.append(f'<row r="{at}"{hidden}>{cells}</row>')
    data = "".join(rows)
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merges)
    merged = f"<mergeCells>{areas}</mergeCells>" if areas else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{merged}</worksheet>'


def _cell_xml(cell: Shown, place: str, shared: dict[str, int] | None) -> str:
    head = f'<c r="{place}" s="{cell.style:d}"'
    formula = "<f>1+1</f>" if cell.is_formula else ""
    raw = escape(cell.raw, {"\r": "&#13;"})
    if cell.kind == "unsolved":
        return f"{head}><f>1+1</f></c>"
    if cell.kind == "text" and cell.is_formula:
        return f'{head} t="str">{formula}<v>{raw}</v></c>'
    if cell.kind == "text" and shared is not None:
        return f'{head} t="s"><v>{shared.setdefault(raw, len(shared))}</v></c>'
    if cell.kind == "text":
        return f'{head} t="inlineStr"><is><t xml:space="preserve">{raw}</t></is></c>'
    type_ = {"boolean": ' t="b"', "error": ' t="e"'}.get(cell.kind, "")
    return f"{head}{type_}>{formula}<v>{raw}</v></c>"
