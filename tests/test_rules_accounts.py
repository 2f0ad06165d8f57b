"""Which accounts the lines of a document are booked on, and which they are not."""

from dataclasses import replace
from datetime import date

import pytest
from bookkeeping_support import (
    ACCOUNTS,
    CASE_A,
    CODES,
    SETTINGS,
    booked,
    customer,
    document,
    line,
    only,
    planned,
    revenue,
    said,
    workbook,
)

from boekbrug.server.bookkeeping.terms import (
    AccountKind,
    LineKind,
)


def test_what_does_not_fit_an_account_is_named():
    accounts = ACCOUNTS | {
        "700000": replace(
            ACCOUNTS["700000"],
            allowed_vat_codes=("L6", "M12"),
            cost_centre_required=True,
            valid_from=date(2026, 4, 1),
        )
    }
    plan = planned(
        workbook(document("2026/18", line("1.00", kind=LineKind.DEPOSIT)), accounts=accounts)
    )
    assert said((*plan.blocking, *plan.warnings)) == [
        "Lines, row 2, VAT: found VAT code H21 on account 700000, allowed: L6, M12 on that "
        "account, as tab Accounts says. Correct the code or the account.",
        "Lines, row 2, Cost centre: found nothing, allowed: a cost centre, which account 700000 "
        "needs. Write it in this row.",
        "Lines, row 2, Account: found account 700000 on 16 March 2026, allowed: an account that is "
        "valid on that day; see tab Accounts, row 2. Choose another account.",
        "Lines, row 2, Account: found account 700000 for a line of kind deposit, taken as it is; "
        "tab Accounts says that it is for something else. Correct the account or its kind.",
    ]


def test_the_account_of_a_line_is_its_own_then_the_codes_then_the_customers_then_the_usual():
    settings = replace(SETTINGS, default_revenue_account="700000")
    sold = [customer(default_account="700200", receivable_account="400100")]
    codes = CODES | {"H21": replace(CODES["H21"], suggested_account="700100")}
    lines = [line("1.00", "H21", ""), line("1.00", "L6", ""), line("1.00", "H21", "708000")]
    typed = document("2026/18", *lines)
    plan = planned(workbook(typed, settings=settings, customers=sold, vat_codes=codes))
    assert [one[:2] for one in revenue(only(plan))] == [
        ("700100", "H21"),
        ("708000", "H21"),
        ("700200", "L6"),
    ]
    assert only(plan).receivable_account == "400100"
    assert said(plan.warnings) == [
        "Invoices and Lines, Account: found nothing on 2 lines, taken: 700100 and 700200, as the "
        "VAT code suggests, else the customer or tab Settings."
    ]
    assert revenue(booked(typed, settings))[0][0] == "700000"


def test_accounts_that_vat_codes_alone_suggest_are_told_so():
    codes = CODES | {"H21": replace(CODES["H21"], suggested_account="700100")}
    typed = document("2026/18", line("1.00", "H21", ""))
    assert said(planned(workbook(typed, vat_codes=codes)).warnings) == [
        "Invoices and Lines, Account: found nothing on 1 line, taken: 700100, as the VAT code "
        "suggests."
    ]


@pytest.mark.parametrize("kind", [AccountKind.RECEIVABLE, AccountKind.VAT])
def test_no_line_is_booked_on_an_account_of_customers_or_of_vat(kind: AccountKind):
    accounts = ACCOUNTS | {"700100": replace(ACCOUNTS["700100"], kind=kind)}
    typed = document("2026/18", line("1.00", account="700100"))
    assert said(planned(workbook(typed, accounts=accounts)).blocking) == [
        f"Lines, row 2, Account: found account 700100, which is of kind {kind.value}, allowed: an "
        "account of revenue or of another kind that lines are booked on. Choose another account, "
        "or correct Kind in tab Accounts, row 3."
    ]


def test_a_vat_code_may_have_accounts_of_its_own():
    codes = CODES | {
        "H21": replace(CODES["H21"], vat_account="451021", vat_account_credit_notes="411021"),
        "L6": replace(CODES["L6"], vat_account="451006"),
    }
    one = booked(CASE_A, vat_codes=codes)
    assert [row.account for row in one.vat] == ["451021", "451006"]
