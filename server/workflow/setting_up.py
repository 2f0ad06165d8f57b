"""Set-up: what a workbook lacks of the first sheet is added, and what it has is left alone."""

from collections.abc import Sequence
from datetime import date

from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.workbook.first_sheet import FirstTab, first_sheet
from boekbrug.server.workflow.outside import Outside

SAID_MAX = 12


def set_up(outside: Outside, entry: WorkbookEntry) -> tuple[str, ...]:
    """Set the workbook up and return what was done, in words.

    Raises:
        UnreachableError: it cannot be set up, or not now; nothing was changed.
    """
    today = outside.day_in(entry.dossier, outside.now())
    return outside.open_set_up(entry).set_up(tabs_of(outside, entry, today))


def tabs_of(outside: Outside, entry: WorkbookEntry, today: date) -> tuple[FirstTab, ...]:
    """Return the first sheet as it is for this dossier: its program, country and this month."""
    own = entry.dossier.program
    programs = (own, *(name for name in outside.programs if name != own))
    return first_sheet(
        first_document_on=today.replace(day=1),
        programs=programs,
        parameters=setting_rows(outside.programs[own].Parameters),
        country=entry.dossier.country,
    )


def done_in_words(done: Sequence[str]) -> str:
    """Return the end of a set-up as a sentence.

    >>> done_in_words([]), done_in_words(["tab VAT added"])
    ('Everything is in place: nothing was changed.', 'Set up: tab VAT added.')
    """
    if not done:
        return "Everything is in place: nothing was changed."
    more = len(done) - SAID_MAX
    said = [*done[:SAID_MAX], *([f"and {more} more"] if more > 0 else [])]
    return f"Set up: {'; '.join(said)}."
