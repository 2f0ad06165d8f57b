"""What goes wrong at Google, and at which of a run's calls."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from google_emulator import faults
from google_emulator.google import Google
from google_emulator.http import Request, Response
from google_emulator.quota import exhausted
from google_emulator_support import SERVER

READ = r"^GET /v4/spreadsheets/.*/values:batchGet$"
WRITE = r"^POST /v4/spreadsheets/.*:batchUpdate$"
UPLOAD = r"^POST /upload/drive/v3/files$"
PLACES = {"reading": READ, "writing": WRITE, "uploading": UPLOAD}


@dataclass
class Trouble:
    """Calls to one place that fail: the first, or all until it is over.

    `act` answers in place of Google, or returns None when it only did something behind the call.
    """

    act: Callable[[], Response | None]
    where: str
    lasts: bool
    is_over: bool = False
    struck: int = 0

    def before(self, request: Request) -> Response | None:
        """Strike a call; Google does not carry it out."""
        if self.is_over or not re.search(self.where, f"{request.method} {request.path}"):
            return None
        self.is_over = not self.lasts
        self.struck += 1
        return self.act()

    def after(self, request: Request, response: Response) -> Response:
        """Strike a call that Google carried out."""
        return self.before(request) or response


@dataclass(frozen=True)
class Fault:
    """What goes wrong; `made` takes the Google that it goes wrong at, and the place."""

    made: Callable[[Google, str], Callable[[], Response | None]]
    is_applied: bool = False


def answering(act: Callable[[], Response]) -> Fault:
    return Fault(lambda _google, _where: act)


def minute_used_up(google: Google, where: str) -> Callable[[], Response | None]:
    """Let the requests of this minute be used up; Drive has its own words for that."""
    kind = "Read" if where == READ else "Write"

    def act() -> Response | None:
        if where == UPLOAD:
            return faults.user_rate_limited()
        google.quota.per_minute = google.quota.used(SERVER, kind)
        return None

    return act


def token_expired(google: Google, _where: str) -> Callable[[], None]:
    return google.tokens.expire_all


FAULTS = {
    "429": answering(exhausted),
    "403 userRateLimitExceeded": answering(faults.user_rate_limited),
    "500": answering(faults.internal_error),
    "502 in HTML": answering(faults.bad_gateway),
    "no answer": Fault(lambda google, _where: google.faults.hang),
    "cut before": answering(faults.cut),
    "cut after it was done": Fault(lambda _google, _where: faults.cut, is_applied=True),
    "token too old": Fault(token_expired),
    "minute used up": Fault(minute_used_up),
}
