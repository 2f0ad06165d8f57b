"""What a cell means: numbers, amounts, dates and texts in the shapes that people type.

Where a shape has two meanings the convention of the workbook's locale decides; without one it is
refused: nothing is guessed. The stock Decimal field of marshmallow is
no help here: it takes "1e3" and "1_000", refuses "12,50" and rounds 12.345 without a word.
"""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from boekbrug.server.conventions import NO_CONVENTION, Convention

DECIMALS_MAX = 6
NUMBER_MAX = 10**12
WHOLE_NUMBER_MAX = 10**15
"""Above it a number cell no longer shows all its digits."""

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
"""What a date may be: others are slips of the hand, or a spreadsheet's way to show a number."""

_LAST_DECIMALS = slice(-1 - DECIMALS_MAX, None)
"""Where the mark stands of a number that has not too many."""

_ONE, _HUNDRED = Decimal(1), Decimal(100)

_PLAIN = re.compile(r"(-?)([0-9]{1,12})(?:[.,]([0-9]{1,6}))?")
_GROUPED = re.compile(
    r"(-?)([1-9][0-9]{0,2}([.,' ])[0-9]{3}(?:\3[0-9]{3}){0,2})(?:(?!\3)[.,]([0-9]{1,6}))?"
)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TWO_READINGS = re.compile(r"(-?)([1-9][0-9]{0,2})([.,])([0-9]{3})")
_TWO_NUMBERS_AND_YEAR = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Soft hyphens, marks of no width and marks of direction, which come with what is pasted."""
_TURNING = re.compile("[\u202b\u202e\u2067]")
"""Of these the marks that show what follows from right to left: 29.58 is seen as 29.85."""
_JOINERS = re.compile("[\u200c\u200d]")
"""They shape the letters of some scripts, so only what is compared goes without them."""
_YES = frozenset({"yes", "y", "ja", "j", "oui", "true", "waar", "vrai", "wahr", "x", "v"})
_NO = frozenset({"no", "n", "nee", "non", "nein", "false", "onwaar", "faux", "falsch"})


class TwoReadings(NamedTuple):
    """What a text with one mark before exactly three digits may be: thousands, or decimals."""

    mark: str
    whole: Decimal
    fraction: Decimal


def folded(text: str) -> str:
    r"""Return the text by which names are compared: no accents, no case, single spaces.

    >>> folded("  Café\xa0Déjà  Vu ")
    'cafe deja vu'
    """
    decomposed = unicodedata.normalize("NFKD", _JOINERS.sub("", without_unseen(text)))
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(bare.casefold().split())


def without_unseen(text: str) -> str:
    r"""Return the text without the marks that nobody sees.

    >>> without_unseen("\ufeffJans\u00adsens\u200b")
    'Janssens'
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def read_money(value: object, convention: Convention = NO_CONVENTION) -> Decimal | None:
    """Return an amount with two decimals, or None when it has more or is doubtful.

    >>> read_money("1.234,56"), read_money(12.5), read_money("1.234"), read_money(12.345)
    (Decimal('1234.56'), Decimal('12.50'), None, None)
    """
    number = read_number(value, convention)
    if number is None:
        return None
    amount = number.quantize(Decimal("0.01"))
    return amount if amount == number else None


def read_number(value: object, convention: Convention = NO_CONVENTION) -> Decimal | None:
    """Return a number of at most twelve digits before and six behind the mark, else None.

    A number cell is taken at the 15 significant digits that the person sees. One mark before
    exactly three digits ("1,234") may part thousands or decimals: it does what it does in the
    convention, and is refused where it does neither.

    >>> read_number("1,234", Convention(decimal_mark=",", thousands_mark=".")), read_number("1,234")
    (Decimal('1.234'), None)
    """
    if isinstance(value, str):
        return _number_of_text(value, convention)
    if not isinstance(value, float) and (isinstance(value, bool) or not isinstance(value, int)):
        return None
    if not -NUMBER_MAX < value < NUMBER_MAX:
        return None
    shown = "%.15g" % value  # noqa: UP031 - the format of an f-string takes half as long again
    number = Decimal(shown)
    if "." in shown[_LAST_DECIMALS] and "e" not in shown:
        return number
    return number + 0 if number == round(number, DECIMALS_MAX) else None


def read_percent(value: object, convention: Convention = NO_CONVENTION) -> Decimal | None:
    """Return 21 for 21, "21" and "21 %"; None for a bare 0.21, which may mean 21 %."""
    if isinstance(value, str) and (marked := _in_order(value)).endswith("%"):
        number = read_number(marked[:-1], convention)
        return number if number is not None and 0 <= number <= _HUNDRED else None
    number = read_number(value, convention)
    return number if number is not None and (_ONE <= number <= _HUNDRED or not number) else None


def read_date(value: object, convention: Convention = NO_CONVENTION) -> date | None:
    """Return the day, between 1990 and 2099; a time of day is dropped, a number refused.

    The day comes before the month; where the convention has the month first, that is tried first.
    """
    if isinstance(value, str):
        value = _date_of_text(_in_order(value), convention)
    return _day_of_our_time(value)


