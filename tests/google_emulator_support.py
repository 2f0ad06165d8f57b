"""A Google on loopback for a test, and sessions that reach nothing else.

A test fails when it asked for something that is not emulated, or when one of its exchanges leaves
the contract that Google publishes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from google.auth.transport.requests import AuthorizedSession
from google_emulator import contract
from google_emulator.certificates import SigningKey
from google_emulator.google import Google, assembled
from google_emulator.http import Emulator
from google_emulator.loopback import LoopbackAdapter

from boekbrug.adapters.google.client import GoogleClient, Surroundings, authorized_session
from boekbrug.adapters.google.credentials import service_account
from boekbrug.adapters.google.failures import Target
from boekbrug.server.workflow.ports import UnreachableError

SERVER = "boekbrug@acme-books.iam.gserviceaccount.com"
PERSON = "an@acme.example"
FILES = "https://www.googleapis.com/drive/v3/files"
SHEETS = "https://sheets.googleapis.com/v4/spreadsheets"


@dataclass
class Time:
    """A clock that goes on by sleeping alone; `waits` are the seconds slept."""

    now_s: float = 1_000_000.0
    waits: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now_s += seconds


@pytest.fixture(scope="session")
def server_key() -> SigningKey:
    """The key of the service account; making one takes a tenth of a second."""
    return SigningKey("server-key")


@pytest.fixture(scope="session")
def signing_key() -> SigningKey:
    """The key that Google signs identity tokens with."""
    return SigningKey("google-key")


@pytest.fixture(scope="session")
def other_key() -> SigningKey:
    """A key that nobody trusts."""
    return SigningKey("google-key")


@pytest.fixture
def time_() -> Time:
    return Time()


@pytest.fixture
def google(signing_key: SigningKey, time_: Time) -> Iterator[Google]:
    """A Google of the test's own, its clock that of the test."""
    with Emulator() as emulator:
        google = assembled(emulator, signing_key, time_.clock)
        google.accounts.person(PERSON)
        yield google
        google.faults.release()
    assert emulator.unimplemented == []
    assert emulator.crashes == []
    assert google.faults.left == 0, "a planned fault never happened"
    assert [said for each in emulator.exchanges for said in contract.violations(each)] == []


@pytest.fixture
def adapter(google: Google) -> Iterator[LoopbackAdapter]:
    """How a session reaches this Google; what else it tried fails the test."""
    adapter = LoopbackAdapter(google.emulator.base_url)
    yield adapter
    adapter.close()
    assert adapter.refused == []


@pytest.fixture
def key_file(google: Google, server_key: SigningKey) -> dict[str, Any]:
    """The JSON of the server's key, known to this Google."""
    return google.key_file(SERVER, server_key)


@pytest.fixture
def session(key_file: dict[str, Any], adapter: LoopbackAdapter) -> Iterator[AuthorizedSession]:
    """A session of the server, through the real exchange of a signed claim for a token."""
    credentials = service_account(json.dumps(key_file))
    with authorized_session(credentials, adapter=adapter) as session:
        yield session


@pytest.fixture
def client(session: AuthorizedSession, time_: Time) -> GoogleClient:
    """The server's client; it never really waits, and always as long as it may."""
    return client_of(session, time_)


def client_of(
    session: AuthorizedSession, time_: Time, target: Target | None = None
) -> GoogleClient:
    """Make a client that waits in the test's time."""
    surroundings = Surroundings(sleep=time_.sleep, clock=time_.clock, chance=lambda: 1.0)
    return GoogleClient(session, target or FILE, surroundings)


def refusal(client: GoogleClient, method: str, url: str, **options: Any) -> UnreachableError:
    """Return why a call of the client's is given up."""
    with pytest.raises(UnreachableError) as caught:
        client.call(method, url, **options)
    return caught.value


FILE = Target(subject="Server", what="this file", role="editor", address=SERVER)
FOLDER = Target(subject="Folder", what="this folder", role="content manager", address=SERVER)
