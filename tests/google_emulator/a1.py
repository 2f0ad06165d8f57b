"""A1 notation: cells, ranges and the names of sheets (recorded answers of spreadsheets.values)."""

import re
from dataclasses import dataclass

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)")
_SIDE = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?")
_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Box:
    """Name a rectangle of cells, half open and counted from 0, as Google's GridRange."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left

    def within(self, outer: "Box") -> bool:
        """Tell whether no cell lies outside another box."""
        return (
            outer.top <= self.top
            and self.bottom <= outer.bottom
            and outer.left <= self.left
            and self.right <= outer.right
        )

    def meets(self, other: "Box") -> bool:
        """Tell whether a cell lies in both."""
        return (
            self.top < other.bottom
            and other.top < self.bottom
            and self.left < other.right
            and other.left < self.right
        )

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row < self.bottom and self.left <= column < self.right

    def positions(self) -> list[tuple[int, int]]:
        """List the cells, row by row."""
        return [(r, c) for r in range(self.top, self.bottom) for c in range(self.left, self.right)]


def letters(column: int) -> str:
    """Name a column counted from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    """Count a column's letters from 0."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def quoted(title: str) -> str:
    """Quote a sheet's title where Google does: `Sheet1`, but `'D3'` and `'two words'`."""
    if _PLAIN_TITLE.fullmatch(title) and not _CELL.fullmatch(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def named(title: str, box: Box) -> str:
    """Write a range as Google answers it: `Sheet1!A1:D4`, one cell as `Sheet1!A1`."""
    first = f"{letters(box.left)}{box.top + 1}"
    last = f"{letters(box.right - 1)}{box.bottom}"
    return f"{quoted(title)}!{first}" if first == last else f"{quoted(title)}!{first}:{last}"


def split(text: str) -> tuple[str | None, str | None]:
    """Split a range into the sheet's title and what is inside it; None where nothing is said."""
    if text.startswith("'"):
        title, _, rest = text[1:].replace("''", "\0").partition("'")
        return title.replace("\0", "'"), rest.removeprefix("!") or None
    if "!" in text:
        title, _, rest = text.rpartition("!")
        return title, rest
    return (None, text) if box_of(text, 1, 1) else (text, None)


def box_of(text: str, rows: int, columns: int) -> Box | None:
    """Read `A1`, `A1:B2`, `A:C`, `2:3`, `A2:C` or `D4:A1` in a grid of that size; else None.

    The answer is not clamped: a cell beyond the grid stays beyond it.
    """
    if ":" not in text:
        return box_of(f"{text}:{text}", rows, columns) if _CELL.fullmatch(text) else None
    sides = [_SIDE.fullmatch(side) for side in text.split(":")]
    if len(sides) != 2 or not all(side and side.group() for side in sides):
        return None
    found = [(side[1], side[2]) for side in sides if side]
    tops, bottoms = _ends([int(row) - 1 if row else None for _, row in found], rows)
    lefts, rights = _ends([column_of(name) if name else None for name, _ in found], columns)
    return Box(tops, bottoms, lefts, rights)


def _ends(sides: list[int | None], size: int) -> tuple[int, int]:
    first, last = sides
    if first is not None and last is not None:
        return min(first, last), max(first, last) + 1
    only = first if first is not None else last
    return (only or 0), size
