"""The plan of an export: what is taken, how it is booked, who gets a number, what it costs.

Everything wrong is found in one go; a plan with `blocking` problems is shown and never carried
out. The same workbook, past and request give the same plan, in whatever order the rows stand.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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
from boekbrug.server.bookkeeping.claims import Lookup
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
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.identity import (
    mistaken_for_exported,
    moved_over_the_year,
    numbering_changed,
)
from boekbrug.server.bookkeeping.merging import (
    credited_on_other_numbers,
    merge_questions,
    new_merges,
    retired_numbers,
)
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.noticing import worth_a_look
from boekbrug.server.bookkeeping.number_ranges import full, lowered
from boekbrug.server.bookkeeping.outlines import of_outlines
from boekbrug.server.bookkeeping.payers import Payers
from boekbrug.server.bookkeeping.paying import balance_problems, charges_of
from boekbrug.server.bookkeeping.plan import Plan, with_problems
from boekbrug.server.bookkeeping.posting import post, post_all
from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.replacing import rows_to_replace, stands
from boekbrug.server.bookkeeping.request import PlanRequest
from boekbrug.server.bookkeeping.rewriting import rewritten, written_again
from boekbrug.server.bookkeeping.selection import (
    Selected,
    blocking_and_later,
    from_the_first,
    select,
    without,
)
from boekbrug.server.bookkeeping.settings import BookYear, Dossier, book_years_of
from boekbrug.server.bookkeeping.settling import Settling, document_order
from boekbrug.server.bookkeeping.spanning import spanning
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.bookkeeping.touched import touched_cells


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What the steps of one plan go by, found out once.

    `gone` is what was exported from the workbook and has no row in it.
    """

    workbook: Workbook
    dossier: Dossier
    history: History
    request: PlanRequest
    years: tuple[BookYear, ...]
    payers: Payers
    settling: Settling
    gone: tuple[tuple[DocumentKey, Exported], ...]


