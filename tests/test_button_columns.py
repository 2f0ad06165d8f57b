"""Adding a column from the menu: what is offered, what is pressed, what is said of it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from button_support import NODE, Script, answer, asked, pressed_house, to_the_end
from sidebar_support import CONNECTED, OFFERED, a_run

pytestmark = pytest.mark.skipif(NODE is None, reason="needs Node.js 20 or newer")

NAME = {"tab": "Klanten", "header": "Name"}


@pytest.fixture
def script() -> Iterator[Script]:
    with Script() as one:
        one.world(properties={"connection": json.dumps(CONNECTED)})
        yield one


def offered(script: Script, sheets: dict[str, Any]) -> Any:
    script.world(sheets=sheets, answers=[answer(200, **OFFERED)])
    return script.run("offeredColumns")


def test_each_tab_is_offered_what_it_lacks_whatever_language_its_headers_have(script):
    sheets = {"Klanten": [["ours"], ["", "klant ", "Onze nota"]], "Regels": [["Factuur"]]}
    assert offered(script, sheets) == [
        {"tab": "Klanten", "columns": [{"header": "Name", "description": "For the books."}]},
        {"tab": "Regels", "columns": [{"header": "Kind", "description": "Rarely needed."}]},
    ]


def test_a_tab_that_has_everything_or_is_not_there_is_not_offered(script):
    assert offered(script, {"Klanten": [["Klant", "Naam"]], "Notes": [["Kind"]]}) == []


def test_the_question_is_proven_anew_and_in_the_readers_language(script):
    script.world(locale="nl")
    offered(script, {})
    [request] = script.world()["requests"]
    assert request["url"] == f"{CONNECTED['server']}/workbooks/wb-1/columns"
    assert request["headers"]["Authorization"] == "Bearer token of an@acme.example"
    assert request["headers"]["Accept-Language"] == "nl"


def test_a_refusal_is_told_in_the_servers_sentence_and_an_old_server_is_named(script):
    script.world(answers=[answer(403, detail="Knop: nee."), {"status": 404}])
    assert script.run("offeredColumns") == {"refused": "Knop: nee."}
    assert "does not know this yet" in script.run("offeredColumns")["refused"]
    script.world(properties={})
    assert "found no connection" in script.run("offeredColumns")["refused"]


@pytest.mark.parametrize(
    ("done", "locale", "headline"),
    [
        (2, "en", "Column Name is in tab Klanten"),
        (0, "en", "Column Name was in tab Klanten already: nothing was changed"),
        (2, "nl", "Kolom Name staat op tabblad Klanten"),
        (0, "nl", "Kolom Name stond al op tabblad Klanten: er is niets gewijzigd"),
    ],
)
def test_it_is_said_kindly_whether_the_column_came_or_was_there(script, done, locale, headline):
    run = a_run(action="add-column", column=NAME, result={"done": done}, sentence="English.")
    script.world(locale=locale, sheets={"Start": [[]]}, answers=[answer(200, **run)])
    question = asked("add-column", period=run["period"], column=NAME)
    told = script.run("look", f"{CONNECTED['server']}/runs/1", question)
    assert (told["tone"], told["headline"], told["sentence"]) == ("good", headline, "")


def test_the_real_house_offers_what_the_sheet_lacks_and_says_how_to_add_it_to_a_file(
    tmp_path, script
):
    with pressed_house(tmp_path) as house:
        script.world(properties=house.connection(), sheets=house.sheets(), locale="nl")
        by_tab = {one["tab"]: one["columns"] for one in script.run("offeredColumns")}
        told = to_the_end(script, asked("add-column", column={"tab": "Lines", "header": "Kind"}))
    assert by_tab["Lines"][0] == {
        "header": "Soort",
        "description": "Alleen waar een factuur en een creditnota hetzelfde nummer hebben.",
    }
    assert "Number" not in {one["header"] for one in by_tab["Invoices"]}
    assert told["tone"] == "bad"
    assert "go to tab Lines and type Kind in the first empty cell" in told["sentence"]
