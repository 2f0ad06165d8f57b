"""What is wrong with a setting: the sentences that a start prints instead of starting."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, urlsplit

SECRET_KEY_LENGTH_MIN = 32
LOOPBACK = ("127.0.0.1", "localhost", "::1")
URL_OF_A_SERVER = "needed https://… without a path"
URL_OF_A_MOUNT = "needed https://…, with the prefix where it is mounted"

SHEET_LINK = re.compile(
    r"https://docs\.google\.com/spreadsheets/(?:u/\d+/)?d/(?P<id>[\w-]{20,})(?:[/?#].*)?", re.ASCII
)
"""The address of a Google Sheet as a browser shows it; `u/1/` is a second account's."""

CLIENT_ID = re.compile(r"\d+(?:-[a-z0-9]+)?\.apps\.googleusercontent\.com", re.ASCII)
"""An OAuth client ID as Google gives it to a script."""


def problems_of(given: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for every text that is wrong; `given` are those that hold something."""
    if "DATABASE_URL" in given:
        yield from _database_problems(given["DATABASE_URL"])
    if "SECRET_KEY" in given:
        yield from secret_key_problems(given["SECRET_KEY"])
        if given["SECRET_KEY"] == given.get("SECRET_KEY_PREVIOUS"):
            yield "SECRET_KEY_PREVIOUS: same as SECRET_KEY; leave it empty or give the old one."
    url = public_url(given)
    if url is not None:
        yield from _server_url_problems(url)
    yield from template_url_problems(given.get("TEMPLATE_URL", ""))
    yield from client_id_problems(given.get("BUTTON_CLIENT_ID", ""))


def secret_key_problems(key: str) -> Iterator[str]:
    """Yield a sentence when the key is too short; never the key."""
    if len(key) < SECRET_KEY_LENGTH_MIN:
        found = f"{len(key)} characters" if key else "nothing"
        yield (
            f"SECRET_KEY: found {found}, needed at least {SECRET_KEY_LENGTH_MIN}"
            f"{'' if key else ' characters'}. "
            'Make one: `python3 -c "import secrets; print(secrets.token_urlsafe(48))"`.'
        )


def mount_url_problems(url: str) -> Iterator[str]:
    """Yield a sentence when people could not reach that address safely; a prefix is allowed."""
    if not _is_reachable(_split(url)):
        yield url_sentence(f'"{url}"', URL_OF_A_MOUNT)


def template_url_problems(url: str) -> Iterator[str]:
    """Yield a sentence when that is no address of a Google Sheet; '' is none at all."""
    if url and not SHEET_LINK.fullmatch(url):
        yield (
            f'TEMPLATE_URL: found "{url}", needed https://docs.google.com/spreadsheets/d/…. Open '
            "the sheet that firms copy and take the address that the browser shows."
        )


def client_id_problems(client_id: str) -> Iterator[str]:
    """Yield a sentence when that is no client id of Google's; '' is none at all."""
    if client_id and not CLIENT_ID.fullmatch(client_id):
        yield (
            f'BUTTON_CLIENT_ID: found "{client_id}", needed 1234….apps.googleusercontent.com. Open '
            "APIs & Services > Credentials in the script's Google Cloud project and take the OAuth "
            "client ID of the button."
        )


def public_url(given: Mapping[str, str]) -> str | None:
    """Return PUBLIC_URL, or what the platform tells of it: Render, Railway, Fly, Heroku.

    Heroku tells it to apps for which `heroku labs:enable runtime-dyno-metadata` was said.
    """
    if "PUBLIC_URL" in given:
        return given["PUBLIC_URL"]
    for name, suffix in (
        ("RENDER_EXTERNAL_HOSTNAME", ""),
        ("RAILWAY_PUBLIC_DOMAIN", ""),
        ("FLY_APP_NAME", ".fly.dev"),
        ("HEROKU_APP_DEFAULT_DOMAIN_NAME", ""),
    ):
        if name in given:
            return f"https://{given[name]}{suffix}"
    return None


def url_sentence(found: str, needed: str) -> str:
    """Return what is said of a PUBLIC_URL."""
    return f"PUBLIC_URL: found {found}, {needed}. Links in the sheets would lead nowhere."


def _database_problems(address: str) -> Iterator[str]:
    scheme, separator, _ = address.partition("://")
    if scheme not in ("postgres", "postgresql"):
        # The address holds a password, so no more of it is printed than its scheme.
        found = f"an address beginning {scheme}://" if separator else "text without ://"
        yield (
            f"DATABASE_URL: found {found}, needed postgresql://…. "
            "Leave it empty to keep SQLite files in DATA_DIR."
        )


def _server_url_problems(url: str) -> Iterator[str]:
    parts = _split(url)
    if not _is_reachable(parts) or parts.path not in ("", "/"):
        yield url_sentence(f'"{url}"', URL_OF_A_SERVER)


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # a bracket that does not close
        return urlsplit("")


def _is_reachable(parts: SplitResult) -> bool:
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    return is_safe and bool(parts.hostname) and not parts.query and not parts.fragment
