"""What moves when rows or columns are inserted or deleted: everything with a place."""

from dataclasses import dataclass
from typing import Protocol

from google_emulator.a1 import Box
from google_emulator.formulas import shifted
from google_emulator.grid import Json, Sheet, Spreadsheet

_AXIS = {
    "ROWS": ("startRowIndex", "endRowIndex"),
    "COLUMNS": ("startColumnIndex", "endColumnIndex"),
}


class Shift(Protocol):
    """Say where places go; None where they are gone."""

    def place(self, at: int) -> int | None: ...
    def span(self, start: int, end: int) -> tuple[int, int] | None: ...


@dataclass(frozen=True, slots=True)
class Insertion:
    """Insert `count` places at `start`."""

    start: int
    count: int

    def place(self, at: int) -> int:
        return at + self.count if at >= self.start else at

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.place(start), end + self.count if end > self.start else end


@dataclass(frozen=True, slots=True)
class Cut:
    """Delete the places from `start` up to `end`."""

    start: int
    end: int

    def place(self, at: int) -> int | None:
        return None if self.start <= at < self.end else self._edge(at)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        moved = self._edge(start), self._edge(end)
        return moved if moved[0] < moved[1] else None

    def _edge(self, at: int) -> int:
        return at - (self.end - self.start) if at >= self.end else min(at, self.start)


def shift(spreadsheet: Spreadsheet, sheet: Sheet, dimension: str, by: Shift) -> None:
    """Move the cells and all ranges of a sheet."""
    _shift_cells(sheet, dimension, by)
    sheet.merges = [box for box in (_box(each, dimension, by) for each in sheet.merges) if box]
    sheet.protected = _shift_ranges(sheet.protected, dimension, by)
    for rule in sheet.conditional:
        ranges = [_grid_range(each, dimension, by) for each in rule["ranges"]]
        rule["ranges"] = [each for each in ranges if each is not None]
    sheet.conditional = [rule for rule in sheet.conditional if rule["ranges"]]
    sheet.basic_filter = next(iter(_shift_ranges([sheet.basic_filter or {}], dimension, by)), None)
    own = [each for each in spreadsheet.named_ranges if _is_on(each["range"], sheet)]
    others = [each for each in spreadsheet.named_ranges if not _is_on(each["range"], sheet)]
    spreadsheet.named_ranges = others + _shift_ranges(own, dimension, by)
    spreadsheet.metadata = [
        m for m in spreadsheet.metadata if _metadata_stays(m, sheet, dimension, by)
    ]
    _shift_dimensions(sheet, dimension, by)


def _shift_cells(sheet: Sheet, dimension: str, by: Shift) -> None:
    for cell in sheet.cells.values():
        cell.formula = shifted(cell.formula, dimension, by.place)
    moved = {}
    for (row, column), cell in sheet.cells.items():
        at = (by.place(row), column) if dimension == "ROWS" else (row, by.place(column))
        if at[0] is not None and at[1] is not None:
            moved[at[0], at[1]] = cell
    sheet.cells = moved


def _shift_ranges(holders: list[Json], dimension: str, by: Shift) -> list[Json]:
    moved = [(each, _grid_range(each.get("range", {}), dimension, by)) for each in holders if each]
    return [{**each, "range": grid_range} for each, grid_range in moved if grid_range is not None]


def _grid_range(grid_range: Json, dimension: str, by: Shift) -> Json | None:
    first, last = _AXIS[dimension]
    if first not in grid_range or last not in grid_range:
        return grid_range
    span = by.span(grid_range[first], grid_range[last])
    return {**grid_range, first: span[0], last: span[1]} if span else None


def _box(box: Box, dimension: str, by: Shift) -> Box | None:
    if dimension == "ROWS":
        span = by.span(box.top, box.bottom)
        return Box(*span, box.left, box.right) if span else None
    span = by.span(box.left, box.right)
    return Box(box.top, box.bottom, *span) if span else None


def _is_on(grid_range: Json, sheet: Sheet) -> bool:
    on: int = grid_range.get("sheetId", 0)
    return on == sheet.id


def _metadata_stays(metadata: Json, sheet: Sheet, dimension: str, by: Shift) -> bool:
    """Move metadata with its row or column; say whether it is still there."""
    place = metadata["location"].get("dimensionRange")
    if not place or not _is_on(place, sheet) or place["dimension"] != dimension:
        return True
    span = by.span(place["startIndex"], place["endIndex"])
    if span:
        place["startIndex"], place["endIndex"] = span
    return span is not None


def _shift_dimensions(sheet: Sheet, dimension: str, by: Shift) -> None:
    moved = {by.place(at): own for at, own in sheet.dimensions[dimension].items()}
    sheet.dimensions[dimension] = {at: own for at, own in moved.items() if at is not None}
    groups = []
    for group in sheet.groups[dimension]:
        span = by.span(group["range"]["startIndex"], group["range"]["endIndex"])
        if span:
            place = {**group["range"], "startIndex": span[0], "endIndex": span[1]}
            groups.append({**group, "range": place})
    sheet.groups[dimension] = groups
