"""What a server on a platform lacks on its first day: what was forgotten is no mistake.

Wrong settings keep a server from starting. Missing ones do not: it starts and shows on a page what
to set, because whoever deploys for the first time never finds the log.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boekbrug.config.checks import (
    URL_OF_A_SERVER,
    public_url,
    secret_key_problems,
    url_sentence,
)

MAKE_A_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
KEY_FILE_AS_BASE64 = "$(base64 < key.json | tr -d '\\n')"


@dataclass(frozen=True, slots=True)
class Need:
    """A variable that is missing.

    Attributes:
        name: of the variable.
        sentence: what was found, what is needed.
        command: what sets it on Heroku; elsewhere the same variable is set in the platform's page.
    """

    name: str
    sentence: str
    command: str


def needs_of(given: Mapping[str, str]) -> Iterator[Need]:
    """Yield what a platform's server lacks; `given` are the variables that hold something."""
    keeps_files = "DATA_DIR" in given
    if "DATABASE_URL" not in given and not keeps_files:
        yield Need(
            "DATABASE_URL",
            "DATABASE_URL: found nothing, but PORT is set, so this is a platform whose disk "
            "may be wiped at every restart, and the record of what was charged with it. "
            "Add PostgreSQL, or set DATA_DIR to a disk that survives restarts.",
            "heroku addons:create heroku-postgresql:essential-0",
        )
    if "SECRET_KEY" not in given:
        yield Need(
            "SECRET_KEY",
            next(secret_key_problems("")),
            f'heroku config:set SECRET_KEY="$({MAKE_A_KEY})"',
        )
    if public_url(given) is None:
        yield Need(
            "PUBLIC_URL",
            url_sentence("nothing", URL_OF_A_SERVER),
            "heroku config:set PUBLIC_URL=https://books.example",
        )
    if "OPERATOR_CONTACT" not in given:
        yield Need(
            "OPERATOR_CONTACT",
            'OPERATOR_CONTACT: found nothing. Every message that says "ask …" prints it; '
            "give a mail address or phone number.",
            'heroku config:set OPERATOR_CONTACT="help@books.example"',
        )
    if "GOOGLE_CREDENTIALS" not in given and not keeps_files:
        yield Need(
            "GOOGLE_CREDENTIALS",
            "GOOGLE_CREDENTIALS: found nothing, needed the key of the service account that reads "
            "the sheets. For .xlsx files alone set DATA_DIR to a disk that survives restarts.",
            f'heroku config:set GOOGLE_CREDENTIALS="{KEY_FILE_AS_BASE64}"',
        )
