"""What stands below a header that nobody knows is missed by nobody: headers are told."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from workbook_support import Rows, errors, invoice, read, settings, sheet, tab, warnings

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cell, CellError, Cells
from boekbrug.server.workbook.first_sheet import FIRST_COLUMNS
from boekbrug.server.workbook.shape import Shape

LINE: Mapping[str, Cell] = {
    "Invoice": "2026/18",
    "Description": "Hours",
    "Quantity": 8.0,
    "Unit price": 50.0,
    "Discount %": 10.0,
    "VAT": "H21",
    "Account": None,
}
INVOICE = dict.fromkeys(FIRST_COLUMNS["Invoices"]) | dict(invoice())


def renamed(row: Mapping[str, Cell], **names: str) -> Rows:
    """Return one row with other headers over its cells; _ stands for a space, pc for %."""
    told = {name.replace("_", " ").replace("pc", "%"): other for name, other in names.items()}
    return {2: {told.get(header, header): cell for header, cell in row.items()}}


def with_tab(title: str, rows: Rows) -> Cells:
    """Return a sheet with one tab that has the headers of its rows and no others."""
    others = (one for one in sheet().tabs if one.title != title)
    return Cells((*others, tab(title, rows)))


def of_lines(rows: Rows) -> list[str]:
    return [one for one in errors(with_tab("Lines", rows)) if "row" not in one.partition(":")[0]]


@pytest.mark.parametrize("header", ["Hours", "Pcs", "#", "No. of hours", "Amount of it"])
def test_a_quantity_below_another_header_is_asked_for(header: str):
    assert of_lines(renamed(LINE, Quantity=header)) == [
        f'Lines, C1: found "{header}" above 1 filled cell, needed a column Quantity. Give C1 the '
        "name Quantity; or, if it is a column of your own, add a column Quantity (it may stay "
        "empty)."
    ]


def test_the_same_is_said_in_dutch():
    cells = with_tab("Lines", renamed(LINE, Quantity="Uren"))
    (found,) = [one for one in read(cells).workbook.problems if one.code == "renamed-header"]
    assert in_language(sentence(found), "nl") == (
        'Lines, C1: gevonden "Uren" boven 1 gevulde cel, nodig: een kolom Aantal. Geef C1 de naam '
        "Aantal; of, als het een kolom van uzelf is, voeg een kolom Aantal toe (ze mag leeg "
        "blijven)."
    )


def test_a_header_that_was_emptied_is_one_that_nobody_knows():
    assert of_lines(renamed(LINE, Discount_pc="")) == [
        "Lines, E1: found no header above 1 filled cell, needed a column Discount %. Give E1 the "
        "name Discount %; or, if it is a column of your own, add a column Discount % (it may stay "
        "empty)."
    ]


def test_the_filled_cells_are_counted_and_a_box_that_is_not_ticked_is_none():
    rows: Rows = {
        row: {("Waiting" if header == "Hold" else header): cell for header, cell in one.items()}
        for row, one in {
            2: INVOICE | {"Hold": True},
            3: INVOICE | {"Number": "2026/19", "Hold": False},
            4: INVOICE | {"Number": "2026/20", "Hold": True},
        }.items()
    }
    assert errors(with_tab("Invoices", rows)) == [
        'Invoices, L1: found "Waiting" above 2 filled cells, needed a column Hold. Give L1 the '
        "name Hold; or, if it is a column of your own, add a column Hold (it may stay empty)."
    ]
    assert errors(with_tab("Invoices", {2: rows[3]})) == []


def test_a_total_that_was_printed_is_asked_for():
    row = INVOICE | {"Total as printed": 999.0}
    assert errors(with_tab("Invoices", renamed(row, Total_as_printed="Total incl. VAT"))) == [
        'Invoices, J1: found "Total incl. VAT" above 1 filled cell, needed a column Total as '
        "printed. Give J1 the name Total as printed; or, if it is a column of your own, add a "
        "column Total as printed (it may stay empty)."
    ]


def test_several_are_one_sentence():
    assert of_lines(renamed(LINE, Quantity="Hours", Discount_pc="Promo")) == [
        'Lines, C1, E1: found "Hours", "Promo" above filled cells, needed the columns Quantity, '
        "Discount %. Give each of these cells the name of what it holds; of what none of them "
        "holds, add the column (it may stay empty)."
    ]
    more = {**LINE, "Kilometres": 3.0}
    assert of_lines(renamed(more, Quantity="Hours")) == [
        'Lines, C1, H1: found "Hours", "Kilometres" above filled cells, needed a column Quantity. '
        "Give each of these cells the name of what it holds; of what none of them holds, add the "
        "column (it may stay empty)."
    ]


@pytest.mark.parametrize("cell", ["by phone", "n/a"])
def test_a_column_that_can_be_no_quantity_is_peoples_own(cell: str):
    lines = {name: one for name, one in LINE.items() if name != "Quantity"}
    assert of_lines({2: {**lines, "Our remark": cell}}) == []
    assert len(of_lines({2: {**lines, "Our remark": CellError("#REF!")}})) == 1


@pytest.mark.parametrize("name", FIRST_COLUMNS)
def test_a_sheet_with_all_first_columns_has_any_columns_of_its_own(name: str):
    own: dict[str, Cell] = {"Hours": 8.0, "Our remark": "x", "Paid": True, "": 3.0}
    given = {"Lines": LINE, "Invoices": INVOICE}.get(name, {})
    columns: dict[str, Cell] = {**dict.fromkeys(FIRST_COLUMNS[name]), **given, **own}
    found = read(with_tab(name, {2: columns})).workbook.problems
    assert [one.code for one in found if not one.rows] == []


def test_a_column_that_stands_apart_without_header_is_no_columns_of_the_table():
    lines = {name: cell for name, cell in LINE.items() if name != "Quantity"}
    apart: Rows = {2: {**lines, " ": None, "": 8.0}}
    assert of_lines(apart) == []


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Discout %", "Discount %"),
        ("Quantity (pcs)", "Quantity"),
        ("Quantity [x]", "Quantity"),
        ("Discount % €", "Discount %"),
        ("Account EUR", "Account"),
    ],
)
def test_a_header_that_is_nearly_ours_is_named(header: str, column: str):
    lines = {name: cell for name, cell in LINE.items() if name != column}
    assert of_lines({2: {**lines, header: 5.0}}) == [
        f'Lines, G1: found "{header}", allowed: "{column}". Correct the header; or, if it is a '
        f"column of your own, add a column {column} (it may stay empty)."
    ]


def test_a_header_that_has_to_be_there_is_no_column_of_their_own():
    assert errors(with_tab("Customers", {2: {"Custom": "Garage Maes", "Kind": "company"}}))[0] == (
        'Customers, A1: found "Custom", allowed: "Customer". Correct the header.'
    )


def test_a_further_column_with_a_slip_in_its_header_is_named():
    row = INVOICE | {"Document discout %": 5.0}
    assert errors(with_tab("Invoices", {2: row})) == [
        'Invoices, Q1: found "Document discout %", allowed: "Document discount %". Correct the '
        "header; or, if it is a column of your own, add a column Document discount % (it may stay "
        "empty)."
    ]


def test_a_header_with_a_slip_is_named_beside_the_column_that_it_is_less_like():
    row = INVOICE | {"Document discount amount": None, "Document discouxnt %": 5.0}
    assert [one.partition(". ")[0] for one in errors(with_tab("Invoices", {2: row}))] == [
        'Invoices, R1: found "Document discouxnt %", allowed: "Document discount %"'
    ]
    beside = INVOICE | {"Document discount %": None, "Document discount amounts": 5.0}
    assert [one.partition(". ")[0] for one in errors(with_tab("Invoices", {2: beside}))] == [
        'Invoices, R1: found "Document discount amounts", allowed: "Document discount amount"'
    ]


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("Invoices", "Betaald"),
        ("Invoices", "Paid"),
        ("Customers", "Adres"),
        ("Customers", "Nummer"),
        ("Customers", "Btw-plichtig"),
        ("Customers", "Contract"),
        ("Customers", "Address 3"),
    ],
)
def test_a_column_of_their_own_that_is_only_like_one_of_ours_is_left_alone(title: str, header: str):
    given = {"Invoices": INVOICE}.get(title, {"Customer": "Garage Maes", "Kind": "company"})
    row = {**dict.fromkeys(FIRST_COLUMNS[title]), **given, header: "x"}
    cells = with_tab(title, {2: row})
    assert (errors(cells), warnings(cells)) == ([], [])


def test_a_header_with_a_hyphen_less_is_told_and_stops_nothing():
    cells = with_tab("Lines", {2: {**LINE, "Btw bedrag": 75.6}})
    assert [one for one in warnings(cells) if one.startswith("Lines")] == [
        'Lines, H1: found "Btw bedrag", read as a column of your own. Nothing of it is used; if '
        "it is VAT amount, give it that name."
    ]


def test_settings_without_the_header_of_their_values_are_not_read_as_empty():
    rows = {row: {"Setting": one["Setting"], "Answer": one["Value"]}
            for row, one in settings(Language="en", VAT_computed="on total").items()}  # fmt: skip
    assert errors(with_tab("Settings", rows)) == [
        "Settings, Value: found no column with this header, allowed: one, with its header in row "
        "1. Write the header there; the order of the columns does not matter."
    ]


def merged(cells: Cells, title: str, area: tuple[int, int, int, int]) -> Cells:
    tabs = (
        replace(one, shape=Shape(merges=(area,))) if one.title == title else one
        for one in cells.tabs
    )
    return Cells(tuple(tabs))


def test_merged_headers_are_to_be_unmerged_before_one_can_be_written():
    row = {"Number": "2026/18", "": "invoice", "Date": "2026-03-16", "Customer": "Garage Maes"}
    cells = with_tab("Invoices", {2: row})
    other = tab("Invoices", {2: row}, tuple(row))
    cells = Cells(tuple(other if one.title == "Invoices" else one for one in cells.tabs))
    found = read(merged(cells, "Invoices", (1, 1, 1, 2))).workbook.problems
    (one,) = [one for one in found if one.code == "merged-headers"]
    assert sentence(one) == (
        "Invoices, A1:B1: found merged cells over the headers, allowed: a cell for each header. "
        "Unmerge them, then write above its own column: Kind."
    )
    assert not any(one.code in {"missing-header", "renamed-header"} for one in found)


def test_merged_cells_below_the_headers_or_over_all_that_is_needed_are_no_problem_of_headers():
    for area in ((2, 1, 2, 2), (1, 1, 1, 2)):
        found = read(merged(with_tab("Lines", {2: LINE}), "Lines", area)).workbook.problems
        assert not any(one.code == "merged-headers" for one in found)


def test_merged_cells_elsewhere_hide_no_header_that_is_missing():
    lines = {name: cell for name, cell in LINE.items() if name != "Unit price"}
    for area in ((2, 1, 2, 2), (1, 9, 1, 10)):
        found = read(merged(with_tab("Lines", {2: lines}), "Lines", area)).workbook.problems
        assert [one.code for one in found if one.tab == "Lines" and not one.rows] == [
            "missing-header"
        ]
