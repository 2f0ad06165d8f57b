"""What an export takes, numbers, charges and writes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bookkeeping_support import (
    CASE_A,
    MARCH,
    SETTINGS,
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

from boekbrug.server.bookkeeping.plan import State
from boekbrug.server.bookkeeping.terms import CustomerExport, Kind, Selection, Treatment

IN_EXPORT_3 = exported()


# --- what is taken --------------------------------------------------------------------------


def test_every_row_has_a_state_and_a_reason_when_it_stays_out():
    typed = workbook(
        document("2026/1", row=2, issued_on=date(2026, 1, 5)),
        document("2026/2", row=3, issued_on=date(2026, 2, 5)),
        document("2026/3", row=4, hold=True),
        document("2026/4", row=5, customer="Maes"),
        document("2026/5", row=6),
        document("2026/6", row=7),
        customers=[customer(), customer("Maes", row=3, hold=True)],
        settings=replace(SETTINGS, first_document_on=date(2026, 2, 1)),
    )
    past = {key("2026/6"): IN_EXPORT_3}
    plan = planned(typed, past=history(exported=past))
    assert [(row.number, row.state, row.selected, row.reason) for row in plan.rows] == [
        ("2026/1", State.BEFORE_BOEKBRUG, False, "before 2026-02-01, the first document date"),
        ("2026/2", State.NEW, False, "outside 2026-03-01 to 2026-03-31"),
        ("2026/3", State.ON_HOLD, False, "on hold"),
        ("2026/4", State.ON_HOLD, False, 'customer "Maes" is on hold'),
        ("2026/5", State.NEW, True, ""),
        ("2026/6", State.EXPORTED, False, "export 3 of 2026-04-01"),
    ]


def test_all_takes_what_was_exported_before_and_charges_nothing_again():
    past = history(exported={key(): IN_EXPORT_3}, charged=frozenset({key()}))
    plan = planned(workbook(document()), past=past, selection=Selection.ALL)
    assert only(plan).key == key()
    assert (plan.charges, plan.fee) == ((), Decimal("0.00"))


def test_the_same_content_is_the_stored_batch_and_needs_no_balance():
    first = planned(workbook(document()))
    past = history(batches={first.content_digest: 7}, balance=Decimal("0.00"))
    again = planned(workbook(document()), past=past, selection=Selection.ALL)
    assert (again.stored_batch, again.blocking) == (7, ())
    assert planned(workbook(document()), past=past).stored_batch == 0


# --- fee, numbers, customers ----------------------------------------------------------------


def test_an_invoice_costs_12_cents_and_a_credit_note_nothing():
    note = document("CN2026/3", kind=Kind.CREDIT_NOTE, row=3)
    plan = planned(workbook(document(), note))
    assert {charge.key: charge.amount_eur for charge in plan.charges} == {
        key("2026/18"): Decimal("0.12"),
        key("2026/3", "credit note:CN"): Decimal("0.00"),
    }
    assert plan.fee == Decimal("0.12")


def test_a_balance_that_is_too_low_says_what_is_missing():
    documents = [document(f"2026/{n}", row=n + 1) for n in range(1, 85)]
    plan = planned(
        workbook(*documents),
        past=history(balance=Decimal("6.24")),
        top_up_text="Ask the office to top up.",
    )
    assert said(plan.blocking) == [
        "Balance: found EUR 6.24, needed EUR 10.08 for 84 invoices; missing EUR 3.84. Nothing was "
        "exported, numbered or charged. Ask the office to top up. Or choose a shorter period."
    ]
    credit = history(balance=Decimal("6.24"), credit_limit=Decimal("3.84"))
    assert not planned(workbook(*documents), past=credit).blocking


def test_one_invoice_is_one_invoice():
    plan = planned(workbook(document()), past=history(balance=Decimal("0.00")))
    assert "EUR 0.12 for 1 invoice; missing EUR 0.12" in said(plan.blocking)[0]


def test_customers_get_numbers_in_the_order_of_their_first_document():
    typed = workbook(
        document("2026/2", customer="B", issued_on=date(2026, 3, 2), row=2),
        document("2026/1", customer="A", issued_on=date(2026, 3, 1), row=3),
        customers=[customer("B"), customer("A", row=3), customer("Idle", row=4)],
    )
    assert {one.customer: one.external_id for one in planned(typed).given_ids} == {
        "A": "100000",
        "B": "100001",
    }


def test_new_and_changed_customers_are_written_or_all_or_none():
    typed = workbook(document())
    digests = planned(typed).customer_digests
    known = history(
        external_ids={"100000": "Dejavu"}, customer_digests={"100000": digests["Dejavu"]}
    )
    assert list(digests) == ["Dejavu"]
    assert planned(typed, past=known).customer_digests == {}
    everybody = replace(SETTINGS, customer_export=CustomerExport.ALL)
    assert planned(workbook(document(), settings=everybody), past=known).customer_digests
    nobody = replace(SETTINGS, customer_export=CustomerExport.NONE)
    assert not planned(workbook(document(), settings=nobody)).customer_digests


# --- digests --------------------------------------------------------------------------------


def test_the_order_of_the_rows_changes_no_digest_and_a_cent_does():
    first, second = document("2026/1", row=2), document("2026/2", row=3)
    plan = planned(workbook(first, second))
    moved = planned(
        workbook(replace(second, origin=first.origin), replace(first, origin=second.origin))
    )
    assert (plan.digest, plan.content_digest) == (moved.digest, moved.content_digest)
    dearer = planned(workbook(first, document("2026/2", line("100.01"), row=3)))
    assert dearer.digest != plan.digest


def test_one_file_holds_one_period_where_the_program_wants_it_so():
    typed = workbook(document(), document("2026/19", row=3, issued_on=date(2026, 5, 2)))
    assert not planned(typed, period=YEAR).blocking
    assert not planned(workbook(document()), period=YEAR, one_period=True).blocking
    assert said(planned(typed, period=YEAR, one_period=True).blocking) == [
        "Period: found documents of the accounting periods 3 to 5, allowed: documents of one "
        "accounting period in one file. Export each period by itself."
    ]


def test_nothing_selected_is_a_plan_too():
    plan = planned(workbook(document(issued_on=date(2026, 5, 1))))
    assert (plan.batch, plan.blocking, plan.fee) == (None, (), Decimal("0.00"))
    assert plan.digest


def test_the_batch_names_its_accounts_and_codes():
    batch = planned(workbook(CASE_A)).batch
    assert batch is not None
    assert batch.account_names == {
        "400000": "",
        "451000": "",
        "700000": "Sales",
        "700100": "Books",
        "700200": "Travel",
        "708000": "Discounts",
    }
    assert [code.treatment for code in batch.vat_codes.values()] == [Treatment.DOMESTIC] * 2
    assert batch.period == MARCH
