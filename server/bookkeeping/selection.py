"""Which documents an export takes, and why the others stay out.

A document is taken when its date lies in the period, from the first document date on, when
neither it nor its customer is held, and (unless everything is asked for) when no export holds it.
An error blocks when it stands on a row that the export uses, or on one that cannot be read
and so might belong to it; every other problem waits for later.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from boekbrug.server.bookkeeping.computing import account_of, discount_account_of
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Line, UnreadableRow, Workbook
from boekbrug.server.bookkeeping.payers import holding, stand_in
from boekbrug.server.bookkeeping.plan import RowState, State
from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.settings import EVER, Period
from boekbrug.server.bookkeeping.terms import LineKind, Selection
from boekbrug.server.wording.said import Said, said

_HELD = said("left out: on hold")
_DRAFT = said("left out: a draft")
_NOT_CHOSEN = said("left out: not chosen")


@dataclass(frozen=True, slots=True)
class Selected:
    """The documents taken, every Invoices row with its state, and the rows that the export uses.

    `unreadable` are rows that would be taken if they were documents.
    """

    documents: tuple[Document, ...]
    rows: tuple[RowState, ...]
    used: frozenset[tuple[str, int]]
    unreadable: tuple[UnreadableRow, ...]


def select(
    workbook: Workbook,
    history: History,
    period: Period,
    selection: Selection,
    chosen: frozenset[Origin] | None = None,
) -> Selected:
    """Return what an export of the period takes; where rows are chosen, of them alone."""
    rows: list[RowState] = []
    taken: list[Document] = []
    unread: list[UnreadableRow] = []
    for document in workbook.documents:
        row = _chosen(_row_of(document, workbook, history, period, selection), chosen)
        rows.append(row)
        if row.selected:
            taken.append(document)
    for unreadable in workbook.unreadable:
        row = _unreadable(unreadable, workbook, history, period)
        if chosen and row.origin in chosen and row.batch and selection is Selection.ALL:
            row = replace(row, selected=True)  # what is wrong with it stands in its own problems
        row = _chosen(row, chosen)
        rows.append(row)
        if row.selected:
            unread.append(unreadable)
    rows.sort(key=lambda row: row.origin)
    used = frozenset(_used_rows(workbook, taken, unread))
    return Selected(tuple(taken), tuple(rows), used, tuple(unread))


def from_the_first(workbook: Workbook, period: Period) -> Period:
    """Return the period from the first document date on, where it has no first day of its own."""
    if period.first != EVER:
        return period
    days = [document.issued_on for document in workbook.documents if document.issued_on in period]
    first_on = workbook.settings.first_document_on or min(days, default=period.last)
    return Period(min(first_on, period.last), period.last)


def without(selected: Selected, left_out: Mapping[DocumentKey, str]) -> Selected:
    """Return the selection without the documents that no file would hold, each with its reason."""
    reasons = {
        document.origin: left_out[document.key]
        for document in selected.documents
        if document.key in left_out
    }
    rows = tuple(
        replace(row, state=State.LEFT_OUT, selected=False, reason=reasons[row.origin])
        if row.origin in reasons
        else row
        for row in selected.rows
    )
    taken = tuple(one for one in selected.documents if one.origin not in reasons)
    return replace(selected, documents=taken, rows=rows)


def _chosen(row: RowState, chosen: frozenset[Origin] | None) -> RowState:
    """Return the row as it is when only some are chosen: the others are left alone."""
    if chosen is None or row.origin in chosen or not row.selected:
        return row
    return replace(row, selected=False, reason=row.reason or _NOT_CHOSEN)


def blocking_and_later(
    problems: Iterable[Problem], used: frozenset[tuple[str, int]], settings_tab: str
) -> tuple[list[Problem], list[Problem]]:
    """Return the problems that concern the export, and those that wait for later.

    A problem of a whole tab and one of Settings concern every export, and so does the cause of
    one that does.
    """
    found = list(problems)

    def concerns(problem: Problem, rows: frozenset[tuple[str, int]]) -> bool:
        is_general = not problem.rows or problem.tab == settings_tab
        return is_general or _stands_on(problem, rows)

    causes = {
        (problem.behind.tab, problem.behind.row)
        for problem in found
        if problem.behind and concerns(problem, used)
    }
    now: list[Problem] = []
    later: list[Problem] = []
    for problem in found:
        (now if concerns(problem, used | causes) else later).append(problem)
    return now, later


def _stands_on(problem: Problem, rows: frozenset[tuple[str, int]]) -> bool:
    return any((problem.tab, row) in rows for row in problem.rows)


def _row_of(
    document: Document, workbook: Workbook, history: History, period: Period, selection: Selection
) -> RowState:
    exported = history.exported.get(document.key)
    state, reason = _state(document, workbook, exported)
    waits = _waiting(document, workbook)
    is_wanted = exported is None or selection is Selection.ALL
    inside = document.issued_on in period
    return RowState(
        origin=document.origin,
        number=document.number,
        customer=document.customer,
        state=state,
        selected=is_wanted and waits is None and inside,
        in_period=inside,
        reason=reason or ("" if inside else _outside(period)),
        batch=exported.batch if exported else 0,
        exported_on=exported.exported_on.isoformat() if exported else "",
    )


def _state(document: Document, workbook: Workbook, exported: Exported | None) -> tuple[State, str]:
    if exported:
        return State.EXPORTED, _in_export(exported.batch, exported.exported_on)
    return _waiting(document, workbook) or (State.NEW, "")


def _waiting(document: Document, workbook: Workbook) -> tuple[State, str] | None:
    """Return why a document is left alone whatever is asked for, or None."""
    first_on = workbook.settings.first_document_on
    customer = workbook.customers[document.customer]
    if first_on and document.issued_on < first_on:
        return State.BEFORE_BOEKBRUG, _before(first_on)
    if document.hold or document.is_draft:
        return State.ON_HOLD, _HELD if document.hold else _DRAFT
    if one := holding(customer, workbook):
        return State.ON_HOLD, said("left out: customer on hold", customer=one.key)
    return None


def _unreadable(
    row: UnreadableRow, workbook: Workbook, history: History, period: Period
) -> RowState:
    """Return the state of a row that did not become a document: it might belong to the export."""
    state, reason, selected = State.TO_FIX, said("left out: to fix"), True
    first_on = workbook.settings.first_document_on
    exported = history.exported.get(row.key) if row.key else None
    if exported:
        state, selected = State.EXPORTED, False
        reason = _in_export(exported.batch, exported.exported_on)
    elif row.hold:
        state, reason, selected = State.ON_HOLD, _HELD, False
    elif row.issued_on and first_on and row.issued_on < first_on:
        state, selected = State.BEFORE_BOEKBRUG, False
        reason = _before(first_on)
    elif row.issued_on and row.issued_on not in period:
        selected = False
    return RowState(
        origin=row.origin,
        number=row.number or "",
        customer="",
        state=state,
        selected=selected,
        in_period=row.issued_on is None or row.issued_on in period,
        reason=reason,
        batch=exported.batch if exported else 0,
        exported_on=exported.exported_on.isoformat() if exported else "",
    )


@lru_cache  # as below: thousands of rows may have one reason, said once
def _before(first_on: date) -> Said:
    return said("left out: before the first", first=first_on.isoformat())


@lru_cache
def _in_export(batch: int, exported_on: date) -> Said:
    return said("left out: exported", batch=batch, day=exported_on.isoformat())


@lru_cache
def _outside(period: Period) -> Said:
    first, last = period.first.isoformat(), period.last.isoformat()
    return said("left out: other days", first=first, last=last)


def _used_rows(
    workbook: Workbook, documents: Iterable[Document], unreadable: Iterable[UnreadableRow]
) -> Iterator[tuple[str, int]]:
    for origin in _used_origins(workbook, documents, unreadable):
        yield origin.tab, origin.row


def _used_origins(
    workbook: Workbook, documents: Iterable[Document], unreadable: Iterable[UnreadableRow]
) -> Iterator[Origin]:
    yield from workbook.orphans
    for row in unreadable:
        yield row.origin
        yield from row.lines
    for document in documents:
        yield from origins_of(document, workbook)


def origins_of(document: Document, workbook: Workbook) -> Iterator[Origin]:
    """Yield the rows that an export of the document uses."""
    yield document.origin
    customer = workbook.customers[document.customer]
    yield customer.origin
    yield stand_in(customer, workbook).origin
    has_discount = bool(document.discount_percent or document.discount_amount)
    for line in document.lines:
        yield line.origin
        if line.kind is not LineKind.TEXT:
            yield workbook.vat_codes[line.vat_code].origin
            yield from _accounts_behind(line, document, workbook, has_discount=has_discount)


def _accounts_behind(
    line: Line, document: Document, workbook: Workbook, *, has_discount: bool
) -> Iterator[Origin]:
    """Yield the rows of the accounts that a line, and its share of a discount, are booked on."""
    numbers = [account_of(line, document, workbook)]
    if has_discount:
        numbers.append(discount_account_of(workbook)(line.vat_code))
    for number in numbers:
        if account := workbook.accounts.get(number):
            yield account.origin
