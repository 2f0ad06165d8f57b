"""An office in memory, the house around it, and how a workbook signs a press."""

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from standardwebhooks import Webhook
from web_examples import ACME, BATCH, EXPORT, ZIP, document, problem
from werkzeug.serving import make_server
from werkzeug.test import TestResponse

from boekbrug.server.app import create_app
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.records.entries import (
    Action,
    DocumentDetail,
    Page,
    Pressed,
    ProblemDetail,
    Run,
    RunRequest,
    RunState,
    WorkbookEntry,
)
from boekbrug.server.records.ledger_entries import BatchEntry, StoredFile
from boekbrug.server.web.authentication import webhook_secret
from boekbrug.server.web.links import RunLinks
from boekbrug.server.web.ports import (
    BodyConflictError,
    Connections,
    Office,
    RateLimitedError,
    RecordsUnavailableError,
    Service,
)
from boekbrug.server.workflow.connecting import Connected, ConnectRequest
from boekbrug.server.workflow.ports import Person

SECRET_KEY = "a key that only the tests know, long enough"
PUBLIC_URL = "https://books.example"
BODY = {"workbook": "wb-1", "period": {"from": "2026-10-01", "to": "2026-10-31"}}


@dataclass
class MemoryOffice:
    """An office that keeps everything in dictionaries; it fails on request."""

    workbooks: dict[str, WorkbookEntry] = field(default_factory=lambda: {ACME.id: ACME})
    runs: dict[str, Run] = field(default_factory=dict)
    batches: dict[str, BatchEntry] = field(default_factory=dict)
    files: dict[str, ExportFile] = field(default_factory=dict)
    document_rows: Sequence[DocumentDetail] = ()
    problem_rows: Sequence[ProblemDetail] = ()
    control_tables: Mapping[str, Any] | None = None
    presses: dict[str, tuple[str, Run]] = field(default_factory=dict)
    presses_max: int = 100
    parts: dict[str, bool] = field(default_factory=lambda: {"database": True, "executor": True})

    def workbook(self, workbook_id: str) -> WorkbookEntry | None:
        if not self.parts["database"]:
            raise RecordsUnavailableError
        return self.workbooks.get(workbook_id)

    def press(
        self,
        workbook: WorkbookEntry,
        action: Action,
        request: RunRequest,
        *,
        webhook_id: str,
        body_digest: str,
        pressed_by: str,
    ) -> Pressed:
        if webhook_id in self.presses:
            digest, run = self.presses[webhook_id]
            if digest != body_digest:
                raise BodyConflictError("Press: found an id that was used before.")
            return Pressed(run)
        if len(self.presses) >= self.presses_max:
            raise RateLimitedError("Pressed 7 times in a minute, allowed: 6.", 60)
        open_runs = [run for run in self.runs.values() if run.state.is_open]
        if open_runs:
            return Pressed(open_runs[0], already_running=True)
        run = replace(
            EXPORT,
            workbook_id=workbook.id,
            action=action,
            request=request,
            pressed_by=pressed_by,
            state=RunState.RUNNING,
            percent=0,
            result={},
        )
        self.runs[run.id] = run
        self.presses[webhook_id] = (body_digest, run)
        return Pressed(run)

    def run(self, run_id: str) -> Run | None:
        if not self.parts["database"]:
            raise RecordsUnavailableError
        return self.runs.get(run_id)

    def waiting_for(self, run: Run) -> Run | None:
        is_waiting = run.state is RunState.WAITING
        others = (other for other in self.runs.values() if other is not run)
        return next(others, None) if is_waiting else None

    def batch(self, run: Run) -> BatchEntry | None:
        return self.batches.get(run.id)

    def documents(self, run_id: str, *, after: int, limit: int) -> Page[DocumentDetail]:
        assert run_id in self.runs
        return _part(self.document_rows, after, limit)

    def problems(self, run_id: str, *, after: int, limit: int) -> Page[ProblemDetail]:
        assert run_id in self.runs
        return _part(self.problem_rows, after, limit)

    def controls(self, run_id: str) -> Mapping[str, Any] | None:
        assert run_id in self.runs
        return self.control_tables

    def file_names(self, run: Run) -> tuple[str, ...]:
        batch = self.batches.get(run.id)
        return batch.file_names if batch else ()

    def file(self, run: Run, name: str) -> StoredFile | None:
        found = self.files.get(name) if run.id in self.batches else None
        return StoredFile(file=found, sha256=_sha256(found.content)) if found else None

    def balance(self, run: Run) -> Decimal:
        assert run.id in self.runs
        return Decimal("26.40")

    def health(self) -> Mapping[str, bool]:
        return self.parts


