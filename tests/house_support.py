"""The whole house in a directory: SQLite files, a real workbook, a folder; a button to press.

A press is led through its steps without the engine, so that a story takes a moment; `engine_run`
lets the real engine do it. Only the clock is the tests' own.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from export_support import NOW, write_sheet
from records_support import dossier, table_counts

from boekbrug.config.limits import tariff
from boekbrug.config.settings import Settings
from boekbrug.server.assembly import Service, assemble
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.database import migrate, open_database
from boekbrug.server.records.entries import Action, Run, RunRequest, WorkbookEntry
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.workbook.cells import Cell, Tab, text_of
from boekbrug.server.workflow.attaching import Attachment, attach
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.ports import Purpose
from boekbrug.server.workflow.room import LinesInFlight
from boekbrug.server.workflow.steps import COMMITTED

TODAY = "2026-10-01"
TEAM = "Acme bv"
ACME = "acme/winbooks"
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
ENGINE_TIMEOUT_S = 120
PRESSES = count(1)
NOTHING = "Nothing was exported, numbered or charged."
NOTHING_YET = {
    **dict.fromkeys(("charges", "external_ids", "batches", "batch_documents", "deliveries"), 0),
    "wallet_entries": 1,
    "files": 0,
}
"""What `House.promised` counts in a new house; the one entry of its wallet is the top-up."""
TABS_OF_PEOPLE = ("Settings", "VAT", "Accounts", "Customers", "Invoices", "Lines")
WRITTEN_BY_SERVER = ("State", "Exported on", "Export", "Problem", "Accountant's no.")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A server in a directory, with one team, and the way that the engine leads a run."""

    directory: Path
    service: Service
    steps: RunSteps

    @property
    def folder(self) -> Path:
        return self.directory / "files"

    def attach(self, path: Path, *, to: str = ACME, keep_numbers: str = "") -> WorkbookEntry:
        attachment = Attachment(
            dossier_key=to,
            location=str(path),
            folder=str(self.folder),
            confirmed_by=keep_numbers,
        )
        return attach(self.service.records, self.service.outside, attachment).entry

    def top_up(self, amount: str) -> None:
        wallet = self.service.records.wallet
        wallet.top_up("acme", Decimal(amount), "bank transfer", now=NOW)

    def balance(self) -> Decimal:
        team = self.service.records.register.team("acme")
        assert team is not None
        return self.service.records.wallet.balance(team.id)

    def press(
        self, book: "Book", action: Action, period: Period = SEPTEMBER, **request: Any
    ) -> Run:
        """Begin a run and leave it to the test to lead it on."""
        pressed = self.service.records.runs.press(
            book.entry,
            action,
            RunRequest(period=period, **request),
            webhook_id=f"press-{next(PRESSES)}",
            body_digest="b",
            pressed_by="an@acme.example",
            now=NOW,
        )
        assert not pressed.already_running
        return pressed.run

    def lead(self, run: Run, meanwhile: Callable[[], object] = bool) -> Run:
        """Lead a run through its steps as the engine does; what is out of reach stays so.

        `meanwhile` is done after the commit, before anything is delivered or told.
        """
        is_committed = False
        try:
            is_committed = self.steps.make(run.id) == COMMITTED
            meanwhile()
            if is_committed:
                self.steps.deliver(run.id)
            self.steps.write_back(run.id)
        except Exception:  # noqa: BLE001 - whatever it is, the engine gives the step up
            (self.steps.leave_unfinished if is_committed else self.steps.fail)(run.id)
        return self.run(run.id)

    def run(self, run_id: str) -> Run:
        found = self.service.records.runs.run(run_id)
        assert found is not None
        return found

    def with_outside(self, **changed: Any) -> "House":
        """Return this house with another part of its outside."""
        service = replace(self.service, outside=replace(self.service.outside, **changed))
        return House(directory=self.directory, service=service, steps=_steps(service))

    def promised(self) -> dict[str, int]:
        """Return how much is numbered, charged, kept and delivered."""
        counts = table_counts(self.service.database)
        counts["boekbrug_files"] = len(self.delivered())
        return {name: counts[f"boekbrug_{name}"] for name in NOTHING_YET}

    def delivered(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


@dataclass(frozen=True, slots=True)
class Book:
    """An attached workbook and what people do with it."""

    house: House
    entry: WorkbookEntry

    @property
    def path(self) -> Path:
        return Path(self.entry.location)

    def check(self, period: Period = SEPTEMBER) -> Run:
        return self.house.lead(self.house.press(self, Action.CHECK, period))

    def export(
        self,
        period: Period = SEPTEMBER,
        *,
        meanwhile: Callable[[], object] = bool,
        **request: Any,
    ) -> Run:
        run = self.house.press(self, Action.EXPORT, period, **request)
        return self.house.lead(run, meanwhile)

    def tab(self, title: str) -> Tab:
        cells = self.house.service.outside.open_workbook(self.entry, Purpose.OTHER).read()
        return next(tab for tab in cells.tabs if tab.title == title)

    def table(self, title: str) -> list[tuple[Cell, ...]]:
        """Return a tab row by row."""
        return list(zip(*self.tab(title).columns, strict=True))

    def rows(self, title: str) -> dict[str, dict[str, str]]:
        """Return the texts of a tab's rows by their first cell, each by its header."""
        header, *rows = self.table(title)
        names = [text_of(name) for name in header]
        texts = (dict(zip(names, map(text_of, row), strict=True)) for row in rows)
        return {row[names[0]]: row for row in texts}

    def start(self) -> dict[str, str]:
        return {text_of(row[0]): text_of(row[1]) for row in self.table("Start")}

    @contextmanager
    def edited(self) -> Iterator[openpyxl.Workbook]:
        """Let somebody change the file and save it."""
        book = openpyxl.load_workbook(self.path)
        yield book
        book.save(self.path)

    def type(self, title: str, key: str, header: str, value: Cell) -> None:
        """Type into the cell of the row that begins with the key."""
        with self.edited() as book:
            header_row, *rows = book[title].iter_rows()
            column = [cell.value for cell in header_row].index(header)
            cell: Any = next(row for row in rows if row[0].value == key)[column]
            cell.value = value

    def typed(self) -> dict[str, list[Sequence[Cell]]]:
        """Return what people typed: every cell of their tabs but those that the server writes."""
        return {
            title: [
                column for column in self.tab(title).columns if column[0] not in WRITTEN_BY_SERVER
            ]
            for title in TABS_OF_PEOPLE
        }

    def batch(self, run: Run) -> BatchEntry:
        batch = self.house.service.office.batch(run)
        assert batch is not None
        return batch

    def stored(self, run: Run) -> list[bytes]:
        records = self.house.service.records.dossier(run.dossier_id)
        return [stored.file.content for stored in records.files(self.batch(run).id)]


Opened = Callable[..., Book]
"""What the fixture `opened` hands out."""


@contextmanager
def built(directory: Path, *, balance: str = "25.00") -> Iterator[House]:
    """Build a house in the directory, with the team acme, its dossier and that much money."""
    data = directory / "data"
    data.mkdir(parents=True)
    (directory / "files").mkdir()
    (data / "boekbrug.sqlite").write_bytes(_migrated())
    service = assemble(
        Settings(
            data_directory=data,
            secret_key="k" * 32,
            public_url="http://127.0.0.1:8000",
            operator_contact="help@acme.example",
        )
    )
    service = replace(service, outside=replace(service.outside, now=lambda: NOW))
    house = House(directory=directory, service=service, steps=_steps(service))
    service.records.register.add_team("acme", TEAM, now=NOW)
    service.records.register.add_dossier(dossier(ACME), now=NOW)
    if Decimal(balance):
        house.top_up(balance)
    yield house
    service.database.dispose()


@pytest.fixture
def new_house(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """A function that builds a house of its own; see `built`."""
    with ExitStack() as houses:
        numbers = count(1)
        yield lambda **given: houses.enter_context(
            built(tmp_path / f"house-{next(numbers)}", **given)
        )


@pytest.fixture
def opened(new_house: Callable[..., House]) -> Opened:
    """A function that attaches `acme.xlsx`, made by `write_sheet`, in a house of its own."""

    def open_sheet(*, balance: str = "25.00", **sheet: Any) -> Book:
        house = new_house(balance=balance)
        return Book(house, house.attach(write_sheet(house.directory / "acme.xlsx", **sheet)))

    return open_sheet


def engine_run(book: Book, action: Action, period: Period = SEPTEMBER) -> Run:
    """Press at the office and let the real engine carry the run out."""
    service = book.house.service
    service.engine.migrate()
    pressed = service.office.press(
        book.entry,
        action,
        RunRequest(period=period),
        webhook_id=f"press-{next(PRESSES)}",
        body_digest="b",
        pressed_by="an@acme.example",
    )
    service.start_executor()
    try:
        give_up_at = time.monotonic() + ENGINE_TIMEOUT_S
        while book.house.run(pressed.run.id).state.is_open and time.monotonic() < give_up_at:
            time.sleep(0.05)
    finally:
        service.stop_executor()
    return book.house.run(pressed.run.id)


def _steps(service: Service) -> RunSteps:
    lines = LinesInFlight(service.settings.limits.lines_in_flight_max)
    return RunSteps(service.records, service.outside, lines)


@cache
def _migrated() -> bytes:
    """Return a migrated SQLite file: made once, it need not be made for every test."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "records.sqlite"
        engine = open_database(f"sqlite:///{path}")
        migrate(engine, tariff())
        engine.dispose()
        return path.read_bytes()
