"""The past of a dossier, read for a plan to go on from."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from boekbrug.server.bookkeeping.history import Exported, History, PastExport, WrittenCustomer
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.records.closings import read_closing
from boekbrug.server.records.ledger import read_ids, read_merged
from boekbrug.server.records.ledger_entries import DeliveryResult
from boekbrug.server.records.ledger_tables import (
    batch_customers,
    batch_documents,
    batches,
    charges,
    deliveries,
    external_ids,
    wallet_entries,
)
from boekbrug.server.records.numbers import read_starts
from boekbrug.server.records.register_rows import read_prices
from boekbrug.server.records.tables import dossiers, runs, teams
from boekbrug.server.records.wallet import balance_of


def read_history(connection: sa.Connection, dossier_id: int, now: datetime) -> History:
    """Return the dossier's past as it is at an instant, from one transaction."""
    owner = connection.execute(
        sa.select(dossiers.c.zone, dossiers.c.team_id, teams.c.credit_limit)
        .join(teams, dossiers.c.team_id == teams.c.id)
        .where(dossiers.c.id == dossier_id)
    ).one()
    zone = ZoneInfo(owner.zone)
    numbers = _batch_numbers(connection, dossier_id)
    starts = read_starts(connection, dossier_id)
    wrote = _customers_written(connection, dossier_id)
    return History(
        exported=_exported(connection, dossier_id, zone),
        external_ids=read_ids(connection, dossier_id),
        merged=read_merged(connection, dossier_id),
        numbers_from=starts.counted,
        numbers_confirmed_from=starts.confirmed,
        seen_in=_seen_in(connection, dossier_id),
        exported_customers=_exported_customers(connection, dossier_id),
        customer_digests={number: digest for number, (digest, _) in wrote.items()},
        customers_written={number: by_field for number, (_, by_field) in wrote.items()},
        charged=_charged(connection, dossier_id),
        batches=numbers,
        past=_past(connection, dossier_id),
        closing=read_closing(connection, dossier_id),
        next_batch=max(numbers.values(), default=0) + 1,
        prices=_prices(connection, now.astimezone(zone)),
        balance=balance_of(connection, owner.team_id),
        credit_limit=owner.credit_limit,
        charged_last_month=_charged_last_month(connection, owner.team_id, now.astimezone(zone)),
    )


def is_delivered() -> sa.ColumnElement[bool]:
    """Return the condition that the files of a row of `batches` have arrived somewhere."""
    return sa.exists().where(
        deliveries.c.batch_id == batches.c.id,
        deliveries.c.result == DeliveryResult.DELIVERED,
    )


def _batch_numbers(connection: sa.Connection, dossier_id: int) -> dict[str, int]:
    query = (
        sa.select(batches.c.content_digest, batches.c.number)
        .where(batches.c.dossier_id == dossier_id)
        .order_by(batches.c.number)
    )
    return {row.content_digest: row.number for row in connection.execute(query)}


def _past(connection: sa.Connection, dossier_id: int) -> dict[int, PastExport]:
    batch = batches.c
    query = sa.select(
        batch.number, batch.period_first, batch.period_last, batch.replaces
    ).add_columns((batch.invoices + batch.credit_notes).label("documents"))
    rows = connection.execute(query.where(batch.dossier_id == dossier_id)).all()
    replaced_by = {row.replaces: row.number for row in rows}
    return {
        row.number: PastExport(
            Period(row.period_first, row.period_last),
            row.documents,
            replaced_by.get(row.number, 0),
        )
        for row in rows
    }


def _exported(
    connection: sa.Connection, dossier_id: int, zone: ZoneInfo
) -> dict[DocumentKey, Exported]:
    document = batch_documents.c
    query = (
        sa.select(batches.c.number.label("batch"), batches.c.made_at)
        .add_columns(document.series, document.book_year, document.number)
        .add_columns(document.digest, document.gross, document.issued_on, document.external_id)
        .add_columns(document.net, document.vat, document.facts, runs.c.workbook_id)
        .join(batch_documents, document.batch_id == batches.c.id)
        .join(runs, runs.c.id == batches.c.run_id)
        .where(batches.c.dossier_id == dossier_id)
        .order_by(batches.c.number)
    )
    rows = [
        (DocumentKey(row.series, row.book_year, row.number), row)
        for row in connection.execute(query)
    ]
    first = {key: row.batch for key, row in reversed(rows)}
    return {
        key: Exported(
            batch=row.batch,
            first_batch=first[key],
            exported_on=row.made_at.astimezone(zone).date(),
            issued_on=row.issued_on,
            external_id=row.external_id,
            digest=row.digest,
            gross=row.gross,
            net=row.net,
            vat=row.vat,
            facts=row.facts,
            workbook_id=row.workbook_id,
        )
        for key, row in rows
    }


def _seen_in(connection: sa.Connection, dossier_id: int) -> dict[str, str]:
    query = sa.select(external_ids.c.external_id, external_ids.c.workbook_id).where(
        external_ids.c.dossier_id == dossier_id
    )
    return {row.external_id: row.workbook_id for row in connection.execute(query)}


def _exported_customers(connection: sa.Connection, dossier_id: int) -> frozenset[str]:
    """Return by today's names whose numbers any exported document carries."""
    exported = (
        sa.select(batch_documents.c.external_id)
        .join(batches, batch_documents.c.batch_id == batches.c.id)
        .where(batches.c.dossier_id == dossier_id)
    )
    query = sa.select(external_ids.c.customer).where(
        external_ids.c.dossier_id == dossier_id, external_ids.c.external_id.in_(exported)
    )
    return frozenset(connection.scalars(query))


def _customers_written(
    connection: sa.Connection, dossier_id: int
) -> dict[str, tuple[str, WrittenCustomer]]:
    """Return what the last delivered batch wrote of each number, as a whole and by field.

    The program knows a customer by the number; a name may be another customer's by now.
    """
    written = batch_customers.c
    query = (
        sa.select(batches.c.number, written.external_id, written.digest, written.field_digests)
        .join(batches, written.batch_id == batches.c.id)
        .where(batches.c.dossier_id == dossier_id, is_delivered())
        .order_by(batches.c.number)
    )
    return {
        row.external_id: (row.digest, WrittenCustomer(row.number, row.field_digests))
        for row in connection.execute(query)
    }


def _charged(connection: sa.Connection, dossier_id: int) -> frozenset[DocumentKey]:
    query = sa.select(charges.c.series, charges.c.book_year, charges.c.number).where(
        charges.c.dossier_id == dossier_id
    )
    return frozenset(
        DocumentKey(row.series, row.book_year, row.number) for row in connection.execute(query)
    )


def _charged_last_month(connection: sa.Connection, team_id: int, now: datetime) -> int:
    """Return how many invoices the team was charged for in the calendar month before."""
    this = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    last = (this - timedelta(days=1)).replace(day=1)
    entry = wallet_entries.c
    query = sa.select(sa.func.sum(entry.invoices)).where(
        entry.team_id == team_id, entry.at >= last, entry.at < this
    )
    return connection.scalar(query) or 0


def _prices(connection: sa.Connection, now: datetime) -> tuple[Price, ...]:
    """Return the prices that have begun; one announced for later is not the past."""
    return tuple(price for price in read_prices(connection) if price.since <= now.date())
