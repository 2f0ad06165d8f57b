"""What people type in a cell, and what it means."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import marshmallow as ma
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.cell_values import (
    read_code,
    read_date,
    read_digits,
    read_money,
    read_number,
    read_percent,
    read_text,
)
from boekbrug.server.fields import (
    Choice,
    Code,
    Digits,
    Money,
    Number,
    Percent,
    SheetDate,
    SheetField,
    Text,
    YesNo,
)

NBSP = "\u00a0"


def meaning(field: SheetField[Any], cell: object) -> object:
    """Return what a field makes of a cell, or its message in brackets."""
    try:
        return field.deserialize(cell)
    except ma.ValidationError as error:
        return error.messages


@pytest.mark.parametrize(
    "cell",
    [
        1234.5,
        "1234.5",
        "1234,50",
        "1.234,50",
        "1,234.50",
        "1 234,50",
        "1'234.50",
        f"1{NBSP}234,50",
        "1\u202f234,50",
        "1\u2019234.50",
        " 1234,5 ",
    ],
)
def test_an_amount_is_read_in_the_shapes_that_people_type(cell: object):
    assert str(meaning(Money(), cell)) == "1234.50"


@pytest.mark.parametrize(
    "cell",
    [
        "1,234",
        "1.234",
        "12.345",
        "1.234.56",
        "1234.567",
        12.345,
        "1e3",
        "1E+05",
        "1_000",
        "nan",
        "\u0661\u0662",
        True,
        False,
        date(2026, 11, 1),
        "",
        "-",
        "12,",
        "EUR 12",
        float("nan"),
        float("inf"),
        1000000000000.0,
        "1234567890123",
        "1 23",
        "1.23.456",
    ],
)
def test_an_amount_with_two_meanings_or_none_is_refused_with_one_sentence(cell: object):
    allowed = "an amount with at most two decimals, like 1234.56 or 1.234,56"
    assert meaning(Money(), cell) == [allowed]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (0.1 + 0.2, "0.3"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("1.234.567", "1234567"),
        ("-12,5", "-12.5"),
        ("\u22127", "-7"),
        (-0.0, "0"),
        ("-0,00", "0"),
    ],
)
def test_a_number_has_at_most_six_decimals_and_no_minus_before_zero(cell: object, number: str):
    found = read_number(cell)
    assert found == Decimal(number)
    assert str(found).startswith("-") == number.startswith("-")


def test_a_number_of_seven_decimals_is_refused():
    assert read_number("0.1234567") is None
    assert read_number(1 / 3) is None


@given(cents=st.integers(1 - 10**14, 10**14 - 1))
def test_every_cent_reads_back_from_a_number_cell_and_from_text(cents: int):
    amount = Decimal(cents).scaleb(-2)
    assert read_money(float(amount)) == amount
    assert read_money(str(amount).replace(".", ",")) == amount


@pytest.mark.parametrize(
    ("cell", "percentage"),
    [(21.0, "21"), ("21 %", "21"), ("21%", "21"), ("0.5 %", "0.5"), ("100 %", "100")],
)
def test_a_percentage_is_21_and_not_0_21(cell: object, percentage: str):
    assert meaning(Percent(), cell) == Decimal(percentage)


@pytest.mark.parametrize("cell", [0.21, "0,21", -1.0, 101.0, "a lot", "x %", True])
def test_a_bare_fraction_is_no_percentage(cell: object):
    assert meaning(Percent(), cell) == ["a percentage from 0 to 100, like 21 or 0.5 %"]


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 1, 31),
        datetime(2026, 1, 31, 14, 2),  # noqa: DTZ001 - a cell has no zone
        "2026-01-31",
        "31/01/2026",
        "31-01-2026",
        "31.01.2026",
        "31/1/2026",
        " 2026-01-31 ",
    ],
)
def test_a_date_is_read_in_the_shapes_that_people_type(cell: object):
    assert meaning(SheetDate(), cell) == date(2026, 1, 31)


@pytest.mark.parametrize(
    "cell", [46053.0, "31/01-2026", "31/01/26", "2026-02-30", "1026-01-31", "soon", True]
)
def test_what_is_no_day_of_our_time_is_refused(cell: object):
    assert meaning(SheetDate(), cell) == ["a date, like 2026-01-31 or 31/01/2026"]


@pytest.mark.parametrize(
    ("cell", "code"), [("  A  1 ", "A 1"), (100000.0, "100000"), (7, "7"), ("e\u0301", "é")]
)
def test_a_whole_number_in_a_text_column_is_its_digits(cell: object, code: str):
    assert meaning(Code(), cell) == code
    assert meaning(Text(), cell) == code


@pytest.mark.parametrize("cell", [date(2026, 11, 1), 1.5, 1e15, "1E+05", "1,2e+7", True])
def test_a_key_is_never_a_date_nor_a_shortened_number(cell: object):
    assert meaning(Code("the number as text"), cell) == ["the number as text"]


def test_an_identifier_of_digits_takes_no_others():
    assert meaning(Digits(), "070") == "070"
    assert meaning(Digits(), "\u0661") == ["digits only"]
    assert meaning(Digits(), None) == ["digits only"]


def test_a_text_has_a_longest_length():
    assert meaning(Text(length_max=3), "abc") == "abc"
    assert meaning(Text(length_max=3), "abcd") == ["text of at most 3 characters"]


def test_a_choice_is_found_in_any_case_without_accents_and_by_its_synonyms():
    field = Choice("company", "person", synonyms={"société": "company"})
    assert meaning(field, " Company ") == meaning(field, "SOCIETE") == "company"
    assert meaning(field, "firm") == meaning(field, 1.5) == ["one of company, person"]


@pytest.mark.parametrize(
    ("cell", "tick"),
    [(True, True), ("Ja", True), ("x", True), (False, False), ("non", False), ("nein", False)],
)
def test_a_tick_is_a_box_or_a_word(cell: object, tick: object):
    assert meaning(YesNo(), cell) is tick


@pytest.mark.parametrize("cell", [1, 0.0, "maybe"])
def test_a_number_is_no_tick(cell: object):
    assert meaning(YesNo(), cell) == ["yes or no"]


@pytest.mark.parametrize("mark", ["\u202b", "\u202e", "\u2067"])
def test_what_a_mark_shows_from_right_to_left_is_no_number_no_day_and_no_key(mark: str):
    assert read_number(f"29.{mark}58") is None
    assert read_percent(f"{mark}12 %") is None
    assert read_date(f"2026-07-{mark}12") is None
    assert read_code(f"2026/{mark}12") is None
    assert read_digits(f"7000{mark}12") is None
    assert read_text(f"Zomer {mark}2026") == "Zomer 2026"


def test_what_a_program_copies_with_marks_from_left_to_right_is_read_as_it_shows():
    assert read_number("\u202d1234,50\u202c") == Decimal("1234.50")
    assert read_digits("\u2066700000\u2069") == "700000"


def test_a_missing_cell_has_the_same_message():
    assert meaning(Number(required=True), ma.missing) == [
        "a number with at most six decimals, like 7, 1234.5 or 0,125"
    ]
    assert Number(description="How many.").description == "How many."


def test_what_is_allowed_is_said_as_it_stands():
    assert meaning(Code("a code like {7}"), date(2026, 3, 1)) == ["a code like {7}"]
