"""What a whole run costs: all teams of a server share sixty reads of Google a minute."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from connect_support import Place
from example_firm import EXAMPLE, SUMMER
from google_sheets_support import LOOK, TEXT, VALUES, WRITE, GoogleSheet

from boekbrug.server.records.entries import Action, Run, RunRequest, RunState
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.room import LinesInFlight

RUN = [VALUES, VALUES, LOOK, WRITE]


@pytest.fixture
def acme(place: Place) -> tuple[Place, GoogleSheet]:
    """The example firm, connected and with money in its wallet."""
    place = replace(place, empty_sheet=EXAMPLE)
    now = datetime.now(UTC)
    place.service.records.wallet.top_up("acme", Decimal("25.00"), "first payment", now=now)
    sheet = place.sheet()
    place.connected(sheet, place.code(keeps_numbers=True))
    return place, sheet


def done(place: Place, sheet: GoogleSheet, action: Action) -> tuple[Run, list[str]]:
    """Lead a run through its steps; return it and the calls to Sheets that it made."""
    before = len(sheet.calls())
    entry = place.service.records.register.workbook_at(sheet.id)
    assert entry is not None
    name = f"press {before}"
    run = place.service.office.press(
        entry, action, RunRequest(period=SUMMER), webhook_id=name, body_digest=name, pressed_by="An"
    ).run
    steps = RunSteps(place.service.records, place.service.outside, LinesInFlight(10**6))
    for step in (steps.make, steps.deliver, steps.write_back):
        step(run.id)
    ended = place.service.records.runs.run(run.id)
    assert ended is not None
    return ended, sheet.calls()[before:]


@pytest.mark.parametrize("action", [Action.CHECK, Action.REHEARSE, Action.EXPORT])
def test_a_run_makes_four_calls_to_sheets_and_never_a_fifth(
    acme: tuple[Place, GoogleSheet], action: Action
):
    for _ in range(2):
        run, calls = done(*acme, action)
        assert run.state is RunState.DONE
        assert calls == RUN


def test_a_set_up_makes_four_calls_too(acme: tuple[Place, GoogleSheet]):
    run, calls = done(*acme, Action.SET_UP)
    assert run.state is RunState.DONE
    assert calls == [LOOK, WRITE, LOOK, WRITE]


def test_a_text_of_two_readings_costs_a_fifth_call_each_time(acme: tuple[Place, GoogleSheet]):
    _, sheet = acme
    type_text(sheet, "Due", "03/12/2026")
    for _ in range(2):
        run, calls = done(*acme, Action.CHECK)
        assert run.state is RunState.DONE
        assert calls == [VALUES, VALUES, LOOK, LOOK, WRITE]
    type_text(sheet, "Due", "31/12/2026")
    assert done(*acme, Action.CHECK)[1] == RUN


def type_text(sheet: GoogleSheet, header: str, text: str) -> None:
    """Type into a text cell of the first invoice."""
    tab = sheet.tab("Invoices")
    column = next(at for at in range(tab.columns) if tab.peek(0, at).value == header)
    cell = tab.cell(1, column)
    cell.value, cell.format = text, TEXT
