import base64
import json
import textwrap
from typing import Any

import pytest
from google.auth.crypt import verify_signature
from google_emulator.certificates import SigningKey

from boekbrug.adapters.google.credentials import SCOPES, CredentialsError, service_account

NEEDED = (
    ", needed the whole JSON file of the service account, or its base64: "
    "`heroku config:set GOOGLE_CREDENTIALS=\"$(base64 < key.json | tr -d '\\n')\"`."
)


@pytest.fixture
def key(server_key: SigningKey) -> dict[str, Any]:
    return {
        "type": "service_account",
        "private_key_id": "server-key",
        "private_key": server_key.private_pem,
        "client_email": "boekbrug@acme-books.iam.gserviceaccount.com",
        "token_uri": "https://oauth2.googleapis.com/token",
        "project_id": "~~~???>>>",  # letters that the two alphabets of base64 write differently
    }


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "pasted",
    [
        pytest.param(lambda text: text, id="the file"),
        pytest.param(lambda text: f"\n'{text}' ", id="quoted by a shell"),
        pytest.param(encoded, id="base64"),
        pytest.param(lambda text: "\n".join(textwrap.wrap(encoded(text))), id="base64 in lines"),
        pytest.param(lambda text: encoded(text).rstrip("="), id="base64 without its end"),
        pytest.param(
            lambda text: base64.urlsafe_b64encode(text.encode()).decode(), id="base64 for links"
        ),
        pytest.param(lambda text: text.replace("\\n", "\n"), id="real line breaks in the key"),
        pytest.param(lambda text: text.replace("\\n", "\\\\n"), id="line breaks escaped twice"),
        pytest.param(lambda text: text.replace("\\n", " "), id="spaces for line breaks"),
        pytest.param(lambda text: text.replace("\\n", ""), id="no line breaks at all"),
    ],
)
def test_a_key_is_read_however_it_was_pasted(pasted, key: dict[str, Any], server_key: SigningKey):
    credentials = service_account(pasted(json.dumps(key)))
    assert credentials.service_account_email == key["client_email"]
    assert list(credentials.scopes) == list(SCOPES)
    signature = credentials.sign_bytes(b"a claim")
    assert verify_signature(b"a claim", signature, server_key.public_pem)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "nothing"),
        ("-----BEGIN PRIVATE KEY-----\nMIIE", 'text beginning "-----BEGIN"'),
        ("key.json", "text that is neither JSON nor base64"),
        ("hunter2hunter2!!", "text that is neither JSON nor base64"),
        ('{"type": "service_acc', "JSON that breaks off or is damaged"),
        (encoded("[1]"), "JSON of something else"),
        ('{"type": "external_account"}', "the JSON of something else"),
        ('{"web": {"client_id": "1"}}', "the JSON of an OAuth client"),
        ('{"type": "authorized_user"}', "the JSON of a person's sign-in"),
        (
            '{"type": "service_account", "client_email": "", "private_key": 7}',
            "the JSON of a service account without client_email, private_key, token_uri",
        ),
    ],
)
def test_anything_else_is_refused_with_one_sentence(text: str, found: str):
    with pytest.raises(CredentialsError) as refused:
        service_account(text)
    assert refused.value.sentence == f"GOOGLE_CREDENTIALS: found {found}{NEEDED}"


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda pem: pem[:900], "a private key that breaks off"),
        (lambda pem: pem[:300] + pem[400:], "a private key that cannot be read"),
    ],
)
def test_a_damaged_private_key_is_refused_and_never_shown(damage, found: str, key: dict[str, Any]):
    key["private_key"] = damage(key["private_key"])
    with pytest.raises(CredentialsError) as refused:
        service_account(json.dumps(key))
    assert refused.value.sentence == f"GOOGLE_CREDENTIALS: found {found}{NEEDED}"
