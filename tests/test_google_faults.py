"""An export through a Google that fails: one batch, one charge, one file, and the sheet is told."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from connect_support import ACME, Place
from example_firm import EXAMPLE, SUMMER
from export_support import NOW
from google.oauth2.service_account import Credentials
from google_emulator.google import Google
from google_emulator.loopback import LoopbackAdapter
from google_emulator.people import Person, meanwhile
from google_emulator.quota import PER_MINUTE
from google_emulator.state import DriveFile
from google_emulator_support import Time
from google_faults_report import FAULT
from google_faults_support import FAULTS, PLACES, Fault, Trouble
from google_sheets_support import LIMITS, GoogleSheet, RememberedTitles
from house_support import TEAM, WRITTEN_BY_SERVER, Book, House, built

from boekbrug.adapters.google import client as google_client
from boekbrug.adapters.google.client import GoogleClient, Surroundings, authorized_session
from boekbrug.adapters.google.credentials import service_account
from boekbrug.adapters.google.failures import Target
from boekbrug.adapters.google.house import GoogleHouse
from boekbrug.server.assembly import assemble
from boekbrug.server.records.entries import Run, RunState

LOOK = r"^GET /v4/spreadsheets/[^/:]+$"
TOLD = {
    "Invoices": ("State", "Exported on", "Export", "Problem"),
    "Customers": ("Accountant's no.",),
}


def now() -> datetime:
    return datetime.now(UTC)


class SwiftHouse(GoogleHouse):
    """A house at Google that waits in the test's time alone."""

    def __init__(self, credentials: Credentials, adapter: LoopbackAdapter, time_: Time) -> None:
        super().__init__(
            credentials, limits=LIMITS, titles=RememberedTitles(), now=now, adapter=adapter
        )
        self._time = time_

    def _client(self, target: Target) -> GoogleClient:
        around = Surroundings(sleep=self._time.sleep, clock=self._time.clock, chance=lambda: 1.0)
        return GoogleClient(
            authorized_session(self._credentials, adapter=self._adapter), target, around
        )


@dataclass(frozen=True, slots=True)
class GoogleBook(Book):
    """The example firm's sheet at Google, connected, with a folder in a Shared Drive."""

    sheet: GoogleSheet

    @property
    def google(self) -> Google:
        return self.sheet.google

    @property
    def person(self) -> Person:
        return Person(self.google.emulator.state, self.sheet.id)

    def uploaded(self) -> list[DriveFile]:
        files = self.google.emulator.state.files.values()
        return [file for file in files if file.mime_type == "application/zip"]


@pytest.fixture
def swift(key_file: dict[str, Any], adapter: LoopbackAdapter, time_: Time) -> SwiftHouse:
    return SwiftHouse(service_account(json.dumps(key_file)), adapter, time_)


@pytest.fixture
def book(
    tmp_path: Path, google: Google, swift: SwiftHouse, exports: DriveFile
) -> Iterator[GoogleBook]:
    with built(tmp_path) as bare:
        service = assemble(bare.service.settings, google=swift)
        house = House(directory=tmp_path, service=service, steps=bare.steps)
        place = Place(service=service, google=google, empty_sheet=EXAMPLE)
        code = place.code(ACME, folder=exports.id, keeps_numbers=True)
        sheet = place.sheet()
        yield GoogleBook(house.with_outside(now=lambda: NOW), place.connected(sheet, code), sheet)
        service.database.dispose()


def take_silence_soon(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take an answer for lost after a moment, where none comes; a slow machine is no fault."""
    if name == "no answer":
        monkeypatch.setattr(google_client, "READ_TIMEOUT_S", 3.0)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the same export of the .xlsx file leaves behind."""

    zips: list[bytes]
    promised: dict[str, int]
    told: dict[str, dict[str, dict[str, str]]]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Expected]:
    with built(tmp_path_factory.mktemp("local")) as house:
        path = Path(shutil.copy(EXAMPLE, house.directory / "acme.xlsx"))
        book = Book(house, house.attach(path, keep_numbers=TEAM))
        assert book.export(SUMMER).state is RunState.DONE
        zips = [file.read_bytes() for file in house.delivered()]
        yield Expected(zips, made(book, len(zips)), told(book))


