"""`GET /runs/<id>/page`: one run as a person reads it, problems first, then the documents.

The words are those of the sheet (Export 12, Accountant's no., Balance, Check), never ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from flask import Response

from boekbrug.server.bookkeeping.causes import WEIGHTS
from boekbrug.server.bookkeeping.periods import period_in_words
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
from boekbrug.server.web.reader import Reader
from boekbrug.server.web.runs import address, figures, opened_run
from boekbrug.server.workflow.cost import cost_by_language
from boekbrug.server.workflow.ends import listed_at_once, unlisted

REFRESH_S = 3
AMOUNTS = {"net": "Net", "vat": "VAT", "gross": "Total incl. VAT", "fee": "Cost"}
"""The figures that are amounts, and their headers."""


@dataclass(frozen=True, slots=True)
class Badge:
    """How the run stands in a word, and whether that is good, careful, bad or neither ('')."""

    words: str
    tone: str = ""


TONES = {
    RunState.DONE: "good",
    RunState.REFUSED: "bad",
    RunState.FAILED: "bad",
    RunState.UNFINISHED: "careful",
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
    at_once = min(listed_at_once(run.result), service.page_rows_max)
    problems = office.problems(run.id, after=cursor("problems_after"), limit=at_once)
    found = figures(run, batch)
    reader = Reader(workbook.language if workbook else "")
    cost = cost_by_language(found) if run.action is Action.CHECK else None
    return html_answer(
        "run.html",
        refresh_s=REFRESH_S if run.state.is_open else None,
        run=run,
        language=reader.language,
        say=reader.say,
        title=_title(run, batch, reader),
        firm=workbook.dossier.legal_name if workbook else "",
        period=reader.in_words(period_in_words(run.request.period)),
        started=_started(run, workbook, reader),
        badge=_badge(run, found, reader),
        cost=cost[reader.language] if cost else "",
        waits_for=ahead and f"{_title(ahead, None, reader)} {ahead.code}",
        files=_files(service, run),
        figures=_figures(found, office.balance(run), reader),
        groups=_groups(problems, reader),
        controls=_controls(service, run, workbook),
        problems_url=_more(service, run, "problems_after", problems.next),
        unlisted=reader.in_words(unlisted(run.result)),
        documents=documents.items,
        documents_url=_more(service, run, "after", documents.next),
        state=reader.state,
        money=reader.money,
        day=reader.day,
        contact=service.operator_contact,
    )


def remark(problem: ProblemDetail) -> Remark:
    """Return the sentence of a problem in its parts."""
    place = problem.sentence.removesuffix(f": {problem.finding}")
    return Remark(place, problem.finding.removesuffix(problem.cure).rstrip(), problem.cure)


def _title(run: Run, batch: BatchEntry | None, reader: Reader) -> str:
    words = reader.say(f"page {run.action}")
    return f"{words} {batch.number}" if batch else words


def _badge(run: Run, found: Mapping[str, Any], reader: Reader) -> Badge:
    if run.state is RunState.DONE and found.get("blocking"):
        return Badge(reader.say("badge to fix"), "careful")
    return Badge(reader.say(f"badge {run.state}"), TONES.get(run.state, ""))


def _started(run: Run, workbook: WorkbookEntry | None, reader: Reader) -> str:
    at = run.created_at.astimezone(ZoneInfo(workbook.dossier.zone if workbook else "UTC"))
    return reader.say("page started", day=at.date(), time=f"{at:%H:%M}", who=run.pressed_by)


def _files(service: Service, run: Run) -> list[tuple[str, str]]:
    names = service.office.file_names(run)
    return [(name, address(service, run, f"files/{name}")) for name in names]


def _controls(service: Service, run: Run, workbook: WorkbookEntry | None) -> Block | None:
    """Return the control totals in the language of the sheet."""
    language = workbook.language if workbook else ""
    has_files = bool(service.office.file_names(run))
    return control_block(service.office.controls(run.id), language, has_files=has_files)


def _figures(found: Mapping[str, Any], balance: Decimal | None, reader: Reader) -> list[Figure]:
    """Return what it comes to; while something blocks, nothing has been added up."""
    shown = []
    if balance is not None:
        shown.append(Figure(reader.say("header Balance"), reader.money(balance), "EUR"))
    if "invoices" not in found or found.get("blocking"):
        return shown
    count = found["credit_notes"]
    key = "page and credit note" if count == 1 else "page and credit notes"
    return [
        Figure(reader.say("header Invoices"), str(found["invoices"]), reader.say(key, count=count)),
        *(
            Figure(reader.say(f"header {header}"), reader.money(found[name]), "EUR")
            for name, header in AMOUNTS.items()
            if found[name] is not None
        ),
        *_since(found, reader),
        *shown,
    ]


def _since(found: Mapping[str, Any], reader: Reader) -> list[Figure]:
    """Return what is otherwise since the last export, before the first nothing."""
    since = found.get("since")
    if not since:
        return []
    label = reader.say("since that export", batch=since["batch"])
    note = reader.say("page changed vanished", **since)
    return [Figure(label, reader.say("page new", **since), note)]


def _groups(problems: Page[ProblemDetail], reader: Reader) -> list[tuple[str, str, list[Remark]]]:
    groups = []
    for weight in WEIGHTS:
        remarks = [remark(problem) for problem in problems.items if problem.weight == weight]
        if remarks:
            groups.append((weight, reader.say(f"page {weight}"), remarks))
    return groups


def _more(service: Service, run: Run, name: str, following: int | None) -> str:
    if following is None:
        return ""
    return f"{address(service, run, 'page')}&{name}={following}"
