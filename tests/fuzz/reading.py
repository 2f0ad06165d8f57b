"""What a person may take a cell for: every meaning that it can have, found without the server.

A cell of one meaning may be read so or named in a problem; one of none or of several has to be
named. The rules here are wider than the server's: what it refuses, a person may still understand.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from fuzz.grid import Shown, Style

Meanings = frozenset[Any]
"""Amounts, days, folded texts or ticks; None is an empty cell."""

NONE: Meanings = frozenset()
BLANK: Meanings = frozenset({None})
DAYS = (Style.DAY, Style.MOMENT)
BEFORE_DAY_1 = date(1899, 12, 30)
FIRST_NO_DAY = 2_958_466
"""From here on a cell shows ######## for a day, and its number where it is edited."""
TURNING = "\u202b\u202e\u2067"
"""Marks that show what follows in another order; from left to right it is as it is typed."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MARKS = {"nl_BE": (".", ","), "en_US": (",", "."), "fr_BE": (" ", ",")}
"""Between thousands and before decimals, by locale; where it is not known both are possible."""
MONTH_FIRST = ("en_US",)
YES = {"yes", "y", "ja", "j", "oui", "true", "x", "v", "waar", "vrai"}
NO = {"no", "n", "nee", "non", "false"}


def amounts(cell: Shown, locale: str = "") -> Meanings:
    """Return what an amount, a quantity or a price may be in a workbook of that locale."""
    if cell.kind == "number":
        if cell.style in DAYS and float(cell.raw) >= FIRST_NO_DAY:
            return frozenset({Decimal(f"{float(cell.raw):.15g}")})
        if cell.style in (*DAYS, Style.CLOCK, Style.PERCENT):
            return NONE
        value = float(cell.raw)
        return frozenset({Decimal(f"{value:.15g}")} if abs(value) < 10**15 else ())
    return _blank(cell) or (_numbers(_plain(cell.raw), locale) if cell.kind == "text" else NONE)


def percentages(cell: Shown, locale: str = "") -> Meanings:
    """Return what a percentage may be: a bare 0.21 is that, or 21."""
    if cell.kind == "number" and cell.style is Style.PERCENT:
        return frozenset({Decimal(f"{float(cell.raw) * 100:.12g}")})
    words = _plain(cell.raw) if cell.kind == "text" else ""
    if words.endswith("%"):
        return _numbers(words[:-1].strip(), locale)
    found = amounts(cell, locale)
    doubtful = {one * 100 for one in found if one is not None and 0 < abs(one) < 1}
    return found | doubtful


def days(cell: Shown, locale: str = "") -> Meanings:
    """Return which day it may be."""
    if cell.kind == "number" and cell.style in DAYS:
        serial = float(cell.raw)
        is_day = 61 <= serial < 200_000
        return frozenset({BEFORE_DAY_1 + timedelta(days=int(serial))} if is_day else ())
    words = _plain(cell.raw) if cell.kind == "text" else ""
    return _blank(cell) or frozenset(_days(words, locale))


def texts(cell: Shown) -> Meanings:
    """Return the folded text that it may be; digits of a whole number too."""
    if cell.kind == "number" and cell.style in (Style.GENERAL, Style.TEXT):
        value = float(cell.raw)
        is_whole = abs(value) < 10**15 and value.is_integer()
        return frozenset({str(int(value))} if is_whole else ())
    if cell.kind == "number" and cell.style in DAYS and float(cell.raw) >= FIRST_NO_DAY:
        return texts(replace(cell, style=Style.GENERAL))
    if cell.kind == "number" and cell.style in (*DAYS, Style.CLOCK):
        return _clock(float(cell.raw), cell.style)
    return _blank(cell) or frozenset({folded(cell.raw)} if cell.kind == "text" else ())


def _clock(serial: float, style: Style) -> Meanings:
    """Return the time of day or the hours that a number shows; none for a day."""
    if serial < 0:
        return frozenset({"00:00:00"})  # no day: what the library makes of it is no amount
    if not 0 <= serial < (10**9 if style is Style.CLOCK else 1):
        return NONE
    words = str(timedelta(days=serial))
    return frozenset({words, words.zfill(8)})


def ticks(cell: Shown) -> Meanings:
    """Return whether it is ticked."""
    if cell.kind == "boolean":
        return frozenset({cell.raw == "1"})
    word = folded(cell.raw) if cell.kind == "text" else ""
    ticked = {True} if word in YES else {False} if word in NO else set[bool]()
    return _blank(cell) or frozenset(ticked)


def folded(words: str) -> str:
    """Return the text by which two cells say the same."""
    kept = "".join(mark for mark in unescaped(words) if unicodedata.category(mark) != "Cf")
    decomposed = unicodedata.normalize("NFKD", kept)
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(bare.casefold().split())


def unescaped(words: str) -> str:
    """Return a text with its control characters, which Excel writes as _x001F_."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), words)


