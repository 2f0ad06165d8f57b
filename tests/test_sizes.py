"""The limits of one run and of one server, each one step beyond."""

import threading
from dataclasses import replace
from typing import Any

import pytest
from export_support import SALES
from house_support import NOTHING
from records_support import NOW, REQUEST, room, second_workbook

from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.records.errors import ServerFullError
from boekbrug.server.records.runs import Runs
from boekbrug.server.workflow.outside import RunLimits
from boekbrug.server.workflow.room import LinesInFlight


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (
            RunLimits(lines_max=9, documents_max=1, detail_days=90),
            "Period: found 2 documents, allowed: at most 1 in one export. Export a shorter period.",
        ),
        (
            RunLimits(lines_max=1, documents_max=9, detail_days=90),
            "Period: found 2 lines, allowed: at most 1 in one export. Export a shorter period.",
        ),
    ],
)
def test_an_export_that_is_larger_than_the_limit_is_refused(opened, limits, said):
    book = opened(invoices=SALES)
    small = replace(book, house=book.house.with_outside(run_limits=limits))
    run = small.export()
    assert (run.state, run.sentence) == (RunState.REFUSED, f"{said} {NOTHING}")
    assert book.export().state is RunState.DONE


def test_a_server_with_as_many_runs_as_it_takes_takes_no_more_but_knows_its_own(database):
    here = room(database)
    runs = Runs(database)
    press: dict[str, Any] = {"body_digest": "b", "pressed_by": "An", "now": NOW}
    first = runs.press(here.workbook, Action.CHECK, REQUEST, webhook_id="w1", open_max=1, **press)
    other = second_workbook(here).workbook
    with pytest.raises(ServerFullError) as refused:
        runs.press(other, Action.CHECK, REQUEST, webhook_id="w2", open_max=1, **press)
    assert refused.value.sentence == (
        "Server: found 1 runs that wait or go on, allowed: 1. Nothing was started; press again in "
        "a minute."
    )
    again = runs.press(here.workbook, Action.CHECK, REQUEST, webhook_id="w1", open_max=1, **press)
    assert again.run.id == first.run.id


def test_runs_wait_for_room_and_a_large_one_until_it_is_alone():
    budget, order = LinesInFlight(10), []
    entered = threading.Event()

    def large() -> None:
        with budget.room(99):
            order.append("large")
        entered.set()

    with budget.room(6) as share, budget.room(4):
        waiting = threading.Thread(target=large)
        waiting.start()
        assert not entered.wait(0.1)
        share.resize(5)
        order.append("small")
    assert entered.wait(5)
    waiting.join()
    assert order == ["small", "large"]
