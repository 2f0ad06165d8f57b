"""The service account that the server works as: read from one environment variable.

People paste the JSON file of its key, or the base64 of that file. Between a console, a form and
a shell its line breaks get lost or doubled; what can be told apart is repaired, the rest refused.
"""

import binascii
import json
import re
from base64 import b64decode
from typing import Any

from google.oauth2.service_account import Credentials

SCOPES = (
    "https://www.googleapis.com/auth/spreadsheets",
    # Of the service account's own Drive, which holds nothing but what people shared with it.
    # The narrower `drive.file` does not see a folder that somebody shares by its link.
    "https://www.googleapis.com/auth/drive",
)
"""What the server may do, and only where somebody shared a file or folder with it."""

_NEEDED = (
    "needed the whole JSON file of the service account, or its base64: "
    "`heroku config:set GOOGLE_CREDENTIALS=\"$(base64 < key.json | tr -d '\\n')\"`."
)
_KEYS = ("client_email", "private_key", "token_uri")
_PEM = re.compile(r"-----BEGIN ([A-Z ]+)-----(.*?)-----END \1-----", re.DOTALL)
_LINE_BREAKS = re.compile(r"\\[rn]|\s")
_PEM_LINE_LENGTH = 64


class CredentialsError(Exception):
    """The text is no key of a service account.

    Attributes:
        sentence: what was found and what is needed; never any part of a secret.
    """

    def __init__(self, found: str) -> None:
        """Build the sentence around what was found."""
        self.sentence = f"GOOGLE_CREDENTIALS: found {found}, {_NEEDED}"
        super().__init__(self.sentence)


def service_account(text: str) -> Credentials:
    """Return the credentials that the text holds, with the scopes of the server.

    Args:
        text: the JSON file of a key, or its base64, as it stands in the environment.

    Raises:
        CredentialsError: it holds something else.
    """
    key = _parsed(_unquoted(text))
    if key.get("type") != "service_account":
        raise CredentialsError(_other_kind(key))
    missing = [name for name in _KEYS if not isinstance(key.get(name), str) or not key[name]]
    if missing:
        raise CredentialsError(f"the JSON of a service account without {', '.join(missing)}")
    repaired = {**key, "private_key": _repaired_pem(key["private_key"])}
    try:
        credentials: Credentials = Credentials.from_service_account_info(repaired, scopes=SCOPES)
    except ValueError as error:  # what cryptography says of it would help nobody
        raise CredentialsError("a private key that cannot be read") from error
    return credentials


def _unquoted(text: str) -> str:
    """Take away the quotes that belong to a shell or a settings file."""
    text = text.strip()
    is_quoted = len(text) > 1 and text[0] in "\"'" and text[0] == text[-1]
    return text[1:-1] if is_quoted else text


def _parsed(text: str) -> dict[str, Any]:
    if not text:
        raise CredentialsError("nothing")
    if text.startswith("-----BEGIN"):
        raise CredentialsError('text beginning "-----BEGIN"')
    plain = text if text.startswith("{") else _decoded(text)
    try:
        key = json.loads(plain, strict=False)  # a shell makes real line breaks of `\n`
    except ValueError as error:
        raise CredentialsError("JSON that breaks off or is damaged") from error
    if not isinstance(key, dict):
        raise CredentialsError("JSON of something else")
    return key


def _decoded(text: str) -> str:
    """Undo the base64, of either alphabet, with line breaks or without."""
    letters = "".join(text.split()).translate(str.maketrans("-_", "+/")).rstrip("=")
    try:
        return b64decode(letters + "=" * (-len(letters) % 4), validate=True).decode()
    except (binascii.Error, UnicodeError) as error:
        raise CredentialsError("text that is neither JSON nor base64") from error


def _other_kind(key: dict[str, Any]) -> str:
    if "installed" in key or "web" in key:
        return "the JSON of an OAuth client"
    if key.get("type") == "authorized_user":
        return "the JSON of a person's sign-in"
    return "the JSON of something else"


def _repaired_pem(text: str) -> str:
    """Set the key in lines again, whatever became of its line breaks."""
    found = _PEM.search(text)
    if found is None:
        raise CredentialsError("a private key that breaks off")
    kind, body = found[1], _LINE_BREAKS.sub("", found[2])
    lines = (body[at : at + _PEM_LINE_LENGTH] for at in range(0, len(body), _PEM_LINE_LENGTH))
    return "\n".join((f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----", ""))
