"""What a case's workbook has besides its values: what is hidden, merged or computed."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
from error_zips import replaced_part

Shapes = Mapping[str, Mapping[str, Any]]
"""By tab: `hidden_rows` (numbers), `hidden_columns` (letters), `merged` (areas), `formulas`, and
`linked`, formulas on another file.

What is linked has the cell's own value as the result of its formula.
"""


def give_shape(book: openpyxl.Workbook, shapes: Shapes) -> None:
    """Hide, merge and compute in the tabs of a book; a merged area keeps its first value alone."""
    for title, shape in shapes.items():
        sheet = book[title]
        for number in shape.get("hidden_rows", ()):
            sheet.row_dimensions[number].hidden = True
        for letters in shape.get("hidden_columns", ()):
            sheet.column_dimensions[letters].hidden = True
        for area in shape.get("merged", ()):
            sheet.merge_cells(area)
        for place, formula in shape.get("formulas", {}).items():
            sheet[place] = formula


def link(path: Path, shapes: Shapes) -> None:
    """Let the cells that are linked have their values from a formula; openpyxl keeps no results."""
    titles = openpyxl.load_workbook(path).sheetnames
    for title, shape in shapes.items():
        part = f"xl/worksheets/sheet{titles.index(title) + 1}.xml"
        for place, formula in shape.get("linked", {}).items():
            replaced_part(path, part, partial(_computed, place, formula))


def _computed(place: str, formula: str, xml: str) -> str:
    return re.sub(rf'(<c r="{place}"[^<>]*>)(<v>)', rf"\1<f>{formula}</f>\2", xml)


def shapes_of(path: Path) -> Shapes:
    """Return the shapes that the tabs of a file have, as far as they have one."""
    found = {sheet.title: _shape_of(sheet) for sheet in openpyxl.load_workbook(path).worksheets}
    return {title: shape for title, shape in found.items() if shape}


def _shape_of(sheet: Any) -> dict[str, Any]:
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    formulas = {cell.coordinate: cell.value for cell in cells}
    shape = {
        "hidden_rows": [row for row, one in sheet.row_dimensions.items() if one.hidden],
        "hidden_columns": [name for name, one in sheet.column_dimensions.items() if one.hidden],
        "merged": [str(area) for area in sheet.merged_cells.ranges],
        "formulas": {place: text for place, text in formulas.items() if "[" not in text},
        "linked": {place: text[1:] for place, text in formulas.items() if "[" in text},
    }
    return {name: value for name, value in shape.items() if value}
