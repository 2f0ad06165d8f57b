"""Book years and the accounting periods within them (rule B8)."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from boekbrug.server.bookkeeping.settings import EVER, BookYear, Period
from boekbrug.server.bookkeeping.terms import Periods
from boekbrug.server.wording.said import Month, Said, said

MONTHS_IN_A_QUARTER = 3


def book_year_of(day: date, years: Sequence[BookYear]) -> BookYear | None:
    """Return the book year that holds the day: None in a gap; no years mean calendar years.

    >>> book_year_of(date(2026, 3, 1), [])
    BookYear(first=datetime.date(2026, 1, 1), last=datetime.date(2026, 12, 31), code='')
    """
    if not years:
        return BookYear(date(day.year, 1, 1), date(day.year, 12, 31))
    return next((year for year in years if day in year), None)


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
