"""The button's script in node, and the real house that it presses."""

import json
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, Self, cast

import openpyxl
import pytest
from acme_support import acme_house
from werkzeug.serving import make_server

from boekbrug.config.limits import limits
from boekbrug.server.app import create_app
from boekbrug.server.assembly import Service, Settings
from boekbrug.server.web.authentication import webhook_secret

HARNESS = Path(__file__).resolve().parent / "button"
BUTTON = HARNESS.parent.parent / "adapters" / "button"
NODE = shutil.which("node")
NEEDS_NODE = pytest.mark.skipif(NODE is None, reason="needs Node.js 20 or newer")
LINE = "https://books.example/connect/K7F3-9QXM"
CONNECTED = {
    "server": "https://books.example",
    "workbook": "wb-1",
    "folder": "",
    "contact": "help@books.example",
    "secret": "",
}
"""What the script keeps of the file that was connected by that line."""
SUMMER = {"from": "2026-07-01", "to": "2026-09-30"}
STOP_TIMEOUT_S = 10
STOP_POLL_S = 0.02


class ScriptError(Exception):
    """The script threw; people see this text from Google."""


class Script:
    """The script of one sheet, between strict stubs; close it at the end."""

    def __init__(self, *arguments: str) -> None:
        """Load every file of the button, and more by path; "--backwards" the last one first."""
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [NODE or "node", HARNESS / "harness.js", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._orders = cast("IO[str]", self._process.stdin)
        self._answers = cast("IO[str]", self._process.stdout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._orders.close()
        self._answers.close()
        self._process.wait(STOP_TIMEOUT_S)

    def world(self, **changes: Any) -> dict[str, Any]:
        """Change what stands around the script, and return all of it."""
        world: dict[str, Any] = self._order(order="world", changes=changes)
        return world

    def run(self, name: str, *values: Any) -> Any:
        """Call a function as the sidebar may."""
        return self._order(order="run", name=name, values=values)

    def call(self, name: str, *values: Any) -> Any:
        """Call any function of the script."""
        return self._order(order="call", name=name, values=values)

    def edit(self, tab: str, place: list[int], value: str) -> int:
        """Type into a cell; return how often the trigger asked Google for anything."""
        asked: int = self._order(order="edit", tab=tab, place=place, value=value)
        return asked

    def _order(self, **order: Any) -> Any:
        with self._lock:
            self._orders.write(f"{json.dumps(order)}\n")
            self._orders.flush()
            answer = json.loads(self._answers.readline())
        if "error" in answer:
            raise ScriptError(answer["error"])
        return answer["value"]


@dataclass(frozen=True, kw_only=True)
class PressedHouse:
    """The example firm's house, reached over loopback, and what a connected file knows of it."""

    service: Service
    address: str
    workbook_id: str
    secret: str
    file: Path

    def connection(self, **changes: str) -> dict[str, str]:
        """Return the script's properties of a file that signs with its own secret."""
        kept = {
            "server": self.address,
            "workbook": self.workbook_id,
            "folder": "",
            "secret": self.secret,
        }
        return {"connection": json.dumps(kept | changes)}

    def sheets(self) -> dict[str, list[list[str]]]:
        """Return the cells of the workbook as they are shown."""
        return sheets_of(self.file)


@pytest.fixture
def script() -> Iterator[Script]:
    """The script of a sheet of the test's own."""
    with Script() as one:
        yield one


@contextmanager
def pressed_house(folder: Path) -> Iterator[PressedHouse]:
    """Serve the example firm's house on a free port, and execute its runs."""
    port = _free_port()
    settings = Settings(
        data_directory=folder / "data",
        secret_key="a key of the tests, which is long enough",
        public_url=f"http://127.0.0.1:{port}",
        operator_contact="the office",
        limits=replace(limits(), presses_per_minute_max=100),
    )
    with acme_house(folder, settings) as (service, entry), _served(service, port):
        service.start_executor()
        yield PressedHouse(
            service=service,
            address=settings.public_url,
            workbook_id=entry.id,
            secret=webhook_secret(settings.secret_key, entry.id, entry.secret_version),
            file=folder / "acme.xlsx",
        )


def sheets_of(path: Path) -> dict[str, list[list[str]]]:
    """Return the cells of a file as texts, by tab."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
        for sheet in book.worksheets
    }


def answer(status: int, **content: Any) -> dict[str, Any]:
    """Return an answer with JSON for the world's list of answers."""
    return {"status": status, "body": json.dumps(content)}


def asked(action: str = "check", plan: str = "", **changes: Any) -> Mapping[str, Any]:
    """Return what the sidebar asks for."""
    return {"action": action, "period": SUMMER, "selection": "new", "plan": plan, **changes}


def to_the_end(script: Script, question: Mapping[str, Any]) -> dict[str, Any]:
    """Press and look as the sidebar does, until the run has ended."""
    pressed = script.run("press", question)
    assert "refused" not in pressed, pressed["refused"]
    while True:
        told: dict[str, Any] = script.run("look", pressed["url"], question)
        if not told.get("open"):
            return told


@contextmanager
def _served(service: Service, port: int) -> Iterator[None]:
    server = make_server("127.0.0.1", port, create_app(service), threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(STOP_POLL_S,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
