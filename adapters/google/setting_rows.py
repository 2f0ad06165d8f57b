"""The rows of tab Settings: those that are missing; lists and notes on the answers of all."""

from collections.abc import Iterator, Mapping

from boekbrug.adapters.google import requests_of_set_up as requests
from boekbrug.adapters.google.present import Json, PresentTab
from boekbrug.server.workbook.first_sheet import SETTING_CHOICES, FirstTab
from boekbrug.server.workbook.layout import known_names, name_key
from boekbrug.server.workbook.settings import DIVIDER
from boekbrug.server.workbook.synonyms import SETTINGS

Rows = Mapping[int, str]
"""The number of a row, from 0, to the English name of its setting."""


def added_settings(
    tab: PresentTab, header_row: int, columns: Mapping[str, int], wanted: FirstTab
) -> tuple[list[Json], Rows]:
    """Return what adds the settings that are missing, with default and help, and all their rows.

    They come after the last row; a setting is found by any of its names.
    """
    names = known_names({str(row[0]): SETTINGS.get(str(row[0]), ()) for row in wanted.rows})
    labels = {
        row: names.get(name_key(tab.text(row, columns["Setting"])), "")
        for row in range(header_row + 1, tab.height)
    }
    missing = [row for row in wanted.rows if row[0] not in labels.values()]
    if missing and missing[-1][0] == DIVIDER:
        del missing[-1]  # nothing would stand below it
    first = max(tab.height, header_row + 1)
    made = []
    if (lacking := first + len(missing) - tab.row_count) > 0:
        made.append(requests.append(tab.sheet_id, "ROWS", lacking))
    for number, column in enumerate(wanted.columns):
        cells = [[row[number]] for row in missing]
        if missing:
            made.append(requests.write(tab.sheet_id, first, columns[column.header], cells))
    places = {first + number: str(row[0]) for number, row in enumerate(missing)}
    return made, {row: label for row, label in labels.items() if label} | places


def explained_settings(
    tab: PresentTab, rows: Rows, column: int, meanings: Mapping[str, str]
) -> Iterator[Json]:
    """Yield a note for each answer that has none: what the setting means, who knows it.

    A note that people wrote, or another part of the server, stays.
    """
    for row, label in rows.items():
        if label in meanings and not tab.cell(row, column).get("note"):
            yield requests.explain(tab.sheet_id, row, column, meanings[label])


def offered_settings(tab: PresentTab, rows: Rows, column: int) -> Iterator[Json]:
    """Yield the lists of the settings that have a fixed list of answers and lack it."""
    for row, label in rows.items():
        choices = SETTING_CHOICES.get(label, ())
        now = tab.cell(row, column).get("dataValidation", {}).get("condition")
        if choices and now != requests.one_of(choices):
            where = requests.area(tab.sheet_id, row=row, rows=1, column=column)
            yield requests.offer(where, choices)
