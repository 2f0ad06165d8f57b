"""What `boekbrug doctor` says of Google: a good key, one taken back, interfaces that are off."""

from collections.abc import Iterator

from connect_support import Place
from google_emulator import faults
from google_emulator_support import SERVER

from boekbrug.server.commands.doctor import examined
from boekbrug.server.commands.findings import Finding, Tone

CONSOLE = "https://console.developers.google.com/apis/api"


def sentences(found: Iterator[Finding], subject: str) -> list[tuple[Tone, str]]:
    return [(one.tone, one.sentence) for one in found if one.subject == subject]


def test_a_good_key_is_green_and_googles_clock_is_compared_when_asked(place: Place):
    assert sentences(examined(place.service), "Google") == [
        (Tone.GREEN, f"{SERVER} gets a token; Sheets and Drive are on.")
    ]
    assert sentences(examined(place.service, google_clock=True), "Clock") == [
        (Tone.GREEN, "agrees with Google's.")
    ]


def test_a_key_that_was_taken_back_is_red_once(place: Place):
    del place.google.tokens.public_keys[SERVER]
    found = list(examined(place.service, google_clock=True))
    assert sentences(iter(found), "Google") == [
        (
            Tone.RED,
            f"found the key of {SERVER} refused, needed one that is valid. Whoever runs this "
            "server makes a new key and sets GOOGLE_CREDENTIALS.",
        )
    ]
    assert sentences(iter(found), "Clock") == []


def test_an_interface_that_is_off_is_red_with_the_page_that_switches_it_on(place: Place):
    place.google.faults.plan(faults.switched_off, on="GET /v4/")
    place.google.faults.plan(faults.service_disabled, on="GET /drive/")
    end = "?project=4711, press Enable, wait two minutes, then run `boekbrug doctor` again."
    assert sentences(examined(place.service), "Google") == [
        (
            Tone.RED,
            "the Sheets API is switched off in project 4711. Open "
            f"{CONSOLE}/sheets.googleapis.com/overview{end}",
        ),
        (
            Tone.RED,
            "the Drive API is switched off in project 4711. Open "
            f"{CONSOLE}/drive.googleapis.com/overview{end}",
        ),
    ]


def test_a_google_that_is_down_is_asked_once_and_red(place: Place):
    place.google.faults.plan(faults.unavailable, on="GET /drive/")
    assert sentences(examined(place.service), "Google") == [
        (
            Tone.RED,
            "found error 503, needed an answer. Run `boekbrug doctor` again in a few minutes.",
        )
    ]
