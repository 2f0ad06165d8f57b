"""A server that lacks settings starts all the same, and says on every address what to set."""

import json
from pathlib import Path

import pytest
from chromium_support import CHROMIUM, Browser
from click.testing import CliRunner
from flask.testing import FlaskClient
from web_support import app_served

from boekbrug.config.settings import MissingSettingsError, load
from boekbrug.server.app import create_first_start_app
from boekbrug.server.commands import main

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
KEY = "the secret key of this server, 40 letters"
GIVEN = {"PORT": "5000", "SECRET_KEY": KEY, "DATABASE_URL": "postgres://jo:hunter2@localhost/books"}
PLATFORM = GIVEN | {
    "PUBLIC_URL": "https://books.example",
    "OPERATOR_CONTACT": "help@books.example",
    "GOOGLE_CREDENTIALS": "e30=",
}
LACKING = "PUBLIC_URL, OPERATOR_CONTACT, GOOGLE_CREDENTIALS"


@pytest.mark.parametrize(
    ("variable", "sentence", "command"),
    [
        (
            "DATABASE_URL",
            "DATABASE_URL: found nothing, but PORT is set, so this is a platform whose disk may be "
            "wiped at every restart, and the record of what was charged with it. Add PostgreSQL, "
            "or set DATA_DIR to a disk that survives restarts.",
            "heroku addons:create heroku-postgresql:essential-0",
        ),
        (
            "SECRET_KEY",
            "SECRET_KEY: found nothing, needed at least 32 characters. Make one: "
            '`python3 -c "import secrets; print(secrets.token_urlsafe(48))"`.',
            "heroku config:set SECRET_KEY="
            "\"$(python3 -c 'import secrets; print(secrets.token_urlsafe(48))')\"",
        ),
        (
            "PUBLIC_URL",
            "PUBLIC_URL: found nothing, needed https://… without a path. Links in the sheets "
            "would lead nowhere.",
            "heroku config:set PUBLIC_URL=https://books.example",
        ),
        (
            "OPERATOR_CONTACT",
            'OPERATOR_CONTACT: found nothing. Every message that says "ask …" prints it; give a '
            "mail address or phone number.",
            'heroku config:set OPERATOR_CONTACT="help@books.example"',
        ),
        (
            "GOOGLE_CREDENTIALS",
            "GOOGLE_CREDENTIALS: found nothing, needed the key of the service account that reads "
            "the sheets. For .xlsx files alone set DATA_DIR to a disk that survives restarts.",
            "heroku config:set GOOGLE_CREDENTIALS=\"$(base64 < key.json | tr -d '\\n')\"",
        ),
    ],
)
def test_what_a_platform_lacks_has_a_sentence_and_a_command(variable, sentence, command):
    with pytest.raises(MissingSettingsError) as missing:
        load(PLATFORM | {variable: " "})

    needs = [(need.name, need.sentence, need.command) for need in missing.value.needs]
    assert needs == [(variable, sentence, command)]
    assert missing.value.sentences == [sentence]
    assert (missing.value.incomplete.host, missing.value.incomplete.port) == ("0.0.0.0", 5000)


def test_a_lasting_disk_needs_neither_postgresql_nor_google(tmp_path):
    load(PLATFORM | {"DATABASE_URL": "", "GOOGLE_CREDENTIALS": "", "DATA_DIR": str(tmp_path)})


@pytest.fixture
def client() -> FlaskClient:
    with pytest.raises(MissingSettingsError) as missing:
        load(GIVEN)
    return create_first_start_app(missing.value.needs).test_client()


@pytest.mark.parametrize(
    "path", ["/", "/connect/K7F3-9QXM", "/runs/1/page?token=t", "/favicon.ico"]
)
def test_every_address_shows_a_person_what_is_missing(client: FlaskClient, path: str):
    page = client.get(path, headers=BROWSER)
    assert (page.status_code, page.mimetype) == (503, "text/html")
    assert '<h1 id="title">This server runs, and is not set up yet.</h1>' in page.text
    assert "<strong>OPERATOR_CONTACT</strong> found nothing. Every message that says" in page.text
    assert "tr -d &#39;\\n&#39;)&#34;</code>" in page.text
    assert "DATABASE_URL" not in page.text


