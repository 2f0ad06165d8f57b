"""`GET /runs/<id>/documents` and `/problems`: long lists, a page at a time."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Response, request

from boekbrug.server.bookkeeping.problems import Problem, found_in_words, sentence
from boekbrug.server.records.entries import DocumentDetail, Page, ProblemDetail, Run
from boekbrug.server.web.answers import json_answer
from boekbrug.server.web.ports import DoorError, Service
from boekbrug.server.web.runs import address, opened_run

CURSOR_MAX = 2**31 - 1

Item = TypeVar("Item")


class InvalidAddressError(DoorError):
    """An address with a number in it that is none, or out of range."""

    status = HTTPStatus.BAD_REQUEST

    def __init__(self, name: str, found: str, *, lowest: int, highest: int) -> None:
        """Build the sentence."""
        super().__init__(
            sentence(
                Problem(
                    tab="Address",
                    column=name,
                    found=found_in_words(found),
                    allowed=f"a whole number from {lowest} to {highest}",
                )
            )
        )


def list_documents(service: Service, run_id: str) -> Response:
    """Answer a page of the run's documents."""
    run = opened_run(service, run_id)
    page = service.office.documents(run.id, after=cursor("after"), limit=_limit(service))
    return _answer(service, run, "documents", page, _document)


def list_problems(service: Service, run_id: str) -> Response:
    """Answer a page of the run's problems."""
    run = opened_run(service, run_id)
    page = service.office.problems(run.id, after=cursor("after"), limit=_limit(service))
    return _answer(service, run, "problems", page, _problem)


def cursor(name: str) -> int:
    """Return where a list goes on, as the address says; 0 is its beginning.

    Raises:
        InvalidAddressError: it is no number.
    """
    return _whole_number(name, 0, lowest=0, highest=CURSOR_MAX)


def _limit(service: Service) -> int:
    most = service.page_rows_max
    return _whole_number("limit", most, lowest=1, highest=most)


def _whole_number(name: str, default: int, *, lowest: int, highest: int) -> int:
    text = request.args.get(name, str(default))
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(highest))
    if not is_number or not lowest <= int(text) <= highest:
        raise InvalidAddressError(name, text, lowest=lowest, highest=highest)
    return int(text)


def _answer(
    service: Service,
    run: Run,
    part: str,
    page: Page[Item],
    fields: Callable[[Item], dict[str, Any]],
) -> Response:
    here = address(service, run, part)
    return json_answer(
        {
            "items": [fields(item) for item in page.items],
            "next_url": f"{here}&after={page.next}&limit={_limit(service)}" if page.next else None,
        }
    )


def _document(document: DocumentDetail) -> dict[str, Any]:
    is_booked = bool(document.kind)  # of a row left out only its number and customer are known
    return {
        "row": document.row,
        "number": document.number,
        "kind": document.kind or None,
        "issued_on": document.issued_on or None,
        "customer": document.customer,
        "net": str(document.net) if is_booked else None,
        "vat": str(document.vat) if is_booked else None,
        "gross": str(document.gross) if is_booked else None,
        "state": document.state,
        "selected": document.selected,
        "reason": document.reason,
        "cents": document.cents or None,
        "export": document.batch or None,
        "exported_on": document.exported_on or None,
    }


def _problem(problem: ProblemDetail) -> dict[str, Any]:
    return {
        "weight": problem.weight,
        "tab": problem.tab,
        "rows": list(problem.rows),
        "column": problem.column,
        "found": problem.found,
        "allowed": problem.allowed,
        "cure": problem.cure,
        "sentence": problem.sentence,
    }
