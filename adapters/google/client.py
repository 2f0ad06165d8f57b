"""Calls to Google that end: a time-out on each, a bounded number of repeats, failures in words.

One policy for Sheets (through gspread) and Drive. Sources: Google's "Resolve errors" pages of both
interfaces (truncated exponential backoff; 429, 5xx and the two rate limits among the 403) and
gspread 6.2, whose own backing-off client has no time-out and never gives up.
"""

import random
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any, Never

from google.auth.credentials import Credentials
from google.auth.exceptions import GoogleAuthError, RefreshError, TransportError
from google.auth.transport.requests import AuthorizedSession, Request
from gspread import HTTPClient
from gspread.http_client import FileType
from requests import RequestException, Response, Session
from requests.adapters import HTTPAdapter

from boekbrug.adapters.google import failures
from boekbrug.adapters.google.failures import Target
from boekbrug.server.workflow.ports import UnreachableError

CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 60.0
DEADLINE_S = 90.0
WAIT_MAX_S = 32.0
ATTEMPTS_MAX = 8

_SERVER_ERROR = 500  # and all above


class Repeat(Enum):
    """When a call may be sent again."""

    ALWAYS = "after a lost answer too: reading, or writing what changes nothing twice"
    NEVER = "not even when Google did nothing: what was placed by a look that is old after a wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What waiting needs from outside; a test brings its own.

    Attributes:
        sleep: waits for seconds.
        clock: seconds that never run backwards.
        chance: a number from 0 up to 1.
    """

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random


class _RetryableError(Exception):
    """One attempt failed in a way that may pass.

    Attributes:
        failure: what people read when no repeat helps.
    """

    def __init__(self, failure: UnreachableError) -> None:
        super().__init__(failure.sentence)
        self.failure = failure


class GoogleClient:
    """Calls to Google on behalf of one account; for one thread, like the session in it."""

    def __init__(
        self, session: Session, target: Target, surroundings: Surroundings | None = None
    ) -> None:
        """Take the session and what to say it was reached for."""
        self.session = session
        self._surroundings = surroundings or Surroundings()
        self.target = target

    def call(
        self,
        method: str,
        url: str,
        *,
        repeat: Repeat = Repeat.ALWAYS,
        accepted: Collection[int] = (),
        repeated: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> Response:
        """Make one call, repeated while that may help.

        Args:
            method: GET, POST ...
            url: the whole address, at Google.
            repeat: when it may be sent again.
            accepted: statuses that are answers here and no failures.
            repeated: the options of every repeat, where it must ask something else.
            options: those of `Session.request`.

        Raises:
            UnreachableError: with the sentence for people.
        """
        deadline = self._surroundings.clock() + DEADLINE_S
        for attempt in range(1, ATTEMPTS_MAX + 1):
            try:
                return self._attempt(method, url, deadline, accepted, options)
            except _RetryableError as error:
                if repeat is Repeat.NEVER or not self._wait(attempt, deadline):
                    raise error.failure from error
            options = dict(repeated) if repeated is not None else options
        raise AssertionError("the last attempt waits for nothing")

    def _wait(self, attempt: int, deadline: float) -> bool:
        """Wait for a random part of the growing time (full jitter); False when none is left."""
        around = self._surroundings
        wait_s = around.chance() * min(WAIT_MAX_S, 2.0 ** (attempt - 1))
        if attempt == ATTEMPTS_MAX or around.clock() + wait_s >= deadline:
            return False
        around.sleep(wait_s)
        return True

    def _attempt(
        self,
        method: str,
        url: str,
        deadline: float,
        accepted: Collection[int],
        options: Mapping[str, Any],
    ) -> Response:
        left_s = deadline - self._surroundings.clock()
        timeout = (min(CONNECT_TIMEOUT_S, left_s), min(READ_TIMEOUT_S, left_s))
        try:
            response = self.session.request(
                method, url, timeout=timeout, allow_redirects=False, **options
            )
        except GoogleAuthError as error:
            self._no_token(error)
        except RequestException as error:
            raise _RetryableError(failures.down(failures.SILENT)) from error
        return self._answer(response, accepted)

    def _no_token(self, error: GoogleAuthError) -> Never:
        """Say why there is no token; the call itself was never made."""
        is_passing = isinstance(error, TransportError) or error.retryable
        if isinstance(error, RefreshError) and not is_passing:
            raise failures.key_refused(self.target) from error
        raise _RetryableError(failures.down(failures.SILENT)) from error

    def _answer(self, response: Response, accepted: Collection[int]) -> Response:
        if response.status_code in accepted:
            return response
        if failures.is_rate_limit(response):
            raise _RetryableError(failures.busy())
        found = _passing_trouble(response)
        if found:
            raise _RetryableError(failures.down(found))
        if response.ok:
            return response
        raise failures.refused(response, self.target)


class SheetsClient(HTTPClient):
    """The client of gspread with the bounded calls; its other settings change nothing."""

    def __init__(self, client: GoogleClient) -> None:
        """Take the client that makes the calls."""
        super().__init__(auth=None, session=client.session)  # type: ignore[arg-type]
        self._client = client

    def request(  # noqa: PLR0917  the signature of gspread
        self,
        method: str,
        endpoint: str,
        params: Mapping[str, Any] | None = None,
        data: bytes | None = None,
        json: Mapping[str, Any] | None = None,
        files: FileType = None,
        headers: Any = None,
    ) -> Response:
        """Make one call of gspread's; a change is for who knows the rows to send again."""
        is_safe = method.upper() in ("GET", "PUT")
        return self._client.call(
            method,
            endpoint,
            repeat=Repeat.ALWAYS if is_safe else Repeat.NEVER,
            params=params,
            data=data,
            json=json,
            files=files,
            headers=headers,
        )


def authorized_session(
    credentials: Credentials, *, adapter: HTTPAdapter | None = None
) -> AuthorizedSession:
    """Return a session that signs every call; one for each thread, made after a fork.

    Args:
        credentials: whom it works as.
        adapter: how calls and the fetching of tokens travel; None: as https does.
    """
    tokens = Session()
    session = AuthorizedSession(credentials, auth_request=_TokenRequest(tokens))
    if adapter is not None:
        tokens.mount("https://", adapter)
        session.mount("https://", adapter)
    return session


class _TokenRequest:
    """How google-auth fetches a token: once, since `GoogleClient` does the repeating."""

    def __init__(self, session: Session) -> None:
        self._request: Any = Request(session)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Fetch; what may pass is raised, else google-auth would wait and repeat by itself."""
        response = self._request(*arguments, **options)
        if response.status == HTTPStatus.TOO_MANY_REQUESTS or response.status >= _SERVER_ERROR:
            raise TransportError(f"the token endpoint answered {response.status}")
        return response

    def __deepcopy__(self, memo: dict[int, Any]) -> Never:
        """Refuse: google-auth copies this to ask another host for regions, in a thread."""
        raise TypeError("made for tokens alone")


def _passing_trouble(response: Response) -> str | None:
    if response.status_code == HTTPStatus.REQUEST_TIMEOUT:
        return failures.SILENT
    if response.status_code >= _SERVER_ERROR:
        return f"error {response.status_code}"
    return failures.HTML if failures.is_html(response) else None
