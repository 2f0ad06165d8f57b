"""Who may press: the workbook's own secret, and the signature of a press.

A press is signed by Standard Webhooks (https://www.standardwebhooks.com, version 1). The secret
is derived and stored nowhere, so a stolen backup holds none, and raising the workbook's version
rotates it.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from http import HTTPStatus

from standardwebhooks import Webhook, WebhookVerificationError

from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.web.ports import DoorError, Service


class NotAuthenticatedError(DoorError):
    """One sentence for an unknown workbook, a wrong signature and a wrong clock alike."""

    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__(
            "Press: found a workbook, secret and time that do not fit together, allowed: an "
            "attached workbook, its own secret, a clock at most 5 minutes off. Nothing was read "
            "or changed."
        )


def webhook_secret(secret_key: str, workbook_id: str, version: int) -> str:
    """Return the secret that a workbook signs its presses with.

    >>> webhook_secret("an example key", "wb-1", 1)
    'whsec_FkmVR2PC5hupQFj6XHFOODpiHLszCxpK4VtkGHVHKrU='
    """
    message = f"boekbrug.webhook\n{workbook_id}\n{version}".encode()
    digest = hmac.digest(secret_key.encode(), message, hashlib.sha256)
    return f"whsec_{base64.b64encode(digest).decode()}"


def authenticated(
    service: Service, workbook_id: str, body: bytes, headers: Mapping[str, str]
) -> WorkbookEntry:
    """Return the workbook that signed the body.

    An unknown workbook costs the same work as a known one, so the time of the answer tells
    nothing either.

    Raises:
        NotAuthenticatedError: the workbook, its secret or the time does not fit.
    """
    workbook = service.office.workbook(workbook_id)
    version = workbook.secret_version if workbook else 1
    verified = [
        _verifies(webhook_secret(*parts), body, headers)
        for parts in _accepted(service, workbook_id, version)
    ]
    if workbook is None or not any(verified):
        raise NotAuthenticatedError
    return workbook


def _accepted(service: Service, workbook_id: str, version: int) -> Iterator[tuple[str, str, int]]:
    for key in filter(None, (service.secret_key, service.secret_key_previous)):
        yield key, workbook_id, version
        if version > 1:
            yield key, workbook_id, version - 1


def _verifies(secret: str, body: bytes, headers: Mapping[str, str]) -> bool:
    try:
        Webhook(secret).verify(body, dict(headers), json_parse=False)
    except (WebhookVerificationError, ValueError):  # ValueError: a signature that is no base64
        return False
    return True
