"""Every error of the door has one shape, tells no secret, and a person gets a page instead."""

import json
from dataclasses import replace

import pytest
from web_examples import EXPORT
from web_support import House, MemoryOffice, client_of, exported_office, link

from boekbrug.server.records.entries import Run
from boekbrug.server.web.errors import SENTENCES

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
STATUSES = {400, 401, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503}


class BrokenOffice(MemoryOffice):
    """An office with a mistake in it."""

    def run(self, run_id: str) -> Run | None:
        raise RuntimeError(f"secret of {run_id}")


def test_every_status_of_the_door_has_its_sentence():
    assert {status.value for status in SENTENCES} == STATUSES


def test_an_error_is_problem_details():
    answer = client_of(House(office=MemoryOffice())).get("/runs/run-1?token=secret")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert json.loads(answer.data) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is nothing at this address.",
        "instance": "/runs/run-1",
    }


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/runs", 404),
        ("GET", "/static/nothing.css", 404),
        ("GET", "/webhooks/check", 405),
        ("DELETE", "/runs/run-1", 405),
        ("POST", "/webhooks/void", 404),
        ("POST", "/webhooks/check", 415),
    ],
)
def test_a_stray_request_is_answered_in_the_same_shape(method: str, path: str, status: int):
    answer = client_of(House(office=MemoryOffice())).open(path, method=method)
    assert (answer.status_code, json.loads(answer.data)["status"]) == (status, status)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_wrong_method_is_told_the_right_ones():
    answer = client_of(House(office=MemoryOffice())).get("/webhooks/check")
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_options_name_the_methods():
    answer = client_of(House(office=MemoryOffice())).options("/webhooks/check")
    assert (answer.status_code, answer.data) == (200, b"")
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_a_person_with_a_browser_gets_a_page():
    answer = client_of(House(office=MemoryOffice())).get("/runs/run-1/page", headers=BROWSER)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Vary"] == "Accept"
    assert "There is nothing at this address.</h1>" in answer.text


def test_a_failure_of_ours_tells_whom_to_ask_and_nothing_else():
    house = House(office=BrokenOffice())
    answer = client_of(house).get(link(house))
    assert answer.status_code == 500
    assert json.loads(answer.data)["detail"] == (
        "The server failed at this. Try again; if it fails again tell help@books.example."
    )


def test_a_reader_is_not_told_that_nothing_was_exported():
    house = House(office=replace(exported_office(), parts={"database": False}))
    answer = client_of(house).get(link(house))
    assert answer.status_code == 503
    assert json.loads(answer.data)["detail"] == (
        "The records are not reachable. Try again in 10 minutes."
    )


@pytest.mark.parametrize("path", ["/health/live", "/runs/x", "/nothing"])
def test_every_answer_carries_the_security_headers(path: str):
    headers = client_of(House(office=MemoryOffice())).get(path).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_the_process_is_live_without_asking_anybody():
    answer = client_of(House(office=MemoryOffice(parts={"database": False}))).get("/health/live")
    assert (answer.status_code, json.loads(answer.data)) == (200, {"live": True})


@pytest.mark.parametrize(("executor", "status"), [(True, 200), (False, 503)])
def test_the_house_is_ready_when_all_its_parts_are(*, executor: bool, status: int):
    office = MemoryOffice(parts={"database": True, "executor": executor})
    answer = client_of(House(office=office)).get("/health/ready")
    assert answer.status_code == status
    assert json.loads(answer.data) == {"ready": executor, "database": True, "executor": executor}


def test_an_old_link_in_a_browser_says_where_to_find_a_new_one():
    house = House(office=MemoryOffice(runs={EXPORT.id: EXPORT}), link_days=-1)
    answer = client_of(house).get(link(house, part="page"), headers=BROWSER)
    assert answer.status_code == 410
    assert "Open it again from tab Exports.</h1>" in answer.text
