import base64
import time
from collections.abc import Collection
from typing import Any

import pytest
import requests
from google_emulator import faults
from google_emulator.certificates import HOLD_S, SigningKey
from google_emulator.google import Google
from google_emulator.http import Response
from google_emulator.loopback import LoopbackAdapter
from google_emulator_support import PERSON

from boekbrug.adapters.google.identity import Identities
from boekbrug.server.workflow.ports import NotIdentifiedError, Person, UnreachableError

SCRIPT = "4711-acme.apps.googleusercontent.com"
OTHER_SCRIPT = "4712-copy.apps.googleusercontent.com"


class Clock:
    def __init__(self) -> None:
        self.passed_s = 0.0

    def __call__(self) -> float:
        return time.time() + self.passed_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def identities(adapter: LoopbackAdapter, clock: Clock) -> Identities:
    def session() -> requests.Session:
        session = requests.Session()
        session.mount("https://", adapter)
        return session

    return Identities(session, clock)


def fetches(google: Google) -> int:
    return len([each for each in google.emulator.exchanges if "/certs" in each.request.path])


def sentence(identities: Identities, token: str, audiences: Collection[str] = (SCRIPT,)) -> str:
    with pytest.raises(NotIdentifiedError) as refused:
        identities.verify(token, audiences)
    return refused.value.sentence


def test_googles_word_says_who_pressed(google: Google, identities: Identities):
    token = google.certificates.identity_token(SCRIPT, PERSON)
    assert identities.verify(token, [SCRIPT]) == Person(PERSON, SCRIPT)


INVALID = (
    "Button: found no valid proof of who pressed, needed: Google's. Reload the file and press "
    "again. Nothing was read or changed."
)
EXPIRED = (
    "Button: found a proof of who pressed that is too old, needed: a fresh one. Press again. "
    "Nothing was read or changed."
)
OTHER_FILE = (
    "Button: found the button of another file, allowed: that of the connected one. In a copy "
    "press Bookkeeping > Connect this file. Nothing was read or changed."
)
UNVERIFIED = (
    "Button: found an account whose e-mail address Google has not verified, needed: a verified "
    "one. Verify it at myaccount.google.com and press again. Nothing was read or changed."
)


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"aud": OTHER_SCRIPT}, OTHER_FILE),
        ({"exp": 1_700_000_000, "iat": 1_699_996_400}, EXPIRED),
        ({"iat": 4_000_000_000, "exp": 4_000_003_600}, INVALID),
        ({"iss": "https://accounts.example"}, INVALID),
        ({"email_verified": False}, UNVERIFIED),
        ({"email_verified": "true"}, UNVERIFIED),
        ({"email": ""}, UNVERIFIED),
        ({"name": "x" * 9_000}, INVALID),
        ({"aud": [SCRIPT]}, INVALID),
    ],
)
def test_a_token_that_proves_too_little_is_refused(
    google: Google, identities: Identities, claims: dict[str, Any], said: str
):
    token = google.certificates.identity_token(SCRIPT, PERSON, **claims)
    assert sentence(identities, token) == said


def test_a_token_of_another_key_is_refused(
    google: Google, identities: Identities, other_key: SigningKey
):
    token = google.certificates.identity_token(SCRIPT, PERSON, key=other_key)
    assert sentence(identities, token) == INVALID


DEEP = base64.urlsafe_b64encode(b"[" * 5_000).decode()


@pytest.mark.parametrize(
    "text",
    [
        f"{DEEP}.{DEEP}."[:8_000],
        f"W10.{DEEP}.W10",
        "",
        "a.b.c",
        "x" * 9000,
        "é.é.é",
        "W1tb.W1tb.W1tb",
        "." * 50,
        "WyI=." * 3,
    ],
)
def test_whatever_else_is_sent_is_refused(identities: Identities, text: str):
    assert sentence(identities, text) == INVALID


def test_no_script_is_let_in_where_none_was_connected(google: Google, identities: Identities):
    token = google.certificates.identity_token(SCRIPT, PERSON)
    assert sentence(identities, token, audiences=[]) == OTHER_FILE


def test_connecting_learns_the_script(google: Google, identities: Identities):
    token = google.certificates.identity_token(OTHER_SCRIPT, PERSON)
    assert identities.newcomer(token) == Person(PERSON, OTHER_SCRIPT)


@pytest.mark.parametrize("audience", ["https://elsewhere.example", ""])
def test_connecting_takes_only_the_token_of_a_script(
    google: Google, identities: Identities, audience: str
):
    token = google.certificates.identity_token(audience, PERSON)
    with pytest.raises(NotIdentifiedError) as refused:
        identities.newcomer(token)
    assert refused.value.sentence == INVALID


def test_certificates_are_fetched_once_for_as_long_as_they_hold(
    google: Google, identities: Identities, clock: Clock
):
    token = google.certificates.identity_token(SCRIPT, PERSON)
    for _ in range(7):
        identities.verify(token, [SCRIPT])
    assert fetches(google) == 1
    clock.passed_s = HOLD_S + 1
    identities.verify(token, [SCRIPT])
    assert fetches(google) == 2


@pytest.mark.parametrize(
    ("headers", "fetched"),
    [
        ({}, 2),
        ({"Cache-Control": "no-store"}, 2),
        ({"Cache-Control": "public, max-age=soon"}, 2),
        ({"Cache-Control": "public, max-age=100", "Age": "100"}, 2),
        ({"Cache-Control": "public, max-age=100", "Age": "99"}, 1),
    ],
)
def test_certificates_are_kept_no_longer_than_google_says(
    google: Google, identities: Identities, headers: dict[str, str], fetched: int
):
    key = google.certificates.key
    answer = Response(200, {key.key_id: key.certificate_pem}, headers)
    google.emulator.before.insert(0, lambda r: answer if "/certs" in r.path else None)
    token = google.certificates.identity_token(SCRIPT, PERSON)
    for _ in range(2):
        identities.verify(token, [SCRIPT])
    assert fetches(google) == fetched


@pytest.mark.parametrize("fault", [faults.unavailable, faults.cut, faults.bad_gateway])
def test_certificates_that_cannot_be_fetched_are_no_refusal(
    google: Google, identities: Identities, fault
):
    google.faults.plan(fault, on="certs")
    token = google.certificates.identity_token(SCRIPT, PERSON)
    with pytest.raises(UnreachableError) as failure:
        identities.verify(token, [SCRIPT])
    assert not failure.value.permanent
    assert failure.value.sentence == (
        "Google: found no certificates to prove who pressed, needed an answer. Press again in a "
        "few minutes."
    )
    assert identities.verify(token, [SCRIPT]).email == PERSON
