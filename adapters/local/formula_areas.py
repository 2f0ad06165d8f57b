"""The cells that are filled by the formula of another cell: by an array, a spill, a data table.

Only the first cell of such an area holds the formula; the others look like plain values, and a
text in one is gone when the formula is computed again (ECMA-376 part 1, 18.3.1.40).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from boekbrug.adapters.local.row_xml import column_number

_KIND = re.compile(rb"""\st\s*=\s*["'](?:array|dataTable)["']""")
_AREA = re.compile(rb"""\sref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")

Area = tuple[int, int, int, int]
"""First and last column, first and last row, 1-based."""


def outside_areas(
    xml: bytes, prefix: bytes, texts: Mapping[int, Mapping[int, str]]
) -> dict[int, dict[int, str]]:
    """Return the texts, by row and column, of the cells that no other cell's formula fills."""
    areas = list(_areas(xml, prefix))
    columns = {column for of_row in texts.values() for column in of_row} if areas else set()
    filled = {column: _ranges(areas, column) for column in columns}
    return {
        row: kept
        for row, of_row in texts.items()
        if (
            kept := {
                column: text
                for column, text in of_row.items()
                if not areas or not _holds(filled[column], row)
            }
        )
    }


def _areas(xml: bytes, prefix: bytes) -> Iterator[Area]:
    if b"array" not in xml and b"dataTable" not in xml:
        return  # told in a tenth of the time
    for tag in re.findall(rb"<%sf(?=\s)[^<>]*>" % re.escape(prefix), xml):
        area = _AREA.search(tag)
        if area and _KIND.search(tag):
            first, top, last, bottom = area.groups()
            columns = column_number(first.decode()), column_number(last.decode())
            yield *columns, int(top), int(bottom)


def _ranges(areas: list[Area], column: int) -> list[tuple[int, int]]:
    """Return the rows of a column that the areas fill, as ranges that do not touch each other."""
    found = sorted((top, bottom) for first, last, top, bottom in areas if first <= column <= last)
    ranges: list[tuple[int, int]] = []
    for top, bottom in found:
        if ranges and top <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], bottom))
        else:
            ranges.append((top, bottom))
    return ranges


def _holds(ranges: list[tuple[int, int]], row: int) -> bool:
    at = bisect_right(ranges, (row, float("inf")))
    return at > 0 and row <= ranges[at - 1][1]
