import dataclasses
import stat
from pathlib import Path
from typing import Any

import pytest

from boekbrug.config.settings import Settings, SettingsError, load

KEY = "k" * 32
PLATFORM = {
    "PORT": "5000",
    "DATABASE_URL": "postgres://someone:hunter2@localhost/books",
    "SECRET_KEY": KEY,
    "PUBLIC_URL": "https://books.example",
    "OPERATOR_CONTACT": "help@books.example",
    "GOOGLE_CREDENTIALS": "e30=",
}
NO_DATABASE = (
    "DATABASE_URL: found nothing, but PORT is set, so this is a platform whose disk may be wiped "
    "at every restart, and the record of what was charged with it. Add PostgreSQL, or set DATA_DIR "
    "to a disk that survives restarts."
)
NO_CONTACT = (
    'OPERATOR_CONTACT: found nothing. Every message that says "ask …" prints it; give a mail '
    "address or phone number."
)
NO_GOOGLE = (
    "GOOGLE_CREDENTIALS: found nothing, needed the key of the service account that reads the "
    "sheets. For .xlsx files alone set DATA_DIR to a disk that survives restarts."
)
MAKE_ONE = 'Make one: `python3 -c "import secrets; print(secrets.token_urlsafe(48))"`.'
NOWHERE = "needed https://… without a path. Links in the sheets would lead nowhere."


def refusal(**variables: str) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        load(PLATFORM | variables)
    return refused.value.sentences


def host_settings(**changes: str) -> Settings:
    settings: dict[str, Any] = {
        "secret_key": KEY,
        "public_url": "https://h.example",
        "operator_contact": "Jo",
    }
    return Settings(data_directory=Path("books"), **(settings | changes))


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        (
            "DATABASE_URL",
            "mysql://someone:hunter2@localhost/books",
            "DATABASE_URL: found an address beginning mysql://, needed postgresql://…. "
            "Leave it empty to keep SQLite files in DATA_DIR.",
        ),
        (
            "DATABASE_URL",
            "books",
            "DATABASE_URL: found text without ://, needed postgresql://…. "
            "Leave it empty to keep SQLite files in DATA_DIR.",
        ),
        (
            "SECRET_KEY",
            "hello world",
            f"SECRET_KEY: found 11 characters, needed at least 32. {MAKE_ONE}",
        ),
        (
            "SECRET_KEY_PREVIOUS",
            KEY,
            "SECRET_KEY_PREVIOUS: same as SECRET_KEY; leave it empty or give the old one.",
        ),
        ("PUBLIC_URL", "boekbrug.example", f'PUBLIC_URL: found "boekbrug.example", {NOWHERE}'),
        ("PUBLIC_URL", "http://b.example", f'PUBLIC_URL: found "http://b.example", {NOWHERE}'),
        (
            "PUBLIC_URL",
            "https://b.test/x",
            f'PUBLIC_URL: found "https://b.test/x", {NOWHERE}',
        ),
        (
            "PUBLIC_URL",
            "https://b.test?x",
            f'PUBLIC_URL: found "https://b.test?x", {NOWHERE}',
        ),
        ("PUBLIC_URL", "https://[b", f'PUBLIC_URL: found "https://[b", {NOWHERE}'),
        (
            "EXECUTE_IN_WEB",
            "perhaps",
            'EXECUTE_IN_WEB: found "perhaps", needed true or false.',
        ),
        (
            "WEB_PROCESSES",
            "0",
            'WEB_PROCESSES: found "0", needed a whole number from 1 to 8.',
        ),
        (
            "WORKER_CONCURRENCY",
            "9",
            'WORKER_CONCURRENCY: found "9", needed a whole number from 1 to 8.',
        ),
        (
            "MAX_LINES",
            "many",
            'MAX_LINES: found "many", needed a whole number from 1 to 1000000.',
        ),
        ("PORT", "http", 'PORT: found "http", needed a whole number from 1 to 65535.'),
        (
            "LOG_LEVEL",
            "LOUD",
            'LOG_LEVEL: found "LOUD", needed one of DEBUG, INFO, WARNING, ERROR.',
        ),
    ],
)
def test_a_wrong_variable_is_refused_with_its_sentence(variable, value, sentence):
    assert refusal(**{variable: value}) == [sentence]


def test_everything_wrong_is_said_at_once():
    with pytest.raises(SettingsError) as refused:
        load({"PORT": "5000", "MAX_LINES": "-1", "LOG_LEVEL": "quiet"})

    assert str(refused.value).splitlines() == [
        NO_DATABASE,
        f"SECRET_KEY: found nothing, needed at least 32 characters. {MAKE_ONE}",
        f"PUBLIC_URL: found nothing, {NOWHERE}",
        NO_CONTACT,
        NO_GOOGLE,
        'MAX_LINES: found "-1", needed a whole number from 1 to 1000000.',
        'LOG_LEVEL: found "quiet", needed one of DEBUG, INFO, WARNING, ERROR.',
    ]


