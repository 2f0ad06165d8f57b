"""The statement of a wallet: a month from its opening to its closing balance, entry by entry."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.records.database import reading
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.ledger_entries import WalletEntry
from boekbrug.server.records.ledger_tables import batches, wallet_entries
from boekbrug.server.records.tables import dossiers, teams


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What was paid in and what exports cost, oldest first; amounts in EUR.

    `opening` is the balance before the first entry. Opening and all amounts add up to `closing`.
    """

    team: str
    opening: Decimal
    entries: tuple[WalletEntry, ...]
    closing: Decimal


def statement_of(engine: sa.Engine, team_key: str, first: datetime, until: datetime) -> Statement:
    """Return the statement of the entries from an instant on and before another.

    Raises:
        RegisterError: there is no such team.
    """
    entry = wallet_entries.c
    with reading(engine) as connection:
        team = connection.execute(sa.select(teams).where(teams.c.key == team_key)).first()
        if team is None:
            raise RegisterError("Team", found=f'no "{team_key}"', needed="one that exists")
        own = entry.team_id == team.id
        before = sa.select(sa.func.sum(entry.amount)).where(own, entry.at < first)
        opening = connection.scalar(before) or ZERO
        within = entries_of(team.id).where(entry.at >= first, entry.at < until)
        rows = connection.execute(within.order_by(entry.at, entry.id)).all()
    balance = opening
    entries = []
    for row in rows:
        balance += row.amount
        entries.append(entry_of(row, balance))
    return Statement(team=team.name, opening=opening, entries=tuple(entries), closing=balance)


def entries_of(team_id: int) -> sa.Select[Any]:
    """Return the query for a team's entries, each with its export and that one's dossier."""
    entry = wallet_entries.c
    return (
        sa.select(entry.at, entry.amount, entry.reason, entry.invoices)
        .add_columns(dossiers.c.key.label("dossier"), batches.c.number.label("batch"))
        .select_from(wallet_entries.outerjoin(batches).outerjoin(dossiers))
        .where(entry.team_id == team_id)
    )


def entry_of(row: sa.Row[Any], balance: Decimal) -> WalletEntry:
    """Return an entry, with the balance after it."""
    return WalletEntry(
        at=row.at,
        amount=row.amount,
        reason=row.reason,
        dossier=row.dossier or "",
        batch=row.batch or 0,
        invoices=row.invoices,
        balance=balance,
    )