def _blank(cell: Shown) -> Meanings:
    is_blank = cell.kind == "empty" or (cell.kind == "text" and not folded(cell.raw))
    return BLANK if is_blank else NONE


def _plain(words: str) -> str:
    """Return a text as the eye takes it, or '?' when marks turn its order."""
    if any(mark in words for mark in TURNING):
        return "?"
    words = unescaped(words)
    kept = "".join(mark for mark in words if unicodedata.category(mark) != "Cf")
    return unicodedata.normalize("NFKC", kept).strip()


def _numbers(words: str, locale: str) -> Meanings:
    """Return every number that a text may be: of several that of the locale, if it has one."""
    found = list(_marked_numbers(words))
    local = {number for marks, number in found if marks == MARKS.get(locale)}
    every = {number for _, number in found}
    return frozenset(local if local and len(every) > 1 else every)


def _marked_numbers(words: str) -> Iterator[tuple[tuple[str, str], Decimal]]:
    """Yield the number that a text is with each pair of marks."""
    words = re.sub(r"(?i)^(?:€|eur)\s*|\s*(?:€|eur)$", "", words)
    words = words.replace("\u2212", "-").replace("\u2019", "'")
    if match := re.fullmatch(r"\((.+)\)|(.+)-", words):
        words = f"-{match[1] or match[2]}"
    sign, words = (-1 if words.startswith("-") else 1), re.sub(r"^[+-]\s*", "", words)
    if re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]{1,2}", words):
        yield ("", ""), sign * Decimal(words.replace(",", "."))
    digits = "".join(str(unicodedata.digit(one, one)) for one in words)
    for group in ".,' _":
        for mark in ".,":
            grouped = rf"[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+"
            if group != mark and re.fullmatch(rf"(?:{grouped}|\d+)(?:[{mark}]\d*)?", digits):
                plain = digits.replace(group, "").replace(mark, ".")
                try:
                    yield (group, mark), sign * Decimal(plain)
                except InvalidOperation:
                    continue


def _days(words: str, locale: str) -> Iterator[date]:
    parts = re.split(r"[\s/.T-]+", words.casefold())[:3]
    if len(parts) == 3:
        named = [part[:3] for part in parts]
        if named[1] in MONTHS:
            parts[1] = str(MONTHS.index(named[1]) + 1)
        orders = [(parts[0], parts[1], parts[2])]
        if len(parts[2]) == 4:
            orders = [(parts[2], parts[1], parts[0])]
            if parts[0].isdigit() and parts[1].isdigit():
                is_month_first = locale in MONTH_FIRST and int(parts[0]) <= 12
                if int(parts[1]) > 12 or is_month_first:
                    orders = [(parts[2], parts[0], parts[1])]
        elif len(parts[0]) != 4:
            orders = [(f"20{parts[2]}", parts[1], parts[0])]
        for year, month, day in orders:
            try:
                yield date(int(year), int(month), int(day))
            except ValueError:
                continue