def make_plan(workbook: Workbook, dossier: Dossier, history: History, request: PlanRequest) -> Plan:
    """Return what an export would do."""
    held = named_rows(workbook, request.hold, as_typed)
    named, request = _named(workbook, history, request)
    workbook = with_held(workbook, held.rows)
    request = replace(request, period=from_the_first(workbook, request.period))
    selected = _selected(workbook, history, request, named)
    documents = sorted(selected.documents, key=document_order)
    ground = _ground(workbook, dossier, history, request, documents)
    settings, years, settling = workbook.settings, ground.years, ground.settling
    problems, later = blocking_and_later(workbook.problems, selected.used, settings.tab)
    problems += [*held.problems, *named.problems, *left_out(selected.rows, named.rows)]
    problems += mistaken_for_exported(workbook, history, ground.payers, request.period, years)
    problems += numbering_changed(documents, history, settings)
    assignment, booked_on = _numbers(documents, ground)
    problems = _with_numbers(problems, assignment, ground)
    posted, found = post_all(documents, booked_on, settling, years)
    refused = closed(documents, workbook, years, history)
    refused |= moved_over_the_year(posted, ground.gone)
    booked = tuple(one for one in posted if one.key not in refused)
    charges = charges_of(booked, history, request.today)
    problems += [*found, *refused.values(), *spanning(documents, booked, settings, years, request)]
    deposits = deposits_of(settling, history, request.period, documents)
    problems += [*deposits.problems, *of_outlines(selected.unreadable, settling, years, history)]
    problems += worth_a_look(workbook, documents, selected.rows, history, years, request.latest)
    plan = Plan(
        selection=request.selection,
        batch=deposits.in_batch(_gathered(booked, ground)),
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
    return _compared(_with_past(with_problems(plan, problems), ground), ground, posted)


def _ground(
    workbook: Workbook,
    dossier: Dossier,
    history: History,
    request: PlanRequest,
    documents: Sequence[Document],
) -> _Ground:
    return _Ground(
        workbook=workbook,
        dossier=dossier,
        history=history,
        request=request,
        years=book_years_of(workbook.settings, dossier),
        payers=Payers(workbook, history),
        settling=Settling(workbook, dossier.country, history, documents),
        gone=vanished(workbook, history, request.workbook_id),
    )


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


def _gathered(booked: tuple[BookedDocument, ...], ground: _Ground) -> Batch | None:
    if not booked:
        return None
    request, replaces = ground.request, ground.request.replacing.export
    return gather(
        booked, ground.workbook, ground.dossier, ground.history, request.period, replaces=replaces
    )


def _compared(plan: Plan, ground: _Ground, posted: Iterable[BookedDocument]) -> Plan:
    """Return the plan with what is otherwise than the exports before."""
    workbook, history, payers = ground.workbook, ground.history, ground.payers
    taken = {one.origin: one for one in posted}

    def booked(document: Document) -> BookedDocument | None:
        if document.origin in taken:
            return taken[document.origin]
        return post(document, payers.of(document), ground.settling, ground.years).document

    changed = changed_since_export(
        workbook, history, ground.request.period, payers=payers, booked=booked, years=ground.years
    )
    new = sum(1 for row in plan.rows if row.selected and not row.batch)
    replaced = {row.origin for row in plan.rows if row.selected} if plan.replaces else set()
    alarms = (one for one in changed.warnings if Origin(one.tab, *one.rows) not in replaced)
    rows = with_changed(plan.rows, changed.rows)
    lookup = Lookup.of(workbook, history, payers, booked, changed=changed.rows)
    touched = touched_cells(
        lookup, rows, workbook_id=ground.request.workbook_id, last=ground.request.told
    )
    lost = [one for one in ground.gone if one[0] not in touched.found_again]
    problems = [*alarms, *vanished_told(lost, workbook), *touched.now]
    plan = replace(
        plan,
        rows=rows,
        later=(*plan.later, *changed.later, *touched.later),
        since=since_last(history, new=new, changed=len(changed.rows), vanished=len(ground.gone)),
    )
    return with_problems(plan, problems)


def _numbers(
    documents: Iterable[Document], ground: _Ground
) -> tuple[Assignment, Mapping[Origin, Customer]]:
    """Return the customers' numbers, and who each document is booked on, with the number."""
    workbook, request = ground.workbook, ground.request
    booked_on = {document.origin: ground.payers.of(document) for document in documents}
    assignment = assign(
        {payer.key: payer for payer in booked_on.values()}.values(),
        workbook.customers,
        ground.history,
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
    problems: list[Problem], assignment: Assignment, ground: _Ground
) -> list[Problem]:
    """Return the problems and those of customers' numbers, where the records advise better."""
    settings, allowed = ground.workbook.settings, ground.request.number_range
    start = settings.first_external_id
    if assignment.is_full:
        problems.append(full(start, allowed, settings.tab))
    if assignment.generates:
        problems += lowered(start, ground.history, allowed, settings.tab)
    return _better_advised(problems, assignment.problems)


def _better_advised(problems: list[Problem], of_records: Iterable[Problem]) -> list[Problem]:
    """Return the problems of both; where the records know what a cell should be, theirs alone."""
    better = [*of_records]
    known = {(one.tab, one.rows, one.column) for one in better if one.blocks}
    kept = (one for one in problems if (one.tab, one.rows, one.column) not in known)
    return [*kept, *better]


def _with_past(plan: Plan, ground: _Ground) -> Plan:
    """Return the plan with its digests, and with what the records have to say to it."""
    workbook, history, request = ground.workbook, ground.history, ground.request
    settings = workbook.settings
    plan = replace(
        _with_digests(plan, ground),
        closing=history.closing,
        closes_up_to=newly_closed(settings, history),
        rewritten=rewritten(plan.batch, history, settings),
    )
    merges = new_merges(plan.batch, workbook, history)
    plan = replace(plan, merged=retired_numbers(merges))
    problems = [*closed_less(settings, history)]
    if not plan.stored_batch:
        problems += merge_questions(merges, history)
        problems += credited_on_other_numbers(plan.batch, history)
        problems += booked_twice(plan.batch, settings)
        problems += written_again(plan.batch, history, settings, request.rewriting)
        problems += balance_problems(plan.charges, history, request.top_up_text)
    return with_problems(plan, problems)


def _with_digests(plan: Plan, ground: _Ground) -> Plan:
    workbook, history, request = ground.workbook, ground.history, ground.request
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
