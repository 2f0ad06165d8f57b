"""Read values: what the four reading options make of cells (recorded unless said)."""

from dataclasses import dataclass

from google_emulator import a1
from google_emulator.a1 import Box
from google_emulator.formulas import effective_value
from google_emulator.grid import Cell, Json, Scalar, Sheet, Spreadsheet
from google_emulator.values_rendering import is_date, shown


@dataclass(frozen=True, slots=True)
class Reading:
    """Say how values are read, in Google's words and with Google's defaults."""

    dimension: str = "ROWS"
    render: str = "FORMATTED_VALUE"
    dates: str = "SERIAL_NUMBER"


def value_range(spreadsheet: Spreadsheet, sheet: Sheet, box: Box, how: Reading) -> Json:
    """Answer a ValueRange; `values` is absent when there is nothing."""
    answer: Json = {"range": a1.named(sheet.title, box), "majorDimension": how.dimension}
    rows = [
        [
            rendered(sheet, sheet.peek(row, column), spreadsheet.locale, how)
            for column in range(box.left, box.right)
        ]
        for row in _used_rows(sheet, box)
    ]
    is_turned = how.dimension == "COLUMNS"
    values = trimmed([list(line) for line in zip(*rows, strict=True)] if is_turned else rows)
    return answer | ({"values": values} if values else {})


def rendered(sheet: Sheet, cell: Cell, locale: str, how: Reading) -> Scalar:
    """Render one cell; nothing is an empty text."""
    if how.render == "FORMULA" and cell.formula:
        return cell.formula
    value = effective_value(sheet, cell)
    if value is None:
        return ""
    is_date_text = how.dates == "FORMATTED_STRING" and is_date(value, cell.number_format)
    if how.render == "FORMATTED_VALUE" or is_date_text:
        return shown(value, cell.number_format, locale)
    return value


def trimmed(lines: list[list[Scalar]]) -> list[list[Scalar]]:
    """Drop empty cells at the end of each line and empty lines at the end."""
    short = [_without_empty_end(line) for line in lines]
    while short and not short[-1]:
        short.pop()
    return short


def _without_empty_end(line: list[Scalar]) -> list[Scalar]:
    last = max((place for place, value in enumerate(line) if value != ""), default=-1)
    return line[: last + 1]


def _used_rows(sheet: Sheet, box: Box) -> range:
    """Leave out the empty end of a grid of a thousand rows; it is trimmed anyway."""
    last = max((row for (row, _), cell in sheet.cells.items() if not cell.is_blank), default=-1)
    return range(box.top, min(box.bottom, last + 1))
