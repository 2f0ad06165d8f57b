"""The columns that can be added: which there are, in whose language, and to whom they are told."""

import json
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

import pytest
from connect_support import AUDIENCE, ZETA, Place, detail
from google_emulator_support import PERSON
from standardwebhooks import Webhook
from web_examples import ACME
from web_support import SECRET_KEY, House, MemoryOffice, body, client_of, signed
from werkzeug.test import TestResponse

from boekbrug.server.app import create_app
from boekbrug.server.web.authentication import webhook_secret
from boekbrug.server.wording.dutch_columns import COLUMNS
from boekbrug.server.workbook.first_sheet import FILLED_BY_PEOPLE, FIRST_COLUMNS
from boekbrug.server.workbook.further_columns import (
    UnknownColumnError,
    further_columns,
    meant_column,
)
from boekbrug.server.workbook.schemas import schemas_for

PROGRAMS = ("winbooks", "journal_csv")
OF_ACCOUNTS = (
    "Number, Name, Kind, Allowed VAT codes, Automatic VAT rate, Program's account, Cost centre "
    "required, Valid from, Valid to"
)


def headers(tab: str, programs: Collection[str] = PROGRAMS) -> list[str]:
    return [one.header for one in further_columns(programs, "en")[tab]]


def asked(place: Place, workbook_id: str, token: str, language: str = "en") -> TestResponse:
    """Ask for the columns as the button does."""
    client = create_app(place.service).test_client()
    own = {"Authorization": f"Bearer {token}", "Accept-Language": language}
    return client.get(f"/workbooks/{workbook_id}/columns", headers=own)


def told(answer: TestResponse, tab: str) -> dict[str, Any]:
    tabs = {one["tab"]: one for one in json.loads(answer.data)["tabs"]}
    found: dict[str, Any] = tabs[tab]
    return found


def test_every_column_of_the_schemas_is_offered_and_so_are_those_the_first_sheet_lacks():
    schemas = schemas_for(PROGRAMS)
    for tab in FILLED_BY_PEOPLE:
        assert headers(tab) == [str(one.data_key) for one in schemas[tab].fields.values()]
        assert set(FIRST_COLUMNS[tab]) < set(headers(tab))
    assert headers("VAT")[-2:] == ["Code winbooks", "Code journal_csv"]


def test_dutch_explains_every_column():
    generic = {tab: set(headers(tab, ())) for tab in FILLED_BY_PEOPLE}
    generic["VAT"].add("Code {program}")
    generic["Settings"] = {"Setting", "Value", "What it means"}
    assert {tab: set(texts) for tab, texts in COLUMNS.items()} == generic
    dutch = {one.header: one.description for one in further_columns(PROGRAMS, "nl")["VAT"]}
    assert dutch["Code winbooks"] == (
        "De code van winbooks, als er meer dan één programma gebruikt wordt."
    )


@pytest.mark.parametrize(
    ("tab", "header", "meant"),
    [
        ("Customers", "Name", ("Customers", "Name")),
        ("klanten", "naam ", ("Customers", "Name")),
        ("Factures", "Net imprimé", ("Invoices", "Net as printed")),
        ("VAT", "code WINBOOKS", ("VAT", "Code winbooks")),
    ],
)
def test_a_column_is_known_by_any_of_its_names(tab: str, header: str, meant: tuple[str, str]):
    assert meant_column(tab, header, PROGRAMS) == meant


@pytest.mark.parametrize(
    ("tab", "header", "sentence"),
    [
        (
            "Klantne",
            "Name",
            'Add a column, Tab: found "Klantne", allowed: one of VAT, Accounts, Customers, '
            'Invoices, Lines; nearest is "Klanten".',
        ),
        (
            "Accounts",
            "Knid",
            f'Accounts, Header: found "Knid", allowed: one of {OF_ACCOUNTS}; nearest is "Kind".',
        ),
        (
            "Accounts",
            "",
            f"Accounts, Header: found nothing, allowed: one of {OF_ACCOUNTS}.",
        ),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(tab: str, header: str, sentence: str):
    with pytest.raises(UnknownColumnError) as refused:
        meant_column(tab, header, PROGRAMS)
    assert refused.value.sentence == sentence


def test_whoever_may_press_is_told_the_columns_in_their_language(place: Place):
    workbook = place.connected(place.sheet(), place.code())
    customers = told(asked(place, workbook.id, place.token(), "nl-BE"), "Customers")
    assert customers["names"][:2] == ["Customers", "Klanten"]
    assert customers["columns"][1] == {
        "header": "Naam",
        "names": ["Name", "Naam", "Nom", "Bezeichnung", "Full name"],
        "description": "De naam voor de boekhouder, als die anders is dan Klant.",
    }
    english = told(asked(place, workbook.id, place.token()), "Customers")["columns"][1]
    assert english["description"].startswith("The name for the accountant")


def test_nobody_else_is_told_and_no_workbook_can_be_guessed(place: Place):
    workbook = place.connected(place.sheet(), place.code())
    zeta = place.connected(
        place.sheet(),
        place.code(ZETA, addresses=["@zeta.example"]),
        token=place.token("jo@zeta.example", "5678-zeta.apps.googleusercontent.com"),
    )
    stranger = asked(place, workbook.id, place.token("jo@zeta.example"))
    assert (stranger.status_code, detail(stranger)[:33]) == (
        403,
        "Button: found jo@zeta.example, al",
    )
    other_script = asked(place, zeta.id, place.token(PERSON, AUDIENCE))
    unknown = asked(place, "wb-9", place.token())
    assert (other_script.status_code, unknown.status_code) == (401, 401)
    assert detail(other_script) == detail(unknown)


def test_a_workbook_with_a_secret_signs_the_question():
    house = House(office=MemoryOffice())
    secret = webhook_secret(SECRET_KEY, ACME.id, ACME.secret_version)
    at = datetime.now(UTC)
    signed = {
        "webhook-id": "look_1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign("look_1", at, ""),
    }
    address = f"/workbooks/{ACME.id}/columns"
    assert client_of(house).get(address, headers=signed).status_code == 200
    assert client_of(house).get(address).status_code == 401


def test_a_column_is_named_by_its_tab_and_header_and_needs_no_period():
    office = MemoryOffice()
    client = client_of(House(office=office))
    content = body(period=None, column={"tab": "Klanten", "header": "Naam"})
    client.post("/webhooks/add-column", data=content, headers=signed(content))
    request = office.runs["run-1"].request
    assert (request.tab, request.header) == ("Klanten", "Naam")
    for column, sentence in (
        (None, "Press, column: found nothing, allowed: tab and header."),
        (
            {"tab": "", "header": "N"},
            "Press, column.tab: found nothing, allowed: the name of a tab.",
        ),
        (
            {"tab": "T", "header": 1},
            "Press, column.header: found 1, allowed: the header of a column.",
        ),
    ):
        content = body(period=None, column=column)
        answer = client.post("/webhooks/add-column", data=content, headers=signed(content))
        assert (answer.status_code, json.loads(answer.data)["detail"]) == (422, sentence)
    content = body(column={"tab": "Klanten", "header": "Naam"})
    assert client.post("/webhooks/check", data=content, headers=signed(content)).status_code == 422
