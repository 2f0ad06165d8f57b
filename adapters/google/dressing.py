"""How a column looks, and what of that it lacks: its format, list, note, colour, protection."""

from collections.abc import Iterator
from dataclasses import dataclass

from boekbrug.adapters.google import requests_of_set_up as requests
from boekbrug.adapters.google.present import Json, PresentTab
from boekbrug.server.wording.said import in_language, said
from boekbrug.server.workbook.first_sheet import ColumnKind, FirstColumn

PROBLEM = "Problem"
TICKS = ("yes",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A column of a tab, counted from 0: `at` once it is written, `was_at` None when it is new."""

    tab: PresentTab
    header_row: int
    at: int
    was_at: int | None

    @property
    def below(self) -> Json:
        """The cells under the header, to the end of the tab."""
        return requests.area(self.tab.sheet_id, row=self.header_row + 1, column=self.at)


def dressing(place: Place, column: FirstColumn, language: str) -> Iterator[Json]:
    """Yield the requests for what the column, which is in that language, lacks."""
    if not _is_shown(place, column.kind):
        yield requests.show_as(place.below, column.kind)
    choices = column.choices or (TICKS if column.kind is ColumnKind.TICK else ())
    if not _is_offered(place, choices):
        yield requests.offer(place.below, choices)
    if column.description and not _has_note(place):
        sheet_id = place.tab.sheet_id
        yield requests.explain(sheet_id, place.header_row, place.at, column.description)
    is_new = place.was_at is None
    if column.name == PROBLEM and (is_new or not place.tab.is_conditional(place.was_at or 0)):
        yield requests.redden(place.below)
    if column.server and (is_new or not place.tab.is_protected(place.was_at or 0)):
        yield requests.protect(place.below, guarded_in_words(language))


def guarded_in_words(language: str) -> str:
    """Return why a place of the server is protected, as Google shows it to whoever types there."""
    return in_language(said("server writes here"), language)


def _is_shown(place: Place, kind: ColumnKind) -> bool:
    """Whether every cell is shown as its kind; a column of formulas stays as it is.

    A new column takes the look of its neighbour: only one that needs none of its own is right.
    """
    if place.was_at is None:
        return False
    if kind not in requests.FORMATS or place.tab.has_formula(place.was_at):
        return True
    rows = range(place.header_row + 1, place.tab.row_count)
    return all(_format(place, row) in requests.AS_GOOD[kind] for row in rows)


def _format(place: Place, row: int) -> str:
    shown = place.tab.cell(row, place.was_at or 0).get("userEnteredFormat", {})
    return str(shown.get("numberFormat", {}).get("type", ""))


def _is_offered(place: Place, choices: tuple[str, ...]) -> bool:
    """Whether every cell offers the list; where none is wanted, people's own stays."""
    if place.was_at is None:
        return False
    if not choices:
        return True
    wanted = requests.one_of(choices)
    rows = range(place.header_row + 1, place.tab.row_count)
    cells = (place.tab.cell(row, place.was_at) for row in rows)
    return all(cell.get("dataValidation", {}).get("condition") == wanted for cell in cells)


def _has_note(place: Place) -> bool:
    return place.was_at is not None and bool(
        place.tab.cell(place.header_row, place.was_at).get("note")
    )
