import copy
import json
import random
import socket
import time
from typing import Any

import pytest
import requests
from google.auth.transport.requests import AuthorizedSession
from google_emulator import faults, quota
from google_emulator.certificates import SigningKey
from google_emulator.faults import HANG_S_MAX
from google_emulator.google import Google
from google_emulator.grid import new_spreadsheet
from google_emulator.http import Response
from google_emulator.loopback import LoopbackAdapter
from google_emulator.state import SPREADSHEET, DriveFile
from google_emulator_support import FILE, FILES, PERSON, SERVER, SHEETS, Time, client_of, refusal
from hypothesis import given
from hypothesis import strategies as st
from requests.adapters import HTTPAdapter

from boekbrug.adapters.google import client as client_module
from boekbrug.adapters.google.client import (
    GoogleClient,
    Repeat,
    SheetsClient,
    Surroundings,
    authorized_session,
)
from boekbrug.adapters.google.credentials import service_account
from boekbrug.server.workflow.ports import UnreachableError

SILENT = "Google: found no answer in time, needed an answer. Press again in a few minutes."
BUSY = (
    "Google: found it busy (too many requests in this minute), needed a free minute. "
    "Press again in a minute."
)


@pytest.fixture
def sheet(google: Google) -> str:
    """The id of a person's spreadsheet that is shared with the server."""
    file = DriveFile("1a", "Sales", SPREADSHEET, owner=PERSON)
    google.emulator.state.add_spreadsheet(new_spreadsheet("1a", "Sales"), file)
    google.accounts.share("1a", SERVER, "writer")
    return "1a"


def title(client: GoogleClient, sheet: str) -> str:
    answer = client.call("GET", f"{SHEETS}/{sheet}", params={"fields": "properties.title"})
    return str(answer.json()["properties"]["title"])


def test_a_call_is_signed_by_the_service_account(google: Google, client: GoogleClient, sheet: str):
    assert title(client, sheet) == "Sales"
    (claim,) = google.tokens.claims
    assert (claim["iss"], claim["aud"]) == (SERVER, "https://oauth2.googleapis.com/token")


@pytest.mark.parametrize(
    "fault",
    [
        faults.internal_error,
        faults.unavailable,
        faults.bad_gateway,
        faults.user_rate_limited,
        faults.cut,
        quota.exhausted,
        lambda: Response(408, b""),
        lambda: Response(200, b"<p>Sign in to this network", {"Content-Type": "text/html"}),
    ],
)
def test_a_trouble_that_passes_is_outlived(
    google: Google, client: GoogleClient, sheet: str, time_: Time, fault
):
    google.faults.plan(fault, calls=3, on="GET /v4")
    assert title(client, sheet) == "Sales"
    assert time_.waits == [1, 2, 4]


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (quota.exhausted, BUSY),
        (faults.user_rate_limited, BUSY),
        (faults.cut, SILENT),
        (
            faults.unavailable,
            "Google: found error 503, needed an answer. Press again in a few minutes.",
        ),
        (
            faults.bad_gateway,
            "Google: found error 502, needed an answer. Press again in a few minutes.",
        ),
    ],
)
def test_a_trouble_that_stays_ends_after_the_deadline_in_a_sentence(
    google: Google, client: GoogleClient, time_: Time, fault, sentence: str
):
    google.faults.plan(fault, calls=7, on="GET /v4")
    failure = refusal(client, "GET", f"{SHEETS}/1a")
    assert (failure.sentence, failure.permanent) == (sentence, False)
    assert time_.waits == [1, 2, 4, 8, 16, 32]


def test_no_wait_is_longer_than_half_a_minute_and_the_eighth_attempt_is_the_last(
    google: Google, session: AuthorizedSession, time_: Time
):
    around = Surroundings(sleep=time_.sleep, clock=time_.clock, chance=lambda: 0.125)
    google.faults.plan(faults.unavailable, calls=8, on="GET /v4")
    refusal(GoogleClient(session, FILE, around), "GET", f"{SHEETS}/1a")
    assert time_.waits == [0.125, 0.25, 0.5, 1, 2, 4, 4]


@given(st.lists(st.floats(0, 0.999), min_size=20, max_size=20), st.floats(0, 20))
def test_whatever_chance_and_the_network_do_a_call_ends(chances: list[float], each_takes_s: float):
    time_, calls = Time(), []

    class Down(HTTPAdapter):
        def send(self, *_: Any, **options: Any) -> Any:
            calls.append(options["timeout"])
            time_.now_s += each_takes_s
            raise requests.ConnectionError

    session = requests.Session()
    session.mount("https://", Down())
    around = Surroundings(sleep=time_.sleep, clock=time_.clock, chance=iter(chances).__next__)
    started = time_.now_s
    with pytest.raises(UnreachableError):
        GoogleClient(session, FILE, around).call("GET", FILES)
    assert len(calls) <= client_module.ATTEMPTS_MAX
    assert time_.now_s - started <= client_module.DEADLINE_S + each_takes_s


