"""Book years, the accounting periods within them, and VAT periods (rule B8)."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boekbrug.server.bookkeeping.model import Document, TypedPeriod
from boekbrug.server.bookkeeping.settings import EVER, BookYear, Period, Settings
from boekbrug.server.bookkeeping.terms import Periods, VatReturn
from boekbrug.server.wording.said import Month, Said, said

MONTHS_IN_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class AccountingPeriod:
    """Where a document is booked: the period's number in its book year, and its last day."""

    number: int
    year: BookYear
    last: date


def book_year_of(day: date, years: Sequence[BookYear]) -> BookYear | None:
    """Return the book year that holds the day: None in a gap; no years mean calendar years.

    >>> book_year_of(date(2026, 3, 1), [])
    BookYear(first=datetime.date(2026, 1, 1), last=datetime.date(2026, 12, 31), code='')
    """
    if not years:
        return BookYear(date(day.year, 1, 1), date(day.year, 12, 31))
    return next((year for year in years if day in year), None)


def accounting_period(
    document: Document, settings: Settings, years: Sequence[BookYear]
) -> AccountingPeriod | None:
    """Return the period that a document is booked in: the typed one, else that of its date.

    None when its day lies in no book year, or in no period of one's own table.
    """
    day = deciding_day(document)
    year = book_year_of(day, years)
    if year is None and document.period:
        year = _beginning_within(document.period, years)
        day = year.first if year else day
    if year is None:
        return None
    if settings.periods is Periods.OWN_TABLE:
        own = next((one for one in settings.own_periods if day in one), None)
        return AccountingPeriod(own.number, year, own.last) if own else None
    number = period_of(day, year, settings.periods)
    return AccountingPeriod(number, year, _last_day(year, number, settings.periods))


def deciding_day(document: Document) -> date:
    """Return the day by which a document is booked: the first of its typed period, else its own."""
    return first_day(document.period) if document.period else document.issued_on


def first_day(typed: TypedPeriod) -> date:
    """Return the first day of a period that was typed by hand, in calendar months or quarters.

    >>> first_day(TypedPeriod(2026, 2, is_quarter=True))
    datetime.date(2026, 4, 1)
    """
    month = (typed.number - 1) * MONTHS_IN_A_QUARTER + 1 if typed.is_quarter else typed.number
    return date(typed.year, month, 1)


def last_day(typed: TypedPeriod) -> date:
    """Return the last day of a period that was typed by hand.

    >>> last_day(TypedPeriod(2026, 2, is_quarter=True))
    datetime.date(2026, 6, 30)
    """
    first = first_day(typed)
    month = first.month + (MONTHS_IN_A_QUARTER - 1 if typed.is_quarter else 0)
    return date(first.year, month, monthrange(first.year, month)[1])


def period_of(day: date, year: BookYear, periods: Periods) -> int:
    """Return the number of the period, counted from the first month of its book year.

    >>> july_to_june = BookYear(date(2026, 7, 1), date(2027, 6, 30))
    >>> period_of(date(2026, 12, 5), july_to_june, Periods.MONTHS)
    6
    >>> period_of(date(2026, 12, 5), july_to_june, Periods.QUARTERS)
    2
    """
    month = (day.year - year.first.year) * 12 + day.month - year.first.month
    return (month if periods is Periods.MONTHS else month // MONTHS_IN_A_QUARTER) + 1


def vat_period_of(day: date, settings: Settings) -> tuple[int, int, bool]:
    """Return (year, number, is a quarter) of the VAT return that a day belongs to.

    Unless Settings say otherwise it is by the quarter.

    >>> vat_period_of(date(2026, 4, 2), Settings(programs=(), vat_return=VatReturn.QUARTER))
    (2026, 2, True)
    """
    is_quarter = settings.vat_return in {VatReturn.QUARTER, None}
    number = (day.month - 1) // MONTHS_IN_A_QUARTER + 1 if is_quarter else day.month
    return day.year, number, is_quarter


def year_in_words(year: BookYear) -> str:
    """Return the book year as people call it.

    >>> year_in_words(BookYear(date(2026, 1, 1), date(2026, 12, 31)))
    '2026'
    >>> year_in_words(BookYear(date(2026, 7, 1), date(2027, 6, 30)))
    '2026-07-01 to 2027-06-30'
    """
    if (year.first, year.last) == (date(year.first.year, 1, 1), date(year.first.year, 12, 31)):
        return str(year.first.year)
    first, last = year.first.isoformat(), year.last.isoformat()
    return said("from day to day", first=first, last=last)


def period_in_words(period: Period) -> Said:
    """Return the days as people call them, a whole month by its name.

    >>> period_in_words(Period(date(2026, 10, 1), date(2026, 10, 31)))
    'October 2026'
    >>> period_in_words(Period(date(2026, 7, 1), date(2026, 9, 30)))
    '1 July 2026 to 30 September 2026'
    """
    first, last = period.first, period.last
    if first == EVER:
        return said("until", last=last)
    is_one_month = (first.year, first.month) == (last.year, last.month)
    if is_one_month and is_whole_months(period):
        return said("month", month=Month(first.year, first.month))
    return said("from to", first=first, last=last)


def is_whole_months(period: Period) -> bool:
    """Whether the period begins and ends with a month.

    >>> is_whole_months(Period(date(2026, 7, 1), date(2026, 9, 30)))
    True
    >>> is_whole_months(Period(date(2026, 7, 1), date(2026, 9, 29)))
    False
    """
    last = period.last
    return period.first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _beginning_within(typed: TypedPeriod, years: Sequence[BookYear]) -> BookYear | None:
    """Return the book year that begins within a typed period, as a firm's first one may."""
    return next((one for one in years if first_day(typed) < one.first <= last_day(typed)), None)


def _last_day(year: BookYear, number: int, periods: Periods) -> date:
    """Return the last day of a period, which the end of its book year may cut short."""
    months = number * (1 if periods is Periods.MONTHS else MONTHS_IN_A_QUARTER)
    month = year.first.month - 1 + months - 1
    last_year, last_month = year.first.year + month // 12, month % 12 + 1
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return min(last, year.last)
