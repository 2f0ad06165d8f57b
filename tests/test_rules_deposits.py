"""Rule B13: what final invoices deduct of deposits, and what is not deducted yet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bookkeeping_support import (
    ACCOUNTS,
    CODES,
    MARCH,
    YEAR,
    customer,
    document,
    exported,
    history,
    key,
    line,
    only,
    planned,
    said,
    workbook,
)
from export_support import BAKERY, GARAGE, JOURNALS, invoice
from house_support import Book, Opened
from sheet_cases import ACCOUNTS as SHEET_ACCOUNTS
from sheet_cases import Typed
from third_party_support import file_of_plainbooks
from workbook_support import Row

from boekbrug.server.bookkeeping.books import Account
from boekbrug.server.bookkeeping.facts import facts_of
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Currency, Document, Workbook
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.terms import AccountKind, Kind, LineKind
from boekbrug.server.web.control_block import control_block

DEPOSITS = Account(
    origin=Origin("Accounts", 9), number="460000", name="Deposits", kind=AccountKind.DEPOSIT
)
HELD: Mapping[str, Any] = {"hold": True}


def deposit(number: str = "2026/10", price: str = "500.00", **given: Any) -> Document:
    """Return the invoice of a deposit, of 2 March, the first that the numbers know."""
    code = given.pop("code", "H21")
    given.setdefault("issued_on", date(2026, 3, 2))
    return document(number, line(price, code, "460000"), row=3, **given)


def final(price: str = "500.00", code: str = "H21", **given: Any) -> Document:
    """Return a final invoice of 16 March that deducts so much."""
    less = line(price, code, "460000", row=5, quantity=Decimal(-1))
    return document("2026/18", line("1000.00", row=4), less, row=4, **given)


def typed(*documents: Document, **given: Any) -> Workbook:
    return workbook(*documents, accounts=ACCOUNTS | {"460000": DEPOSITS}, **given)


def told(plan: Plan) -> list[str]:
    """Return what is said of deposits; numbers are missing in these sheets, and codes below 0."""
    assert said(plan.blocking) == []
    return [one for one in said(plan.warnings) if "deposits" in one]


def open_deposits(plan: Plan) -> list[tuple[str, str, str]]:
    assert plan.batch is not None
    return [(one.customer, one.vat_code, str(one.left)) for one in plan.batch.open_deposits]


def off(amount: str = "500.00", code: str = "H21", column: str = "Account") -> str:
    return (
        f"Lines, row 5, {column}: found {amount} taken off the deposits on account 460000 under "
        f"VAT code {code}, taken as it is; "
    )


def test_b13_what_was_invoiced_may_be_deducted_and_what_is_left_is_listed():
    both = typed(deposit(), final("300.00"))
    assert told(planned(both)) == []
    assert open_deposits(planned(both)) == [("Dejavu", "H21", "200.00")]
    assert open_deposits(planned(typed(deposit(), final()))) == []


def test_b13_more_than_was_invoiced_is_a_warning_with_the_figures():
    before = replace(final("200.00"), key=key("2026/17"), number="2026/17", sequence=17)
    before = replace(before, issued_on=date(2026, 3, 9), origin=Origin("Invoices", 6))
    assert told(planned(typed(deposit(), before, final("400.00")))) == [
        off("400.00") + '300.00 of "Dejavu" is left: 500.00 was invoiced and 200.00 deducted. '
        "Correct the amount, unless another deposit was booked before Boekbrug."
    ]


def test_b13_a_deposit_under_another_code_is_told():
    codes = typed(deposit(code="L6"), final(), vat_codes=CODES)
    assert told(planned(codes)) == [
        off(column="VAT") + 'the deposit of "Dejavu" that is left stands under L6. Use the VAT '
        "code of the deposit."
    ]


def test_b13_a_deposit_that_nobody_knows_may_be_one_from_before():
    nobodys = 'no deposit of "Dejavu" is known there. Correct the account or the customer, '
    nobodys += "unless it was booked before Boekbrug."
    assert told(planned(typed(final()))) == [off() + nobodys]
    held = typed(deposit(**HELD), deposit("2026/11", customer="Other"), final(), customers=OTHERS)
    assert told(planned(held)) == [off() + nobodys]
    later = deposit("2026/30", issued_on=date(2026, 3, 17))
    assert told(planned(typed(final(), later), period=YEAR)) == [off() + nobodys]


OTHERS = (customer(), customer("Other", row=3, vat_number="BE0403019261"))


def test_b13_of_one_day_the_deposit_comes_first_and_later_days_do_not_count():
    same = deposit("2026/19", issued_on=date(2026, 3, 16))
    assert told(planned(typed(final(), same))) == []
    april = deposit("2026/30", issued_on=date(2026, 4, 1))
    assert open_deposits(planned(typed(deposit(), april), period=MARCH)) == [
        ("Dejavu", "H21", "500.00")
    ]


def test_b13_a_credit_note_of_a_deposit_lowers_what_may_be_deducted():
    credit = document(
        "CN2026/1",
        line("200.00", "H21", "460000", row=8),
        row=8,
        kind=Kind.CREDIT_NOTE,
        issued_on=date(2026, 3, 5),
        is_rebate=True,
    )
    assert told(planned(typed(deposit(), credit, final()))) == [
        off() + '300.00 of "Dejavu" is left: 300.00 was invoiced and 0.00 deducted. Correct the '
        "amount, unless another deposit was booked before Boekbrug."
    ]
    # One of the final invoice gives the deposit back.
    whole = (line("1000.00"), line("500.00", "H21", "460000", quantity=Decimal(-1)))
    back = replace(credit, lines=whole, issued_on=date(2026, 3, 20))
    assert open_deposits(planned(typed(deposit(), final(), back))) == [("Dejavu", "H21", "500.00")]


def past_deposit(**given: Any) -> History:
    """Return the past of a deposit that an earlier year's sheet held."""
    old = only(planned(typed(deposit())))
    one = exported(external_id="100017", facts=facts_of(old), **given)
    return history(exported={key("2025/10"): one}, external_ids={"100017": "Dejavu"})


