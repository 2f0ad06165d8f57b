"""Into which number an export merged another, in the records (rule B17)."""

from dataclasses import replace

import sqlalchemy as sa
from records_support import BAKERY, GARAGE, NOW, booked, plan, room, second_workbook

from boekbrug.server.records.entries import RunState
from boekbrug.server.records.runs import Runs


def test_b17_an_export_notes_the_merge_for_every_workbook_and_the_number_stays_taken(
    database: sa.Engine,
) -> None:
    here, other = room(database), room(database)
    for number, (buyer, merged) in enumerate([(GARAGE, {}), (BAKERY, {"100001": "100002"})], 1):
        run_id = here.pressed_and_fenced()
        what = plan(number, [booked(f"2026/{number}", buyer)])
        here.commit(replace(what, merged=merged), run_id)
        Runs(database).finish(run_id, RunState.DONE, sentence="", result={}, now=NOW)
    known = second_workbook(here).records.history(NOW)
    assert known.merged == {"100001": "100002"}
    assert known.external_ids == {"100001": "Garage Maes", "100002": "Bakkerij Janssens"}
    assert other.records.history(NOW).merged == {}
