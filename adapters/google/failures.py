"""Google's refusals in plain sentences: what was found, what is needed, what to do.

Google words an error in two ways. Drive gives `error.errors[].reason` (userRateLimitExceeded);
Sheets gives `error.status` and `error.details[].reason` (google.rpc.ErrorInfo). A gateway before
either gives a page of HTML.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from requests import Response

from boekbrug.server.wording.said import said
from boekbrug.server.workflow.ports import UnreachableError

_RATE_LIMITS = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"})
_SWITCHED_OFF = frozenset({"accessNotConfigured", "SERVICE_DISABLED"})
_NO_STORAGE = frozenset({"storageQuotaExceeded"})
_NO_ACCESS = frozenset(
    {
        "forbidden",
        "appNotAuthorizedToFile",
        "insufficientFilePermissions",
        "insufficientParentPermissions",
        "insufficientPermissions",
        "teamDriveMembershipRequired",
    }
)
_CONSOLE_LINK = re.compile(r"https://console\.(?:developers|cloud)\.google\.com/[^\s\"'<>]+")
_SERVICE = re.compile(r"\b(sheets|drive)\.googleapis\.com\b")
_PROJECT = re.compile(r"\bprojects?[/=: ](\d+)\b")
_OFFICE_FILE = "This operation is not supported for this document"
_PROTECTED = "protected cell or object"
_MESSAGE_LENGTH_MAX = 200

SILENT = said("silent")
HTML = said("a page")

IN_MY_DRIVE = said("my drive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is reached for, in the words of a sentence; each may know other languages.

    Attributes:
        subject: what the sentence is about: Server, Folder.
        what: this file, this folder.
        role: what the server must be there: editor, content manager.
        address: the service account's e-mail address.
    """

    subject: str
    what: str
    role: str
    address: str


def error_of(response: Response) -> Mapping[str, Any]:
    """Return the `error` object of a refusal; empty when the answer holds none."""
    try:
        body = response.json()
    except ValueError:
        return {}
    error = body.get("error") if isinstance(body, dict) else None
    return error if isinstance(error, dict) else {}


def is_html(response: Response) -> bool:
    """Say whether something other than the interface answered."""
    return response.headers.get("Content-Type", "").startswith("text/html")


def is_rate_limit(response: Response) -> bool:
    """Say whether Google did nothing because of too many requests.

    A 403 is one only for its reason: a full Drive is a 403 of the same domain `usageLimits`.
    """
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        return True
    if response.status_code != HTTPStatus.FORBIDDEN:
        return False
    return not _RATE_LIMITS.isdisjoint(_reasons(error_of(response)))


def refused(response: Response, target: Target) -> UnreachableError:
    """Return the failure of a call that is not worth repeating."""
    error = error_of(response)
    reasons, message = set(_reasons(error)), str(error.get("message", ""))
    if reasons & _SWITCHED_OFF:
        return _permanent(_switched_off(error))
    if reasons & _NO_STORAGE:
        return _permanent(IN_MY_DRIVE)
    if response.status_code == HTTPStatus.UNAUTHORIZED:
        return key_refused(target)
    if _is_no_access(response, reasons):
        return no_access(target)
    return _permanent(_sentence(message, response, target))


def no_access(target: Target) -> UnreachableError:
    """Return the failure for what was never shared, or is not shared any more."""
    return _permanent(
        said(
            "no access",
            subject=target.subject,
            what=target.what,
            role=target.role,
            address=target.address,
        )
    )


def key_refused(target: Target) -> UnreachableError:
    """Return the failure of a key that Google does not take."""
    return _permanent(said("key refused", address=target.address))


def busy() -> UnreachableError:
    """Return the failure of too many requests, after all repeats."""
    return UnreachableError(said("busy"), permanent=False)


def down(found: str) -> UnreachableError:
    """Return the failure of a Google that does not answer as it should, after all repeats."""
    return UnreachableError(said("down", found=found), permanent=False)


def _is_no_access(response: Response, reasons: set[str]) -> bool:
    # Sheets gives no reason at all to whom nothing was shared.
    if response.status_code == HTTPStatus.FORBIDDEN:
        return not reasons or bool(reasons & _NO_ACCESS)
    return response.status_code == HTTPStatus.NOT_FOUND


def _sentence(message: str, response: Response, target: Target) -> str:
    if _OFFICE_FILE in message:
        return said("office file", subject=target.subject)
    if _PROTECTED in message:
        return said("protected", subject=target.subject, what=target.what, address=target.address)
    found = f'"{message[:_MESSAGE_LENGTH_MAX]}"' if message else f"error {response.status_code}"
    return said("refused", found=found)


def _permanent(sentence: str) -> UnreachableError:
    return UnreachableError(sentence, permanent=True)


def _reasons(error: Mapping[str, Any]) -> Iterator[str]:
    for entry in (*_objects(error.get("errors")), *_objects(error.get("details"))):
        if isinstance(entry.get("reason"), str):
            yield entry["reason"]


def _objects(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _switched_off(error: Mapping[str, Any]) -> str:
    text = str(error)
    service, project, link = (each.search(text) for each in (_SERVICE, _PROJECT, _CONSOLE_LINK))
    api = f"the {service[1].capitalize()} API" if service else "an API"
    where = f" in project {project[1]}" if project else ""
    page = link[0].rstrip(".,") if link else "the page of that API in Google's console"
    return (
        f"Google: {api} is switched off{where}. Open {page}, press Enable, wait two minutes, "
        "then press again."
    )
