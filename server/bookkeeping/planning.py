"""The plan of an export: what is taken, how it is booked, who gets a number, what it costs.

Everything wrong is found in one go; a plan with `blocking` problems is shown and never carried
out. The same workbook, past and request give the same plan, in whatever order the rows stand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.changes import (
    changed_since_export,
    since_last,
    vanished,
    vanished_told,
    with_changed,
)
from boekbrug.server.bookkeeping.choosing import Named, as_typed, left_out, named_rows, with_held
from boekbrug.server.bookkeeping.closing import closed, closed_less, newly_closed
from boekbrug.server.bookkeeping.deposits import deposits_of
from boekbrug.server.bookkeeping.digests import (
    content_digest,
    customer_digest,
    digest_of,
    field_digests,
)
from boekbrug.server.bookkeeping.e_invoices import booked_twice
from boekbrug.server.bookkeeping.external_ids import Assignment, assign
from boekbrug.server.bookkeeping.gathering import gather
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.identity import (
    mistaken_for_exported,
    moved_over_the_year,
    numbering_changed,
)
from boekbrug.server.bookkeeping.merging import merge_questions, new_merges, retired_numbers
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.noticing import worth_a_look
from boekbrug.server.bookkeeping.number_ranges import ANY_NUMBER, NumberRange, full, lowered
from boekbrug.server.bookkeeping.outlines import of_outlines
from boekbrug.server.bookkeeping.payers import Payers
from boekbrug.server.bookkeeping.paying import balance_problems, charges_of
from boekbrug.server.bookkeeping.plan import Plan, with_problems
from boekbrug.server.bookkeeping.posting import post, post_all
from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.replacing import NOTHING, Replacing, rows_to_replace, stands
from boekbrug.server.bookkeeping.rewriting import UNASKED, Rewriting, rewritten, written_again
from boekbrug.server.bookkeeping.selection import Selected, blocking_and_later, select, without
from boekbrug.server.bookkeeping.settings import EVER, BookYear, Dossier, Period, Settings
from boekbrug.server.bookkeeping.settling import Settling, document_order
from boekbrug.server.bookkeeping.spanning import spanning
from boekbrug.server.bookkeeping.terms import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What is asked, and the day (in the dossier's zone) whose prices count.

    `parameters` are the program modules' parameters, program to label to text.
    `one_book_year`, `one_period` when a program's file holds no more than one. `top_up_text` is
    the operator's own sentence on how to fill the balance. `number_range` are the numbers that
    customers can be given. `left_out` are documents that no program takes, each with the reason.
    `documents` are the numbers of the only ones to take, none for all; `hold` those of documents
    to put on hold first. `replacing` is the export whose place this one takes, `rewriting` the
    word for customers that are all written again.
    """

    period: Period
    selection: Selection
    today: date
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    one_book_year: bool = True
    one_period: bool = False
    top_up_text: str = ""
    workbook_id: str = ""
    number_range: NumberRange = ANY_NUMBER
    left_out: Mapping[DocumentKey, str] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()
    replacing: Replacing = NOTHING
    rewriting: Rewriting = UNASKED

    @property
    def latest(self) -> date:
        """Today, or the last day of the period if that is later."""
        return max(self.today, self.period.last)


