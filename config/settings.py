"""The settings of one server: read from the environment at start, or built by a host in code.

Everything that is wrong is said at once, one sentence each, before the first request.
"""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate

from boekbrug.config.checks import (
    LOOPBACK,
    SHEET_LINK,
    client_id_problems,
    mount_url_problems,
    problems_of,
    public_url,
    secret_key_problems,
    template_url_problems,
)
from boekbrug.config.limits import Limits, limits
from boekbrug.config.needs import Need, needs_of
from boekbrug.server.wording.said import said

LOCAL_PORT = 8000
DATED = "dated"
TARIFFS = (DATED, "none")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """The server cannot start with these settings.

    Attributes:
        sentences: everything that is wrong, one sentence each.
    """

    def __init__(self, sentences: list[str]) -> None:
        """Keep the sentences; the text of the error is one per line."""
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class MissingSettingsError(SettingsError):
    """Settings that a platform's server needs are missing, and none is wrong.

    Attributes:
        needs: what is missing, and how it is set.
        incomplete: the settings with stand-ins for what is missing: good for the page that says
            so, and for the tables of a database that is there.
    """

    def __init__(self, needs: Sequence[Need], incomplete: "Settings") -> None:
        """Keep what is missing and what is there."""
        super().__init__([need.sentence for need in needs])
        self.needs = tuple(needs)
        self.incomplete = incomplete


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a server must know.

    Attributes:
        data_directory: the SQLite files and the lock file; on PostgreSQL nothing lasting.
        secret_key: signs links and makes the workbooks' secrets; at least 32 characters.
        public_url: where people reach the server: https, with the prefix when it is mounted;
            http only on this machine. Without a slash at the end.
        operator_contact: whom a message names that says "ask ...".
        database_url: `postgresql://...`; None keeps SQLite files in the data directory.
        secret_key_previous: the key before the last change, still accepted; None when there is
            none.
        google_credentials: the service account's key, as JSON or its base64; None switches Google
            off.
        template_url: the Google Sheet from which firms take copies; '' when nobody said.
        button_client_id: the OAuth client ID of the button's script, for firms whose administrator
            blocks it; '' when nobody said.
        top_up_text: how to pay; empty: ask the operator.
        tariff: `dated`: an export costs what the prices of its day say; `none`: it costs nothing.
        execute_in_web: whether the web process also executes runs. A host's does so only when
            asked.
        web_processes: how many web processes gunicorn starts.
        worker_concurrency: how many runs one process executes at once.
        host, port: where gunicorn listens.
        on_platform: whether a platform runs this server: it logs JSON.
        on_heroku: whether that is Heroku, whose cheapest processes sleep.
        log_level: one of DEBUG, INFO, WARNING, ERROR.
        limits: the most of everything.

    Raises:
        SettingsError: the key is too short, people could not reach the address safely, or the
            template is no Google Sheet.
    """

    data_directory: Path
    secret_key: str = field(repr=False)
    public_url: str
    operator_contact: str
    database_url: str | None = field(default=None, repr=False)
    secret_key_previous: str | None = field(default=None, repr=False)
    google_credentials: str | None = field(default=None, repr=False)
    template_url: str = ""
    button_client_id: str = ""
    top_up_text: str = ""
    tariff: str = DATED
    execute_in_web: bool = False
    web_processes: int = 1
    worker_concurrency: int = 3
    host: str = "127.0.0.1"
    port: int = LOCAL_PORT
    on_platform: bool = False
    on_heroku: bool = False
    log_level: str = "INFO"
    limits: Limits = field(default_factory=limits)

    def __post_init__(self) -> None:
        """Refuse what a host can get wrong."""
        sentences = [
            *secret_key_problems(self.secret_key),
            *mount_url_problems(self.public_url),
            *template_url_problems(self.template_url),
            *client_id_problems(self.button_client_id),
        ]
        if sentences:
            raise SettingsError(sentences)

    @property
    def records_url(self) -> str:
        """The database of the records, as SQLAlchemy reads it."""
        if self.database_url is None:
            return f"sqlite:///{self.data_directory.absolute()}/boekbrug.sqlite"
        _, _, address = self.database_url.partition("://")
        return f"postgresql+psycopg://{address}"

    @property
    def engine_url(self) -> str:
        """The database of the engine: on SQLite a file of its own."""
        if self.database_url is None:
            return f"sqlite:///{self.data_directory.absolute()}/engine.sqlite"
        return self.records_url

    @property
    def lock_url(self) -> str | None:
        """The database of the engine's locks; None when a file holds them."""
        return None if self.database_url is None else self.records_url

    @property
    def template_copy_url(self) -> str:
        """Where Google offers a copy of the template, '' when there is none."""
        found = SHEET_LINK.fullmatch(self.template_url)
        return f"https://docs.google.com/spreadsheets/d/{found['id']}/copy" if found else ""

    @property
    def has_fee(self) -> bool:
        """Whether an export costs anything here."""
        return self.tariff == DATED

    @property
    def top_up_sentence(self) -> str:
        """What people read who cannot pay for an export."""
        return self.top_up_text or said("ask to top up", contact=self.operator_contact)


