"""The door as one blueprint: every address, and nothing that reaches beyond it."""

from collections.abc import Callable, Mapping
from functools import partial

from flask import Blueprint, Response

from boekbrug.server.records.entries import Action
from boekbrug.server.web.answers import guarded
from boekbrug.server.web.columns import list_columns
from boekbrug.server.web.connecting import connect, show_connect_page
from boekbrug.server.web.control_block import show_controls
from boekbrug.server.web.errors import register_errors
from boekbrug.server.web.files import download
from boekbrug.server.web.health import show_live, show_ready
from boekbrug.server.web.lists import list_documents, list_problems
from boekbrug.server.web.page import show_page
from boekbrug.server.web.ports import Service
from boekbrug.server.web.runs import show_run
from boekbrug.server.web.webhooks import press

VIEWS: Mapping[str, Callable[..., Response]] = {
    "/connect/<code>": show_connect_page,
    "/workbooks/<workbook_id>/columns": list_columns,
    "/runs/<run_id>": show_run,
    "/runs/<run_id>/documents": list_documents,
    "/runs/<run_id>/problems": list_problems,
    "/runs/<run_id>/controls": show_controls,
    "/runs/<run_id>/page": show_page,
    "/runs/<run_id>/files/<name>": download,
    "/health/live": show_live,
    "/health/ready": show_ready,
}


def make_blueprint(service: Service) -> Blueprint:
    """Return the blueprint that serves this house; it may be mounted under any prefix.

    An address under the prefix that is none of ours, and a method that it does not take, are
    answered by the host: Flask decides about both before it knows whose blueprint it is.
    """
    blueprint = Blueprint("boekbrug", __name__, static_folder="static")
    for action in Action:
        blueprint.add_url_rule(
            f"/webhooks/{action.value}",
            f"press_{action.value}",
            partial(press, service, action),
            methods=["POST"],
        )
    blueprint.add_url_rule("/connect", "connect", partial(connect, service), methods=["POST"])
    for rule, view in VIEWS.items():
        blueprint.add_url_rule(rule, view.__name__, partial(view, service))
    register_errors(blueprint, service.operator_contact)
    blueprint.after_request(guarded)
    return blueprint
