"""Periods by their names, as people ask for them: months, quarters, years, and until a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from boekbrug.server.bookkeeping.periods import MONTHS_IN_A_QUARTER
from boekbrug.server.bookkeeping.settings import EVER, Dossier, Period

MONTHS = 12
TO_END_OF_LAST_MONTH = "to the end of last month"
NAMES = (
    *("this month", "last month", "this quarter", "last quarter", "this year", "last year"),
    TO_END_OF_LAST_MONTH,
)
"""What can be asked for beside 2026-10, 2026-Q3 and 2026."""

_WRITTEN = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Preset:
    """A period by its name, which needs the day to become days."""

    name: str

    def on(self, today: date) -> Period:
        """Return the days that are meant on that day.

        Raises:
            ValueError: nobody knows the name.
        """
        period = period_named(self.name, today)
        if period is None:
            raise ValueError(f"period: found {self.name}")
        return period


def is_preset(name: str) -> bool:
    """Whether the name is one of a period."""
    return period_named(name, date(2000, 1, 1)) is not None


def period_named(name: str, today: date) -> Period | None:
    """Return the days of a period by its name; None for a name that is none.

    The last one has no first day: an export begins with the first document date of Settings.

    >>> period_named("last month", date(2026, 11, 1))
    Period(first=datetime.date(2026, 10, 1), last=datetime.date(2026, 10, 31))
    >>> period_named("2026-Q3", date(2026, 11, 1))
    Period(first=datetime.date(2026, 7, 1), last=datetime.date(2026, 9, 30))
    >>> period_named("October", date(2026, 11, 1)) is None
    True
    """
    year, month = today.year, today.month
    quarter = month - (month - 1) % MONTHS_IN_A_QUARTER
    if name == TO_END_OF_LAST_MONTH:
        return Period(EVER, today.replace(day=1) - timedelta(days=1))
    asked = {
        "this month": (month, 1),
        "last month": (month - 1, 1),
        "this quarter": (quarter, MONTHS_IN_A_QUARTER),
        "last quarter": (quarter - MONTHS_IN_A_QUARTER, MONTHS_IN_A_QUARTER),
        "this year": (1, MONTHS),
        "last year": (1 - MONTHS, MONTHS),
    }
    if name in asked:
        return _months(year, *asked[name])
    written = _WRITTEN.fullmatch(name)
    return _written(written) if written and written[1] > str(date.min.year).zfill(4) else None


def day_in(dossier: Dossier, at: datetime) -> date:
    """Return the day that an instant falls on in the dossier's zone."""
    return at.astimezone(ZoneInfo(dossier.zone)).date()


def _written(match: re.Match[str]) -> Period:
    year, quarter, month = match.groups()
    if quarter:
        return _months(int(year), (int(quarter) - 1) * MONTHS_IN_A_QUARTER + 1, MONTHS_IN_A_QUARTER)
    return _months(int(year), int(month), 1) if month else _months(int(year), 1, MONTHS)


def _months(year: int, first: int, count: int) -> Period:
    """Return so many whole months; a first month of 0 or less lies in the year before."""
    years, month = divmod(first - 1, MONTHS)
    begin = date(year + years, month + 1, 1)
    last = month + count
    return Period(begin, date(begin.year, last, monthrange(begin.year, last)[1]))
