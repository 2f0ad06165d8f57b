"""Copying the stored files of a batch to where the team wants them, as often as needed."""

from collections.abc import Iterator
from datetime import datetime

from boekbrug.server.bookkeeping.problems import Problem, Severity, coded
from boekbrug.server.records.archive import DossierRecords
from boekbrug.server.records.ledger_entries import BatchEntry, DeliveryResult
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.ports import FilesPort, UnreachableError


def deliver_batch(
    records: DossierRecords, batch: BatchEntry, files: FilesPort, now: datetime
) -> None:
    """Deliver every file of the batch and note how it went; again changes nothing.

    Raises:
        UnreachableError: a file is not there; the failure is noted.
    """
    year = batch.period.last.year
    target = ""
    try:
        for stored in records.files(batch.id):
            target = files.deliver(stored.file, year=year)
    except UnreachableError:
        records.deliver_noted(batch.id, target, DeliveryResult.FAILED, now=now)
        raise
    records.deliver_noted(batch.id, target, DeliveryResult.DELIVERED, now=now)


def undeliverable(files: FilesPort) -> Iterator[Problem]:
    """Yield why the files of an export could not be delivered now; asked at every check."""
    try:
        files.prove()
    except UnreachableError as error:
        severity = Severity.ERROR if error.permanent else Severity.WARNING
        yield coded("no-folder", tab=said("place export"), severity=severity, why=error.sentence)
