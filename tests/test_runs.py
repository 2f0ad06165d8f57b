"""What a link shows to a machine: the state of a run, its lists and its files."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from web_examples import EXPORT, ZIP, document
from web_support import (
    PUBLIC_URL,
    House,
    MemoryOffice,
    client_of,
    exported_office,
    link,
    shown,
    with_run,
)

from boekbrug.server.records.entries import Run, RunState


def said(office: MemoryOffice, part: str = "", query: str = "") -> Any:
    return json.loads(shown(office, part, query).data)


def test_the_state_of_a_finished_export():
    content = said(exported_office())
    urls = {name: content.pop(name) for name in [*content] if name.endswith("_url")}
    assert sorted(urls) == ["controls_url", "documents_url", "page_url", "problems_url"]
    assert all(len(url.partition("?token=")[2]) > 40 for url in urls.values())
    names = ("export", "accountant_text", "language", "documents", "hold", "customers")
    export, text, _, *asked = map(content.pop, names)
    assert content == {
        "run": "R-7F3KQ9",
        "id": "run-1",
        "action": "export",
        "period": {"from": "2026-10-01", "to": "2026-10-31"},
        "selection": "new",
        "column": None,
        "pressed_by": "the button",
        "created_at": "2026-11-03T13:02:00+00:00",
        "ended_at": "2026-11-03T13:02:04+00:00",
        "state": "done",
        "stage": "",
        "percent": 100,
        "sentence": "Export 12 is ready: 84 invoices, 3 credit notes.",
        "waiting_for": None,
        "result": {
            "invoices": 84,
            "credit_notes": 3,
            "net": "39925.80",
            "vat": "8384.42",
            "gross": "48310.22",
            "fee": "10.08",
            "warnings": 1,
        },
        "balance": "26.40",
        "cost": None,
        "rehearsal": None,
        "questions": None,
    }
    assert text["en"].startswith(f"Dear accountant,\n\nHere are our sales of 2026-10: {ZIP.name}.")
    assert (export["number"], export["programs"], asked) == (12, ["winbooks"], [[], [], ""])
    assert export["files"][0]["name"] == ZIP.name
    assert all(url.startswith(f"{PUBLIC_URL}/runs/run-1/") for url in urls.values())


def test_a_link_renews_no_link():
    house = House(office=exported_office())
    address = link(house)
    token = address.partition("?token=")[2]
    content = json.loads(client_of(house).get(address).data)
    assert content["page_url"].endswith(f"?token={token}")
    assert content["export"]["files"][0]["url"].endswith(f"?token={token}")


def test_a_delivery_again_costs_what_the_run_says_and_not_what_the_batch_cost():
    office = exported_office()
    office.runs["run-1"] = replace(EXPORT, result={"fee": "0.00"})
    assert said(office)["result"]["fee"] == "0.00"
    assert said(office)["result"]["gross"] == "48310.22"


def test_a_waiting_run_says_for_which_run():
    ahead = replace(EXPORT, id="run-0", code="R-AHEAD7", state=RunState.RUNNING)
    office = with_run(state=RunState.WAITING, percent=0)
    office.runs[ahead.id] = ahead
    assert said(office)["waiting_for"] == "R-AHEAD7"
    assert "Waits for Export R-AHEAD7" in shown(office, "page").text


@pytest.mark.parametrize("part", ["", "documents", "problems", "page", f"files/{ZIP.name}"])
def test_only_its_own_link_opens_a_run(part: str):
    house = House(office=exported_office())
    client = client_of(house)
    address = link(house, part=part)
    strange = link(house, run_id="run-2", part=part).partition("?")[2]
    assert client.get(address).status_code == 200
    assert client.get(address.partition("?")[0]).status_code == 404
    assert client.get(address[:-1] + "!").status_code == 404
    assert client.get(f"{address.partition('?')[0]}?{strange}").status_code == 404


def test_a_run_of_another_workbook_is_not_there():
    office = exported_office()
    office.runs["run-1"] = replace(EXPORT, workbook_id="wb-2")
    assert shown(office).status_code == 404


def test_lists_are_paged_and_every_item_comes_once():
    office = exported_office()
    office.document_rows = [document(f"2026/{number}") for number in range(450)]
    house = House(office=office)
    client, address = client_of(house), link(house, part="documents")
    numbers, lengths = [], []
    while address:
        content = json.loads(client.get(address).data)
        lengths.append(len(content["items"]))
        numbers += [item["number"] for item in content["items"]]
        address = (content["next_url"] or "").removeprefix(PUBLIC_URL)
    assert lengths == [200, 200, 50]
    assert numbers == [f"2026/{number}" for number in range(450)]


def test_a_page_of_a_list_may_be_shorter():
    content = said(exported_office(), "documents", "&limit=1")
    assert len(content["items"]) == 1
    assert content["next_url"].endswith("&after=1&limit=1")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("limit=201", 'Address, limit: found "201", allowed: a whole number from 1 to 200.'),
        ("limit=0", 'Address, limit: found "0", allowed: a whole number from 1 to 200.'),
        ("after=-1", 'Address, after: found "-1", allowed: a whole number from 0 to 2147483647.'),
        ("after=٣", 'Address, after: found "٣", allowed: a whole number from 0 to 2147483647.'),
        ("limit=", "Address, limit: found nothing, allowed: a whole number from 1 to 200."),
    ],
)
def test_a_cursor_that_is_none_is_said_in_a_sentence(query: str, sentence: str):
    answer = shown(exported_office(), "documents", f"&{query}")
    assert (answer.status_code, json.loads(answer.data)["detail"]) == (400, sentence)


def test_a_document_in_the_list_has_amounts_as_text():
    assert said(exported_office(), "documents")["items"][0] == {
        "row": 14,
        "number": "2026/18",
        "kind": "invoice",
        "issued_on": "2026-10-05",
        "customer": "Bakkerij Janssens bv",
        "net": "100.00",
        "vat": "21.00",
        "gross": "121.00",
        "state": "exported",
        "selected": True,
        "reason": "",
        "cents": None,
        "export": 12,
        "exported_on": "2026-11-03",
    }


def test_a_problem_in_the_list_has_its_parts_and_its_sentence():
    assert said(exported_office(), "problems")["items"] == [
        {
            "weight": "warning",
            "tab": "Customers",
            "rows": [3],
            "column": "Name",
            "found": '"ł"',
            "allowed": "cp1252",
            "cure": "See l.",
            "sentence": 'Customers, row 3, Name: found "ł", allowed: cp1252. See l.',
        }
    ]


def test_a_file_is_its_stored_bytes_under_its_own_name():
    answer = shown(exported_office(), f"files/{ZIP.name}")
    assert answer.data == ZIP.content
    assert answer.headers["ETag"] == f'"{hashlib.sha256(ZIP.content).hexdigest()}"'
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{ZIP.name}"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_that_the_export_does_not_have_is_not_there():
    assert shown(exported_office(), "files/passwd").status_code == 404
    assert shown(exported_office(), "files/..%2Fpasswd").status_code == 404


def test_the_head_of_a_file_has_its_length_and_no_bytes():
    house = House(office=exported_office())
    answer = client_of(house).head(link(house, part=f"files/{ZIP.name}"))
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(ZIP.content))


@pytest.mark.parametrize("make", [lambda run: run, lambda run: replace(run, ended_at=None)])
def test_the_state_is_one_line_of_json(make: Callable[[Run], Run]):
    office = exported_office()
    office.runs["run-1"] = make(EXPORT)
    assert shown(office).text.count("\n") == 1
