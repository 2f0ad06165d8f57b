"""Tabs by their name and columns by their header, in any of four languages, never by position."""

import pytest
from workbook_support import Rows, sheet, tab

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import Series
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.workbook.cells import Cell, Cells, Tab
from boekbrug.server.workbook.header_problems import header_problems
from boekbrug.server.workbook.layout import (
    FoundLayout,
    StartLabel,
    find_layout,
    name_key,
)
from boekbrug.server.workbook.layout_problems import column_letters
from boekbrug.server.workbook.schemas import schemas_for

SCHEMAS = schemas_for(("winbooks",))
BY_SERIES = Series("", Kind.INVOICE, "", "")
ONLY_INVOICES = {"Invoices": SCHEMAS["Invoices"]}


def found(*tabs: Tab) -> tuple[FoundLayout, list[str]]:
    layout, problems = find_layout(Cells(tabs), ONLY_INVOICES)
    problems = (*problems, *header_problems(layout, [BY_SERIES]))
    return layout, [sentence(problem) for problem in problems]


def rows(*given: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(zip(*given, strict=True))


@pytest.mark.parametrize(
    ("title", "headers"),
    [
        ("Invoices", ("Customer", "Number", "Kind", "Date")),
        (" facturen ", ("KLANT", "Nummer", "Soort", "Datum:")),
        ("Factures", ("Client", "Numero", "Type", "Date")),
        ("Rechnungen", ("Kunde", "Number", "Art", "Datum")),
    ],
)
def test_a_tab_is_found_in_every_language(title: str, headers: tuple[str, ...]):
    layout, problems = found(Tab(title, rows(headers)))
    assert problems == []
    assert dict(layout.tabs["Invoices"].columns) == {
        "Customer": 0, "Number": 1, "Kind": 2, "Date": 3
    }  # fmt: skip
    assert layout.title("Invoices") == title
    assert layout.title("Check") == "Check"


def test_the_header_row_is_the_fullest_of_the_first_ten():
    layout, problems = found(
        Tab(
            "Invoices",
            rows(
                ("Invoices of Acme", None, None, None, None),
                ("Date", None, None, None, None),
                ("Number", "Kind", "Date", "Customer", "Colour of the car"),
                ("Number", "invoice", "Date", "x", None),
            ),
        )
    )
    assert problems == []
    assert layout.tabs["Invoices"].header_row == 3
    assert "Colour of the car" not in layout.tabs["Invoices"].columns


def test_headers_that_are_repeated_further_down_are_a_row():
    headers = ("Number", "Kind", "Date", "Customer")
    layout, _ = found(Tab("Invoices", rows(headers, headers)))
    assert layout.tabs["Invoices"].header_row == 1


def test_a_header_below_the_tenth_row_is_not_looked_for():
    blank = tuple((None,) * 4 for _ in range(10))
    layout, problems = found(Tab("Invoices", rows(*blank, ("Number", "Kind", "Date", "Customer"))))
    assert problems == [
        "Invoices: found no row of headers, allowed: the headers Number, Kind, Date, Customer "
        "in one of the first 10 rows. Write the headers above the rows."
    ]
    assert layout.tabs["Invoices"].header_row is None


def test_a_tab_of_peoples_own_is_left_alone():
    layout, problems = found(Tab("Budget", ()), tab("Invoices", {}, ("Number", "Date", "Customer")))
    assert problems == []
    assert dict(layout.titles) == {"Invoices": "Invoices"}


def test_an_empty_tab_has_no_headers():
    assert len(found(Tab("Invoices", ()))[1]) == 1


def test_a_missing_header_and_one_that_stands_twice_are_named_with_their_cells():
    _, problems = found(Tab("Facturen", rows(("Nummer", "Soort", "Datum", "Netto", "Net"))))
    assert problems == [
        'Facturen, Netto: found the headers "Netto" (cell D1) and "Net" (cell E1) for one thing, '
        "allowed: once. Rename the column that is not meant.",
        "Facturen, Customer: found no column with this header, allowed: one, with its header in "
        "row 1. Write the header there; the order of the columns does not matter.",
    ]


def test_a_kind_may_come_from_the_series_and_needs_no_column():
    assert found(Tab("Invoices", rows(("Number", "Date", "Customer"))))[1] == []


def test_a_missing_tab_is_named_but_lines_may_be_missing():
    _, problems = find_layout(Cells(()), {**ONLY_INVOICES, "Lines": SCHEMAS["Lines"]})
    assert [sentence(problem) for problem in problems] == [
        "Invoices: found no tab with this name, allowed: one. Add it, or give the tab that "
        "holds it this name again."
    ]


def test_two_tabs_for_one_thing_are_a_problem():
    right = ("Number", "Kind", "Date", "Customer")
    _, problems = found(Tab("Invoices", rows(right)), Tab("Facturen", rows(right)))
    assert problems == [
        'Facturen: found a second tab for Invoices, next to "Invoices", allowed: one. '
        "Rename or remove the tab that is not meant."
    ]


def test_a_row_is_found_again_by_its_number_and_kind_in_whatever_language():
    invoices = tab("Facturen", {2: {"Nummer": "2026/1", "Soort": "factuur", "Datum": "x"}})
    layout, _ = found(invoices)
    key = {"Number": "2026/1", "Kind": "factuur"}
    assert layout.key_of("Invoices", 2) == layout.key_of("Facturen", 2) == key


def test_a_row_without_its_key_is_found_again_by_all_that_was_typed():
    invoices = tab("Invoices", {2: {"Number": " ", "Kind": "invoice", "Date": "x", "State": "new"}})
    layout, _ = found(invoices)
    assert layout.key_of("Invoices", 2) == {"Kind": "invoice", "Date": "x"}


def test_a_line_is_found_again_by_all_its_cells_and_not_by_the_servers():
    lines: Rows = {2: {"Invoice": "2026/1", "Unit price": 12.0, "VAT": "H21", "Problem": "old"}}
    layout, _ = find_layout(sheet(Lines=lines), SCHEMAS)
    assert layout.key_of("Lines", 2) == {"Invoice": "2026/1", "Unit price": "12", "VAT": "H21"}


def test_a_customer_without_a_name_is_not_found_again_by_the_number_that_the_server_gives():
    customers: Rows = {2: {"Kind": "person", "Accountant's no.": "100001"}}
    layout, _ = find_layout(sheet(Customers=customers), SCHEMAS)
    assert layout.key_of("Customers", 2) == {"Kind": "person"}


def test_a_tab_of_nobody_has_no_keys():
    layout, _ = find_layout(sheet(), SCHEMAS)
    assert layout.key_of("Balance", 2) == {}


def test_the_servers_columns_are_given_as_the_sheet_writes_them():
    layout, _ = found(tab("Facturen", {2: {"Nummer": "1", "Probleem": "old", "Batch": "12"}}))
    invoices = layout.tab("Facturen")
    assert invoices is not None
    assert [invoices.header(name) for name in invoices.columns] == ["Nummer", "Probleem", "Batch"]
    assert invoices.header("State") == "State"
    assert invoices.cell("State", 2) is None


def test_the_start_tab_remembers_the_workbook():
    start = Tab("Start", (("Boekbrug", "Workbook id", "Layout version"), (None, "wb-7", 1.0)))
    layout, problems = find_layout(Cells((start,)), {})
    assert problems == ()
    assert layout.workbook_id == "wb-7"
    assert layout.start == {StartLabel.WORKBOOK_ID: "wb-7", StartLabel.LAYOUT_VERSION: "1"}


def test_a_sheet_without_a_start_tab_remembers_nothing():
    assert find_layout(Cells((Tab("Start", (("Workbook id",),)),)), {})[0].workbook_id == ""


def test_a_layout_of_another_version_is_refused():
    _, problems = find_layout(Cells((Tab("Start", (("Layout version",), ("2",))),)), {})
    assert [sentence(problem) for problem in problems] == [
        "Start, Layout version: found 2, allowed: 1. This file was made for another version of "
        "Boekbrug; ask whoever runs the server."
    ]


def test_names_are_compared_without_accents_case_points_and_spaces():
    assert name_key("\u00a0Accountant\u2019s  No. *") == name_key("accountant's no")
    assert [column_letters(index) for index in (0, 25, 26, 701, 702)] == [
        "A", "Z", "AA", "ZZ", "AAA"
    ]  # fmt: skip
