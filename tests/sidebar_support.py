"""The sidebar in a browser: its page, and a `google.script.run` that leads to the real script."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from button_support import NEEDS_NODE, Script, ScriptError, answer
from chromium_support import CHROMIUM, Browser

IN_A_BROWSER = [NEEDS_NODE, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")]
"""The marks of tests that look at the sidebar."""
STOP_POLL_S = 0.02
SERVER = "https://books.example"
CONNECTED = {"server": SERVER, "workbook": "wb-1", "folder": "", "secret": ""}
AT_3_NOVEMBER = 1793711100000  # 2026, in milliseconds
ENDS = {"done", "refused", "failed", "unfinished"}
LOOKS_MAX = 200
RUN = """
const later = setTimeout; // a test looks more often than a person's sidebar does
window.setTimeout = (work, ms) => later(work, ms === LOOK_EVERY_MS ? 100 : ms);
const google = { script: { run: (function runner(success, failure) {
  return new Proxy({}, { get: (_, name) => {
    if (name === "withSuccessHandler") return (handler) => runner(handler, failure);
    if (name === "withFailureHandler") return (handler) => runner(success, handler);
    return (...values) => {
      fetch("/run", { method: "POST", body: JSON.stringify({ name, values }) })
        .then((response) => response.json())
        .then(({ value, error }) => (error ? failure(new Error(error)) : success(value)));
    };
  } });
})(() => {}, () => {}) } };
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of a file."""
    with Browser(tmp_path_factory.mktemp("profile")) as one:
        yield one


def pressed(script: Script) -> list[dict[str, Any]]:
    """Return what the server was asked, body by body."""
    return [json.loads(one["text"]) for one in script.world()["requests"] if one["text"]]


@contextmanager
def sidebar_served(script: Script, opened_by: str) -> Iterator[str]:
    """Serve the sidebar that a line of the menu opens, and yield its address."""
    script.call(opened_by)
    content = script.world()["sidebars"][-1]["content"]
    page = content.replace("<script>", f"<script>{RUN}</script><script>", 1).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer("text/html", page)

        def do_POST(self) -> None:
            order = json.loads(self.rfile.read(int(self.headers["content-length"])))
            try:
                result = {"value": script.run(order["name"], *order["values"])}
            except ScriptError as error:
                result = {"error": str(error)}
            self._answer("application/json", json.dumps(result).encode())

        def _answer(self, media_type: str, content: bytes) -> None:
            self.send_response(200)
            self.send_header("content-type", media_type)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing: a test's own words are enough."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(STOP_POLL_S,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


FIGURES = {
    "invoices": 84,
    "credit_notes": 3,
    "gross": "48310.22",
    "fee": "10.08",
    "plan": "f" * 64,
    "held": 2,
    "numbers": [str(number) for number in range(100212, 100221)],
}


def a_run(**changes: Any) -> dict[str, Any]:
    """Return a check of last month as the server tells it."""
    return {
        "run": "R-7F3KQ9",
        "action": "check",
        "period": {"from": "2026-10-01", "to": "2026-10-31"},
        "selection": "new",
        "state": "done",
        "stage": "",
        "percent": 100,
        "sentence": "",
        "pressed_by": "an@acme.example",
        "created_at": "2026-11-03T13:02:00+00:00",
        "waiting_for": None,
        "result": FIGURES,
        "balance": "26.40",
        "export": None,
        "page_url": f"{SERVER}/runs/1/page?token=t",
        "problems_url": f"{SERVER}/runs/1/problems?token=t",
        **changes,
    }


def problem(rows: list[int], sentence: str, **changes: Any) -> dict[str, Any]:
    cell = {"weight": "blocking", "tab": "Invoices", "rows": rows, "column": "VAT", "cure": ""}
    return cell | {"sentence": sentence} | changes


OFFERED = {
    "tabs": [
        {
            "tab": "Customers",
            "names": ["Customers", "Klanten"],
            "columns": [
                {"header": "Customer", "names": ["Customer", "Klant"], "description": "The key."},
                {"header": "Name", "names": ["Name", "Naam"], "description": "For the books."},
            ],
        },
        {
            "tab": "Lines",
            "names": ["Lines", "Regels"],
            "columns": [
                {"header": "Kind", "names": ["Kind", "Soort"], "description": "Rarely needed."}
            ],
        },
    ]
}
"""What the server says that tabs may have."""


def told(
    script: Script, run: dict[str, Any], *problems: dict[str, Any], locale: str = "en"
) -> None:
    """Let the server answer a press with this run."""
    script.world(
        locale=locale,
        now=AT_3_NOVEMBER,
        properties={"connection": json.dumps(CONNECTED)},
        answers=[
            answer(202, status_url=f"{SERVER}/runs/1?token=t"),
            *[answer(200, **run)] * (1 if run["state"] in ENDS else LOOKS_MAX),
            answer(200, items=problems),
        ],
    )
