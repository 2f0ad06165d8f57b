"""What a press must be, in which order that is checked, and what it is answered."""

import http.client
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_examples import ACME, OCTOBER
from web_support import PUBLIC_URL, House, MemoryOffice, body, client_of, served, signed
from werkzeug.test import TestResponse

from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.entries import Action, RunRequest

REFUSED = (
    "Press: found a workbook, secret and time that do not fit together, allowed: an attached "
    "workbook, its own secret, a clock at most 5 minutes off. Nothing was read or changed."
)


def pressed(
    content: bytes, headers: dict[str, str], office: MemoryOffice | None = None
) -> TestResponse:
    house = House(office=office or MemoryOffice())
    return client_of(house).post("/webhooks/export", data=content, headers=headers)


def detail(answer: TestResponse) -> str:
    return str(json.loads(answer.data)["detail"])


def test_a_signed_press_is_accepted_with_its_run_and_where_to_look():
    office = MemoryOffice()
    answer = pressed(body(), signed(body()), office)
    content = json.loads(answer.data)
    assert answer.status_code == 202
    assert content["run"] == "R-7F3KQ9"
    assert (content["id"], content["state"]) == ("run-1", "running")
    assert content["already_running"] is False
    assert content["status_url"].startswith(f"{PUBLIC_URL}/runs/run-1?token=")
    assert content["page_url"].startswith(f"{PUBLIC_URL}/runs/run-1/page?token=")
    assert answer.headers["Location"] == content["status_url"]
    page = client_of(House(office=office)).get(content["page_url"].removeprefix(PUBLIC_URL))
    assert page.status_code == 200


@pytest.mark.parametrize("action", [one for one in Action if one is not Action.ADD_COLUMN])
def test_the_address_says_the_action_and_the_body_says_the_rest(action: Action):
    office = MemoryOffice()
    content = body(selection="all", plan="a" * 64)
    client = client_of(House(office=office))
    client.post(f"/webhooks/{action.value}", data=content, headers=signed(content))
    run = office.runs["run-1"]
    assert run.action is action
    assert run.request == RunRequest(period=OCTOBER, selection=Selection.ALL, plan="a" * 64)


def test_a_set_up_needs_no_period():
    office = MemoryOffice()
    content = body(period=None)
    client = client_of(House(office=office))
    for action, status in (("check", 422), ("set-up", 202)):
        answer = client.post(f"/webhooks/{action}", data=content, headers=signed(content))
        assert answer.status_code == status


def test_a_repeated_press_gets_the_same_run_and_another_body_a_conflict():
    office = MemoryOffice()
    first = pressed(body(), signed(body()), office)
    again = pressed(body(), signed(body()), office)
    other = pressed(body(selection="all"), signed(body(selection="all")), office)
    assert json.loads(first.data)["id"] == json.loads(again.data)["id"]
    assert other.status_code == 409
    assert detail(other) == "Press: found an id that was used before."


def test_a_second_press_gets_the_open_run():
    office = MemoryOffice()
    pressed(body(), signed(body(), webhook_id="msg_1"), office)
    answer = pressed(body(), signed(body(), webhook_id="msg_2"), office)
    assert json.loads(answer.data)["already_running"] is True


def test_an_unknown_workbook_and_a_wrong_signature_are_answered_alike():
    unknown = body(workbook="wb-9")
    answers = [
        pressed(unknown, signed(unknown, workbook_id="wb-9")),
        pressed(body(), signed(body(), key="another key")),
        pressed(body(), signed(body()) | {"webhook-signature": "v1"}),
        pressed(body(), signed(body()) | {"webhook-signature": "v1,no base64"}),
        pressed(body(), {"Content-Type": "application/json"}),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert {detail(answer) for answer in answers} == {REFUSED}
    assert len({(answer.data, str(answer.headers)) for answer in answers}) == 1


def test_a_signature_is_over_the_raw_bytes():
    assert pressed(body() + b" ", signed(body())).status_code == 401


@pytest.mark.parametrize(
    ("minutes", "status"), [(-6, 401), (-4, 202), (0, 202), (4, 202), (6, 401)]
)
def test_a_press_is_fresh_for_five_minutes(minutes: int, status: int):
    at = datetime.now(UTC) + timedelta(minutes=minutes)
    assert pressed(body(), signed(body(), at=at)).status_code == status


@pytest.mark.parametrize(("version", "status"), [(3, 202), (2, 202), (1, 401), (4, 401)])
def test_the_current_and_the_previous_secret_are_accepted(version: int, status: int):
    office = MemoryOffice(workbooks={"wb-1": replace(ACME, secret_version=3)})
    assert pressed(body(), signed(body(), version=version), office).status_code == status


def test_a_secret_of_the_previous_key_is_accepted():
    house = House(office=MemoryOffice(), secret_key="a new key", secret_key_previous="an old key")
    headers = signed(body(), key="an old key")
    answer = client_of(house).post("/webhooks/export", data=body(), headers=headers)
    assert answer.status_code == 202


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'"wb-1"',
        b"{}",
        b'{"workbook": 7}',
        b'{"workbook": ""}',
        b'{"workbook": "\\u0000"}',
        b'{"workbook": "\\ud800"}',
        b"[" * 60_000,
        b"\xff\xfe",
    ],
)
def test_a_body_that_names_no_workbook_is_unreadable(content: bytes):
    answer = pressed(content, {"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert detail(answer).startswith("Press: found a body that names no workbook, allowed: JSON")


def test_a_body_that_is_no_json_by_its_own_words_is_refused():
    answer = pressed(body(), signed(body()) | {"Content-Type": "text/plain"})
    assert answer.status_code == 415


DAYS = {"from": "2026-10-01", "to": "2026-10-31"}
A_PLAN = "the plan that a check ended with"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"period": None}, "Press, period: found nothing, allowed: from and to."),
        ({"period": {}}, "Press, period.from: found nothing, allowed: a date such as 2026-10-01."),
        ({"period": "2026"}, 'Press, period: found "2026", allowed: from and to.'),
        ({"period": [DAYS]}, "allowed: from and to."),
        (
            {"period": {**DAYS, "from": "20261001"}},
            'Press, period.from: found "20261001", allowed: a date such as 2026-10-01.',
        ),
        (
            {"period": {**DAYS, "to": "2026-02-30"}},
            'Press, period.to: found "2026-02-30", allowed: a date such as 2026-10-31.',
        ),
        (
            {"period": {**DAYS, "to": "2026-09-30"}},
            'Press, period.to: found "2026-09-30", allowed: a date from 2026-10-01 on.',
        ),
        (
            {"period": {**DAYS, "to": "2036-10-02"}},
            'Press, period.to: found "2036-10-02", allowed: a date at most 10 years after '
            "2026-10-01.",
        ),
        ({"selection": "old"}, 'Press, selection: found "old", allowed: one of new, all.'),
        ({"selection": 1}, "Press, selection: found 1, allowed: one of new, all."),
        ({"plan": "A" * 64}, f'Press, plan: found "{"A" * 59}..., allowed: {A_PLAN}.'),
        ({"plan": "a" * 64 + "\n"}, f"allowed: {A_PLAN}."),
        (
            {"folder": "/etc"},
            'Press, folder: found "/etc", allowed: one of workbook, period, selection, '
            "plan, documents, hold, replace, not_imported, customers.",
        ),
    ],
)
def test_a_signed_body_is_checked_field_by_field(changes: dict[str, Any], said: str):
    content = body(**changes)
    answer = pressed(content, signed(content))
    assert answer.status_code == 422
    assert said in detail(answer)


