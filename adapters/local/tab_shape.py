"""What a sheet part says of a tab besides the values: hidden, merged, filtered, computed.

By plain searches, for a tree of a large sheet fills the memory (ECMA-376 part 1, 18.3.1).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from boekbrug.adapters.local.row_xml import column_number
from boekbrug.server.workbook.shape import Area, Span, areas_of, spans_of

Tag = tuple[int, bytes]
"""A row's number and its opening tag."""

FILTERS_MAX = 100
"""More of them have no place in a tab that people filter."""

_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_REF = re.compile(
    rb"""\sref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?["']"""
)
_FIRST, _LAST = (
    re.compile(rb"""\s%s\s*=\s*["'](\d{1,5})["']""" % name) for name in (b"min", b"max")
)
_FILTER = re.compile(
    rb"<(?:[\w.-]+:)?autoFilter(?=\s)([^<>]*)(?<!/)>(?:(?!</?(?:[\w.-]+:)?autoFilter[\s>]).)*?"
    rb"<(?:[\w.-]+:)?filterColumn[\s/>]",
    re.DOTALL,
)


def hidden_rows(rows: Iterable[Tag], filtered: Iterable[Area]) -> tuple[Span, ...]:
    """Return the rows that are hidden and lie in no area whose filter leaves rows out."""
    hidden = [number for number, tag in rows if _HIDDEN.search(tag)]
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
    """Return the cells that hold a formula, and the areas that one formula fills."""
    p = re.escape(prefix)
    if all(xml.find(b"<%sf%s" % (prefix, mark), start, end) < 0 for mark in (b">", b" ", b"/")):
        return ()
    cell = rb"""<%sc(?=\s)[^<>]*?\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["'][^<>]*>\s*<%sf[\s/>]"""
    found = re.compile(cell % (p, p)).findall(xml, start, end)
    numbers = {letters: column_number(letters.decode()) for letters in {one[0] for one in found}}
    places = ((int(row), numbers[letters]) for letters, row in found)
    return (*areas_of(places), *_filled(xml[start:end], p))


def _filled(rows: bytes, prefix: bytes) -> Iterator[Area]:
    """Yield the areas that the formula of their first cell fills."""
    kind = rb"""<%sf(?=\s)[^<>]*\st\s*=\s*["'](?:array|dataTable)["'][^<>]*>""" % prefix
    for tag in re.findall(kind, rows) if b"array" in rows or b"dataTable" in rows else ():
        if area := _area(tag):
            yield area


def _area(tag: bytes) -> Area | None:
    found = _REF.search(tag)
    if found is None:
        return None
    first, top, last, bottom = found.groups()
    left = column_number(first.decode())
    right = column_number(last.decode()) if last else left
    return int(top), left, int(bottom or top), right
