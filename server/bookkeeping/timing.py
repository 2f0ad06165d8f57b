"""Whether a document can be booked when it is: tax points and validity (rule B8)."""

from collections.abc import Iterator, Sequence

from boekbrug.server.bookkeeping.books import VatCode, is_valid
from boekbrug.server.bookkeeping.computing import codes_of
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.periods import (
    book_year_of,
    deciding_day,
    vat_period_of,
    year_in_words,
)
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at
from boekbrug.server.bookkeeping.settings import BookYear, Settings
from boekbrug.server.bookkeeping.terms import Periods, Treatment
from boekbrug.server.wording.said import Said, said

TAXED_WHEN_SUPPLIED = frozenset({Treatment.EU_SERVICES})
"""Where VAT falls due with the service whatever the invoice says: Directive 2006/112, article 66,
last paragraph."""


def untimely(document: Document, workbook: Workbook) -> Iterator[Problem]:
    """Yield what is wrong with the days of a document."""
    settings = workbook.settings
    yield from _typed_quarter(document, settings)
    used = codes_of(document, workbook)
    yield from _supplied_earlier(document, used, settings)
    for code in used:
        yield from _not_valid(document, code)


def no_period(document: Document, settings: Settings, years: Sequence[BookYear]) -> Problem:
    """Return the problem of a document whose day lies in no book year, or in no own period."""
    column = header_of_time(document)
    day = typed_in_words(document) if document.period else document.issued_on.isoformat()
    if book_year_of(deciding_day(document), years):
        return coded_at(
            document.origin,
            column,
            "outside-own-periods",
            day=day,
            settings=settings.tab,
        )
    return coded_at(
        document.origin,
        column,
        "outside-book-years",
        day=day,
        years=tuple(year_in_words(year) for year in years),
    )


def header_of_time(document: Document) -> str:
    """Return the header under which stands when a document is to be booked."""
    return "Period" if document.period else "Date"


def typed_in_words(document: Document) -> Said:
    """Return when a document is to be booked, as it was typed: its period, else its date."""
    typed = document.period
    if typed is None:
        return said("the date", day=document.issued_on)
    return _vat_period_in_words((typed.year, typed.number, typed.is_quarter))


def _typed_quarter(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield the problem of a quarter for books that are kept by the month."""
    typed = document.period
    if typed and typed.is_quarter and settings.periods is Periods.MONTHS:
        yield coded_at(
            document.origin,
            "Period",
            "period-is-a-quarter",
            found=typed_in_words(document),
            settings=settings.tab,
        )


def _supplied_earlier(
    document: Document, codes: list[VatCode], settings: Settings
) -> Iterator[Problem]:
    """Yield the warning of a service whose VAT belongs to an earlier return."""
    supplied_on = document.supplied_on or document.supplied_from
    if supplied_on is None or not any(code.treatment in TAXED_WHEN_SUPPLIED for code in codes):
        return
    due = vat_period_of(supplied_on, settings)
    if due < vat_period_of(deciding_day(document), settings):
        if settings.periods is Periods.MONTHS:  # the column Period knows no quarter then
            due = (supplied_on.year, supplied_on.month, False)
        yield coded_at(
            document.origin,
            "Supply date",
            "supplied-in-earlier-period",
            severity=Severity.WARNING,
            supplied=supplied_on,
            issued=document.issued_on,
            period=_vat_period_in_words(due),
        )


def _not_valid(document: Document, code: VatCode) -> Iterator[Problem]:
    day = document.supplied_on or document.issued_on
    if not is_valid(code, day):
        yield coded_at(
            document.origin,
            "VAT",
            "vat-code-not-valid",
            vat_code=code.code,
            day=day,
            valid=_validity(code),
        )


def _validity(code: VatCode) -> Said:
    if code.valid_to is None:
        return said("valid since", first=code.valid_from)
    if code.valid_from is None:
        return said("valid until", last=code.valid_to)
    return said("valid between", first=code.valid_from, last=code.valid_to)


def _vat_period_in_words(period: tuple[int, int, bool]) -> Said:
    """Return a VAT period as it is typed: 2026-Q1 or 2026-03."""
    year, number, is_quarter = period
    return said("figure", figure=f"{year}-Q{number}" if is_quarter else f"{year}-{number:02}")
