"""What a cell may hold: the fields of the schemas and of the parameters.

Each field has one message, the allowed part of the problem's sentence; what a cell means is read
by `cell_values`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar

import marshmallow as ma

from boekbrug.server.cell_values import (
    folded,
    read_code,
    read_date,
    read_digits,
    read_money,
    read_number,
    read_percent,
    read_text,
    read_yes_no,
)
from boekbrug.server.conventions import NO_CONVENTION, Convention
from boekbrug.server.wording.said import in_every_language, said, word

T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
S = TypeVar("S", bound=str)


class LocalRead(Protocol[R_co]):
    """Reads a cell of a workbook in which numbers and dates are written by a convention."""

    def __call__(self, value: object, convention: Convention = ..., /) -> R_co | None:
        """Return what the cell means, or None where it is not allowed."""
        ...


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

    def reader(self, convention: Convention) -> Callable[[object], T | None]:
        """Return how a cell is read in a workbook of that convention."""
        del convention
        return self.read

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


class LocalField(SheetField[T]):
    """A field of numbers or dates: of a text with two readings the convention decides.

    `read` is how it is read without one.
    """

    def __init__(
        self, read: LocalRead[T], allowed: str, *, description: str, **options: Any
    ) -> None:
        super().__init__(read, allowed, description=description, **options)
        self._read_locally = read

    def reader(self, convention: Convention) -> Callable[[object], T | None]:
        """Return how a cell is read in a workbook of that convention."""
        if convention == NO_CONVENTION:
            return self._read_locally
        return lambda value: self._read_locally(value, convention)


class Money(LocalField[Decimal]):
    """An amount: `Decimal` with two decimals, never rounded."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        super().__init__(read_money, said("no-amount.allowed"), description=description, **options)


class Number(LocalField[Decimal]):
    """A quantity or unit price: `Decimal` with at most six decimals."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        super().__init__(read_number, said("no-number.allowed"), description=description, **options)


class Percent(LocalField[Decimal]):
    """A percentage: 21 is 21 %; 0.21 is refused unless a % stands behind it."""

    def __init__(self, *, description: str = "", **options: Any) -> None:
        super().__init__(
            read_percent, said("no-percentage.allowed"), description=description, **options
        )


class SheetDate(LocalField[date]):
    """A day: a date cell, ISO text, or day, month and year with / - or a point between.

    Where the month comes first by the convention, the text of a month and a day is taken too.
    """

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
        for choice in choices:
            names = in_every_language(word("choice", str(choice)))
            known |= {folded(name): choice for name in names} | {folded(choice): choice}

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
