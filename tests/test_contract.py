import gzip
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from google_emulator import contract
from google_emulator.http import Exchange, Request, Response

JSON = {"content-type": "application/json"}


def exchange(
    method: str, uri: str, sent: Any = None, *, status: int = 200, received: Any = None
) -> Exchange:
    parts = urlsplit(uri)
    request = Request(method, parts.path, parse_qs(parts.query, keep_blank_values=True))
    if sent is not None:
        request.headers, request.body = JSON, json.dumps(sent).encode()
    return Exchange(request, Response(status, received))


def test_what_google_describes_is_no_violation():
    sent = {"requests": [{"addSheet": {"properties": {"title": "Check"}}}]}
    received = {"spreadsheetId": "1a", "replies": [{"addSheet": {"properties": {"sheetId": 7}}}]}
    uri = "/v4/spreadsheets/1a:batchUpdate"
    assert contract.violations(exchange("POST", uri, sent, received=received)) == []


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (exchange("GET", "/v4/spreadsheet/1a"), "GET /v4/spreadsheet/1a: no such method"),
        (
            exchange("GET", "/v4/spreadsheets/1a/values:batchGet?ranges=A1&render=RAW"),
            "sheets.spreadsheets.values.batchGet: no parameter render",
        ),
        (
            exchange("GET", "/drive/v3/files/1a?supportsAllDrives=yes"),
            'drive.files.get: parameter supportsAllDrives: found "yes", allowed: true, false',
        ),
        (
            exchange("PUT", "/v4/spreadsheets/1a/values/A1", {"values": "text"}),
            "sheets.spreadsheets.values.update: request $.values: 'text' is not of type 'array'",
        ),
        (
            exchange("GET", "/drive/v3/files/1a", received={"size": 12}),
            "drive.files.get: response $.size: 12 is not of type 'string'",
        ),
        (
            exchange("GET", "/drive/v3/files/generateIds", received={"id": ["1"]}),
            "drive.files.generateIds: response $: Additional properties are not allowed "
            "('id' was unexpected)",
        ),
        (exchange("DELETE", "/drive/v3/files/1a", {}), "drive.files.delete: takes no body"),
        (
            exchange("DELETE", "/drive/v3/files/1a", received={}),
            "drive.files.delete: gives no body",
        ),
    ],
)
def test_a_violation_names_the_method_and_the_place(broken: Exchange, said: str):
    assert contract.violations(broken) == [said]


def test_a_null_counts_as_absent():
    sent = {"name": None, "mimeType": "text/plain"}
    assert contract.violations(exchange("POST", "/drive/v3/files/1a/copy", sent)) == []


def test_the_metadata_of_an_upload_are_checked_too():
    request = Request("POST", "/upload/drive/v3/files", {"uploadType": ["multipart"]})
    request.headers = {"content-type": "multipart/related; boundary=b"}
    request.body = (
        b"--b\r\nContent-Type: application/json\r\n\r\n"
        b'{"title": "a"}\r\n--b\r\nContent-Type: text/plain\r\n\r\nbytes\r\n--b--\r\n'
    )
    assert contract.violations(Exchange(request, Response(200, {}))) == [
        "drive.files.create: request $: Additional properties are not allowed "
        "('title' was unexpected)"
    ]


def test_what_was_refused_with_400_may_be_wrong():
    sent = {"values": "text"}
    refused = exchange("PUT", "/v4/spreadsheets/1a/values/A1", sent, status=400)
    assert contract.violations(refused) == []


@pytest.mark.reference
def test_googles_recorded_exchanges_keep_to_the_contract():
    found: Counter[str] = Counter()
    for recorded in recordings():
        sent = recorded["request"] if isinstance(recorded["request"], dict | list) else None
        received = recorded["response"] if isinstance(recorded["response"], dict) else None
        status = recorded["status"]
        method = recorded["method"]
        found.update(
            contract.violations(
                exchange(method, recorded["uri"], sent, status=status, received=received)
            )
        )
    assert found == {}


def recordings() -> list[dict[str, Any]]:
    shared = os.environ.get("BOEKBRUG_REFERENCE_DATA", Path(__file__).parents[2] / "shared")
    path = Path(shared) / "data" / "google" / "exchanges.jsonl.gz"
    if not path.exists():
        pytest.skip("the recorded exchanges are not on this machine")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
