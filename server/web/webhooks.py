"""`POST /webhooks/<action>`: a signed press becomes a run, and is answered at once."""

import hashlib
from http import HTTPStatus

from flask import Response, request
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge, UnsupportedMediaType

from boekbrug.server.records.entries import Action, Pressed
from boekbrug.server.web.answers import json_answer
from boekbrug.server.web.authentication import authenticated
from boekbrug.server.web.links import RunLinks
from boekbrug.server.web.ports import DoorError, Service
from boekbrug.server.web.press import checked_webhook_id, parsed, requested

PRESSED_BY = "the button"
BODY_PAUSE_MAX_S = 10


class SlowBodyError(DoorError):
    """A body that stops arriving."""

    status = HTTPStatus.REQUEST_TIMEOUT

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__("The press did not arrive whole. Nothing was started; press again.")


def press(service: Service, action: Action) -> Response:
    """Answer a press with its run, in whatever state that is.

    The order keeps strangers cheap: size, then as much shape as names the workbook, then the
    signature over the raw bytes, and only then what the body says.
    """
    body = _body(service.body_bytes_max)
    workbook_id, raw = parsed(body)
    workbook = authenticated(service, workbook_id, body, dict(request.headers))
    pressed = service.office.press(
        workbook,
        action,
        requested(raw),
        webhook_id=checked_webhook_id(request.headers["webhook-id"]),
        body_digest=hashlib.sha256(body).hexdigest(),
        pressed_by=PRESSED_BY,
    )
    return _accepted(RunLinks.of(service), pressed)


def _body(bytes_max: int) -> bytes:
    if (request.content_length or 0) > bytes_max:
        raise RequestEntityTooLarge
    # A body without a length is cut off at Werkzeug's limit in silence: one byte more shows it.
    request.max_content_length = bytes_max + 1
    if connection := request.environ.get("gunicorn.socket"):
        connection.settimeout(BODY_PAUSE_MAX_S)  # else a silent sender holds a thread for ever
    try:
        body = request.get_data()
    except (TimeoutError, ClientDisconnected) as error:
        raise SlowBodyError from error
    if len(body) > bytes_max:
        raise RequestEntityTooLarge
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    return body


def _accepted(links: RunLinks, pressed: Pressed) -> Response:
    run = pressed.run
    token = links.token(run.id, run.workbook_id)
    status_url = links.address(run.id, "", token)
    content = {
        "run": run.code,
        "id": run.id,
        "state": run.state.value,
        "already_running": pressed.already_running,
        "status_url": status_url,
        "page_url": links.address(run.id, "page", token),
    }
    response = json_answer(content, HTTPStatus.ACCEPTED)
    response.headers["Location"] = status_url
    return response
