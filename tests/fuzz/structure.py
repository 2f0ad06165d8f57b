"""Damage to headers, rows, columns and tabs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from openpyxl.utils import get_column_letter

from fuzz.grid import EMPTY, Grid, Sheet, Shown, Style, text

StructureDamage = Callable[[Random, Grid], None]

HEADERS_IN_DUTCH = {
    "Number": "Nummer",
    "Date": "Datum",
    "Customer": "Klant",
    "Net": "Netto",
    "VAT": "Btw",
    "Quantity": "Aantal",
    "Discount %": "Korting %",
}
TABS_IN_DUTCH = {
    "Settings": "Instellingen",
    "VAT": "Btw",
    "Accounts": "Rekeningen",
    "Customers": "Klanten",
    "Invoices": "Facturen",
    "Lines": "Regels",
}


def team_tab(dice: Random, grid: Grid) -> Sheet:
    """Return a tab of the team's that has rows, more often one with amounts."""
    tabs = [sheet for sheet in grid if sheet.name in TABS_IN_DUTCH and len(sheet.rows) > 2]
    weights = [4 if sheet.name in ("Invoices", "Lines") else 1 for sheet in tabs]
    return dice.choices(tabs, weights)[0] if tabs else grid[0]


def _header(dice: Random, sheet: Sheet) -> tuple[list[Shown], int]:
    """Return the row of headers and the place of one of them."""
    row = sheet.rows[sheet.header_row or 0]
    places = [at for at, cell in enumerate(row) if cell.header] or [0]
    return row, dice.choice(places)


def _header_respelt(dice: Random, grid: Grid) -> None:
    """Write a header as people do: it stays the same column for whoever reads."""
    row, at = _header(dice, team_tab(dice, grid))
    name = row[at].raw
    others = [name.upper(), f"  {name} ", name.replace(" ", "\u00a0"), f"{name}:", f"{name}*"]
    others.append(HEADERS_IN_DUTCH.get(name, name.lower()))
    row[at] = replace(row[at], raw=dice.choice(others))


def _header_misspelt(dice: Random, grid: Grid) -> None:
    row, at = _header(dice, team_tab(dice, grid))
    name = row[at].raw
    place = dice.randrange(max(1, len(name)))
    others = [name[:place] + name[place + 1 :], name[:place] + "x" + name[place:], f"{name}\u200b"]
    row[at] = replace(row[at], raw=dice.choice([*others, f"{name} (EUR)"]))


def _header_renamed(dice: Random, grid: Grid) -> None:
    """Give a column a name that nobody takes for one of ours."""
    row, at = _header(dice, team_tab(dice, grid))
    row[at] = text(dice.choice(["Zzz", "42", "\U0001f600", "opm. Jan", "#REF!"]))


def _header_taken(dice: Random, grid: Grid) -> None:
    """Give a column the name of another one."""
    row, at = _header(dice, team_tab(dice, grid))
    row[at] = dice.choice([cell for cell in row if cell.header] or [EMPTY])


def _header_missing(dice: Random, grid: Grid) -> None:
    row, at = _header(dice, team_tab(dice, grid))
    row[at] = EMPTY


def _header_row(dice: Random, grid: Grid) -> None:
    """Remove the row of headers, double it, or move it down."""
    rows = team_tab(dice, grid).rows
    choice = dice.randrange(3)
    if choice == 0:
        del rows[0]
    elif choice == 1:
        rows.insert(dice.randrange(len(rows)), list(rows[0]))
    else:
        rows[:0] = [[text("Acme bv"), EMPTY, text("2026")] for _ in range(dice.randint(1, 12))]


