"""The worked cases from the sheet to the bytes of WinBooks, and every error that they name."""

from dataclasses import replace

import pytest
from programs_support import assert_golden
from sheet_cases import (
    CASE_A,
    CASE_B,
    CASE_B_REST,
    CASE_C,
    CASE_CASH,
    INVOICE_C,
    LINES_C,
    RHEIN,
    THE_THIRD,
    Typed,
    blocking,
    consulting,
    files,
    prepared,
    travel,
    warnings,
)
from winbooks_cases import CASE_A_AMOUNTS_ON_TOTAL, CASE_A_ROWS, CASE_B_ROWS, CASE_C_ROWS
from winbooks_support import rows, table
from workbook_support import Row

from boekbrug.adapters.programs.winbooks_rows import ACT, CSF
from boekbrug.server.bookkeeping.controls import controls
from boekbrug.server.bookkeeping.sales_lists import ec_sales_list
from boekbrug.server.bookkeeping.terms import SalesList
from boekbrug.server.workbook.cells import Cell

ON_TOTAL = "on total"
FIRST_QUARTER: Row = {**INVOICE_C, "Period": "2026-Q1"}
SHEETS = {
    "sheet_case_a_on_lines": CASE_A,
    "sheet_case_a_on_total": CASE_A.set(VAT_computed=ON_TOTAL),
    "sheet_case_a_net_in_revenue": CASE_A.set(Discounts_are_booked="net in revenue"),
    "sheet_case_b": CASE_B_REST,
    "sheet_case_c": CASE_C,
    "sheet_case_cash_discount": CASE_CASH,
}


def act(typed: Typed) -> list[dict[str, str]]:
    _, documents = files(prepared(typed))
    return rows(documents.content, ACT)


def boxes(typed: Typed) -> dict[str, str]:
    (told,) = prepared(typed).told
    return {one.box: str(one.amount) for one in controls(told.batch).boxes}


def of(number: str, found: list[dict[str, str]]) -> list[dict[str, str]]:
    return [row for row in found if row["DOCNUMBER"] == number]


def german(vat_number: Cell) -> Typed:
    return replace(CASE_C, customers=({**RHEIN, "VAT number": vat_number},))


@pytest.mark.parametrize("name", SHEETS)
def test_each_case_gives_its_golden_files(name: str):
    assert_golden(f"winbooks/{name}", files(prepared(SHEETS[name])))


def test_case_a_is_booked_on_lines_row_by_row():
    found = act(CASE_A)
    assert table(found) == CASE_A_ROWS
    first = {"DUEDATE": "20260415", "COMMENTEXT": "202600001812", "VATTAX": "125.40"}
    assert found[0].items() >= first.items()
    assert {row["PERIOD"] for row in found} == {"03"}
    assert {row["PERIOD"] for row in act(CASE_A.set(Periods="quarters"))} == {"01"}


def test_case_a_on_total_and_netted_differ_as_worked_out():
    on_total = act(CASE_A.set(VAT_computed=ON_TOTAL))
    assert [row["AMOUNTEUR"] for row in on_total] == CASE_A_AMOUNTS_ON_TOTAL
    netted = act(CASE_A.set(Discounts_are_booked="net in revenue"))
    assert [(row["ACCOUNTGL"], row["AMOUNTEUR"]) for row in netted] == [
        ("400000", "828.21"),
        ("700000", "-504.16"),
        ("700200", "-50.61"),
        ("700100", "-148.04"),
        ("451000", "-8.89"),
        ("451000", "-116.51"),
    ]


def test_case_b_credits_in_two_parts_and_the_customer_ends_at_zero():
    found = act(CASE_B_REST)
    part, rest = of("20260003", found), of("20260004", found)
    assert table(part) == CASE_B_ROWS
    assert table(rest) == [
        ("1", "001", "", "400000", "100001", "-531.89", "453.84", "", ""),
        ("3", "002", "", "700000", "", "297.00", "", "", "211400"),
        ("3", "003", "", "700200", "", "52.18", "", "", "211400"),
        ("3", "004", "", "700100", "", "118.70", "", "", "211200"),
        ("3", "005", "", "708000", "", "-10.48", "", "", "211400"),
        ("3", "006", "", "708000", "", "-3.56", "", "", "211200"),
        ("3", "VAT", "FIXED", "451000", "", "6.92", "115.14", "211200", ""),
        ("3", "VAT", "FIXED", "451000", "", "71.13", "338.70", "211400", ""),
    ]
    assert part[0].items() >= {"DUEDATE": "20260407", "VATTAX": "47.35", "PERIOD": "04"}.items()
    assert {row["COMMENT"] for row in part} == {"Creditnota CN2026/3 op 2026/18"}
    assert {row["DBKCODE"] + row["DBKTYPE"] for row in part} == {"VERKCN3"}


def test_case_b_by_the_quarter_is_booked_in_its_own_and_not_in_the_invoices():
    found = act(CASE_B.set(Periods="quarters"))
    assert {(row["DOCNUMBER"], row["PERIOD"]) for row in found} == {
        ("20260018", "01"),
        ("20260003", "02"),
    }


def test_case_b_leaves_no_cent_when_vat_is_rounded_on_the_total():
    found = act(CASE_B_REST.set(VAT_computed=ON_TOTAL))
    assert [row["AMOUNTEUR"] for row in found if row["DOCTYPE"] == "1"] == [
        *("828.19", "-296.31", "-531.88"),
    ]
    assert warnings(prepared(CASE_B_REST.set(VAT_computed=ON_TOTAL))) == []


def test_case_b_says_why_the_last_one_takes_6_92():
    assert (
        "Invoices, row 4, Credits: found VAT 6.91 for L6, computed, taken: 6.92, which is what "
        "remains of the invoice's VAT, so that the customer ends at 0.00."
    ) in warnings(prepared(CASE_B_REST))


