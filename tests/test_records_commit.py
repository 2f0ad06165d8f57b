"""The commit: everything of an export in one transaction, once, or nothing of it."""

import hashlib
from dataclasses import replace
from decimal import Decimal

import pytest
import sqlalchemy as sa
from records_support import (
    BAKERY,
    FILES,
    GARAGE,
    NOW,
    OCTOBER,
    ONE,
    TOTALS,
    Room,
    booked,
    customer,
    key,
    plan,
    room,
    table_counts,
    typed,
)
from sqlalchemy.exc import IntegrityError

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.plan import Charge, GivenId, Origination, Plan
from boekbrug.server.bookkeeping.terms import Kind, Selection
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.errors import (
    BalanceError,
    FenceLostError,
    PlanMovedError,
)
from boekbrug.server.records.fence import Fence
from boekbrug.server.records.ledger_tables import charges
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.tables import audit
from boekbrug.server.records.wallet import Wallet


def end(here: Room, run_id: str) -> None:
    Runs(here.engine).finish(run_id, RunState.DONE, sentence="", result={}, now=NOW)


def export(here: Room, what: Plan) -> int:
    run_id = here.pressed_and_fenced()
    batch_id = here.commit(what, run_id)
    end(here, run_id)
    return batch_id


def refused(here: Room, what: Plan, error: type[Exception]) -> str:
    """Commit, expect the error, and that nothing at all was stored; return the sentence."""
    run_id = here.pressed_and_fenced()
    before = table_counts(here.engine), here.balance(), here.records.history(NOW)
    with pytest.raises(error) as caught:
        here.commit(what, run_id)
    assert (table_counts(here.engine), here.balance(), here.records.history(NOW)) == before
    end(here, run_id)
    return str(caught.value)


def test_a_commit_stores_the_batch_whole(database: sa.Engine) -> None:
    here = room(database)
    run_id = here.pressed_and_fenced()
    credit_note = booked("CN1", BAKERY, kind=Kind.CREDIT_NOTE)
    batch_id = here.commit(plan(1, [booked("2026/1", GARAGE), credit_note]), run_id)
    batch = here.records.batch(batch_id)
    assert batch is not None
    assert (batch.number, batch.run_id, batch.period) == (1, run_id, OCTOBER)
    assert (batch.selection, batch.made_at, batch.fee) == (Selection.NEW, NOW, Decimal("0.12"))
    assert (batch.invoices, batch.credit_notes, batch.programs) == (1, 1, ("winbooks",))
    assert batch.totals == replace(TOTALS, documents=2)
    assert batch.content_digest == "content of 1"
    assert batch.file_names == tuple(file.name for file in FILES)
    assert here.records.batch_by_number(1) == here.records.batch_of_run(run_id) == batch
    assert here.records.batches() == here.records.undelivered() == (batch,)
    assert here.balance() == Decimal("9.88")


def test_the_files_come_back_byte_for_byte(database: sa.Engine) -> None:
    here = room(database)
    batch_id = export(here, ONE)
    stored = here.records.files(batch_id)
    assert tuple(one.file for one in stored) == FILES
    assert [one.sha256 for one in stored] == [
        hashlib.sha256(file.content).hexdigest() for file in FILES
    ]
    assert here.records.file(batch_id, "CSF.TXT") == stored[0]
    assert here.records.file(batch_id, "ACT.TXT") is None


def test_documents_and_customers_are_kept_with_their_numbers(database: sa.Engine) -> None:
    here = room(database)
    batch_id = export(here, plan(1, [booked("2026/2", BAKERY), booked("2026/1", GARAGE)]))
    kept = here.records.documents(batch_id)
    assert [(d.number, d.customer, d.external_id) for d in kept] == [
        ("2026/2", "Bakkerij Janssens", "100002"),
        ("2026/1", "Garage Maes", "100001"),
    ]
    first = kept[0]
    assert (first.series, first.book_year, first.kind) == ("invoice:", "", "invoice")
    assert (first.net, first.vat, first.gross) == (
        Decimal("100.00"),
        Decimal("21.00"),
        Decimal("121.00"),
    )
    assert (first.digest, first.row) == ("digest of 2026/2", 7)
    assert [
        (c.customer, c.external_id, c.digest) for c in here.records.batch_customers(batch_id)
    ] == [
        ("Bakkerij Janssens", "100002", "Bakkerij Janssens in 1"),
        ("Garage Maes", "100001", "Garage Maes in 1"),
    ]