def make_plan(workbook: Workbook, dossier: Dossier, history: History, request: PlanRequest) -> Plan:
    """Return what an export would do."""
    held = named_rows(workbook, request.hold, as_typed)
    named, request = _named(workbook, history, request)
    workbook = with_held(workbook, held.rows)
    settings, years = workbook.settings, _years_of(workbook, dossier)
    request = replace(request, period=_from_the_first(workbook, request.period))
    selected = _selected(workbook, history, request, named)
    problems, later = blocking_and_later(workbook.problems, selected.used, settings.tab)
    problems += [*held.problems, *named.problems, *left_out(selected.rows, named.rows)]
    documents = sorted(selected.documents, key=document_order)
    settling = Settling(workbook, dossier.country, history, documents)
    problems += mistaken_for_exported(workbook, history, request.period, years)
    problems += numbering_changed(documents, history, settings)
    assignment, booked_on = _numbers(documents, workbook, history, request)
    problems = _with_numbers(problems, assignment, settings, history, request)
    posted, found = post_all(documents, booked_on, settling, years)
    refused = closed(documents, workbook, years, history)
    refused |= moved_over_the_year(posted, vanished(workbook, history, request.workbook_id))
    booked = tuple(one for one in posted if one.key not in refused)
    charges = charges_of(booked, history, request.today)
    problems += [*found, *refused.values(), *spanning(documents, booked, settings, years, request)]
    deposits = deposits_of(settling, history, request.period, documents)
    problems += [*deposits.problems, *of_outlines(selected.unreadable, settling, years, history)]
    problems += worth_a_look(workbook, documents, selected.rows, history, years, request.latest)
    plan = Plan(
        selection=request.selection,
        batch=deposits.in_batch(_gathered(booked, workbook, dossier, history, request)),
        rows=selected.rows,
        given_ids=assignment.given,
        numbers_from=int(settings.first_external_id) if assignment.generates else None,
        charges=charges,
        fee=sum((charge.amount_eur for charge in charges), ZERO),
        has_fee=history.has_fee,
        later=tuple(_better_advised(later, assignment.of_others)),
        parameters=request.parameters,
        replaces=request.replacing.export,
    )
    plan = _with_past(with_problems(plan, problems), workbook, history, request)
    return _compared(plan, settling, dossier, history, request)


def _named(workbook: Workbook, history: History, request: PlanRequest) -> tuple[Named, PlanRequest]:
    """Return the rows asked for by name; what replaces an export is about all of its days."""
    if not request.replacing.export:
        return named_rows(workbook, request.documents), request
    past = history.past.get(request.replacing.export)
    period = past.period if past else request.period
    named = rows_to_replace(workbook, history, request.replacing)
    return named, replace(request, period=period, selection=Selection.ALL)


def _selected(workbook: Workbook, history: History, request: PlanRequest, named: Named) -> Selected:
    """Return what is taken: of the named documents alone, and of what the programs write."""
    chosen = named.rows if request.documents or request.replacing.export else None
    taken = select(workbook, history, request.period, request.selection, chosen)
    return without(taken, request.left_out)


def _gathered(
    booked: tuple[BookedDocument, ...],
    workbook: Workbook,
    dossier: Dossier,
    history: History,
    request: PlanRequest,
) -> Batch | None:
    replaces = request.replacing.export
    if not booked:
        return None
    return gather(booked, workbook, dossier, history, request.period, replaces=replaces)


def _from_the_first(workbook: Workbook, period: Period) -> Period:
    """Return the period from the first document date on, where it has no first day of its own."""
    if period.first != EVER:
        return period
    days = [document.issued_on for document in workbook.documents if document.issued_on in period]
    first_on = workbook.settings.first_document_on or min(days, default=period.last)
    return Period(min(first_on, period.last), period.last)


def _compared(
    plan: Plan, settling: Settling, dossier: Dossier, history: History, request: PlanRequest
) -> Plan:
    """Return the plan with what is otherwise than the exports before: it blocks nothing."""
    workbook = settling.workbook
    years, payers = _years_of(workbook, dossier), Payers(workbook, history)

    def booked(document: Document) -> BookedDocument | None:
        return post(document, payers.of(document), settling, years).document

    changed = changed_since_export(workbook, history, request.period, booked, years)
    gone = vanished(workbook, history, request.workbook_id)
    new = sum(1 for row in plan.rows if row.selected and not row.batch)
    replaced = {row.origin for row in plan.rows if row.selected} if plan.replaces else set()
    alarms = (one for one in changed.warnings if Origin(one.tab, *one.rows) not in replaced)
    problems = [*alarms, *vanished_told(gone, workbook)]
    plan = replace(
        plan,
        rows=with_changed(plan.rows, changed.rows),
        later=(*plan.later, *changed.later),
        since=since_last(history, new=new, changed=len(changed.rows), vanished=len(gone)),
    )
    return with_problems(plan, problems)