def test_case_b_a_third_credit_note_is_refused():
    third = Typed(
        (*CASE_B_REST.invoices, THE_THIRD),
        (*CASE_B_REST.lines, consulting("CN2026/5", 7), travel("CN2026/5")),
    )
    assert blocking(prepared(third)) == [
        "Invoices, row 5, Credits: found 554.77 credited under VAT code H21, allowed: at most "
        "0.00, as 554.77 was invoiced and 554.77 is credited already. Correct the lines, or name "
        "the right invoice."
    ]


def test_case_b_needs_a_journal_of_its_own_in_winbooks():
    assert blocking(prepared(CASE_B.set(Credit_note_journal="VERKP"))) == [
        'Settings, row 3, Credit note journal: found "VERKP", allowed: another journal than that '
        "of the invoices. In WinBooks a journal holds sales or credit notes, never both."
    ]


def test_case_c_has_one_row_for_its_base_and_none_for_the_disbursement():
    customers, _ = files(prepared(CASE_C))
    found = act(CASE_C)
    assert table(found) == CASE_C_ROWS
    assert rows(customers.content, CSF) == [
        {
            "NUMBER": "100007",
            "TYPE": "1",
            "NAME1": "Rhein Logistik GmbH",
            "VATCAT": "1",
            "COUNTRY": "DE",
            "VATNUMBER": "136695976",
            "PAYCODE": "30",
            "CENTRAL": "400000",
            "CURRENCY": "EUR",
        }
    ]


def test_case_c_is_booked_in_its_own_quarter_with_a_warning_or_where_period_says():
    late = prepared(CASE_C)
    assert warnings(late) == [
        "Invoices, row 2, Supply date: found a service of 27 March 2026 invoiced on 2 April 2026, "
        "taken as it is; its VAT belongs to 2026-Q1. Write 2026-Q1 in a column Period to book it "
        "there."
    ]
    moved = replace(CASE_C, invoices=(FIRST_QUARTER,))
    assert warnings(prepared(moved)) == []
    assert [{row["PERIOD"] for row in act(one)} for one in (CASE_C, moved)] == [{"02"}, {"01"}]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            german(None),
            "Customers, row 2, VAT number: found nothing, allowed: the VAT number of another EU "
            "member state for VAT code IC-S (EU services). Correct it, or the VAT code of invoice "
            "2026/31.",
        ),
        (
            german("BE0428759497"),
            'Customers, row 2, VAT number: found "BE0428759497", allowed: a number of DE, the '
            "customer's country. Correct the number; or write the country of the number in "
            "Country, where the customer is registered there.",
        ),
        (
            german("DE136695975"),
            'Customers, row 2, VAT number: found "DE136695975", allowed: a German VAT number with '
            "a right check digit, like DE136695976.",
        ),
        (
            replace(CASE_C, lines=({**LINES_C[0], "VAT": 0.0}, *LINES_C[1:])),
            "Lines, row 2, VAT: found 0, allowed: 21, 6, or a code of tab VAT (IC-S, OUT). 0 may "
            "be IC-S, OUT: write the one that is meant.",
        ),
        (
            replace(CASE_C, invoices=(FIRST_QUARTER,)).set(Closed_up_to="2026-03-31"),
            "Invoices, row 2, Period: found 2026-Q1, allowed: a period after 31 March 2026, up to "
            "which the books are closed. Give it a later date or period, or ask your accountant "
            "to open the period and correct Closed up to in tab Settings.",
        ),
    ],
    ids=["no number", "a Belgian number", "a wrong check digit", "a bare 0", "a closed period"],
)
def test_case_c_refuses_what_is_wrong_in_one_sentence(typed: Typed, sentence: str):
    assert blocking(prepared(typed)) == [sentence]


def test_each_case_goes_into_its_boxes_of_the_return():
    case_a = {"01": "148.04", "03": "554.77", "54": "125.40"}
    assert boxes(CASE_A) == case_a
    assert boxes(CASE_B) == case_a | {"49": "248.97", "64": "47.35"}
    assert boxes(CASE_B_REST) == case_a | {"49": "702.81", "64": "125.40"}
    assert boxes(CASE_C) == {"44": "1226.40"}
    assert boxes(CASE_CASH) == {"03": "980.00", "54": "205.80"}


def test_case_c_stands_in_the_sales_list_without_its_disbursement():
    (told,) = prepared(CASE_C).told
    [row] = ec_sales_list(told.batch)
    found = (row.period.name, row.letter, row.vat_number, str(row.base))
    assert found == ("2026-Q2", SalesList.SERVICES, "DE136695976", "1226.40")


def test_a_cash_discount_lowers_the_base_and_neither_revenue_nor_the_cents():
    found = prepared(CASE_CASH)
    assert table(act(CASE_CASH)) == [
        ("1", "001", "", "400000", "100001", "1205.80", "980.00", "", ""),
        ("3", "002", "", "700000", "", "-1000.00", "", "", "211400"),
        ("3", "VAT", "FIXED", "451000", "", "-205.80", "980.00", "211400", ""),
    ]
    assert warnings(found) == [
        "Invoices, row 2, Cash discount %: found an offered cash discount, taken: the lower base "
        "and VAT; no file for WinBooks holds the discount and its days. Your accountant books it "
        "when somebody pays early."
    ]


def test_the_order_of_the_rows_changes_no_byte():
    turned = replace(
        CASE_B_REST, invoices=CASE_B_REST.invoices[::-1], lines=CASE_B_REST.lines[::-1]
    )
    assert files(prepared(turned)) == files(prepared(CASE_B_REST))
