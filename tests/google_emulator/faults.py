"""What goes wrong between here and Google, planned by a test: refusals, silence, cut connections.

Sources of the bodies: "Resolve errors" of the Drive API (rate limits, 500); n8n issue 16750 (429);
gspread issues 1563 and 370 (HTML of a gateway); gogcli issue 415 (an API that is switched off).
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass

from google_emulator.http import ConnectionCutError, Emulator, Request, Response

HANG_S_MAX = 30.0

_HTML = b"""<!DOCTYPE html>
<html lang=en><meta charset=utf-8><title>Error 502 (Server Error)!!1</title>
<p><b>502.</b> <ins>That's an error.</ins>
<p>The server encountered a temporary error and could not complete your request.<p>Please try again
in 30 seconds. <ins>That's all we know.</ins></html>
"""


@dataclass
class _Planned:
    act: Callable[[], Response]
    pattern: re.Pattern[str]
    is_applied: bool
    calls_left: int


class Faults:
    """Let the next calls fail, then be well again."""

    def __init__(self) -> None:
        self._plans: list[_Planned] = []
        self._lock = threading.Lock()
        self._released = threading.Event()

    def plan(
        self, act: Callable[[], Response], *, calls: int = 1, on: str = "", applied: bool = False
    ) -> None:
        """Let calls fail.

        Args:
            act: the answer in place of Google's, or what raises instead of answering.
            calls: how many.
            on: only those whose `METHOD path` holds this regular expression.
            applied: whether Google carries them out all the same, and only the answer is lost.
        """
        self._plans.append(_Planned(act, re.compile(on), applied, calls))

    @property
    def left(self) -> int:
        """Tell how many planned failures have not happened."""
        return sum(each.calls_left for each in self._plans)

    def hang(self) -> Response:
        """Say nothing until the test is over, then cut the connection."""
        self._released.wait(HANG_S_MAX)
        raise ConnectionCutError

    def release(self) -> None:
        """Let go of every call that hangs."""
        self._released.set()

    def before(self, request: Request) -> Response | None:
        """Fail a call that is not to be applied."""
        plan = self._next(request, applied=False)
        return plan.act() if plan else None

    def after(self, request: Request, response: Response) -> Response:
        """Fail a call that was applied."""
        plan = self._next(request, applied=True)
        return plan.act() if plan else response

    def _next(self, request: Request, *, applied: bool) -> _Planned | None:
        call = f"{request.method} {request.path}"
        with self._lock:
            for plan in self._plans:
                if plan.calls_left and plan.is_applied == applied and plan.pattern.search(call):
                    plan.calls_left -= 1
                    return plan
        return None


def install(emulator: Emulator) -> Faults:
    """Stand before and behind everything else; install it last."""
    faults = Faults()
    emulator.before.insert(0, faults.before)
    emulator.after.append(faults.after)
    return faults


def cut() -> Response:
    """Close the connection without an answer."""
    raise ConnectionCutError


def user_rate_limited() -> Response:
    """Answer as Drive does that is asked too often."""
    return _drive(403, "userRateLimitExceeded", "User Rate Limit Exceeded", domain="usageLimits")


def internal_error() -> Response:
    """Answer that Google itself failed."""
    error = {"code": 500, "message": "Internal error encountered.", "status": "INTERNAL"}
    return Response(500, {"error": error})


def unavailable() -> Response:
    """Answer that Google is not there for the moment."""
    text = "The service is currently unavailable."
    return Response(503, {"error": {"code": 503, "message": text, "status": "UNAVAILABLE"}})


def bad_gateway() -> Response:
    """Answer with the page of a gateway."""
    return Response(502, _HTML, {"Content-Type": "text/html; charset=UTF-8"})


def switched_off() -> Response:
    """Answer that the project never enabled the API."""
    text = (
        "Google Sheets API has not been used in project 4711 before or it is disabled. Enable it "
        "by visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/"
        "overview?project=4711 then retry. If you enabled this API recently, wait a few minutes "
        "for the action to propagate to our systems and retry."
    )
    return _drive(403, "accessNotConfigured", text, domain="usageLimits")


def service_disabled() -> Response:
    """Answer the same as the newer interfaces word it: a link in the details."""
    page = "https://console.developers.google.com/apis/api/drive.googleapis.com/overview"
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "SERVICE_DISABLED",
        "domain": "googleapis.com",
        "metadata": {"service": "drive.googleapis.com", "consumer": "projects/4711"},
    }
    help_ = {
        "@type": "type.googleapis.com/google.rpc.Help",
        "links": [{"description": "Activation", "url": f"{page}?project=4711"}],
    }
    text = "Google Drive API has not been used in project 4711 before or it is disabled."
    error = {"code": 403, "message": text, "status": "PERMISSION_DENIED", "details": [help_, info]}
    return Response(403, {"error": error})


def domain_policy() -> Response:
    """Answer as Drive does whose administrator forbids it."""
    text = "The domain administrators have disabled Drive apps."
    return _drive(403, "domainPolicy", text, domain="global")


def _drive(code: int, reason: str, text: str, *, domain: str) -> Response:
    first = {"domain": domain, "reason": reason, "message": text}
    return Response(code, {"error": {"errors": [first], "code": code, "message": text}})
