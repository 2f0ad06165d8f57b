"""What the locale of a workbook decides, and what it does not: texts with two readings."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.cell_values import (
    read_date,
    read_money,
    read_number,
    read_percent,
    readings_of_date,
    readings_of_number,
)
from boekbrug.server.conventions import NO_CONVENTION, Convention, convention_of
from boekbrug.server.fields import Code, Money

NUMBERS = st.from_regex(r"-?[0-9]{1,4}([.,' ][0-9]{1,4}){0,2} ?%?", fullmatch=True)
DATES = st.from_regex(r"[0-9]{1,2}([/.-])(0?[1-9]|1[0-9]|[2-9])\1(19|20)[0-9]{2}", fullmatch=True)
MARKS = (",", ".", "")
EVERY_CONVENTION = tuple(
    Convention(decimal_mark=decimal, thousands_mark=thousands, is_month_first=is_month_first)
    for decimal, thousands, is_month_first in product(MARKS, MARKS, (False, True))
    if decimal != thousands or not decimal
)
EUROPE, AMERICA = convention_of("nl_BE"), convention_of("en_US")


@pytest.mark.parametrize(
    ("locale", "marks", "is_month_first"),
    [
        ("nl_BE", ",.", False),
        ("nl_NL", ",.", False),
        ("de_DE", ",.", False),
        ("en_US", ".,", True),
        ("en_GB", ".,", False),
        ("en_PH", ".,", True),
        ("es_MX", ".,", False),
    ],
)
def test_a_locale_says_what_the_marks_are_and_whether_the_month_comes_first(
    locale: str, marks: str, is_month_first: object
):
    convention = convention_of(locale)
    assert convention.decimal_mark + convention.thousands_mark == marks
    assert convention.is_month_first is is_month_first


@pytest.mark.parametrize("locale", ["fr_BE", "fr_FR", "sv_SE", "pl_PL"])
def test_a_mark_that_a_locale_has_in_no_place_is_decided_by_nothing(locale: str):
    # They part thousands with a space; a Belgian who writes French may type 1.234 all the same.
    convention = convention_of(locale)
    assert read_number("1,234", convention) == Decimal("1.234")
    assert read_number("1.234", convention) is None


@pytest.mark.parametrize("locale", ["sv_SE", "ja_JP", "en_CA", "hu_HU"])
def test_where_the_year_comes_first_a_text_that_begins_with_a_day_is_read_as_ever(locale: str):
    assert read_date("03/04/2026", convention_of(locale)) == date(2026, 4, 3)


@pytest.mark.parametrize(
    "locale", ["", "xx_YY", "no_NO", "nl-BE", "../nl_BE", "12", "nl_BE_x_y_z", "en", "nl"]
)
def test_a_locale_that_nobody_knows_or_that_has_no_country_says_nothing(locale: str):
    assert convention_of(locale) == NO_CONVENTION


def test_the_data_of_locales_is_loaded_only_when_one_has_to_decide():
    asked = "import sys; from boekbrug.server.workbook import reader; print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("text", "in_europe", "in_america"),
    [
        ("1,234", "1.234", "1234"),
        ("1.234", "1234", "1.234"),
        ("-12,345", "-12.345", "-12345"),
        ("\u2212123.456", "-123456", "-123.456"),
        (" 1,000 ", "1", "1000"),
    ],
)
def test_one_mark_before_three_digits_is_what_it_is_in_the_locale(
    text: str, in_europe: str, in_america: str
):
    assert read_number(text, EUROPE) == Decimal(in_europe)
    assert read_number(text, AMERICA) == Decimal(in_america)
    assert read_number(text) is None
    readings = readings_of_number(text)
    assert readings is not None
    assert {readings.whole, readings.fraction} == {Decimal(in_europe), Decimal(in_america)}


def test_an_amount_of_three_decimals_is_refused_where_it_has_them():
    assert read_money("1,234", EUROPE) is None
    assert read_money("1,234", AMERICA) == Decimal("1234.00")
    assert Money().reader(EUROPE)("1.234") == Decimal("1234.00")


def test_a_percentage_is_read_as_the_locale_writes_it():
    assert read_percent("21,125 %", EUROPE) == Decimal("21.125")
    assert read_percent("21,125", AMERICA) is None
    assert read_percent("21,125 %") is None
    assert readings_of_number("21,125 %") == (",", Decimal(21125), Decimal("21.125"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,50", "12.50"),
        ("12.50", "12.50"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234.567", "1234567"),
        ("1 234", "1234"),
        ("1'234", "1234"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1234,567", "1234.567"),
        ("1,2340", "1.234"),
    ],
)
@pytest.mark.parametrize("convention", EVERY_CONVENTION)
def test_a_number_of_one_reading_is_taken_whatever_the_locale(
    text: str, number: str, convention: Convention
):
    assert read_number(text, convention) == Decimal(number)
    assert readings_of_number(text) is None


@given(text=NUMBERS, convention=st.sampled_from(EVERY_CONVENTION))
def test_a_locale_changes_the_numbers_of_two_readings_and_picks_one_of_both(
    text: str, convention: Convention
):
    bare = text.removesuffix("%")
    readings = readings_of_number(text)
    if readings is None:
        assert read_number(bare, convention) == read_number(bare)
    else:
        assert read_number(bare) is None
        assert read_number(bare, convention) in (None, readings.whole, readings.fraction)


@pytest.mark.parametrize(
    ("text", "locale", "day"),
    [
        ("03/04/2026", "en_US", date(2026, 3, 4)),
        ("3-4-2026", "en_US", date(2026, 3, 4)),
        ("03/04/2026", "nl_BE", date(2026, 4, 3)),
        ("03/04/2026", "en_GB", date(2026, 4, 3)),
        ("03/04/2026", "", date(2026, 4, 3)),
        ("31/01/2026", "en_US", date(2026, 1, 31)),
        ("01/31/2026", "en_US", date(2026, 1, 31)),
        ("01/31/2026", "en_GB", None),
        ("01/31/2026", "", None),
        ("31/13/2026", "en_US", None),
        ("02/30/2026", "en_US", None),
        ("03/04/1926", "en_US", None),
        ("2026-03-04", "en_US", date(2026, 3, 4)),
        ("2026-31-01", "en_US", None),
    ],
)
def test_the_month_of_a_date_comes_first_only_where_the_locale_writes_so(
    text: str, locale: str, day: date | None
):
    assert read_date(text, convention_of(locale)) == day


@given(text=DATES, convention=st.sampled_from(EVERY_CONVENTION))
def test_a_text_is_read_as_one_of_its_two_days_and_the_locales_first(
    text: str, convention: Convention
):
    day_first, month_first = readings_of_date(text)
    expected = (month_first or day_first) if convention.is_month_first else day_first
    assert read_date(text, convention) == expected


def test_what_holds_no_number_and_no_date_is_read_the_same_everywhere():
    assert Code().reader(AMERICA)("1,234") == Code().read("1,234") == "1,234"
