"""Values of Google as cells of ours, and texts of ours as requests to Google."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.adapters.google.edits import requests_of
from boekbrug.adapters.google.grid import Grid
from boekbrug.adapters.google.values import TornError, clean_text, merged_tab, moment, tab_of
from boekbrug.server.workbook.cells import Changes, Place, RowChange, Tab


def test_what_no_calendar_has_stays_a_number():
    assert [moment(-1), moment(2_958_465), moment(2_958_466)] == [-1, date(9999, 12, 31), 2_958_466]


def test_a_tab_ends_with_its_last_cell():
    assert tab_of("t", [["a", None, None], [], [None, "b"], [None]]).columns == (
        ["a", None],
        [None, None],
        [None, "b"],
    )


@pytest.mark.parametrize(
    ("shown", "serial"),
    [
        ([["a"]], [["b"]]),
        ([["a"]], [["a", "b"]]),
        ([["a"]], []),
        ([[1]], [["a"]]),
        ([[1]], [[True]]),
    ],
)
def test_answers_that_do_not_fit_each_other_are_torn(shown, serial):
    with pytest.raises(TornError):
        merged_tab("Invoices", shown, serial)


def test_a_formula_that_counts_on_between_the_answers_tears_nothing():
    assert merged_tab("Invoices", [[0.1]], [[0.2]]).columns == ([0.1],)


def test_a_text_is_cut_and_cleaned_to_what_a_cell_can_hold():
    assert clean_text("a\x00b\ud800c\ne\tf") == "abc\ne\tf"
    assert clean_text("é" * 60_000) == "é" * 50_000


FULL = Tab("t", tuple([["there"] * 60 for _ in range(6)]))
GRID = Grid(sheet_id=7, row_count=60, column_count=6, tab=FULL, formulas=frozenset(), notes={})


def requests_for(texts: Mapping[Place, str]) -> list[dict[str, Any]]:
    rows = [RowChange(tab="t", row=row, texts={at: text}) for (row, at), text in texts.items()]
    return requests_of({"t": GRID}, Changes(rows=tuple(rows)))


@given(
    st.dictionaries(
        st.tuples(st.integers(1, 12), st.integers(1, 6)), st.sampled_from(["", "a", "b"])
    )
)
def test_the_requests_write_every_text_once_in_its_place(texts: dict[Place, str]):
    written: list[tuple[tuple[int, int], str]] = []
    for request in requests_for(texts):
        start = request["updateCells"]["start"]
        for down, row in enumerate(request["updateCells"]["rows"]):
            for right, cell in enumerate(row["values"]):
                place = start["rowIndex"] + down + 1, start["columnIndex"] + right + 1
                written.append((place, cell.get("userEnteredValue", {}).get("stringValue", "")))
    assert sorted(written) == sorted(texts.items())


def test_cells_that_form_a_rectangle_are_one_request():
    texts = {(row, column): "x" for row in range(2, 50) for column in (2, 3, 5)}
    requests = requests_for(texts)
    assert [len(request["updateCells"]["rows"]) for request in requests] == [48, 48]
