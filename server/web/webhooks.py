"""`POST /webhooks/<action>`: a signed press becomes a run, and is answered at once."""

import hashlib
from datetime import UTC, datetime
from http import HTTPStatus

from flask import Response, request

from boekbrug.server.bookkeeping.presets import day_in
from boekbrug.server.records.entries import Action, Pressed
from boekbrug.server.web.answers import json_answer
from boekbrug.server.web.authentication import authenticated
from boekbrug.server.web.bodies import read_body
from boekbrug.server.web.links import RunLinks
from boekbrug.server.web.ports import Service
from boekbrug.server.web.press import checked_webhook_id, parsed, requested


def press(service: Service, action: Action) -> Response:
    """Answer a press with its run, in whatever state that is.

    The order keeps strangers cheap: size, then as much shape as names the workbook, then who
    pressed, proven over the raw bytes or by Google, and only then what the body says.
    """
    body = read_body(service.body_bytes_max)
    workbook_id, raw = parsed(body)
    presser = authenticated(service, workbook_id, body, dict(request.headers))
    pressed = service.office.press(
        presser.workbook,
        action,
        requested(raw, action, day_in(presser.workbook.dossier, datetime.now(UTC))),
        webhook_id=checked_webhook_id(request.headers.get("webhook-id", "")),
        body_digest=hashlib.sha256(body).hexdigest(),
        pressed_by=presser.who,
    )
    return _accepted(RunLinks.of(service), pressed)


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
