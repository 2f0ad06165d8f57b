"""The button's script, in node between strict stubs of Google, pressing the real house."""

import base64
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from button_support import (
    CONNECTED,
    LINE,
    NEEDS_NODE,
    PressedHouse,
    Script,
    answer,
    asked,
    pressed_house,
    to_the_end,
)
from sidebar_support import FIGURES, a_run
from standardwebhooks import Webhook

pytestmark = NEEDS_NODE

SECRET = "whsec_FkmVR2PC5hupQFj6XHFOODpiHLszCxpK4VtkGHVHKrU="


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[PressedHouse]:
    with pressed_house(tmp_path_factory.mktemp("house")) as one:
        yield one


@pytest.fixture
def connected(script: Script, house: PressedHouse) -> Script:
    script.world(properties=house.connection(), sheets={"Start": [[]]})
    return script


def runs_of(house: PressedHouse) -> int:
    with house.service.database.connect() as connection:
        return int(connection.execute(sa.text("select count(*) from boekbrug_runs")).scalar_one())


def test_a_check_says_what_an_export_would_do_and_the_export_does_it(tmp_path, script):
    with pressed_house(tmp_path) as house:
        script.world(properties=house.connection(), sheets=house.sheets())
        checked = to_the_end(script, asked())
        assert checked["headline"] == "Nothing wrong in July to September 2026"
        assert checked["figures"] == [
            "103 invoices, 9 credit notes",
            "9 customers get a number: 100000\N{NO-BREAK SPACE}…\N{NO-BREAK SPACE}100039",
            "total incl. VAT 42,566.96",
            "cost EUR 12.36 (balance 25.00)",
            "2 invoices are on hold",
        ]
        assert checked["exportLabel"] == "Export 112 documents"
        exported = to_the_end(script, asked("export", checked["plan"]))
        assert exported["headline"] == "Export 1 is ready"
        assert [one["name"] for one in exported["files"]] == [
            "2026-07 to 2026-09 Export 1 WinBooks Acme bv.zip"
        ]
        assert "42,566.96" in exported["accountantText"]
        script.world(sheets=house.sheets(), locale="nl")
        [earlier] = script.run("earlierExports")
        again = to_the_end(script, asked("export", selection="all"))
    assert (earlier["title"], earlier["days"]) == ("Export 1", "juli tot september 2026")
    assert earlier["documents"] == "103 facturen, 9 creditnota's"
    assert again["headline"] == "Export 1 opnieuw: dezelfde bestanden, gratis"


def test_an_export_of_another_plan_than_was_seen_is_refused_in_the_servers_sentence(connected):
    told = to_the_end(connected, asked("export", "0" * 64))
    assert (told["tone"], told["headline"]) == ("bad", "Nothing was exported")
    assert told["sentence"].endswith("Look again.")


def test_a_wrong_secret_is_told_in_words(script, house):
    script.world(properties=house.connection(secret=SECRET))
    assert script.run("press", asked())["refused"].startswith(
        "Press: found a workbook, secret and time that do not fit together"
    )


def test_a_file_that_is_not_connected_says_how_to(script):
    assert "Bookkeeping > Connect this file" in script.run("press", asked())["refused"]


def test_a_lost_answer_is_asked_again_under_the_same_id_and_makes_one_run(connected, house):
    before = runs_of(house)
    connected.world(answers=["lost", {"status": 503}, "real"])
    told = to_the_end(connected, asked(period={"from": "2026-06-01", "to": "2026-06-30"}))
    pressed = [one for one in connected.world()["requests"] if one["method"] == "POST"]
    assert (len(pressed), len({one["headers"]["webhook-id"] for one in pressed})) == (3, 1)
    assert (runs_of(house) - before, told["open"]) == (1, False)


def test_each_repeat_is_signed_anew(script):
    script.world(
        properties={"connection": json.dumps({**CONNECTED, "secret": SECRET})},
        answers=[{"throws": "Timeout"}, {"status": 502}, {"status": 504}],
        now=int(time.time() * 1000),
    )
    script.run("press", asked())
    requests = script.world()["requests"]
    assert all(Webhook(SECRET).verify(one["text"], one["headers"]) for one in requests)
    assert len({one["headers"]["webhook-timestamp"] for one in requests}) == 3


def test_after_three_tries_it_says_that_the_press_may_have_arrived(script):
    script.world(properties={"connection": json.dumps(CONNECTED)}, locale="nl")
    script.world(answers=[{"throws": "Timeout"}, {"throws": "Timeout"}, {"status": 504}])
    refused = script.run("press", asked())["refused"]
    assert refused.startswith("De server antwoordde enkele minuten niet.")
    assert "wordt nooit twee keer aangerekend" in refused


def test_what_the_server_says_about_itself_is_passed_on_after_the_last_try(script):
    sentence = "The records are not reachable. Nothing was exported or charged."
    script.world(properties={"connection": json.dumps(CONNECTED)})
    script.world(answers=[answer(503, detail=sentence)] * 3)
    assert script.run("press", asked()) == {"refused": sentence}


@pytest.mark.parametrize("status", [400, 401, 409, 422, 429, 500])
def test_a_certain_answer_is_never_asked_again(script, status):
    script.world(properties={"connection": json.dumps(CONNECTED)})
    script.world(answers=[answer(status, detail="Once is enough.")])
    assert script.run("press", asked()) == {"refused": "Once is enough."}
    assert len(script.world()["requests"]) == 1


