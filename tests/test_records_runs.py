"""Presses and runs: what people see of them, and which press is which run."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from records_support import NOW, REQUEST, Room, room, second_workbook

from boekbrug.server.records.entries import Action, Pressed, Run, RunState
from boekbrug.server.records.errors import BodyConflictError, TooManyPressesError
from boekbrug.server.records.runs import CODE_LETTERS, Runs


def press(here: Room, action: Action, webhook_id: str, body_digest: str = "b1") -> Pressed:
    return Runs(here.engine).press(
        here.workbook,
        action,
        REQUEST,
        webhook_id=webhook_id,
        body_digest=body_digest,
        pressed_by="an@acme.example",
        now=NOW,
    )


def end(here: Room, run: Run, state: RunState = RunState.DONE, sentence: str = "") -> None:
    Runs(here.engine).finish(run.id, state, sentence=sentence, result={}, now=NOW)


def now_of(here: Room, run: Run) -> Run:
    found = Runs(here.engine).run(run.id)
    assert found is not None
    return found


def test_a_press_begins_a_run_that_waits(database: sa.Engine) -> None:
    here = room(database)
    run = press(here, Action.CHECK, "msg_1").run
    assert (run.action, run.request, run.state) == (Action.CHECK, REQUEST, RunState.WAITING)
    assert (run.workbook_id, run.dossier_id) == (here.workbook.id, here.dossier_id)
    assert (run.pressed_by, run.created_at, run.percent) == ("an@acme.example", NOW, 0)
    assert (run.started_at, run.ended_at, run.batch_id) == (None, None, None)
    assert Runs(database).open_runs() == (run,)


def test_a_code_can_be_read_aloud(database: sa.Engine) -> None:
    run = room(database).press()
    assert re.fullmatch(f"R-[{CODE_LETTERS}]{{6}}", run.code)
    assert not set("01OIL") & set(CODE_LETTERS)
    assert Runs(database).run("unknown") is None


def test_the_same_webhook_is_the_same_run_in_whatever_state(database: sa.Engine) -> None:
    here = room(database)
    first = press(here, Action.EXPORT, "msg_1").run
    assert press(here, Action.EXPORT, "msg_1") == Pressed(first)
    end(here, first, RunState.FAILED)
    assert press(here, Action.EXPORT, "msg_1") == Pressed(now_of(here, first))


def test_the_same_webhook_with_another_body_is_refused(database: sa.Engine) -> None:
    here = room(database)
    code = press(here, Action.EXPORT, "msg_1").run.code
    with pytest.raises(BodyConflictError) as error:
        press(here, Action.EXPORT, "msg_1", body_digest="b2")
    assert error.value.sentence == (
        f'webhook-id: found "msg_1" with another body than when it began {code}, '
        "needed a new id for a new request."
    )


def test_the_same_webhook_id_of_another_workbook_is_another_press(database: sa.Engine) -> None:
    here, there = room(database), room(database)
    first = press(here, Action.CHECK, "msg_1").run
    assert press(there, Action.CHECK, "msg_1", "b2").run.id != first.id


def test_a_second_press_gets_the_open_run(database: sa.Engine) -> None:
    here = room(database)
    first = press(here, Action.EXPORT, "msg_1").run
    assert press(here, Action.EXPORT, "msg_2") == Pressed(first, already_running=True)
    end(here, first)
    assert press(here, Action.EXPORT, "msg_3").run.id != first.id


def test_another_action_has_a_run_of_its_own(database: sa.Engine) -> None:
    here = room(database)
    check, export = press(here, Action.CHECK, "msg_1"), press(here, Action.EXPORT, "msg_2")
    assert check.run.id != export.run.id
    assert not export.already_running


def test_exports_are_one_at_a_time_per_dossier_and_checks_per_workbook(
    database: sa.Engine,
) -> None:
    here = room(database)
    other = second_workbook(here)
    export, check = press(here, Action.EXPORT, "msg_1").run, press(here, Action.CHECK, "msg_2").run
    assert press(other, Action.EXPORT, "msg_1") == Pressed(export, already_running=True)
    assert press(other, Action.CHECK, "msg_2").run.id != check.id


def test_twenty_presses_at_once_are_one_run(database: sa.Engine) -> None:
    here = room(database)
    with ThreadPoolExecutor(20) as threads:
        presses = list(threads.map(lambda _: press(here, Action.EXPORT, "msg_1"), range(20)))
    assert len({pressed.run.id for pressed in presses}) == 1
    assert len(Runs(database).open_runs()) == 1


def test_twenty_people_pressing_at_once_share_one_run(database: sa.Engine) -> None:
    here = room(database)
    with ThreadPoolExecutor(20) as threads:
        presses = list(threads.map(lambda n: press(here, Action.EXPORT, f"msg_{n}"), range(20)))
    assert len({pressed.run.id for pressed in presses}) == 1
    assert [pressed.already_running for pressed in presses].count(False) == 1


def test_progress_is_told_and_the_end_stays(database: sa.Engine) -> None:
    here, runs = room(database), Runs(database)
    run = here.press()
    runs.start(run.id, NOW)
    runs.start(run.id, NOW + timedelta(minutes=5))
    runs.advance(run.id, stage="reading the sheet", percent=20)
    told = now_of(here, run)
    assert (told.state, told.stage, told.percent) == (RunState.RUNNING, "reading the sheet", 20)
    assert told.started_at == NOW
    result = {"exported": 87, "fee": "10.08"}
    runs.finish(run.id, RunState.DONE, sentence="Export 12 is ready.", result=result, now=NOW)
    ended = now_of(here, run)
    assert (ended.state, ended.sentence, ended.result) == (
        RunState.DONE,
        "Export 12 is ready.",
        result,
    )
    assert (ended.percent, ended.ended_at) == (100, NOW)
    end(here, run, RunState.FAILED, "too late")
    runs.start(run.id, NOW)
    runs.advance(run.id, stage="again", percent=1)
    assert now_of(here, run) == ended
    assert runs.open_runs() == ()


@pytest.mark.parametrize("late", [RunState.REFUSED, RunState.FAILED, RunState.UNFINISHED])
def test_of_the_ends_only_unfinished_becomes_done(database: sa.Engine, late: RunState) -> None:
    here = room(database)
    run = here.press()
    end(here, run, RunState.UNFINISHED, "The file is open in Excel.")
    assert Runs(database).unfinished(here.dossier_id) == (now_of(here, run),)
    end(here, run, late, "no")
    assert now_of(here, run).sentence == "The file is open in Excel."
    end(here, run, RunState.DONE, "Export 12 is ready.")
    assert now_of(here, run).state is RunState.DONE
    assert Runs(database).unfinished(here.dossier_id) == ()


def test_an_open_state_is_no_end(database: sa.Engine) -> None:
    here = room(database)
    with pytest.raises(ValueError, match="found running, which is no end"):
        end(here, here.press(), RunState.RUNNING)


def test_the_latest_check_is_the_last_one_carried_through(database: sa.Engine) -> None:
    here, runs = room(database), Runs(database)
    assert runs.latest_check(here.workbook.id) is None
    done = here.press(Action.CHECK)
    end(here, done)
    failed = here.press(Action.CHECK)
    end(here, failed, RunState.FAILED)
    latest = runs.latest_check(here.workbook.id)
    assert latest is not None
    assert latest.id == done.id


def test_a_run_ends_as_it_was_concluded_and_not_before(database: sa.Engine) -> None:
    here = room(database)
    runs = Runs(database)
    run = press(here, Action.EXPORT, "w1").run
    runs.end(run.id, NOW)
    assert now_of(here, run).state is RunState.WAITING
    figures = {"invoices": 3}
    runs.conclude(run.id, RunState.DONE, sentence="Ready.", result=figures, batch_id=None)
    concluded = now_of(here, run)
    assert (concluded.state, concluded.conclusion) == (RunState.WAITING, RunState.DONE)
    runs.end(run.id, NOW)
    ended = now_of(here, run)
    assert (ended.state, ended.sentence, ended.result, ended.ended_at) == (
        RunState.DONE,
        "Ready.",
        figures,
        NOW,
    )


def test_a_seventh_run_in_a_minute_waits_for_the_first_to_be_a_minute_old(
    database: sa.Engine,
) -> None:
    here = room(database)
    runs = Runs(database)
    times = [NOW + timedelta(seconds=5 * n) for n in range(7)]

    def pressed(number: int, at: datetime) -> Pressed:
        return runs.press(
            here.workbook,
            Action.CHECK,
            REQUEST,
            webhook_id=f"w{number}",
            body_digest="b",
            pressed_by="An",
            now=at,
            per_minute_max=6,
        )

    for number, at in enumerate(times[:6]):
        end(here, pressed(number, at).run)
    with pytest.raises(TooManyPressesError) as refused:
        pressed(6, times[6])
    assert refused.value.sentence == (
        "Pressed 7 times in a minute, allowed: 6. The last answer is in tab Start; try again in "
        "30 seconds."
    )
    assert pressed(5, times[6]).run.ended_at, "a repeat is no new press"
    assert not pressed(6, NOW + timedelta(seconds=60)).already_running
