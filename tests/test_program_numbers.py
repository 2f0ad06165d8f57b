"""The document number that a program is told (rule B2)."""

import pytest

from boekbrug.server.programs.numbers import program_number


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("YYYYNNNN", "20260018"),
        ("YYNNNNNN", "26000018"),
        ("NNNNNNNN", "00000018"),
        ("9YYNNN", "926018"),
    ],
)
def test_a_pattern_gives_year_and_sequence(pattern: str, number: str):
    assert program_number(pattern, year=2026, sequence=18) == number


def test_a_sequence_that_is_too_long_is_not_cut():
    assert program_number("YYYYNNNN", year=2026, sequence=12345) == "202612345"


def test_the_first_document_of_a_year_as_expert_m_counts_them():
    assert program_number("YYYYNNNNN", year=2014, sequence=1) == "201400001"
