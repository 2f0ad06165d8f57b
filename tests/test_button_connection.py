"""Connecting a file, the phone's cells, and saving in Drive, in node between strict stubs."""

import hashlib
import json
from typing import Any

import pytest
from button_support import (
    CONNECTED,
    LINE,
    NEEDS_NODE,
    Script,
    answer,
    asked,
    pressed_house,
    to_the_end,
)

pytestmark = NEEDS_NODE

OCTOBER = {"from": "2026-10-01", "to": "2026-10-31"}
AT_14_05 = 1793711100000  # 3 November 2026, 14:05 in Brussels
MINUTE_MS = 60 * 1000
FILE_URL = "https://books.example/runs/1/files/2026-10%20Export%2012.zip?token=t"
FILE_NAME = "2026-10 Export 12 WinBooks Acme bv.zip"


@pytest.fixture
def script(script: Script) -> Script:
    script.world(sheets={"Start": [["Boekbrug"]], "Invoices": [["Number"]]})
    return script


def last_check(**changes: Any) -> dict[str, str]:
    """Return the properties of a connected file whose check of 14:05 found 87 documents."""
    last = {"count": 87, "plan": "f" * 64, "period": OCTOBER, "at": AT_14_05}
    return {"connection": json.dumps(CONNECTED), "lastCheck": json.dumps(last | changes)}


def phone(script: Script) -> dict[int, Any]:
    """Return column B of the phone's rows."""
    rows = script.world()["sheets"]["Start"]
    return {row: rows[row - 1][1] for row in range(21, 26)}


@pytest.mark.parametrize(
    ("pasted", "server"),
    [
        (LINE, "https://books.example"),
        (f'  "{LINE}/". ', "https://books.example"),
        ("https://flow.example/bookkeeping/connect/k7f39qxm", "https://flow.example/bookkeeping"),
        ("http://127.0.0.1:8000/connect/K7F3-9QXM", "http://127.0.0.1:8000"),
    ],
)
def test_one_pasted_line_names_server_and_code(script, pasted, server):
    kept = {"workbook": "wb-1", "contact": "help@books.example"}
    script.world(answers=[answer(200, **kept, sentence="Connected as an@acme.example.")])
    assert script.run("connect", pasted, None) == {"connected": "Connected as an@acme.example."}
    world = script.world()
    [request] = world["requests"]
    assert request["url"] == f"{server}/connect"
    body = json.loads(request["text"])
    assert body["code"].replace("-", "") == "K7F39QXM"
    assert (body["workbook"], body["title"], body["copy"]) == ("sheet-1", "Verkoop 2026", None)
    assert json.loads(world["properties"]["connection"]) == {**CONNECTED, "server": server}


@pytest.mark.parametrize(
    "pasted", ["K7F3-9QXM", "http://books.example/connect/K7F3-9QXM", "", "https://books.example"]
)
def test_another_line_is_refused_with_an_example_and_sent_nowhere(script, pasted):
    refused = script.run("connect", pasted, None)["refused"]
    assert refused.startswith(f"Line: found “{pasted}”, allowed: the whole line of the mail")
    assert script.world()["requests"] == []


def test_connecting_makes_the_file_ready_for_a_phone_once(script):
    script.world(rows=14, answers=[answer(200, workbook="wb-1")] * 2)
    for _ in range(2):
        script.run("connect", LINE, None)
    world = script.world()
    assert (world["triggers"], world["checkbox"]) == (["phoneEdit"], "Start!B21")
    assert world["sheets"]["Start"][20:23] == [
        ["Check last month now", False],
        ["Answer", ""],
        ["To export, check first", ""],
    ]


def test_a_copied_file_is_asked_what_it_is(script):
    question = 'This file: found a copy of "Verkoop 2026".'
    choices = ["continues", "test", "other", "a choice of a later server"]
    script.world(
        locale="nl",
        answers=[answer(409, detail=question, choices=choices), answer(200, workbook="wb-2")],
    )
    asked = script.run("connect", LINE, None)
    assert (asked["question"], [one["value"] for one in asked["choices"]]) == (
        question,
        choices[:3],
    )
    assert asked["choices"][1]["label"] == "Het is een testkopie die nooit exporteert"
    assert script.run("connect", LINE, "test") == {"connected": "Gekoppeld."}
    assert json.loads(script.world()["requests"][1]["text"])["copy"] == "test"


def test_a_refusal_to_connect_keeps_what_was_there(script):
    script.world(properties=last_check(), answers=[answer(422, detail="Connection code: used.")])
    assert script.run("connect", LINE, None) == {"refused": "Connection code: used."}
    assert script.world()["properties"] == last_check()


def test_the_file_is_shared_with_a_server_that_cannot_read_it_yet(script):
    no_access = answer(422, detail="Server: found no access.", share_with="books@server.example")
    script.world(answers=[no_access, answer(200, workbook="wb-1")])
    assert "connected" in script.run("connect", LINE, None)
    assert script.world()["editors"] == ["books@server.example"]
    script.world(answers=[no_access], sharingIsForbidden=True)
    assert script.run("connect", LINE, None) == {"refused": "Server: found no access."}


@pytest.mark.parametrize(
    ("tab", "place"),
    [("Start", [21, 1]), ("Start", [22, 2]), ("Start", [24, 2]), ("Start", [20, 2, 5, 1])],
)
def test_an_edit_elsewhere_asks_google_for_nothing(script, tab, place):
    script.world(properties=last_check())
    assert script.edit(tab, place, "TRUE") == 0


