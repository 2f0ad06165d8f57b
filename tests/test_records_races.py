"""Commits that meet: exactly one wins, and the other stores nothing."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from threading import Barrier

import pytest
import sqlalchemy as sa
from records_support import (
    GARAGE,
    NOW,
    ONE,
    Room,
    booked,
    customer,
    plan,
    room,
)

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.records.archive import DossierRecords
from boekbrug.server.records.database import open_database
from boekbrug.server.records.entries import Action
from boekbrug.server.records.errors import (
    PlanMovedError,
    RecordsError,
)
from boekbrug.server.records.fence import Fence
from boekbrug.server.records.register import Register


def race(*commits: tuple[Room, Plan]) -> list[RecordsError | None]:
    """Commit the plans at the same instant, each on a connection of its own."""
    start = Barrier(len(commits), timeout=20)

    def go(one: tuple[Room, Plan]) -> RecordsError | None:
        here, what = one
        engine = open_database(here.engine.url.render_as_string(hide_password=False))
        own = replace(here, engine=engine, records=DossierRecords(engine, here.dossier_id))
        run_id = here.pressed_and_fenced()
        start.wait()
        try:
            own.commit(what, run_id)
        except RecordsError as error:
            return error
        finally:
            engine.dispose()
        return None

    with ThreadPoolExecutor(len(commits)) as threads:
        return list(threads.map(go, commits))


def test_the_last_euro_is_spent_once(database: sa.Engine) -> None:
    here = room(database, balance="0.12")
    dossier = replace(here.workbook.dossier, key=f"{here.workbook.team.key}/exact")
    register = Register(database)
    other_id = register.add_dossier(dossier, now=NOW)
    entry = register.attach_workbook(
        dossier.key,
        kind="excel",
        location=f"/{dossier.key}",
        folder="/f",
        workbook_id=dossier.key,
        now=NOW,
    )
    there = Room(database, entry, DossierRecords(database, other_id))
    outcomes = race((here, ONE), (there, ONE))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["BalanceError", "NoneType"]
    assert here.balance() == ZERO
    assert len(here.records.batches()) + len(there.records.batches()) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ONE, plan(2, [booked("2026/1", GARAGE)])),
        (ONE, plan(1, [booked("2026/2", GARAGE)])),
        (ONE, plan(2, [booked("2026/2", customer("Copy", "100001"))])),
    ],
    ids=["one document", "one number", "one customer's number"],
)
def test_of_two_that_share_something_one_wins(
    database: sa.Engine, first: Plan, second: Plan
) -> None:
    here = room(database)
    fences = iter((here.press().id, here.press(Action.CHECK).id))
    start = Barrier(2, timeout=20)

    def go(what: Plan) -> str:
        run_id = next(fences)
        start.wait()
        for _ in range(5000):
            if Fence(database).take(here.dossier_id, run_id, NOW) is None:
                break
        try:
            here.commit(what, run_id)
        except PlanMovedError:
            return "refused"
        finally:
            Fence(database).free(here.dossier_id, run_id)
        return "stored"

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(go, (first, second))) == ["refused", "stored"]
    assert here.balance() == Decimal("9.88")
    assert len(here.records.batches()) == 1


def test_one_run_that_is_carried_out_twice_at_once_stores_once(database: sa.Engine) -> None:
    here = room(database)
    run_id = here.pressed_and_fenced()
    with ThreadPoolExecutor(4) as threads:
        batches = list(threads.map(lambda _: here.commit(ONE, run_id), range(4)))
    assert len(set(batches)) == 1
    assert here.balance() == Decimal("9.88")
