"""Amounts that people read at once and no program should: with a currency, in brackets, - behind.

Nothing is put right, for what looks like an amount may be a note; the sentence says what to type.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from boekbrug.server.bookkeeping.problems import found_in_words
from boekbrug.server.fields import Money, Number
from boekbrug.server.wording.said import word
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.damage_finding import (
    Finding,
    below,
    finding,
    first_row,
    is_left_alone,
)
from boekbrug.server.workbook.layout import FoundTab

LENGTH_MAX = 40
"""So many letters of a text could be an amount; a longer one is a note."""

_MONEY = r"(?:€|\$|£|EUROS?|EUR|USD|GBP|CHF)"
_CURRENCY = re.compile(
    rf"(?P<sign>[-+]?)\s*{_MONEY}\s*(?P<before>.+)|(?P<behind>.+?)\s*{_MONEY}", re.IGNORECASE
)
_LOWERED = re.compile(r"\((?P<inside>[^-()]+)\)|(?P<ahead>[^-]*[0-9])\s*-")
_WHOLE = re.compile(r"(?P<whole>-?[0-9][0-9.' ]*),-")
_MARKS = str.maketrans({"\u2212": "-", "\uff0c": ",", "\uff0e": ".", "\u00a0": " ", "\u202f": " "})


def odd_amounts(tab: FoundTab) -> Iterator[Finding]:
    """Yield the amounts, prices and quantities that are written so, with what to type instead."""
    for rule in tab.schema.fields.values():
        if isinstance(rule, Money | Number):
            header = str(rule.data_key)
            cells = below(tab, header)
            odd = _odd(rule, {cell for cell in cells if isinstance(cell, str)})
            for row, cell in enumerate(cells, first_row(tab)) if odd else ():
                if isinstance(cell, str) and cell in odd and not is_left_alone(tab, row):
                    code, amount = odd[cell]
                    values = {"found": found_in_words(cell), "allowed": rule.allowed}
                    values["currency"] = word("header", "Currency")
                    yield finding(tab, header, [row], code, amount=amount, **values)


def _odd(rule: Money | Number, texts: Iterable[str]) -> Mapping[Cell, tuple[str, Decimal]]:
    short = (text for text in texts if len(text) <= LENGTH_MAX)
    found = ((text, _meant(rule, text)) for text in short if rule.read(text) is None)
    return {text: meant for text, meant in found if meant}


def _meant(rule: Money | Number, text: str) -> tuple[str, Decimal] | None:
    """Return the code of how a text is written and the amount that it looks like, or None."""
    plain = "".join(str(int(mark)) if mark.isdecimal() else mark for mark in text)
    plain = plain.translate(_MARKS).strip()
    words = _without_currency(plain)
    sign = Decimal(1)
    if lowered := _LOWERED.fullmatch(words):
        sign, words = Decimal(-1), (lowered["inside"] or lowered["ahead"]).strip()
        words = _without_currency(words)
    elif whole := _WHOLE.fullmatch(words):
        words = f"{whole['whole']},00"
    amount = rule.read(words)
    if amount is None:
        return None
    has_currency = bool(re.search(_MONEY, plain, re.IGNORECASE))
    return "amount-with-currency" if has_currency else "amount-in-other-marks", sign * amount


def _without_currency(words: str) -> str:
    found = _CURRENCY.fullmatch(words)
    if found is None:
        return words
    return f"{found['sign'] or ''}{found['before'] or found['behind']}"
