"""Whether one file would span two book years, or two accounting periods (rule B8)."""

from collections.abc import Iterable, Iterator, Sequence

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.periods import accounting_period, year_in_words
from boekbrug.server.bookkeeping.problems import Problem, coded, listed_in_words
from boekbrug.server.bookkeeping.request import PlanRequest
from boekbrug.server.bookkeeping.settings import BookYear, Settings
from boekbrug.server.wording.said import said


def spanning(
    documents: Sequence[Document],
    booked: Sequence[BookedDocument],
    settings: Settings,
    years: Sequence[BookYear],
    asked: PlanRequest,
) -> Iterator[Problem]:
    """Yield what no file of the programs can hold together."""
    if asked.one_book_year:
        yield from several_years(documents, settings, years)
    if asked.one_period:
        yield from several_periods(booked)


def several_years(
    documents: Iterable[Document], settings: Settings, years: Sequence[BookYear]
) -> Iterator[Problem]:
    """Yield the problem of documents of more than one of the book years."""
    periods = (accounting_period(document, settings, years) for document in documents)
    names = sorted({year_in_words(period.year) for period in periods if period})
    if len(names) > 1:
        place = said("place period")
        yield coded("several-book-years", tab=place, years=listed_in_words(names))


def several_periods(booked: Iterable[BookedDocument]) -> Iterator[Problem]:
    """Yield the problem of documents of more than one accounting period."""
    periods = sorted({document.period for document in booked})
    if len(periods) > 1:
        yield coded(
            "several-accounting-periods",
            tab=said("place period"),
            first=periods[0],
            last=periods[-1],
        )
