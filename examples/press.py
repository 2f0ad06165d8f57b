"""Presses the button as a sheet does: a webhook with proof, then questions how far it is."""

import json
import socket
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from standardwebhooks import Webhook

RUN_TIMEOUT_S = 120
POLL_INTERVAL_S = 0.2
PERIOD = {"from": "2026-07-01", "to": "2026-09-30"}
"""The days of the example sheet."""

console = Console(highlight=False)


class DemoError(Exception):
    """Something did not happen that should have."""


class Press:
    """The button of one workbook."""

    def __init__(
        self, address: str, workbook_id: str, proof: Callable[[str], Mapping[str, str]], who: str
    ) -> None:
        """Press at that server.

        Args:
            address: of the server.
            workbook_id: as tab Start shows it.
            proof: returns the headers that prove who pressed, for a body.
            who: the same in words.
        """
        self._address = address
        self._workbook_id = workbook_id
        self._proof = proof
        self._who = who

    def run(self, action: str, **asked: Any) -> dict[str, Any]:
        """Press, wait for the end, and return the run."""
        body = json.dumps({"workbook": self._workbook_id, **asked})
        url = f"{self._address}/webhooks/{action}"
        console.print(f"[bold cyan]POST {url}[/]  {self._who}")
        run = ask(url, body, self._proof(body))
        run = self._wait(action, run["status_url"])
        console.print(f"{run['sentence']}  (Question? Quote {run['run']})", markup=False)
        if run["state"] != "done":
            raise DemoError(f"the {action} ended {run['state']}")
        return run

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


def signed(secret: str, body: str) -> dict[str, str]:
    """Return the headers of a press that is signed with what `workbook attach` printed."""
    press_id, now = f"press_{uuid.uuid4().hex}", datetime.now(UTC)
    return {
        "content-type": "application/json",
        "webhook-id": press_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(press_id, now, body),
    }


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


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