def test_each_attempt_has_a_time_out(
    google: Google, client: GoogleClient, sheet: str, time_: Time, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(client_module, "READ_TIMEOUT_S", 0.05)
    google.faults.plan(google.faults.hang, on="GET /v4")
    started_s = time.monotonic()
    assert title(client, sheet) == "Sales"
    assert time_.waits == [1]
    assert time.monotonic() - started_s < HANG_S_MAX / 2


@pytest.mark.parametrize(
    "lost", [faults.cut, faults.internal_error, faults.bad_gateway, faults.unavailable]
)
def test_what_would_do_it_twice_is_not_repeated_after_a_lost_answer(
    google: Google, client: GoogleClient, sheet: str, lost
):
    google.faults.plan(lost, on="batchUpdate", applied=True)
    body = {"requests": [{"addSheet": {"properties": {"title": "Check"}}}]}
    with pytest.raises(UnreachableError) as caught:
        SheetsClient(client).batch_update(sheet, body)
    assert not caught.value.permanent
    assert tabs(google, sheet) == ["Sheet1", "Check"]


def test_what_changes_nothing_twice_is_repeated_after_a_lost_answer(
    google: Google, client: GoogleClient, sheet: str
):
    google.faults.plan(faults.cut, on="batchUpdate", applied=True)
    rename = {"properties": {"sheetId": 0, "title": "Check"}, "fields": "title"}
    body = {"requests": [{"updateSheetProperties": rename}]}
    client.call("POST", f"{SHEETS}/{sheet}:batchUpdate", repeat=Repeat.ALWAYS, json=body)
    assert tabs(google, sheet) == ["Check"]


def tabs(google: Google, sheet: str) -> list[str]:
    return [each.title for each in google.emulator.state.spreadsheets[sheet].sheets]


def test_gspread_calls_through_the_same_bounds(
    google: Google, client: GoogleClient, sheet: str, time_: Time
):
    google.faults.plan(faults.unavailable, on="GET")
    found = SheetsClient(client).values_batch_get(sheet, ["Sheet1"], {"majorDimension": "COLUMNS"})
    assert found["valueRanges"][0]["majorDimension"] == "COLUMNS"
    google.faults.plan(faults.unavailable, on="append", applied=True)
    with pytest.raises(UnreachableError):
        SheetsClient(client).values_append(sheet, "A1", {"valueInputOption": "RAW"}, {"values": []})
    assert time_.waits == [1]


def test_a_write_placed_by_an_old_look_is_left_to_who_can_look_again(
    google: Google, client: GoogleClient, sheet: str, time_: Time
):
    google.faults.plan(quota.exhausted, on="batchUpdate")
    rename = {"properties": {"sheetId": 0, "title": "Check"}, "fields": "title"}
    with pytest.raises(UnreachableError) as caught:
        SheetsClient(client).batch_update(sheet, {"requests": [{"updateSheetProperties": rename}]})
    assert not caught.value.permanent
    assert (tabs(google, sheet), time_.waits) == (["Sheet1"], [])


def test_a_token_that_is_too_old_is_renewed(google: Google, client: GoogleClient, sheet: str):
    title(client, sheet)
    google.tokens.expire_all()
    assert title(client, sheet) == "Sales"
    assert len(google.tokens.claims) == 2


@pytest.mark.parametrize("fault", [faults.bad_gateway, faults.unavailable, faults.cut])
def test_a_token_endpoint_in_trouble_is_outlived(
    google: Google, client: GoogleClient, sheet: str, time_: Time, fault
):
    google.faults.plan(fault, calls=2, on="POST /token")
    client.call("GET", f"{SHEETS}/{sheet}")
    assert time_.waits == [1, 2]


def test_a_key_that_google_does_not_take_is_final(
    key_file: dict[str, Any], adapter: LoopbackAdapter, other_key: SigningKey, time_: Time
):
    wrong = service_account(json.dumps(key_file | {"private_key": other_key.private_pem}))
    with authorized_session(wrong, adapter=adapter) as session:
        failure = refusal(client_of(session, time_), "GET", FILES)
    assert failure.permanent
    assert failure.sentence == (
        f"Google: found the key of {SERVER} refused, needed one that is valid. Whoever runs this "
        "server makes a new key and sets GOOGLE_CREDENTIALS."
    )


def test_a_token_that_is_refused_again_and_again_is_a_matter_of_the_key(
    google: Google, client: GoogleClient, sheet: str
):
    google.faults.plan(lambda: Response(401, {}), calls=3, on="GET /v4")
    assert "found the key of" in refusal(client, "GET", f"{SHEETS}/{sheet}").sentence


def test_a_server_that_cannot_be_reached_is_said_to_be_silent(
    key_file: dict[str, Any], time_: Time
):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        gone = LoopbackAdapter(f"http://127.0.0.1:{nobody.getsockname()[1]}")
        with authorized_session(service_account(json.dumps(key_file)), adapter=gone) as session:
            assert refusal(client_of(session, time_), "GET", FILES).sentence == SILENT


def test_nobody_but_the_interfaces_is_asked(
    google: Google, client: GoogleClient, session: AuthorizedSession, sheet: str
):
    """google-auth copies the transport to ask iamcredentials.googleapis.com, in a thread."""
    title(client, sheet)
    hosts = [each.request.headers["host"] for each in google.emulator.exchanges]
    assert hosts == ["oauth2.googleapis.com", "sheets.googleapis.com"]
    with pytest.raises(TypeError, match="made for tokens alone"):
        copy.deepcopy(session._auth_request)


def test_by_default_the_waits_are_real_and_random():
    around = Surroundings()
    assert around.chance is random.random
    assert around.clock() <= around.clock()
