from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bookkeeping_support import (
    MARCH,
    SETTINGS,
    customer,
    document,
    exported,
    history,
    line,
    planned,
    workbook,
)

from boekbrug.server.bookkeeping.model import DocumentKey, UnreadableRow
from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.selection import select
from boekbrug.server.bookkeeping.terms import Selection

WRONG: dict[str, Any] = {"found": '"x"', "allowed": "something else"}


def unreadable(**given):
    values: dict[str, Any] = {
        "origin": Origin("Invoices", 9),
        "number": "2026/9",
        "issued_on": date(2026, 3, 9),
    }
    return UnreadableRow(**(values | given))


def state_of(row, **given):
    typed = workbook(unreadable=(row,), settings=replace(SETTINGS, **given))
    (state,) = select(typed, history(), MARCH, Selection.NEW).rows
    return state.state, state.selected


def test_an_error_blocks_where_the_export_uses_the_row_and_waits_elsewhere():
    rows = {"Invoices": 2, "Lines": 3, "Customers": 2, "VAT": 2, "Accounts": 2}
    used = [Problem(tab=tab, rows=(row,), **WRONG) for tab, row in rows.items()]
    unused = [Problem(tab=tab, rows=(77,), **WRONG) for tab in rows]
    typed = workbook(document("2026/18", line("1", row=3)), problems=(*used, *unused))
    plan = planned(typed)
    assert list(plan.blocking) == used
    assert list(plan.later) == unused


def used_by(one, **typed):
    return select(workbook(one, **typed), history(), MARCH, Selection.NEW).used


def test_the_account_that_a_line_is_booked_on_is_a_used_row_wherever_it_comes_from():
    empty = document("2026/18", line("1", account=""))
    code = replace(workbook().vat_codes["H21"], suggested_account="700100")
    assert ("Accounts", 3) in used_by(empty, vat_codes={"H21": code})
    default = replace(SETTINGS, default_revenue_account="700200")
    assert ("Accounts", 4) in used_by(empty, settings=default)
    of_customer = (customer(default_account="700100"),)
    assert ("Accounts", 3) in used_by(empty, customers=of_customer, settings=default)


def test_the_account_of_discounts_is_a_used_row_where_a_document_has_one():
    assert ("Accounts", 5) not in used_by(document())
    assert ("Accounts", 5) in used_by(document(discount_percent=Decimal(3)))
    assert ("Accounts", 5) in used_by(document(discount_amount=Decimal("5.00")))


def test_the_customer_that_a_document_is_booked_on_is_a_used_row():
    branch = customer(row=2, merged_into="Holding")
    everybody = (branch, customer("Holding", row=9))
    assert {("Customers", 2), ("Customers", 9)} <= used_by(document(), customers=everybody)


def test_settings_and_whole_tabs_concern_every_export():
    everywhere = (
        Problem(tab="Settings", rows=(4,), column="Language", **WRONG),
        Problem(tab="Lines", column="Invoice", **WRONG),
    )
    assert planned(workbook(document(), problems=everywhere)).blocking == everywhere


def test_a_line_that_names_no_invoice_might_belong_to_any():
    problem = Problem(tab="Lines", rows=(8,), column="Invoice", **WRONG)
    typed = workbook(document(), problems=(problem,), orphans=(Origin("Lines", 8),))
    assert planned(typed).blocking == (problem,)


def test_a_row_that_cannot_be_read_might_belong_to_the_export():
    assert state_of(unreadable()) == (State.TO_FIX, True)
    assert state_of(unreadable(issued_on=None, number=None)) == (State.TO_FIX, True)


def test_a_row_that_cannot_be_read_stays_out_when_what_is_readable_says_so():
    assert state_of(unreadable(hold=True)) == (State.ON_HOLD, False)
    assert state_of(unreadable(issued_on=date(2026, 4, 1))) == (State.TO_FIX, False)
    assert state_of(unreadable(), first_document_on=date(2026, 3, 10)) == (
        State.BEFORE_BOEKBRUG,
        False,
    )


def test_a_row_that_was_exported_and_then_broken_is_exported():
    key = DocumentKey("invoice:", "", "2026/9")
    past = history(exported={key: exported()})
    broken = unreadable(key=key)
    (row,) = select(workbook(unreadable=(broken,)), past, MARCH, Selection.NEW).rows
    assert (row.state, row.selected, row.batch, row.exported_on) == (
        State.EXPORTED,
        False,
        3,
        "2026-04-01",
    )


def test_the_problems_of_an_unreadable_row_and_its_lines_block():
    row = unreadable(lines=(Origin("Lines", 5),))
    problems = tuple(
        Problem(tab=tab, rows=(n,), **WRONG) for tab, n in (("Invoices", 9), ("Lines", 5))
    )
    assert planned(workbook(unreadable=(row,), problems=problems)).blocking == problems
