"""A copy of a connected sheet is asked what it is, and one file of a firm exports at a time."""

import json

from connect_support import (
    CONTACT,
    PROVEN,
    ZETA,
    Place,
    detail,
    start_of,
)
from google_emulator_support import PERSON

from boekbrug.server.records.entries import RunState


def test_a_copy_is_asked_what_it_is(place: Place):
    first = place.sheet()
    place.connected(first, place.code(), title="Sales 2026")
    code = place.code()
    answer = place.connect(place.copy_of(first), code, title="Sales 2027")
    assert answer.status_code == 409
    assert json.loads(answer.data)["choices"] == ["continues", "test", "other"]
    assert detail(answer) == (
        'This file: found a copy of "Sales 2026" (still connected), allowed: one exporting file '
        'at a time. Press Bookkeeping > Connect and choose: it goes on from "Sales 2026", it is '
        "a test copy, or it is another firm. Nothing was exported or charged."
    )
    assert place.connect(place.sheet(), code).status_code == 200, "the code is still unused"


def test_a_copy_that_goes_on_exports_in_place_of_the_old_file(place: Place):
    first = place.sheet()
    old = place.connected(first, place.code(), title="Sales 2026")
    copy, code = place.copy_of(first), place.code()
    answer = place.connect(copy, code, title="Sales 2027", copy="continues")
    assert json.loads(answer.data)["sentence"] == (
        f'Connected as {PERSON} to Acme bv. It goes on from "Sales 2026", which may check and '
        f"exports no more. {PROVEN}"
    )
    new_id = json.loads(answer.data)["workbook"]
    assert start_of(copy)["Workbook id"] == new_id != old.id
    assert place.workbook(old.id).continued_by == "Sales 2027"
    refused = place.run(place.press(old.id, place.token(), "export"))
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        'Dit bestand: gevonden "Sales 2027", dat dit bestand opvolgt, toegelaten: één exporterend '
        'bestand tegelijk. Exporteer uit "Sales 2027". Er is niets geëxporteerd, genummerd of '
        "aangerekend.",
    )
    for workbook_id, action in ((old.id, "check"), (new_id, "export")):
        assert place.run(place.press(workbook_id, place.token(), action)).state is RunState.DONE


def test_a_test_copy_may_check_and_never_exports(place: Place):
    first = place.sheet()
    old = place.connected(first, place.code())
    answer = place.connect(place.copy_of(first), place.code(), title="Trial", copy="test")
    assert json.loads(answer.data)["sentence"] == (
        f"Connected as {PERSON} to Acme bv. This is a test copy: it may check, and never exports. "
        f"{PROVEN}"
    )
    trial = json.loads(answer.data)["workbook"]
    assert place.run(place.press(trial, place.token(), "check")).state is RunState.DONE
    refused = place.run(place.press(trial, place.token(), "export"))
    assert (refused.state, refused.sentence) == (
        RunState.REFUSED,
        "Dit bestand: gevonden een testkopie, toegelaten: controles. Exporteer uit het bestand "
        "waarvan het een kopie is, of koppel daarvan een nieuwe kopie. Er is niets geëxporteerd, "
        "genummerd of aangerekend.",
    )
    assert place.workbook(old.id).continued_by == ""


def test_a_copy_for_another_firm_needs_a_code_of_that_firm(place: Place):
    first = place.sheet()
    place.connected(first, place.code())
    copy = place.copy_of(first)
    answer = place.connect(copy, place.code(), copy="other")
    assert answer.status_code == 403
    assert detail(answer) == (
        "Connection code: found one of Acme bv, needed one of the other firm. Ask "
        f"{CONTACT} for it and paste that. Nothing was connected."
    )
    code = place.code(ZETA)
    asked = place.connect(copy, code, copy="continues")
    assert (asked.status_code, json.loads(asked.data)["choices"]) == (409, ["other"])
    workbook = place.connected(copy, code, copy="other")
    assert workbook.dossier.key == ZETA
    assert start_of(copy)["Workbook id"] == workbook.id


def test_a_file_of_one_firm_is_not_connected_to_another(place: Place):
    sheet = place.sheet()
    place.connected(sheet, place.code())
    answer = place.connect(sheet, place.code(ZETA))
    assert answer.status_code == 403
    assert detail(answer).startswith("This file: found it connected to another firm already,")
