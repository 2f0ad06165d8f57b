"""What the sheet remembers of earlier exports, against the records.

The sheet is the witness after a restore: a file that knows an export which the records lack
stops everything, and so does a copy of another attached file.
"""

from collections.abc import Iterator
from dataclasses import replace

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.problems import Problem, coded, found_in_words
from boekbrug.server.bookkeeping.told import LastTold
from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.wording.said import said, word
from boekbrug.server.workbook.layout import FoundLayout, StartLabel

OWN_TABS = ("Start", "Check", "Exports", "Balance")


def missing_tabs(layout: FoundLayout) -> Iterator[Problem]:
    """Yield the problem of a file that an export could not tell anything; a check can do so."""
    missing = [name for name in OWN_TABS if name not in layout.titles]
    if missing:
        tabs = tuple(word("tab", name) for name in OWN_TABS)
        yield coded("tabs-of-server-missing", tab=word("tab", missing[0]), tabs=tabs)


def witness_problems(
    layout: FoundLayout, entry: WorkbookEntry, history: History
) -> Iterator[Problem]:
    """Yield what tells that this is another file, or that the records are older than it."""
    if layout.workbook_id and layout.workbook_id != entry.id:
        yield coded(
            "another-workbook",
            tab=layout.title("Start"),
            column=StartLabel.WORKBOOK_ID.value,
            found=found_in_words(layout.workbook_id),
            attached=entry.id,
        )
    digest = layout.start.get(StartLabel.LAST_BATCH_DIGEST, "")
    if digest and digest not in history.batches:
        yield coded(
            "unknown-export",
            tab=layout.title("Start"),
            column=StartLabel.LAST_BATCH_DIGEST.value,
            last=history.next_batch - 1,
        )


def last_told(layout: FoundLayout, entry: WorkbookEntry, history: History) -> LastTold:
    """Return what this sheet was told last, as far as the records and the sheet agree on it.

    An older copy of the file knows of fewer exports than the records told it.
    """
    digest = layout.start.get(StartLabel.LAST_BATCH_DIGEST, "")
    return replace(entry.told, export=min(entry.told.export, history.batches.get(digest, 0)))


def not_exporting(entry: WorkbookEntry) -> Iterator[Problem]:
    """Yield why a connected copy, or a file that a copy goes on from, never exports."""
    if entry.is_test:
        yield coded("test-copy", tab=said("place this file"))
    elif entry.continued_by:
        yield coded("file-followed", tab=said("place this file"), title=entry.continued_by)
