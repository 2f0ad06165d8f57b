"""Gathers from the records what a run tells the sheet."""

from datetime import datetime
from zoneinfo import ZoneInfo

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.records.entries import DocumentDetail, Run, WorkbookEntry
from boekbrug.server.records.records import Records
from boekbrug.server.workflow.cost import cost_figures, outlook_in_words
from boekbrug.server.workflow.details import as_exported
from boekbrug.server.workflow.review import Report, StoredExport

WALLET_ROWS_MAX = 500


def report_of(
    records: Records, run: Run, entry: WorkbookEntry, *, page_url: str, now: datetime
) -> Report:
    """Return what this run tells its workbook."""
    dossier = records.dossier(entry.dossier_id)
    history = dossier.history(now)
    documents = as_told(records, run.id, records.details.all_documents(run.id))
    return Report(
        run=run,
        dossier=entry.dossier,
        team=entry.team.name,
        language=entry.language,
        workbook_id=entry.id,
        told_at=now,
        page_url=page_url,
        documents=documents,
        problems=records.details.all_problems(run.id),
        controls=records.controls.of(run.id),
        following=records.details.following_problems(run.id),
        exports=tuple(
            StoredExport(
                batch=batch,
                pressed_by=_pressed_by(records, batch.run_id),
                is_delivered=dossier.is_delivered(batch.id),
                replaced_by=history.past[batch.number].replaced_by,
            )
            for batch in dossier.batches()
        ),
        wallet=records.wallet.entries(entry.team.id, WALLET_ROWS_MAX),
        balance=history.balance if history.has_fee else None,
        outlook=outlook_in_words(cost_figures(ZERO, history)) or "",
        external_ids={
            customer.casefold(): number for number, customer in history.external_ids.items()
        },
        exported_customers=frozenset(map(str.casefold, history.exported_customers)),
        highest_external_id=dossier.highest_external_id(),
    )


def as_told(
    records: Records, run_id: str, documents: tuple[DocumentDetail, ...]
) -> tuple[DocumentDetail, ...]:
    """Return a run's documents as they stand now: those that it committed are exported."""
    run = records.runs.run(run_id)
    entry = records.register.workbook(run.workbook_id) if run else None
    own = records.dossier(entry.dossier_id).batch_of_run(run_id) if entry else None
    if entry is None or own is None:
        return documents
    exported_on = own.made_at.astimezone(ZoneInfo(entry.dossier.zone)).date()
    return as_exported(documents, own, exported_on.isoformat(), entry.language)


def _pressed_by(records: Records, run_id: str) -> str:
    run = records.runs.run(run_id)
    return run.pressed_by if run else ""