def test_one_entry_in_the_wallet_and_a_charge_for_every_document(database: sa.Engine) -> None:
    here = room(database)
    credit_note = booked("CN1", GARAGE, kind=Kind.CREDIT_NOTE)
    export(here, plan(1, [booked("2026/1", GARAGE), booked("2026/2", GARAGE), credit_note]))
    newest = Wallet(database).entries(here.workbook.team.id, 1)[0]
    assert (newest.amount, newest.balance) == (Decimal("-0.24"), Decimal("9.76"))
    assert (newest.reason, newest.batch, newest.invoices) == ("Export 1", 1, 2)
    assert newest.dossier == here.workbook.dossier.key
    with database.begin() as connection:
        amounts = connection.scalars(sa.select(charges.c.amount_eur).order_by(charges.c.number))
        assert list(amounts) == [Decimal("0.12"), Decimal("0.12"), ZERO]


def test_what_was_charged_before_costs_nothing_and_is_in_the_wallet(database: sa.Engine) -> None:
    here = room(database)
    export(here, ONE)
    export(here, plan(2, [booked("2026/1", GARAGE)], charged=[key("2026/1")]))
    newest = Wallet(database).entries(here.workbook.team.id, 1)[0]
    assert (newest.amount, newest.batch, newest.invoices) == (ZERO, 2, 0)
    assert str(newest.amount) == "0.00"


def test_a_commit_repeated_finds_its_own_batch(database: sa.Engine) -> None:
    here = room(database)
    run_id = here.pressed_and_fenced()
    batch_id = here.commit(ONE, run_id)
    before = table_counts(database)
    Fence(database).free(here.dossier_id, run_id)
    assert here.commit(ONE, run_id) == batch_id
    assert table_counts(database) == before


def test_the_run_and_the_audit_know_the_batch(database: sa.Engine) -> None:
    here = room(database)
    batch_id = export(here, ONE)
    batch = here.records.batch(batch_id)
    assert batch is not None
    run = Runs(database).run(batch.run_id)
    assert run is not None
    assert run.batch_id == batch_id
    with database.begin() as connection:
        line = connection.execute(sa.select(audit).order_by(audit.c.id.desc())).first()
    assert line is not None
    assert (line.event, line.who, line.run_id) == ("batch committed", "an@acme.example", run.id)
    assert line.facts == {"batch": 1, "fee_eur": "0.12"}


def test_without_the_fence_nothing_is_stored(database: sa.Engine) -> None:
    here = room(database)
    run_id = here.press().id
    before = table_counts(database)
    with pytest.raises(FenceLostError) as error:
        here.commit(ONE, run_id)
    assert error.value.sentence == (
        f"Run {run_id} was taken for dead and another went on. "
        "Nothing was exported, numbered or charged."
    )
    assert table_counts(database) == before


def test_a_wallet_that_cannot_pay_says_what_is_missing(database: sa.Engine) -> None:
    here = room(database, balance="0.20")
    two = plan(1, [booked("2026/1", GARAGE), booked("2026/2", GARAGE)])
    assert refused(here, two, BalanceError) == (
        "Balance: found EUR 0.20, needed EUR 0.24; missing EUR 0.04. "
        "Nothing was exported, numbered or charged."
    )


def test_the_last_cent_can_be_spent_and_then_the_credit(database: sa.Engine) -> None:
    here = room(database, balance="0.12", credit_limit="0.12")
    export(here, ONE)
    export(here, plan(2, [booked("2026/2", GARAGE)]))
    assert here.balance() == Decimal("-0.12")
    assert refused(here, plan(3, [booked("2026/3", GARAGE)]), BalanceError) == (
        "Balance: found EUR -0.12 and a credit of EUR 0.12, needed EUR 0.12; missing EUR 0.12. "
        "Nothing was exported, numbered or charged."
    )


