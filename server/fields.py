"""What a cell may hold and what it means: the fields of the schemas and of the parameters.

Each field has one message, the allowed part of the problem's sentence. Numbers, amounts and dates
are taken in the shapes that people type and refused where a shape has two meanings: nothing is
guessed. The stock Decimal field of marshmallow is no help here: it takes "1e3" and "1_000",
refuses "12,50" and rounds 12.345 without a word.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

import marshmallow as ma

from boekbrug.server.wording.said import said, word

T = TypeVar("T")
S = TypeVar("S", bound=str)

DECIMALS_MAX = 6
NUMBER_MAX = 10**12
WHOLE_NUMBER_MAX = 10**15
"""Above it a number cell no longer shows all its digits."""

_LAST_DECIMALS = slice(-1 - DECIMALS_MAX, None)
"""Where the mark stands of a number that has not too many."""

_ONE, _HUNDRED = Decimal(1), Decimal(100)

_PLAIN = re.compile(r"(-?)([0-9]{1,12})(?:[.,]([0-9]{1,6}))?")
_GROUPED = re.compile(
    r"(-?)([1-9][0-9]{0,2}([.,' ])[0-9]{3}(?:\3[0-9]{3}){0,2})(?:(?!\3)[.,]([0-9]{1,6}))?"
)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_YES = frozenset({"yes", "ja", "oui", "true", "waar", "vrai", "wahr", "x"})
_NO = frozenset({"no", "nee", "non", "nein", "false", "onwaar", "faux", "falsch"})


class SheetField(ma.fields.Field[T]):
    """A field that reads one cell; `allowed` is its only message, whatever is wrong.

    `read` returns what the cell means, or None where it is not allowed. A boolean reaches `read`
    as it is, so that TRUE never passes as the number 1. An `allowed` that is `Said` by the code of
    a problem is told in every language.
    """

    def __init__(
        self, read: Callable[[object], T | None], allowed: str, *, description: str, **options: Any
    ) -> None:
        whatever_is_wrong = ("required", "null", "invalid", "validator_failed")
        messages: dict[str, str | list[Any] | dict[Any, Any]]
        messages = dict.fromkeys(whatever_is_wrong, allowed)
        super().__init__(error_messages=messages, metadata={"description": description}, **options)
        self.read = read
        self.allowed = allowed

    @property
    def description(self) -> str:
        """What the column is for, in a sentence for people."""
        return str(self.metadata["description"])

    def make_error(self, key: str, **kwargs: Any) -> ma.ValidationError:
        """Return the error with the message as it was said: a format of it would be text alone."""
        del kwargs
        return ma.ValidationError(self.error_messages[key])

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> T:
        del attr, data, kwargs
        read = self.read(value)
        if read is None:
            raise self.make_error("invalid")
        return read


class Money(SheetField[Decimal]):
    """An amount: `Decimal` with two decimals, never rounded."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        super().__init__(read_money, said("no-amount.allowed"), description=description, **options)


class Number(SheetField[Decimal]):
    """A quantity or unit price: `Decimal` with at most six decimals."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        super().__init__(read_number, said("no-number.allowed"), description=description, **options)


class Percent(SheetField[Decimal]):
    """A percentage: 21 is 21 %; 0.21 is refused unless a % stands behind it."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        super().__init__(
            read_percent, said("no-percentage.allowed"), description=description, **options
        )


class SheetDate(SheetField[date]):
    """A day: a date cell, ISO text, or day, month and year with / - or a point between."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        super().__init__(read_date, said("no-date.allowed"), description=description, **options)


class Text(SheetField[str]):
    """Words: white space of any kind becomes one space, accents one character (NFC)."""

    def __init__(
        self,
        allowed: str = "",
        *,
        length_max: int = 500,
        description: str = "",
        **options: Any,
    ) -> None:
        def read(value: object) -> str | None:
            text = read_text(value)
            return text if text is not None and len(text) <= length_max else None

        allowed = allowed or said("no-short-text.allowed", length=length_max)
        super().__init__(read, allowed, description=description, **options)


class Code(SheetField[str]):
    """Text by which something is known; a whole number is its digits, a date is refused."""

    def __init__(self, allowed: str = "", *, description: str = "", **options: Any) -> None:
        allowed = allowed or said("code-not-as-text.allowed")
        super().__init__(read_code, allowed, description=description, **options)


class Digits(SheetField[str]):
    """An identifier of at most 20 of the digits 0 to 9, kept as text."""

    def __init__(self, allowed: str = "", *, description: str = "", **options: Any) -> None:
        allowed = allowed or said("not-only-digits.allowed")
        super().__init__(read_digits, allowed, description=description, **options)


class Choice(SheetField[S]):
    """One of a fixed list, in any case and without its accents; synonyms lead to a choice.

    >>> Choice("+", "-", synonyms={"plus": "+"}).deserialize("Plus")
    '+'
    """

    def __init__(
        self,
        *choices: S,
        synonyms: Mapping[str, S] | None = None,
        description: str = "",
        **options: Any,
    ) -> None:
        self.choices = choices
        known = {folded(name): choice for name, choice in (synonyms or {}).items()}
        known |= {folded(choice): choice for choice in choices}

        def read(value: object) -> S | None:
            text = read_text(value)
            return None if text is None else known.get(folded(text))

        shown = tuple(word("choice", str(choice)) for choice in choices)
        allowed = said("not-of-the-list.allowed", choices=shown)
        super().__init__(read, allowed, description=description, **options)


class YesNo(SheetField[bool]):
    """A tick: a check box, or yes and no in English, Dutch, French and German."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        allowed = said("neither-yes-nor-no.allowed")
        super().__init__(read_yes_no, allowed, description=description, **options)


