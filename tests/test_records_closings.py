"""Up to which day the books of a dossier are closed, in the records."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from records_support import (
    BAKERY,
    NOW,
    ONE,
    Room,
    booked,
    plan,
    room,
    second_workbook,
    table_counts,
)

from boekbrug.server.bookkeeping.history import Closing
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.records.closings import DossierClosings
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.errors import BalanceError, PlanMovedError, RegisterError
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.tables import audit

MARCH = date(2026, 3, 31)
JUNE = date(2026, 6, 30)


def export(here: Room, what: Plan) -> None:
    run_id = here.pressed_and_fenced()
    here.commit(what, run_id)
    Runs(here.engine).finish(run_id, RunState.DONE, sentence="", result={}, now=NOW)


def audited(engine: sa.Engine) -> list[tuple[str, str, dict[str, object]]]:
    events = audit.c.event.in_(["period closed", "period opened"])
    query = sa.select(audit).where(events).order_by(audit.c.id)
    with engine.begin() as connection:
        return [(row.event, row.who, row.facts) for row in connection.execute(query)]


def test_b1_an_export_closes_and_the_whole_dossier_knows_it(database: sa.Engine) -> None:
    here, other = room(database), room(database)
    export(here, replace(ONE, closes_up_to=MARCH))
    assert here.records.history(NOW).closing == Closing(MARCH, 1)
    assert second_workbook(here).records.history(NOW).closing == Closing(MARCH, 1)
    assert other.records.history(NOW).closing is None
    two = plan(2, [booked("2026/2", BAKERY)])
    export(here, replace(two, closing=Closing(MARCH, 1)))
    assert here.records.history(NOW).closing == Closing(MARCH, 1)
    assert audited(database) == [
        ("period closed", "an@acme.example", {"up_to": "2026-03-31", "export": 1})
    ]


def test_b1_a_plan_that_knows_another_closing_is_refused_whole(database: sa.Engine) -> None:
    here = room(database)
    DossierClosings(database, here.dossier_id).close(MARCH, "", now=NOW)
    run_id = here.pressed_and_fenced()
    before = table_counts(database)
    with pytest.raises(PlanMovedError) as moved:
        here.commit(ONE, run_id)
    assert moved.value.sentence == (
        "While this export was made, other periods were closed or opened in the records of the "
        "dossier. Nothing was exported, numbered or charged. Press again."
    )
    assert table_counts(database) == before


def test_b1_an_export_that_cannot_be_paid_closes_nothing(database: sa.Engine) -> None:
    here = room(database, balance="0.00")
    with pytest.raises(BalanceError):
        here.commit(replace(ONE, closes_up_to=MARCH), here.pressed_and_fenced())
    assert here.records.history(NOW).closing is None


def test_b1_opening_again_needs_a_reason_and_is_kept_with_who_and_when(
    database: sa.Engine,
) -> None:
    here = room(database)
    closings = DossierClosings(database, here.dossier_id)
    assert closings.close(MARCH, "", now=NOW) is None
    assert closings.close(JUNE, "", now=NOW) == Closing(MARCH)
    with pytest.raises(RegisterError) as refused:
        closings.close(MARCH, " ", now=NOW)
    assert refused.value.sentence == (
        "Closed up to: found 30 June 2026, told by whoever runs this server, and no reason to open "
        'it again, needed --reason "...", once the accountant opened the period.'
    )
    with pytest.raises(RegisterError, match=r"and no reason to open it again"):
        closings.reopen("", now=NOW)
    assert closings.close(MARCH, "a late invoice", now=NOW) == Closing(JUNE)
    assert closings.reopen("another one", now=NOW) == Closing(MARCH)
    assert closings.latest() is None
    assert here.records.history(NOW).closing is None
    assert closings.close(MARCH, "", now=NOW) is None
    assert audited(database) == [
        ("period closed", "operator", {"up_to": "2026-03-31", "before": "none", "reason": ""}),
        (
            "period closed",
            "operator",
            {"up_to": "2026-06-30", "before": "2026-03-31", "reason": ""},
        ),
        (
            "period opened",
            "operator",
            {"up_to": "2026-03-31", "before": "2026-06-30", "reason": "a late invoice"},
        ),
        (
            "period opened",
            "operator",
            {"up_to": "none", "before": "2026-03-31", "reason": "another one"},
        ),
        ("period closed", "operator", {"up_to": "2026-03-31", "before": "none", "reason": ""}),
    ]


def test_b1_what_is_so_already_is_said(database: sa.Engine) -> None:
    closings = DossierClosings(database, room(database).dossier_id)
    with pytest.raises(RegisterError) as nothing:
        closings.reopen("a late invoice", now=NOW)
    assert nothing.value.sentence == (
        "Closed up to: found no closed period, needed one to open again."
    )
    closings.close(MARCH, "", now=NOW)
    with pytest.raises(RegisterError) as same:
        closings.close(MARCH, "", now=NOW)
    assert same.value.sentence == (
        "Closed up to: found 31 March 2026, told by whoever runs this server, needed another day."
    )
