"""Periods by their names, counted from today where the dossier is."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from bookkeeping_support import SETTINGS, document, planned, workbook
from example_firm import DOSSIER
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.periods import period_in_words
from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.bookkeeping.presets import NAMES, Preset, day_in, is_preset, period_named
from boekbrug.server.bookkeeping.settings import EVER, Period
from boekbrug.server.wording.said import in_language

FIRST_OF_NOVEMBER = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("this month", (2026, 11, 1), (2026, 11, 30)),
        ("last month", (2026, 10, 1), (2026, 10, 31)),
        ("this quarter", (2026, 10, 1), (2026, 12, 31)),
        ("last quarter", (2026, 7, 1), (2026, 9, 30)),
        ("this year", (2026, 1, 1), (2026, 12, 31)),
        ("last year", (2025, 1, 1), (2025, 12, 31)),
        ("to the end of last month", (1900, 1, 1), (2026, 10, 31)),
        ("2026-02", (2026, 2, 1), (2026, 2, 28)),
        ("2028-Q1", (2028, 1, 1), (2028, 3, 31)),
        ("2027", (2027, 1, 1), (2027, 12, 31)),
    ],
)
def test_a_name_is_days(name: str, first: tuple[int, int, int], last: tuple[int, int, int]):
    assert period_named(name, FIRST_OF_NOVEMBER) == Period(date(*first), date(*last))


@pytest.mark.parametrize("name", ["", "October", "2026-13", "2026-Q5", "0000", "Last month"])
def test_another_name_is_none(name: str):
    assert not is_preset(name)
    with pytest.raises(ValueError, match="period: found"):
        Preset(name).on(FIRST_OF_NOVEMBER)


def test_half_past_midnight_in_brussels_is_the_next_month_there():
    pressed = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # 00:30 on 1 November in Brussels
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    assert Preset("last month").on(day_in(DOSSIER, pressed)) == october
    in_lisbon = day_in(replace(DOSSIER, zone="Europe/Lisbon"), pressed)
    assert Preset("last month").on(in_lisbon).last == date(2026, 9, 30)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_each_period_follows_the_one_before_it(today: date):
    for unit in ("month", "quarter", "year"):
        before, now = (Preset(f"{which} {unit}").on(today) for which in ("last", "this"))
        assert today in now
        assert (now.first - before.last).days == 1
    assert all(Preset(name).on(today).first.day == 1 for name in NAMES)


def test_to_the_end_of_last_month_begins_with_the_first_document_date():
    typed = workbook(
        document("2026/1", row=2, issued_on=date(2026, 1, 5)),
        document("2026/2", row=3, issued_on=date(2026, 2, 5)),
        document("2026/3", row=4, issued_on=date(2026, 3, 5)),
        settings=replace(SETTINGS, first_document_on=date(2026, 2, 1)),
    )
    period = Preset("to the end of last month").on(date(2026, 3, 2))
    plan = planned(typed, period=period)
    assert [(row.state, row.selected) for row in plan.rows] == [
        (State.BEFORE_BOEKBRUG, False),
        (State.NEW, True),
        (State.NEW, False),
    ]
    assert plan.batch
    assert plan.batch.period == Period(date(2026, 2, 1), date(2026, 2, 28))


def test_without_a_first_document_date_it_begins_with_the_earliest_document():
    typed = workbook(document("2026/1", issued_on=date(2026, 1, 5)))
    plan = planned(typed, period=Period(EVER, date(2026, 3, 31)))
    assert plan.batch
    assert plan.batch.period.first == date(2026, 1, 5)
    assert planned(workbook(), period=Period(EVER, date(2026, 3, 31))).batch is None


def test_it_is_said_as_what_it_is():
    words = period_in_words(Period(EVER, date(2026, 10, 31)))
    assert words == "until 31 October 2026"
    assert in_language(words, "nl") == "tot en met 31 oktober 2026"
