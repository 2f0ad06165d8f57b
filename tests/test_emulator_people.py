"""People who edit meanwhile, gspread as a client, and the edges of the emulator."""

from collections.abc import Iterator

import gspread
import pytest
import requests
from emulator_support import Workbook, bare_emulator, cell, update, workbook
from google.auth.credentials import AnonymousCredentials
from google_emulator.http import ConnectionCutError, Emulator, Request
from google_emulator.loopback import LoopbackAdapter
from google_emulator.people import Person, meanwhile
from google_emulator.workbooks import add_workbook
from gspread.utils import ValueRenderOption

__all__ = ["workbook"]


def test_people_act_between_reading_and_writing(workbook: Workbook):
    workbook.put("Sheet1!A1:A2", [["Name"], ["Ann"]])
    meanwhile(workbook.emulator, lambda: workbook.person.rename_header("Sheet1", "Name", "Naam"))
    assert workbook.get("Sheet1!A1") == [["Name"]]
    workbook.batch(update({"stringValue": "x"}, column=1))
    workbook.person.rename_header("Sheet1", "Naam", "Nom")
    workbook.batch(update({"stringValue": "y"}, column=1))
    assert workbook.get("Sheet1!A1:B1") == [["Nom", "y"]]


def test_what_is_not_emulated_answers_501_and_is_remembered():
    workbook = Workbook()
    requests_ = [{"addChart": {}}, {"updateCells": {"range": cell(0, 0), "fields": "hyperlink"}}]
    assert [workbook.batch(each)[0] for each in requests_] == [501, 501]
    assert workbook.call("GET", "/sheets/0:copyTo")[0] == 501
    assert workbook.emulator.unimplemented == [
        "batchUpdate addChart",
        "the cell's hyperlink",
        f"GET /v4/spreadsheets/{workbook.id}/sheets/0:copyTo",
    ]


def test_a_formula_follows_the_cells_that_it_names(workbook: Workbook):
    workbook.put(
        "Sheet1!A2:C3", [[100, "=A2*1.21", "=A3"], ["x", "=A3+1", "=A2/Z9"]], "USER_ENTERED"
    )
    assert workbook.get("Sheet1!A2:C3") == [[100, 121, "x"], ["x", "#VALUE!", "#DIV/0!"]]
    workbook.person.insert_row("Sheet1", above=1)
    workbook.person.insert_column("Sheet1", before="A")
    assert workbook.get("Sheet1!C3", "FORMULA") == [["=B3*1.21"]]
    workbook.person.delete_row("Sheet1", 4)
    assert workbook.get("Sheet1!B3:D3") == [[100, 121, "#REF!"]]


def test_a_formula_with_a_function_is_no_guess():
    workbook = Workbook()
    workbook.person.type("Sheet1!A1", "=SUM(B1:B9)")
    assert workbook.call("GET", "/values/Sheet1")[0] == 501
    assert workbook.emulator.unimplemented == ["formula =SUM(B1:B9)"]


def test_a_cut_connection_after_applying_loses_the_answer_alone(workbook: Workbook):
    def cut(_request, _response):
        raise ConnectionCutError

    workbook.emulator.after.append(cut)
    with pytest.raises(ConnectionCutError):
        workbook.put("Sheet1!A1", [["x"]])
    workbook.emulator.after.clear()
    assert workbook.get("Sheet1!A1") == [["x"]]
    assert [each.response is None for each in workbook.emulator.exchanges] == [True, False]


@pytest.fixture
def served() -> Iterator[Emulator]:
    with bare_emulator() as emulator:
        yield emulator
    assert (emulator.unimplemented, emulator.crashes) == ([], [])


def test_gspread_reads_and_writes_over_the_network(served: Emulator):
    book = add_workbook(served.state, "Books", {"Customers": [["Name", "Score"], ["Ann", 12.5]]})
    with requests.Session() as session:
        session.mount("https://", LoopbackAdapter(served.base_url))
        opened = gspread.Client(AnonymousCredentials(), session=session).open_by_key(book.id)
        tab = opened.worksheet("Customers")
        assert tab.batch_get(["A1:B2"], value_render_option=ValueRenderOption.unformatted) == [
            [["Name", "Score"], ["Ann", 12.5]]
        ]
        body = {"requests": [update({"stringValue": "=1+1"}, row=2)]}
        assert opened.batch_update(body)["replies"] == [{}]
        assert tab.acell("A3", value_render_option=ValueRenderOption.formula).value == "=1+1"
        with pytest.raises(gspread.WorksheetNotFound):
            opened.worksheet("Nowhere")


def test_a_client_that_comes_back_finds_its_connection_open(served: Emulator):
    book = add_workbook(served.state, "Books", {"A": [["x"]]})
    with requests.Session() as session:
        address = f"{served.base_url}/v4/spreadsheets/{book.id}/values/A"
        answers = [session.get(address, timeout=5).json()["values"] for _ in range(3)]
    assert answers == [[["x"]]] * 3
    person = Person(served.state, book.id)
    person.rename_tab("A", "B")
    assert served.answer(Request("GET", f"/v4/spreadsheets/{book.id}/values/A")).status == 400
