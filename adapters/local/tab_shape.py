"""What a sheet part says of a tab besides the values: hidden, merged, filtered, computed.

By plain searches, for a tree of a large sheet fills the memory (ECMA-376 part 1, 18.3.1).
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from boekbrug.adapters.local.row_xml import column_number
from boekbrug.server.workbook.shape import Area, Span, areas_of, spans_of

FILTERS_MAX = 100
"""More of them have no place in a tab that people filter."""
FORMULAS_MAX = 20_000
"""Of one tab; what fills a whole column with formulas shows in its first rows."""

_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_REF = re.compile(
    rb"""\sref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?["']"""
)
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_FILLING = re.compile(rb"""\st\s*=\s*["'](?:array|dataTable)["']""")
_FIRST, _LAST = (
    re.compile(rb"""\s%s\s*=\s*["'](\d{1,5})["']""" % name) for name in (b"min", b"max")
)
_FILTER = re.compile(
    rb"<(?:[\w.-]+:)?autoFilter(?=\s)([^<>]*)(?<!/)>(?:(?!</?(?:[\w.-]+:)?autoFilter[\s>]).)*?"
    rb"<(?:[\w.-]+:)?filterColumn[\s/>]",
    re.DOTALL,
)


def hidden_places(xml: bytes, prefix: bytes, start: int, end: int) -> list[int]:
    """Return where the tags of hidden rows begin."""
    if xml.find(b"hidden", start, end) < 0:
        return []
    tag = rb"""<%srow\s[^<>]*?\bhidden\s*=\s*["'](?:1|true)["']""" % re.escape(prefix)
    return [found.start() for found in re.compile(tag).finditer(xml, start, end)]


def hidden_rows(numbers: Iterable[int], filtered: Iterable[Area]) -> tuple[Span, ...]:
    """Return those of the hidden rows that lie in no area whose filter leaves rows out."""
    hidden = list(numbers)
    areas = list(islice(filtered, FILTERS_MAX)) if hidden else []
    return spans_of(
        number for number in hidden if not any(area[0] <= number <= area[2] for area in areas)
    )


def hidden_columns(head: bytes, prefix: bytes) -> tuple[Span, ...]:
    """Return the columns that are hidden, by what stands before the rows."""
    tags = re.findall(rb"<%scol\s[^<>]*>" % re.escape(prefix), head) if b"hidden" in head else []
    ends = [(_FIRST.search(tag), _LAST.search(tag)) for tag in tags if _HIDDEN.search(tag)]
    return tuple((int(first[1]), int(last[1])) for first, last in ends if first and last)


def merges(tail: bytes, prefix: bytes) -> tuple[Area, ...]:
    """Return the areas of which one cell was made, by what stands behind the rows."""
    tags = re.findall(rb"<%smergeCell\s[^<>]*>" % re.escape(prefix), tail)
    return tuple(area for tag in tags if (area := _area(tag)))


def filtered(xml: bytes) -> tuple[Area, ...]:
    """Return the area of a filter that is in use, of what stands behind the rows or of a table."""
    return tuple(area for tag in _FILTER.findall(xml) if (area := _area(tag)))


def formulas(xml: bytes, prefix: bytes, start: int, end: int) -> tuple[Area, ...]:
    """Return the first cells that hold a formula, and the areas that one formula fills."""
    places, filled = [], []
    found = re.compile(rb"<%sf[\s/>]" % re.escape(prefix)).finditer(xml, start, end)
    for formula in islice(found, FORMULAS_MAX):
        at = formula.start()
        cell = _REFERENCE.search(xml, xml.rfind(b"<%sc" % prefix, start, at), at)
        if cell:
            letters, row = cell.groups()
            places.append((int(row), _column(letters)))
        if xml[formula.end() - 1 : formula.end()] == b" ":
            tag = xml[at : xml.index(b">", at)]
            filled += [area for area in (_area(tag),) if area and _FILLING.search(tag)]
    return (*areas_of(places), *filled)


@cache
def _column(letters: bytes) -> int:
    return column_number(letters.decode())


def _area(tag: bytes) -> Area | None:
    found = _REF.search(tag)
    if found is None:
        return None
    first, top, last, bottom = found.groups()
    left = _column(first)
    right = _column(last) if last else left
    return int(top), left, int(bottom or top), right