def test_a_platform_listens_on_every_address_and_keeps_all_in_postgresql():
    settings = load(PLATFORM | {"WEB_CONCURRENCY": "2"})

    assert (settings.host, settings.port, settings.on_platform) == ("0.0.0.0", 5000, True)
    assert settings.records_url == "postgresql+psycopg://someone:hunter2@localhost/books"
    assert settings.engine_url == settings.lock_url == settings.records_url
    assert settings.web_processes == 1
    assert settings.execute_in_web


def test_a_platform_with_a_lasting_disk_needs_no_database(tmp_path):
    settings = load(PLATFORM | {"DATABASE_URL": "", "DATA_DIR": str(tmp_path)})

    assert settings.records_url == f"sqlite:///{tmp_path}/boekbrug.sqlite"
    assert settings.engine_url == f"sqlite:///{tmp_path}/engine.sqlite"
    assert settings.lock_url is None


def test_on_ones_own_machine_nothing_must_be_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    settings = load({})

    assert (settings.host, settings.port, settings.on_platform) == ("127.0.0.1", 8000, False)
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.data_directory == Path("data")
    assert settings.top_up_sentence == "Ask whoever runs this server to top up."


def test_the_key_of_ones_own_machine_is_made_once_and_kept_private(tmp_path):
    first = load({"DATA_DIR": str(tmp_path)})
    again = load({"DATA_DIR": str(tmp_path)})

    kept = tmp_path / "secret-key"
    assert first.secret_key == again.secret_key == kept.read_text()
    assert len(first.secret_key) == 64
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [kept]


def test_a_refused_start_makes_no_key(tmp_path):
    with pytest.raises(SettingsError):
        load({"DATA_DIR": str(tmp_path), "LOG_LEVEL": "LOUD"})

    assert list(tmp_path.iterdir()) == []


def test_a_directory_that_cannot_keep_the_key_is_named(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError) as refused:
        load({"DATA_DIR": f"{tmp_path}/file"})

    assert refused.value.sentences == [
        f'DATA_DIR: cannot keep the secret key in "{tmp_path}/file/secret-key" (File exists). '
        "Give a directory that this process may write in, or set SECRET_KEY."
    ]


def test_a_port_on_this_machine_alone_is_no_platform(tmp_path):
    settings = load({"HOST": "127.0.0.1", "PORT": "5001", "DATA_DIR": str(tmp_path)})

    assert (settings.host, settings.port, settings.on_platform) == ("127.0.0.1", 5001, False)
    assert settings.public_url == "http://127.0.0.1:5001"


@pytest.mark.parametrize(
    ("variable", "value", "url"),
    [
        ("RENDER_EXTERNAL_HOSTNAME", "books.render.example", "https://books.render.example"),
        ("RAILWAY_PUBLIC_DOMAIN", "books.railway.example", "https://books.railway.example"),
        ("FLY_APP_NAME", "books", "https://books.fly.dev"),
        ("HEROKU_APP_DEFAULT_DOMAIN_NAME", "b.heroku.example", "https://b.heroku.example"),
        ("PUBLIC_URL", "https://books.example/", "https://books.example"),
        ("PUBLIC_URL", "http://localhost:5000", "http://localhost:5000"),
    ],
)
def test_the_public_url_is_given_or_told_by_the_platform(variable, value, url):
    assert load(PLATFORM | {"PUBLIC_URL": "", variable: value}).public_url == url


def test_numbers_and_switches_are_read():
    settings = load(
        PLATFORM | {"EXECUTE_IN_WEB": "false", "WORKER_CONCURRENCY": "1", "MAX_LINES": "5000"}
    )

    assert not settings.execute_in_web
    assert settings.worker_concurrency == 1
    assert settings.limits.lines_max == 5000


def test_the_operators_own_words_about_topping_up_replace_ours():
    assert load(PLATFORM).top_up_sentence == "Ask help@books.example to top up."
    assert load(PLATFORM | {"TOP_UP_TEXT": "Call 12."}).top_up_sentence == "Call 12."


def test_printed_settings_hold_no_secret():
    printed = repr(load(PLATFORM | {"SECRET_KEY_PREVIOUS": "p" * 32}))

    assert KEY not in printed
    assert "p" * 32 not in printed
    assert "hunter2" not in printed


def test_a_host_builds_its_settings_itself_and_executes_only_when_asked():
    settings = host_settings(public_url="https://h.example/books")

    assert not settings.execute_in_web
    assert dataclasses.replace(settings, execute_in_web=True).execute_in_web


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"secret_key": "short"},
            f"SECRET_KEY: found 5 characters, needed at least 32. {MAKE_ONE}",
        ),
        (
            {"public_url": "http://h.example/books"},
            'PUBLIC_URL: found "http://h.example/books", needed https://…, with the prefix where '
            "it is mounted. Links in the sheets would lead nowhere.",
        ),
    ],
)
def test_a_hosts_mistake_is_refused_too(changes, sentence):
    with pytest.raises(SettingsError) as refused:
        host_settings(**changes)

    assert refused.value.sentences == [sentence]