def made(book: Book, files: int) -> dict[str, int]:
    """Count what an export makes once; of deliveries every try is kept, so they are no part."""
    counts = {**book.house.promised(), "files": files}
    return {name: count for name, count in counts.items() if name != "deliveries"}


def told(book: Book) -> dict[str, dict[str, dict[str, str]]]:
    """Return what the server wrote into the rows of people, by tab, key and header."""
    return {
        tab: {key: {name: row[name] for name in names} for key, row in book.rows(tab).items()}
        for tab, names in TOLD.items()
    }


def struck(book: GoogleBook, fault: Fault, where: str, *, lasts: bool) -> Trouble:
    """Let the fault strike from now on."""
    trouble = Trouble(fault.made(book.google, where), where, lasts)
    emulator = book.google.emulator
    if fault.is_applied:
        emulator.after.append(trouble.after)
    else:
        emulator.before.insert(0, trouble.before)
    return trouble


def all_happened_once(book: GoogleBook, expected: Expected) -> None:
    assert [file.content for file in book.uploaded()] == expected.zips
    assert made(book, len(book.uploaded())) == expected.promised
    assert told(book) == expected.told


def in_words(run: Run, trouble: Trouble) -> str:
    times = "once" if trouble.struck == 1 else f"{trouble.struck} times"
    return f"struck {times}: {run.state.value}: {run.sentence}"


def test_the_file_is_that_of_the_xlsx_file_to_the_byte(book: GoogleBook, expected: Expected):
    assert book.export(SUMMER).state is RunState.DONE
    assert len(expected.zips) == 1
    all_happened_once(book, expected)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_that_passes_leaves_no_trace(
    book: GoogleBook,
    expected: Expected,
    record_property: Callable[[str, object], None],
    monkeypatch: pytest.MonkeyPatch,
    *,
    name: str,
    where: str,
):
    """Each step is tried once; the engine, which tries it again, needs the next export less."""
    take_silence_soon(name, monkeypatch)
    trouble = struck(book, FAULTS[name], PLACES[where], lasts=False)
    run = book.export(SUMMER)
    book.google.quota.per_minute = PER_MINUTE
    what = in_words(run, trouble)
    if run.state is not RunState.DONE:
        what += f" | next export: {book.export(SUMMER).sentence}"
    assert trouble.struck == 1
    all_happened_once(book, expected)
    record_property(FAULT, (name, where, what))


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", ["502 in HTML", "cut after it was done", "token too old"])
def test_a_fault_that_lasts_is_mended_by_the_next_export(
    book: GoogleBook,
    expected: Expected,
    record_property: Callable[[str, object], None],
    name: str,
    where: str,
):
    trouble = struck(book, FAULTS[name], PLACES[where], lasts=True)
    run = book.export(SUMMER)
    trouble.is_over = True
    following = book.export(SUMMER)
    assert run.state is (RunState.REFUSED if where == "reading" else RunState.UNFINISHED)
    assert following.state is not RunState.UNFINISHED
    all_happened_once(book, expected)
    what = f"{in_words(run, trouble)} | next export: {following.sentence}"
    record_property(FAULT, (f"{name}, lasting", where, what))


def test_people_who_change_the_sheet_between_reading_and_writing_lose_nothing(
    book: GoogleBook, expected: Expected
):
    """Rows are found again by their key; a renamed column is told by the next export."""
    before = typed(book)
    calls: list[str] = []

    def rearrange() -> None:
        calls.extend(book.sheet.calls()[-1:])
        book.person.sort("Customers", "Customer", descending=True)
        book.person.insert_row("Invoices", 5)
        book.person.rename_header("Invoices", "Problem", "Trouble")

    book.export(SUMMER, meanwhile=lambda: meanwhile(book.google.emulator, rearrange, before=LOOK))
    assert calls == ["GET values:batchGet"], "what is told had been read"
    book.person.rename_header("Invoices", "Trouble", "Problem")
    book.person.delete_row("Invoices", 5)
    assert typed(book) == before
    book.export(SUMMER)
    assert typed(book) == before
    all_happened_once(book, expected)


def typed(book: Book) -> dict[str, dict[str, dict[str, str]]]:
    """Return what people typed into the tabs that the server writes into, by tab and key."""
    return {
        tab: {
            key: {name: text for name, text in row.items() if name not in WRITTEN_BY_SERVER}
            for key, row in book.rows(tab).items()
        }
        for tab in TOLD
    }
