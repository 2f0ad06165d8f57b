"""The commit: a plan carried out in one transaction, or refused with nothing stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, ExportFile, Totals
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.facts import facts_of
from boekbrug.server.bookkeeping.history import Closing
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.records.audit import note
from boekbrug.server.records.closings import add_closing, read_closing
from boekbrug.server.records.database import is_taken
from boekbrug.server.records.errors import (
    BalanceError,
    FenceLostError,
    NumberTakenError,
    PlanMovedError,
    RegisterError,
)
from boekbrug.server.records.fence import lock_fence
from boekbrug.server.records.file_rows import file_rows
from boekbrug.server.records.ledger import note_merged, note_use, store_charges, store_ids
from boekbrug.server.records.ledger_tables import (
    batch_customers,
    batch_documents,
    batch_files,
    batches,
)
from boekbrug.server.records.numbers import note_start
from boekbrug.server.records.tables import dossiers, runs
from boekbrug.server.records.wallet import add_entry, balance_of, lock_team
from boekbrug.server.wording.said import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """All that a commit stores.

    Args:
        run_id: the run, which holds the dossier's fence.
        plan: with a batch, and without anything that blocks.
        totals: as read back from the files.
        files: in the order of their making.
        period: the days that were asked for.
        code_version: of this server.
        layout_version: of the workbook.
        programs: the modules that wrote the files, the dossier's own first.
        now: the instant of the export.
    """

    run_id: str
    plan: Plan
    totals: Totals
    files: Sequence[ExportFile]
    period: Period
    code_version: str
    layout_version: int
    programs: Sequence[str]
    now: datetime

    @property
    def batch(self) -> Batch:
        """The batch of the plan; one without a batch is never committed."""
        if self.plan.batch is None:
            raise ValueError("commit: found a plan without a batch")
        return self.plan.batch


def carry_out(engine: sa.Engine, dossier_id: int, export: Export) -> int:
    """Store the export whole and return its batch's id; a run that has a batch gets that one.

    The dossier's fence row is locked first, then the team's row, then the balance is read. That
    numbers and documents are still free is left to the constraints: they cannot be passed by.

    Raises:
        FenceLostError: another run holds the dossier.
        PlanMovedError: a number, document or customer's number is taken by now.
        BalanceError: the wallet cannot pay.
    """
    try:
        with engine.begin() as connection:
            holder = lock_fence(connection, dossier_id)
            stored: int | None = connection.scalar(
                sa.select(batches.c.id).where(
                    batches.c.dossier_id == dossier_id, batches.c.run_id == export.run_id
                )
            )
            if stored is not None:
                return stored
            if holder != export.run_id:
                raise FenceLostError(export.run_id)
            return _store(connection, dossier_id, export)
    except NumberTakenError as error:
        raise PlanMovedError(said("moved number", number=error.external_id)) from error
    except RegisterError as error:
        raise PlanMovedError(said("moved a customer")) from error
    except IntegrityError as error:
        if not is_taken(error):
            raise
        raise PlanMovedError(said("moved an export")) from error


def _store(connection: sa.Connection, dossier_id: int, export: Export) -> int:
    plan = export.plan
    team_id = connection.execute(
        sa.select(dossiers.c.team_id).where(dossiers.c.id == dossier_id)
    ).scalar_one()
    _refuse_unpayable(connection, team_id, plan)
    _store_numbers(connection, dossier_id, export)
    batch_id = _store_batch(connection, dossier_id, export)
    store_charges(connection, dossier_id, batch_id, plan.charges)
    paid_for = {charge.key for charge in plan.charges}
    entry = {
        "at": export.now,
        "amount": -plan.fee,
        "reason": f"Export {export.batch.number}",
        "invoices": sum(document.key in paid_for for document in _invoices(export.batch)),
        "batch_id": batch_id,
    }
    add_entry(connection, team_id, entry)
    _close(connection, dossier_id, export)
    _tell(connection, dossier_id, batch_id, export)
    return batch_id


def _refuse_unpayable(connection: sa.Connection, team_id: int, plan: Plan) -> None:
    if plan.fee != sum((charge.amount_eur for charge in plan.charges), ZERO):
        raise ValueError(f"fee: found {plan.fee}, which is not the sum of the charges")
    credit_limit = lock_team(connection, team_id)
    balance = balance_of(connection, team_id)
    if plan.fee > ZERO and balance - plan.fee < -credit_limit:
        raise BalanceError(found=balance, credit_limit=credit_limit, needed=plan.fee)


def _store_numbers(connection: sa.Connection, dossier_id: int, export: Export) -> None:
    """Give the customers their numbers, and note from which workbook they are exported."""
    query = sa.select(runs.c.workbook_id, runs.c.pressed_by).where(runs.c.id == export.run_id)
    run = connection.execute(query).one()
    workbook_id: str = run.workbook_id
    given = export.plan.given_ids
    numbers = store_ids(connection, dossier_id, given, workbook_id=workbook_id, now=export.now)
    if export.plan.numbers_from is not None:
        note_start(
            connection, dossier_id, export.plan.numbers_from, who=run.pressed_by, now=export.now
        )
    batch = export.batch
    customers = (*batch.customers, *(document.customer for document in batch.documents))
    _refuse_renumbered(customers, numbers)
    used = {customer.external_id: customer.key for customer in customers}
    note_use(connection, dossier_id, used, workbook_id=workbook_id)
    note_merged(connection, dossier_id, export.plan.merged)


def _refuse_renumbered(customers: Iterable[Customer], numbers: Mapping[str, str]) -> None:
    """Refuse files that name a customer by a number that is not the customer's."""
    for customer in customers:
        if numbers.get(customer.external_id, "").casefold() != customer.key.casefold():
            raise PlanMovedError(said("moved customer", customer=customer.key))


