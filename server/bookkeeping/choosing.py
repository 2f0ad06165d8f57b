"""The documents that somebody names by their numbers: to take them alone, or to put them on hold.

Nothing is guessed: a number that no row has, or that two have, is said, and nothing is exported.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from boekbrug.server.bookkeeping.changes import tab_of_documents
from boekbrug.server.bookkeeping.model import Document, UnreadableRow, Workbook
from boekbrug.server.bookkeeping.plan import Plan, RowState
from boekbrug.server.bookkeeping.problems import Origin, Problem, coded, coded_at, found_in_words
from boekbrug.server.bookkeeping.selection import origins_of
from boekbrug.server.wording.said import word

Row = Document | UnreadableRow
One = TypeVar("One", Document, UnreadableRow)


@dataclass(frozen=True, slots=True)
class Named:
    """The rows of Invoices that numbers name, and what is wrong with the numbers."""

    rows: frozenset[Origin]
    problems: tuple[Problem, ...]


def as_typed(one: Row) -> set[str]:
    """Return what a row is called by when only its own number counts."""
    return {one.number or ""} - {""}


def as_known(one: Row) -> set[str]:
    """Return what a row is called by: its number as it stands there, or in its one spelling."""
    return as_typed(one) | ({one.key.number} if one.key else set())


def named_rows(
    workbook: Workbook, numbers: Sequence[str], names: Callable[[Row], set[str]] = as_known
) -> Named:
    """Return the rows of these numbers, and what is wrong with them; as typed, one counts first."""
    rows: set[Origin] = set()
    problems: list[Problem] = []
    by_number: dict[str, list[Origin]] = {}
    every: list[Row] = [*workbook.documents, *workbook.unreadable]
    for one in every:
        for name in names(one):
            by_number.setdefault(name, []).append(one.origin)
    for number in dict.fromkeys(numbers):
        typed = [one.origin for one in every if one.number == number]
        found = typed or by_number.get(number, [])
        if len(found) == 1:
            rows.update(found)
        else:
            problems.append(_not_one(workbook, number, found))
    return Named(frozenset(rows), tuple(problems))


def _not_one(workbook: Workbook, number: str, found: Sequence[Origin]) -> Problem:
    return coded(
        "several-named" if found else "none-named",
        tab=tab_of_documents(workbook),
        rows=tuple(origin.row for origin in found),
        column=word("header", "Number"),
        found=found_in_words(number),
    )


def left_out(rows: Iterable[RowState], chosen: frozenset[Origin]) -> Iterator[Problem]:
    """Yield a problem for each chosen document that the export would leave out."""
    for row in rows:
        if row.origin in chosen and not row.selected:
            yield coded_at(
                row.origin,
                word("header", "Number"),
                "chosen-left-out",
                number=row.number,
                reason=row.reason,
            )


def to_hold(workbook: Workbook, plan: Plan) -> tuple[str, ...]:
    """Return the numbers of the documents that stop an export, where nobody else has the number.

    On hold they stop nothing. What is wrong with a setting or with a whole tab stops it still.
    """
    wrong = {(problem.tab, row) for problem in plan.blocking for row in problem.rows}
    taken = {row.origin for row in plan.rows if row.selected}
    numbers = [
        one.number
        for one in workbook.documents
        if one.origin in taken
        and any((used.tab, used.row) in wrong for used in origins_of(one, workbook))
    ]
    numbers += [one.number or "" for one in workbook.unreadable if one.origin in taken]
    all_numbers = Counter(
        [one.number for one in workbook.documents] + [one.number for one in workbook.unreadable]
    )
    return tuple(number for number in numbers if number and all_numbers[number] == 1)


def with_held(workbook: Workbook, held: frozenset[Origin]) -> Workbook:
    """Return the workbook with these documents on hold."""
    if not held:
        return workbook
    return replace(
        workbook,
        documents=tuple(_held(one, held) for one in workbook.documents),
        unreadable=tuple(_held(one, held) for one in workbook.unreadable),
    )


def _held(one: One, held: frozenset[Origin]) -> One:
    return replace(one, hold=True) if one.origin in held else one
