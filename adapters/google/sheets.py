"""The workbook as a Google Sheet: read as cells, changed in place while people work in it.

A run costs four calls, for all teams of a server share sixty reads a minute: two for the values,
one to look where the rows are now, and one that writes everything or nothing. What the tabs are
called is remembered from the look; a sheet that lacks a tab, or renamed one, costs a call more. So
does one in which the locale has to decide what a text means, which is asked for each time, and one
in which the look found merged cells over data: the next read asks for them first.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from gspread import HTTPClient
from gspread.http_client import ParamsType
from gspread.urls import SPREADSHEET_URL

from boekbrug.adapters.google.edits import requests_of
from boekbrug.adapters.google.grid import GRID_FIELDS, Grid, grids_of, merges_of
from boekbrug.adapters.google.values import TornError, Values, merged_tab, quoted
from boekbrug.server.records.entries import SeenTitles
from boekbrug.server.wording.said import Said, said
from boekbrug.server.workbook.cells import Cells, Changes, Tab
from boekbrug.server.workbook.layout import has_all_tabs, known_tab
from boekbrug.server.workbook.locale_need import is_locale_needed
from boekbrug.server.workbook.shape import NO_SHAPE, Shape
from boekbrug.server.workflow.ports import TitlesMemory, UnreachableError

READ_ATTEMPTS_MAX = 3
TITLES_HOLD = timedelta(hours=1)
"""How long a change trusts remembered titles; then it asks for all tabs and remembers anew."""

_TITLES = "properties(title,locale),sheets(properties(title,sheetType),merges)"
_ONE_LINE = {"prettyPrint": "false"}  # less than half the bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleLimits:
    """The largest workbook that is taken; `rows_max` is per tab."""

    rows_max: int

    @property
    def tab_cells_max(self) -> int:
        """The most cells between A1 and the last used row and column of one tab."""
        return self.rows_max * 50


class GoogleWorkbook:
    """A Google Sheet as a workbook (see `WorkbookPort`); for one thread, like its client."""

    def __init__(
        self,
        client: HTTPClient,
        spreadsheet_id: str,
        *,
        limits: GoogleLimits,
        titles: TitlesMemory,
        now: Callable[[], datetime],
        wait_for_a_read: Callable[[], None] = lambda: None,
    ) -> None:
        """Take the sheet of that id; nothing is read yet.

        Args:
            client: makes the calls; raises UnreachableError for what it cannot do.
            spreadsheet_id: from the sheet's address.
            limits: the largest that is taken.
            titles: what sheets and tabs were called when somebody looked.
            now: returns this instant.
            wait_for_a_read: returns when the server may ask Google for something again.
        """
        self._client = client
        self._id = spreadsheet_id
        self._limits = limits
        self._titles = titles
        self._now = now
        self._wait_for_a_read = wait_for_a_read
        self._name = "Google Sheet"
        self._locale: str | None = None
        self._shapes: Mapping[str, Shape] = {}

    def read(self) -> Cells:
        """Return all tabs, people's own without cells."""
        self._locale = None
        seen = self._remembered() or self._look()
        for _ in range(READ_ATTEMPTS_MAX):
            try:
                cells = self._cells(seen.tabs)
            except TornError:
                continue
            except UnreachableError as error:
                before, seen = seen, self._look() if error.permanent else seen
                if before.tabs == seen.tabs:
                    raise
            else:
                self._check_size(cells)
                return self._with_locale(cells)
        raise UnreachableError(self._told(said("sheet never at rest")), permanent=False)

    def change(self, changes_of: Callable[[Cells], Changes]) -> None:
        """Look where everything stands and write what is made of it, in one call.

        People work in the sheet all the time, and Google has no write that depends on what stands
        there: a row that moves in the fraction of a second between the look and the write gets
        another's texts, which the next run puts right.
        """
        grids = self._grids()
        changes = changes_of(Cells(tuple(grid.tab for grid in grids.values())))
        try:
            requests = requests_of(grids, changes)
        except KeyError as missing:
            told = self._told(said("sheet without tab", tab=missing.args[0]))
            raise UnreachableError(told, permanent=True) from missing
        if requests:
            self._client.batch_update(self._id, {"requests": requests})
        if changes.is_in_doubt:  # as if nobody had looked: the next read looks first
            self._titles.keep(self._id, SeenTitles(self._name, (), self._now()))

    def _remembered(self) -> SeenTitles | None:
        """Return the titles that were seen last, if all tabs of Boekbrug are among them.

        Any other tab may be one that somebody adds, and a sheet without it would read wrong.
        """
        seen = self._titles.recall(self._id)
        if seen is None or not has_all_tabs(seen.tabs):
            return None
        self._name = seen.name
        return seen

    def _look(self) -> SeenTitles:
        """Return what the sheet and its tabs are called now; learn its locale."""
        answer = json.loads(self._get({"fields": _TITLES}))
        self._locale = answer["properties"].get("locale", "")
        tabs = [sheet["properties"] for sheet in answer["sheets"]]
        self._shapes = {
            sheet["properties"]["title"]: Shape(merges=merges_of(sheet))
            for sheet in answer["sheets"]
        }
        return self._keep(
            answer["properties"]["title"],
            (tab["title"] for tab in tabs if tab["sheetType"] == "GRID"),
        )

    def _with_locale(self, cells: Cells) -> Cells:
        """Return the cells with the locale that the sheet has now, where one has to decide."""
        if not is_locale_needed(cells):
            return cells
        if self._locale is None:
            self._look()
        return replace(cells, locale=self._locale or "")

    def _keep(self, name: str, titles: Iterable[str]) -> SeenTitles:
        self._name = name
        seen = SeenTitles(name, tuple(titles), self._now())
        self._titles.keep(self._id, seen)
        return seen

    def _cells(self, titles: Sequence[str]) -> Cells:
        known = [title for title in titles if known_tab(title)]
        shown, serial = (self._values(known, how) for how in ("FORMATTED_STRING", "SERIAL_NUMBER"))
        read = {
            title: replace(
                merged_tab(title, texts, numbers), shape=self._shapes.get(title, NO_SHAPE)
            )
            for title, texts, numbers in zip(known, shown, serial, strict=True)
        }
        return Cells(tuple(read.get(title, Tab(title, ())) for title in titles))

    def _values(self, titles: Sequence[str], dates: str) -> list[Values]:
        """Return the columns of each tab, with dates in one of Google's two ways."""
        self._wait_for_a_read()
        options: ParamsType = {
            "majorDimension": "COLUMNS",
            "valueRenderOption": "UNFORMATTED_VALUE",
            "dateTimeRenderOption": dates,
            **_ONE_LINE,
        }
        if not titles:
            return []
        answer = self._client.values_batch_get(self._id, [*map(quoted, titles)], options)
        return [one.get("values", []) for one in answer["valueRanges"]]

    def _grids(self) -> Mapping[str, Grid]:
        """Return the tabs of Boekbrug as they are now."""
        seen = self._remembered()
        if seen and self._now() - seen.seen_at < TITLES_HOLD:
            known = [quoted(title) for title in seen.tabs if known_tab(title)]
            try:
                return self._grids_at({"ranges": known})
            except UnreachableError as error:  # somebody gave a tab another name, perhaps
                if not error.permanent:
                    raise
        return self._grids_at({})

    def _grids_at(self, ranges: Mapping[str, Sequence[str]]) -> Mapping[str, Grid]:
        name, grids = grids_of(self._get({"fields": GRID_FIELDS, **ranges}))
        if not ranges:
            self._keep(name, grids)
        return grids

    def _get(self, params: Mapping[str, Any]) -> bytes:
        self._wait_for_a_read()
        url = SPREADSHEET_URL % self._id
        return self._client.request("get", url, params={**params, **_ONE_LINE}).content

    def _check_size(self, cells: Cells) -> None:
        """Refuse a tab that is too long, or too wide for its length."""
        rows_max, cells_max = self._limits.rows_max, self._limits.tab_cells_max
        for tab in cells.tabs:
            if tab.row_count > rows_max:
                raise self._refused(
                    "too many rows", rows=tab.row_count, tab=tab.title, most=rows_max
                )
            if tab.row_count * len(tab.columns) > cells_max:
                raise self._refused(
                    "tab too wide",
                    rows=tab.row_count,
                    columns=len(tab.columns),
                    tab=tab.title,
                    most=cells_max,
                )

    def _refused(self, why: str, **values: object) -> UnreachableError:
        return UnreachableError(self._told(said(f"refused: {why}", **values)), permanent=True)

    def _told(self, sentence: Said) -> Said:
        return said("of file", file=self._name, sentence=sentence)
