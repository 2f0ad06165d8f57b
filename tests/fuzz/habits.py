"""Damage that hasty hands do: sort one column, paste beside it, replace marks, add up below."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from fuzz.cells import CellDamage
from fuzz.grid import EMPTY, Grid, Sheet, Shown, Style, number, text
from fuzz.structure import StructureDamage, filled_column, team_tab

FULL_WIDTH, ARABIC = (
    {ord("0") + digit: chr(zero + digit) for digit in range(10)} for zero in (0xFF10, 0x0660)
)


def _with_currency(dice: Random, cell: Shown) -> Shown:
    shapes = ("€ {}", "€{}", "{} €", "EUR {}", "{} EUR", "{} euro", "$ {}", "{} USD", "£{}", "{},-")
    return text(dice.choice(shapes).format(_typed(dice, cell)))


def _as_accountants_do(dice: Random, cell: Shown) -> Shown:
    shapes = (
        "({})",
        "{}-",
        "{} -",
        "-({})",
        "(-{})",
        "{} CR",
        "{} C",
        "(€ {})",
        "€ -{}",
        "-€ {}",
        "+{}",
    )
    return text(dice.choice(shapes).format(_typed(dice, cell)))


def _in_other_digits(dice: Random, cell: Shown) -> Shown:
    return text(_typed(dice, cell).translate(dice.choice([FULL_WIDTH, ARABIC])))


def _as_fraction(dice: Random, cell: Shown) -> Shown:
    shapes = ("{} 1/2", "{}\u00bd", "1/2", "{} / 2", "{}%", "{} %", "{} percent", "{} x 2", "2*{}")
    return text(dice.choice(shapes).format(_typed(dice, cell)))


def _year_mistyped(dice: Random, cell: Shown) -> Shown:
    if cell.kind == "number" and cell.style is Style.DAY:
        years = dice.choice([-100, -1, 1, 10, 100])
        return number(float(cell.raw) + round(365.25 * years), Style.DAY)
    days = (
        "15/07/206",
        "15/07/20226",
        "15/07/2062",
        "15/07/0026",
        "15/7/26",
        "2062-07-15",
        "15/07",
    )
    return text(dice.choice(days))


CELL_HABITS: Mapping[str, CellDamage] = {
    "currency": _with_currency,
    "accountants' negative": _as_accountants_do,
    "other digits": _in_other_digits,
    "fraction": _as_fraction,
    "year mistyped": _year_mistyped,
}


def _typed(dice: Random, cell: Shown) -> str:
    """Return the number of a cell as somebody types it, or as a program wrote it."""
    try:
        figure = float(cell.raw)
    except ValueError:
        return cell.raw
    marks = dice.choice([(",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("", ","), ("", ".")])
    words = f"{figure:,.2f}".replace(",", "\0").replace(".", marks[1])
    return words.replace("\0", marks[0])


def _column_sorted(dice: Random, grid: Grid) -> None:
    """Sort one column without the others."""
    places = filled_column(dice, team_tab(dice, grid))
    cells = sorted(
        (row[at] for row, at in places), key=lambda one: one.raw, reverse=dice.random() < 0.5
    )
    for (row, at), cell in zip(places, cells, strict=True):
        row[at] = cell


def _block_shifted(dice: Random, grid: Grid) -> None:
    """Paste a block of cells one column further to the right."""
    sheet = team_tab(dice, grid)
    rows = _some_rows(dice, sheet)
    first = dice.randrange(sheet.width)
    last = min(first + dice.randint(1, 4), sheet.width - 1)
    for row in rows:
        row.extend([EMPTY] * (last + 2 - len(row)))
        row[first + 1 : last + 2] = row[first : last + 1]
        if dice.random() < 0.5:
            row[first] = EMPTY


def _replaced(dice: Random, grid: Grid) -> None:
    """Find and replace in a whole tab: what looks like a day afterwards becomes one."""
    sheet = team_tab(dice, grid)
    old, new = dice.choice(
        [(".", ","), (",", "."), ("-", "/"), ("/", "-"), (" ", ""), ("0", ""), ("2", "3")]
    )
    for row in sheet.rows[1:]:
        for at, cell in enumerate(row):
            if (
                cell.kind not in ("text", "number")
                or cell.style is Style.DAY
                or old not in cell.raw
            ):
                continue
            words = cell.raw.replace(old, new)
            is_day = new == "." and dice.random() < 0.2
            row[at] = number(46_000 + len(words), Style.DAY) if is_day else text(words)


def _series_filled(dice: Random, grid: Grid) -> None:
    """Drag the corner of a cell down: its last number counts on."""
    places = filled_column(dice, team_tab(dice, grid))
    if len(places) < 2:
        return
    first = dice.randrange(len(places) - 1)
    row, at = places[first]
    start, steps = row[at], places[first + 1 : first + 1 + dice.randint(1, 6)]
    head = start.raw.rstrip("0123456789")
    tail = start.raw[len(head) :]
    for step, (other, place) in enumerate(steps, start=1):
        counted = f"{head}{int(tail[:9]) + step}" if tail else start.raw
        other[place] = replace(start, raw=counted)


def _pasted_into_filter(dice: Random, grid: Grid) -> None:
    """Paste one value over a column while a filter hides rows, which get it too."""
    places = filled_column(dice, team_tab(dice, grid))
    if places:
        row, at = dice.choice(places)
        for other, place in dice.sample(places, dice.randint(1, len(places))):
            other[place] = row[at]


def _text_to_columns(dice: Random, grid: Grid) -> None:
    """Part the texts of a column at a mark: what stands behind it overwrites the next column."""
    mark = dice.choice(["/", " ", ",", "-", "."])
    for row, at in filled_column(dice, team_tab(dice, grid)):
        before, found, behind = row[at].raw.partition(mark)
        if found and row[at].kind == "text":
            row.extend([EMPTY] * (at + 2 - len(row)))
            row[at : at + 2] = [text(before), text(behind)]


def _total_below(dice: Random, grid: Grid) -> None:
    """Add up below the table, at once or behind an empty row."""
    sheet = team_tab(dice, grid)
    width = sheet.width
    cells = [EMPTY] * width
    cells[dice.randrange(width)] = text(
        dice.choice(["Totaal", "TOTAAL:", "Total", "Som", "Subtotaal"])
    )
    sums = [
        text("12.345,00"),
        text("\u20ac 12.345,00"),
        number(12345),
        replace(number(12345), is_formula=True),
    ]
    cells[dice.randrange(width)] = dice.choice(sums)
    sheet.rows += [*[[]] * dice.choice([0, 0, 1, 3]), cells]


def _second_table(dice: Random, grid: Grid) -> None:
    """Put another table beside the first, of its own or with headers of ours."""
    sheet = team_tab(dice, grid)
    at = sheet.width + dice.choice([0, 1, 2])
    header_row = sheet.header_row or 0
    ours = [cell for cell in sheet.rows[header_row] if cell.header]
    first = dice.choice(ours) if ours and dice.random() < 0.5 else text("Kwartaal")
    table = [[first, text("Omzet")], *[[text(f"Q{one}"), number(1000 * one)] for one in (1, 2, 3)]]
    for row, cells in zip(sheet.rows[header_row:], table, strict=False):
        row.extend([EMPTY] * (at - len(row)))
        row[at:] = cells


def _remarks_between(dice: Random, grid: Grid) -> None:
    """Put rows with a remark between the others."""
    sheet = team_tab(dice, grid)
    for _ in range(dice.randint(1, 3)):
        remark = text(dice.choice(["--- juli ---", "nog te betalen!", "TODO Jan", "Q3", "***"]))
        cells = [EMPTY] * dice.choice([0, 0, 1, 4])
        sheet.rows.insert(dice.randint(1, len(sheet.rows)), [*cells, remark])


STRUCTURE_HABITS: Mapping[str, StructureDamage] = {
    "one column sorted": _column_sorted,
    "block pasted beside": _block_shifted,
    "find and replace": _replaced,
    "series filled": _series_filled,
    "pasted into a filter": _pasted_into_filter,
    "text to columns": _text_to_columns,
    "total below": _total_below,
    "second table": _second_table,
    "remarks between": _remarks_between,
}


def _some_rows(dice: Random, sheet: Sheet) -> list[list[Shown]]:
    first = dice.randint(1, len(sheet.rows) - 1)
    return sheet.rows[first : first + dice.randint(1, 6)]
