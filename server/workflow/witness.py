"""What the sheet remembers of earlier exports, against the records.

The sheet is the witness after a restore: a file that knows an export which the records lack
stops everything, and so does a copy of another attached file.
"""

from collections.abc import Iterator

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.problems import Problem, found_in_words
from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.workbook.layout import FoundLayout, StartLabel

OWN_TABS = ("Start", "Check", "Exports", "Balance")


def missing_tabs(layout: FoundLayout) -> Iterator[Problem]:
    """Yield the problem of a file that an export could not tell anything; a check can do so."""
    missing = [name for name in OWN_TABS if name not in layout.titles]
    if missing:
        yield Problem(
            tab=missing[0],
            found="no tab with this name",
            allowed=f"the tabs {', '.join(OWN_TABS)}",
            cure="In a Google Sheet press Bookkeeping > Repair tabs and formats; for an .xlsx file "
            "run `boekbrug workbook new` and paste your rows into the file that it makes.",
        )


def witness_problems(
    layout: FoundLayout, entry: WorkbookEntry, history: History
) -> Iterator[Problem]:
    """Yield what tells that this is another file, or that the records are older than it."""
    if layout.workbook_id and layout.workbook_id != entry.id:
        yield Problem(
            tab=layout.title("Start"),
            column=StartLabel.WORKBOOK_ID.value,
            found=found_in_words(layout.workbook_id),
            allowed=f'"{entry.id}", the id that this file was attached with',
            cure="It looks like a copy of another file: put the attached file back, or attach "
            "this one.",
        )
    digest = layout.start.get(StartLabel.LAST_BATCH_DIGEST, "")
    if digest and digest not in history.batches:
        last = history.next_batch - 1
        yield Problem(
            tab=layout.title("Start"),
            column=StartLabel.LAST_BATCH_DIGEST.value,
            found="an export that the server does not know",
            allowed=f"one of the server's exports, which end at {last}",
            cure="The server was restored from an older copy, or the file is another team's. "
            "Exporting stays off until whoever runs the server has looked.",
        )


def not_exporting(entry: WorkbookEntry) -> Iterator[Problem]:
    """Yield why a connected copy, or a file that a copy goes on from, never exports."""
    if entry.is_test:
        yield Problem(
            tab="This file",
            found="a test copy",
            allowed="checks",
            cure="Export from the file that it was copied from, or connect a new copy of that.",
        )
    elif entry.continued_by:
        yield Problem(
            tab="This file",
            found=f'"{entry.continued_by}", which goes on from it',
            allowed="one exporting file at a time",
            cure=f'Export from "{entry.continued_by}".',
        )
