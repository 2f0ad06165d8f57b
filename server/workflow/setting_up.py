"""Set-up: what a workbook lacks of the first sheet is added, and what it has is left alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.records.entries import Action, Run, RunRequest, WorkbookEntry
from boekbrug.server.wording.said import Said, said, word
from boekbrug.server.workbook.first_sheet import FirstTab, first_sheet
from boekbrug.server.workbook.further_columns import UnknownColumnError, meant_column
from boekbrug.server.workbook.presets import of_country
from boekbrug.server.workflow.outside import Outside
from boekbrug.server.workflow.ports import UnreachableError

SAID_MAX = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a run made of the sheet itself.

    Attributes:
        done: what was done, step by step; nothing when all was there.
        sentence: the same for people.
        event: the same for the audit, in a word or two.
        facts: small figures of it.
        language: in which people read what is said of the workbook.
    """

    done: tuple[str, ...]
    sentence: str
    event: str
    facts: Mapping[str, str | int]
    language: str


def set_up(outside: Outside, entry: WorkbookEntry, run: Run) -> Made:
    """Set the workbook up, or add the column that the run asks for.

    Raises:
        UnreachableError: it cannot be done, or not now; nothing was changed.
    """
    if run.action is Action.ADD_COLUMN:
        return _add_column(outside, entry, run.request)
    today = outside.day_in(entry.dossier, outside.now())
    done = outside.open_set_up(entry).set_up(tabs_of(outside, entry, today), _language(entry))
    return Made(
        done=done.steps,
        sentence=done_in_words(done.steps),
        event="sheet set up",
        facts={"done": len(done.steps)},
        language=done.language,
    )


def _add_column(outside: Outside, entry: WorkbookEntry, request: RunRequest) -> Made:
    try:
        tab, header = meant_column(request.tab, request.header, tuple(outside.programs))
    except UnknownColumnError as error:
        raise UnreachableError(error.sentence, permanent=True) from error
    done = outside.open_set_up(entry).add_column(tab, header, _language(entry))
    there = said("column there", tab=word("tab", tab), column=word("header", header))
    return Made(
        done=done.steps,
        sentence=said("column added", done=done.steps[0]) if done.steps else there,
        event="column added",
        facts={"done": len(done.steps), "tab": tab, "column": header},
        language=done.language,
    )


def _language(entry: WorkbookEntry) -> str:
    """Return the language of what is added where the sheet does not say, of its people or land."""
    return entry.language or str(of_country(entry.dossier.country).settings["Language"])


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


def done_in_words(done: Sequence[str]) -> Said:
    """Return the end of a set-up as a sentence.

    >>> done_in_words([]), done_in_words(["tab VAT added"])
    ('Everything is in place: nothing was changed.', 'Set up: tab VAT added.')
    """
    if not done:
        return said("everything in place")
    more = len(done) - SAID_MAX
    named = [*done[:SAID_MAX], *([said("and so many more", count=more)] if more > 0 else [])]
    steps = reduce(lambda before, last: said("and then", before=before, last=last), named)
    return said("set up", steps=steps)
