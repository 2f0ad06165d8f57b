"""The period of a press by its name, and the documents that it names."""

import json
from datetime import date
from typing import Any

import pytest
from web_support import House, MemoryOffice, body, client_of, signed
from werkzeug.test import TestResponse

from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.entries import RunRequest


def pressed(content: bytes, headers: dict[str, str], office: MemoryOffice) -> TestResponse:
    client = client_of(House(office=office))
    return client.post("/webhooks/export", data=content, headers=headers)


def test_a_press_names_its_period_its_documents_and_what_to_hold():
    office = MemoryOffice()
    content = body(period={"preset": "2026-Q3"}, documents=["2026/18 "], hold=["2026/19"])
    assert pressed(content, signed(content), office).status_code == 202
    assert office.runs["run-1"].request == RunRequest(
        period=Period(date(2026, 7, 1), date(2026, 9, 30)),
        documents=("2026/18",),
        hold=("2026/19",),
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"period": {"preset": "October"}},
            'Press, period.preset: found "October", allowed: one of this month, last month, this '
            "quarter, last quarter, this year, last year, to the end of last month, or a period "
            "such as 2026-10, 2026-Q3, 2026.",
        ),
        (
            {"period": {"preset": "2026", "from": "2026-10-01"}},
            'Press, period.from: found "2026-10-01", allowed: a preset, or from and to.',
        ),
        ({"documents": []}, "allowed: 1 to 1000 numbers of documents, as texts."),
        ({"hold": ["2026/18", 19]}, "allowed: 1 to 1000 numbers of documents, as texts."),
        ({"hold": "2026/18"}, "allowed: 1 to 1000 numbers of documents, as texts."),
    ],
)
def test_a_period_or_a_number_that_is_none_is_refused(changes: dict[str, Any], said: str):
    content = body(**changes)
    answer = pressed(content, signed(content), MemoryOffice())
    assert answer.status_code == 422
    assert said in json.loads(answer.data)["detail"]


def test_a_press_that_replaces_an_export_needs_no_period():
    office = MemoryOffice()
    content = body(replace=12, not_imported=True, period=None)
    assert pressed(content, signed(content), office).status_code == 202
    asked = office.runs["run-1"].request
    assert (asked.replaces, asked.not_imported) == (12, True)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"replace": "12"}, 'Press, replace: found "12", allowed: the number of an export.'),
        ({"replace": 0}, "Press, replace: found 0, allowed: the number of an export."),
        (
            {"replace": 12, "not_imported": "yes"},
            'Press, not_imported: found "yes", allowed: true or false.',
        ),
    ],
)
def test_what_is_no_export_and_no_word_is_refused(changes: dict[str, Any], said: str):
    content = body(**changes)
    answer = pressed(content, signed(content), MemoryOffice())
    assert (answer.status_code, json.loads(answer.data)["detail"]) == (422, said)


def test_a_rehearsal_replaces_nothing():
    content = body(replace=12)
    client = client_of(House(office=MemoryOffice()))
    answer = client.post("/webhooks/rehearse", data=content, headers=signed(content))
    assert json.loads(answer.data)["detail"] == (
        "Press, replace: found 12, allowed: only with check or export."
    )
