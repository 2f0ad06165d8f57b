"""Google's limits per minute and user, counted as Google counts them.

Sources: "Usage limits" of the Sheets API (60 reads and 60 writes a minute, user and project; a
batch is one request); the body of a 429 word for word as in n8n issue 16750.
"""

import time
from collections import Counter
from collections.abc import Callable

from google_emulator.http import Emulator, Request, Response

PER_MINUTE = 60
_CONSUMER = "498586711441"


class Quota:
    """Count the requests to Sheets by user, kind and minute."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._counts: Counter[tuple[str, str, int]] = Counter()
        self.per_minute = PER_MINUTE

    def count(self, request: Request) -> Response | None:
        """Count one request; the one above the limit is refused and not applied."""
        if not request.path.startswith("/v4/spreadsheets") or request.account is None:
            return None
        kind = "Read" if request.method == "GET" else "Write"
        key = (request.account.email, kind, int(self._clock() // 60))
        self._counts[key] += 1
        return exhausted(kind, self.per_minute) if self._counts[key] > self.per_minute else None

    def used(self, email: str, kind: str) -> int:
        """Tell how many reads or writes an account made, over all minutes."""
        return sum(n for key, n in self._counts.items() if key[:2] == (email, kind))


def install(emulator: Emulator, clock: Callable[[], float] = time.time) -> Quota:
    """Count every request, after it is known whom it comes from."""
    quota = Quota(clock)
    emulator.before.append(quota.count)
    return quota


def exhausted(kind: str = "Read", per_minute: int = PER_MINUTE) -> Response:
    """Make the answer of a Sheets that was asked too often."""
    service = "sheets.googleapis.com"
    text = (
        f"Quota exceeded for quota metric '{kind} requests' and limit '{kind} requests per minute "
        f"per user' of service '{service}' for consumer 'project_number:{_CONSUMER}'."
    )
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": {
            "consumer": f"projects/{_CONSUMER}",
            "service": service,
            "quota_unit": "1/min/{project}/{user}",
            "quota_limit": f"{kind}RequestsPerMinutePerUser",
            "quota_location": "global",
            "quota_metric": f"{service}/{kind.lower()}_requests",
            "quota_limit_value": str(per_minute),
        },
    }
    link = {
        "description": "Request a higher quota limit.",
        "url": "https://cloud.google.com/docs/quotas/help/request_increase",
    }
    help_ = {"@type": "type.googleapis.com/google.rpc.Help", "links": [link]}
    error = {
        "code": 429,
        "message": text,
        "status": "RESOURCE_EXHAUSTED",
        "details": [info, help_],
    }
    return Response(429, {"error": error})
