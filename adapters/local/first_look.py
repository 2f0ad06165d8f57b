"""How a tab of a new workbook looks: colours, widths, formats, lists, notes, folded rows."""

from datetime import date
from math import ceil
from typing import Literal

from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from boekbrug.server.wording.said import in_every_language, in_language, said, word
from boekbrug.server.workbook.first_sheet import ColumnKind, FirstColumn, FirstTab

PROBLEM_HEADERS = in_every_language(word("header", "Problem"))
VALUE_COLUMN = 2  # of tab Settings
ROWS_MAX = 1_048_576  # of a tab, in Excel
CHOICES_LENGTH_MAX = 255  # of a list inside a validation, in Excel
WRAPPED_FROM_WIDTH = 36  # columns of sentences rather than words

FORMATS = {
    ColumnKind.TEXT: "@",
    ColumnKind.DATE: "yyyy-mm-dd",
    ColumnKind.MONEY: "#,##0.00",
}
TICKS = ("yes",)
_FIGURES = frozenset({ColumnKind.NUMBER, ColumnKind.MONEY, ColumnKind.PERCENT})

_INK = "1F3A4D"
_BOLD = Font(name="Calibri", size=11, bold=True, color=_INK)
_HEADER_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_HEADER = PatternFill("solid", start_color=_INK)
_SERVER_HEADER = PatternFill("solid", start_color="B8BEC4")
_SERVER_CELL = PatternFill("solid", start_color="F1F3F4")
_PROBLEM = DifferentialStyle(
    font=Font(color="9C0006"), fill=PatternFill("solid", end_color="FFC7CE")
)
_LINE_HEIGHT_PT = 15
_ARROW_WIDTH = 5  # of a list, in characters


def dress(sheet: Worksheet, tab: FirstTab) -> None:
    """Give the filled tab its looks."""
    for number, column in enumerate(tab.columns, start=1):
        _dress_column(sheet, number, column, tab_is_server=tab.server)
        _offer_choices(sheet, number, column, tab.language)
        _explain(sheet.cell(1, number), column.description)
    if tab.columns:
        sheet.freeze_panes = "A2"
        sheet.row_dimensions[1].height = 1.6 * _LINE_HEIGHT_PT
        sheet.print_title_rows = "1:1"
    else:
        _dress_labels(sheet)
    if meanings := tab.meanings:
        for number, row in enumerate(tab.rows, start=2):
            _explain(sheet.cell(number, VALUE_COLUMN), meanings.get(str(row[0]), ""))
    if tab.folded_from is not None:
        _fold(sheet, tab.folded_from)
    if tab.server:
        sheet.sheet_properties.tabColor = "B8BEC4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _dress_column(
    sheet: Worksheet, number: int, column: FirstColumn, *, tab_is_server: bool
) -> None:
    whole = sheet.column_dimensions[get_column_letter(number)]
    longest = max(map(len, column.choices), default=0)
    whole.width = max(column.width, longest + _ARROW_WIDTH)
    for styled in (whole, *_cells(sheet, number, first_row=2)):
        styled.number_format = _format(styled, column)
        styled.alignment = _alignment(column)
        if column.server and not tab_is_server:
            styled.fill = _SERVER_CELL
    header, is_server = sheet.cell(1, number), column.server or tab_is_server
    header.font = _BOLD if is_server else _HEADER_FONT
    header.fill = _SERVER_HEADER if is_server else _HEADER
    header.alignment = Alignment(horizontal=_side(column), vertical="center", indent=1)
    if column.width >= WRAPPED_FROM_WIDTH:
        _heighten(sheet, number, column.width)
    if column.header in PROBLEM_HEADERS:
        below, first = _below(number)
        rule = Rule("expression", dxf=_PROBLEM, formula=[f"LEN({first})>0"])
        sheet.conditional_formatting.add(below, rule)


def _format(styled: ColumnDimension | Cell | MergedCell, column: FirstColumn) -> str:
    """Return the format of the column; a date stays one, also where it does not belong."""
    is_date = isinstance(styled, Cell) and isinstance(styled.value, date)
    return FORMATS[ColumnKind.DATE] if is_date else FORMATS.get(column.kind, "General")


def _dress_labels(sheet: Worksheet) -> None:
    """Give a tab without headers a column of labels and one of what they say."""
    labels, texts = sheet.column_dimensions["A"], sheet.column_dimensions["B"]
    labels.width, texts.width = 28, 80
    for label in (labels, *_cells(sheet, 1, first_row=1)):
        label.font = _BOLD
        label.alignment = Alignment(vertical="top")
    for text in (texts, *_cells(sheet, 2, first_row=1)):
        text.alignment = Alignment(vertical="top", wrap_text=True)


def _cells(sheet: Worksheet, number: int, *, first_row: int) -> list[Cell | MergedCell]:
    return [sheet.cell(row, number) for row in range(first_row, sheet.max_row + 1)]


def _alignment(column: FirstColumn) -> Alignment:
    is_wrapped = column.width >= WRAPPED_FROM_WIDTH
    return Alignment(horizontal=_side(column), vertical="top", indent=1, wrap_text=is_wrapped)


def _side(column: FirstColumn) -> Literal["left", "right"]:
    return "right" if column.kind in _FIGURES else "left"


def _heighten(sheet: Worksheet, number: int, width: int) -> None:
    """Make room for the filled in sentences: not every program does so when it opens a file."""
    for row in range(2, sheet.max_row + 1):
        lines = ceil(len(str(sheet.cell(row, number).value or "")) / (width - 4))
        if lines > 1:
            sheet.row_dimensions[row].height = lines * _LINE_HEIGHT_PT


def _offer_choices(sheet: Worksheet, number: int, column: FirstColumn, language: str) -> None:
    """Offer the choices as a list; another text is asked about and not refused."""
    choices = column.choices or (TICKS if column.kind is ColumnKind.TICK else ())
    if not choices:
        return
    formula = f'"{",".join(choices)}"'
    if len(formula) > CHOICES_LENGTH_MAX + 2 or any(set(choice) & {",", '"'} for choice in choices):
        raise ValueError(
            f"{column.header}: a list of at most 255 characters, without commas and quotes"
        )
    usual = said("usual here", choices=choices)
    validation = DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=column.header,
        error=in_language(usual, language)[:CHOICES_LENGTH_MAX],
        sqref=_below(number)[0],
    )
    sheet.add_data_validation(validation)


def _explain(cell: Cell | MergedCell, text: str) -> None:
    if text:
        lines = 2 + len(text) // 40
        cell.comment = Comment(text, "Boekbrug", width=280, height=18 * lines)


def _fold(sheet: Worksheet, first_row: int) -> None:
    """Fold the rows from `first_row` under the one above, which shows the plus sign."""
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.row_dimensions.group(first_row, sheet.max_row, outline_level=1, hidden=True)
    sheet.row_dimensions[first_row - 1].collapsed = True
    sheet.cell(first_row - 1, 1).font = _BOLD


def _below(number: int) -> tuple[str, str]:
    """Return the cells under a header, and the first of them."""
    letter = get_column_letter(number)
    return f"{letter}2:{letter}{ROWS_MAX}", f"{letter}2"
