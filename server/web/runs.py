"""`GET /runs/<id>`: a run by its signed link, for the machine that asks how far it is.

A link renews no link: every address in an answer carries the token that opened it.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from flask import Response, request

from boekbrug.server.programs.accountant_text import Sending, accountant_text
from boekbrug.server.programs.how_to import how_to_name
from boekbrug.server.records.entries import Action, Run
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.web.answers import json_answer
from boekbrug.server.web.links import NoSuchPageError, RunLinks
from boekbrug.server.web.ports import Service
from boekbrug.server.workflow.cost import cost_by_language


def opened_run(service: Service, run_id: str) -> Run:
    """Return the run that the request's token opens.

    Raises:
        NoSuchPageError: the token is missing, forged or another run's, or the run is gone.
        LinkExpiredError: the link is too old.
    """
    workbook_id = RunLinks.of(service).opened(run_id, token_of_request())
    run = service.office.run(run_id)
    if run is None or run.workbook_id != workbook_id:
        raise NoSuchPageError
    return run


def token_of_request() -> str:
    """Return the token that the request came with, '' for none."""
    return request.args.get("token", "")


def address(service: Service, run: Run, part: str) -> str:
    """Return an address of the run, opened by the token of this request."""
    return RunLinks.of(service).address(run.id, part, token_of_request())


def show_run(service: Service, run_id: str) -> Response:
    """Answer what the run does or did, small enough to be asked for every second."""
    run = opened_run(service, run_id)
    ahead = service.office.waiting_for(run)
    batch = service.office.batch(run)
    found = figures(run, batch)
    questions = found.pop("questions", None)
    workbook = service.office.workbook(run.workbook_id)
    return json_answer(
        {
            **_request_fields(run),
            **_progress_fields(run),
            "waiting_for": ahead.code if ahead else None,
            "result": {name: _plain(value) for name, value in found.items()},
            "balance": _plain(service.office.balance(run)),
            "cost": cost_by_language(found) if run.action is Action.CHECK else None,
            "export": _export_fields(service, run, batch) if batch else None,
            "rehearsal": _rehearsal_fields(service, run),
            "language": workbook.language if workbook else "",
            "questions": questions,
            "accountant_text": _accountant_text(service, run, found),
            "page_url": address(service, run, "page"),
            "documents_url": address(service, run, "documents"),
            "problems_url": address(service, run, "problems"),
            "controls_url": address(service, run, "controls"),
        }
    )


def figures(run: Run, batch: BatchEntry | None) -> dict[str, Any]:
    """Return the figures of the run: those of its batch, and what the run says for itself.

    The ones that people see are `invoices`, `credit_notes` (counts), `net`, `vat`, `gross`,
    `fee` (EUR, all of them or none) and `blocking`, `warnings`, `later` (numbers of problems); a
    run that delivers stored files again says that its fee is 0.00. `fee` and `balance` are None
    on a server without a fee.
    """
    if batch is None:
        return dict(run.result)
    stored = {
        "invoices": batch.invoices,
        "credit_notes": batch.credit_notes,
        "net": batch.totals.net,
        "vat": batch.totals.vat,
        "gross": batch.totals.gross,
        "fee": batch.fee,
    }
    return stored | dict(run.result)


def _request_fields(run: Run) -> dict[str, Any]:
    period = run.request.period
    column = {"tab": run.request.tab, "header": run.request.header}
    return {
        "run": run.code,
        "id": run.id,
        "action": run.action.value,
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "selection": run.request.selection.value,
        "documents": list(run.request.documents),
        "hold": list(run.request.hold),
        "customers": "all" if run.request.all_customers else "",
        "column": column if run.action is Action.ADD_COLUMN else None,
        "pressed_by": run.pressed_by,
    }


def _progress_fields(run: Run) -> dict[str, Any]:
    return {
        "created_at": run.created_at.isoformat(),
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "state": run.state.value,
        "stage": run.stage,
        "percent": run.percent,
        "sentence": "" if run.state.is_open else run.sentence,
    }


def _export_fields(service: Service, run: Run, batch: BatchEntry) -> dict[str, Any]:
    return {
        "number": batch.number,
        "made_at": batch.made_at.isoformat(),
        "programs": list(batch.programs),
        "files": _files(service, run),
    }


def _rehearsal_fields(service: Service, run: Run) -> dict[str, Any] | None:
    is_there = run.action is Action.REHEARSE and not run.state.is_open
    files = _files(service, run) if is_there else []
    return {"files": files} if files else None


def _files(service: Service, run: Run) -> list[dict[str, str]]:
    names = service.office.file_names(run)
    return [{"name": name, "url": address(service, run, f"files/{name}")} for name in names]


def _accountant_text(service: Service, run: Run, found: Mapping[str, Any]) -> Any:
    """Return the mail that goes with the files, by language; None while there are none."""
    names = () if run.state.is_open else service.office.file_names(run)
    workbook = service.office.workbook(run.workbook_id)
    if not names or workbook is None:
        return None
    return accountant_text(
        Sending(
            firm=workbook.dossier.legal_name,
            period=run.request.period,
            file_names=names,
            page=how_to_name(workbook.language),
            invoices=found["invoices"],
            credit_notes=found["credit_notes"],
            net=Decimal(found["net"]),
            vat=Decimal(found["vat"]),
            gross=Decimal(found["gross"]),
            is_rehearsal=run.action is Action.REHEARSE,
        )
    )


def _plain(value: Any) -> Any:
    """Return a figure as JSON has it: money as text, so that no reader makes a float of it."""
    return value if isinstance(value, int | str | list | dict | None) else str(value)
