"""Presses the button as a sheet does: a signed webhook, then questions how far it is."""

import json
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from standardwebhooks import Webhook

RUN_TIMEOUT_S = 120
POLL_INTERVAL_S = 0.2

console = Console(highlight=False)


class DemoError(Exception):
    """Something did not happen that should have."""


class Press:
    """The button of one workbook, for one period."""

    def __init__(
        self, address: str, workbook_id: str, secret: str, period: Mapping[str, str]
    ) -> None:
        """Press at that server, with the secret that `workbook attach` printed."""
        self._address = address
        self._workbook_id = workbook_id
        self._webhook = Webhook(secret)
        self._period = period

    def run(self, action: str, more: Mapping[str, str]) -> dict[str, Any]:
        """Press, wait for the end, and return the run."""
        body = json.dumps({"workbook": self._workbook_id, "period": self._period, **more})
        url = f"{self._address}/webhooks/{action}"
        days = f"{self._period['from']} to {self._period['to']}"
        console.print(f"[bold cyan]POST {url}[/]  {days}, signed")
        run = ask(url, body, self._signed(body))
        run = self._wait(action, run["status_url"])
        console.print(f"{run['sentence']}  (Question? Quote {run['run']})")
        if run["state"] != "done":
            raise DemoError(f"the {action} ended {run['state']}")
        return run

    def _signed(self, body: str) -> dict[str, str]:
        press_id, now = f"press_{uuid.uuid4().hex}", datetime.now(UTC)
        return {
            "content-type": "application/json",
            "webhook-id": press_id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": self._webhook.sign(press_id, now, body),
        }

    @staticmethod
    def _wait(action: str, status_url: str) -> dict[str, Any]:
        give_up_at = time.monotonic() + RUN_TIMEOUT_S
        columns = (
            TextColumn("{task.description:<26}"),
            BarColumn(),
            TextColumn("{task.percentage:.0f} %"),
        )
        with Progress(*columns, console=console) as bar:
            task = bar.add_task(action, total=100)
            while time.monotonic() < give_up_at:
                run: dict[str, Any] = ask(status_url)
                bar.update(task, completed=run["percent"], description=run["stage"] or "waiting")
                if run["state"] not in {"waiting", "running"}:
                    bar.update(task, completed=100, description=f"{action}: {run['state']}")
                    return run
                time.sleep(POLL_INTERVAL_S)
        raise DemoError(f"the {action} did not end in {RUN_TIMEOUT_S} s")


def ask(url: str, body: str | None = None, headers: Mapping[str, str] | None = None) -> Any:
    """Return the JSON that an address answers; with a body it is a POST.

    Raises:
        DemoError: the server refused.
    """
    request = urllib.request.Request(  # noqa: S310 - our own server on this machine
        url, data=body.encode() if body else None, headers=dict(headers or {})
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - the same
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise DemoError(f"{url} answered {error.code}: {error.read().decode()}") from error


def items(url: str | None) -> Iterator[dict[str, Any]]:
    """Yield everything of a list that is answered page by page."""
    while url:
        page = ask(url)
        yield from page["items"]
        url = page["next_url"]
