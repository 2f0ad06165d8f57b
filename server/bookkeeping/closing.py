"""Closed periods: up to which day a dossier's books are closed, and who told so (rule B1).

Tab Settings of any of its workbooks may tell it. The record of the dossier keeps the latest day
that an export was told, or whoever runs the server, so that next year's workbook knows it too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from boekbrug.server.bookkeeping.history import Closing, History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.periods import accounting_period, first_day
from boekbrug.server.bookkeeping.problems import Problem, coded, coded_at
from boekbrug.server.bookkeeping.settings import BookYear, Settings
from boekbrug.server.bookkeeping.timing import header_of_time, typed_in_words
from boekbrug.server.wording.said import Said, said

HEADER = "Closed up to"


def closed(
    documents: Iterable[Document], workbook: Workbook, years: Sequence[BookYear], history: History
) -> dict[DocumentKey, Problem]:
    """Return the problem of each document in a period that Settings or the record have closed."""
    told, recorded = workbook.settings.closed_up_to, history.closing
    problems: dict[DocumentKey, Problem] = {}
    for document in documents:
        period = accounting_period(document, workbook.settings, years)
        if period is None:
            continue
        if told and _is_shut(document, period.last, told):
            values = {"closed": told, "settings": workbook.settings.tab}
            problems[document.key] = _closed(document, "period-closed", values)
        elif recorded and _is_shut(document, period.last, recorded.up_to):
            values = {"closed": recorded.up_to, "by": by_in_words(recorded)}
            problems[document.key] = _closed(document, "period-closed-on-record", values)
    return problems


def closed_less(settings: Settings, history: History) -> Iterator[Problem]:
    """Yield the problem of Settings that name an earlier day than the record."""
    told, recorded = settings.closed_up_to, history.closing
    if told and recorded and told < recorded.up_to:
        yield coded(
            "closed-up-to-lowered",
            tab=settings.tab,
            column=HEADER,
            found=told,
            closed=recorded.up_to,
            by=by_in_words(recorded),
        )


def newly_closed(settings: Settings, history: History) -> date | None:
    """Return the day that an export is to add to the record; None when it has it already."""
    told, recorded = settings.closed_up_to, history.closing
    return told if told and (recorded is None or told > recorded.up_to) else None


def by_in_words(closing: Closing) -> Said:
    """Return who told the record.

    >>> by_in_words(Closing(date(2026, 3, 31), 12)), by_in_words(Closing(date(2026, 3, 31)))
    ('export 12', 'whoever runs this server')
    """
    if closing.export:
        return said("export numbered", number=closing.export)
    return said("closed by the operator")


def _is_shut(document: Document, period_ends_on: date, closed_up_to: date) -> bool:
    """Whether a document is booked in closed books: within a period, its date decides."""
    if period_ends_on <= closed_up_to:
        return True
    is_moved_on = document.period is not None and first_day(document.period) > closed_up_to
    return document.issued_on <= closed_up_to and not is_moved_on


def _closed(document: Document, code: str, values: Mapping[str, Any]) -> Problem:
    column, found = header_of_time(document), typed_in_words(document)
    return coded_at(document.origin, column, code, found=found, **values)
