"""Errors as problem details (RFC 9457), and as a page for a person with a browser.

They are registered per status and for our own class, on our blueprint: a handler for all of
`HTTPException`, or one on the app, would change the pages of a host.
"""

from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from flask import Response, request
from flask.sansio.scaffold import Scaffold
from werkzeug.exceptions import HTTPException

from boekbrug.server.web.answers import html_answer, json_answer, language_of_reader
from boekbrug.server.web.ports import DoorError, RecordsUnavailableError
from boekbrug.server.wording.said import in_language, said, together

PROBLEM_JSON = "application/problem+json"
SENTENCES = {
    HTTPStatus.BAD_REQUEST: "The server could not read this request.",
    HTTPStatus.UNAUTHORIZED: "This request is not signed.",
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take this method.",
    HTTPStatus.CONFLICT: "This request contradicts an earlier one.",
    HTTPStatus.GONE: "What was at this address is gone.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is larger than a press may be.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body has a type that is not taken here.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "The body asks for something impossible.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests. Try again later.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The server failed at this. Try again; "
    "if it fails again tell {contact}.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The server is not ready. Try again later.",
}
KEPT_HEADERS = ("Allow", "Retry-After", "WWW-Authenticate")


def register_errors(scaffold: Scaffold, operator_contact: str) -> None:
    """Let a blueprint, or an app that is ours alone, answer its errors as problem details."""
    handlers: dict[type[Exception] | int, Callable[..., Response]] = {DoorError: _door_problem}
    handlers |= dict.fromkeys(SENTENCES, partial(_http_problem, operator_contact))
    for kind, handler in handlers.items():
        scaffold.register_error_handler(kind, handler)


def wants_page() -> bool:
    """Say whether a person with a browser asks."""
    return request.accept_mimetypes.best_match([PROBLEM_JSON, "text/html"]) == "text/html"


def problem_details(status: HTTPStatus, detail: str, members: Mapping[str, Any]) -> Response:
    """Return an error as programs read it, with further members by name."""
    content = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": in_language(detail, language_of_reader()),
        "instance": request.path,
        **members,
    }
    return json_answer(content, status, PROBLEM_JSON)


def _door_problem(error: DoorError) -> Response:
    response = _problem(error.status, _sentence(error), error.members)
    if error.retry_after_s is not None:
        response.headers["Retry-After"] = str(error.retry_after_s)
    if error.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = error.challenge
    return response


def _sentence(error: DoorError) -> str:
    if not isinstance(error, RecordsUnavailableError):
        return error.sentence
    after = "press not kept" if request.method == "POST" else "read later"
    return together(error.sentence, said(after))


def _http_problem(contact: str, error: HTTPException) -> Response:
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    response = _problem(status, SENTENCES[status].format(contact=contact))
    for name, value in error.get_headers():
        if name in KEPT_HEADERS:
            response.headers[name] = value
    return response


def _problem(
    status: HTTPStatus, detail: str, members: Mapping[str, Any] = MappingProxyType({})
) -> Response:
    if wants_page():
        response = html_answer("problem.html", status, title=status.phrase, sentence=detail)
    else:
        response = problem_details(status, detail, members)
        response.vary.add("Accept-Language")
    response.vary.add("Accept")
    return response
