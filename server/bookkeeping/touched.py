"""The server's cells of tab Invoices that somebody touched.

The records say what is exported; a cell that says otherwise is put back by the run that mentions
it. What a row says that no export holds is judged in `claims`.

*Export* and *Exported on* are compared with the records. *State* is a word that every run finds
anew, so that an older one is no change: it counts only where it is empty, or no word of the
server's, or alone says "exported". A cell is empty for good reasons too: an export that the sheet
was not told of yet, an older copy of the file, another workbook, a column that was added since.
So it counts as emptied only where this workbook exported the document and was told of it after
that, in this column. Rows on hold and those before the first document date keep what they say of
an export. The states of customers are not compared: nothing follows from them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from boekbrug.server.bookkeeping.claims import Claim, Lookup, claimed
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.plan import Plan, RowState, State
from boekbrug.server.bookkeeping.problems import Problem, found_in_words
from boekbrug.server.bookkeeping.told import SILENT, LastTold, RowTold
from boekbrug.server.wording.said import in_every_language, said, word

LEFT_ALONE = frozenset({State.ON_HOLD, State.BEFORE_BOEKBRUG})
"""States of rows that no export takes: what they say of an export stays as it is."""

CODES = frozenset(
    {"server-cell-touched", "server-cell-typed", "state-without-export"}
    | {"copied-with-export", "renumbered-after-export", "export-not-on-record"}
)
"""Of every problem that is found here."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What was found: of this run, and of rows that it does not take.

    `found_again` are exported documents whose rows seem to have another number by now.
    """

    now: tuple[Problem, ...] = ()
    later: tuple[Problem, ...] = ()
    found_again: frozenset[DocumentKey] = frozenset()


def touched_cells(
    lookup: Lookup,
    rows: Iterable[RowState],
    *,
    workbook_id: str,
    last: LastTold,
) -> Touched:
    """Return what the server's cells of the rows say that the records do not.

    Args:
        lookup: the sheet, and what was exported.
        rows: every Invoices row with its state.
        workbook_id: of the sheet.
        last: what the sheet was told last.
    """
    sheet = lookup.workbook.told
    if not sheet.headers:
        return Touched()
    now: list[Problem] = []
    later: list[Problem] = []
    found_again: set[DocumentKey] = set()
    for row in rows:
        told = sheet.rows.get(row.origin, SILENT)
        if row.batch:
            now += _of_exported(row, told, lookup, workbook_id, last)
        elif row.state in LEFT_ALONE:
            now += _typed(row, {"State": told.state}, lookup)
        elif claim := Claim.of(told):
            problem, again = claimed(row, claim, lookup)
            (later if problem.blocks and not row.selected else now).append(problem)
            found_again |= again
        else:
            texts = {"State": told.state, "Exported on": told.exported_on, "Export": told.export}
            now += [*_typed(row, texts, lookup), *_marked(row, told.state, lookup)]
    return Touched(tuple(now), tuple(later), frozenset(found_again))


def without_touched(plan: Plan) -> Plan:
    """Return the plan without what was found here, for a sheet that nobody writes into."""

    def others(problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(problem for problem in problems if problem.code not in CODES)

    return replace(
        plan,
        blocking=others(plan.blocking),
        warnings=others(plan.warnings),
        later=others(plan.later),
        following=others(plan.following),
    )


def _of_exported(
    row: RowState, told: RowTold, lookup: Lookup, workbook_id: str, last: LastTold
) -> Iterator[Problem]:
    """Yield the one problem of the cells of an exported row that are put back."""
    if row.batch > last.export:
        return
    exported_on, batch = date.fromisoformat(row.exported_on), str(row.batch)
    is_state = told.state.casefold() in _words_of()
    if is_state and (told.day, told.export) == (exported_on, batch):
        return
    cells: tuple[tuple[str, str, object, bool], ...] = (
        ("State", told.state, word("state", row.state), is_state),
        ("Exported on", told.exported_on, exported_on, told.day == exported_on),
        ("Export", told.export, batch, told.export == batch),
    )
    known = last.columns & lookup.workbook.told.headers.keys()
    was_here = lookup.history.exported[lookup.keys[row.origin]].workbook_id == workbook_id
    touched = [
        (name, _in_words(told.day if name == "Exported on" and told.day else text), kept, text)
        for name, text, kept, is_right in cells
        if name in known and not is_right and (text or was_here)
    ]
    if touched:
        names, found, kept, texts = zip(*touched, strict=True)
        yield lookup.problem(
            "server-cell-touched",
            row,
            names,
            found=_listed(found) if any(texts) else found[0],
            kept=_listed(kept),
        )


def _typed(row: RowState, texts: Mapping[str, str], lookup: Lookup) -> Iterator[Problem]:
    """Yield what people typed into cells that the server overwrites, by the English header."""
    for name, text in texts.items():
        if text and not (name == "State" and text.casefold() in _words_of()):
            yield lookup.problem("server-cell-typed", row, [name], found=found_in_words(text))


def _marked(row: RowState, state: str, lookup: Lookup) -> Iterator[Problem]:
    """Yield the problem of a state that alone says that the row is exported."""
    if state.casefold() in _words_of(State.EXPORTED, State.CHANGED):
        found, hold = found_in_words(state), word("header", "Hold")
        yield lookup.problem("state-without-export", row, ["State"], found=found, hold=hold)


@cache
def _words_of(*states: State) -> frozenset[str]:
    """Return these states, or all of them, as every language says them."""
    said_so = (in_every_language(word("state", one.value)) for one in states or State)
    return frozenset(text.casefold() for texts in said_so for text in texts)


def _in_words(value: object) -> object:
    """Return what a cell says: a number or a day as such, a text quoted."""
    is_figure = isinstance(value, date) or (isinstance(value, str) and value.isdigit())
    return value if is_figure else found_in_words(value)


def _listed(values: Sequence[object]) -> object:
    """Return one value, or several with "and" before the last."""
    *before, last = values
    return said("and", before=tuple(before), last=last) if before else last