def test_the_same_cells_of_another_tab_start_nothing(script):
    script.world(properties=last_check())
    script.edit("Invoices", [21, 2], "TRUE")
    script.edit("Invoices", [23, 2], "87")
    assert script.world()["requests"] == []


WRONG_NUMBERS = [
    (
        "en",
        "78",
        10,
        "Start, B23: found 78, needed 87 (the documents of your check of 14:05). "
        "Nothing was exported.",
    ),
    (
        "nl",
        "78",
        10,
        "Start, B23: gevonden 78, nodig 87 (de documenten van uw controle van 14:05). "
        "Er is niets geëxporteerd.",
    ),
    (
        "en",
        "87",
        31,
        "Start, B23: found 87, needed a check of the last 30 minutes: tick B21 first. "
        "Nothing was exported.",
    ),
]


@pytest.mark.parametrize(("locale", "typed", "minutes", "sentence"), WRONG_NUMBERS)
def test_a_wrong_number_on_the_phone_exports_nothing(script, locale, typed, minutes, sentence):
    script.world(properties=last_check(), locale=locale, now=AT_14_05 + minutes * MINUTE_MS)
    script.edit("Start", [23, 2], typed)
    assert (phone(script)[22], phone(script)[23]) == (sentence, "")
    assert script.world()["requests"] == []


def test_a_tick_can_only_check_and_an_untick_does_nothing(script):
    script.world(properties=last_check(), answers=[answer(401, detail="No.")], now=AT_14_05)
    script.edit("Start", [21, 2], "FALSE")
    script.edit("Start", [21, 2], "TRUE")
    [request] = script.world()["requests"]
    assert request["url"] == "https://books.example/webhooks/check"
    assert json.loads(request["text"])["period"] == OCTOBER
    assert (phone(script)[21], phone(script)[22]) == (False, "14:05 No.")


def test_the_right_number_on_the_phone_exports_the_plan_that_was_checked(script):
    script.world(properties=last_check(), answers=[answer(401, detail="No.")], now=AT_14_05)
    script.edit("Start", [23, 2], "87")
    [request] = script.world()["requests"]
    assert request["url"] == "https://books.example/webhooks/export"
    assert json.loads(request["text"])["plan"] == "f" * 64


def test_a_phone_exports_at_the_real_house_what_was_checked(tmp_path, script):
    with pressed_house(tmp_path) as house:
        script.world(properties=house.connection(), sheets=house.sheets())
        to_the_end(script, asked())
        script.edit("Start", [23, 2], "111")
        assert " needed 112 " in phone(script)[22]
        script.edit("Start", [23, 2], "112")
        shown = phone(script)
        assert shown[22].endswith("Export: Export 1 is ready.")
        assert shown[24].startswith(f"{house.address}/runs/")
        assert "2026-07%20to%202026-09%20Export%201%20WinBooks%20Acme%20bv.zip" in shown[25]
        assert len([*(tmp_path / "files").rglob("*.zip")]) == 1


KEPT_FILE = {"id": "f", "name": FILE_NAME, "webViewLink": "https://drive/f"}


def test_a_file_is_saved_in_a_folder_of_the_year_and_found_again(script):
    digest = hashlib.sha256(content := b"a file").hexdigest()
    kept = KEPT_FILE | {"sha256Checksum": digest}
    nothing = answer(200, files=[])
    script.world(
        properties=last_check(),
        answers=[
            {"status": 200, "body": content.decode()},
            *(nothing, answer(200, id="top")),
            *(nothing, answer(200, id="year")),
            *(nothing, answer(200, **kept)),
        ],
    )
    saved = script.run("saveInDrive", FILE_URL, FILE_NAME)
    assert saved == {"saved": f"Saved in your Drive: {FILE_NAME}", "url": "https://drive/f"}
    requests = script.world()["requests"]
    top, year, upload = (
        json.loads(requests[2]["text"]),
        json.loads(requests[4]["text"]),
        requests[6],
    )
    assert (top["name"], top["parents"]) == ("Boekbrug - Verkoop 2026", ["root"])
    assert (year["name"], year["parents"]) == ("2026", ["top"])
    assert upload["url"].startswith("https://www.googleapis.com/upload/drive/v3/files?")
    assert f'"appProperties":{{"sha256":"{digest}"}}' in upload["text"]
    assert upload["text"].split("\r\n\r\n")[2].startswith("a file\r\n--")
    script.world(
        requests=[],
        answers=[
            {"status": 200, "body": content.decode()},
            *[answer(200, files=[{"id": name}]) for name in ("top", "year")],
            answer(200, files=[kept]),
        ],
    )
    assert script.run("saveInDrive", FILE_URL, FILE_NAME) == saved
    assert [request["method"] for request in script.world()["requests"]] == ["GET"] * 4


def test_drives_own_sentence_is_passed_on(script):
    script.world(
        properties=last_check(),
        answers=[
            {"status": 200, "body": "a file"},
            answer(403, error={"message": "The Drive API is switched off in project 4711."}),
        ],
    )
    assert script.run("saveInDrive", FILE_URL, FILE_NAME)["refused"] == (
        "Google Drive refused: The Drive API is switched off in project 4711. "
        "Press Download instead."
    )
