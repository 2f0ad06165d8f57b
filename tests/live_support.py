"""`pytest -m live`: the tests that may run at Google itself, for whoever has an account.

Without being asked for they are deselected, and nothing but loopback is contacted. Asked for, they
need the variables of `NEEDED`; what is missing is said at once, before anything is contacted.
"""

import json
import os
import re
import threading
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from google.oauth2.service_account import Credentials
from google_emulator.google import Google
from google_emulator.loopback import GOOGLE_HOSTS, LoopbackAdapter
from google_emulator.state import DriveFile
from google_emulator_support import SERVER, Time
from google_sheets_support import google_sheet
from live_account import Account
from live_recorder import Recorder
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter

from boekbrug.adapters.google.client import Surroundings, authorized_session
from boekbrug.adapters.google.credentials import CredentialsError, service_account

LIVE = pytest.param("live", marks=pytest.mark.live)
"""The parameter of a fixture that stands for Google itself."""

CREDENTIALS, SPREADSHEET, FOLDER = (
    "BOEKBRUG_LIVE_CREDENTIALS",
    "BOEKBRUG_LIVE_SPREADSHEET",
    "BOEKBRUG_LIVE_FOLDER",
)
NEEDED = {
    CREDENTIALS: "the JSON file of a service account's key, or its base64",
    SPREADSHEET: "the link or id of a Google Sheet in which the service account is editor; "
    "all that stands in it is lost",
    FOLDER: "the link or id of a folder in a Shared Drive in which the service account is content "
    "manager",
}
RECORDING = "BOEKBRUG_LIVE_RECORDING"
"""The file, a new one, that exchanges are recorded into; `.gz` compresses it."""

EMULATOR = "BOEKBRUG_LIVE_EMULATOR"
"""The address on loopback of an emulator in place of Google: to try these tests out."""

SHEETS = "sheets.googleapis.com"
INTERVAL_S = 1.1
"""Between two reads of Sheets, and two writes: an account may do sixty of each a minute."""

_ID = re.compile(r"/(?:d|folders)/([A-Za-z0-9_-]+)|^([A-Za-z0-9_-]+)$")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what is for Google itself, unless `-m` asks for it."""
    live = [item for item in items if item.get_closest_marker("live")]
    if not live:
        return
    if "live" in re.findall(r"\w+", config.option.markexpr):
        wrong = troubles(os.environ)
        if wrong:
            raise pytest.UsageError("\n".join(wrong))
        return
    items[:] = [item for item in items if item not in live]
    config.hook.pytest_deselected(items=live)


def troubles(environment: Mapping[str, str]) -> list[str]:
    """Return a sentence for everything that is missing or wrong."""
    said = []
    for name, needed in NEEDED.items():
        text = environment.get(name, "")
        found = "" if text else "found nothing"
        if text and name == CREDENTIALS:
            found = _wrong_key(text)
        elif text and not _ID.search(text):
            found = f'found "{text}"'
        if found:
            said.append(f"{name}: {found}, needed {needed}.")
    recording = Path(environment.get(RECORDING) or "")
    if recording.is_file():
        said.append(f"{RECORDING}: found a file {recording}, needed a name that is free.")
    return said


def _wrong_key(text: str) -> str:
    try:
        service_account(text)
    except CredentialsError as error:
        return error.sentence.removeprefix("GOOGLE_CREDENTIALS: ").partition(", needed")[0]
    return ""


class LiveAdapter(HTTPAdapter):
    """Carries calls to Google, slowly enough, and has them recorded; to anybody else it fails."""

    def __init__(self, inner: HTTPAdapter, recorder: Recorder, *, interval_s: float) -> None:
        super().__init__()
        self.inner = inner
        self.recorder = recorder
        self._interval_s = interval_s
        self._next_at: dict[str, float] = {}
        self._lock = threading.Lock()

    def send(self, request: PreparedRequest, *arguments: Any, **options: Any) -> Response:
        """Send a call to Google."""
        parts = urlsplit(str(request.url))
        assert parts.scheme == "https", request.url
        assert parts.hostname in GOOGLE_HOSTS, request.url
        asked = request.copy()
        is_about_limits = "quotaUser=" in parts.query
        if parts.hostname == SHEETS and not is_about_limits:
            self._wait(str(request.method))
        with self.recorder.call():
            response = self.inner.send(request, *arguments, **options)
            self.recorder.keep(asked, response)
        return response

    def close(self) -> None:
        """Close the connections."""
        self.inner.close()
        super().close()

    def _wait(self, method: str) -> None:
        kind = "read" if method == "GET" else "write"
        with self._lock:
            now = time.monotonic()
            at = max(now, self._next_at.get(kind, now))
            self._next_at[kind] = at + self._interval_s
        time.sleep(at - now)


@pytest.fixture(scope="session")
def live_credentials() -> Credentials:
    return service_account(os.environ[CREDENTIALS])


@pytest.fixture(scope="session")
def live_adapter(live_credentials: Credentials) -> Iterator[LiveAdapter]:
    """How this run reaches Google, or the emulator that stands in for it."""
    emulator, recording = os.environ.get(EMULATOR), os.environ.get(RECORDING)
    recorder = Recorder(
        Path(recording) if recording else None, [live_credentials.service_account_email]
    )
    inner = LoopbackAdapter(emulator) if emulator else HTTPAdapter()
    adapter = LiveAdapter(inner, recorder, interval_s=0.0 if emulator else INTERVAL_S)
    yield adapter
    adapter.close()


@pytest.fixture
def live_account(
    request: pytest.FixtureRequest, live_credentials: Credentials, live_adapter: LiveAdapter
) -> Iterator[Account]:
    """The account of whoever asked for `-m live`; what this test asks is recorded."""
    live_adapter.recorder.begin(request.node.name)
    yield Account(
        address=live_credentials.service_account_email,
        spreadsheet_id=_id(os.environ[SPREADSHEET]),
        folder_id=_id(os.environ[FOLDER]),
        session=partial(authorized_session, live_credentials, adapter=live_adapter),
        around=Surroundings(),
    )
    live_adapter.recorder.end()


@pytest.fixture
def emulated_account(
    google: Google,
    exports: DriveFile,
    key_file: dict[str, Any],
    adapter: LoopbackAdapter,
    time_: Time,
) -> Account:
    """The same at the emulator of a test."""
    around = Surroundings(sleep=time_.sleep, clock=time_.clock, chance=lambda: 1.0)
    credentials = service_account(json.dumps(key_file))
    return Account(
        address=SERVER,
        spreadsheet_id=google_sheet(google, {"Sheet1": ()}).id,
        folder_id=exports.id,
        session=partial(authorized_session, credentials, adapter=adapter),
        around=around,
    )


def _id(text: str) -> str:
    found = _ID.search(text)
    assert found, text
    return found[1] or found[2]
