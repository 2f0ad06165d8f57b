"""Documents whose year is probably a slip of the hand: warned of, because late ones exist.

Such a document is taken by another period, or by none, without a word. What an export holds
already, and what is on hold, is left alone.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.periods import book_year_of
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded
from boekbrug.server.bookkeeping.settings import BookYear
from boekbrug.server.wording.said import word

FAR = timedelta(days=366)
"""So far from every other document no document of a firm at work lies."""
OTHERS_MIN = 2
"""One other document alone tells nothing about which of the two is odd."""


def odd_years(
    workbook: Workbook, history: History, latest: date, years: Sequence[BookYear]
) -> Iterator[Problem]:
    """Yield a warning for the documents of a year that nobody means, one of each kind.

    Args:
        workbook: all documents.
        history: what was exported.
        latest: today, or the last day of the period if that is later.
        years: the book years.
    """
    waiting = [one for one in workbook.documents if one.key not in history.exported]
    waiting = [one for one in waiting if not (one.hold or one.is_draft)]
    days = sorted(one.issued_on for one in workbook.documents)
    misnumbered: list[Document] = []
    far: list[Document] = []
    for document in waiting:
        if _is_of_another_year(document, years):
            misnumbered.append(document)
        elif _is_far(document.issued_on, days, latest):
            far.append(document)
    if misnumbered:
        yield _told(misnumbered, "Number", "number-of-other-year")
    if far:
        yield _told(far, "Date", "day-far-off")


def _is_of_another_year(document: Document, years: Sequence[BookYear]) -> bool:
    """Whether the year in a number is neither that of its date nor one that its book year has."""
    book_year = book_year_of(document.issued_on, years)
    fitting = {document.issued_on.year}
    if book_year:
        fitting |= {book_year.first.year, book_year.last.year}
    return document.year not in fitting


def _is_far(day: date, days: Sequence[date], latest: date) -> bool:
    """Whether a day lies more than a year ahead, or more than a year from all other days."""
    if day - latest > FAR:
        return True
    place = bisect_left(days, day)
    nearest = [*days[max(place - 1, 0) : place], *days[place + 1 : place + 2]]
    return len(days) > OTHERS_MIN and all(abs(day - other) > FAR for other in nearest)


def _told(documents: Iterable[Document], column: str, code: str) -> Problem:
    origins = [one.origin for one in documents]
    return coded(
        code,
        tab=origins[0].tab,
        rows=tuple(sorted(origin.row for origin in origins)),
        column=word("header", column),
        severity=Severity.WARNING,
        date=word("header", "Date"),
    )