def from_environment() -> Settings:
    """Return the settings of this process; nothing else reads its environment.

    Raises:
        SettingsError: with a sentence for everything that is wrong.
    """
    return load(os.environ)


def load(environ: Mapping[str, str]) -> Settings:
    """Return the settings that the variables give; an empty variable counts as none.

    A platform is told by PORT, unless HOST is this machine alone. Elsewhere SECRET_KEY is made
    once and kept in DATA_DIR.

    Raises:
        MissingSettingsError: nothing is wrong, but a platform's server needs more.
        SettingsError: with a sentence for everything that is wrong or missing.
    """
    given = {name: value.strip() for name, value in environ.items() if value.strip()}
    on_platform = "PORT" in given and given.get("HOST") not in LOOPBACK
    needs = [*needs_of(given)] if on_platform else []
    values, unreadable = _read_variables(given)
    if wrong := [*problems_of(given), *unreadable]:
        raise SettingsError([*(need.sentence for need in needs), *wrong])
    if needs:
        stand_ins = {"SECRET_KEY": secrets.token_urlsafe(48)}
        raise MissingSettingsError(
            needs, _settings(stand_ins | given, values, on_platform=on_platform)
        )
    return _settings(given, values, on_platform=on_platform)


def _settings(given: Mapping[str, str], values: dict[str, Any], *, on_platform: bool) -> Settings:
    data_directory = Path(given.get("DATA_DIR", "data"))
    own_url = f"http://127.0.0.1:{values['port']}"
    everywhere = "0.0.0.0"  # noqa: S104  the platform's router stands before it
    return Settings(
        data_directory=data_directory,
        secret_key=given.get("SECRET_KEY") or _kept_secret_key(data_directory),
        public_url=(public_url(given) or own_url).rstrip("/"),
        operator_contact=given.get("OPERATOR_CONTACT", "whoever runs this server"),
        database_url=given.get("DATABASE_URL"),
        secret_key_previous=given.get("SECRET_KEY_PREVIOUS"),
        google_credentials=given.get("GOOGLE_CREDENTIALS"),
        template_url=given.get("TEMPLATE_URL", ""),
        button_client_id=given.get("BUTTON_CLIENT_ID", ""),
        top_up_text=given.get("TOP_UP_TEXT", ""),
        host=given.get("HOST", everywhere if on_platform else "127.0.0.1"),
        on_platform=on_platform,
        on_heroku="DYNO" in given,
        limits=replace(limits(), lines_max=values.pop("lines_max")),
        **values,
    )


def _whole_number(name: str, default: int, *, most: int) -> fields.Integer:
    sentence = f'{name}: found "{{input}}", needed a whole number from 1 to {most}.'
    return fields.Integer(
        data_key=name,
        load_default=default,
        error_messages={"invalid": sentence},
        validate=validate.Range(1, most, error=sentence),
    )


class _Variables(Schema):
    """The variables that are more than text."""

    class Meta:
        unknown = EXCLUDE

    execute_in_web = fields.Boolean(
        data_key="EXECUTE_IN_WEB",
        load_default=True,
        error_messages={"invalid": 'EXECUTE_IN_WEB: found "{input}", needed true or false.'},
    )
    web_processes = _whole_number("WEB_PROCESSES", 1, most=8)
    worker_concurrency = _whole_number("WORKER_CONCURRENCY", 3, most=8)
    lines_max = _whole_number("MAX_LINES", limits().lines_max, most=1_000_000)
    port = _whole_number("PORT", LOCAL_PORT, most=65_535)
    tariff = fields.String(
        data_key="TARIFF",
        load_default=DATED,
        validate=validate.OneOf(TARIFFS, error='TARIFF: found "{input}", needed one of {choices}.'),
    )
    log_level = fields.String(
        data_key="LOG_LEVEL",
        load_default="INFO",
        validate=validate.OneOf(
            LOG_LEVELS,
            error='LOG_LEVEL: found "{input}", needed one of {choices}.',
        ),
    )


def _read_variables(given: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """Return what could be read, and a sentence for everything else."""
    try:
        return _Variables().load(given), []
    except ValidationError as error:
        messages = error.messages_dict.values()
        return {}, [sentence for sentences in messages for sentence in sentences]


def _kept_secret_key(directory: Path) -> str:
    """Return the key that was made at the first start on this machine."""
    path = directory / "secret-key"
    try:
        if not path.exists():
            _make_secret_key(path)
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        sentence = (
            f'DATA_DIR: cannot keep the secret key in "{path}" ({error.strerror}). '
            "Give a directory that this process may write in, or set SECRET_KEY."
        )
        raise SettingsError([sentence]) from error


def _make_secret_key(path: Path) -> None:
    """Write a new key; when two processes start at once, both get the first one's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as file:  # mode 600
        file.write(secrets.token_urlsafe(48))
        file.flush()
        with contextlib.suppress(FileExistsError):
            os.link(file.name, path)
