"""Cells whose value is another than what somebody typed, and characters that nobody sees.

A column is looked at by its distinct values: of a hundred thousand lines few differ.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast

from boekbrug.server.bookkeeping.problems import Origin, Severity, coded_at, found_in_words
from boekbrug.server.cell_values import WHOLE_NUMBER_MAX, folded, read_date
from boekbrug.server.fields import (
    Code,
    Digits,
    Money,
    Number,
    Percent,
    SheetDate,
    SheetField,
    Text,
)
from boekbrug.server.workbook.cells import Cell, text_of
from boekbrug.server.workbook.damage_finding import (
    Finding,
    below,
    finding,
    first_row,
    is_left_alone,
    remark,
)
from boekbrug.server.workbook.layout import FoundTab, name_key
from boekbrug.server.workbook.settings_schema import SettingsSchema
from boekbrug.server.workbook.sheet_fields import Verbatim
from boekbrug.server.workbook.synonyms import SETTINGS

ERROR_TEXTS = frozenset(
    folded(text)
    for text in (
        *("#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#DIV/0!", "#N/A", "#ERROR!"),
        *("#VERW!", "#WAARDE!", "#NAAM?", "#LEEG!", "#GETAL!", "#DEEL/0!", "#N/B", "#FOUT!"),
        *("#VALEUR!", "#NOM?", "#NUL!", "#NOMBRE!", "#ERREUR!"),
        *("#BEZUG!", "#WERT!", "#ZAHL!", "#NV", "#SPILL!", "#CALC!", "Loading..."),
    )
)
"""What a cell shows instead of a result, in English, Dutch, French and German."""

_SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE][+-]?[0-9]{1,3}")
_SERIAL = re.compile(r"[0-9]{5}")
_HASHES = re.compile("#{3,}")
_LAST_MARK = re.compile(r".*([.,])[0-9]{1,6}\s*", re.DOTALL)
_REPLACEMENT = "\ufffd"
_UNREADABLE = frozenset({"Cc", "Cs", "Cn"})
_NUMBERS = frozenset({int, float})
_DAYS_MIN, _DAYS_MAX = 20_000, 80_000  # of 1954 to 2119, whatever day is the first
_NUMBER_MAX = 10**300


_DATED_SETTINGS: Mapping[str, SheetDate] = {
    name_key(label): rule
    for rule in SettingsSchema().fields.values()
    if isinstance(rule, SheetDate)
    for label in (str(rule.data_key), *SETTINGS.get(str(rule.data_key), ()))
}
"""The settings that are dates, by every name that they may have."""


@dataclass(frozen=True, slots=True)
class _Damage:
    """What is wrong with a value: the code of the problem and what fills its gaps."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def damaged_cells(tab: FoundTab) -> Iterator[Finding]:
    """Yield what happened to the cells of the columns that the server reads."""
    for rule in tab.schema.fields.values():
        header = str(rule.data_key)
        if isinstance(rule, SheetField) and not isinstance(rule, Verbatim):
            cells = below(tab, header)
            distinct, types = set(cells), set(map(type, cells))
            texts = _texts(distinct, types)
            day_0 = tab.tab.shape.first_day
            damaged = _damaged_texts(rule, texts, day_0) if texts else {}
            if types & _NUMBERS:
                damaged |= _damaged_numbers(rule, distinct, day_0)
            if damaged:
                yield from _at_cells(tab, header, rule, damaged)
            if isinstance(rule, Money | Number | Percent):
                yield from _mixed_marks(tab, header, rule, texts)


def _texts(distinct: set[Cell], types: set[type]) -> Collection[str]:
    """Return the texts among the distinct cells of a column, which have these types."""
    if types <= {str}:
        return cast("set[str]", distinct)  # a column of names, of which each is another
    return [one for one in distinct if isinstance(one, str)] if str in types else []


def damaged_settings(tab: FoundTab) -> Iterator[Finding]:
    """Yield the numbers of tab Settings that stand in the place of dates."""
    rows = zip(below(tab, "Setting"), below(tab, "Value"), strict=False)
    for row, (label, cell) in enumerate(rows, first_row(tab)):
        name = text_of(label)
        rule = _DATED_SETTINGS.get(name_key(name))
        if rule is None or not isinstance(cell, float | int):
            continue
        if damage := _as_day(cell, tab.tab.shape.first_day):
            origin, values = Origin(tab.title, row), {**damage.values, "allowed": rule.allowed}
            problem = coded_at(origin, name, damage.code, severity=Severity.ERROR, **values)
            yield Finding(problem, (name,))


