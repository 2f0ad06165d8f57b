"""Who pressed the button: the identity token that Google gave the script, proven and read.

OpenID Connect: the token is signed by Google, names the script's project as its audience and the
person by e-mail address. An audience that nobody listed could be anybody's script.
"""

import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from google.auth import jwt
from google.auth.exceptions import GoogleAuthError, TransportError
from google.auth.transport.requests import Request
from google.oauth2 import id_token
from requests import Session
from requests.models import CaseInsensitiveDict

from boekbrug.adapters.google import failures
from boekbrug.adapters.google.client import CONNECT_TIMEOUT_S
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.ports import NotIdentifiedError, Person

TOKEN_LENGTH_MAX = 8192
CLOCK_SKEW_S = 10
CERTIFICATES_TIMEOUT_S = 10.0

_AUDIENCE_END = ".apps.googleusercontent.com"
_INVALID = said("no proof")
_EXPIRED = said("old proof")
_OTHER_FILE = said("other file")
_UNVERIFIED = said("unverified")


class Identities:
    """Proves identity tokens with Google's certificates (see `IdentityPort`); for all threads."""

    def __init__(
        self,
        session: Callable[[], Session] = Session,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take how certificates are fetched, and the seconds since 1970."""
        self._clock = clock
        self._certificates = _CachedCertificates(session, clock)

    def verify(self, token: str, audiences: Collection[str]) -> Person:
        """Return who pressed; the token is proven before anybody looks at what it is for."""
        person = self.newcomer(token)
        if person.audience not in audiences:
            raise NotIdentifiedError(_OTHER_FILE)
        return person

    def newcomer(self, token: str) -> Person:
        """Return who connects, by a script that is not listed yet."""
        if len(token) > TOKEN_LENGTH_MAX:
            raise NotIdentifiedError(_INVALID)
        audience = str(_unproven_claims(token).get("aud", ""))
        if not audience.endswith(_AUDIENCE_END):
            raise NotIdentifiedError(_INVALID)
        return self._proven(token, audience)

    def _proven(self, token: str, audience: str) -> Person:
        try:
            claims = id_token.verify_oauth2_token(token, self._certificates, audience, CLOCK_SKEW_S)
        except TransportError as error:
            raise failures.down(said("no certificates")) from error
        except (ValueError, GoogleAuthError, RecursionError) as error:
            raise NotIdentifiedError(self._why(token)) from error
        if claims.get("email_verified") is not True or not claims.get("email"):
            raise NotIdentifiedError(_UNVERIFIED)
        return Person(str(claims["email"]), str(claims["aud"]))

    def _why(self, token: str) -> str:
        """Choose the sentence for a token that was refused; what it claims is not trusted."""
        claims = _unproven_claims(token)
        expires_at = claims.get("exp")
        if isinstance(expires_at, int | float) and expires_at < self._clock():
            return _EXPIRED
        return _INVALID


def _unproven_claims(token: str) -> Mapping[str, Any]:
    try:
        claims = jwt.decode(token, verify=False)
    except (ValueError, GoogleAuthError, RecursionError):
        return {}
    return claims if isinstance(claims, Mapping) else {}


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer as google-auth reads it, and until when it holds."""

    status: int
    headers: CaseInsensitiveDict[str]
    data: bytes
    until: float


class _CachedCertificates:
    """How google-auth fetches certificates: once for as long as Google says that they hold."""

    def __init__(self, session: Callable[[], Session], clock: Callable[[], float]) -> None:
        self._session = session
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: _Kept | None = None

    def __call__(self, url: str, method: str = "GET", **_: Any) -> _Kept:
        """Return the kept answer while it holds, else fetch another; failures are not kept."""
        with self._lock:
            if self._kept is None or self._clock() >= self._kept.until:
                self._kept = self._fetched(url, method)
            return self._kept

    def _fetched(self, url: str, method: str) -> _Kept:
        with self._session() as session:
            timeout = (CONNECT_TIMEOUT_S, CERTIFICATES_TIMEOUT_S)
            answer = Request(session)(url, method=method, timeout=timeout)
        if answer.status != HTTPStatus.OK:
            raise TransportError(f"the certificates were answered with {answer.status}")
        until = self._clock() + _holds_s(answer.headers)
        return _Kept(answer.status, answer.headers, answer.data, until)


def _holds_s(headers: Mapping[str, str]) -> float:
    """Return the seconds of `Cache-Control: max-age`, less the `Age`; 0 when it does not say."""
    control = headers.get("Cache-Control", "")
    ages = [part.strip()[8:] for part in control.split(",") if part.strip().startswith("max-age=")]
    age = headers.get("Age", "0")
    if not ages or not ages[0].isdecimal() or not age.isdecimal():
        return 0.0
    return float(int(ages[0]) - int(age))