def _numbers(
    documents: Iterable[Document], workbook: Workbook, history: History, request: PlanRequest
) -> tuple[Assignment, Mapping[Origin, Customer]]:
    """Return the customers' numbers, and who each document is booked on, with the number."""
    payers = Payers(workbook, history)
    booked_on = {document.origin: payers.of(document) for document in documents}
    assignment = assign(
        {payer.key: payer for payer in booked_on.values()}.values(),
        workbook.customers,
        history,
        workbook.settings.first_external_id,
        request.workbook_id,
        allowed=request.number_range,
        suppliers=(one.number for one in workbook.suppliers),
        unreadable=workbook.unreadable_customers,
    )
    numbers = assignment.numbers
    return assignment, {
        origin: replace(payer, external_id=numbers[payer.key])
        for origin, payer in booked_on.items()
    }


def _with_numbers(
    problems: list[Problem],
    assignment: Assignment,
    settings: Settings,
    history: History,
    request: PlanRequest,
) -> list[Problem]:
    """Return the problems and those of customers' numbers, where the records advise better."""
    start, allowed = settings.first_external_id, request.number_range
    if assignment.is_full:
        problems.append(full(start, allowed, settings.tab))
    if assignment.generates:
        problems += lowered(start, history, allowed, settings.tab)
    return _better_advised(problems, assignment.problems)


def _better_advised(problems: list[Problem], of_records: Iterable[Problem]) -> list[Problem]:
    """Return the problems of both; where the records know what a cell should be, theirs alone."""
    better = [*of_records]
    known = {(one.tab, one.rows, one.column) for one in better if one.blocks}
    kept = (one for one in problems if (one.tab, one.rows, one.column) not in known)
    return [*kept, *better]


def _years_of(workbook: Workbook, dossier: Dossier) -> tuple[BookYear, ...]:
    return workbook.settings.book_years or dossier.book_years


def _with_past(plan: Plan, workbook: Workbook, history: History, request: PlanRequest) -> Plan:
    """Return the plan with its digests, and with what the records have to say to it."""
    settings = workbook.settings
    plan = replace(
        _with_digests(plan, workbook, history, request),
        closing=history.closing,
        closes_up_to=newly_closed(settings, history),
        rewritten=rewritten(plan.batch, history, settings),
    )
    merges = new_merges(plan.batch, workbook, history)
    plan = replace(plan, merged=retired_numbers(merges))
    problems = [*closed_less(settings, history)]
    if not plan.stored_batch:
        problems += merge_questions(merges, history)
        problems += booked_twice(plan.batch, settings)
        problems += written_again(plan.batch, history, settings, request.rewriting)
        problems += balance_problems(plan.charges, history, request.top_up_text)
    return with_problems(plan, problems)


def _with_digests(plan: Plan, workbook: Workbook, history: History, request: PlanRequest) -> Plan:
    if plan.batch is None:
        return replace(plan, digest=digest_of([request.period, request.selection.value]))
    used = [workbook.vat_codes[code] for code in plan.batch.vat_codes]
    content = content_digest(
        plan.batch, used, request.parameters, workbook.settings.customer_export
    )
    stored = history.batches.get(content, 0) if request.selection is Selection.ALL else 0
    stored = stored if stands(stored, plan.replaces, history) else 0
    seen = [content, plan.fee, plan.given_ids, request.period, request.selection.value, stored]
    seen += [plan.replaces] if plan.replaces else []
    return replace(
        plan,
        stored_batch=stored,
        content_digest=content,
        digest=digest_of(seen),
        customer_digests={one.key: customer_digest(one) for one in plan.batch.customers},
        customer_fields={one.key: field_digests(one) for one in plan.batch.customers},
    )
