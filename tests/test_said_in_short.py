"""Long cells and doubled names: what is quoted of them, and what to do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook_support import ACCOUNTS, GARAGE, VAT, Row, errors, invoice, read, sheet

from boekbrug.server.bookkeeping.problems import found_in_words, sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cell


def test_a_long_cell_is_quoted_by_its_beginning_and_keeps_its_cure():
    [told] = errors(sheet(Invoices={2: invoice(Customer="Maes " * 30)}))
    assert told == (
        'Invoices, row 2, Customer: found "Maes Maes Maes Maes Maes Maes Maes Maes Maes Maes Maes '
        'Maes Maes Maes Maes Maes\u2026" (150 characters), allowed: a customer of tab '
        'Customers; nearest is "Garage Maes" (row 2). Choose it in the cell, or add the customer.'
    )
    assert in_language(found_in_words("a" * 81), "nl") == f'"{"a" * 80}\u2026" (81 tekens)'
    assert found_in_words("a" * 80) == f'"{"a" * 80}"'


@given(st.one_of(st.text(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_what_was_found_is_never_longer_than_a_line(cell: str | float):
    assert len(found_in_words(cell)) < 120


DOUBLES = [
    ("Customers", "Customer", GARAGE, "name", "naam"),
    ("Accounts", "Number", ACCOUNTS[2], "number", "nummer"),
    ("VAT", "Code", VAT[2], "code", "code"),
]


@pytest.mark.parametrize(("tab", "header", "row", "english", "dutch"), DOUBLES)
def test_of_a_name_that_stands_in_several_rows_all_but_the_first_are_named(
    tab: str, header: str, row: Row, english: str, dutch: str
):
    rows = {2: row, 3: row, 4: row}
    [problem] = read(sheet(**{tab: rows})).workbook.problems
    assert sentence(problem).startswith(f"{tab}, rows 2-4 (3 {tab.lower()}), {header}: found") or (
        sentence(problem).startswith(f"{tab}, rows 2-4 (3 rows), {header}: found")
    )
    assert problem.cure == f"Remove rows 3 and 4, or give each a {english} of its own."
    told = in_language(problem.cure, "nl")
    assert told == f"Verwijder rijen 3 en 4, of geef ze elk een eigen {dutch}."
    [problem] = read(sheet(**{tab: {2: row, 3: row}})).workbook.problems
    assert problem.cure == f"Remove row 3, or give it a {english} of its own."
    assert in_language(problem.cure, "nl") == f"Verwijder rij 3, of geef ze een eigen {dutch}."


OUT_OF_RANGE = "allowed: a date from 1 January 1990 to 31 December 2099. Type the date again"


@pytest.mark.parametrize(
    "cell", [date(1926, 10, 5), date(1900, 1, 1), "05/10/1926", "10/25/1926", "2110-01-01"]
)
def test_a_date_of_another_time_is_told_by_its_year(cell: Cell):
    [told] = errors(sheet(Invoices={2: invoice(Date=cell)}))
    assert OUT_OF_RANGE in told
    assert "spreadsheet made a date" not in told


@pytest.mark.parametrize("cell", ["31/02/1926", "1926-02-31", "soon", True])
def test_what_is_no_date_at_all_is_told_as_such(cell: Cell):
    [told] = errors(sheet(Invoices={2: invoice(Date=cell)}))
    assert "allowed: a date, like 2026-01-31 or 31/01/2026." in told


def test_a_price_that_became_a_date_is_named_as_prices_are_typed():
    [told] = errors(sheet(Invoices={2: invoice(Net=date(1950, 12, 1))}))
    assert told.endswith(
        "The spreadsheet made a date of what was typed (1.12 or 12.50?). Give the cell the format "
        "number, then type the net again."
    )
