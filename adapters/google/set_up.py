"""Set-up and repair of a Google Sheet: everything that it lacks, in one batch, or nothing.

What is there already is found by its name and left where it is; a value that people typed is
never written over, moved to another row or removed. What is added is in the language that the
sheet is in (see `sheet_language`). A second time finds nothing to do.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from boekbrug.adapters.google import requests_of_set_up as requests
from boekbrug.adapters.google.dressing import Place, dressing, guarded_in_words
from boekbrug.adapters.google.present import Json, PresentTab, as_cells, present_tabs
from boekbrug.adapters.google.setting_rows import (
    added_settings,
    explained_settings,
    offered_settings,
    setting_named,
)
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.first_sheet import FirstColumn, FirstTab
from boekbrug.server.workbook.layout import FoundTab, find_layout
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.sheet_fields import ServerColumn
from boekbrug.server.workbook.sheet_language import (
    language_of_readers,
    language_of_sheet,
    language_of_tab,
)
from boekbrug.server.workbook.spoken_sheet import answering_in, spoken_column, spoken_tab
from boekbrug.server.workflow.ports import UnreachableError

ROWS_OF_A_NEW_TAB = 1000
SPARE_COLUMNS = 2
FILLED_WHEN_EMPTY = ("VAT", "Accounts")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is done, in words, and the requests that do it."""

    words: str
    requests: tuple[Json, ...]


@dataclass(slots=True)
class _Standing:
    """A tab as its columns will stand once the requests so far are carried out.

    `header_row` counts from 0; `columns` are by English header, `new` the columns that the sheet
    did not have. `servers` are the headers that the server alone writes under. What is added is
    in `language`.
    """

    tab: PresentTab
    language: str
    header_row: int
    columns: dict[str, int]
    servers: frozenset[str] = frozenset()
    new: list[FirstColumn] = field(default_factory=list)
    requests: list[Json] = field(default_factory=list)

    def was_at(self, header: str) -> int | None:
        """Return where a column stands in what was read; None for a new one."""
        new = [column.name for column in self.new]
        if header in new:
            return None
        before = [self.columns[one] for one in new if self.columns[one] < self.columns[header]]
        return self.columns[header] - len(before)


def plan_set_up(
    answer: Mapping[str, Any], tabs: Sequence[FirstTab], programs: Collection[str], wanted: str
) -> tuple[tuple[Step, ...], str]:
    """Return what brings the sheet to the tabs of the first sheet, and its readers' language.

    Args:
        answer: of `spreadsheets.get` with `PRESENT_FIELDS`.
        tabs: the first sheet, filled in as a new one would be, in English.
        programs: the names of the installed program modules.
        wanted: the language of what is added, where the sheet itself does not say.
    """
    present = present_tabs(answer)
    layout, _ = find_layout(as_cells(present), schemas_for(programs))
    taken = {tab.sheet_id for tab in present.values()}
    ids = (number for number in count(1) if number not in taken)
    steps: list[Step] = []
    language = language_of_sheet(layout, wanted)
    for tab in tabs:
        title, found = layout.titles.get(tab.name), layout.tabs.get(tab.name)
        if title is None:
            told = answering_in(spoken_tab(tab, language), language)
            steps.append(_added(told, next(ids), language))
        else:
            own = language_of_tab(found, language) if found else language
            told = answering_in(spoken_tab(tab, own), language)
            steps += _repaired(told, present[title], found, own)
    readers = language_of_readers(layout, language)
    return tuple(step for step in steps if step.requests), readers


def plan_column(
    answer: Mapping[str, Any],
    tab: str,
    column: FirstColumn,
    programs: Collection[str],
    wanted: str,
) -> tuple[tuple[Step, ...], str]:
    """Return what adds one column to a tab of people, and the language of the sheet's readers.

    Args:
        answer: of `spreadsheets.get` with `PRESENT_FIELDS`.
        tab: its English name.
        column: see `first_sheet.column_named`.
        programs: the names of the installed program modules.
        wanted: the language of what is added, where the sheet itself does not say.

    Raises:
        UnreachableError: the sheet has no such tab, or the tab no headers.
    """
    present = present_tabs(answer)
    layout, _ = find_layout(as_cells(present), schemas_for(programs))
    found = layout.tabs.get(tab)
    if found is None:
        raise UnreachableError(said("no tab for column", tab=tab), permanent=True)
    if found.header_row is None:
        raise UnreachableError(said("no headers for column", tab=found.title), permanent=True)
    readers = language_of_readers(layout, wanted)
    if column.name in found.columns:
        return (), readers
    language = language_of_tab(found, language_of_sheet(layout, wanted))
    told = spoken_column(tab, column, language)
    standing = _standing(present[found.title], found, language)
    _make_room(standing, (told,))
    return (_columns_added(standing), *_dressed(standing, (told,))), readers


def _added(wanted: FirstTab, sheet_id: int, language: str) -> Step:
    """Return the step of a tab that is not there at all."""
    headers = tuple(column.header for column in wanted.columns)
    rows = [headers, *wanted.rows] if headers else list(wanted.rows)
    width = max(len(row) for row in rows)
    size = (max(ROWS_OF_A_NEW_TAB, len(rows)), width + SPARE_COLUMNS)
    tab = PresentTab(sheet_id=sheet_id, title=wanted.title, row_count=size[0], column_count=size[1])
    made = [
        requests.add_tab(sheet_id, wanted.title, size, is_servers=wanted.server),
        requests.write(sheet_id, 0, 0, rows),
        *(
            requests.widen(sheet_id, number, column.width)
            for number, column in enumerate(wanted.columns)
        ),
    ]
    if wanted.folded_from is not None:
        first = wanted.folded_from - 1
        made += requests.fold(sheet_id, first, len(rows) - first)
    if wanted.server:
        made += _servers(tab, language, header_rows=1 if headers else 0)
    else:
        standing = _Standing(tab, language, 0, {}, new=list(wanted.columns))
        standing.columns = {column.name: number for number, column in enumerate(wanted.columns)}
        made += [one for step in _dressed(standing, wanted.columns) for one in step.requests]
        if wanted.name == "Settings":
            settings = dict(enumerate((setting_named(row[0]) for row in wanted.rows), start=1))
            value = standing.columns["Value"]
            made += offered_settings(tab, settings, value, language)
            made += explained_settings(tab, settings, value, wanted)
    return Step(said("tab added", tab=wanted.title), tuple(made))


