"""The numbers of a dossier in the records: from where they were counted, and on whose word."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic import command
from records_support import GARAGE, NOW, PRICES, booked, customer, dossier, plan, room

from boekbrug.server.bookkeeping.number_ranges import NumberRange
from boekbrug.server.bookkeeping.plan import GivenId, Origination, Plan
from boekbrug.server.records.archive import DossierRecords
from boekbrug.server.records.database import migrate, migrations
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.ledger import store_ids
from boekbrug.server.records.ledger_tables import number_starts
from boekbrug.server.records.numbers import DossierNumbers
from boekbrug.server.records.register import SIGNED_BY_SECRET, Register
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.tables import audit, workbooks

TEN_DIGITS = NumberRange(1, 9_999_999_999)


def counted(plan: Plan, start: int) -> Plan:
    """Return the plan as if its numbers were generated from that start value."""
    given = tuple(replace(one, origination=Origination.GENERATED) for one in plan.given_ids)
    return replace(plan, given_ids=given, numbers_from=start)


def starts(engine: sa.Engine) -> list[tuple[int, str, str]]:
    query = sa.select(number_starts).order_by(number_starts.c.id)
    with engine.begin() as connection:
        return [(row.first, row.who, row.confirmed) for row in connection.execute(query)]


def test_an_export_notes_from_where_it_counted_when_that_is_another(database: sa.Engine) -> None:
    here = room(database)
    for number, (buyer, start) in enumerate(
        [("100000", 100000), ("100001", 100000), ("200000", 200000)], start=1
    ):
        run_id = here.pressed_and_fenced()
        what = plan(number, [booked(f"2026/{number}", customer(f"Customer {buyer}", buyer))])
        here.commit(counted(what, start), run_id)
        Runs(database).finish(run_id, RunState.DONE, sentence="", result={}, now=NOW)
    assert starts(database) == [(100000, "an@acme.example", ""), (200000, "an@acme.example", "")]
    assert here.records.history(NOW).numbers_from == 200000
    given = DossierNumbers(database, here.dossier_id).given()
    assert (given[0].number, given[0].customer) == ("100000", "Customer 100000")
    assert {(one.origination, one.given_at) for one in given} == {(Origination.GENERATED, NOW)}
    assert given[0].file == here.workbook.name


def test_the_numbers_of_a_dossier_are_its_own_and_in_their_order(database: sa.Engine) -> None:
    here, other = room(database), room(database)
    typed = [("Garage", "9"), ("Bakkerij", "X7"), ("Zorro", "100000")]
    ids = [GivenId(customer=a, external_id=b, origination=Origination.TYPED) for a, b in typed]
    with database.begin() as connection:
        store_ids(connection, here.dossier_id, ids, workbook_id=here.workbook.id, now=NOW)
    numbers = DossierNumbers(database, here.dossier_id)
    assert [one.number for one in numbers.given()] == ["9", "100000", "X7"]
    nothing = DossierNumbers(database, other.dossier_id)
    assert (nothing.given(), nothing.programs()) == ((), ())
    numbers.confirm_start(1000, "Acme bv", allowed=TEN_DIGITS, now=NOW)
    assert here.records.history(NOW).numbers_confirmed_from == 1000
    assert other.records.history(NOW).numbers_confirmed_from is None


def test_a_lower_start_needs_the_teams_name_and_is_kept_with_who_and_when(
    database: sa.Engine,
) -> None:
    here = room(database)
    here.commit(counted(plan(1, [booked("2026/1", GARAGE)]), 100000), here.pressed_and_fenced())
    numbers = DossierNumbers(database, here.dossier_id)
    assert numbers.programs() == ("winbooks",)
    with pytest.raises(RegisterError) as refused:
        numbers.confirm_start(1000, "", allowed=TEN_DIGITS, now=NOW)
    assert refused.value.sentence == (
        'Numbers: found "" as your word, needed --confirm "Acme bv", once the accountant said that '
        "the numbers from 1000 on are free. 1 number from 1000 to 9999999999 belongs to a "
        "customer here: Garage Maes (100001)."
    )
    with pytest.raises(
        RegisterError, match=r"^Number: found 0, needed one from 1 to 9999999999\.$"
    ):
        numbers.confirm_start(0, "Acme bv", allowed=TEN_DIGITS, now=NOW)
    numbers.confirm_start(1000, "Acme bv", allowed=TEN_DIGITS, now=NOW)
    numbers.confirm_start(5000, "Acme bv", allowed=TEN_DIGITS, now=NOW)
    assert starts(database)[1:] == [(1000, "operator", "Acme bv"), (5000, "operator", "Acme bv")]
    assert here.records.history(NOW).numbers_confirmed_from == 1000
    assert here.records.history(NOW).numbers_from == 100000
    event = audit.c.event == "number start confirmed"
    with database.begin() as connection:
        line = connection.execute(sa.select(audit).where(event).order_by(audit.c.id)).first()
    assert line is not None
    assert (line.who, line.at, line.dossier_id) == ("operator", NOW, here.dossier_id)
    assert line.facts == {"first": 1000, "confirmed": "Acme bv"}


def dossier_of_before(engine: sa.Engine) -> int:
    """Add a dossier and a workbook, with the columns that the schema before had."""
    register = Register(engine)
    register.add_team("before", "Acme bv", now=NOW)
    dossier_id = register.add_dossier(dossier("before/winbooks"), now=NOW)
    later = {"language", "told_export", "told_columns"}
    row = {name: value for name, value in SIGNED_BY_SECRET.items() if name not in later}
    row |= {"id": "wb-before", "dossier_id": dossier_id, "kind": "excel", "location": "/a.xlsx"}
    row |= {"folder": "/files", "secret_version": 1, "attached_at": NOW}
    with engine.begin() as connection:
        connection.execute(sa.insert(workbooks).values(row))
    return dossier_id


def test_a_dossier_of_the_schema_before_counted_from_its_lowest_number(
    empty_database: sa.Engine,
) -> None:
    with empty_database.begin() as connection:
        command.upgrade(migrations(connection), "0007")
    dossier_id = dossier_of_before(empty_database)
    ids = [
        GivenId(customer="Typed", external_id="7", origination=Origination.TYPED),
        GivenId(customer="Two", external_id="095001", origination=Origination.GENERATED),
        GivenId(customer="One", external_id="095000", origination=Origination.GENERATED),
    ]
    with empty_database.begin() as connection:
        store_ids(connection, dossier_id, ids, workbook_id="wb-before", now=NOW)
    migrate(empty_database, PRICES)
    assert DossierRecords(empty_database, dossier_id).history(NOW).numbers_from == 95000
