"""The exchange of a signed claim for a token, through google-auth itself."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from google.auth import jwt
from google.auth.crypt import RSASigner
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request
from google.oauth2 import credentials as user_credentials
from google.oauth2 import id_token, service_account
from google_emulator.certificates import SigningKey
from google_emulator.google import Google
from google_emulator.loopback import LoopbackAdapter
from google_emulator_support import FILES, PERSON, SERVER, Time
from requests import Session

TOKEN = "https://oauth2.googleapis.com/token"
SCOPES = ("https://www.googleapis.com/auth/drive",)


@pytest.fixture
def plain(adapter: LoopbackAdapter) -> Iterator[Session]:
    """A session that signs nothing."""
    with Session() as session:
        session.mount("https://", adapter)
        yield session


def account(key_file: dict[str, Any], **changed: Any) -> Any:
    made = service_account.Credentials.from_service_account_info(key_file | changed)
    return made.with_scopes(SCOPES)


def refusal(credentials: Any, session: Session) -> tuple[str, str]:
    with pytest.raises(RefreshError) as refused:
        credentials.refresh(Request(session))
    answer = refused.value.args[1]
    return answer["error"], answer["error_description"]


def status(session: Session, token: str | None) -> int:
    return session.get(FILES, headers={"Authorization": f"Bearer {token}"}).status_code


def test_a_claim_signed_by_the_accounts_key_gives_a_token(plain: Session, key_file: dict[str, Any]):
    credentials = account(key_file)
    credentials.refresh(Request(plain))
    assert credentials.token.startswith("ya29.")
    assert status(plain, credentials.token) == 200


@pytest.mark.usefixtures("google")
def test_a_claim_signed_by_another_key_gives_none(
    plain: Session, key_file: dict[str, Any], other_key: SigningKey
):
    forged = account(key_file, private_key=other_key.private_pem)
    assert refusal(forged, plain) == ("invalid_grant", "Invalid JWT Signature.")


def test_an_account_that_is_gone_gets_none(
    google: Google, plain: Session, key_file: dict[str, Any]
):
    del google.tokens.public_keys[SERVER]
    said = ("invalid_grant", "Invalid grant: account not found")
    assert refusal(account(key_file), plain) == said


def test_who_asks_for_nothing_gets_none(plain: Session, key_file: dict[str, Any]):
    unscoped = account(key_file).with_scopes([])
    assert refusal(unscoped, plain)[0] == "invalid_scope"


def test_acting_for_somebody_needs_their_administrators_word(
    google: Google, plain: Session, key_file: dict[str, Any]
):
    delegated = account(key_file).with_subject(PERSON)
    assert refusal(delegated, plain)[0] == "unauthorized_client"
    google.tokens.delegations[SERVER] = frozenset({PERSON})
    delegated.refresh(Request(plain))
    assert google.tokens.claims[-1]["sub"] == PERSON
    plain.get(FILES, headers={"Authorization": f"Bearer {delegated.token}"})
    asked_by = google.emulator.exchanges[-1].request.account
    assert asked_by
    assert asked_by.email == PERSON


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"aud": "https://elsewhere.example"},
            f"Failed audience check. The right audience is {TOKEN}",
        ),
        ({"exp": int(time.time()) + 7200}, "Invalid JWT: Token must be a short-lived token"),
        ({"exp": 1_700_000_000, "iat": 1_699_996_400}, "Invalid JWT Signature."),
    ],
)
def test_a_claim_that_is_signed_well_and_says_wrong_is_refused(
    plain: Session, key_file: dict[str, Any], changed: dict[str, Any], said: str
):
    now = int(time.time())
    claim = {"iss": SERVER, "aud": TOKEN, "scope": SCOPES[0], "iat": now, "exp": now + 3600}
    signer = RSASigner.from_string(key_file["private_key"])
    assertion = jwt.encode(signer, claim | changed)
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": assertion}
    answer = plain.post(TOKEN, data=form)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    assert answer.json()["error_description"].startswith(said)


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "password"}, "unsupported_grant_type"),
        (
            {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "a.b"},
            "invalid_grant",
        ),
    ],
)
def test_what_is_no_claim_is_refused(plain: Session, form: dict[str, str], error: str):
    answer = plain.post(TOKEN, data=form)
    assert (answer.status_code, answer.json()["error"]) == (400, error)


def test_a_persons_sign_in_is_renewed_until_it_is_revoked(google: Google, plain: Session):
    google.tokens.refresh_tokens["1//kept"] = (PERSON, frozenset(SCOPES))
    kept = user_credentials.Credentials(
        None, refresh_token="1//kept", token_uri=TOKEN, client_id="4711", client_secret="s"
    )
    kept.refresh(Request(plain))
    assert status(plain, kept.token) == 200
    google.tokens.refresh_tokens.clear()
    assert refusal(kept, plain) == ("invalid_grant", "Token has been expired or revoked.")


def test_a_token_holds_an_hour(google: Google, plain: Session, time_: Time):
    token = google.tokens.token_for(google.accounts.known[PERSON], "drive")
    time_.now_s += 3598
    assert status(plain, token) == 200
    time_.now_s += 2
    assert status(plain, token) == 401


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic YTpi"}])
def test_without_a_token_nothing_is_told(plain: Session, headers: dict[str, str]):
    answer = plain.get(FILES, headers=headers)
    assert answer.status_code == 401
    assert answer.json()["error"]["status"] == "UNAUTHENTICATED"


def test_googles_own_check_takes_the_identity_tokens(
    google: Google, plain: Session, other_key: SigningKey
):
    good = google.certificates.identity_token("4711-script", PERSON)
    claims = id_token.verify_oauth2_token(good, Request(plain), "4711-script")
    assert claims["email"] == PERSON
    forged = google.certificates.identity_token("4711-script", PERSON, key=other_key)
    with pytest.raises(ValueError, match="Could not verify token signature"):
        id_token.verify_oauth2_token(forged, Request(plain), "4711-script")