def folded(text: str) -> str:
    r"""Return the text by which names are compared: no accents, no case, single spaces.

    >>> folded("  Café\xa0Déjà  Vu ")
    'cafe deja vu'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(bare.casefold().split())


def read_money(value: object) -> Decimal | None:
    """Return an amount with two decimals, or None when it has more or is doubtful.

    >>> read_money("1.234,56"), read_money(12.5), read_money("1.234"), read_money(12.345)
    (Decimal('1234.56'), Decimal('12.50'), None, None)
    """
    number = read_number(value)
    if number is None:
        return None
    amount = number.quantize(Decimal("0.01"))
    return amount if amount == number else None


def read_number(value: object) -> Decimal | None:
    """Return a number of at most twelve digits before and six behind the mark, else None.

    A number cell is taken at the 15 significant digits that the person sees. One mark before
    exactly three digits ("1,234") may part thousands or decimals, so it is refused.
    """
    if isinstance(value, str):
        return _number_of_text(value)
    if not isinstance(value, float) and (isinstance(value, bool) or not isinstance(value, int)):
        return None
    if not -NUMBER_MAX < value < NUMBER_MAX:
        return None
    shown = "%.15g" % value  # noqa: UP031 - the format of an f-string takes half as long again
    number = Decimal(shown)
    if "." in shown[_LAST_DECIMALS] and "e" not in shown:
        return number
    return number + 0 if number == round(number, DECIMALS_MAX) else None


def read_percent(value: object) -> Decimal | None:
    """Return 21 for 21, "21" and "21 %"; None for a bare 0.21, which may mean 21 %."""
    if isinstance(value, str) and (marked := value.rstrip()).endswith("%"):
        number = read_number(marked[:-1])
        return number if number is not None and 0 <= number <= _HUNDRED else None
    number = read_number(value)
    return number if number is not None and (_ONE <= number <= _HUNDRED or not number) else None


def read_date(value: object) -> date | None:
    """Return the day, between 1990 and 2099; a time of day is dropped, a number refused."""
    day = _date_of_text(value.strip()) if isinstance(value, str) else value
    if isinstance(day, datetime):
        day = day.date()
    if not isinstance(day, date):
        return None
    return day if date(1990, 1, 1) <= day <= date(2099, 12, 31) else None


def read_text(value: object) -> str | None:
    """Return a text or the digits of a whole number; None for anything else."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    is_whole = -WHOLE_NUMBER_MAX < value < WHOLE_NUMBER_MAX and value == int(value)
    return str(int(value)) if is_whole else None


def read_code(value: object) -> str | None:
    """Return an identifier; None for a number as a spreadsheet shortens it (1E+05)."""
    text = read_text(value)
    if text is None or (("E" in text or "e" in text) and _SCIENTIFIC.fullmatch(text)):
        return None
    return text


def read_digits(value: object) -> str | None:
    """Return an identifier of at most 20 ASCII digits; an empty text stays empty."""
    text = read_text(value)
    return text if text is not None and re.fullmatch(r"[0-9]{0,20}", text) else None


def read_yes_no(value: object) -> bool | None:
    """Return a tick or a word for it; None for anything else, 1 and 0 included."""
    if isinstance(value, bool):
        return value
    word = folded(value) if isinstance(value, str) else ""
    if word in _YES:
        return True
    return False if word in _NO else None


def _number_of_text(text: str) -> Decimal | None:
    text = re.sub(r"[\u00a0\u2009\u202f]", " ", text).strip()
    text = text.replace("\u2212", "-").replace("\u2019", "'")
    if match := _GROUPED.fullmatch(text):
        sign, whole, mark, decimals = match.groups()
        if decimals is None and mark in ".," and whole.count(mark) == 1:
            return None
        whole = whole.replace(mark, "")
    elif match := _PLAIN.fullmatch(text):
        sign, whole, decimals = match.groups()
    else:
        return None
    return Decimal(f"{sign}{whole}.{decimals or ''}") + 0


def _date_of_text(text: str) -> date | None:
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, _, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