def test_without_a_secret_google_says_who_pressed(script):
    script.world(properties={"connection": json.dumps(CONNECTED)})
    script.world(answers=[{"status": 502}, answer(202, status_url="https://books.example/runs/1")])
    script.run("press", asked())
    for request in script.world()["requests"]:
        assert request["headers"]["Authorization"] == "Bearer token of an@acme.example"
        assert "webhook-signature" not in request["headers"]


def test_a_second_press_at_the_same_moment_is_not_sent(script):
    script.world(properties={"connection": json.dumps(CONNECTED)}, lockIsTaken=True)
    assert script.run("press", asked())["refused"].startswith("Somebody pressed in this file")
    assert script.world()["requests"] == []


def test_the_next_press_finds_the_door_open_again(script):
    script.world(properties={"connection": json.dumps(CONNECTED)})
    script.world(answers=[answer(401, detail="No.")] * 2)
    assert [script.run("press", asked())["refused"] for _ in range(2)] == ["No.", "No."]


def test_accents_are_signed_and_sent_as_they_are(connected):
    refused = connected.run("press", asked(selection="één"))["refused"]
    assert refused == 'Press, selection: found "één", allowed: one of new, all.'


def test_a_missing_permission_is_told_as_what_it_is_and_not_repeated(script):
    why = "Required permissions: https://www.googleapis.com/auth/script.external_request"
    script.world(properties={"connection": json.dumps(CONNECTED)}, answers=[{"throws": why}])
    assert "tick every box" in script.run("press", asked())["refused"]
    assert len(script.world()["requests"]) == 1


def test_an_address_of_somebody_else_is_never_asked(script):
    script.world(properties={"connection": json.dumps(CONNECTED)})
    for url in ("https://other.example/runs/1", "https://books.example.org/runs/1"):
        assert "not one of the server" in script.run("look", url, asked())["refused"]
        assert "not one of the server" in script.run("saveInDrive", url, "a.zip")["refused"]
    assert script.world()["requests"] == []


def test_another_persons_open_run_is_not_taken_for_ones_own(connected):
    question = asked(period={"from": "2026-05-01", "to": "2026-05-31"})
    url = connected.run("press", question)["url"]
    told: dict[str, Any] = {"open": True}
    while told.get("open"):
        told = connected.run("look", url, asked())
    assert told["refused"].endswith("Wait until that is ready, then press again.")
    assert "for May 2026" in told["refused"]


def test_whoever_presses_the_same_as_somebody_else_waits_for_that_and_sees_it(script):
    run = a_run(action="export", state="running", percent=60, pressed_by="jo@acme.example")
    question = asked("export", period=run["period"])
    script.world(properties={"connection": json.dumps(CONNECTED)}, answers=[answer(200, **run)] * 3)
    url = "https://books.example/runs/1"
    assert script.run("look", url, question) == {
        "open": True,
        "percent": 60,
        "stage": "jo@acme.example has been exporting since 14:02 (60 %). Yours is not needed: when "
        "that is ready you see it here.",
    }
    script.world(locale="nl")
    assert script.run("look", url, question)["stage"] == (
        "jo@acme.example is sinds 14:02 aan het exporteren (60 %). Uw druk is niet nodig: zodra "
        "het klaar is, ziet u het hier."
    )
    script.world(email="jo@acme.example", locale="en")
    assert script.run("look", url, question)["stage"] == "waiting for its turn…"


def test_a_silent_server_is_told_with_whom_to_tell(script):
    kept = CONNECTED | {"contact": "help@books.example"}
    script.world(properties={"connection": json.dumps(kept)}, answers=[{"status": 504}] * 3)
    refused = script.run("press", asked())["refused"]
    assert refused.endswith("If it stays silent, tell help@books.example.")


def test_what_is_on_hold_is_counted_beside_the_figures(script):
    run = a_run(result=FIGURES | {"held": 2})
    nothing = answer(200, items=[])
    properties = {"connection": json.dumps(CONNECTED)}
    script.world(
        properties=properties,
        sheets={"Start": [[]]},
        answers=[answer(200, **run), nothing, answer(200, **run), nothing],
    )
    question = asked(period=run["period"])
    url = "https://books.example/runs/1"
    assert script.run("look", url, question)["figures"][-1] == "2 invoices are on hold"
    script.world(locale="nl")
    assert script.run("look", url, question)["figures"][-1] == "2 facturen worden tegengehouden"


def test_a_server_without_a_fee_says_nothing_of_cost_or_balance(script):
    run = a_run(result=FIGURES | {"fee": None, "balance": None}) | {"balance": None}
    script.world(
        properties={"connection": json.dumps(CONNECTED)},
        sheets={"Start": [[]]},
        answers=[answer(200, **run), answer(200, items=[])],
    )
    told = script.run("look", "https://books.example/runs/1", asked(period=run["period"]))
    assert (told["fee"], [line for line in told["figures"] if "EUR" in line]) == ("", [])
    assert told["figures"]


def test_the_script_signs_as_the_standard_says(script):
    at = datetime(2026, 11, 3, 14, 2, tzinfo=UTC)
    body = '{"title": "Café 2026"}'
    signature = script.call("signature_", f"press_1.{int(at.timestamp())}.{body}", SECRET)
    assert signature == Webhook(SECRET).sign("press_1", at, body)


def test_bytes_are_sent_as_they_are_signed(script):
    script.world(
        answers=[answer(200, workbook="wb-1")], title="Verkoop één", sheets={"Start": [[]]}
    )
    script.run("connect", LINE, None)
    [request] = script.world()["requests"]
    assert json.loads(base64.b64decode(request["body"]))["title"] == "Verkoop één"
