"""Half of what Google may be asked is kept for exports, from their press to their last word."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from connect_support import Place, settings
from example_firm import EXAMPLE, SUMMER
from export_support import NOW
from google_emulator.loopback import LoopbackAdapter
from house_support import Book, House

from boekbrug.adapters.google import house as google_house
from boekbrug.adapters.google.client import authorized_session
from boekbrug.server import assembly
from boekbrug.server.records.budget import KEPT_FOR_EXPORTS
from boekbrug.server.records.entries import Action, Run, RunState
from boekbrug.server.records.sheet_tables import budgets
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.room import LinesInFlight

BUSY = (
    "Google: found it busy (too many requests in this minute), needed a free minute. "
    "Press again in a minute."
)


@pytest.fixture
def book(
    place: Place,
    tmp_path: Path,
    key_file: dict[str, Any],
    adapter: LoopbackAdapter,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Book]:
    """A connected sheet of a server that keeps to its budget and never really waits."""
    monkeypatch.setattr(
        google_house,
        "authorized_session",
        lambda credentials, **_: authorized_session(credentials, adapter=adapter),
    )
    monkeypatch.setattr(assembly, "time", SimpleNamespace(sleep=lambda _: None))
    sheet = replace(place, empty_sheet=EXAMPLE).sheet()
    entry = place.connected(sheet, place.code(keeps_numbers=True))
    own = settings(tmp_path / "data", google_credentials=json.dumps(key_file))
    service = assembly.assemble(own)
    service.records.wallet.top_up("acme", Decimal("25.00"), "first payment", now=NOW)
    steps = RunSteps(service.records, service.outside, LinesInFlight(10**6))
    yield Book(House(directory=tmp_path, service=service, steps=steps), entry)
    service.database.dispose()


def leave(book: Book, reads: int) -> None:
    """Leave that many reads in the budget, and let nothing come back for an hour."""
    later = datetime.now(UTC) + timedelta(hours=1)
    with book.house.service.database.begin() as connection:
        connection.execute(sa.update(budgets).values(left=reads, counted_at=later))


def pressed(book: Book, action: Action) -> Run:
    return book.house.lead(book.house.press(book, action, SUMMER))


@pytest.mark.parametrize("action", [Action.CHECK, Action.REHEARSE, Action.SET_UP])
def test_what_is_no_export_waits_for_what_is_above_the_half_of_exports(book: Book, action: Action):
    leave(book, KEPT_FOR_EXPORTS)
    run = pressed(book, action)
    assert (run.state, BUSY in run.sentence) == (RunState.REFUSED, True)


def test_an_export_goes_on_to_its_end_while_checks_wait(book: Book):
    leave(book, KEPT_FOR_EXPORTS)
    run = pressed(book, Action.EXPORT)
    assert (run.state, run.sentence[:12]) == (RunState.DONE, "Export 1 is ")
    assert pressed(book, Action.CHECK).state is RunState.REFUSED


def test_an_export_waits_too_when_nothing_is_left(book: Book):
    leave(book, 0)
    run = pressed(book, Action.EXPORT)
    assert (run.state, BUSY in run.sentence) == (RunState.REFUSED, True)
