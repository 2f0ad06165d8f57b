"""What the files of a program leave unsaid: analytical fields (B24), cash discounts (B6)."""

import pytest
from sheet_cases import (
    CASE_CASH,
    CASH,
    LINES_CASH,
    RHEIN,
    Typed,
    blocking,
    prepared,
    warnings,
)
from third_party_support import PLAIN, part_of_page, told_plainbooks, with_facts
from workbook_support import Row

from boekbrug.server.workflow.preparation import Prepared

SALE: Row = {
    "Number": "2026/40",
    "Kind": "invoice",
    "Date": "2026-03-16",
    "Customer": "Café Déjà Vu BV",
}


def line(price: float, **more: str) -> Row:
    return {
        "Invoice": "2026/40",
        "Quantity": 1.0,
        "Unit price": price,
        "VAT": "H21",
        "Account": "700000",
        **{name.replace("_", " "): text for name, text in more.items()},
    }


def not_in_these_files(found: Prepared) -> list[str]:
    lines = part_of_page(found, "Not in these files")
    return [line.removeprefix("<li>").removesuffix("</li>") for line in lines if "<li>" in line]


COSTS = Typed(
    ({**SALE, "Cost centre": "GENT", "Document discount %": 10.0},),
    (
        line(60.0),
        line(40.0, Cost_centre="AALST", Project="P7"),
        {**line(5.0, Account="700200"), "Cost unit": "K1"},
    ),
).set(VAT_computed="on total")
NOTHING_OF_IT = (
    "found an entry, taken: nothing of it, as no file for WinBooks holds this column. "
    "Your accountant books it by hand, if it is needed."
)


def test_b24_a_program_with_cost_centres_is_told_what_each_line_holds():
    told = told_plainbooks(COSTS)
    assert told["cost_centre"] == "GENT"
    assert told["analytical"] == [
        {"account": "700000", "net": "60.00", "Cost centre": "GENT"},
        {"account": "700000", "net": "40.00", "Cost centre": "AALST", "Project": "P7"},
        {"account": "700200", "net": "5.00", "Cost centre": "GENT", "Cost unit": "K1"},
    ]


def test_b24_what_a_discount_takes_off_an_account_is_taken_off_its_cost_centres():
    told = told_plainbooks(COSTS.set(Discounts_are_booked="net in revenue"))
    assert told["revenue"] == [
        {"account": "700000", "net": "90.00"},
        {"account": "700200", "net": "4.50"},
    ]
    assert [row["net"] for row in told["analytical"]] == ["54.00", "36.00", "4.50"]


def test_b24_cost_centres_of_a_foreign_document_are_in_the_currency_of_the_books():
    dollars: Row = {"Currency": "USD", "Rate": 1.1}
    lines = (
        line(100.0, Cost_centre="GENT"),
        line(50.0),
        {**line(100.0, Cost_centre="AALST"), "Line kind": "text", "Unit price": None, "VAT": None},
    )
    told = told_plainbooks(Typed(({**SALE, **dollars},), lines))
    assert told["revenue"] == [{"account": "700000", "net": "136.36"}]
    assert [row["net"] for row in told["analytical"]] == ["90.91"]


def test_b24_fields_that_no_file_holds_are_told_once_a_column_and_on_the_page():
    found = prepared(COSTS)
    assert blocking(found) == []
    assert warnings(found) == [
        f"Invoices, row 2, Cost centre: {NOTHING_OF_IT}",
        f"Lines, row 3, Cost centre: {NOTHING_OF_IT}",
        f"Lines, row 3, Project: {NOTHING_OF_IT}",
        f"Lines, row 4, Cost unit: {NOTHING_OF_IT}",
    ]
    assert not_in_these_files(found) == [
        "Cost centre: the sheet names one in 1 document.",
        "Cost unit: the sheet names one in 1 document.",
        "Project: the sheet names one in 1 document.",
    ]
    many = Typed((SALE,), tuple(line(1.0, Cost_centre=place) for place in ("A", "B", "C")))
    assert warnings(prepared(many)) == [
        f"Lines, rows 2-4 (3 lines), Cost centre: {NOTHING_OF_IT}",
    ]


def test_b24_the_page_is_silent_where_everything_is_told():
    found = prepared(COSTS, program="plain", programs=PLAIN)
    assert not_in_these_files(found) == []
    assert not_in_these_files(prepared(Typed((SALE,), (line(60.0),)))) == []


def test_b6_a_program_with_cash_discounts_is_told_the_lower_base_and_the_terms():
    told = told_plainbooks(CASE_CASH)
    assert (told["net"], told["gross"], told["cash_discount"]) == ("1000.00", "1205.80", ["2", 8])
    assert [(row["base"], row["vat"]) for row in told["vat"]] == [("980.00", "205.80")]


def test_b6_a_program_that_cannot_be_told_the_lower_base_refuses_the_document():
    programs = with_facts(tells_vat_base=False)
    assert blocking(prepared(CASE_CASH, program="plain", programs=programs)) == [
        "Invoices, row 2, Cash discount %: found a cash discount that lowers the base of VAT by "
        "20.00, allowed: none, as Plainbooks cannot be told a base that is lower than the net. "
        "Put the document on hold and have it booked by hand; ask your accountant."
    ]


def test_b6_a_program_without_that_fact_still_takes_a_discount_that_lowers_nothing():
    programs = with_facts(tells_vat_base=False, tells_cash_discount=False)
    whole = CASE_CASH.set(Cash_discount_lowers_the_VAT_base="no")
    found = prepared(whole, program="plain", programs=programs)
    assert blocking(found) == []
    assert warnings(found) == [
        "Invoices, row 2, Cash discount %: found an offered cash discount, taken: VAT on the "
        "whole; no file for Plainbooks holds the discount and its days. Your accountant books it "
        "when somebody pays early."
    ]


@pytest.mark.parametrize("program", ["winbooks", "journal_csv"])
def test_b6_the_page_says_that_the_discount_and_its_days_are_not_in_the_files(program: str):
    assert not_in_these_files(prepared(CASE_CASH, program=program)) == [
        "Cash discount: offered in 1 document (2026/40). Where it lowers the VAT, the base and "
        "the VAT in the files are the lower ones; the discount and its days are to be booked when "
        "somebody pays early."
    ]


def test_b6_a_german_seller_owes_vat_on_the_whole_and_the_terms_are_all_that_is_told():
    sold: Row = {**CASH, "Customer": "Rhein Logistik GmbH"}
    told = told_plainbooks(Typed((sold,), LINES_CASH, (RHEIN,)), country="DE")
    assert (told["net"], told["gross"], told["cash_discount"]) == ("1000.00", "1210.00", ["2", 8])
    assert [(row["base"], row["vat"]) for row in told["vat"]] == [("1000.00", "210.00")]


def test_b6_a_discount_of_an_amount_is_told_in_its_own_column():
    amount: Row = {"Cash discount amount": 20.0, "Cash discount %": None}
    [told] = warnings(prepared(Typed(({**CASH, **amount},), LINES_CASH)))
    assert told.startswith("Invoices, row 2, Cash discount amount: found an offered cash discount")
