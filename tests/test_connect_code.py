"""The line to paste: how it is made, what a browser shows there, and what bodies are taken."""

import re
from pathlib import Path

import pytest
from command_support import typed
from connect_support import (
    ACME,
    CONTACT,
    JSON,
    Place,
    detail,
    furnished,
    settings,
)

from boekbrug.config.settings import load
from boekbrug.server.app import create_app
from boekbrug.server.assembly import SettingsError, assemble


def test_everything_that_is_wrong_with_a_body_is_said_at_once(place: Place):
    answer = place.post("/connect", {"code": 7, "workbook": "../x", "copy": "no", "x": 1}, {})
    assert answer.status_code == 422
    assert set(re.findall(r"Connect, .*?\.(?= |$)", detail(answer))) == {
        "Connect, code: found 7, allowed: a code such as K7F3-9QXM.",
        'Connect, workbook: found "../x", allowed: the id of the spreadsheet.',
        "Connect, title: found nothing, allowed: the title of the spreadsheet.",
        'Connect, copy: found "no", allowed: one of continues, test, other.',
        "Connect, x: found 1, allowed: an object of code, workbook, title, copy.",
    }


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [(b"{", JSON, 422), (b"[" * 60_000, JSON, 422), (b"[" * 70_000, JSON, 413), (b"{}", {}, 415)],
)
def test_a_body_that_is_none_is_refused(
    place: Place, body: bytes, headers: dict[str, str], status: int
):
    client = create_app(place.service).test_client()
    assert client.post("/connect", data=body, headers=headers).status_code == status


def test_a_browser_shows_where_the_line_belongs_whether_the_code_is_good_or_not(place: Place):
    client = create_app(place.service).test_client()
    page = client.get("/connect/k7f3-9qxm")
    assert page.status_code == 200
    assert "This address is for the button in your sheet, not for a browser." in page.text
    assert "<code>https://books.example/connect/K7F3-9QXM</code>" in page.text
    assert "Your organisation blocks this button. Send your Google administrator" in page.text
    dutch = client.get("/connect/k7f3-9qxm", headers={"Accept-Language": "nl-BE"})
    assert '<html lang="nl">' in dutch.text
    assert "Dit adres is voor de knop in uw blad, niet voor een browser." in dutch.text
    assert client.get("/connect/K7F3").status_code == 404


def test_a_server_without_google_says_so(place: Place, tmp_path: Path):
    service = furnished(assemble(settings(tmp_path / "other")))
    without = Place(service=service, google=place.google, empty_sheet=place.empty_sheet)
    answer = without.connect(place.sheet(), without.code())
    assert answer.status_code == 403
    assert detail(answer) == (
        "Connect: found a server without GOOGLE_CREDENTIALS, needed one that reaches Google. Ask "
        f"{CONTACT} to set it. Nothing was connected."
    )
    service.database.dispose()


def test_a_server_with_a_wrong_key_does_not_start(tmp_path: Path):
    with pytest.raises(SettingsError) as refused:
        assemble(settings(tmp_path, google_credentials="-----BEGIN PRIVATE KEY-----"))
    assert refused.value.sentences[0].startswith(
        'GOOGLE_CREDENTIALS: found text beginning "-----BEGIN", needed the whole JSON file of the '
        "service account, or its base64: "
    )


@pytest.fixture
def desk(empty_desk: Path, monkeypatch: pytest.MonkeyPatch):
    """A server with two firms; returns the exit code of a command and what it prints."""
    monkeypatch.setenv("PUBLIC_URL", "https://books.example")
    furnished(assemble(settings(empty_desk / "data"))).database.dispose()
    return typed


CODE = r"https://books\.example/connect/[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}"
CLIENT = "1234-abcd.apps.googleusercontent.com"


def mail(desk, *more: str) -> list[str]:
    """Return the lines of the mail, the last one what helps whose firm blocks the button."""
    code, said = desk("connect-code", ACME, "--address", "@acme.example", *more)
    assert code == 0
    lines: list[str] = said.splitlines()
    return lines


def test_the_operator_gets_a_mail_of_three_lines_and_of_what_may_block_the_button(desk):
    *lines, blocked = mail(desk, "--language", "en")
    assert lines[:2] == [
        "1. Make a copy of the sheet: File > Make a copy.",
        "2. In the copy choose Bookkeeping > Connect this file.",
    ]
    assert re.fullmatch(rf"3\. Paste this there, by \d+ \w+ \d{{4}}: {CODE}", lines[2])
    assert blocked == (
        "Google says that access is blocked? Your organisation blocks this button. Send your "
        "Google administrator: please trust the OAuth client ID of this button in Admin console > "
        "Security > API controls. Extensions > Apps Script > Project settings leads to its Google "
        "Cloud project; the ID stands there under APIs & Services > Credentials."
    )