def test_b13_deposits_of_earlier_exports_count_though_the_sheet_lacks_them():
    past = past_deposit(issued_on=date(2025, 12, 1))
    assert told(planned(typed(final()), past=past)) == []
    [one] = told(planned(typed(final("600.00")), past=past))
    assert '500.00 of "Dejavu" is left: 500.00 was invoiced and 0.00 deducted' in one
    # By the number, whatever the customer is called by now.
    renamed = customer("Dejavu bv", external_id="100017")
    newly = typed(final(customer="Dejavu bv"), customers=[renamed])
    assert told(planned(newly, past=past)) == []


def test_b13_an_export_from_before_deposits_were_remembered_says_nothing_of_them():
    past = past_deposit(issued_on=date(2025, 12, 1))
    forgetful = {name: replace(one, facts={}) for name, one in past.exported.items()}
    [one] = told(planned(typed(final()), past=replace(past, exported=forgetful)))
    assert 'no deposit of "Dejavu" is known there' in one


def test_b13_what_an_export_took_is_not_told_again():
    past = history(exported={key(): exported()}, external_ids={"100017": "Dejavu"})
    assert told(planned(typed(deposit(), final("900.00")), past=past)) == []


def test_b13_deposits_in_another_currency_are_counted_in_it():
    dollars, fewer = (Currency("USD", Decimal(rate)) for rate in ("1.10", "1.25"))
    same = typed(deposit(currency=dollars), final(currency=fewer))
    assert told(planned(same)) == []
    booked = only(planned(typed(deposit(currency=dollars))))
    assert facts_of(booked)["deposits"] == [["460000", "H21", "USD", "500.00"]]
    [one] = told(planned(typed(deposit(currency=dollars), final())))
    assert 'no deposit of "Dejavu" is known there' in one


def test_b13_deposits_are_those_of_whom_the_documents_are_booked_on():
    merged = (customer(merged_into="Other"), OTHERS[1])
    both = typed(deposit(customer="Other"), final(), customers=merged)
    assert told(planned(both)) == []


def test_b13_without_an_account_of_deposits_nothing_is_counted():
    plan = planned(workbook(deposit(), final("900.00")))
    assert told(plan) == []
    assert open_deposits(plan) == []
    text = line("0.00", "", "", kind=LineKind.TEXT, row=9)
    assert told(planned(typed(document("2026/18", line("10.00"), text)))) == []


def test_b13_a_program_is_told_which_rows_are_deposits_and_what_is_left_of_them():
    sale: Row = {
        "Number": "2026/40",
        "Kind": "invoice",
        "Date": "2026-03-16",
        "Customer": "Café Déjà Vu BV",
    }
    row: Row = {"Invoice": "2026/40", "Quantity": 1.0, "Unit price": 500.0, "VAT": "H21"}
    paid: Row = {**row, "Account": "460000", "Line kind": "deposit"}
    known = (*SHEET_ACCOUNTS.values(), {"Number": "460000", "Name": "D", "Kind": "deposit"})
    file = file_of_plainbooks(Typed((sale,), (paid,), accounts=known))
    assert file["documents"][0]["revenue"] == [
        {"account": "460000", "net": "500.00", "is_deposit": True}
    ]
    assert file["open_deposits"] == [["Café Déjà Vu BV", "500.00"]]


PAID = {**invoice("2026/1", 500.0), "Account": "460000"}


def add_account(book: Book) -> None:
    with book.edited() as file:
        file["Accounts"].append(["460000", "Deposits", "deposit"])


def test_b13_the_house_lists_what_is_left_and_remembers_it_when_the_row_is_gone(opened: Opened):
    book = opened(customers=[GARAGE, BAKERY], invoices=[PAID], settings=JOURNALS)
    add_account(book)
    run = book.export()
    assert run.sentence.startswith("Export 1 is ready: 1 invoice.")
    left = ("Deposit not deducted", "500.00", "Garage Maes, account 460000, VAT code H21")
    assert left in [row[:3] for row in book.table("Check")]
    content = book.house.service.records.controls.of(run.id)
    block = control_block(content, "en", has_files=True)
    assert block is not None
    [table] = [one for one in block.tables if one.title == "Deposits not deducted yet"]
    assert [cell.text for cell in table.headers][-3:] == ["Invoiced", "Deducted", "Left"]
    assert [cell.text for cell in table.rows[0]] == [
        *("Garage Maes", "460000", "H21", "", "500.00", "0.00", "500.00"),
    ]
    with book.edited() as file:
        file["Invoices"].delete_rows(2)
        file["Invoices"].append(["2026/2", "invoice", date(2026, 9, 20), None, "Garage Maes"])
        file["Lines"].append(["2026/2", "", 1, 1000, None, "H21", "700000"])
        file["Lines"].append(["2026/2", "", -1, 600, None, "H21", "460000"])
    book.check()
    [said_of_it] = [row[2:4] for row in book.table("Check") if "deposits" in str(row[2])]
    assert said_of_it == (
        "600.00 taken off the deposits on account 460000 under VAT code H21",
        'taken as it is; 500.00 of "Garage Maes" is left: 500.00 was invoiced and 0.00 deducted',
    )
