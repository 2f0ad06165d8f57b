"""Book years and the accounting periods within them (rule B8)."""

from collections.abc import Sequence
from datetime import date

from boekbrug.server.bookkeeping.model import BookYear
from boekbrug.server.bookkeeping.terms import Periods

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
    return f"{year.first} to {year.last}"
