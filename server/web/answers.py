"""How the door answers: JSON and pages of its own making, and the headers of every answer.

A host may have other settings for JSON and templates, or templates of the same name: ours have
their own environment, in which everything is escaped.
"""

import json
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Response, request, url_for
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from boekbrug.server.wording.said import LANGUAGES

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def json_answer(
    content: Mapping[str, Any],
    status: int = HTTPStatus.OK,
    media_type: str = "application/json",
) -> Response:
    """Return the content as JSON in ASCII, with a line end for whoever reads it in a terminal."""
    return Response(json.dumps(content) + "\n", status=status, content_type=media_type)


def html_answer(template: str, status: int = HTTPStatus.OK, **context: Any) -> Response:
    """Return a page made from one of our templates."""
    stylesheet = url_for("boekbrug.static", filename="boekbrug.css")
    page = TEMPLATES.get_template(template).render(context, stylesheet=stylesheet)
    # A press may hold half a character, which its problem quotes and UTF-8 cannot write.
    content = page.encode("utf-8", errors="replace")
    return Response(content, status=status, content_type="text/html; charset=utf-8")


def language_of_reader() -> str:
    """Return the language that this request asks for, of those that the server speaks."""
    return request.accept_languages.best_match(list(LANGUAGES)) or next(iter(LANGUAGES))


def guarded(response: Response) -> Response:
    """Return the answer with the security headers; only a style sheet may be kept by anybody."""
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    if request.endpoint != "boekbrug.static":
        response.headers["Cache-Control"] = "no-store"
    return response
