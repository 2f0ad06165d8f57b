"""Sentences that are said in the language of whoever reads them.

A sentence is a text in English, and is kept, logged and passed on as one. The door, which alone
knows the reader, asks it for another language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from boekbrug.server.wording.dutch import DUTCH
from boekbrug.server.wording.english import ENGLISH
from boekbrug.server.wording.language import Language

LANGUAGES: Mapping[str, Language] = {one.code: one for one in (ENGLISH, DUTCH)}
"""Every language, the one that all else falls back to first."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year, to stand in a gap."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with its thousands apart, to stand in a gap."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class DayAndMonth:
    """A day without its year, to stand in a gap."""

    day: date


class Said(str):
    """A sentence in English that can be said in other languages; made by `said`."""

    __slots__ = ("key", "parts", "values")

    key: str
    values: Mapping[str, Any]
    parts: tuple[str, ...]

    @property
    def code(self) -> str:
        """The code of the problem whose words these are: "no-date" of "no-date.allowed"."""
        return self.key.partition(".")[0]

    def in_language(self, language: Language) -> str:
        """Return the sentence in that language."""
        if self.parts:
            return " ".join(in_language(part, language.code) for part in self.parts)
        return _filled(language, self.key, self.values)


def said(key: str, **values: object) -> Said:
    """Return the sentence of that key with its gaps filled in.

    A value may be a sentence, a date, a month, an amount, or a tuple of such, which are separated
    by commas.

    >>> sentence = said("used code", code="K7F3-9QXM", day=date(2026, 11, 3), who="an@acme.example",
    ...                 title="Sales 2026", contact="help@books.example")
    >>> sentence[:68]
    'Connection code: found K7F3-9QXM, used on 3 November 2026 by an@acme'
    >>> in_language(sentence, "nl")[:72]
    'Koppelcode: gevonden K7F3-9QXM, op 3 november 2026 gebruikt door an@acme'
    """
    sentence = Said(_filled(ENGLISH, key, values))
    sentence.key, sentence.values, sentence.parts = key, values, ()
    return sentence


def word(kind: str, name: str) -> str:
    """Return a name that languages have their own word for, else the name itself.

    Args:
        kind: "tab", "header", "setting", "choice"; "typed" for what stands in a column.
        name: the English one.

    >>> in_language(word("header", "Net"), "nl"), word("header", "Our own notes")
    ('Netto', 'Our own notes')
    """
    key = f"{kind} {name}"
    return said(key) if key in ENGLISH.sentences else name


def together(*parts: str) -> Said:
    """Return sentences one after the other, as one."""
    sentence = Said(" ".join(parts))
    sentence.key, sentence.values, sentence.parts = "", {}, parts
    return sentence


def in_language(sentence: str, code: str) -> str:
    """Return a sentence in a language; one that is English alone stays so."""
    language = LANGUAGES.get(code, ENGLISH)
    return sentence.in_language(language) if isinstance(sentence, Said) else sentence


def spoken_or_english(code: str) -> str:
    """Return the code of a language of the server: that one, else English.

    >>> spoken_or_english("nl"), spoken_or_english("fr"), spoken_or_english("")
    ('nl', 'en', 'en')
    """
    return code if code in LANGUAGES else ENGLISH.code


def in_every_language(sentence: str) -> frozenset[str]:
    """Return a sentence as every language says it."""
    return frozenset(in_language(sentence, code) for code in LANGUAGES)


@dataclass(frozen=True, slots=True)
class _Gaps:
    """The values in a language, each put into words only where the sentence has its gap."""

    values: Mapping[str, object]
    language: Language

    def __getitem__(self, name: str) -> str:
        return _shown(self.values[name], self.language)


def _filled(language: Language, key: str, values: Mapping[str, object]) -> str:
    return language.sentences[key].format_map(_Gaps(values, language))


def _shown(value: object, language: Language) -> str:
    if isinstance(value, str):
        return str(value) if language is ENGLISH else in_language(value, language.code)
    if isinstance(value, tuple):
        return ", ".join(_shown(one, language) for one in value)
    if isinstance(value, Decimal | float):
        return str(value).replace(".", language.decimal)
    if isinstance(value, Amount):
        thousands = {".": ",", ",": "."}[language.decimal]
        whole, _, cents = f"{value.value:,.2f}".partition(".")
        return f"{whole.replace(',', thousands)}{language.decimal}{cents}"
    return _day_shown(value, language)


def _day_shown(value: object, language: Language) -> str:
    if isinstance(value, Month):
        return f"{language.months[value.month - 1]} {value.year}"
    if isinstance(value, DayAndMonth):
        return f"{value.day.day} {language.months[value.day.month - 1]}"
    if isinstance(value, date):
        return f"{value.day} {language.months[value.month - 1]} {value.year}"
    return str(value)
