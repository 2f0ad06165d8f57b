"""`GET /runs/<id>/page`: one run as a person reads it, problems first, then the documents.

The words are those of the sheet (Export 12, Accountant's no., Balance, Check), never ours.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from flask import Response

from boekbrug.server.bookkeeping.periods import period_in_words
from boekbrug.server.bookkeeping.problems import date_in_words
from boekbrug.server.records.entries import (
    Action,
    Page,
    ProblemDetail,
    Run,
    RunState,
    WorkbookEntry,
)
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.web.answers import html_answer
from boekbrug.server.web.control_block import Block, control_block
from boekbrug.server.web.lists import cursor
from boekbrug.server.web.ports import Service
from boekbrug.server.web.runs import address, figures, opened_run
from boekbrug.server.workflow.cost import cost_by_language

REFRESH_S = 3
MINUS = "\N{MINUS SIGN}"
ACTION_WORDS = {
    Action.SET_UP: "Set-up",
    Action.ADD_COLUMN: "New column",
    Action.CHECK: "Check",
    Action.REHEARSE: "Rehearsal",
    Action.EXPORT: "Export",
}
WEIGHT_TITLES = {
    "blocking": "To fix first",
    "warning": "Good to know",
    "later": "For later, stops nothing now",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """How the run stands in a word, and whether that is good, careful, bad or neither ('')."""

    words: str
    tone: str = ""


TO_FIX = Badge("To fix", "careful")
BADGES = {
    RunState.WAITING: Badge("Waiting"),
    RunState.RUNNING: Badge("Working"),
    RunState.DONE: Badge("Ready", "good"),
    RunState.REFUSED: Badge("Stopped", "bad"),
    RunState.FAILED: Badge("Failed", "bad"),
    RunState.UNFINISHED: Badge("Not finished", "careful"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure under its label; `note` is a second, smaller line or ''."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem's sentence in the parts that the page sets apart; together they are all of it."""

    place: str
    finding: str
    cure: str


def show_page(service: Service, run_id: str) -> Response:
    """Answer the run as a page, which refreshes itself while the run is open."""
    run = opened_run(service, run_id)
    office = service.office
    batch = office.batch(run)
    ahead = office.waiting_for(run)
    workbook = office.workbook(run.workbook_id)
    documents = office.documents(run.id, after=cursor("after"), limit=service.page_rows_max)
    problems = office.problems(run.id, after=cursor("problems_after"), limit=service.page_rows_max)
    found = figures(run, batch)
    cost = cost_by_language(found) if run.action is Action.CHECK else None
    is_done = run.state is RunState.DONE
    return html_answer(
        "run.html",
        refresh_s=REFRESH_S if run.state.is_open else None,
        run=run,
        title=_title(run, batch),
        firm=workbook.dossier.legal_name if workbook else "",
        period=period_in_words(run.request.period),
        started=_started(run, workbook),
        badge=TO_FIX if is_done and found.get("blocking") else BADGES[run.state],
        cost=cost["en"] if cost else "",
        waits_for=ahead and f"{_title(ahead, None)} {ahead.code}",
        files=_files(service, run),
        figures=_figures(found, office.balance(run)),
        groups=_groups(problems),
        controls=_controls(service, run, workbook),
        problems_url=_more(service, run, "problems_after", problems.next),
        documents=documents.items,
        documents_url=_more(service, run, "after", documents.next),
        money=money,
        contact=service.operator_contact,
    )


def money(amount: Decimal | str) -> str:
    """Return an amount as people read it.

    >>> money(Decimal("48310.22")), money("-121.00").replace(MINUS, "minus ")
    ('48,310.22', 'minus 121.00')
    """
    return f"{Decimal(amount):,.2f}".replace("-", MINUS)


def remark(problem: ProblemDetail) -> Remark:
    """Return the sentence of a problem in its parts."""
    place = problem.sentence.removesuffix(f": {problem.finding}")
    return Remark(place, problem.finding.removesuffix(problem.cure).rstrip(), problem.cure)


def _title(run: Run, batch: BatchEntry | None) -> str:
    words = ACTION_WORDS[run.action]
    return f"{words} {batch.number}" if batch else words


def _started(run: Run, workbook: WorkbookEntry | None) -> str:
    zone = ZoneInfo(workbook.dossier.zone if workbook else "UTC")
    at = run.created_at.astimezone(zone)
    return f"{date_in_words(at.date())}, {at:%H:%M}"


def _files(service: Service, run: Run) -> list[tuple[str, str]]:
    names = service.office.file_names(run)
    return [(name, address(service, run, f"files/{name}")) for name in names]


def _controls(service: Service, run: Run, workbook: WorkbookEntry | None) -> Block | None:
    """Return the control totals in the language of the sheet."""
    language = workbook.language if workbook else ""
    has_files = bool(service.office.file_names(run))
    return control_block(service.office.controls(run.id), language, has_files=has_files)


def _figures(found: dict[str, Any], balance: Decimal | None) -> list[Figure]:
    """Return what it comes to; while something blocks, nothing has been added up."""
    shown = [] if balance is None else [Figure("Balance", money(balance), "EUR")]
    if "invoices" not in found or found.get("blocking"):
        return shown
    credit_notes = _count(found["credit_notes"], "credit note")
    amounts = {"net": "Net", "vat": "VAT", "gross": "Total incl. VAT", "fee": "Cost"}
    return [
        Figure("Invoices", str(found["invoices"]), f"and {credit_notes}"),
        *(
            Figure(label, money(found[name]), "EUR")
            for name, label in amounts.items()
            if found[name] is not None
        ),
        *_since(found),
        *shown,
    ]


def _since(found: dict[str, Any]) -> list[Figure]:
    """Return what is otherwise since the last export, before the first nothing."""
    since = found.get("since")
    if not since:
        return []
    note = f"{since['changed']} changed, {since['vanished']} vanished"
    return [Figure(f"Since export {since['batch']}", f"{since['new']} new", note)]


def _groups(problems: Page[ProblemDetail]) -> list[tuple[str, str, list[Remark]]]:
    groups = []
    for weight, title in WEIGHT_TITLES.items():
        remarks = [remark(problem) for problem in problems.items if problem.weight == weight]
        if remarks:
            groups.append((weight, title, remarks))
    return groups


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _more(service: Service, run: Run, name: str, following: int | None) -> str:
    if following is None:
        return ""
    return f"{address(service, run, 'page')}&{name}={following}"