def test_everything_that_is_wrong_is_said_at_once():
    content = body(period={"from": "1/10/2026"}, selection="old")
    assert detail(pressed(content, signed(content))) == (
        'Press, period.from: found "1/10/2026", allowed: a date such as 2026-10-01. '
        "Press, period.to: found nothing, allowed: a date such as 2026-10-31. "
        'Press, selection: found "old", allowed: one of new, all.'
    )


def test_ten_years_to_the_day_are_allowed():
    content = body(period={**DAYS, "to": "2036-10-01"})
    assert pressed(content, signed(content)).status_code == 202


def test_a_stranger_learns_nothing_about_a_body():
    content = body(selection="old")
    assert pressed(content, signed(content, key="another key")).status_code == 401


def test_a_press_id_that_cannot_be_kept_is_refused():
    answer = pressed(body(), signed(body(), webhook_id="x" * 101))
    assert answer.status_code == 422
    assert detail(answer) == (
        f'Press, webhook-id: found "{"x" * 59}..., '
        "allowed: 1 to 100 letters, digits and marks of ASCII."
    )


def test_too_many_presses_are_told_when_to_come_back():
    answer = pressed(body(), signed(body()), MemoryOffice(presses_max=0))
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert detail(answer) == "Pressed 7 times in a minute, allowed: 6."


def test_without_records_a_press_is_not_accepted():
    office = MemoryOffice(parts={"database": False, "executor": True})
    answer = pressed(body(), signed(body()), office)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "600")
    assert detail(answer) == (
        "The records are not reachable. Nothing was exported or charged. Try again in 10 minutes."
    )


def test_a_body_too_large_is_refused_before_it_is_read():
    with served(House(office=MemoryOffice())) as (host, port):
        connection = http.client.HTTPConnection(host, port, timeout=10)
        connection.putrequest("POST", "/webhooks/export")
        connection.putheader("Content-Type", "application/json")
        connection.putheader("Content-Length", "65537")
        connection.endheaders()  # and not a byte of the body
        answer = connection.getresponse()
        said = json.loads(answer.read())
        connection.close()
    assert (answer.status, said["detail"]) == (413, "The body is larger than a press may be.")


def test_a_body_without_a_length_is_limited_too():
    with served(House(office=MemoryOffice())) as (host, port):
        connection = http.client.HTTPConnection(host, port, timeout=10)
        headers = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
        chunks = iter([b"[" * 40_000, b"]" * 40_000])
        connection.request("POST", "/webhooks/export", chunks, headers, encode_chunked=True)
        status = connection.getresponse().status
        connection.close()
    assert status == 413


def test_a_press_over_the_wire():
    with served(House(office=MemoryOffice())) as (host, port):
        connection = http.client.HTTPConnection(host, port, timeout=10)
        connection.request("POST", "/webhooks/check", body(), signed(body()))
        answer = connection.getresponse()
        content = json.loads(answer.read())
        connection.close()
    assert (answer.status, content["run"]) == (202, "R-7F3KQ9")


@given(st.binary(max_size=200))
def test_no_bytes_of_a_stranger_start_a_run(content: bytes):
    office = MemoryOffice()
    answer = pressed(content, {"Content-Type": "application/json"}, office)
    assert answer.status_code in {400, 401}
    assert not office.runs


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.fixed_dictionaries({}, optional={"period": JSON, "selection": JSON, "x": JSON}))
def test_no_signed_body_breaks_the_door(fields: dict[str, Any]):
    content = json.dumps({"workbook": "wb-1", **fields}).encode()
    assert pressed(content, signed(content)).status_code == 422
