"""Google Sheets in the emulator: made of rows or of an .xlsx file, and changed as people do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
from google_emulator.google import Google
from google_emulator.grid import Cell as EmulatedCell
from google_emulator.grid import Json, Sheet, Spreadsheet, new_sheet, new_spreadsheet
from google_emulator.state import SPREADSHEET, DriveFile
from google_emulator_support import PERSON, SERVER

from boekbrug.adapters.google.client import GoogleClient, SheetsClient
from boekbrug.adapters.google.sheets import GoogleLimits, GoogleWorkbook
from boekbrug.server.records.entries import SeenTitles
from boekbrug.server.workbook.cells import (
    Cell,
    CellError,
    Cells,
    Changes,
    RowChange,
    TabContent,
)
from boekbrug.server.workflow.ports import TitlesMemory

LIMITS = GoogleLimits(rows_max=2_000)
NOW = datetime.fromisoformat("2026-11-03T14:00:00+00:00")
FIRST_DAY = datetime.fromisoformat("1899-12-30")
DATE: Json = {"numberFormat": {"type": "DATE", "pattern": "dd/mm/yyyy"}}
DATE_TIME: Json = {"numberFormat": {"type": "DATE_TIME", "pattern": "dd/mm/yyyy hh:mm:ss"}}
TEXT: Json = {"numberFormat": {"type": "TEXT", "pattern": "@"}}


class RememberedTitles(dict[str, SeenTitles]):
    """What sheets were called, in memory."""

    def recall(self, place: str) -> SeenTitles | None:
        return self.get(place)

    def keep(self, place: str, seen: SeenTitles) -> None:
        self[place] = seen


@dataclass(frozen=True, slots=True)
class Formula:
    """What somebody typed behind an equals sign."""

    text: str


Rows = Sequence[Sequence[Cell | Formula]]


LOOK, VALUES, WRITE = "GET get", "GET values:batchGet", "POST batchUpdate"
ROWS: Rows = (
    ("Number", "Date", "Net", "State"),
    ("2026/1", date(2026, 9, 30), 101.5, None),
    ("2026/2", date(2026, 10, 1), 200, None),
)
INVOICES: Mapping[str, Rows] = {"Invoices": ROWS, "Check": (("old",),)}


def changes(_: Cells) -> Changes:
    """Return a state for the first invoice, and tab Check anew."""
    return Changes(
        rows=(RowChange(tab="Invoices", row=2, texts={4: "done"}),),
        tabs=(TabContent("Check", (("Where", "Found"), ("Invoices", "0042"))),),
    )


@dataclass(frozen=True, slots=True)
class GoogleSheet:
    """One Google Sheet, shared with the server as editor."""

    google: Google
    id: str

    @property
    def spreadsheet(self) -> Spreadsheet:
        return self.google.emulator.state.spreadsheets[self.id]

    def tab(self, title: str) -> Sheet:
        found = self.spreadsheet.sheet_by_title(title)
        assert found, title
        return found

    def fill(self, title: str, rows: Rows) -> None:
        """Put these rows in place of all that stands in a tab, as people do meanwhile."""
        tab = self.spreadsheet.sheet_by_title(title) or self._add(title)
        tab.cells = {
            (row, column): emulated(value)
            for row, values in enumerate(rows)
            for column, value in enumerate(values)
            if value is not None
        }

    def workbook(
        self,
        client: GoogleClient,
        *,
        limits: GoogleLimits = LIMITS,
        titles: TitlesMemory | None = None,
        now: Callable[[], datetime] = lambda: NOW,
        wait_for_a_read: Callable[[], None] = lambda: None,
    ) -> GoogleWorkbook:
        return GoogleWorkbook(
            SheetsClient(client),
            self.id,
            limits=limits,
            titles=RememberedTitles() if titles is None else titles,
            now=now,
            wait_for_a_read=wait_for_a_read,
        )

    def calls(self) -> list[str]:
        """Return the calls to Sheets so far, each as method and last part of its path."""
        paths = [
            (each.request.method, each.request.path) for each in self.google.emulator.exchanges
        ]
        return [
            f"{method} {path.rpartition(self.id)[2].lstrip(':/') or 'get'}"
            for method, path in paths
            if path.startswith("/v4/spreadsheets/")
        ]

    def _add(self, title: str) -> Sheet:
        self.spreadsheet.sheets.append(new_sheet({"title": title}))
        return self.tab(title)


def google_sheet(
    google: Google, tabs: Mapping[str, Rows], *, name: str = "Acme", locale: str = "nl_BE"
) -> GoogleSheet:
    """Make a Google Sheet of somebody's, in their locale, and share it with the server."""
    state = google.emulator.state
    spreadsheet = new_spreadsheet(state.new_id(), name, locale)
    spreadsheet.sheets = []
    state.add_spreadsheet(spreadsheet, DriveFile(spreadsheet.id, name, SPREADSHEET, owner=PERSON))
    google.accounts.share(spreadsheet.id, SERVER, "writer")
    sheet = GoogleSheet(google, spreadsheet.id)
    for title, rows in tabs.items():
        sheet.fill(title, rows)
    return sheet


def loaded(google: Google, path: Path) -> GoogleSheet:
    """Make a Google Sheet of an .xlsx file: its values, its dates and its text cells."""
    book = openpyxl.load_workbook(path)
    sheet = google_sheet(google, {each.title: () for each in book.worksheets})
    for each in book.worksheets:
        tab = sheet.tab(each.title)
        tab.resize(max(1000, each.max_row), max(26, each.max_column))
        for row in each.iter_rows():
            for cell in row:
                if cell.value is not None:
                    made = emulated(cell.value)  # type: ignore[arg-type]
                    if cell.number_format == "@":
                        made.format = TEXT
                    tab.cells[cell.row - 1, cell.column - 1] = made
    return sheet


def emulated(value: Cell | Formula) -> EmulatedCell:
    """Return the value as Google keeps it."""
    match value:
        case Formula(text):
            return EmulatedCell(formula=text)
        case CellError(code):
            return EmulatedCell(code)
        case datetime():
            return EmulatedCell((value - FIRST_DAY) / timedelta(days=1), format={**DATE_TIME})
        case date():
            days = (value - FIRST_DAY.date()).days
            return EmulatedCell(days, format={**DATE})
        case _:
            return EmulatedCell(value)
