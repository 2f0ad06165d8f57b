"""`GET /health/live` and `/health/ready`: for whoever watches the process."""

from http import HTTPStatus

from flask import Response

from boekbrug.server.web.answers import json_answer
from boekbrug.server.web.ports import Service


def show_live(_: Service) -> Response:
    """Answer that the process answers; nothing else is asked."""
    return json_answer({"live": True})


def show_ready(service: Service) -> Response:
    """Answer whether the parts that a press needs work; 503 when one does not."""
    parts = service.office.health()
    is_ready = all(parts.values())
    status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
    return json_answer({"ready": is_ready, **parts}, status)
