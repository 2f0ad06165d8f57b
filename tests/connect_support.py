"""A house with a Google of its own, and the button of a sheet in it: it connects and presses."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from google_emulator.google import Google
from google_emulator.loopback import LoopbackAdapter
from google_emulator_support import PERSON
from google_sheets_support import GoogleSheet, RememberedTitles, loaded
from records_support import dossier
from werkzeug.test import TestResponse

from boekbrug.adapters.google.credentials import service_account
from boekbrug.adapters.google.house import GoogleHouse
from boekbrug.adapters.google.sheets import GoogleLimits
from boekbrug.config.limits import tariff
from boekbrug.config.settings import Settings
from boekbrug.server.app import create_app
from boekbrug.server.assembly import Service, assemble, new_workbook
from boekbrug.server.records.database import migrate
from boekbrug.server.records.entries import Run, WorkbookEntry
from boekbrug.server.records.tables import audit
from boekbrug.server.workflow.connect_codes import digest_of, new_code
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.room import LinesInFlight

ACME, ZETA = "acme/winbooks", "zeta/winbooks"
AUDIENCE = "1234-acme.apps.googleusercontent.com"
CONTACT = "help@books.example"
KEY = "k" * 32
OCTOBER = {"from": "2026-10-01", "to": "2026-10-31"}
PRESSES = count(1)
PROVEN = "Reading: works. Writing: works. Folder: not chosen yet."
"""What is said of a sheet that was just connected without a folder."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A server, the Google that it reaches, and what people do with both."""

    service: Service
    google: Google
    empty_sheet: Path

    def sheet(self) -> GoogleSheet:
        """Make a sheet with the tabs of the first one, shared with the server."""
        return loaded(self.google, self.empty_sheet)

    def copy_of(self, sheet: GoogleSheet) -> GoogleSheet:
        """Copy the Start tab into another sheet: all by which a copy is known."""
        copy = self.sheet()
        copy.tab("Start").cells = dict(sheet.tab("Start").cells)
        return copy

    def code(self, dossier_key: str = ACME, *, days: int = 7, **given: Any) -> str:
        code, now = new_code(), datetime.now(UTC)
        self.service.records.connections.make_code(
            dossier_key,
            digest=digest_of(KEY, code),
            **{"addresses": ["@acme.example"], **given},
            expires_at=now + timedelta(days=days),
            now=now,
        )
        return code

    def token(self, email: str = PERSON, audience: str = AUDIENCE, **claims: Any) -> str:
        return self.google.certificates.identity_token(audience, email, **claims)

    def connect(
        self,
        sheet: GoogleSheet,
        code: str,
        *,
        title: str = "Sales 2026",
        copy: str | None = None,
        token: str | None = None,
        network: str = "192.0.2.7",
        language: str = "en",
    ) -> TestResponse:
        """Connect as the button does."""
        body = {"code": code, "workbook": sheet.id, "title": title, "copy": copy}
        token = self.token() if token is None else token
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers["Accept-Language"] = language
        return self.post("/connect", body, headers, network=network)

    def press(
        self, workbook_id: str, token: str, action: str = "check", **headers: str
    ) -> TestResponse:
        """Press as the button does."""
        own = {"Authorization": f"Bearer {token}", "webhook-id": f"press_{next(PRESSES)}"}
        body = {"workbook": workbook_id, "period": OCTOBER}
        return self.post(f"/webhooks/{action}", body, own | headers)

    def post(
        self, path: str, body: object, headers: Mapping[str, str], *, network: str = "192.0.2.7"
    ) -> TestResponse:
        client = create_app(self.service).test_client()
        return client.post(
            path,
            data=json.dumps(body),
            headers={**JSON, **headers},
            environ_base={"REMOTE_ADDR": network},
        )

    def connected(self, sheet: GoogleSheet, code: str, **given: Any) -> WorkbookEntry:
        """Connect and return the workbook as it is kept."""
        answer = self.connect(sheet, code, **given)
        assert answer.status_code == 200, answer.text
        return self.workbook(answer.json["workbook"])  # type: ignore[index]

    def workbook(self, workbook_id: str) -> WorkbookEntry:
        found = self.service.records.register.workbook(workbook_id)
        assert found is not None
        return found

    def run(self, answer: TestResponse) -> Run:
        """Lead the run of a press through its steps, as the engine does."""
        steps = RunSteps(self.service.records, self.service.outside, LinesInFlight(10**6))
        run_id = answer.json["id"]  # type: ignore[index]
        steps.make(run_id)
        steps.deliver(run_id)
        steps.write_back(run_id)
        run = self.service.records.runs.run(run_id)
        assert run is not None
        return run

    def audited(self, event: str) -> Sequence[sa.Row[Any]]:
        lines = sa.select(audit).where(audit.c.event == event).order_by(audit.c.id)
        with self.service.database.connect() as connection:
            return connection.execute(lines).all()


JSON = {"Content-Type": "application/json"}


def start_of(sheet: GoogleSheet) -> dict[str, str]:
    """Return tab Start of the sheet: label to value."""
    cells = sheet.tab("Start").cells
    texts = {place: str(cell.value) for place, cell in cells.items() if cell.value is not None}
    return {text: texts.get((row, 1), "") for (row, column), text in texts.items() if column == 0}


def detail(answer: TestResponse) -> str:
    return str(json.loads(answer.data)["detail"])


def settings(folder: Path, **given: Any) -> Settings:
    return Settings(
        data_directory=folder,
        secret_key=KEY,
        public_url="https://books.example",
        operator_contact=CONTACT,
        **given,
    )


def furnished(service: Service) -> Service:
    """Give a new house its tables and two firms."""
    migrate(service.database, tariff())
    now = datetime.now(UTC)
    for team, name, key in (("acme", "Acme bv", ACME), ("zeta", "Zeta nv", ZETA)):
        service.records.register.add_team(team, name, now=now)
        service.records.register.add_dossier(dossier(key), now=now)
    return service


@pytest.fixture(scope="session")
def furnished_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with two firms, and the first sheet beside it: made once."""
    folder = tmp_path_factory.mktemp("furnished")
    furnished(assemble(settings(folder / "data"))).database.dispose()
    first_on = date(2026, 10, 1)
    new_workbook(folder / "empty.xlsx", first_document_on=first_on, programs=("winbooks",))
    return folder


@pytest.fixture
def google_house(key_file: dict[str, Any], adapter: LoopbackAdapter) -> GoogleHouse:
    """What the server does at the emulated Google, as its service account."""
    credentials = service_account(json.dumps(key_file))
    return GoogleHouse(
        credentials,
        limits=GoogleLimits(rows_max=2000),
        titles=RememberedTitles(),
        now=lambda: datetime.now(UTC),
        adapter=adapter,
    )


@pytest.fixture
def place(
    tmp_path: Path, furnished_data: Path, google: Google, google_house: GoogleHouse
) -> Iterator[Place]:
    """A house that reaches the emulated Google."""
    shutil.copytree(furnished_data / "data", tmp_path / "data")
    service = assemble(settings(tmp_path / "data"), google=google_house)
    yield Place(service=service, google=google, empty_sheet=furnished_data / "empty.xlsx")
    service.database.dispose()
