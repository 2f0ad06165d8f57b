"""The fence: at most one run at a time changes a dossier."""

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from records_support import NOW, room, second_workbook

from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.records.fence import Fence
from boekbrug.server.records.runs import Runs


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
