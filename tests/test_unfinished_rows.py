"""Rows of Invoices that are begun, numbered ahead, or hold totals."""

from pathlib import Path

import pytest
from damage_support import file_of, line, problems_of, told
from workbook_support import GARAGE, Row, invoice, sheet


@pytest.mark.parametrize(
    ("last", "is_told"),
    [
        ({"Customer": "Garage Maes"}, True),
        ({"Kind": "invoice", "Net": 50.0, "VAT": "21"}, True),
        ({"VAT": "21", "Account": "700000"}, True),
        ({"VAT": "21"}, False),
        ({"Description": "Total", "Net": 200.0, "Total as printed": 242.0}, False),
        ({"Kind": "invoice", "Description": "Total"}, False),
        ({"Hold": True, "Customer": "Garage Maes"}, False),
    ],
)
def test_a_last_row_that_was_begun_is_told_and_one_of_totals_is_not(
    tmp_path: Path, last: Row, *, is_told: bool
):
    cells = sheet(Invoices={2: invoice(), 3: last})
    codes = {one.code for one in problems_of(tmp_path, file_of(cells))}
    assert codes == ({"row-without-number"} if is_told else set())


def test_numbers_that_were_typed_ahead_are_no_mistake(tmp_path: Path):
    ahead: dict[int, Row] = {row: {"Number": f"2026/{row}", "Hold": False} for row in range(19, 40)}
    total: Row = {"Description": "Total", "Net": 100.0}
    last: Row = {"Number": "2026/40", "Kind": "invoice"}
    rows = {2: invoice(), **ahead, 40: last, 41: total}
    assert told(tmp_path, sheet(Invoices=rows)) == []


def test_numbers_that_were_passed_over_are_told_once(tmp_path: Path):
    rows: dict[int, Row] = {2: {"Number": "October"}, 3: {"Number": "2026/3"}, 4: invoice()}
    assert told(tmp_path, sheet(Invoices=rows)) == [
        "Invoices, rows 2 and 3, Number: found nothing besides Number, taken as prepared ahead, so "
        "that nothing of it is exported. Fill in the row, or leave it when the number is not used "
        "yet.",
        "Invoices, rijen 2 en 3, Number: gevonden niets behalve Number, beschouwd als vooraf "
        "genummerd, zodat er niets van ge\u00ebxporteerd wordt. Vul de rij in, of laat ze zo als "
        "het nummer nog niet gebruikt is.",
    ]


@pytest.mark.parametrize(
    "row",
    [
        {"Export": "3"},
        {"Hold": "maybe"},
        {"Description": "Repair"},
        {"Date": "2026-03-16"},
        {"Net": 5.0},
    ],
)
def test_a_row_with_more_than_a_number_is_checked(tmp_path: Path, row: Row):
    cells = sheet(Invoices={2: invoice(), 3: {"Number": "2026/19", **row}})
    assert "not-of-the-list" in {one.code for one in problems_of(tmp_path, file_of(cells))}


def test_a_number_that_has_lines_is_an_invoice(tmp_path: Path):
    cells = sheet(Invoices={2: {"Number": "2026/19"}}, Lines={2: line("2026/19")})
    assert "not-of-the-list" in {one.code for one in problems_of(tmp_path, file_of(cells))}


def test_what_may_be_two_slips_of_the_hand_is_no_column_that_was_sorted(tmp_path: Path):
    named: Row = {"Customer": "Zoo"}
    keyless: Row = {**GARAGE, "Customer": None}
    rows: dict[int, Row] = {2: named, 3: keyless, 4: named, 5: keyless}
    further: dict[int, Row] = {6: named, 7: keyless, 8: named}
    for more in (rows, rows | further):
        problems = problems_of(tmp_path, file_of(sheet(Customers=more)))
        assert "sorted-by-one-column" not in {one.code for one in problems}
