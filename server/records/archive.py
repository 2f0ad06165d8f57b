"""The archive: everything that is kept of one dossier, and of no other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from boekbrug.server.bookkeeping.booking import Totals
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.audit import note
from boekbrug.server.records.commit import Export, carry_out
from boekbrug.server.records.database import reading
from boekbrug.server.records.entries import Run
from boekbrug.server.records.file_rows import stored_file
from boekbrug.server.records.history import is_delivered, read_history
from boekbrug.server.records.ledger_entries import (
    BatchCustomer,
    BatchDocument,
    BatchEntry,
    DeliveryResult,
    StoredFile,
)
from boekbrug.server.records.ledger_tables import (
    batch_customers,
    batch_documents,
    batch_files,
    batches,
    deliveries,
    external_ids,
)


class DossierRecords:
    """The records of one dossier; what belongs to another reads as not there."""

    def __init__(self, engine: sa.Engine, dossier_id: int, *, has_fee: bool = True) -> None:
        """Bind to that dossier of that database, on a server whose exports cost something."""
        self._engine = engine
        self._dossier_id = dossier_id
        self._has_fee = has_fee

    def history(self, now: datetime) -> History:
        """Return the dossier's past as it is at an instant, from one transaction."""
        with reading(self._engine) as connection:
            past = read_history(connection, self._dossier_id, now)
        return past if self._has_fee else replace(past, prices=(), has_fee=False)

    def commit(self, export: Export) -> int:
        """Carry the plan out and return the batch's id; repeating it stores nothing more.

        Raises:
            FenceLostError: another run holds the dossier.
            PlanMovedError: the records are no longer as the plan found them.
            BalanceError: the wallet cannot pay.
        """
        return carry_out(self._engine, self._dossier_id, export)

    def batch(self, batch_id: int) -> BatchEntry | None:
        """Return a batch by its id."""
        return next(iter(self._batches(batches.c.id == batch_id)), None)

    def batch_by_number(self, number: int) -> BatchEntry | None:
        """Return a batch by the number that people see (export 12)."""
        return next(iter(self._batches(batches.c.number == number)), None)

    def batch_of_run(self, run_id: str) -> BatchEntry | None:
        """Return the batch that a run committed."""
        return next(iter(self._batches(batches.c.run_id == run_id)), None)

    def batches(self) -> tuple[BatchEntry, ...]:
        """Return all batches, newest first."""
        return self._batches(sa.true())

    def undelivered(self) -> tuple[BatchEntry, ...]:
        """Return the batches whose files have arrived nowhere yet, newest first."""
        return self._batches(~is_delivered())

    def is_delivered(self, batch_id: int) -> bool:
        """Whether the files of the batch have arrived."""
        return bool(self._batches(batches.c.id == batch_id, is_delivered()))

    def documents(self, batch_id: int) -> tuple[BatchDocument, ...]:
        """Return the batch's documents in their order; amounts of credit notes are positive."""
        rows = self._parts(batch_documents, batch_id, batch_documents.c.position)
        return tuple(BatchDocument(**_without(row, "batch_id", "position")) for row in rows)

    def batch_customers(self, batch_id: int) -> tuple[BatchCustomer, ...]:
        """Return the customers that the batch wrote, by their keys."""
        rows = self._parts(batch_customers, batch_id, batch_customers.c.customer)
        return tuple(BatchCustomer(**_without(row, "batch_id")) for row in rows)

    def files(self, batch_id: int) -> tuple[StoredFile, ...]:
        """Return the batch's files in the order of their making."""
        rows = self._parts(batch_files, batch_id, batch_files.c.position)
        return tuple(stored_file(row) for row in rows)

    def file(self, batch_id: int, name: str) -> StoredFile | None:
        """Return a file of the batch by its name."""
        named = batch_files.c.name == name
        rows = self._parts(batch_files, batch_id, batch_files.c.position, named)
        return stored_file(rows[0]) if rows else None

    def deliver_noted(
        self, batch_id: int, target: str, result: DeliveryResult, *, now: datetime
    ) -> None:
        """Note how a delivery of the batch's files went; `target` says where, for people."""
        own = sa.select(
            batches.c.id,
            sa.literal(target),
            sa.literal(result, deliveries.c.result.type),
            sa.literal(now, deliveries.c.at.type),
        ).where(batches.c.id == batch_id, batches.c.dossier_id == self._dossier_id)
        with self._engine.begin() as connection:
            names = ["batch_id", "target", "result", "at"]
            connection.execute(sa.insert(deliveries).from_select(names, own))

    def note_made(
        self, run: Run, event: str, *, facts: Mapping[str, str | int], now: datetime
    ) -> None:
        """Write into the audit what a run made of the sheet itself."""
        with self._engine.begin() as connection:
            note(
                connection,
                event,
                who=run.pressed_by,
                now=now,
                dossier_id=self._dossier_id,
                run_id=run.id,
                facts=facts,
            )

    def highest_external_id(self) -> str:
        """Return the highest of the numbers ever given that are all digits, '' for none."""
        query = sa.select(external_ids.c.external_id).where(
            external_ids.c.dossier_id == self._dossier_id
        )
        with reading(self._engine) as connection:
            given = connection.scalars(query).all()
        digits = (number for number in given if number.isascii() and number.isdigit())
        return max(digits, key=int, default="")

    def _batches(self, *conditions: sa.ColumnElement[bool]) -> tuple[BatchEntry, ...]:
        own = (batches.c.dossier_id == self._dossier_id, *conditions)
        query = sa.select(batches).where(*own).order_by(batches.c.number.desc())
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
            names = _file_names(connection, own)
        return tuple(_batch(row, names.get(row.id, ())) for row in rows)

    def _parts(
        self,
        table: sa.Table,
        batch_id: int,
        order: sa.ColumnElement[Any],
        *conditions: sa.ColumnElement[bool],
    ) -> Sequence[sa.RowMapping]:
        query = (
            sa.select(table)
            .join(batches, table.c.batch_id == batches.c.id)
            .where(batches.c.id == batch_id, batches.c.dossier_id == self._dossier_id, *conditions)
            .order_by(order)
        )
        with reading(self._engine) as connection:
            return connection.execute(query).mappings().all()


def _without(row: sa.RowMapping, *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _file_names(
    connection: sa.Connection, conditions: Sequence[sa.ColumnElement[bool]]
) -> Mapping[int, tuple[str, ...]]:
    names: dict[int, tuple[str, ...]] = {}
    query = (
        sa.select(batch_files.c.batch_id, batch_files.c.name)
        .join(batches, batch_files.c.batch_id == batches.c.id)
        .where(*conditions)
        .order_by(batch_files.c.position)
    )
    for row in connection.execute(query):
        names[row.batch_id] = (*names.get(row.batch_id, ()), row.name)
    return names


def _batch(row: sa.Row[Any], file_names: tuple[str, ...]) -> BatchEntry:
    return BatchEntry(
        id=row.id,
        dossier_id=row.dossier_id,
        run_id=row.run_id,
        number=row.number,
        period=Period(row.period_first, row.period_last),
        selection=row.selection,
        made_at=row.made_at,
        fee=row.fee,
        totals=Totals(
            documents=row.invoices + row.credit_notes,
            net=row.net,
            vat=row.vat,
            gross=row.gross,
            vat_by_code={code: Decimal(amount) for code, amount in row.vat_by_code.items()},
            debit=row.debit,
            credit=row.credit,
        ),
        content_digest=row.content_digest,
        invoices=row.invoices,
        credit_notes=row.credit_notes,
        programs=tuple(row.programs),
        file_names=file_names,
        replaces=row.replaces,
    )
