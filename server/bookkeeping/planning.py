"""The plan of an export: what is taken, how it is booked, who gets a number, what it costs.

Everything wrong is found in one go; a plan with `blocking` problems is shown and never carried
out. The same workbook, past and request give the same plan, in whatever order the rows stand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.balance import check_balance
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.changes import (
    changed_since_export,
    since_last,
    vanished,
    vanished_told,
    with_changed,
)
from boekbrug.server.bookkeeping.choosing import as_typed, left_out, named_rows, with_held
from boekbrug.server.bookkeeping.digests import content_digest, customer_digest, digest_of
from boekbrug.server.bookkeeping.external_ids import Assignment, assign
from boekbrug.server.bookkeeping.gaps import missing_numbers
from boekbrug.server.bookkeeping.gathering import gather
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.identity import mistaken_for_exported, numbering_changed
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.periods import book_year_of, year_in_words
from boekbrug.server.bookkeeping.plan import Charge, Plan
from boekbrug.server.bookkeeping.posting import post, suggested_accounts
from boekbrug.server.bookkeeping.problems import Problem, coded, coded_at, listed_in_words
from boekbrug.server.bookkeeping.selection import blocking_and_later, select
from boekbrug.server.bookkeeping.settings import EVER, BookYear, Dossier, Period
from boekbrug.server.bookkeeping.tariff import price_on
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.bookkeeping.treatments import misfits
from boekbrug.server.wording.said import said, together


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What is asked, and the day (in the dossier's zone) whose prices count.

    `parameters` are the program modules' parameters, program to label to text.
    `one_book_year`, `one_period` when a program's file holds no more than one. `top_up_text` is
    the operator's own sentence on how to fill the balance. `documents` are the numbers of the only
    ones to take, none for all; `hold` those of documents to put on hold first.
    """

    period: Period
    selection: Selection
    today: date
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    one_book_year: bool = True
    one_period: bool = False
    top_up_text: str = ""
    workbook_id: str = ""
    documents: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()


def make_plan(workbook: Workbook, dossier: Dossier, history: History, request: PlanRequest) -> Plan:
    """Return what an export would do; nothing is done."""
    held = named_rows(workbook, request.hold, as_typed)
    named = named_rows(workbook, request.documents)
    workbook = with_held(workbook, held.rows)
    request = replace(request, period=_from_the_first(workbook, request.period))
    chosen = named.rows if request.documents else None
    selected = select(workbook, history, request.period, request.selection, chosen)
    problems, later = blocking_and_later(workbook.problems, selected.used, workbook.settings.tab)
    problems += [*held.problems, *named.problems, *left_out(selected.rows, named.rows)]
    documents = sorted(selected.documents, key=_document_order)
    problems += mistaken_for_exported(workbook, history, request.period)
    problems += numbering_changed(documents, history, workbook.settings)
    assignment = _numbers(documents, workbook, history, request.workbook_id)
    problems = [*_not_said_better(problems, assignment.problems), *assignment.problems]
    booked = _book_all(documents, assignment, workbook, dossier, problems)
    charges = _charges(booked, history, request.today)
    fee = sum((charge.amount_eur for charge in charges), ZERO)
    problems += _years(documents, workbook, dossier, request)
    problems += _periods(booked, request)
    problems += suggested_accounts(documents, workbook)
    problems += missing_numbers(workbook, history, selected.rows, documents)
    plan = Plan(
        selection=request.selection,
        batch=gather(booked, workbook, dossier, history, request.period) if booked else None,
        rows=selected.rows,
        given_ids=assignment.given,
        charges=charges,
        fee=fee,
        later=tuple(later),
        parameters=request.parameters,
    )
    plan = _with_digests(plan, workbook, history, request)
    if not plan.stored_batch:
        problems += _balance(charges, history, request)
    return compared(with_problems(plan, problems), workbook, dossier, history, request)


def _from_the_first(workbook: Workbook, period: Period) -> Period:
    """Return the period from the first document date on, where it has no first day of its own."""
    if period.first != EVER:
        return period
    days = [document.issued_on for document in workbook.documents if document.issued_on in period]
    first_on = workbook.settings.first_document_on or min(days, default=period.last)
    return Period(min(first_on, period.last), period.last)


def compared(
    plan: Plan, workbook: Workbook, dossier: Dossier, history: History, request: PlanRequest
) -> Plan:
    """Return the plan with what is otherwise than the exports before: it blocks nothing."""
    years = _years_of(workbook, dossier)

    def booked(document: Document) -> BookedDocument | None:
        year = book_year_of(document.issued_on, years)
        customer = workbook.customers[document.customer]
        if year is None:
            return None
        return post(document, customer, workbook, year, dossier.country).document

    changed = changed_since_export(workbook, history, request.period, booked)
    gone = vanished(workbook, history, request.workbook_id)
    new = sum(1 for row in plan.rows if row.selected and not row.batch)
    problems = [*changed.warnings, *vanished_told(gone, workbook)]
    plan = replace(
        plan,
        rows=with_changed(plan.rows, changed.rows),
        later=(*plan.later, *changed.later),
        since=since_last(history, new=new, changed=len(changed.rows), vanished=len(gone)),
    )
    return with_problems(plan, problems)


