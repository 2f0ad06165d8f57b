"""What a dossier remembers: for the next plan, for a delivery, and for nobody else."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from records_support import (
    BAKERY,
    GARAGE,
    NOW,
    PRICES,
    Room,
    booked,
    customer,
    key,
    plan,
    room,
    second_workbook,
)

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.facts import facts_of
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.records.archive import DossierRecords
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.ledger_entries import DeliveryResult
from boekbrug.server.records.runs import Runs

LATE_IN_UTC = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
DELIVERED = DeliveryResult.DELIVERED
FAILED = DeliveryResult.FAILED


def export(here: Room, what: Plan, *, now: datetime = NOW) -> int:
    run_id = here.pressed_and_fenced()
    batch_id = here.commit(what, run_id, now=now)
    Runs(here.engine).finish(run_id, RunState.DONE, sentence="", result={}, now=now)
    return batch_id


def test_a_dossier_without_exports_has_an_empty_past(database: sa.Engine) -> None:
    here = room(database, balance="10.00", credit_limit="5.00")
    assert here.records.history(NOW) == History(
        prices=PRICES, balance=Decimal("10.00"), credit_limit=Decimal("5.00")
    )


def test_the_past_holds_every_document_with_its_last_export(database: sa.Engine) -> None:
    here = room(database)
    export(here, plan(1, [booked("2026/1", GARAGE), booked("2026/2", BAKERY)]), now=LATE_IN_UTC)
    export(here, plan(2, [booked("2026/2", BAKERY)], charged=[key("2026/2")]), now=NOW)
    history = here.records.history(NOW)
    november = date(2026, 11, 1)
    amounts: Any = {"net": Decimal("100.00"), "vat": Decimal("21.00"), "gross": Decimal("121.00")}
    assert history.exported == {
        key("2026/1"): Exported(
            batch=1,
            first_batch=1,
            exported_on=november,
            issued_on=date(2026, 10, 5),
            external_id="100001",
            digest="digest of 2026/1",
            facts=facts_of(booked("2026/1", GARAGE)),
            **amounts,
            workbook_id=here.workbook.id,
        ),
        key("2026/2"): Exported(
            batch=2,
            first_batch=1,
            exported_on=date(2026, 11, 2),
            issued_on=date(2026, 10, 5),
            external_id="100002",
            digest="digest of 2026/2",
            facts=facts_of(booked("2026/2", BAKERY)),
            **amounts,
            workbook_id=here.workbook.id,
        ),
    }
    assert history.charged == {key("2026/1"), key("2026/2")}
    assert history.external_ids == {"100001": "Garage Maes", "100002": "Bakkerij Janssens"}
    assert history.exported_customers == {"Garage Maes", "Bakkerij Janssens"}
    assert history.next_batch == 3
    assert history.balance == Decimal("9.76")


def test_a_number_was_seen_in_the_workbook_that_exported_it_last(database: sa.Engine) -> None:
    here = room(database)
    there = second_workbook(here)
    export(here, plan(1, [booked("2026/1", GARAGE), booked("2026/2", BAKERY)]))
    export(there, plan(2, [booked("2026/3", BAKERY)], given=[]))
    seen_in = {"100001": here.workbook.id, "100002": there.workbook.id}
    assert here.records.history(NOW).seen_in == seen_in


def test_a_name_in_other_letters_keeps_its_number_and_is_shown_as_typed(
    database: sa.Engine,
) -> None:
    here = room(database)
    export(here, plan(1, [booked("2026/1", GARAGE)]))
    export(here, plan(2, [booked("2026/2", customer("GARAGE maes", "100001"))], given=[]))
    history = here.records.history(NOW)
    assert history.external_ids == {"100001": "GARAGE maes"}
    assert history.exported_customers == {"GARAGE maes"}


def test_the_newest_batch_of_one_content_counts(database: sa.Engine) -> None:
    here = room(database)
    export(here, plan(1, [booked("2026/1", GARAGE)], digest="same"))
    export(here, plan(2, [booked("2026/1", GARAGE)], charged=[key("2026/1")], digest="same"))
    assert here.records.history(NOW).batches == {"same": 2}


def test_a_customer_counts_as_written_once_it_was_delivered(database: sa.Engine) -> None:
    here = room(database)
    first = export(here, plan(1, [booked("2026/1", GARAGE)]))
    here.records.deliver_noted(first, "/files/2026", FAILED, now=NOW)
    assert here.records.history(NOW).customer_digests == {}
    here.records.deliver_noted(first, "/files/2026", DELIVERED, now=NOW)
    export(here, plan(2, [booked("2026/2", GARAGE)]))
    assert here.records.history(NOW).customer_digests == {"100001": "Garage Maes in 1"}


def test_what_arrived_nowhere_is_listed_newest_first(database: sa.Engine) -> None:
    here = room(database)
    first, second, third = (
        export(here, plan(number, [booked(f"2026/{number}", GARAGE)])) for number in (1, 2, 3)
    )
    here.records.deliver_noted(second, "/files/2026", DELIVERED, now=NOW)
    here.records.deliver_noted(third, "/files/2026", FAILED, now=NOW)
    assert [batch.id for batch in here.records.undelivered()] == [third, first]
    assert [here.records.is_delivered(batch) for batch in (first, second, third)] == [
        False,
        True,
        False,
    ]


def test_a_price_of_tomorrow_is_not_the_past(database: sa.Engine) -> None:
    here = room(database)
    assert here.records.history(datetime(2025, 12, 31, 22, 30, tzinfo=UTC)).prices == PRICES[:1]
    assert here.records.history(datetime(2025, 12, 31, 23, 30, tzinfo=UTC)).prices == PRICES


def test_nothing_is_read_through_another_dossier(database: sa.Engine) -> None:
    here, there = room(database), room(database)
    batch_id = export(here, plan(1, [booked("2026/1", GARAGE)]))
    batch = here.records.batch(batch_id)
    assert batch is not None
    records: DossierRecords = there.records
    assert records.batch(batch_id) is None
    assert records.batch_by_number(1) is None
    assert records.batch_of_run(batch.run_id) is None
    assert records.file(batch_id, "CSF.TXT") is None
    assert not any((records.batches(), records.undelivered(), records.files(batch_id)))
    assert not any((records.documents(batch_id), records.batch_customers(batch_id)))
    assert not records.is_delivered(batch_id)
    assert records.highest_external_id() == ""
    past = records.history(NOW)
    assert not any((past.exported, past.external_ids, past.charged, past.batches))
    assert not any((past.exported_customers, past.customer_digests))


def test_nothing_is_noted_through_another_dossier(database: sa.Engine) -> None:
    here, there = room(database), room(database)
    batch_id = export(here, plan(1, [booked("2026/1", GARAGE)]))
    there.records.deliver_noted(batch_id, "/elsewhere", DELIVERED, now=NOW)
    assert not here.records.is_delivered(batch_id)


def test_an_export_for_nothing_is_zero_and_not_minus_zero(database: sa.Engine) -> None:
    here = room(database)
    batch_id = export(here, plan(1, []))
    batch = here.records.batch(batch_id)
    assert batch is not None
    assert str(batch.fee) == str(ZERO)
