"""What a server answers that lacks settings: on every address what is missing and what sets it.

A platform shows "Application error" for a process that ends, and whoever deploys for the first
time never finds its log.
"""

import re
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from typing import Protocol

from flask import Blueprint, Response, request

from boekbrug.server.web.answers import guarded, html_answer, json_answer
from boekbrug.server.web.errors import problem_details, wants_page

REFRESH_S = 20
LIVE, READY = "/health/live", "/health/ready"
EXAMPLE_ADDRESS = "https://books.example"
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::[0-9]+)?")


class Need(Protocol):
    """A setting that is missing; see `config.needs.Need`."""

    @property
    def name(self) -> str:
        """The name of the variable."""
        ...

    @property
    def sentence(self) -> str:
        """What was found, what is needed."""
        ...

    @property
    def command(self) -> str:
        """What sets it on Heroku."""
        ...


def make_first_start(needs: Sequence[Need]) -> Blueprint:
    """Return the blueprint of a server that can do nothing before these are set."""
    blueprint = Blueprint("boekbrug", __name__, static_folder="static")
    blueprint.before_app_request(partial(_answer, needs))
    blueprint.after_app_request(guarded)
    return blueprint


def _answer(needs: Sequence[Need]) -> Response | None:
    """Answer whatever was asked; None leaves the style sheet to Flask."""
    if request.endpoint == "boekbrug.static":
        return None
    if request.path == LIVE:
        return json_answer({"live": True})
    if request.path == READY:
        return json_answer({"ready": False, "settings": False}, HTTPStatus.SERVICE_UNAVAILABLE)
    response = _page(needs) if wants_page() else _details(needs)
    response.vary.add("Accept")
    return response


def _page(needs: Sequence[Need]) -> Response:
    return html_answer(
        "first_start.html",
        HTTPStatus.SERVICE_UNAVAILABLE,
        refresh_s=REFRESH_S,
        needs=[(need.name, _after_name(need), _command(need)) for need in needs],
    )


def _details(needs: Sequence[Need]) -> Response:
    reassurance = " Nothing was exported or charged." if request.method == "POST" else ""
    names = ", ".join(need.name for need in needs)
    missing = [
        {"setting": need.name, "sentence": need.sentence, "command": _command(need)}
        for need in needs
    ]
    return problem_details(
        HTTPStatus.SERVICE_UNAVAILABLE,
        f"The server is not set up yet: it lacks {names}.{reassurance} Whoever runs it sees what "
        "to do by opening its address in a browser.",
        {"missing": missing},
    )


def _after_name(need: Need) -> str:
    return need.sentence.removeprefix(f"{need.name}: ")


def _command(need: Need) -> str:
    """Return the command; where it gives an address, the one that was asked."""
    if _HOST.fullmatch(request.host):
        return need.command.replace(EXAMPLE_ADDRESS, f"https://{request.host}")
    return need.command