def with_problems(plan: Plan, problems: Iterable[Problem]) -> Plan:
    """Return the plan with more problems, each where it belongs."""
    found = list(problems)
    return replace(
        plan,
        blocking=plan.blocking + tuple(problem for problem in found if problem.blocks),
        warnings=plan.warnings + tuple(problem for problem in found if not problem.blocks),
    )


def _document_order(document: Document) -> tuple[date, str, int, int, str]:
    """Return (date, series, number), the number as a number where it is one."""
    key = document.key
    return document.issued_on, key.series, document.year, document.sequence, key.number


def _numbers(
    documents: Iterable[Document], workbook: Workbook, history: History, workbook_id: str
) -> Assignment:
    in_order = dict.fromkeys(document.customer for document in documents)
    return assign(
        [workbook.customers[key] for key in in_order],
        workbook.customers,
        history,
        workbook.settings.first_external_id,
        workbook_id,
    )


def _not_said_better(
    problems: Iterable[Problem], by_the_records: Iterable[Problem]
) -> Iterator[Problem]:
    """Yield the problems but those of a number on which the records have the better advice."""
    known = {(one.tab, one.rows, one.column) for one in by_the_records if one.blocks}
    return (one for one in problems if (one.tab, one.rows, one.column) not in known)


def _years_of(workbook: Workbook, dossier: Dossier) -> tuple[BookYear, ...]:
    return workbook.settings.book_years or dossier.book_years


def _book_all(
    documents: Iterable[Document],
    assignment: Assignment,
    workbook: Workbook,
    dossier: Dossier,
    problems: list[Problem],
) -> tuple[BookedDocument, ...]:
    """Return the documents that can be booked; what is wrong is added to `problems`."""
    booked = []
    years = _years_of(workbook, dossier)
    for document in documents:
        typed = workbook.customers[document.customer]
        for code in dict.fromkeys(line.vat_code for line in document.lines):
            problems += misfits(document, typed, workbook.vat_codes[code], dossier.country)
        customer = replace(typed, external_id=assignment.numbers[document.customer])
        year = book_year_of(document.issued_on, years)
        if year is None:
            problems.append(_outside_book_years(document, years))
            continue
        posted = post(document, customer, workbook, year, dossier.country)
        problems += posted.problems
        if posted.document:
            check_balance(posted.document)
            booked.append(posted.document)
    return tuple(booked)


def _outside_book_years(document: Document, years: Iterable[BookYear]) -> Problem:
    return coded_at(
        document.origin,
        "Date",
        "outside-book-years",
        day=document.issued_on.isoformat(),
        years=tuple(year_in_words(year) for year in years),
    )


def _years(
    documents: Iterable[Document], workbook: Workbook, dossier: Dossier, request: PlanRequest
) -> list[Problem]:
    """Return the problem of a file that would span two book years (rule B8)."""
    known = _years_of(workbook, dossier)
    years = {book_year_of(document.issued_on, known) for document in documents} - {None}
    if not request.one_book_year or len(years) < 2:  # noqa: PLR2004 - two are one too many
        return []
    names = sorted(year_in_words(year) for year in years if year)
    place = said("place period")
    return [coded("several-book-years", tab=place, years=listed_in_words(names))]


def _periods(booked: Iterable[BookedDocument], request: PlanRequest) -> Iterator[Problem]:
    """Yield the problem of a file that would span two accounting periods (rule B8)."""
    periods = sorted({document.period for document in booked})
    if request.one_period and len(periods) > 1:
        yield coded(
            "several-accounting-periods",
            tab=said("place period"),
            first=periods[0],
            last=periods[-1],
        )


def _charges(booked: Iterable[BookedDocument], history: History, today: date) -> tuple[Charge, ...]:
    """Return the fee of each document that was never charged; the day is that of the export."""
    return tuple(
        Charge(document.key, price_on(history.prices, document.kind, today))
        for document in booked
        if document.key not in history.charged
    )


def _with_digests(plan: Plan, workbook: Workbook, history: History, request: PlanRequest) -> Plan:
    if plan.batch is None:
        return replace(plan, digest=digest_of([request.period, request.selection.value]))
    used = [workbook.vat_codes[code] for code in plan.batch.vat_codes]
    content = content_digest(
        plan.batch, used, request.parameters, workbook.settings.customer_export
    )
    stored = history.batches.get(content, 0) if request.selection is Selection.ALL else 0
    seen = [content, plan.fee, plan.given_ids, request.period, request.selection.value, stored]
    return replace(
        plan,
        stored_batch=stored,
        content_digest=content,
        digest=digest_of(seen),
        customer_digests={
            customer.key: customer_digest(customer) for customer in plan.batch.customers
        },
    )


def _balance(
    charges: Iterable[Charge], history: History, request: PlanRequest
) -> Iterator[Problem]:
    """Yield the problem of a balance that does not pay the fee."""
    paid = [charge.amount_eur for charge in charges if charge.amount_eur]
    fee = sum(paid, ZERO)
    missing = fee - history.balance - history.credit_limit
    if not fee or missing <= ZERO:
        return
    cures = (said("nothing happened"), request.top_up_text, said("shorter period"))
    yield coded(
        "balance-too-low",
        tab=said("place balance"),
        balance=history.balance,
        fee=fee,
        invoices=said("one invoice") if len(paid) == 1 else said("invoices", count=len(paid)),
        missing=missing,
        cures=together(*filter(None, cures)),
    )