def test_the_mail_is_in_the_language_of_the_firms_country(desk):
    *lines, blocked = mail(desk)
    assert lines[:2] == [
        "1. Maak een kopie van het blad: Bestand > Een kopie maken.",
        "2. Kies in de kopie Boekhouding > Dit bestand koppelen.",
    ]
    assert re.fullmatch(rf"3\. Plak dit daar, uiterlijk op \d+ \w+ \d{{4}}: {CODE}", lines[2])
    assert blocked == (
        "Zegt Google dat de toegang geblokkeerd is? Uw organisatie blokkeert deze knop. Stuur naar "
        "uw Google-beheerder: vertrouw alstublieft de OAuth-client-ID van deze knop in "
        "Beheerdersconsole > Beveiliging > API-opties. Extensies > Apps Script > "
        "Projectinstellingen leidt naar het Google Cloud-project; de ID staat daar bij API's en "
        "services > Inloggegevens."
    )


@pytest.mark.parametrize(
    ("language", "blocked"),
    [
        (
            "en",
            "Google says that access is blocked? Your organisation blocks this button. Send your "
            f"Google administrator: please trust OAuth client ID {CLIENT} in Admin console > "
            "Security > API controls.",
        ),
        (
            "nl",
            "Zegt Google dat de toegang geblokkeerd is? Uw organisatie blokkeert deze knop. Stuur "
            f"naar uw Google-beheerder: vertrouw alstublieft OAuth-client-ID {CLIENT} in "
            "Beheerdersconsole > Beveiliging > API-opties.",
        ),
    ],
)
def test_a_firm_whose_administrator_blocks_the_button_reads_what_to_send_them(
    desk, monkeypatch: pytest.MonkeyPatch, language: str, blocked: str
):
    monkeypatch.setenv("BUTTON_CLIENT_ID", CLIENT)
    assert mail(desk, "--language", language)[-1] == blocked


@pytest.mark.parametrize("wrong", ["1234", "apps.googleusercontent.com", f"{CLIENT}.example"])
def test_a_client_id_that_is_none_is_refused_at_the_start(wrong: str):
    with pytest.raises(SettingsError) as refused:
        load({"SECRET_KEY": "k" * 32, "BUTTON_CLIENT_ID": wrong})
    assert refused.value.sentences == [
        f'BUTTON_CLIENT_ID: found "{wrong}", needed 1234….apps.googleusercontent.com. Open APIs & '
        "Services > Credentials in the script's Google Cloud project and take the OAuth client ID "
        "of the button."
    ]
    assert load({"SECRET_KEY": "k" * 32, "BUTTON_CLIENT_ID": CLIENT}).button_client_id == CLIENT


def test_the_mail_begins_with_the_copy_of_the_template_that_the_operator_named(
    desk, monkeypatch: pytest.MonkeyPatch
):
    sheet = "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz"
    monkeypatch.setenv("TEMPLATE_URL", f"{sheet}/edit#gid=0")
    code, said = desk("connect-code", ACME, "--address", "@acme.example")
    assert (code, said.splitlines()[0]) == (
        0,
        f"1. Maak een kopie van het blad: {sheet}/copy",
    )
    assert said.splitlines()[1].startswith("2. Kies in de kopie")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("acme.be", 'found "acme.be", needed an address or "@acme.be" for everybody there.'),
        ("@gmail.com", 'found "@gmail.com", needed single addresses: anybody can have one there.'),
        ("an@", 'found "an@", needed an address or "@acme.example" for everybody there.'),
    ],
)
def test_the_operator_is_told_what_an_address_is(desk, address: str, said: str):
    code, shown = desk("connect-code", ACME, "--address", address)
    assert (code, shown.splitlines()[-1]) == (2, f"Error: --address: {said}")


def test_the_word_for_the_numbers_is_the_name_of_the_team(desk):
    own = ("connect-code", ACME, "--address", "@acme.example", "--keep-numbers")
    code, said = desk(*own, "Acme")
    assert (code, said.splitlines()[-1]) == (
        2,
        'Error: --keep-numbers: found "Acme", needed "Acme bv".',
    )
    assert desk(*own, "Acme bv")[0] == 0


def test_a_code_is_for_a_dossier_that_exists(desk):
    assert desk("connect-code", "acme/sage", "--address", "@acme.example") == (
        1,
        'Dossier: found "acme/sage", needed one that was added before.',
    )
