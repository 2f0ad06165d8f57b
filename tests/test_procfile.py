"""The processes of the Procfile as a platform runs them: its variables, its port, its SIGTERM."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from google_emulator.certificates import SigningKey
from google_emulator_support import SERVER
from standardwebhooks import Webhook

pytestmark = pytest.mark.postgres

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = dict(
    line.split(": ", 1) for line in (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
)
OWNER = "--vat-number BE0403019261 --name 'Acme bv' --program winbooks"
SUMMER = {"from": "2026-07-01", "to": "2026-09-30"}
START_TIMEOUT_S = 60
KILLED_AFTER_S = 30
NO_TABLES = r"^Database: found schema 0000, needed \d{4}\. Run `boekbrug migrate`\.$"


@dataclass(frozen=True, kw_only=True)
class Platform:
    """A machine with the variables of an app and a disk that nobody may rely on."""

    folder: Path
    port: int
    variables: Mapping[str, str]

    def run(self, command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            shlex.split(command),
            cwd=self.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=START_TIMEOUT_S,
        )

    def done(self, command: str) -> str:
        process = self.run(command)
        assert process.returncode == 0, process.stderr
        return process.stdout

    @contextmanager
    def web(self) -> Iterator["subprocess.Popen[bytes]"]:
        """Start the web process; the test stops it."""
        with (self.folder / "log").open("wb") as log:
            process = subprocess.Popen(
                shlex.split(PROCESSES["web"]),
                cwd=self.folder,
                env=self._environment(),
                stderr=log,
                stdout=log,
            )
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def answers(self, path: str) -> int:
        """Return the status that an address answers with, as soon as the port is bound."""
        give_up_at = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < give_up_at:
            try:
                return int(self.ask(path)[0])
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise AssertionError(self.log())

    def becomes(self, path: str, status: int) -> None:
        give_up_at = time.monotonic() + START_TIMEOUT_S
        while self.answers(path) != status:
            assert time.monotonic() < give_up_at, self.log()
            time.sleep(0.1)

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, Any]:
        """Return the status and the JSON of an answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        url = f"http://127.0.0.1:{self.port}{path}"
        try:
            with urllib.request.urlopen(
                urllib.request.Request(url, data=body, headers=named), timeout=10
            ) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def _environment(self) -> dict[str, str]:
        programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return {"PATH": programs, "PORT": str(self.port), "WEB_CONCURRENCY": "2", **self.variables}


def platform(folder: Path, variables: Mapping[str, str]) -> Platform:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    public_url = {"PUBLIC_URL": f"http://127.0.0.1:{port}"} if len(variables) > 1 else {}
    return Platform(folder=folder, port=port, variables={**variables, **public_url})


@pytest.fixture
def variables(postgres_url: str, server_key: SigningKey) -> dict[str, str]:
    """What an app has that was deployed by the button, and filled in."""
    key_file = {
        "type": "service_account",
        "client_email": SERVER,
        "private_key": server_key.private_pem,
        "token_uri": "https://oauth2.googleapis.com/token",
    }
    return {
        "DATABASE_URL": postgres_url.replace("postgresql://", "postgres://"),
        "SECRET_KEY": "k" * 64,
        "OPERATOR_CONTACT": "help@books.example",
        "GOOGLE_CREDENTIALS": json.dumps(key_file),
    }


def stopped(process: "subprocess.Popen[bytes]") -> int:
    """Stop it as a platform does; one that takes too long would be killed."""
    process.send_signal(signal.SIGTERM)
    return process.wait(KILLED_AFTER_S)


def attached(app: Platform) -> tuple[str, str]:
    """Set a firm up and return its workbook's id and secret."""
    shutil.copy(ROOT / "examples" / "acme.xlsx", app.folder)
    app.done("boekbrug team add acme 'Acme bv'")
    app.done("boekbrug wallet top-up acme 50.00 --reason paid")
    app.done(f"boekbrug dossier add acme/winbooks {OWNER}")
    said = app.done(
        "boekbrug workbook attach acme.xlsx --dossier acme/winbooks --folder files "
        "--keep-numbers 'Acme bv'"
    )
    workbook_id, secret = (line.rpartition(" ")[2] for line in said.splitlines()[-2:])
    return workbook_id, secret


def test_release_then_web_takes_a_press_executes_it_and_stops_in_time(tmp_path, variables):
    app = platform(tmp_path, variables)
    app.done(PROCESSES["release"])
    workbook_id, secret = attached(app)

    with app.web() as process:
        app.becomes("/health/ready", 200)
        body = json.dumps({"workbook": workbook_id, "period": SUMMER, "selection": "all"})
        now = datetime.now(UTC)
        status, run = app.ask(
            "/webhooks/export",
            body.encode(),
            content_type="application/json",
            webhook_id="press_1",
            webhook_timestamp=str(int(now.timestamp())),
            webhook_signature=Webhook(secret).sign("press_1", now, body),
        )
        assert status == 202, run
        path = run["status_url"].removeprefix(f"http://127.0.0.1:{app.port}")
        while run["state"] in ("waiting", "running"):
            time.sleep(0.1)
            run = app.ask(path)[1]
        assert (run["state"], run["sentence"]) == (
            "done",
            "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36.",
        )
        assert stopped(process) == 0

    assert '"level": "error"' not in app.log()


def test_web_before_release_says_what_to_run_and_ends(tmp_path, variables):
    app = platform(tmp_path, variables)

    with app.web() as process:
        assert process.wait(START_TIMEOUT_S) == 3

    assert re.search(NO_TABLES, app.log(), re.MULTILINE)


def test_a_first_deploy_without_settings_shows_its_page_and_has_its_tables(tmp_path, variables):
    app = platform(tmp_path, {"DATABASE_URL": variables["DATABASE_URL"]})
    assert app.run(PROCESSES["release"]).returncode == 0

    with app.web() as process:
        assert app.answers("/health/live") == 200
        assert app.answers("/health/ready") == 503
        status, problem = app.ask("/webhooks/export", b"{}", content_type="application/json")
        assert (status, [each["setting"] for each in problem["missing"]]) == (
            503,
            ["SECRET_KEY", "PUBLIC_URL", "OPERATOR_CONTACT", "GOOGLE_CREDENTIALS"],
        )
        assert stopped(process) == 0

    logged = [json.loads(line) for line in app.log().splitlines() if line.startswith("{")]
    assert [each["event"] for each in logged] == [each["sentence"] for each in problem["missing"]]
    assert {each["level"] for each in logged} == {"warning"}
    filled = platform(tmp_path, variables)
    assert filled.done("boekbrug team add acme 'Acme bv'") == "Team acme added: Acme bv.\n"


@pytest.mark.parametrize("missing", ["TOP_UP_TEXT", "OPERATOR_CONTACT"])
def test_a_wrong_key_refuses_release_and_web_even_where_something_is_missing(
    tmp_path, variables, missing
):
    app = platform(tmp_path, {**variables, "GOOGLE_CREDENTIALS": "-----BEGIN", missing: ""})
    sentence = 'GOOGLE_CREDENTIALS: found text beginning "-----BEGIN", needed the whole JSON file'
    release = app.run(PROCESSES["release"])
    assert (release.returncode, sentence in release.stderr) == (2, True)

    with app.web() as process:
        assert process.wait(START_TIMEOUT_S) == 3

    assert sentence in app.log()
