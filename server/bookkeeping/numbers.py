"""Document numbers and what they tell (rule B2).

A number is prefix, year and sequence: "CN2026/3" is CN, 2026 and 3. Digits are never stripped
out of it: 2026-1-12 and 2026-11-2 would meet.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from boekbrug.server.bookkeeping.settings import Series
from boekbrug.server.bookkeeping.terms import Kind

PATTERN = re.compile(r"[0-9]*(?:YYYY|YY)?[0-9]*N{1,15}")
"""How a program writes the numbers of a series: fixed digits, the year, the sequence."""

MARKS = " -/._"
"""What may stand between the parts of a number and tells nothing."""

_TAIL = r"(?:((?:19|20)[0-9]{2})[/ -])?([0-9]{1,12})"
_NUMBER = re.compile(rf"([^0-9]*?) ?{_TAIL}")


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """What a number tells: its letters and marks, the year, and its place in the sequence.

    `says_year` is false when the year was taken from the document's date.
    """

    prefix: str
    year: int
    sequence: int
    says_year: bool = True

    @property
    def key(self) -> str:
        """The number in the one spelling by which it is known: 2026/18, or 18 without a year."""
        return f"{self.year}/{self.sequence}" if self.says_year else str(self.sequence)


def parse_number(
    text: str, *, series: Iterable[Series] = (), book_year_of_date: int
) -> ParsedNumber | None:
    """Return the parts of a number, or None for one that has to be explained by a series.

    A year counts when it is 19xx or 20xx and followed by / - or a space; without one it is the
    book year of the document's date. A prefix with digits in it ("F26-") is known by its series.

    >>> parse_number("CN2026/3", book_year_of_date=2027)
    ParsedNumber(prefix='CN', year=2026, sequence=3, says_year=True)
    >>> parse_number("536365", book_year_of_date=2011)
    ParsedNumber(prefix='', year=2011, sequence=536365, says_year=False)
    >>> {parse_number(text, book_year_of_date=2026).key for text in ("2026/18", "2026-018")}
    {'2026/18'}
    >>> parse_number("2026-1-12", book_year_of_date=2026) is None
    True
    """
    if match := _NUMBER.fullmatch(text):
        return _parsed(match[1], match[2], match[3], book_year_of_date)
    prefixes = sorted((one.prefix for one in series if one.prefix), key=len, reverse=True)
    for prefix in prefixes:
        match = re.fullmatch(_TAIL, text.removeprefix(prefix)) if text.startswith(prefix) else None
        if match:
            return _parsed(prefix, match[1], match[2], book_year_of_date)
    return None


def _parsed(prefix: str, year: str | None, sequence: str, book_year_of_date: int) -> ParsedNumber:
    return ParsedNumber(
        prefix, int(year or book_year_of_date), int(sequence), says_year=year is not None
    )


def series_of(kind: Kind, prefix: str) -> str:
    """Return the series that a document is numbered in: two kinds never share one.

    Marks between prefix and year do not make another series.

    >>> series_of(Kind.CREDIT_NOTE, "CN"), series_of(Kind.CREDIT_NOTE, "CN-")
    ('credit note:CN', 'credit note:CN')
    """
    return f"{kind.value}:{prefix.rstrip(MARKS)}"


def kind_and_prefix(series: str) -> tuple[Kind, str]:
    """Return what a series was made of.

    >>> kind, prefix = kind_and_prefix("credit note:CN")
    >>> kind.name, prefix
    ('CREDIT_NOTE', 'CN')
    """
    kind, _, prefix = series.partition(":")
    return Kind(kind), prefix


def says_year(key: str) -> bool:
    """Return whether a number in its one spelling says its year.

    >>> says_year("2026/18"), says_year("18")
    (True, False)
    """
    return "/" in key
