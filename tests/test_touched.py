"""The server's cells that somebody touched: what is put back, and what is no news."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bookkeeping_support import key
from bookkeeping_support import said as sentences
from hypothesis import given
from hypothesis import strategies as st
from touched_support import DAY, HEADERS, LAST, NEW, RIGHT, TWO, plan_of, sheet, told

from boekbrug.server.bookkeeping.model import UnreadableRow
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.told import LastTold, RowTold

PUT_BACK = "as it was exported. It is put back; nothing is exported or charged again."


def test_cells_as_the_server_wrote_them_are_no_news():
    assert told(sheet({})) == []


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (
            RowTold(),
            "State, Exported on and Export: found nothing, allowed: exported, 1 April 2026",
        ),
        (replace(RIGHT, export=""), "Export: found nothing, allowed: 3, "),
        (replace(RIGHT, export="9"), "Export: found 9, allowed: 3, "),
        (replace(RIGHT, export="paid"), 'Export: found "paid", allowed: 3, '),
        (replace(RIGHT, state="paid"), 'State: found "paid", allowed: exported, '),
        (
            replace(RIGHT, exported_on="5 May", day=date(2026, 5, 5)),
            "Exported on: found 5 May 2026, allowed: 1 April 2026, ",
        ),
        (
            replace(RIGHT, exported_on="", day=None, export="9"),
            "Exported on and Export: found nothing and 9, allowed: 1 April 2026 and 3, ",
        ),
    ],
)
def test_a_touched_cell_of_an_exported_row_is_mentioned(cells: RowTold, sentence: str):
    plan = plan_of(sheet({2: cells}))
    (found,) = sentences(plan.warnings)
    assert found.startswith(f"Invoices, row 2, {sentence}")
    assert found.endswith(PUT_BACK)
    assert plan.blocking == ()


@pytest.mark.parametrize("state", ["new", "to fix", "Geëxporteerd", "EXPORTED", "changed"])
def test_an_older_state_in_any_language_is_no_change(state: str):
    assert told(sheet({2: replace(RIGHT, state=state)})) == []


def test_a_day_is_the_same_however_it_is_written():
    assert told(sheet({2: replace(RIGHT, exported_on="1/4/2026")})) == []


@pytest.mark.parametrize(
    "given",
    [
        {"told": LastTold(2, frozenset(HEADERS))},
        {"told": LastTold(3, frozenset())},
        {"workbook_id": "the next one"},
    ],
    ids=["not told yet", "a column added since", "another workbook"],
)
def test_an_empty_cell_that_was_never_filled_here_is_no_news(given: dict[str, Any]):
    assert told(sheet({2: RowTold(), 3: RowTold()}), **given) == []


def test_only_the_columns_of_the_sheet_are_looked_at():
    assert told(sheet({2: RowTold()}, headers={})) == []
    (found,) = told(sheet({2: RowTold()}, headers={"Export": "Batch"}))
    assert found == f"Invoices, row 2, Batch: found nothing, allowed: 3, {PUT_BACK}"


def test_an_exported_row_that_cannot_be_read_is_compared_like_the_others():
    row = UnreadableRow(
        origin=Origin("Invoices", 3),
        number="2026/19",
        key=key("2026/19"),
        issued_on=date(2026, 3, 16),
    )
    (found,) = told(sheet({3: replace(RIGHT, export="")}, documents=TWO[:1], unreadable=(row,)))
    assert found == f"Invoices, row 3, Export: found nothing, allowed: 3, {PUT_BACK}"


def test_words_in_the_cells_of_a_new_row_are_told_before_they_are_overwritten():
    typed = RowTold(state="paid", exported_on="soon", export="no. 3")
    assert told(sheet({9: typed}, NEW)) == [
        f"Invoices, row 9, {header}: found {found}, allowed: what the server writes here. It is "
        "overwritten: write your own words in a column of your own."
        for header, found in (("State", '"paid"'), ("Exported on", '"soon"'), ("Export", '"no. 3"'))
    ]


def test_a_state_alone_may_be_somebodys_mark_for_what_is_in_the_books():
    assert told(sheet({9: RowTold(state="Geëxporteerd")}, NEW)) == [
        'Invoices, row 9, State: found "Geëxporteerd", taken: as new, because the server knows no '
        "export of it. Is it in the books already? Then tick Hold."
    ]


CELLS = st.builds(
    RowTold,
    state=st.sampled_from(["", "new", "exported", "paid"]),
    exported_on=st.sampled_from(["", "2026-04-01", "soon"]),
    export=st.sampled_from(["", "3", "2", "77", "0", "9999999999", "x"]),
    day=st.sampled_from([None, DAY, date(2026, 5, 1)]),
)


@given(CELLS, CELLS)
def test_whatever_stands_in_the_cells_an_exported_row_is_never_exported_again(
    one: RowTold, other: RowTold
):
    plan = plan_of(sheet({2: one, 3: other}))
    assert (plan.batch, plan.blocking, plan.charges) == (None, (), ())


@given(CELLS, st.booleans())
def test_a_new_row_is_exported_or_asked_about(cells: RowTold, is_told: bool):  # noqa: FBT001 - drawn
    plan = plan_of(sheet({9: cells}, NEW), told=LAST if is_told else LastTold())
    is_taken = plan.batch is not None and not plan.blocking
    assert is_taken or [one.code for one in plan.blocking] == ["export-not-on-record"]