def _repaired(
    wanted: FirstTab, tab: PresentTab, found: FoundTab | None, language: str
) -> Iterator[Step]:
    """Yield the steps of a tab that is there."""
    if wanted.server:
        yield Step(
            said("tab protected", tab=tab.title), tuple(_servers(tab, language, header_rows=0))
        )
        return
    if found is None or (found.header_row is None and tab.height):
        return  # somebody's own content without headers: the check says so
    standing = _standing(tab, found, language)
    _make_room(standing, wanted.columns)
    yield _columns_added(standing)
    # What needs more rows comes first, so that these are dressed like the others.
    if wanted.name != "Settings":
        if wanted.name in FILLED_WHEN_EMPTY and tab.height <= standing.header_row + 1:
            yield Step(said("tab filled in", tab=tab.title), tuple(_filled_in(standing, wanted)))
        yield from _dressed(standing, wanted.columns)
        return
    added, places = added_settings(tab, standing.header_row, standing.columns, wanted)
    yield Step(said("settings added", tab=tab.title), tuple(added))
    yield from _dressed(standing, wanted.columns)
    value = standing.columns["Value"]
    offered = offered_settings(tab, places, value, language)
    yield Step(said("settings listed", tab=tab.title), tuple(offered))
    explained = explained_settings(tab, places, value, wanted)
    yield Step(said("settings explained", tab=tab.title), tuple(explained))


def _standing(tab: PresentTab, found: FoundTab, language: str) -> _Standing:
    header_row = (found.header_row or 1) - 1
    fields = found.schema.fields.values()
    servers = frozenset(str(one.data_key) for one in fields if isinstance(one, ServerColumn))
    return _Standing(tab, language, header_row, dict(found.columns), servers)


def _make_room(standing: _Standing, wanted: Sequence[FirstColumn]) -> None:
    """Add the columns that are missing: people's before the server's, the server's at the end."""
    tab = standing.tab
    servers = [place for header, place in standing.columns.items() if header in standing.servers]
    missing = [column for column in wanted if column.name not in standing.columns]
    at = min(servers, default=tab.width)
    inserted = [column for column in missing if not column.server and at < tab.width]
    if inserted:
        standing.requests.append(requests.insert_columns(tab.sheet_id, at, len(inserted)))
        standing.columns = {
            header: place + len(inserted) if place >= at else place
            for header, place in standing.columns.items()
        }
        standing.columns |= {column.name: at + number for number, column in enumerate(inserted)}
    appended = [column for column in missing if column not in inserted]
    end = tab.width + len(inserted)
    lacking = end + len(appended) - (tab.column_count + len(inserted))
    if lacking > 0:
        standing.requests.append(requests.append(tab.sheet_id, "COLUMNS", lacking))
    standing.columns |= {column.name: end + number for number, column in enumerate(appended)}
    standing.new += [*inserted, *appended]
    row = standing.header_row
    standing.requests += [
        requests.write(tab.sheet_id, row, standing.columns[column.name], [[column.header]])
        for column in standing.new
    ]


def _columns_added(standing: _Standing) -> Step:
    key = "tab with column" if len(standing.new) == 1 else "tab with columns"
    headers = tuple(column.header for column in standing.new)
    words = said(key, tab=standing.tab.title, columns=headers)
    return Step(words, tuple(standing.requests))


def _dressed(standing: _Standing, wanted: Sequence[FirstColumn]) -> Iterator[Step]:
    """Yield what columns lack of formats, lists, notes, colour and protection."""
    tab, title = standing.tab, standing.tab.title
    if tab.frozen_rows < standing.header_row + 1:
        frozen = requests.freeze(tab.sheet_id, standing.header_row + 1)
        yield Step(said("headers in sight", tab=title), (frozen,))
    for column in wanted:
        place = Place(
            tab=tab,
            header_row=standing.header_row,
            at=standing.columns[column.name],
            was_at=standing.was_at(column.name),
        )
        look = said("look of column", tab=title, column=column.header)
        yield Step(look, tuple(dressing(place, column, standing.language)))


def _filled_in(standing: _Standing, wanted: FirstTab) -> Iterator[Json]:
    """Yield the presets of an empty tab, column by column: they may stand in any order."""
    tab, first = standing.tab, standing.header_row + 1
    lacking = first + len(wanted.rows) - tab.row_count
    if lacking > 0:
        yield requests.append(tab.sheet_id, "ROWS", lacking)
    for number, column in enumerate(wanted.columns):
        cells = [[row[number]] for row in wanted.rows]
        if any(cell is not None for [cell] in cells):
            yield requests.write(tab.sheet_id, first, standing.columns[column.name], cells)


def _servers(tab: PresentTab, language: str, *, header_rows: int) -> Iterator[Json]:
    """Yield what a tab of the server lacks."""
    if header_rows and tab.frozen_rows < header_rows:
        yield requests.freeze(tab.sheet_id, header_rows)
    if not tab.is_protected(0):
        yield requests.protect({"sheetId": tab.sheet_id}, guarded_in_words(language))
