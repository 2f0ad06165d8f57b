"""What a test may use at Google, real or emulated: one spreadsheet and one folder.

Nothing here looks into the emulator: what is asked of it is asked of Google in the same way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from google.auth.transport.requests import AuthorizedSession
from google_sheets_support import LIMITS, RememberedTitles, Rows
from gspread.utils import rowcol_to_a1
from live_cells import filled, fresh_tabs

from boekbrug.adapters.google import uploads
from boekbrug.adapters.google.client import GoogleClient, SheetsClient, Surroundings
from boekbrug.adapters.google.drive import FOLDER
from boekbrug.adapters.google.failures import Target
from boekbrug.adapters.google.sheets import GoogleWorkbook
from boekbrug.server.workflow.ports import WorkbookPort

SHEETS_URL = "https://sheets.googleapis.com/v4/spreadsheets"
REFUSALS = (400, 403, 404, 409)
"""What a test asks about is an answer; a limit or a trouble that passes is waited for."""


@dataclass(frozen=True, slots=True)
class Account:
    """A service account with a spreadsheet and a folder that tests may change as they like.

    Attributes:
        address: its e-mail address.
        spreadsheet_id: of a Google Sheet in which it is editor.
        folder_id: of a folder in a Shared Drive in which it is content manager.
        session: makes a session of its own, for one thread.
        around: how it waits.
    """

    address: str
    spreadsheet_id: str
    folder_id: str
    session: Callable[[], AuthorizedSession]
    around: Surroundings

    def client(self, subject: str = "Server") -> GoogleClient:
        """Return the server's client, in the words of a sheet or of a folder."""
        of = {"Server": ("this file", "editor"), "Folder": ("this folder", "content manager")}
        what, role = of[subject]
        target = Target(subject=subject, what=what, role=role, address=self.address)
        return GoogleClient(self.session(), target, self.around)

    def ask(self, method: str, url: str, body: Any = None, **query: Any) -> tuple[int, Any]:
        """Ask Google and return the status and what it says, be it a refusal."""
        options: dict[str, Any] = {"params": query} | ({"json": body} if body is not None else {})
        answer = self.client().call(method, url, accepted=REFUSALS, **options)
        return answer.status_code, answer.json() if answer.content else None

    def drive(self, method: str, path: str, body: Any = None, **query: Any) -> tuple[int, Any]:
        """Ask Drive, on Shared Drives too."""
        query = {"supportsAllDrives": "true", **query}
        return self.ask(method, f"{uploads.FILES_URL}{path}", body, **query)

    def drive_id(self) -> str:
        """Return the id of the Shared Drive that the folder is in."""
        return str(self.drive("GET", f"/{self.folder_id}", fields="id,driveId")[1]["driveId"])

    def found(self, query: str, **more: str) -> list[dict[str, Any]]:
        """Return the files of the Shared Drive that the query finds."""
        search = {"q": query, "corpora": "drive", "driveId": self.drive_id(), "pageSize": "100"}
        flags = {"includeItemsFromAllDrives": "true", "fields": "files(id,name)", **more}
        files: list[dict[str, Any]] = self.drive("GET", "", **search, **flags)[1]["files"]
        return files

    def new_folder(self, name: str, *, inside: str) -> str:
        """Make a folder and return its id."""
        client = self.client("Folder")
        metadata = {"name": name, "mimeType": FOLDER, "parents": [inside]}
        made = {"id": uploads.new_id(client), **metadata}
        uploads.create(client, made)
        return str(made["id"])

    def bin(self, file_id: str, *, is_over: bool = False) -> None:
        """Put something into the bin, or take it out again."""
        assert self.drive("PATCH", f"/{file_id}", {"trashed": not is_over}, fields="id")[0] == 200


class LiveSheet:
    """The spreadsheet of an account, with the tabs of one test; see `port_support.Sheet`."""

    def __init__(self, account: Account, tabs: Mapping[str, Rows]) -> None:
        """Take away every tab that is there and add these."""
        self.account = account
        there = self.ask("GET", "", fields="properties.title,sheets.properties")[1]["sheets"]
        ids = [each["properties"].get("sheetId", 0) for each in there]
        requests, self.tabs = fresh_tabs(ids, tabs)
        assert self.batch(*requests)[0] == 200

    def ask(self, method: str, path: str, body: Any = None, **query: Any) -> tuple[int, Any]:
        """Ask Sheets about this spreadsheet."""
        url = f"{SHEETS_URL}/{self.account.spreadsheet_id}{path}"
        return self.account.ask(method, url, body, **query)

    def batch(self, *requests: Any) -> tuple[int, Any]:
        return self.ask("POST", ":batchUpdate", {"requests": list(requests)})

    def put(self, where: str, values: Any, option: str = "RAW") -> tuple[int, Any]:
        path = f"/values/{quote(where, safe='')}"
        return self.ask("PUT", path, {"values": values}, valueInputOption=option)

    def get(self, where: str, render: str = "UNFORMATTED_VALUE", **query: str) -> Any:
        """Read the values; None when there are none."""
        path = f"/values/{quote(where, safe='')}"
        return self.ask("GET", path, valueRenderOption=render, **query)[1].get("values")

    def fill(self, title: str, rows: Rows) -> None:
        """Put these rows in place of all that stands in a tab."""
        assert self.batch(filled(self.tabs[title], rows))[0] == 200

    def port(self) -> WorkbookPort:
        client = SheetsClient(self.account.client())
        return GoogleWorkbook(
            client,
            self.account.spreadsheet_id,
            limits=LIMITS,
            titles=RememberedTitles(),
            now=lambda: datetime.now(UTC),
        )

    def formula(self, title: str, row: int, column: int) -> str:
        return str(self.get(f"{title}!{rowcol_to_a1(row, column)}", "FORMULA")[0][0])