def _store_batch(connection: sa.Connection, dossier_id: int, export: Export) -> int:
    row = _batch_row(export) | {"dossier_id": dossier_id}
    new = sa.insert(batches).values(row).returning(batches.c.id)
    batch_id: int = connection.execute(new).scalar_one()
    parts = (
        (batch_documents, _document_rows(export.batch)),
        (batch_customers, _customer_rows(export.batch, export.plan)),
        (batch_files, file_rows(export.files)),
    )
    for table, rows in parts:
        if rows:
            connection.execute(sa.insert(table), [{"batch_id": batch_id, **row} for row in rows])
    return batch_id


def _batch_row(export: Export) -> dict[str, object]:
    totals = export.totals
    invoices = len(_invoices(export.batch))
    return {
        "run_id": export.run_id,
        "number": export.batch.number,
        "period_first": export.period.first,
        "period_last": export.period.last,
        "selection": export.plan.selection,
        "made_at": export.now,
        "fee": export.plan.fee,
        "invoices": invoices,
        "credit_notes": len(export.batch.documents) - invoices,
        "net": totals.net,
        "vat": totals.vat,
        "gross": totals.gross,
        "vat_by_code": _texts(totals.vat_by_code),
        "debit": totals.debit,
        "credit": totals.credit,
        "content_digest": export.plan.content_digest,
        "programs": list(export.programs),
        "parameters": {name: dict(used) for name, used in export.plan.parameters.items()},
        "code_version": export.code_version,
        "layout_version": export.layout_version,
        "replaces": export.plan.replaces,
    }


def _invoices(batch: Batch) -> list[BookedDocument]:
    return [document for document in batch.documents if document.kind is Kind.INVOICE]


def _close(connection: sa.Connection, dossier_id: int, export: Export) -> None:
    """Keep up to which day the export was told that the books are closed, where that is later.

    Raises:
        PlanMovedError: other periods were closed or opened since the plan was made.
    """
    if read_closing(connection, dossier_id) != export.plan.closing:
        raise PlanMovedError(said("moved closing"))
    if export.plan.closes_up_to:
        own_run = runs.c.id == export.run_id
        who = connection.execute(sa.select(runs.c.pressed_by).where(own_run)).scalar_one()
        closing = Closing(export.plan.closes_up_to, export.batch.number)
        add_closing(connection, dossier_id, closing, who=who, now=export.now)


def _texts(amounts: Mapping[str, Decimal]) -> dict[str, str]:
    return {code: str(amount) for code, amount in amounts.items()}


def _document_rows(batch: Batch) -> list[dict[str, object]]:
    return [
        {
            "position": position,
            "series": document.key.series,
            "book_year": document.key.book_year,
            "number": document.key.number,
            "kind": document.kind,
            "issued_on": document.issued_on,
            "customer": document.customer.key,
            "external_id": document.customer.external_id,
            "net": document.net,
            "vat": document.vat_total,
            "gross": document.gross,
            "digest": document.digest,
            "row": document.origin.row,
            "facts": facts_of(document),
        }
        for position, document in enumerate(batch.documents, start=1)
    ]


def _customer_rows(batch: Batch, plan: Plan) -> list[dict[str, object]]:
    return [
        {
            "customer": customer.key,
            "external_id": customer.external_id,
            "digest": plan.customer_digests[customer.key],
            "field_digests": dict(plan.customer_fields.get(customer.key, {})),
        }
        for customer in batch.customers
    ]


def _tell(connection: sa.Connection, dossier_id: int, batch_id: int, export: Export) -> None:
    """Let the run know its batch, and the audit who made it."""
    own_run = runs.c.id == export.run_id
    connection.execute(sa.update(runs).where(own_run).values(batch_id=batch_id))
    note(
        connection,
        "batch committed",
        who=connection.execute(sa.select(runs.c.pressed_by).where(own_run)).scalar_one(),
        now=export.now,
        dossier_id=dossier_id,
        run_id=export.run_id,
        facts={
            "batch": export.batch.number,
            "fee_eur": str(export.plan.fee),
            **({"replaces": export.plan.replaces} if export.plan.replaces else {}),
            **({"customers_again": export.plan.rewritten} if export.plan.rewritten else {}),
        },
    )