def test_an_export_that_costs_nothing_needs_no_balance(database: sa.Engine) -> None:
    here = room(database, balance="0.12")
    export(here, ONE)
    export(here, plan(2, [booked("2026/1", GARAGE)], charged=[key("2026/1")]))
    assert here.balance() == ZERO


def test_a_number_a_document_and_a_customers_number_are_given_once(database: sa.Engine) -> None:
    here = room(database)
    export(here, ONE)
    taken = (
        "While this export was made, another export took its number or one of its documents. "
        "Nothing was exported, numbered or charged. Press again."
    )
    assert refused(here, plan(1, [booked("2026/2", GARAGE)]), PlanMovedError) == taken
    assert refused(here, plan(2, [booked("2026/1", GARAGE)]), PlanMovedError) == taken
    copied = customer("Copy of Garage Maes", "100001")
    assert refused(here, plan(2, [booked("2026/2", copied)]), PlanMovedError) == (
        "While this export was made, number 100001 went to another customer. "
        "Nothing was exported, numbered or charged. Press again."
    )
    stale = plan(2, [booked("2026/2", customer("Garage Maes", "100009"))], given=[])
    assert refused(here, stale, PlanMovedError) == (
        'While this export was made, customer "Garage Maes" got another number. '
        "Nothing was exported, numbered or charged. Press again."
    )


def test_the_same_document_of_another_dossier_is_another_document(database: sa.Engine) -> None:
    here, there = room(database), room(database)
    export(here, ONE)
    export(there, ONE)
    assert here.balance() == there.balance() == Decimal("9.88")


def renamed(new: str, old: str, number: str) -> GivenId:
    origination = Origination.RENAMED
    return GivenId(customer=new, external_id=number, origination=origination, renamed_from=old)


def test_a_renamed_customer_keeps_the_number(database: sa.Engine) -> None:
    here = room(database)
    export(here, ONE)
    new = customer("Garage Maes bv", "100001")
    given = [renamed("Garage Maes bv", "Garage Maes", "100001")]
    export(here, plan(2, [booked("2026/2", new)], given=given))
    history = here.records.history(NOW)
    assert history.external_ids == {"100001": "Garage Maes bv"}
    assert history.exported_customers == {"Garage Maes bv"}


def test_a_second_number_for_a_customer_is_refused(database: sa.Engine) -> None:
    here = room(database)
    export(here, ONE)
    again = customer("garage maes", "200001")
    assert refused(here, plan(2, [booked("2026/2", again)]), PlanMovedError) == (
        "While this export was made, a customer got another number. "
        "Nothing was exported, numbered or charged. Press again."
    )


def test_a_renaming_from_somebody_else_is_refused(database: sa.Engine) -> None:
    here = room(database)
    export(here, ONE)
    given = [renamed("Bakkerij Janssens", "Bakkerij Peeters", "100001")]
    buyer = customer("Bakkerij Janssens", "100001")
    refused(here, plan(2, [booked("2026/2", buyer)], given=given), PlanMovedError)


@pytest.mark.parametrize(
    ("mistake", "sentence"),
    [
        (replace(ONE, batch=None), "commit: found a plan without a batch"),
        (replace(ONE, fee=ZERO), "fee: found 0.00, which is not the sum of the charges"),
        (
            replace(ONE, charges=(), fee=ZERO),
            "charges: document 2026/1 is exported and was never charged",
        ),
        (
            replace(ONE, given_ids=(typed("A", "1"), typed("a", "2"))),
            "external IDs: a customer is to have two",
        ),
    ],
)
def test_a_plan_that_is_no_plan_is_our_mistake(
    database: sa.Engine, mistake: Plan, sentence: str
) -> None:
    assert refused(room(database), mistake, ValueError) == sentence


def test_a_rule_of_the_database_that_we_break_is_not_called_a_moved_plan(
    database: sa.Engine,
) -> None:
    refund = replace(ONE, charges=(Charge(key("2026/1"), Decimal("-0.12")),), fee=-Decimal("0.12"))
    assert "fee" in refused(room(database), refund, IntegrityError)
