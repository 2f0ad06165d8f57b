"""The settings that are tables: one row an entry, all with the same name."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from boekbrug.server.bookkeeping.numbers import PATTERN
from boekbrug.server.bookkeeping.settings import BookYear, OwnPeriod, Series
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.cell_values import folded, read_date
from boekbrug.server.conventions import NO_CONVENTION, Convention
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.value_synonyms import DOCUMENT_KINDS

BOOK_YEAR_ALLOWED = said("unreadable-book-year.allowed")

_KINDS = {folded(name): kind for name, kind in DOCUMENT_KINDS.items()} | {
    kind.value: kind for kind in Kind
}


def read_series(text: str) -> Series | None:
    """Return a series: prefix = kind, journal, pattern; the last two may be left out.

    >>> read_series("INV = invoice, VERKP, NNNNNNNN")
    Series(prefix='INV', kind=<Kind.INVOICE: 'invoice'>, journal='VERKP', pattern='NNNNNNNN')
    >>> read_series("= invoice").prefix
    ''
    """
    prefix, equals, meaning = text.partition("=")
    kind_name, journal, pattern, *rest = [*map(str.strip, meaning.split(",")), "", "", ""]
    kind = _KINDS.get(folded(kind_name))
    if not equals or kind is None or any(rest[:-1]):
        return None
    if pattern and not PATTERN.fullmatch(pattern):
        return None
    return Series(prefix.strip(), kind, journal, pattern)


def read_book_year(text: str, convention: Convention = NO_CONVENTION) -> BookYear | None:
    """Return a book year: first day..last day = code; the code may be left out.

    >>> read_book_year("2026-07-01..2027-06-30 = 3").code
    '3'
    """
    days, _, code = text.partition("=")
    read = _read_days(days, convention)
    return BookYear(*read, code.strip()) if read else None


def read_own_period(text: str, convention: Convention = NO_CONVENTION) -> OwnPeriod | None:
    """Return an accounting period: first day..last day = number.

    >>> read_own_period("2026-01-01..2026-01-28 = 1").number
    1
    """
    days, _, number = text.partition("=")
    read = _read_days(days, convention)
    is_number = re.fullmatch(r" *(?:[1-9]|[1-9][0-9]) *", number)
    return OwnPeriod(*read, int(number)) if read and is_number else None


def _read_days(days: str, convention: Convention) -> tuple[date, date] | None:
    """Return first and last day, or None when they are not two days in their order."""
    first, *others = [read_date(day.strip(), convention) for day in re.split(r"\.\.| to ", days)]
    last = others[0] if len(others) == 1 else None
    return None if first is None or last is None or last < first else (first, last)


def overlapping(years: Iterable[BookYear | OwnPeriod]) -> bool:
    """Whether a day lies in two of the book years or periods."""
    in_order = sorted(years, key=lambda year: year.first)
    return any(later.first <= earlier.last for earlier, later in pairwise(in_order))
