"""The rows of tab Settings: those that are missing; lists and notes on the answers of all."""

from collections.abc import Iterator, Mapping

from boekbrug.adapters.google import requests_of_set_up as requests
from boekbrug.adapters.google.present import Json, PresentTab
from boekbrug.server.workbook.first_sheet import FirstTab
from boekbrug.server.workbook.layout import known_names, name_key
from boekbrug.server.workbook.settings import DIVIDER
from boekbrug.server.workbook.spoken_sheet import setting_choices
from boekbrug.server.workbook.synonyms import SETTINGS

_NAMES = known_names(SETTINGS)

Rows = Mapping[int, str]
"""The number of a row, from 0, to the English name of its setting."""


def setting_named(label: object) -> str:
    """Return the English name of a setting by any of its names; else the label itself."""
    text = str(label)
    return _NAMES.get(name_key(text), text)


def added_settings(
    tab: PresentTab, header_row: int, columns: Mapping[str, int], wanted: FirstTab
) -> tuple[list[Json], Rows]:
    """Return what adds the settings that are missing, with default and help, and all their rows.

    They come after the last row; a setting is found by any of its names.
    """
    names = {**_NAMES, **{name_key(str(row[0])): setting_named(row[0]) for row in wanted.rows}}
    labels = {
        row: names.get(name_key(tab.text(row, columns["Setting"])), "")
        for row in range(header_row + 1, tab.height)
    }
    missing = [row for row in wanted.rows if setting_named(row[0]) not in labels.values()]
    if missing and setting_named(missing[-1][0]) == DIVIDER:
        del missing[-1]  # nothing would stand below it
    first = max(tab.height, header_row + 1)
    made = []
    if (lacking := first + len(missing) - tab.row_count) > 0:
        made.append(requests.append(tab.sheet_id, "ROWS", lacking))
    for number, column in enumerate(wanted.columns):
        cells = [[row[number]] for row in missing]
        if missing:
            made.append(requests.write(tab.sheet_id, first, columns[column.name], cells))
    places = {first + number: setting_named(row[0]) for number, row in enumerate(missing)}
    return made, {row: label for row, label in labels.items() if label} | places


def explained_settings(
    tab: PresentTab, rows: Rows, column: int, wanted: FirstTab
) -> Iterator[Json]:
    """Yield a note for each answer that has none: what the setting means, who knows it.

    A note that people wrote, or another part of the server, stays.
    """
    meanings = {setting_named(label): meaning for label, meaning in wanted.meanings.items()}
    for row, name in rows.items():
        if name in meanings and not tab.cell(row, column).get("note"):
            yield requests.explain(tab.sheet_id, row, column, meanings[name])


def offered_settings(tab: PresentTab, rows: Rows, column: int, language: str) -> Iterator[Json]:
    """Yield the lists of the settings that have a fixed list of answers and lack it."""
    for row, name in rows.items():
        choices = setting_choices(name, language)
        now = tab.cell(row, column).get("dataValidation", {}).get("condition")
        if choices and now != requests.one_of(choices):
            where = requests.area(tab.sheet_id, row=row, rows=1, column=column)
            yield requests.offer(where, choices)
