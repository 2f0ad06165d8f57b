"""The same workbook as a Google Sheet answers it: twice, with dates as shown and as numbers."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from boekbrug.adapters.google.values import merged_tab
from boekbrug.server.workbook.cells import Cells
from fuzz.grid import EMPTY, Grid, Shown, Style
from fuzz.reading import BEFORE_DAY_1, DAYS, FIRST_NO_DAY

Columns = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Answers:
    """What Google answers of each tab, by its title: the columns in both ways."""

    tabs: tuple[tuple[str, Columns, Columns], ...]

    def read(self) -> Cells:
        """Return the cells; raises TornError when somebody typed between the answers."""
        return Cells(tuple(merged_tab(*tab) for tab in self.tabs))


def as_google_has_it(grid: Grid) -> None:
    """Take from the grid what a Google Sheet has not: bare formulas, and per cents as texts."""
    for sheet in grid:
        sheet.rows = [[_in_google(cell) for cell in row] for row in sheet.rows]


def answered(grid: Grid) -> Answers:
    """Return both answers about a workbook."""
    tabs = []
    for sheet in grid:
        pairs = [
            [_pair(row[at]) if at < len(row) else ("", "") for row in sheet.rows]
            for at in range(sheet.width)
        ]
        shown, serial = ([[pair[which] for pair in one] for one in pairs] for which in (0, 1))
        tabs.append((sheet.title, shown, serial))
    return Answers(tuple(tabs))


def torn(dice: Random, answers: Answers) -> Answers:
    """Let a row be inserted or deleted, or a cell be typed, between the two answers."""
    at = dice.randrange(len(answers.tabs))
    title, shown, serial = answers.tabs[at]
    choice, row = dice.randrange(3), dice.randrange(1, 12)
    changed = [list(column) for column in serial]
    for column in changed if choice < 2 else ():
        column[row:row] = [""] if choice == 0 else []
        del column[row : row + choice]
    if choice == 2 and changed:
        column = dice.choice(changed)
        column[row : row + 1] = [dice.choice(["Jan", True, 46_218, 1.5, "#REF!", ""])]
    tabs = list(answers.tabs)
    tabs[at] = title, shown, changed
    return Answers(tuple(tabs))


def _in_google(cell: Shown) -> Shown:
    if cell.kind == "unsolved":
        return EMPTY
    if cell.kind == "error":
        return replace(cell, raw="#REF!")
    return replace(cell, style=Style.GENERAL) if cell.style is Style.PERCENT else cell


def _pair(cell: Shown) -> tuple[Any, Any]:
    if cell.kind == "boolean":
        return cell.raw == "1", cell.raw == "1"
    if cell.kind != "number":
        return cell.raw, cell.raw
    value = float(cell.raw)
    plain = int(value) if value.is_integer() and abs(value) < 10**15 else value
    if cell.style in DAYS and 0 <= value < FIRST_NO_DAY:
        return f"{_day(value):%d/%m/%Y}", plain
    return (str(plain), plain) if cell.style in (*DAYS, Style.CLOCK) else (plain, plain)


def _day(serial: float) -> date:
    return BEFORE_DAY_1 + timedelta(days=int(serial))
