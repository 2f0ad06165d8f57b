"""The workbook as a Google Sheet: read as cells, changed in place while people work in it.

A run costs few calls, for all teams of a server share sixty reads a minute: two for the values
and one for the titles that a run has not seen yet, then one to look where the rows are now and one
that writes everything or nothing.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gspread import HTTPClient
from gspread.http_client import ParamsType
from gspread.urls import SPREADSHEET_URL

from boekbrug.adapters.google.edits import edits_of, requests_of
from boekbrug.adapters.google.grid import GRID_FIELDS, Grid, grids_of
from boekbrug.adapters.google.values import TornError, Values, merged_tab, quoted
from boekbrug.server.workbook.cells import Cells, Changes, WriteResult
from boekbrug.server.workflow.ports import UnreachableError

READ_ATTEMPTS_MAX = 3
SEEN_FOR_S = 120
"""How long a run may take from its read to its write before it looks at the titles again."""

_TITLES = "properties(title),sheets(properties(title,sheetType))"
_ONE_LINE = {"prettyPrint": "false"}  # less than half the bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleLimits:
    """The largest workbook that is taken; `rows_max` is per tab."""

    rows_max: int

    @property
    def tab_cells_max(self) -> int:
        """The most cells between A1 and the last used row and column of one tab."""
        return self.rows_max * 50


@dataclass(frozen=True, slots=True)
class Seen:
    """What a Google Sheet and its tabs are called."""

    name: str
    titles: tuple[str, ...]


class SeenTitles:
    """What sheets were called a moment ago, for the second read of the same run.

    Each is good for one read: the next run finds a tab that somebody added.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take a clock of seconds that never runs backwards."""
        self._clock = clock
        self._seen: dict[str, tuple[float, Seen]] = {}

    def keep(self, spreadsheet_id: str, seen: Seen) -> None:
        """Remember what was seen now."""
        self._seen[spreadsheet_id] = self._clock(), seen

    def take(self, spreadsheet_id: str) -> Seen | None:
        """Return what was seen, once; None when nobody looked or it is long ago."""
        at, seen = self._seen.pop(spreadsheet_id, (-SEEN_FOR_S, None))
        return seen if self._clock() - at < SEEN_FOR_S else None


class GoogleWorkbook:
    """A Google Sheet as a workbook (see `WorkbookPort`); for one thread, like its client."""

    def __init__(
        self,
        client: HTTPClient,
        spreadsheet_id: str,
        *,
        limits: GoogleLimits,
        seen: SeenTitles | None = None,
        wait_for_a_read: Callable[[], None] = lambda: None,
    ) -> None:
        """Take the sheet of that id; nothing is read yet.

        Args:
            client: makes the calls; raises UnreachableError for what it cannot do.
            spreadsheet_id: from the sheet's address.
            limits: the largest that is taken.
            seen: shared by all workbooks of a process, else each read asks for the titles.
            wait_for_a_read: returns when the server may ask Google for something again.
        """
        self._client = client
        self._id = spreadsheet_id
        self._limits = limits
        self._seen = seen or SeenTitles()
        self._wait_for_a_read = wait_for_a_read
        self._seen_last = Seen("Google Sheet", ())

    def read(self) -> Cells:
        """Return all tabs; the digest is that of Google's answers."""
        kept = self._seen.take(self._id)
        if kept is None:
            self._seen.keep(self._id, self._look())
        else:
            self._seen_last = kept
        for _ in range(READ_ATTEMPTS_MAX):
            titles = self._seen_last.titles
            try:
                cells = self._cells(titles)
            except TornError:
                continue
            except UnreachableError as error:
                if not error.permanent or self._look().titles == titles:
                    raise
            else:
                self._check_size(cells)
                return cells
        raise self._unreachable(
            "found changed each time it was read, needed at rest. "
            "Wait until nobody types in it; then press again.",
            permanent=False,
        )

    def write(self, changes: Changes, read_digest: str) -> WriteResult:  # noqa: ARG002 - the port
        """Write the changes, all or none, in one call.

        Rows are always found again by their key: people work in the sheet all the time. A formula
        is never overwritten; a row change that meets nothing but formulas is unplaced. Google has
        no write that depends on what stands there: a row that moves in the fraction of a second
        between the look and the write gets another's texts, which the next run puts right.
        """
        titles = sorted({one.tab for one in changes.rows} | {one.tab for one in changes.tabs})
        if not titles:
            return WriteResult()
        grids = self._grids(titles)
        edits = edits_of(grids, changes)
        if requests := requests_of(grids, edits):
            self._client.batch_update(self._id, {"requests": requests})
        return WriteResult(edits.unplaced)

    def _look(self) -> Seen:
        """Return what the sheet and its tabs are called now."""
        answer = json.loads(self._get({"fields": _TITLES}))
        tabs = [sheet["properties"] for sheet in answer["sheets"]]
        titles = tuple(tab["title"] for tab in tabs if tab["sheetType"] == "GRID")
        self._seen_last = Seen(answer["properties"]["title"], titles)
        return self._seen_last

    def _cells(self, titles: tuple[str, ...]) -> Cells:
        shown, serial = (self._values(titles, how) for how in ("FORMATTED_STRING", "SERIAL_NUMBER"))
        tabs = tuple(
            merged_tab(title, texts, numbers)
            for title, texts, numbers in zip(titles, shown, serial, strict=True)
        )
        canonical = json.dumps([titles, shown, serial], separators=(",", ":"))
        return Cells(tabs, sha256(canonical.encode()).hexdigest())

    def _values(self, titles: tuple[str, ...], dates: str) -> list[Values]:
        """Return the columns of each tab, with dates in one of Google's two ways."""
        self._wait_for_a_read()
        options: ParamsType = {
            "majorDimension": "COLUMNS",
            "valueRenderOption": "UNFORMATTED_VALUE",
            "dateTimeRenderOption": dates,
            **_ONE_LINE,
        }
        answer = self._client.values_batch_get(self._id, [*map(quoted, titles)], options)
        return [one.get("values", []) for one in answer["valueRanges"]]

    def _grids(self, titles: list[str]) -> Mapping[str, Grid]:
        """Return these tabs as they are now."""
        grids: Mapping[str, Grid] = {}
        read, ranges = self._seen_last.titles, [quoted(title) for title in titles]
        try:
            grids = grids_of(self._get({"fields": GRID_FIELDS, "ranges": ranges}))
        except UnreachableError as error:
            if not error.permanent or set(titles) <= set(self._look().titles):
                raise
        missing = next((title for title in titles if title not in grids), None)
        if missing is None:
            return grids
        raise self._unreachable(
            f"found no tab {missing}, needed the tabs of Boekbrug. "
            "Give the tab that holds it this name again, or add it.",
            permanent=missing not in read,  # else somebody renames it at this very moment
        )

    def _get(self, params: Mapping[str, Any]) -> bytes:
        self._wait_for_a_read()
        url = SPREADSHEET_URL % self._id
        return self._client.request("get", url, params={**params, **_ONE_LINE}).content

    def _check_size(self, cells: Cells) -> None:
        """Refuse a tab that is too long, or too wide for its length."""
        rows_max, cells_max = self._limits.rows_max, self._limits.tab_cells_max
        for tab in cells.tabs:
            if tab.row_count > rows_max:
                raise self._unreachable(
                    f"found {tab.row_count} rows in tab {tab.title}, allowed: at most {rows_max}. "
                    "Move older years to a file of their own.",
                    permanent=True,
                )
            if tab.row_count * len(tab.columns) > cells_max:
                raise self._unreachable(
                    f"found {tab.row_count} rows of {len(tab.columns)} columns in tab {tab.title}, "
                    f"allowed: at most {cells_max} cells in a tab. "
                    "Delete what stands far to the right of the table.",
                    permanent=True,
                )

    def _unreachable(self, sentence: str, *, permanent: bool) -> UnreachableError:
        return UnreachableError(f"{self._seen_last.name}: {sentence}", permanent=permanent)
