"""Numbers that a series lacks."""

from dataclasses import replace
from datetime import date

import pytest
from bookkeeping_support import SETTINGS, document, exported, history, key, planned, said, workbook
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.model import Document, UnreadableRow
from boekbrug.server.bookkeeping.problems import Origin, sentence
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.wording.said import in_language


def of(*sequences: int, **given: object) -> list[Document]:
    return [document(f"2026/{n}", row=n + 2, **given) for n in sequences]  # type: ignore[arg-type]


def told(*documents: Document, **given: object) -> list[str]:
    return said(planned(workbook(*documents), **given).warnings)  # type: ignore[arg-type]


def test_b20_a_missing_number_is_named_between_its_neighbours_and_blocks_nothing():
    plan = planned(workbook(*of(16, 18)))
    assert plan.blocking == ()
    assert said(plan.warnings) == [
        "Invoices, Number: found 2026/17 missing between 2026/16 and 2026/18, needed every number "
        "of a series. Look where the number is; the export goes on without it."
    ]
    assert [in_language(sentence(one), "nl") for one in plan.warnings] == [
        "Invoices, Nummer: gevonden een gat tussen 2026/16 en 2026/18: 2026/17, nodig elk "
        "nummer van een reeks. Kijk waar het nummer is; de export gaat zonder door."
    ]


def test_b20_a_document_on_hold_is_the_reason_of_its_gap_and_one_to_fix_is_no_gap():
    unreadable = UnreadableRow(
        origin=Origin("Invoices", 9),
        number="2026/18",
        key=key("2026/18"),
        issued_on=date(2026, 4, 3),
        hold=False,
    )
    typed = workbook(*of(16, 19), *of(17, hold=True), unreadable=(unreadable,))
    (gap,) = said(planned(typed).warnings)
    assert "found 2026/17 (on hold) missing between 2026/16 and 2026/19" in gap


@pytest.mark.parametrize("number", ["2026/17", "2026-017", "2026 17"])
@pytest.mark.parametrize("day", [date(2026, 3, 3), None])
def test_b20_a_number_that_stands_in_any_row_is_not_missing(number: str, day: date | None):
    row = UnreadableRow(origin=Origin("Invoices", 9), number=number, issued_on=day)
    assert said(planned(workbook(*of(16, 18), unreadable=(row,))).warnings) == []
    assert said(planned(workbook(*of(16, 18), prepared=(number,))).warnings) == []


@pytest.mark.parametrize("number", ["2026/19", "CN2026/17", "2025/17", "garbage", "", None])
def test_b20_another_number_in_a_row_fills_no_gap(number: str | None):
    row = UnreadableRow(origin=Origin("Invoices", 9), number=number, issued_on=None)
    (gap,) = said(planned(workbook(*of(16, 18), unreadable=(row,))).warnings)
    assert "found 2026/17 missing" in gap


def test_b20_a_number_without_year_fills_a_gap_of_the_year_of_its_date():
    bare = [replace(document(f"2026/{n}", row=n), key=key(f"{n}"), number=f"{n}") for n in (16, 18)]
    for day, count in ((None, 0), (date(2026, 3, 3), 0), (date(2025, 3, 3), 1)):
        row = UnreadableRow(origin=Origin("Invoices", 9), number="17", issued_on=day)
        warnings = said(planned(workbook(*bare, unreadable=(row,))).warnings)
        assert len([one for one in warnings if "missing" in one]) == count


def test_b20_many_that_are_missing_are_ranges_and_the_sixth_is_counted():
    (gap,) = told(*of(1, 2, 3, 4, 5, 6, 7, 8, 12, 14, 16, 18, 20, 22))
    assert gap.startswith(
        "Invoices, Number: found 2026/9 to 2026/11, 2026/13, 2026/15, 2026/17, 2026/19 and 1 more "
        "missing between 2026/1 and 2026/22"
    )


def test_b20_numbers_of_which_most_are_missing_are_no_series():
    assert told(*of(1, 100)) == []
    assert told(*of(1, 2, 999_999_999_999)) == []
    assert told(*of(1, 3)) != []


def test_b20_what_is_exported_or_waits_for_another_day_is_not_missing():
    other_day = document("2026/17", row=30, issued_on=date(2026, 4, 2))
    assert told(*of(16, 18), other_day) == []
    past = history(exported={key("2026/17"): exported()})
    assert told(*of(16, 18), past=past) == []


def test_b20_an_old_gap_is_not_said_again():
    past = history(exported={key(f"2026/{n}"): exported() for n in (1, 3)})
    assert told(*of(4), past=past) == []
    assert "2026/4 missing between 2026/3 and 2026/5" in told(*of(5), past=past)[0]


def test_b20_each_series_has_its_own_numbers_and_another_spelling_is_kept():
    notes = [
        document(f"CN2026/0{n}", row=n + 40, kind=Kind.CREDIT_NOTE,
                 key=key(f"2026/{n}", "credit note:CN")) for n in (3, 5)
    ]  # fmt: skip
    assert [one.partition(",")[2][:42] for one in told(*of(1, 2), *notes)] == [
        " Number: found CN2026/04 missing between C"
    ]


def test_b20_a_number_that_cannot_be_read_again_is_left_out():
    past = history(exported={key("A-1-2"): exported()})
    row = UnreadableRow(origin=Origin("Invoices", 9), number="x", key=key("A-1-3"),
                        issued_on=None, hold=True)  # fmt: skip
    plan = planned(workbook(*of(1), unreadable=(row,), settings=replace(SETTINGS)), past=past)
    assert plan.warnings == ()


@given(st.sets(st.integers(1, 40), min_size=1))
def test_b20_whoever_lacks_nothing_is_told_nothing(sequences: set[int]):
    whole = range(min(sequences), max(sequences) + 1)
    assert told(*of(*whole)) == []
