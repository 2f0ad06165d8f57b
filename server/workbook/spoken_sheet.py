"""A first sheet in the language of its readers: tabs, headers, lists, settings and presets.

Everything is called by a name under which it is found again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from boekbrug.server.wording.dutch_first_sheet import MEANINGS, TEXTS
from boekbrug.server.wording.said import (
    LANGUAGES,
    in_language,
    said,
    spoken_or_english,
    word,
)
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.first_sheet import (
    SETTING_CHOICES,
    ColumnKind,
    FirstColumn,
    FirstTab,
)
from boekbrug.server.workbook.start import TITLE, start_rows

PROGRAM_CODE = "Code "
"""What the header of a program's own VAT codes begins with; the name of the program follows."""
_MEANINGS: Mapping[str, Mapping[str, str]] = {"nl": MEANINGS}
_TEXTS: Mapping[str, Mapping[str, str]] = {"nl": TEXTS}
_PRESETS = {("VAT", "Name"), ("Accounts", "Name")}


def spoken(tabs: Sequence[FirstTab], language: str) -> tuple[FirstTab, ...]:
    """Return the tabs of a first sheet in a language of the server; English is what they are."""
    return tuple(spoken_tab(tab, language) for tab in tabs)


def spoken_tab(tab: FirstTab, language: str) -> FirstTab:
    """Return one tab of a first sheet in a language of the server; its rows with it."""
    if language == "en":
        return tab
    title = _named("tab", tab.name, language)
    if tab.name == "Start":
        told = start_rows((TITLE, said("not attached yet")), {}, language)
        return replace(tab, title=title, rows=told, language=language)
    rows: tuple[tuple[Cell, ...], ...]
    if tab.name == "Settings":
        rows = tuple(_setting(row, language) for row in tab.rows)
    else:
        rows = tuple(
            tuple(
                _cell(tab.name, column, cell, language)
                for column, cell in zip(tab.columns, row, strict=True)
            )
            for row in tab.rows
        )
    columns = tuple(spoken_column(tab.name, column, language) for column in tab.columns)
    return replace(tab, title=title, columns=columns, rows=rows, language=language)


def answering_in(tab: FirstTab, language: str) -> FirstTab:
    """Return tab Settings so that the sheet is answered in the language that it is in.

    An answer that the server does not speak stays where English stands for it.

    Args:
        tab: any tab, in that language; one without settings is returned as it is.
        language: one of the server.
    """
    if tab.name != "Settings":
        return tab
    label = _named("setting", "Language", language)
    rows = (
        (row[0], language, *row[2:])
        if row[0] == label and spoken_or_english(str(row[1])) != language
        else row
        for row in tab.rows
    )
    return replace(tab, rows=tuple(rows))


def spoken_column(tab: str, column: FirstColumn, language: str) -> FirstColumn:
    """Return a column of the tab of that English name in a language of the server."""
    if language == "en":
        return column
    choices = tuple(_named("choice", choice, language) for choice in column.choices)
    if column.kind is ColumnKind.TICK:
        choices = (_TEXTS[language]["yes"],)
    return replace(
        column,
        header=_named("header", column.name, language),
        description=told_what_for(tab, column.name, column.description, language),
        choices=choices,
    )


def told_what_for(tab: str, header: str, description: str, language: str) -> str:
    """Return what a column is for in a language; the description where nobody translated it.

    Args:
        tab: its English name.
        header: its English name; "Code winbooks" is told as every program's code is.
        description: in English.
        language: one of the server.
    """
    told = LANGUAGES[language].columns.get(tab, {})
    if header not in told and header.startswith(PROGRAM_CODE):
        program = header.removeprefix(PROGRAM_CODE)
        return told.get(f"{PROGRAM_CODE}{{program}}", description).replace("{program}", program)
    return told.get(header, description)


def setting_choices(name: str, language: str) -> tuple[str, ...]:
    """Return the list of answers of the setting of that English name, in a language."""
    return tuple(_named("choice", one, language) for one in SETTING_CHOICES.get(name, ()))


def _cell(tab: str, column: FirstColumn, cell: Cell, language: str) -> Cell:
    if not isinstance(cell, str):
        return cell
    if column.kind is ColumnKind.CHOICE:
        return _named("choice", cell, language)
    return _TEXTS[language].get(cell, cell) if (tab, column.name) in _PRESETS else cell


def _setting(row: tuple[Cell, ...], language: str) -> tuple[Cell, ...]:
    label, value, meaning = row
    name = str(label)
    if isinstance(value, str) and name in {*SETTING_CHOICES, "VAT computed"}:
        value = _TEXTS[language].get(value) or _named("choice", value, language)
    elif isinstance(value, str):
        value = in_language(value, language)
    told = _MEANINGS[language].get(name, meaning) if meaning else None
    told = in_language(told, language) if isinstance(told, str) else told
    return _named("setting", name, language), value, told


def _named(kind: str, name: str, language: str) -> str:
    return in_language(word(kind, name), language)
