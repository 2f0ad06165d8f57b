"""What a tab looks like besides its values: what is hidden or merged, and where formulas stand.

An adapter tells what it can: two answers of values of a Google Sheet tell nothing of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

Span = tuple[int, int]
"""The first and the last of rows, or of columns, that follow each other; both count from 1."""

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; all count from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Cells with a formula that points to another file, by the name of that file, '' unknown."""

    file: str
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a tab looks like besides its values.

    `hidden_rows` are those that somebody hid, not those that a filter leaves out. `first_day` is
    the day that a number of days counts from.
    """

    hidden_rows: tuple[Span, ...] = ()
    hidden_columns: tuple[Span, ...] = ()
    merges: tuple[Area, ...] = ()
    formulas: tuple[Area, ...] = ()
    links: tuple[Link, ...] = ()
    first_day: date = date(1899, 12, 30)


NO_SHAPE = Shape()


def spans_of(numbers: Iterable[int]) -> tuple[Span, ...]:
    """Return numbers in rising order as spans.

    >>> spans_of([2, 3, 4, 7])
    ((2, 4), (7, 7))
    """
    return tuple(_spans(numbers))


def areas_of(places: Iterable[tuple[int, int]]) -> tuple[Area, ...]:
    """Return cells, by row and column, as areas of one column.

    >>> areas_of([(2, 4), (2, 9), (3, 4), (5, 4)])
    ((2, 4, 3, 4), (5, 4, 5, 4), (2, 9, 2, 9))
    """
    rows: dict[int, list[int]] = {}
    for row, column in places:
        rows.setdefault(column, []).append(row)
    return tuple(
        (first, column, last, column)
        for column, of_column in rows.items()
        for first, last in _spans(sorted(of_column))
    )


def united(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in rising order that do not overlap, of some that may.

    >>> list(united([(5, 9), (2, 3), (4, 6)]))
    [(2, 3), (4, 9)]
    """
    whole: Span | None = None
    for first, last in sorted(spans):
        if whole and first <= whole[1]:
            whole = whole[0], max(whole[1], last)
            continue
        if whole:
            yield whole
        whole = first, last
    if whole:
        yield whole


def _spans(numbers: Iterable[int]) -> Iterator[Span]:
    span: Span | None = None
    for number in numbers:
        if span and number == span[1] + 1:
            span = span[0], number
            continue
        if span:
            yield span
        span = number, number
    if span:
        yield span
