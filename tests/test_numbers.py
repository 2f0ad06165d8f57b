"""What a document's number tells (rule B2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.numbers import ParsedNumber, parse_number, series_of
from boekbrug.server.bookkeeping.settings import Series
from boekbrug.server.bookkeeping.terms import Kind

F26 = Series("F26/", Kind.INVOICE)
F26_1 = Series("F26/1", Kind.INVOICE)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("2026/18", ParsedNumber("", 2026, 18)),
        ("2026-0091", ParsedNumber("", 2026, 91)),
        ("2026 18", ParsedNumber("", 2026, 18)),
        ("CN2026/3", ParsedNumber("CN", 2026, 3)),
        ("CN 2026/3", ParsedNumber("CN", 2026, 3)),
        ("INV-7", ParsedNumber("INV-", 2027, 7, says_year=False)),
        ("536365", ParsedNumber("", 2027, 536365, says_year=False)),
        ("2026", ParsedNumber("", 2027, 2026, says_year=False)),
        ("2126/4", None),
        ("2026-1-12", None),
        ("2026-11-2", None),
        ("F26/0012", None),
        ("2026/18A", None),
        ("\u0661", None),
        ("", None),
    ],
)
def test_a_number_is_prefix_year_and_sequence(text: str, parsed: ParsedNumber | None):
    assert parse_number(text, book_year_of_date=2027) == parsed


def test_a_prefix_with_digits_is_known_by_its_series_the_longest_first():
    found = [
        parse_number(text, series=[F26, F26_1], book_year_of_date=2026)
        for text in ("F26/0012", "F26/112", "F27/0012")
    ]
    assert found == [
        ParsedNumber("F26/", 2026, 12, says_year=False),
        ParsedNumber("F26/1", 2026, 12, says_year=False),
        None,
    ]


def test_one_number_has_one_key_however_it_is_spelt():
    spelt = ("2026/18", "2026-18", "2026 18", "2026/018")
    keys = {parsed.key for text in spelt if (parsed := parse_number(text, book_year_of_date=2027))}
    assert keys == {"2026/18"}
    bare = parse_number("018", book_year_of_date=2027)
    assert bare is not None
    assert bare.key == "18"


def test_a_credit_note_is_in_another_series_than_the_invoice_of_that_number():
    assert series_of(Kind.CREDIT_NOTE, "CN") == "credit note:CN"
    assert series_of(Kind.INVOICE, "") == "invoice:"


@given(
    prefix=st.text("ABCFN-. ", max_size=4).map(str.strip),
    year=st.integers(1900, 2099),
    mark=st.sampled_from("/- "),
    sequence=st.integers(0, 10**9),
)
def test_what_is_written_is_what_is_read(prefix: str, year: int, mark: str, sequence: int):
    text = f"{prefix}{year}{mark}{sequence}"
    parsed = parse_number(text, book_year_of_date=1)
    assert parsed == ParsedNumber(prefix, year, sequence)
