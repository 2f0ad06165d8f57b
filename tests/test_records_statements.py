"""What an operator reads of a wallet and of the records as a whole."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa
from records_support import BAKERY, FEE, GARAGE, NOW, ONE, Room, booked, key, plan, room

from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.records.agreement import agreement_of
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.wallet import Wallet

NOVEMBER = (datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
DECEMBER = (datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def export(here: Room, what: object, now: datetime = NOW) -> int:
    run_id = here.pressed_and_fenced()
    batch_id = here.commit(what, run_id, now=now)  # type: ignore[arg-type]
    Runs(here.engine).finish(run_id, RunState.DONE, sentence="", result={}, now=now)
    return batch_id


def change(engine: sa.Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text(statement))


def test_a_statement_adds_up_from_month_to_month(database: sa.Engine) -> None:
    here = room(database)
    team = here.workbook.team.key
    wallet = Wallet(database)
    export(here, plan(1, [booked("2026/1", GARAGE), booked("2026/2", BAKERY)]))
    wallet.top_up(team, Decimal("5.00"), "bank", now=DECEMBER[0])
    again = plan(2, [booked("2026/1", GARAGE)], charged=[key("2026/1")])
    export(here, again, DECEMBER[0].replace(day=3))
    november = wallet.statement(team, *NOVEMBER)
    december = wallet.statement(team, *DECEMBER)
    assert (november.team, november.opening) == ("Acme bv", Decimal("0.00"))
    assert [(one.batch, one.invoices, one.amount) for one in november.entries] == [
        (0, 0, Decimal("10.00")),
        (1, 2, -2 * FEE),
    ]
    assert november.closing == december.opening == Decimal("9.76")
    assert [one.balance for one in december.entries] == [Decimal("14.76"), Decimal("14.76")]
    assert december.closing == here.balance()


def test_the_statement_of_another_team_is_another(database: sa.Engine) -> None:
    room(database, balance="3.00")
    other = room(database, balance="0.00").workbook.team.key
    statement = Wallet(database).statement(other, *NOVEMBER)
    assert (statement.entries, statement.closing) == ((), Decimal("0.00"))
    with pytest.raises(RegisterError, match=r'^Team: found no "nobody", needed one that exists'):
        Wallet(database).statement("nobody", *NOVEMBER)


def test_records_that_agree_are_counted(database: sa.Engine) -> None:
    here = room(database)
    export(here, plan(1, [booked("2026/1", GARAGE), booked("1", BAKERY, kind=Kind.CREDIT_NOTE)]))
    export(here, plan(2, [booked("2026/1", GARAGE)], charged=[key("2026/1")]))
    room(database, balance="0.00")
    found = agreement_of(database)
    assert found.differences == ()
    assert (found.teams, found.exports, found.files) == (2, 2, 4)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            "UPDATE boekbrug_batches SET fee = 24",
            [
                "its fee is EUR 0.24, its documents were charged EUR 0.12.",
                "it cost EUR 0.24, the wallet has EUR -0.12.",
            ],
        ),
        (
            "DELETE FROM boekbrug_wallet_entries WHERE batch_id IS NOT NULL",
            ["it cost EUR 0.12, and no wallet has an entry of it."],
        ),
        (
            "UPDATE boekbrug_wallet_entries SET invoices = 7 WHERE batch_id IS NOT NULL",
            ["charged invoices: the wallet names 7, the export has 1."],
        ),
        (
            "UPDATE boekbrug_charges SET number = '2026/9'",
            [
                "charged invoices: the wallet names 1, the export has 0.",
                "invoice 2026/1 has no row in charges.",
                "EUR 0.12 was charged for 2026/9, which it does not hold.",
            ],
        ),
        (
            "UPDATE boekbrug_batch_files SET sha256 = 'other' WHERE position = 2",
            ["the file 2026-10 Export 1 WinBooks Acme.zip is not the one whose SHA-256 was kept."],
        ),
    ],
)
def test_an_export_that_disagrees_is_said_in_a_sentence(
    database: sa.Engine, damage: str, said: list[str]
) -> None:
    here = room(database)
    export(here, ONE)
    change(database, damage)
    whose = f"{here.workbook.dossier.key}, export 1"
    assert list(agreement_of(database).differences) == [f"{whose}: {one}" for one in said]


def test_money_that_came_or_went_without_a_trace_is_said(database: sa.Engine) -> None:
    here, other = room(database), room(database, balance="0.00")
    export(here, ONE)
    change(
        database,
        f"UPDATE boekbrug_wallet_entries SET team_id = {other.workbook.team.id} "
        "WHERE batch_id IS NOT NULL",
    )
    change(database, "UPDATE boekbrug_wallet_entries SET amount = 900 WHERE batch_id IS NULL")
    change(database, "UPDATE boekbrug_audit SET team_id = 99 WHERE event = 'team added'")
    team = here.workbook.team.key
    assert list(agreement_of(database).differences) == [
        f"{here.workbook.dossier.key}, export 1: the wallet of another team paid for it.",
        f"Team {team}: the wallet holds payments of EUR 9.00, the audit tells of EUR 10.00.",
    ]


def test_payments_of_a_team_that_is_gone_are_nobodys(database: sa.Engine) -> None:
    room(database)
    change(database, "UPDATE boekbrug_audit SET team_id = 99 WHERE event = 'wallet topped up'")
    change(database, "DELETE FROM boekbrug_wallet_entries")
    assert agreement_of(database).differences == ()
