"""`pytest -m live`, tried out: Google itself was never reached, an emulator stands in for it.

The run is the real one, in a process of its own: it finds its way by the variables, asks, records.
"""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests
from emulator_support import bare_emulator
from google_emulator import contract
from google_emulator.google import Google
from google_emulator.replay import Replay, by_cassette, furnish
from google_emulator.state import DriveFile
from google_sheets_support import google_sheet
from live_recorder import Recorder
from live_support import CREDENTIALS, EMULATOR, FOLDER, RECORDING, SPREADSHEET, troubles

ROOT = Path(__file__).resolve().parent.parent
FILES = ("tests/test_live.py", "tests/test_port_contracts.py", "tests/test_files_contract.py")
VARIABLES = (CREDENTIALS, SPREADSHEET, FOLDER, RECORDING, EMULATOR)


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a process of its own."""
    own = {name: text for name, text in os.environ.items() if name not in VARIABLES}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env=own | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_nobody_who_does_not_ask_runs_or_skips_a_live_test():
    listed = run("--collect-only", "-m", "not postgres", FILES[0]).stdout
    assert "[emulated]" in listed
    assert "[live]" not in listed
    assert "skipped" not in listed
    assert re.search(r"(\d+)/\d+ tests collected \(\1 deselected\)", listed)


def test_what_a_live_run_needs_is_said_at_once():
    refused = run("-m", "live", FILES[0])
    assert refused.returncode == pytest.ExitCode.USAGE_ERROR
    assert refused.stderr.strip().splitlines() == [
        "ERROR: BOEKBRUG_LIVE_CREDENTIALS: found nothing, needed the JSON file of a service "
        "account's key, or its base64.",
        "BOEKBRUG_LIVE_SPREADSHEET: found nothing, needed the link or id of a Google Sheet in "
        "which the service account is editor; all that stands in it is lost.",
        "BOEKBRUG_LIVE_FOLDER: found nothing, needed the link or id of a folder in a Shared Drive "
        "in which the service account is content manager.",
    ]


def test_what_is_wrong_is_said_without_a_word_of_a_key(tmp_path: Path):
    recording = tmp_path / "exchanges.jsonl"
    recording.touch()
    variables = {
        CREDENTIALS: '{"type": "service_account", "private_key": "MIIEvQ"}',
        SPREADSHEET: "my sheet",
        FOLDER: "https://drive.google.com/drive/folders/0Afolder?usp=sharing",
        RECORDING: str(recording),
    }
    assert troubles(variables) == [
        "BOEKBRUG_LIVE_CREDENTIALS: found the JSON of a service account without client_email, "
        "token_uri, needed the JSON file of a service account's key, or its base64.",
        'BOEKBRUG_LIVE_SPREADSHEET: found "my sheet", needed the link or id of a Google Sheet in '
        "which the service account is editor; all that stands in it is lost.",
        f"BOEKBRUG_LIVE_RECORDING: found a file {recording}, needed a name that is free.",
    ]


def test_a_live_run_passes_and_what_it_recorded_is_answered_again(
    tmp_path: Path, google: Google, exports: DriveFile, key_file: dict[str, Any]
):
    """All but the test of the limits, which would wait for a minute to pass."""
    google.quota.per_minute = 10**6
    recording = tmp_path / "exchanges.jsonl"
    sheet = google_sheet(google, {"Invoices": (("of", "somebody"),), "Own": ()})
    variables = {
        CREDENTIALS: json.dumps(key_file),
        SPREADSHEET: f"https://docs.google.com/spreadsheets/d/{sheet.id}/edit#gid=0",
        FOLDER: f"https://drive.google.com/drive/folders/{exports.id}",
        RECORDING: str(recording),
        EMULATOR: google.emulator.base_url,
    }
    done = run("-m", "live", "-k", "not quota_user", *FILES, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.fullmatch(r"\d+ passed, \d+ deselected in .*", done.stdout.splitlines()[-1])
    text = recording.read_text(encoding="utf-8")
    for secret in ("PRIVATE KEY", "ya29.", "Bearer", "@acme-books", "/token", "upload_id"):
        assert secret not in text
    recordings = by_cassette(json.loads(line) for line in text.splitlines())
    assert len(recordings) > 50
    for cassette in recordings.values():
        assert answered_again(cassette) == []


def answered_again(recordings: list[dict[str, Any]]) -> list[object]:
    """Return how an emulator of its own differs from a recording, or leaves the contract."""
    emulator = bare_emulator()
    furnish(emulator.state, recordings)
    different: list[object] = [*Replay(emulator).differences(recordings)]
    broken = [said for each in emulator.exchanges for said in contract.violations(each)]
    return different + broken + emulator.unimplemented + emulator.crashes


def test_a_recording_that_says_something_else_is_told_apart():
    uri = "https://sheets.googleapis.com/v4/spreadsheets/1abcdefghijklmnopqrst"
    first = {"sheetId": 7, "title": "Invoices", "index": 0}
    there = {"properties": {"title": "Acme"}, "sheets": [{"properties": first}]}
    asked = {"cassette": "a test", "n": 0, "method": "GET", "request": None, "status": 200}
    mask = "?fields=properties.title%2Csheets.properties(sheetId%2Ctitle%2Cindex)"
    assert answered_again([asked | {"uri": uri + mask, "response": there}]) == []
    other = there | {"sheets": [{"properties": first | {"index": 3}}]}
    assert answered_again([asked | {"uri": uri + mask, "response": other}]) != []


def test_no_address_token_or_key_stands_in_a_recording(tmp_path: Path):
    """The words are those in which Google names them."""
    request = requests.Request(
        "GET", "https://www.googleapis.com/drive/v3/files?key=AIzaSy"
    ).prepare()
    answer = requests.Response()
    answer.status_code = 403
    said = (
        '{"owner": "an.peeters@acme.example", "token": "ya29.a0-Af_x", "id": "MIIEvQ",'
        ' "message": "not used in project 123456, see ?project=123456&x=1"}'
    )
    answer._content = said.encode()
    path = tmp_path / "exchanges.jsonl.gz"
    recorder = Recorder(path, ["MIIEvQ"])
    recorder.begin("a test")
    recorder.keep(request, answer)
    recorder.end()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        [line] = map(json.loads, file)
    assert line["uri"] == "https://www.googleapis.com/drive/v3/files?key=(a key)"
    assert line["response"] == {
        "owner": "somebody@acme.example",
        "token": "(a token)",
        "id": "(a secret)",
        "message": "not used in project 4711, see ?project=4711&x=1",
    }
