"""The wallet of a team: signed entries that are only ever added; their sum is the balance."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.records.audit import OPERATOR, note
from boekbrug.server.records.database import reading
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.ledger_entries import WalletEntry
from boekbrug.server.records.ledger_tables import wallet_entries
from boekbrug.server.records.statements import Statement, entries_of, entry_of, statement_of
from boekbrug.server.records.tables import teams


class Wallet:
    """The wallets of all teams: the operator's side, and what a team sees of its own."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def top_up(self, team_key: str, amount: Decimal, reason: str, *, now: datetime) -> Decimal:
        """Add an amount in EUR and return the new balance.

        Raises:
            RegisterError: there is no such team, or the amount is not above 0.00.
        """
        if amount <= ZERO:
            raise RegisterError("Wallet", found=f"EUR {amount}", needed="an amount above 0.00")
        with self._engine.begin() as connection:
            team_id = connection.scalar(sa.select(teams.c.id).where(teams.c.key == team_key))
            if team_id is None:
                raise RegisterError("Team", found=f'no "{team_key}"', needed="one that exists")
            lock_team(connection, team_id)
            add_entry(connection, team_id, {"at": now, "amount": amount, "reason": reason})
            note(
                connection,
                "wallet topped up",
                who=OPERATOR,
                now=now,
                team_id=team_id,
                facts={"amount_eur": str(amount)},
            )
            return balance_of(connection, team_id)

    def balance(self, team_id: int) -> Decimal:
        """Return the sum of the team's entries in EUR."""
        with reading(self._engine) as connection:
            return balance_of(connection, team_id)

    def entries(self, team_id: int, limit: int) -> tuple[WalletEntry, ...]:
        """Return the newest entries, newest first, each with the balance after it."""
        entry = wallet_entries.c
        after = sa.func.sum(entry.amount).over(order_by=entry.id).label("balance")
        query = entries_of(team_id).add_columns(after).order_by(entry.id.desc()).limit(limit)
        with reading(self._engine) as connection:
            return tuple(entry_of(row, row.balance) for row in connection.execute(query))

    def statement(self, team_key: str, first: datetime, until: datetime) -> Statement:
        """Return a team's statement from an instant on and before another.

        Raises:
            RegisterError: there is no such team.
        """
        return statement_of(self._engine, team_key, first, until)


def lock_team(connection: sa.Connection, team_id: int) -> Decimal:
    """Keep every other transaction from the team's money until this one ends.

    Returns:
        How far below 0.00 the balance may go, in EUR.
    """
    query = sa.select(teams.c.credit_limit).where(teams.c.id == team_id).with_for_update()
    limit: Decimal = connection.execute(query).scalar_one()
    return limit


def balance_of(connection: sa.Connection, team_id: int) -> Decimal:
    """Return the sum of the team's entries in EUR."""
    query = sa.select(sa.func.sum(wallet_entries.c.amount)).where(
        wallet_entries.c.team_id == team_id
    )
    return connection.scalar(query) or ZERO


def add_entry(connection: sa.Connection, team_id: int, entry: Mapping[str, object]) -> None:
    """Add an entry; the team is locked, so entries stand in the order of their commits."""
    values = {"team_id": team_id, "invoices": 0, **entry}
    connection.execute(sa.insert(wallet_entries).values(values))
