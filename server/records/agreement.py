"""Whether the records agree with themselves: what was paid, charged, exported and stored.

Nothing here mends anything: a difference is for a person to look into.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.records.database import reading
from boekbrug.server.records.ledger_tables import (
    batch_documents,
    batch_files,
    batches,
    charges,
    wallet_entries,
)
from boekbrug.server.records.tables import audit, dossiers, teams


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How much was looked at, and a sentence for every difference."""

    teams: int
    exports: int
    files: int
    differences: tuple[str, ...]


def agreement_of(engine: sa.Engine) -> Agreement:
    """Return what of the records does not agree, as they are at one moment."""
    with reading(engine) as connection:
        return Agreement(
            teams=_count(connection, teams),
            exports=_count(connection, batches),
            files=_count(connection, batch_files),
            differences=tuple(difference for check in CHECKS for difference in check(connection)),
        )


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def _fees(connection: sa.Connection) -> Iterator[str]:
    """Yield the exports whose fee is not the sum of what their documents were charged."""
    charged = (
        sa.select(charges.c.batch_id, sa.func.sum(charges.c.amount_eur).label("total"))
        .group_by(charges.c.batch_id)
        .subquery()
    )
    query = _exports(batches.c.fee, charged.c.total).outerjoin(
        charged, charged.c.batch_id == batches.c.id
    )
    for row in connection.execute(query):
        if row.fee != (row.total or ZERO):
            yield (
                f"{_export(row)}: its fee is EUR {row.fee}, its documents were charged "
                f"EUR {row.total or ZERO}."
            )


def _entries(connection: sa.Connection) -> Iterator[str]:
    """Yield the exports that the wallet of their team did not pay as they say."""
    entry = wallet_entries.c
    query = _exports(batches.c.fee, dossiers.c.team_id).outerjoin(
        wallet_entries, entry.batch_id == batches.c.id
    )
    query = query.add_columns(entry.amount, entry.team_id.label("payer"))
    for row in connection.execute(query):
        if row.amount is None:
            yield f"{_export(row)}: it cost EUR {row.fee}, and no wallet has an entry of it."
        elif row.payer != row.team_id:
            yield f"{_export(row)}: the wallet of another team paid for it."
        elif row.amount != -row.fee:
            yield f"{_export(row)}: it cost EUR {row.fee}, the wallet has EUR {row.amount}."


def _counted(connection: sa.Connection) -> Iterator[str]:
    """Yield the exports whose wallet entry names another number of charged invoices."""
    document, charge = batch_documents.c, charges.c
    charged = (
        sa.select(charge.batch_id, sa.func.count().label("invoices"))
        .select_from(charges)
        .join(
            batch_documents,
            sa.and_(
                document.batch_id == charge.batch_id,
                document.series == charge.series,
                document.book_year == charge.book_year,
                document.number == charge.number,
            ),
        )
        .where(document.kind == Kind.INVOICE)
        .group_by(charge.batch_id)
        .subquery()
    )
    query = (
        _exports(wallet_entries.c.invoices.label("told"), charged.c.invoices)
        .join(wallet_entries, wallet_entries.c.batch_id == batches.c.id)
        .outerjoin(charged, charged.c.batch_id == batches.c.id)
    )
    for row in connection.execute(query):
        if row.told != (row.invoices or 0):
            yield (
                f"{_export(row)}: charged invoices: the wallet names {row.told}, the export has "
                f"{row.invoices or 0}."
            )


def _uncharged(connection: sa.Connection) -> Iterator[str]:
    """Yield the documents that an export holds and nobody was ever charged for, not even 0.00."""
    document, charge = batch_documents.c, charges.c
    ever = sa.exists().where(
        charge.dossier_id == batches.c.dossier_id,
        charge.series == document.series,
        charge.book_year == document.book_year,
        charge.number == document.number,
    )
    query = _exports(document.kind, document.number.label("document"))
    query = query.join(batch_documents, document.batch_id == batches.c.id).where(~ever)
    for row in connection.execute(query):
        yield f"{_export(row)}: {row.kind.value} {row.document} has no row in charges."


def _not_held(connection: sa.Connection) -> Iterator[str]:
    """Yield the charges for documents that their export does not hold."""
    document, charge = batch_documents.c, charges.c
    held = sa.exists().where(
        document.batch_id == charge.batch_id,
        document.series == charge.series,
        document.book_year == charge.book_year,
        document.number == charge.number,
    )
    query = _exports(charge.number.label("document"), charge.amount_eur)
    query = query.join(charges, charge.batch_id == batches.c.id).where(~held)
    for row in connection.execute(query):
        yield (
            f"{_export(row)}: EUR {row.amount_eur} was charged for {row.document}, which it does "
            "not hold."
        )


def _paid_in(connection: sa.Connection) -> Iterator[str]:
    """Yield the teams whose wallet holds other payments than the audit tells of."""
    told = dict.fromkeys(connection.scalars(sa.select(teams.c.id)), ZERO)
    query = sa.select(audit.c.team_id, audit.c.facts).where(audit.c.event == "wallet topped up")
    for line in connection.execute(query):
        if line.team_id in told:
            told[line.team_id] += Decimal(line.facts["amount_eur"])
    entry = wallet_entries.c
    paid = (
        sa.select(entry.team_id, sa.func.sum(entry.amount).label("total"))
        .where(entry.batch_id.is_(None))
        .group_by(entry.team_id)
        .subquery()
    )
    rows = sa.select(teams.c.id, teams.c.key, paid.c.total).outerjoin(
        paid, paid.c.team_id == teams.c.id
    )
    for row in connection.execute(rows.order_by(teams.c.key)):
        if told[row.id] != (row.total or ZERO):
            yield (
                f"Team {row.key}: the wallet holds payments of EUR {row.total or ZERO}, the audit "
                f"tells of EUR {told[row.id]}."
            )


def _files(connection: sa.Connection) -> Iterator[str]:
    """Yield the stored files whose bytes are not those that were stored; one at a time."""
    file = batch_files.c
    query = _exports(file.batch_id, file.position, file.name)
    query = query.join(batch_files, file.batch_id == batches.c.id)
    for row in connection.execute(query.order_by(file.position)).all():
        stored = sa.select(file.content, file.sha256).where(
            file.batch_id == row.batch_id, file.position == row.position
        )
        content, sha256 = connection.execute(stored).one()
        if hashlib.sha256(content).hexdigest() != sha256:
            yield f"{_export(row)}: the file {row.name} is not the one whose SHA-256 was kept."


CHECKS: tuple[Callable[[sa.Connection], Iterator[str]], ...] = (
    *(_fees, _entries, _counted, _uncharged, _not_held),
    *(_paid_in, _files),
)


def _exports(*columns: sa.ColumnElement[object]) -> sa.Select[tuple[object, ...]]:
    """Return the query of all exports, each with its dossier's key, in order."""
    return (
        sa.select(batches.c.number.label("export"), dossiers.c.key.label("dossier"), *columns)
        .select_from(batches)
        .join(dossiers, batches.c.dossier_id == dossiers.c.id)
        .order_by(dossiers.c.key, batches.c.number)
    )


def _export(row: sa.Row[tuple[object, ...]]) -> str:
    return f"{row.dossier}, export {row.export}"
