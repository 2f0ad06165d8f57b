"""What the locale of a workbook says of the texts in its cells: marks of numbers, order of dates.

It decides only where a text has two readings; a shape of one reading is taken whatever the locale.
"""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """How a locale writes: its marks are "," or "." where it has them in that place, else ''.

    Without a month that comes first, 03/04/2026 is 3 April. Where the order is not settled, a text
    that may be two days is none.
    """

    decimal_mark: str = ""
    thousands_mark: str = ""
    is_month_first: bool = False
    is_order_settled: bool = True


NO_CONVENTION = Convention()
"""Of a workbook whose locale is not known."""

_MARKS = (",", ".", "")


@lru_cache
def convention_of(locale: str) -> Convention:
    """Return what CLDR, the Unicode Consortium's data on locales, says of a locale.

    A locale that nobody knows, and a language without a country, which may write in several ways,
    say nothing.

    Args:
        locale: language and country, as "nl_BE"; '' for none.

    >>> convention_of("nl_BE").decimal_mark, convention_of("fr_BE").thousands_mark
    (',', '')
    >>> convention_of("en_US").is_month_first, convention_of("en") == NO_CONVENTION
    (True, True)
    """
    if not locale:
        return NO_CONVENTION
    # Few workbooks need it: 7 MB of memory and 60 ms for those that never do would be a waste.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        known = Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return NO_CONVENTION
    if not known.territory:
        return NO_CONVENTION
    marks, shown = known.number_symbols["latn"], known.date_formats["short"].pattern
    return Convention(
        decimal_mark=_mark(marks["decimal"]),
        thousands_mark=_mark(marks["group"]),
        is_month_first=shown.startswith("M"),
    )


def _mark(mark: str) -> str:
    """Return a mark that a text may have two readings by, else ''."""
    return mark if mark in _MARKS else ""
