"""A first sheet in the language of its readers: tabs, headers, lists, settings and presets.

Everything is called by a name under which it is found again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from boekbrug.server.wording.dutch_first_sheet import MEANINGS, TEXTS
from boekbrug.server.wording.said import LANGUAGES, in_language, said, word
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.first_sheet import (
    SETTING_CHOICES,
    ColumnKind,
    FirstColumn,
    FirstTab,
)
from boekbrug.server.workbook.start import TITLE, start_rows

_MEANINGS: Mapping[str, Mapping[str, str]] = {"nl": MEANINGS}
_TEXTS: Mapping[str, Mapping[str, str]] = {"nl": TEXTS}
_PRESETS = {("VAT", "Name"), ("Accounts", "Name")}


def spoken(tabs: Sequence[FirstTab], language: str) -> tuple[FirstTab, ...]:
    """Return the tabs of a first sheet in a language of the server; English is what they are."""
    return tuple(tabs) if language == "en" else tuple(_tab(tab, language) for tab in tabs)


def _tab(tab: FirstTab, language: str) -> FirstTab:
    title = _named("tab", tab.title, language)
    if tab.title == "Start":
        told = start_rows((TITLE, said("not attached yet")), {}, language)
        return replace(tab, title=title, rows=told)
    rows: tuple[tuple[Cell, ...], ...]
    if tab.title == "Settings":
        rows = tuple(_setting(row, language) for row in tab.rows)
    else:
        rows = tuple(
            tuple(
                _cell(tab.title, column, cell, language)
                for column, cell in zip(tab.columns, row, strict=True)
            )
            for row in tab.rows
        )
    columns = tuple(_column(tab.title, column, language) for column in tab.columns)
    return replace(tab, title=title, columns=columns, rows=rows)


def _column(tab: str, column: FirstColumn, language: str) -> FirstColumn:
    told = LANGUAGES[language].columns.get(tab, {})
    choices = tuple(_named("choice", choice, language) for choice in column.choices)
    if column.kind is ColumnKind.TICK:
        choices = (_TEXTS[language]["yes"],)
    return replace(
        column,
        header=_named("header", column.header, language),
        description=told.get(column.header, column.description),
        choices=choices,
    )


def _cell(tab: str, column: FirstColumn, cell: Cell, language: str) -> Cell:
    if not isinstance(cell, str):
        return cell
    if column.kind is ColumnKind.CHOICE:
        return _named("choice", cell, language)
    return _TEXTS[language].get(cell, cell) if (tab, column.header) in _PRESETS else cell


def _setting(row: tuple[Cell, ...], language: str) -> tuple[Cell, ...]:
    label, value, meaning = row
    name = str(label)
    if isinstance(value, str) and name in {*SETTING_CHOICES, "VAT computed"}:
        value = _TEXTS[language].get(value) or _named("choice", value, language)
    told = _MEANINGS[language].get(name, meaning) if meaning else meaning
    return _named("setting", name, language), value, told


def _named(kind: str, name: str, language: str) -> str:
    return in_language(word(kind, name), language)
