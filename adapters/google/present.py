"""A Google Sheet as set-up finds it: what stands in it, and what lies on its cells.

Unlike a run, set-up needs formats, lists and notes, which only `spreadsheets.get` tells.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from boekbrug.server.workbook.cells import Cells, Tab
from boekbrug.server.workbook.layout import known_tab
from boekbrug.server.workbook.layout_problems import HEADER_ROWS_MAX

Json = dict[str, Any]

PRESENT_FIELDS = (
    "sheets("
    "properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount,frozenRowCount)),"
    "protectedRanges(range),"
    "conditionalFormats(ranges,booleanRule(condition(type))),"
    "data(rowData(values(userEnteredValue,note,dataValidation(condition),"
    "userEnteredFormat(numberFormat(type)))))"
    ")"
)
"""What to ask `spreadsheets.get` for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentTab:
    """One tab now; `cells` are its rows as Google tells them, empty ends left out.

    `protected` are the ranges that are protected, `conditional` those that turn colour when they
    are not blank.
    """

    sheet_id: int
    title: str
    row_count: int
    column_count: int
    frozen_rows: int = 0
    cells: Sequence[Sequence[Mapping[str, Any]]] = ()
    protected: Sequence[Mapping[str, int]] = ()
    conditional: Sequence[Mapping[str, int]] = ()

    @property
    def width(self) -> int:
        """The number of columns up to the last one in which anything stands."""
        return max((column + 1 for _, column in self._filled()), default=0)

    @property
    def height(self) -> int:
        """The number of rows up to the last one in which anything stands."""
        return max((row + 1 for row, _ in self._filled()), default=0)

    def cell(self, row: int, column: int) -> Mapping[str, Any]:
        """Return what Google told of a cell (both from 0), nothing for an empty one."""
        cells = self.cells[row] if row < len(self.cells) else ()
        return cells[column] if column < len(cells) else {}

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell, as text."""
        value = self.cell(row, column).get("userEnteredValue") or {}
        return str(next(iter(value.values()), "")).strip()

    def has_formula(self, column: int) -> bool:
        """Whether somebody computes in the column."""
        values = (self.cell(row, column).get("userEnteredValue") for row in range(len(self.cells)))
        return any("formulaValue" in value for value in values if value)

    def is_protected(self, column: int) -> bool:
        """Whether a whole column, or the whole tab, is protected."""
        return _covers(self.protected, column)

    def is_conditional(self, column: int) -> bool:
        """Whether a column turns colour when it is not blank."""
        return _covers(self.conditional, column)

    def _filled(self) -> Iterator[tuple[int, int]]:
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                if cell.get("userEnteredValue"):
                    yield row, column


def present_tabs(answer: Mapping[str, Any]) -> Mapping[str, PresentTab]:
    """Return the tabs of an answer by their titles, in their order; charts have no cells."""
    sheets = [one for one in answer["sheets"] if one["properties"].get("sheetType") != "OBJECT"]
    return {sheet["properties"]["title"]: _tab(sheet) for sheet in sheets}


def as_cells(tabs: Mapping[str, PresentTab]) -> Cells:
    """Return the top of every tab, where headers are looked for, and tab Settings whole."""
    return Cells(tuple(_top(tab) for tab in tabs.values()))


def _tab(sheet: Mapping[str, Any]) -> PresentTab:
    properties = sheet["properties"]
    grid = properties["gridProperties"]
    [data] = sheet.get("data") or [{}]
    rules = sheet.get("conditionalFormats", [])
    not_blank = [rule for rule in rules if _condition(rule) == "NOT_BLANK"]
    return PresentTab(
        sheet_id=properties.get("sheetId", 0),
        title=properties["title"],
        row_count=grid["rowCount"],
        column_count=grid["columnCount"],
        frozen_rows=grid.get("frozenRowCount", 0),
        cells=[row.get("values", []) for row in data.get("rowData", [])],
        protected=[one.get("range", {}) for one in sheet.get("protectedRanges", [])],
        conditional=[area for rule in not_blank for area in rule.get("ranges", [])],
    )


def _condition(rule: Mapping[str, Any]) -> str:
    return str(rule.get("booleanRule", {}).get("condition", {}).get("type", ""))


def _covers(ranges: Sequence[Mapping[str, int]], column: int) -> bool:
    return any(
        one.get("startColumnIndex", 0) <= column < one.get("endColumnIndex", column + 1)
        and one.get("startRowIndex", 0) < HEADER_ROWS_MAX + 1
        for one in ranges
    )


def _top(tab: PresentTab) -> Tab:
    is_settings = known_tab(tab.title) == "Settings"
    rows = range(tab.height if is_settings else min(tab.height, HEADER_ROWS_MAX))
    columns = (tuple(tab.text(row, column) or None for row in rows) for column in range(tab.width))
    return Tab(tab.title, tuple(columns))
