"""Replacing an export that the accountant has not imported yet (rule B18).

The replacement holds exactly the documents of the export, as they are in the sheet by then. What
was exported of them once more since, or replaced already, is not taken back a second time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from boekbrug.server.bookkeeping.choosing import Named
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import DocumentKey, Workbook
from boekbrug.server.bookkeeping.problems import Origin, Problem, coded
from boekbrug.server.wording.said import said, together


@dataclass(frozen=True, slots=True)
class Replacing:
    """What is asked to be replaced: the number of the export, 0 for none.

    `not_imported` is somebody's word that the accountant has not imported it. `importing_again`
    is what each program does with a document that it has already.
    """

    export: int = 0
    not_imported: bool = False
    importing_again: tuple[str, ...] = ()


NOTHING = Replacing()


def rows_to_replace(workbook: Workbook, history: History, asked: Replacing) -> Named:
    """Return the rows of the export's documents, and why it cannot be replaced."""
    problems = tuple(_refusals(workbook, history, asked))
    if problems:
        return Named(frozenset(), problems)
    keys = _keys(history, asked.export)
    rows: set[Origin] = {one.origin for one in workbook.documents if one.key in keys}
    rows |= {one.origin for one in workbook.unreadable if one.key in keys}
    return Named(frozenset(rows), ())


def as_before(history: History, export: int) -> History:
    """Return the past as if no program had the customers that the export wrote."""
    wrote = {key for key, one in history.customers_written.items() if one.batch == export}
    digests = {key: one for key, one in history.customer_digests.items() if key not in wrote}
    return replace(history, customer_digests=digests)


def stands(stored: int, replaces: int, history: History) -> bool:
    """Whether a stored export may be delivered again: what was replaced never is."""
    past = history.past.get(stored)
    return stored == replaces if replaces else past is None or not past.replaced_by


def _keys(history: History, export: int) -> frozenset[DocumentKey]:
    return frozenset(key for key, past in history.exported.items() if past.batch == export)


def _refusals(workbook: Workbook, history: History, asked: Replacing) -> Iterator[Problem]:
    number, past = asked.export, history.past.get(asked.export)
    if past is None:
        yield _refusal("replace-unknown", number)
        return
    if past.replaced_by:
        yield _refusal("replace-replaced", number, by=past.replaced_by)
        return
    keys = _keys(history, number)
    if len(keys) < past.documents:
        yield _refusal("replace-exported-later", number)
        return
    here = {one.key for one in workbook.documents} | {one.key for one in workbook.unreadable}
    if gone := sorted(keys - here):
        yield _refusal("replace-without-rows", number, gone=tuple(key.number for key in gone))
    if not asked.not_imported:
        again = together(*asked.importing_again)
        yield _refusal("replace-unconfirmed", number, again=again)


def _refusal(code: str, number: int, **values: str | int | tuple[str, ...]) -> Problem:
    place = said("export numbered", number=number)
    given: dict[str, Any] = {"number": number, **values}
    return coded(code, tab="Exports", column=place, **given)
