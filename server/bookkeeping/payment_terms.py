"""When an invoice must be paid: days after its date, perhaps to the end of that month.

The spellings are those that Belgian packages exchange (30, 30D, 14d, 30DEM, 30d-EM, 30E, and OD,
CONT or CONTANT for payment at once), and the words that people write for them in four languages.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_MAX = 365

_AT_ONCE = frozenset(
    ("OD", "CONT", "CONTANT", "COMPTANT", "CASH", "ONMIDDELLIJK", "METEEN", "IMMEDIATELY", "SOFORT")
)
_DAY = r"(?:D|DAYS?|DAG(?:EN)?|DGN?|J|JOURS?|T|TAGE?)"
_MONTH_END = r"(?:E|EM|EOM|END OF MONTH|EINDE MAAND|FDM|FIN DE MOIS|MONATSENDE)"
_DAYS = re.compile(rf"(?:NET(?:TO)? )?([0-9]{{1,3}}) ?{_DAY}?\.?(?: NET(?:TO)?)?")
_DAYS_TO_END_OF_MONTH = re.compile(
    rf"([0-9]{{1,3}}) ?(?:D ?-? ?EM|(?:{_DAY}\.?[ ,-]+)?{_MONTH_END})"
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Days after the invoice's date, then on to the end of that month or not."""

    days: int
    to_end_of_month: bool = False

    def __str__(self) -> str:
        """Return the short spelling, "30" or "30E"."""
        return f"{self.days}E" if self.to_end_of_month else str(self.days)


def parse_terms(text: str) -> Terms | None:
    """Return the terms in any of the known spellings, in any case, else None.

    >>> parse_terms("30d-EM"), parse_terms("contant"), parse_terms("soon")
    (Terms(days=30, to_end_of_month=True), Terms(days=0, to_end_of_month=False), None)
    """
    word = " ".join(text.split()).upper()
    if word in _AT_ONCE:
        return Terms(0)
    to_end_of_month = _DAYS_TO_END_OF_MONTH.fullmatch(word)
    match = to_end_of_month or _DAYS.fullmatch(word)
    if match is None or int(match[1]) > DAYS_MAX:
        return None
    return Terms(int(match[1]), to_end_of_month=to_end_of_month is not None)


def due_on(issued_on: date, terms: Terms) -> date:
    """Return the due date: the days are counted first, then the month runs to its end.

    >>> due_on(date(2026, 1, 20), Terms(30, to_end_of_month=True))
    datetime.date(2026, 2, 28)
    """
    day = issued_on + timedelta(days=terms.days)
    if not terms.to_end_of_month:
        return day
    return day.replace(day=monthrange(day.year, day.month)[1])
