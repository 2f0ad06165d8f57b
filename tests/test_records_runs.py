"""Presses, runs, fences and details: what people see, and who may go on."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from records_support import NOW, REQUEST, Room, room

from boekbrug.server.records.details import Details
from boekbrug.server.records.entries import (
    Action,
    DocumentDetail,
    Pressed,
    ProblemDetail,
    Run,
    RunState,
)
from boekbrug.server.records.errors import BodyConflictError
from boekbrug.server.records.fence import Fence
from boekbrug.server.records.register import Register
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
    assert Runs(database).by_code(run.code.lower()) == run
    assert Runs(database).by_code("R-000000") is None


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


def second_workbook(here: Room) -> Room:
    entry = Register(here.engine).attach_workbook(
        here.workbook.dossier.key,
        kind="excel",
        location=f"{here.workbook.location} (2)",
        folder="/files",
        workbook_id=f"{here.workbook.id}-2",
        now=NOW,
    )
    return Room(here.engine, entry, here.records)


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
    assert runs.latest_check(here.workbook.id) is runs.latest(here.workbook.id) is None
    done = here.press(Action.CHECK)
    end(here, done)
    failed = here.press(Action.CHECK)
    end(here, failed, RunState.FAILED)
    latest = runs.latest_check(here.workbook.id)
    assert latest is not None
    assert latest.id == done.id


def test_the_latest_run_is_the_newest_press(database: sa.Engine) -> None:
    here, runs = room(database), Runs(database)
    first, second = (
        runs.press(
            here.workbook,
            action,
            REQUEST,
            webhook_id=action,
            body_digest="b1",
            pressed_by="an@acme.example",
            now=NOW + timedelta(seconds=second),
        ).run
        for second, action in enumerate(Action)
    )
    assert runs.latest(here.workbook.id) == second
    assert runs.open_runs() == (first, second)


def test_a_run_is_not_read_through_another_workbook(database: sa.Engine) -> None:
    here, there = room(database), room(database)
    run = here.press()
    assert Runs(database).run_of(here.workbook.id, run.id) == run
    assert Runs(database).run_of(there.workbook.id, run.id) is None
    assert Runs(database).run("unknown") is None


def test_a_fence_is_held_by_one_run_until_it_is_freed(database: sa.Engine) -> None:
    here, fence = room(database), Fence(database)
    export, check = here.press(), here.press(Action.CHECK)
    assert fence.take(here.dossier_id, export.id, NOW) is None
    assert fence.take(here.dossier_id, export.id, NOW) is None
    assert fence.take(here.dossier_id, check.id, NOW) == export.id
    fence.free(here.dossier_id, check.id)
    assert fence.holds(here.dossier_id, export.id)
    fence.free(here.dossier_id, export.id)
    assert not fence.holds(here.dossier_id, export.id)
    assert fence.take(here.dossier_id, check.id, NOW) is None


def test_the_fence_of_a_run_that_ended_is_taken_over(database: sa.Engine) -> None:
    here, fence = room(database), Fence(database)
    dead = here.pressed_and_fenced()
    next_run = here.press(Action.CHECK)
    Runs(database).finish(dead, RunState.FAILED, sentence="", result={}, now=NOW)
    assert fence.take(here.dossier_id, next_run.id, NOW) is None
    assert not fence.holds(here.dossier_id, dead)


def test_of_many_runs_at_the_fence_one_gets_in(database: sa.Engine) -> None:
    here = room(database)
    others = [second_workbook(here)]
    runs = [here.press(), here.press(Action.CHECK), others[0].press(Action.CHECK)]
    with ThreadPoolExecutor(3) as threads:
        answers = list(
            threads.map(lambda run: Fence(database).take(here.dossier_id, run.id, NOW), runs)
        )
    assert answers.count(None) == 1
    winner = runs[answers.index(None)].id
    assert {answer for answer in answers if answer} == {winner}


def document(row: int) -> DocumentDetail:
    return DocumentDetail(
        row=row,
        number=f"2026/{row}",
        kind="invoice",
        issued_on="2026-10-05",
        customer="Café Zoë",
        net=Decimal("100.00"),
        vat=Decimal("21.00"),
        gross=Decimal("121.00"),
        state="new",
        selected=True,
        reason="",
        batch=0,
        exported_on="",
        digest=f"d{row}",
        key={"Number": f"2026/{row}", "Kind": "invoice"},
    )


PROBLEM = ProblemDetail(
    weight="blocking",
    tab="Invoices",
    rows=(14, 15),
    column="VAT",
    found='"22"',
    allowed="one of H21, M12",
    cure="",
    sentence='Invoices, rows 14 and 15, VAT: found "22", allowed: one of H21, M12.',
    keys=({"Number": "2026/14"}, {"Number": "2026/15"}),
)


def test_details_come_back_in_their_order(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    documents = tuple(document(row) for row in (9, 2, 5))
    details.keep(run.id, documents, [PROBLEM])
    assert details.all_documents(run.id) == documents
    assert details.all_problems(run.id) == (PROBLEM,)
    assert details.problems(run.id).items == (PROBLEM,)


def test_keeping_again_replaces(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    details.keep(run.id, [document(2), document(3)], [PROBLEM])
    details.keep(run.id, [document(4)], [])
    assert details.all_documents(run.id) == (document(4),)
    assert details.all_problems(run.id) == ()


def test_a_list_is_read_page_by_page(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    details.keep(run.id, [document(row) for row in range(2, 407)], [])
    first = details.documents(run.id, limit=1000)
    second = details.documents(run.id, after=first.next or 0)
    third = details.documents(run.id, after=second.next or 0)
    assert [len(page.items) for page in (first, second, third)] == [200, 200, 5]
    assert third.next is None
    assert third.items[-1] == document(406)


def test_old_details_are_forgotten_and_their_run_is_not(database: sa.Engine) -> None:
    details, run = Details(database), room(database).press()
    details.keep(run.id, [document(2)], [PROBLEM])
    details.prune(NOW)
    assert len(details.all_documents(run.id)) == 1
    details.prune(NOW + timedelta(days=90))
    assert not any((details.all_documents(run.id), details.all_problems(run.id)))
    assert Runs(database).run(run.id) == run
