"""Presses by a person: who is let in, by whose word, and what everybody else is told."""

import json
import time
from dataclasses import replace

import pytest
from connect_support import AUDIENCE, KEY, Place, detail
from google_emulator.certificates import SigningKey
from google_emulator_support import PERSON
from web_examples import ACME
from web_support import House, MemoryConnections, MemoryOffice, body, client_of, signed

from boekbrug.server.workflow.ports import Person

OTHER = "5678-other.apps.googleusercontent.com"
REFUSED = (
    "Press: found a file and a Google account that do not fit together, allowed: a connected file "
    "and its own button. Press again; if it stays so, press Bookkeeping > Connect this file. "
    "Nothing was read or changed."
)
SHEET = replace(
    ACME,
    kind="google-sheet",
    hmac_allowed=False,
    audience=AUDIENCE,
    addresses=("@acme.example", "jo@gmail.com"),
)


def pressed(email: str, *, workbook=SHEET, audience: str = AUDIENCE, **headers: str):
    """Press with a token that proves that person; return the answer and the house."""
    people = {"the-token": Person(email, audience)}
    house = House(
        office=MemoryOffice(workbooks={workbook.id: workbook}),
        connections=MemoryConnections(people),
    )
    own = {
        "Content-Type": "application/json",
        "Authorization": "Bearer the-token",
        "webhook-id": "press_1",
    }
    sent = {name: value for name, value in (own | headers).items() if value}
    return client_of(house).post("/webhooks/check", data=body(), headers=sent), house


@pytest.mark.parametrize("email", ["an@acme.example", "AN@Acme.Example", "jo@gmail.com"])
def test_the_run_says_who_pressed(email: str):
    answer, house = pressed(email)
    assert answer.status_code == 202
    assert house.office.runs["run-1"].pressed_by == email


@pytest.mark.parametrize(
    "email", ["an@gmail.com", "an@acme.example.org", "an@sub.acme.example", "acme.example"]
)
def test_somebody_else_is_told_which_account_is_meant_and_it_is_remembered(email: str):
    answer, house = pressed(email)
    assert answer.status_code == 403
    assert detail(answer) == (
        f"Button: found {email}, allowed for this file: addresses at acme.example, jo@gmail.com. "
        "You are probably signed in to Google twice. Open this file in a window with only your "
        "work account and press again. Nothing was read or changed."
    )
    assert house.connections.refused == [("wb-1", email)]


def test_a_file_that_was_never_connected_knows_no_person():
    answer, _ = pressed(PERSON, workbook=ACME)
    assert (answer.status_code, detail(answer)) == (401, REFUSED)


def test_a_press_without_an_id_of_its_own_is_refused():
    answer, _ = pressed(PERSON, **{"webhook-id": ""})
    assert answer.status_code == 422
    assert detail(answer) == (
        "Press, webhook-id: found nothing, allowed: 1 to 100 letters, digits and marks of ASCII."
    )


def test_a_sheet_takes_no_secret_even_a_right_one():
    house = House(office=MemoryOffice(workbooks={SHEET.id: SHEET}))
    right = client_of(house).post("/webhooks/check", data=body(), headers=signed(body()))
    unknown = body(workbook="wb-9")
    stranger = client_of(house).post(
        "/webhooks/check", data=unknown, headers=signed(unknown, workbook_id="wb-9")
    )
    assert (right.status_code, right.data) == (stranger.status_code, stranger.data)
    assert right.status_code == 401


def test_another_scheme_than_bearer_leaves_the_signature_to_prove_the_press():
    house = House(office=MemoryOffice())
    headers = signed(body()) | {"Authorization": "Basic aG9zdDpob3N0"}
    answer = client_of(house).post("/webhooks/check", data=body(), headers=headers)
    assert answer.status_code == 202


def test_a_token_of_google_presses_the_sheet_that_it_connected(place: Place):
    workbook = place.connected(place.sheet(), place.code())
    answer = place.press(workbook.id, place.token())
    assert answer.status_code == 202
    run = place.service.records.runs.run(json.loads(answer.data)["id"])
    assert run is not None
    assert run.pressed_by == PERSON


def test_everybody_unproven_is_answered_alike_whether_the_file_is_known_or_not(
    place: Place, other_key: SigningKey
):
    workbook = place.connected(place.sheet(), place.code())
    now = int(time.time())
    tokens = [
        "no token",
        place.token(audience=OTHER),
        place.token(key=other_key),
        place.token(iat=now - 7200, exp=now - 3600),
        place.token(email_verified=False),
        place.token(iss="https://accounts.example"),
    ]
    answers = [place.press(workbook.id, token) for token in tokens]
    answers += [place.press("f" * 32, token) for token in (*tokens, place.token())]
    assert {(answer.status_code, detail(answer)) for answer in answers} == {(401, REFUSED)}
    assert len({(answer.data, str(answer.headers)) for answer in answers}) == 1
    assert answers[0].headers["WWW-Authenticate"] == "Bearer"


def test_who_may_not_press_stands_in_the_audit_without_a_word_of_the_sheet(place: Place):
    workbook = place.connected(place.sheet(), place.code())
    answer = place.press(workbook.id, place.token("an.peeters@gmail.com"))
    assert answer.status_code == 403
    (line,) = place.audited("press refused")
    assert (line.who, line.dossier_id) == ("an.peeters@gmail.com", workbook.dossier_id)
    assert line.facts == {"why": "other account", "workbook": workbook.id}


def test_the_secret_that_a_sheet_would_have_opens_nothing(place: Place):
    workbook = place.connected(place.sheet(), place.code())
    content = body(workbook=workbook.id)
    headers = signed(content, key=KEY, workbook_id=workbook.id, version=1)
    client = client_of(place.service)
    assert client.post("/webhooks/check", data=content, headers=headers).status_code == 401