def is_of_another_time(value: object) -> bool:
    """Whether a cell holds a day that is before 1990 or after 2099.

    >>> is_of_another_time("05/10/1926"), is_of_another_time("05/10/2026")
    (True, False)
    """
    if isinstance(value, str):
        match = _ISO_DATE.fullmatch(text := _in_order(value))
        year_last = _TWO_NUMBERS_AND_YEAR.fullmatch(text)
        if match:
            value = _day(*match.groups())
        elif year_last:
            first, _, second, year = year_last.groups()
            value = _day(year, second, first) or _day(year, first, second)
    return isinstance(value, date) and _day_of_our_time(value) is None


def readings_of_number(text: str) -> TwoReadings | None:
    """Return what a text with two readings may be, a percentage as its number; else None.

    >>> readings_of_number("1.234 %"), readings_of_number("1.23")
    (TwoReadings(mark='.', whole=Decimal('1234'), fraction=Decimal('1.234')), None)
    """
    if not (match := _TWO_READINGS.fullmatch(_spaced(text).removesuffix("%").rstrip())):
        return None
    sign, whole, mark, decimals = match.groups()
    with_decimals = Decimal(f"{sign}{whole}.{decimals}")
    return TwoReadings(mark, Decimal(f"{sign}{whole}{decimals}"), with_decimals)


def readings_of_date(text: str) -> tuple[date | None, date | None]:
    """Return the day of a text as a day before a month, and as a month before a day.

    >>> readings_of_date("03/04/2026")
    (datetime.date(2026, 4, 3), datetime.date(2026, 3, 4))
    >>> readings_of_date("2026-04-03")
    (None, None)
    """
    if not (match := _TWO_NUMBERS_AND_YEAR.fullmatch(_in_order(text))):
        return None, None
    first, _, second, year = match.groups()
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    return _day_of_our_time(day_first), _day_of_our_time(month_first)


def read_text(value: object) -> str | None:
    """Return a text or the digits of a whole number; None for anything else."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", without_unseen(value)).split())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    is_whole = -WHOLE_NUMBER_MAX < value < WHOLE_NUMBER_MAX and value == int(value)
    return str(int(value)) if is_whole else None


def read_code(value: object) -> str | None:
    """Return an identifier; None for one that is shown otherwise than it is, such as 1E+05."""
    text = read_text(value)
    if text is None or (("E" in text or "e" in text) and _SCIENTIFIC.fullmatch(text)):
        return None
    if isinstance(value, str) and _TURNING.search(value):
        return None
    return text if text.isascii() else _JOINERS.sub("", text)


def read_digits(value: object) -> str | None:
    """Return an identifier of at most 20 ASCII digits; an empty text stays empty."""
    text = read_code(value)
    return text if text is not None and re.fullmatch(r"[0-9]{0,20}", text) else None


def read_yes_no(value: object) -> bool | None:
    """Return a tick or a word for it; None for anything else, 1 and 0 included."""
    if isinstance(value, bool):
        return value
    word = folded(value) if isinstance(value, str) else ""
    if word in _YES:
        return True
    return False if word in _NO else None


def _number_of_text(text: str, convention: Convention) -> Decimal | None:
    text = _spaced(text)
    if match := _GROUPED.fullmatch(text):
        sign, whole, mark, decimals = match.groups()
        if decimals is None and mark in ".," and whole.count(mark) == 1:
            if mark == convention.decimal_mark:
                whole, _, decimals = whole.partition(mark)
            elif mark != convention.thousands_mark:
                return None
        whole = whole.replace(mark, "")
    elif match := _PLAIN.fullmatch(text):
        sign, whole, decimals = match.groups()
    else:
        return None
    return Decimal(f"{sign}{whole}.{decimals or ''}") + 0


def _spaced(text: str) -> str:
    """Return a text as numbers are looked at: one kind of space, of minus and of apostrophe."""
    text = re.sub(r"[\u00a0\u2009\u202f]", " ", _in_order(text)).strip()
    return text.replace("\u2212", "-").replace("\u2019", "'")


def _in_order(text: str) -> str:
    """Return the text without its ends and what nobody sees, but with marks that turn it."""
    if text.isascii():
        return text.strip()
    return (text if _TURNING.search(text) else _UNSEEN.sub("", text)).strip()


def _date_of_text(text: str, convention: Convention) -> date | None:
    if match := _ISO_DATE.fullmatch(text):
        return _day(*match.groups())
    day_first, month_first = readings_of_date(text)
    if not convention.is_order_settled and is_doubtful(day_first, month_first):
        return None
    return (month_first if convention.is_month_first else None) or day_first


def is_doubtful(day_first: date | None, month_first: date | None) -> bool:
    """Whether the readings of a date are two days."""
    return None not in (day_first, month_first) and day_first != month_first


def _day_of_our_time(day: object) -> date | None:
    if isinstance(day, datetime):
        day = day.date()
    if not isinstance(day, date):
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
