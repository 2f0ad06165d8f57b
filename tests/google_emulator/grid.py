"""Spreadsheets as they are kept: cells by position, sheets in order."""

import copy
import secrets
from dataclasses import dataclass, field, fields
from typing import Any

from google_emulator.a1 import Box

CHARACTERS_MAX = 50_000
TOO_LONG = (
    f"Your input contains more than the maximum of {CHARACTERS_MAX} characters in a single cell."
)
"""What Google says to a longer text (secator #96)."""

Scalar = str | bool | int | float
Json = dict[str, Any]


@dataclass(slots=True)
class Cell:
    """Hold one cell: a value or a formula, and what lies on it.

    `format` is the user-entered CellFormat, numberFormat inside; dates are serial numbers.
    """

    value: Scalar | None = None
    formula: str = ""
    format: Json = field(default_factory=dict)
    note: str = ""
    validation: Json | None = None

    @property
    def is_blank(self) -> bool:
        """Tell whether there is nothing to read; an empty text is nothing, as with Google."""
        return not self.formula and self.value in (None, "")

    @property
    def is_bare(self) -> bool:
        """Tell whether there is nothing at all."""
        return self.is_blank and not (self.format or self.note or self.validation)

    @property
    def number_format(self) -> Json:
        found: Json = self.format.get("numberFormat", {})
        return found

    def copied(self) -> "Cell":
        """Copy the cell; a rule of validation is replaced whole and may be shared."""
        own = copy.deepcopy(self.format) if self.format else {}
        return Cell(self.value, self.formula, own, self.note, self.validation)

    def clear_value(self) -> None:
        """Remove what was entered; format, note and validation stay."""
        self.value, self.formula = None, ""


@dataclass
class Sheet:
    """Hold one tab. `properties` is a SheetProperties without the index.

    `dimensions` and `groups` are kept under ROWS and COLUMNS: DimensionProperties by index, and
    DimensionGroups in order.
    """

    properties: Json
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Box] = field(default_factory=list)
    protected: list[Json] = field(default_factory=list)
    conditional: list[Json] = field(default_factory=list)
    basic_filter: Json | None = None
    dimensions: dict[str, dict[int, Json]] = field(
        default_factory=lambda: {"ROWS": {}, "COLUMNS": {}}
    )
    groups: dict[str, list[Json]] = field(default_factory=lambda: {"ROWS": [], "COLUMNS": []})

    @property
    def id(self) -> int:
        number: int = self.properties["sheetId"]
        return number

    @property
    def title(self) -> str:
        text: str = self.properties["title"]
        return text

    @property
    def rows(self) -> int:
        number: int = self.properties["gridProperties"]["rowCount"]
        return number

    @property
    def columns(self) -> int:
        number: int = self.properties["gridProperties"]["columnCount"]
        return number

    @property
    def box(self) -> Box:
        """Give the whole grid."""
        return Box(0, self.rows, 0, self.columns)

    def __deepcopy__(self, memo: dict[int, Any]) -> "Sheet":
        rest = {each.name: getattr(self, each.name) for each in fields(self)}
        cells = {at: cell.copied() for at, cell in rest.pop("cells").items()}
        return Sheet(cells=cells, **copy.deepcopy(rest, memo))

    def cell(self, row: int, column: int) -> Cell:
        """Give a cell to write on."""
        return self.cells.setdefault((row, column), Cell())

    def peek(self, row: int, column: int) -> Cell:
        """Give a cell to read."""
        return self.cells.get((row, column)) or Cell()

    def resize(self, rows: int, columns: int) -> None:
        """Set the size of the grid; cells outside are gone."""
        self.properties["gridProperties"].update(rowCount=rows, columnCount=columns)
        self.cells = {at: cell for at, cell in self.cells.items() if self.box.holds(*at)}


@dataclass
class Spreadsheet:
    """Hold one spreadsheet; `properties` is a SpreadsheetProperties.

    `writer` is the address of who writes on a draft, None for the owner and without accounts.
    """

    id: str
    properties: Json
    sheets: list[Sheet] = field(default_factory=list)
    named_ranges: list[Json] = field(default_factory=list)
    metadata: list[Json] = field(default_factory=list)
    writer: str | None = None

    @property
    def locale(self) -> str:
        name: str = self.properties["locale"]
        return name

    def sheet_by_id(self, sheet_id: int) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    def sheet_by_title(self, title: str) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def new_spreadsheet(spreadsheet_id: str, title: str, locale: str = "en_US") -> Spreadsheet:
    """Make a spreadsheet with one sheet of 1000 x 26 (recorded: every create)."""
    properties = {"title": title, "locale": locale, "autoRecalc": "ON_CHANGE"}
    first = new_sheet({"sheetId": 0, "title": "Sheet1"})
    return Spreadsheet(spreadsheet_id, {**properties, "timeZone": "Etc/GMT"}, [first])


def new_sheet(properties: Json) -> Sheet:
    """Make a sheet; what is not said gets Google's default."""
    size = {"rowCount": 1000, "columnCount": 26, **properties.get("gridProperties", {})}
    given = {name: value for name, value in properties.items() if name != "index"}
    base = {"sheetId": new_number(), "sheetType": "GRID"}
    return Sheet({**base, **given, "gridProperties": size})


def new_number() -> int:
    """Make an identifier of a sheet, a named range or a protected range."""
    return secrets.randbelow(2**31 - 1) + 1
