"""Attaching a workbook to a dossier: whose it is, where its files go, which numbers it brings."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.external_ids import new_numbers, unlike_recorded
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.records import Records
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import Changes, TabContent
from boekbrug.server.workbook.layout import StartLabel
from boekbrug.server.workbook.reader import Reading
from boekbrug.server.workbook.sheet_language import language_of_readers
from boekbrug.server.workbook.start import TITLE, start_rows
from boekbrug.server.workflow.outside import Outside
from boekbrug.server.workflow.ports import Purpose
from boekbrug.server.workflow.preparation import read_sheet

NUMBER = "Accountant's no."


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What is to be attached. `confirmed_by` names the team when its numbers were confirmed."""

    dossier_key: str
    location: str
    folder: str
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """The attached workbook and how many numbers it brought."""

    entry: WorkbookEntry
    numbers: int


def attach(records: Records, outside: Outside, attachment: Attachment) -> Attached:
    """Attach a workbook, or refuse with nothing kept.

    The id is written into tab Start first: an id that nobody knows does no harm, an attached
    workbook without its id would.

    Raises:
        RegisterError: the dossier is unknown, the file is attached or another's, or its numbers
            are not confirmed or not the recorded ones.
        UnreachableError: the file cannot be read or written.
    """
    provisional = _provisional(records, attachment)
    if records.register.workbook_at(attachment.location):
        raise RegisterError(
            "Workbook",
            found="it attached already, and its secret was shown then",
            needed="a file that is not attached yet",
        )
    workbook = outside.open_workbook(provisional, Purpose.OTHER)
    cells = workbook.read()
    reading = read_sheet(cells, provisional, outside.programs)
    _refuse_anothers(records, reading, attachment.dossier_key)
    now = outside.now()
    history = records.dossier(provisional.dossier_id).history(now)
    _refuse_unknown_exports(reading, history)
    _refuse_unlike_recorded(reading, history)
    numbers = _confirmed_numbers(reading, provisional, history, attachment.confirmed_by)
    start = _start(reading, provisional)
    workbook.change(lambda _: Changes(tabs=(start,)))
    entry = records.register.attach_workbook(
        attachment.dossier_key,
        kind=provisional.kind,
        location=attachment.location,
        folder=attachment.folder,
        workbook_id=provisional.id,
        now=now,
    )
    records.register.keep_numbers(entry, numbers, now=now)
    records.register.keep_language(entry.id, language_of_readers(reading.layout, ""))
    return Attached(entry, len(numbers))


def _provisional(records: Records, attachment: Attachment) -> WorkbookEntry:
    """Return the entry as it will be kept."""
    key = attachment.dossier_key
    dossier_id = records.register.dossier_id(key)
    team = records.register.team(key.partition("/")[0])
    if dossier_id is None or team is None:
        raise RegisterError("Dossier", found=f'"{key}"', needed="one that was added before")
    dossiers = {dossier.key: dossier for dossier in records.register.dossiers(team.key)}
    return WorkbookEntry(
        id=uuid.uuid4().hex,
        dossier_id=dossier_id,
        dossier=dossiers[key],
        team=team,
        kind="xlsx",
        location=attachment.location,
        folder=attachment.folder,
        secret_version=1,
        lines_estimate=None,
    )


def _refuse_anothers(records: Records, reading: Reading, dossier_key: str) -> None:
    """Refuse a copy of another dossier's file; one of the own dossier goes on from it."""
    known = records.register.workbook(reading.layout.workbook_id)
    if known and known.dossier.key != dossier_key:
        raise RegisterError(
            "Workbook",
            found=f"a copy of a file of {known.dossier.key}",
            needed=f"one of {dossier_key}: make it with `boekbrug workbook new` and paste the rows",
        )


def _refuse_unknown_exports(reading: Reading, history: History) -> None:
    """Refuse a sheet that knows an export which the records lack: it would be charged again."""
    digest = reading.layout.start.get(StartLabel.LAST_BATCH_DIGEST, "")
    if digest and digest not in history.batches:
        raise RegisterError(
            "Workbook",
            found="an export in tab Start that this server does not know",
            needed="a sheet of this dossier on this server, or one without exports",
        )


def _refuse_unlike_recorded(reading: Reading, history: History) -> None:
    """Refuse numbers that the dossier knows as another customer's, and second ones."""
    unlike = [*unlike_recorded(reading.workbook.customers.values(), history)]
    if unlike:
        told = " ".join(sentence(problem) for problem in unlike)
        raise RegisterError(
            "Workbook",
            found="other accountant's numbers than this dossier has",
            needed=f"the recorded ones. {told}".removesuffix("."),
        )


def _confirmed_numbers(
    reading: Reading, entry: WorkbookEntry, history: History, confirmed_by: str
) -> dict[str, str]:
    """Return the numbers that are new to the dossier: number to customer."""
    unclear = [problem for problem in reading.workbook.problems if problem.column == NUMBER]
    if unclear:
        raise RegisterError(
            "Workbook",
            found=f"unclear numbers. {sentence(unclear[0])}",
            needed="every accountant's number once",
        )
    new = new_numbers(reading.workbook.customers.values(), history)
    if new and confirmed_by != entry.team.name:
        raise RegisterError(
            "Workbook",
            found=_numbers_in_words(new),
            needed="your word that they are this dossier's: repeat the command with "
            f'--keep-numbers "{entry.team.name}"',
        )
    return new


def _numbers_in_words(numbers: Mapping[str, str]) -> str:
    if len(numbers) == 1:
        return f"the accountant's number {min(numbers)}"
    return f"{len(numbers)} accountant's numbers ({min(numbers)} to {max(numbers)})"


def _start(reading: Reading, entry: WorkbookEntry) -> TabContent:
    """Return tab Start of a workbook that was attached and has had no run yet."""
    title = (f"{TITLE} - {entry.team.name}", said("dossier", name=entry.dossier.key))
    remembered = {label.value: text for label, text in reading.layout.start.items()}
    values = remembered | {StartLabel.WORKBOOK_ID.value: entry.id}
    rows = start_rows(title, values, language_of_readers(reading.layout, ""))
    return TabContent(reading.layout.title("Start"), rows)
