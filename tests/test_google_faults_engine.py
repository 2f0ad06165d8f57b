"""An export through a failing Google, led by the real engine: it tries a step again by itself."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from engine_support import settings_in
from example_firm import SUMMER
from google_faults_support import FAULTS, PLACES, Trouble
from house_support import ENGINE_TIMEOUT_S
from test_google_faults import (
    Expected,
    GoogleBook,
    all_happened_once,
    book,
    expected,
    struck,
    swift,
    take_silence_soon,
)

from boekbrug.adapters.google import client as google_client
from boekbrug.server.records.entries import Action, Run, RunState
from boekbrug.server.workflow.engine import Engine
from boekbrug.server.workflow.steps import ATTEMPTS_MAX, Steps

__all__ = ["book", "expected", "swift"]

STEPS = {"reading": "make", "uploading": "deliver", "writing": "write back"}
"""The step in which the calls of each place are made first."""

OUTLASTING = [name for name in FAULTS if name not in ("token too old", "minute used up")]
"""The faults that outlast one attempt: a token and a minute are new before it ends."""

DOWN = "Google: found error 502, needed an answer. Press again in a few minutes."
ENDS = {
    "reading": (RunState.REFUSED, f"{DOWN} Nothing was exported, numbered or charged."),
    "uploading": (
        RunState.UNFINISHED,
        f"Export 1 is made and paid. {DOWN} The file waits under Download; the next export "
        "delivers it, for nothing.",
    ),
    "writing": (
        RunState.UNFINISHED,
        f"Export 1 is made, paid and delivered. {DOWN} The sheet does not show it yet; the next "
        "check or export writes it.",
    ),
}


@dataclass
class TroubledSteps:
    """The steps of a house; a step's trouble is over after so many attempts of the step."""

    steps: Steps
    troubles: dict[str, Trouble]
    troubled_attempts: int
    attempts: Counter[str] = field(default_factory=Counter)

    def make(self, run_id: str) -> str:
        self._begin("make")
        return self.steps.make(run_id)

    def deliver(self, run_id: str) -> None:
        self._begin("deliver")
        self.steps.deliver(run_id)

    def write_back(self, run_id: str) -> None:
        self._begin("write back")
        self.steps.write_back(run_id)

    def leave_unfinished(self, run_id: str) -> None:
        self.steps.leave_unfinished(run_id)

    def fail(self, run_id: str) -> None:
        self.steps.fail(run_id)

    def open_runs(self) -> Iterable[tuple[str, str]]:
        return self.steps.open_runs()

    def _begin(self, step: str) -> None:
        self.attempts[step] += 1
        if step in self.troubles and self.attempts[step] > self.troubled_attempts:
            self.troubles[step].is_over = True


def carried_out(book: GoogleBook, steps: Steps, directory: Path) -> Run:
    """Press and let a real engine on SQLite carry the export out."""
    engine = Engine(settings_in(directory), steps)
    engine.migrate()
    run = book.house.press(book, Action.EXPORT, SUMMER)
    engine.enqueue(run.id, str(run.dossier_id))
    engine.start_executor()
    try:
        give_up_at = time.monotonic() + ENGINE_TIMEOUT_S
        while book.house.run(run.id).state.is_open and time.monotonic() < give_up_at:
            time.sleep(0.02)
    finally:
        engine.stop(timeout_s=5)
    return book.house.run(run.id)


@pytest.fixture
def soon_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a call be repeated once, not seven times: the engine's repeats are what is tried."""
    monkeypatch.setattr(google_client, "ATTEMPTS_MAX", 2)


@pytest.mark.usefixtures("soon_given_up")
@pytest.mark.parametrize("name", OUTLASTING)
def test_a_fault_of_two_attempts_of_every_step_ends_in_an_export_all_the_same(
    book: GoogleBook,
    expected: Expected,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
):
    take_silence_soon(name, monkeypatch)
    troubles = {
        step: struck(book, FAULTS[name], PLACES[place], lasts=True) for place, step in STEPS.items()
    }
    steps = TroubledSteps(book.house.steps, troubles, troubled_attempts=2)
    run = carried_out(book, steps, tmp_path)
    assert run.state is RunState.DONE, run.sentence
    # What was done though its answer was lost is found by the second attempt.
    last = 2 if FAULTS[name].is_applied else 3
    assert steps.attempts >= Counter({"make": 3, "deliver": last, "write back": last})
    assert min(trouble.struck for trouble in troubles.values()) >= last - 1
    all_happened_once(book, expected)


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_that_lasts_ends_in_its_sentence_and_the_next_export_mends_it(
    book: GoogleBook, expected: Expected, tmp_path: Path, place: str
):
    trouble = struck(book, FAULTS["502 in HTML"], PLACES[place], lasts=True)
    steps = TroubledSteps(book.house.steps, {}, troubled_attempts=0)
    run = carried_out(book, steps, tmp_path)
    assert (run.state, run.sentence) == ENDS[place]
    assert steps.attempts[STEPS[place]] == ATTEMPTS_MAX
    trouble.is_over = True
    assert book.export(SUMMER).state is RunState.DONE
    all_happened_once(book, expected)