@dataclass
class MemoryConnections:
    """Knows people by their tokens; nothing can be connected here."""

    people: dict[str, Person] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def connect(self, request: ConnectRequest, token: str, *, network: str) -> Connected:
        raise AssertionError(f"nothing is connected here: {request}, {token}, {network}")

    def person(self, token: str, audience: str) -> Person | None:
        person = self.people.get(token)
        return person if person and person.audience == audience else None

    def note_refused_press(self, workbook: WorkbookEntry, email: str) -> None:
        self.refused.append((workbook.id, email))


@dataclass(frozen=True, kw_only=True)
class House:
    """A service around an office."""

    office: Office
    connections: Connections = field(default_factory=MemoryConnections)
    programs: tuple[str, ...] = ("winbooks", "journal_csv")
    secret_key: str = SECRET_KEY
    secret_key_previous: str | None = None
    public_url: str = PUBLIC_URL
    operator_contact: str = "help@books.example"
    button_client_id: str = ""
    body_bytes_max: int = 65536
    link_days: int = 35
    page_rows_max: int = 200


def exported_office() -> MemoryOffice:
    """Return an office with one finished export, its file, two documents and a warning."""
    return MemoryOffice(
        runs={EXPORT.id: EXPORT},
        batches={EXPORT.id: BATCH},
        files={ZIP.name: ZIP},
        document_rows=(document("2026/18"), document("2026/19")),
        problem_rows=(problem("warning", ("Customers", 3, "Name"), '"ł"', "cp1252", "See l."),),
    )


def client_of(service: Service) -> FlaskClient:
    """Return a client of the application around the service; it sees 500 as people do."""
    return create_app(service).test_client()


@contextmanager
def served(service: Service) -> Iterator[tuple[str, int]]:
    """Serve the application around the service on loopback and yield its address."""
    with app_served(create_app(service)) as address:
        yield address


@contextmanager
def app_served(app: Flask) -> Iterator[tuple[str, int]]:
    """Serve an application on loopback and yield its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield "127.0.0.1", server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def shown(office: MemoryOffice, part: str = "", query: str = "") -> TestResponse:
    """Return the answer to a fresh link to the export's run."""
    house = House(office=office)
    return client_of(house).get(link(house, part=part) + query)


def with_run(**changes: Any) -> MemoryOffice:
    """Return an office with the export's run changed, and without its batch."""
    return MemoryOffice(runs={EXPORT.id: replace(EXPORT, **changes)})


def link(service: Service, run_id: str = EXPORT.id, part: str = "") -> str:
    """Return the path and query of a fresh link to the run."""
    links = RunLinks.of(service)
    address = links.address(run_id, part, links.token(run_id, ACME.id))
    return address.removeprefix(service.public_url)


def signed(
    body: bytes,
    *,
    webhook_id: str = "msg_1",
    at: datetime | None = None,
    key: str = SECRET_KEY,
    workbook_id: str = "wb-1",
    version: int = 2,
) -> dict[str, str]:
    """Return the headers of a press as a workbook signs it, now unless `at` says when."""
    at = at or datetime.now(UTC)
    signer = Webhook(webhook_secret(key, workbook_id, version))
    return {
        "Content-Type": "application/json",
        "webhook-id": webhook_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signer.sign(webhook_id, at, body.decode()),
    }


def body(**changes: Any) -> bytes:
    """Return the body of a press for October, with changes; None takes a field away."""
    fields = {**BODY, **changes}
    return json.dumps({name: value for name, value in fields.items() if value is not None}).encode()


def _part(rows: Sequence[Any], after: int, limit: int) -> Page[Any]:
    end = after + limit
    return Page(tuple(rows[after:end]), end if end < len(rows) else None)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
