"""Who may press: a person whom Google vouches for, or whoever has the workbook's own secret.

The button of a connected sheet sends an identity token (OpenID Connect); the token was made for
its script and names the person. A machine signs by Standard Webhooks
(https://www.standardwebhooks.com, version 1); the secret is derived and stored nowhere, so a
stolen backup holds none, and raising the workbook's version rotates it.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from standardwebhooks import Webhook, WebhookVerificationError

from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.web.ports import DoorError, Service
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.addresses import is_allowed, other_account

THE_BUTTON = "the button"
"""Who pressed, when only the workbook is proven."""


class NotAuthenticatedError(DoorError):
    """One sentence for an unknown workbook, a wrong signature and a wrong clock alike."""

    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__(said("unfit secret"))


class NotIdentifiedHereError(DoorError):
    """One sentence for an unknown workbook, a token that proves nobody and another's script."""

    status = HTTPStatus.UNAUTHORIZED
    challenge = "Bearer"

    def __init__(self) -> None:
        """Build the sentence."""
        super().__init__(said("unfit person"))


class OtherAccountError(DoorError):
    """Somebody who may not press this file, most likely by the wrong account."""

    status = HTTPStatus.FORBIDDEN


@dataclass(frozen=True, slots=True)
class Presser:
    """The workbook that was pressed, and who did, in words."""

    workbook: WorkbookEntry
    who: str


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
) -> Presser:
    """Return the workbook that was pressed and by whom, both proven.

    An unknown workbook costs the same work as a known one, so the time of the answer tells
    nothing either.

    Raises:
        NotAuthenticatedError: the workbook, its secret or the time does not fit.
        NotIdentifiedHereError: the workbook and the token do not fit.
        OtherAccountError: the person may not press this workbook.
    """
    if token := bearer_token(headers):
        return _identified(service, workbook_id, token)
    return _signed(service, workbook_id, body, headers)


def bearer_token(headers: Mapping[str, str]) -> str:
    """Return the token of the request; '' when it has none."""
    scheme, _, token = headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _identified(service: Service, workbook_id: str, token: str) -> Presser:
    workbook = service.office.workbook(workbook_id)
    person = service.connections.person(token, workbook.audience if workbook else "")
    if workbook is None or person is None:
        raise NotIdentifiedHereError
    if not is_allowed(person.email, workbook.addresses):
        service.connections.note_refused_press(workbook, person.email)
        raise OtherAccountError(other_account(person.email, workbook.addresses))
    return Presser(workbook, person.email)


def _signed(service: Service, workbook_id: str, body: bytes, headers: Mapping[str, str]) -> Presser:
    workbook = service.office.workbook(workbook_id)
    version = workbook.secret_version if workbook else 1
    verified = [
        _verifies(webhook_secret(*parts), body, headers)
        for parts in _accepted(service, workbook_id, version)
    ]
    if workbook is None or not workbook.hmac_allowed or not any(verified):
        raise NotAuthenticatedError
    return Presser(workbook, THE_BUTTON)


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