def test_the_command_for_the_address_names_the_one_that_was_asked(client: FlaskClient):
    page = client.get("/", headers=BROWSER | {"Host": "acme-5fc1.herokuapp.example"})
    set_address = "heroku config:set PUBLIC_URL=https://acme-5fc1.herokuapp.example</code>"
    assert set_address in page.text
    odd = client.get("/", headers=BROWSER | {"Host": "acme;rm"})
    assert "PUBLIC_URL=https://books.example</code>" in odd.text


def test_a_press_learns_that_nothing_happened_and_what_is_missing(client: FlaskClient):
    answer = client.post("/webhooks/export", json={})
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    problem = json.loads(answer.data)
    assert problem["detail"] == (
        f"The server is not set up yet: it lacks {LACKING}. Nothing was exported or charged. "
        "Whoever runs it sees what to do by opening its address in a browser."
    )
    assert [missing["setting"] for missing in problem["missing"]] == LACKING.split(", ")
    assert problem["missing"][0] == {
        "setting": "PUBLIC_URL",
        "sentence": "PUBLIC_URL: found nothing, needed https://… without a path. "
        "Links in the sheets would lead nowhere.",
        "command": "heroku config:set PUBLIC_URL=https://localhost",
    }
    assert json.loads(client.get("/runs/1").data)["detail"] == problem["detail"].replace(
        " Nothing was exported or charged.", ""
    )


def test_it_lives_and_is_not_ready(client: FlaskClient):
    live, ready = client.get("/health/live"), client.get("/health/ready")
    assert (live.status_code, json.loads(live.data)) == (200, {"live": True})
    assert (ready.status_code, json.loads(ready.data)) == (503, {"ready": False, "settings": False})


def test_no_answer_holds_a_secret_or_may_be_kept(client: FlaskClient):
    for answer in (client.get("/", headers=BROWSER), client.post("/webhooks/check")):
        assert KEY not in answer.text
        assert "hunter2" not in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["Vary"] == "Accept"


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
@pytest.mark.parametrize("width_px", [360, 1280])
def test_the_page_fits_its_window_and_wears_the_style_of_the_others(
    client: FlaskClient, tmp_path: Path, width_px: int
):
    with (
        app_served(client.application) as (host, port),
        Browser(tmp_path / "profile") as browser,
    ):
        browser.open(f"http://{host}:{port}/", width_px=width_px)
        assert browser.evaluate("document.documentElement.scrollWidth") == width_px
        background = "getComputedStyle(document.querySelector('.command')).backgroundColor"
        assert browser.evaluate(background) != "rgba(0, 0, 0, 0)"


@pytest.fixture
def migrate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Returns the exit code of `boekbrug migrate` with these variables, and what it prints."""
    for name in ("DATABASE_URL", "DATA_DIR", "SECRET_KEY", "PUBLIC_URL", "HOST", "PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def migrated(**variables: str) -> tuple[int, list[str]]:
        done = CliRunner().invoke(main, ["migrate"], env=variables, catch_exceptions=False)
        return done.exit_code, done.output.splitlines()

    return migrated


def test_a_release_without_a_database_succeeds_so_that_the_page_is_shown(migrate, tmp_path: Path):
    code, said = migrate(PORT="5000")
    assert (code, said[-1]) == (0, "No tables were made: there is no database yet.")
    lacking = ["DATABASE_URL", "SECRET_KEY", *LACKING.split(", ")]
    assert [line.partition(":")[0] for line in said[:-1]] == lacking
    assert [*tmp_path.iterdir()] == []


def test_a_release_makes_the_tables_of_a_lasting_disk_whatever_else_is_missing(
    migrate, tmp_path: Path
):
    code, said = migrate(PORT="5000", DATA_DIR="lasting")
    assert code == 0
    assert said[-1] == f"Tables are up to date in sqlite:///{tmp_path}/lasting/boekbrug.sqlite."


def test_a_release_with_a_wrong_setting_fails_so_that_the_version_before_stays(migrate):
    code, said = migrate(PORT="5000", PUBLIC_URL="ftp://books.example")
    assert code == 2
    assert said[-1].startswith('PUBLIC_URL: found "ftp://books.example", needed https://…')
