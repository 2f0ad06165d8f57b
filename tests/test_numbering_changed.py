"""A setting that makes new documents of exported ones is one mistake, one sentence (rule B2)."""

from dataclasses import replace

import pytest
from bookkeeping_support import (
    SETTINGS,
    YEAR,
    customer,
    document,
    exported,
    history,
    planned,
    workbook,
)

from boekbrug.server.bookkeeping.causes import without_what_follows
from boekbrug.server.bookkeeping.model import Document, DocumentKey
from boekbrug.server.bookkeeping.plan import Plan


def bare(sequence: int, book_year: str) -> Document:
    key = DocumentKey("invoice:", book_year, str(sequence))
    return replace(document(f"2026/{sequence}", row=sequence), key=key, number=key.number)


def listed(plan: Plan) -> list[str]:
    shown = without_what_follows(plan, str)
    return [one.code for one in (*shown.blocking, *shown.warnings, *shown.later)]


@pytest.mark.parametrize("restarts", [True, False])
@pytest.mark.parametrize("numbers", [[18], [17, 18]])
def test_b2_of_a_changed_answer_nothing_is_told_but_the_answer(
    *, restarts: bool, numbers: list[int]
):
    now, then = ("2026", "") if restarts else ("", "2026")
    told = exported(external_id="100000", workbook_id="wb-1")
    plan = planned(
        workbook(
            *(bare(one, now) for one in numbers),
            customers=[customer(external_id="100000")],
            settings=replace(SETTINGS, numbering_restarts=restarts),
        ),
        past=history(
            exported={bare(one, then).key: told for one in numbers},
            external_ids={"100000": "Dejavu"},
        ),
        period=YEAR,
        workbook_id="wb-1",
    )
    assert [one.code for one in plan.warnings if "gone" in one.code]
    assert listed(plan) == ["numbering-changed"]