def _rows_swapped(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    body = sheet.rows[1:]
    dice.shuffle(body)
    sheet.rows[1:] = body


def _row_inserted(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    filled = [text("Subtotaal"), EMPTY, EMPTY, text("1234,56")]
    row = dice.choice([[], [EMPTY] * 3, [text(" ")] * 4, filled, [Shown("boolean", "0")] * 12])
    sheet.rows.insert(dice.randint(1, len(sheet.rows)), row)


def _row_deleted(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    first = dice.randint(1, len(sheet.rows) - 1)
    del sheet.rows[first : first + dice.choice([1, 1, 3])]


def _row_doubled(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    row = list(dice.choice(sheet.rows[1:]))
    sheet.rows.insert(dice.randint(1, len(sheet.rows)), row)


def _columns_moved(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    order = list(range(sheet.width))
    dice.shuffle(order)
    sheet.rows = [[row[at] if at < len(row) else EMPTY for at in order] for row in sheet.rows]


def _column_changed(dice: Random, grid: Grid) -> None:
    """Remove a column, double it, or put an empty one in front."""
    sheet = team_tab(dice, grid)
    at, choice = dice.randrange(sheet.width), dice.randrange(3)
    for row in sheet.rows:
        if choice == 0:
            del row[at : at + 1]
        else:
            row.insert(at, row[at] if choice == 1 and at < len(row) else EMPTY)


def _cells_shifted(dice: Random, grid: Grid) -> None:
    """Move a part of one column down by one, as an inserted cell does."""
    sheet = team_tab(dice, grid)
    at, first = dice.randrange(sheet.width), dice.randint(1, len(sheet.rows) - 1)
    above = EMPTY
    for row in sheet.rows[first:]:
        row.extend([EMPTY] * (at + 1 - len(row)))
        row[at], above = above, row[at]


def _tab_renamed(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    if dice.random() < 0.5:
        sheet.title = TABS_IN_DUTCH.get(sheet.name, sheet.title)
    else:
        sheet.title, sheet.name = dice.choice(["Oud", f"{sheet.title} (2)", "2025"]), ""


def _tab_doubled(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    titles = [f"{sheet.title} (2)", TABS_IN_DUTCH.get(sheet.name, "x")]
    title = dice.choice(titles)
    name = sheet.name if title == titles[1] else ""
    rows = [list(row) for row in sheet.rows]
    if title not in {one.title for one in grid}:
        grid.insert(dice.randint(0, len(grid)), Sheet(title, name, rows))


def _tab_removed(dice: Random, grid: Grid) -> None:
    grid.remove(team_tab(dice, grid))


def _tabs_moved(dice: Random, grid: Grid) -> None:
    dice.shuffle(grid)


def _rows_hidden(dice: Random, grid: Grid) -> None:
    sheet = team_tab(dice, grid)
    sheet.hidden_rows = {dice.randint(2, len(sheet.rows)) for _ in range(dice.choice([1, 3]))}


def _cells_merged(dice: Random, grid: Grid) -> None:
    """Merge a cell with the one below, which loses what it held."""
    sheet = team_tab(dice, grid)
    at, first = dice.randrange(min(26, sheet.width)), dice.randint(1, len(sheet.rows) - 2)
    below = sheet.rows[first + 1]
    below.extend([EMPTY] * (at + 1 - len(below)))
    below[at] = EMPTY
    letter = get_column_letter(at + 1)
    sheet.merges = [f"{letter}{first + 1}:{letter}{first + 2}"]


def _column_of(dice: Random, grid: Grid, keys: tuple[str, ...]) -> list[tuple[list[Shown], int]]:
    """Return the filled cells of one of these columns: each row, and the place in it."""
    for sheet in dice.sample(grid, len(grid)):
        header_row = sheet.header_row
        headers = [] if header_row is None else sheet.rows[header_row]
        places = [at for at, cell in enumerate(headers) if cell.header in keys]
        if places:
            at, rows = dice.choice(places), sheet.rows[(header_row or 0) + 1 :]
            return [(row, at) for row in rows if at < len(row) and row[at].kind != "empty"]
    return []


def filled_column(dice: Random, sheet: Sheet) -> list[tuple[list[Shown], int]]:
    """Return the filled cells of a column: each row, and the place in it."""
    at = dice.randrange(max(sheet.width, 1))
    rows = sheet.rows[(sheet.header_row or 0) + 1 :]
    return [(row, at) for row in rows if at < len(row) and row[at].kind != "empty"]


def _keys_with_unseen(dice: Random, grid: Grid) -> None:
    """Put a mark of no width in some of the texts by which rows find each other."""
    for row, at in _column_of(dice, grid, ("Customer", "Number", "Invoice", "Code", "VAT")):
        if dice.random() < 0.5:
            words, place = row[at].raw, dice.randint(0, len(row[at].raw))
            mark = dice.choice("\u200b\u200d\u2060\ufeff\u00ad")
            row[at] = text(words[:place] + mark + words[place:])


def _amounts_with_other_mark(dice: Random, grid: Grid) -> None:
    """Turn a column of amounts into texts with the other decimal mark."""
    for row, at in _column_of(dice, grid, ("Net", "Unit price", "Quantity", "Discount amount")):
        row[at] = text(row[at].raw.replace(".", ","))


def _days_as_numbers(dice: Random, grid: Grid) -> None:
    """Let a column of days show the numbers of its days, or some cells of it."""
    share = dice.choice([0.3, 1.0])
    for row, at in _column_of(dice, grid, ("Date", "Due")):
        if dice.random() < share:
            row[at] = replace(row[at], style=Style.GENERAL)


HEADER_DAMAGES: Mapping[str, StructureDamage] = {
    "respelt": _header_respelt,
    "misspelt": _header_misspelt,
    "renamed": _header_renamed,
    "another's": _header_taken,
    "missing": _header_missing,
    "row of headers": _header_row,
}
STRUCTURE_DAMAGES: Mapping[str, StructureDamage] = {
    "rows swapped": _rows_swapped,
    "row inserted": _row_inserted,
    "row deleted": _row_deleted,
    "row doubled": _row_doubled,
    "columns moved": _columns_moved,
    "column removed or doubled": _column_changed,
    "cells shifted": _cells_shifted,
    "tab renamed": _tab_renamed,
    "tab doubled": _tab_doubled,
    "tab removed": _tab_removed,
    "tabs moved": _tabs_moved,
    "rows hidden": _rows_hidden,
    "cells merged": _cells_merged,
    "keys with unseen marks": _keys_with_unseen,
    "amounts with other mark": _amounts_with_other_mark,
    "days as numbers": _days_as_numbers,
}