def _at_cells(
    tab: FoundTab, header: str, rule: SheetField[Any], damaged: Mapping[Cell, _Damage]
) -> Iterator[Finding]:
    for row, cell in enumerate(below(tab, header), first_row(tab)):
        if isinstance(cell, bool) or cell not in damaged or is_left_alone(tab, row):
            continue
        damage = damaged[cell]
        values = {"found": found_in_words(cell), "allowed": rule.allowed, **damage.values}
        yield finding(tab, header, [row], damage.code, **values)


def _damaged_texts(
    rule: SheetField[Any], texts: Collection[str], day_0: date
) -> dict[Cell, _Damage]:
    """Return the texts that something happened to.

    They are looked at one by one only where all of them together show that there are some.
    """
    joined = " ".join(texts)
    damaged: dict[Cell, _Damage] = {}
    if not joined.isprintable() or _REPLACEMENT in joined:
        damaged |= {text: found for text in texts if (found := _unreadable(text))}
    if "#" in joined or "Loading" in joined:
        shown = [text for text in texts if _is_error(text)]
        damaged |= dict.fromkeys(shown, _Damage("error-as-text"))
    if not isinstance(rule, Text) and ("E" in joined or "e" in joined):
        shortened = [text for text in texts if _SHORTENED.fullmatch(text.strip())]
        damaged |= dict.fromkeys(shortened, _Damage("shortened-number"))
    if isinstance(rule, SheetDate):
        serials = [text for text in texts if _SERIAL.fullmatch(text.strip())]
        damaged |= {text: found for text in serials if (found := _as_day(int(text.strip()), day_0))}
    return damaged


def _damaged_numbers(
    rule: SheetField[Any], distinct: Collection[Cell], day_0: date
) -> dict[Cell, _Damage]:
    """Return the numbers that stand in the place of dates, and those that lost digits."""
    if not isinstance(rule, SheetDate | Code | Digits):
        return {}
    numbers = [one for one in distinct if isinstance(one, float | int)]
    if isinstance(rule, SheetDate):
        return {one: found for one in numbers if (found := _as_day(one, day_0))}
    return {
        one: _Damage("digits-lost", {"count": len(f"{abs(one):.0f}")})
        for one in numbers
        if WHOLE_NUMBER_MAX <= abs(one) < _NUMBER_MAX
    }


def as_day(number: float, day_0: date) -> date | None:
    """Return the day that a number of days stands for; None for one that no invoice has."""
    if not _DAYS_MIN <= number <= _DAYS_MAX:
        return None
    return read_date(day_0 + timedelta(days=int(number)))


def _as_day(number: float, day_0: date) -> _Damage | None:
    day = as_day(number, day_0)
    return _Damage("date-as-number", {"day": day}) if day else None


def _is_error(text: str) -> bool:
    bare = text.strip()
    return bool(_HASHES.fullmatch(bare)) or folded(bare) in ERROR_TEXTS


def _unreadable(text: str) -> _Damage | None:
    """Return the first character that no program shows, and where it stands."""
    for at, character in enumerate(text, start=1):
        if _is_unreadable(character):
            shown = "".join(_REPLACEMENT if _is_unreadable(one) else one for one in text)
            name = f"U+{ord(character):04X}"
            return _Damage(
                "unreadable-character",
                {"found": found_in_words(shown), "character": name, "place": at},
            )
    return None


def _is_unreadable(character: str) -> bool:
    is_control = unicodedata.category(character) in _UNREADABLE and not character.isspace()
    return is_control or character == _REPLACEMENT


def _mixed_marks(
    tab: FoundTab, header: str, rule: SheetField[Any], texts: Collection[str]
) -> Iterator[Finding]:
    """Yield that a column has both decimal marks; a text that is doubtful by itself is an error."""
    marked = [(text, mark) for text in texts if (mark := _decimal_mark(text, rule))]
    if len({mark for _, mark in marked}) < 2:  # noqa: PLR2004 - the comma and the point
        return
    marks = dict(marked)
    first: dict[str, tuple[str, int]] = {}
    for row, cell in enumerate(below(tab, header), first_row(tab)):
        mark = marks.get(cell, "") if isinstance(cell, str) else ""
        if mark and mark not in first and not is_left_alone(tab, row):
            first[mark] = str(cell), row
    if len(first) == len(set(marks.values())):
        (comma, comma_row), (point, point_row) = first[","], first["."]
        yield remark(
            tab,
            header,
            (),
            "mixed-decimal-marks",
            comma=found_in_words(comma),
            comma_row=comma_row,
            comma_amount=rule.read(comma),
            point=found_in_words(point),
            point_row=point_row,
            point_amount=rule.read(point),
        )


def _decimal_mark(text: str, rule: SheetField[Any]) -> str:
    """Return the mark before the decimals of a text that the column takes, or ''."""
    found = _LAST_MARK.fullmatch(text)
    if found is None or text.count(found[1]) > 1 or rule.read(text) is None:
        return ""
    return found[1]
