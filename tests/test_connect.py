"""From a pasted line to a connected sheet: what is proven, what is asked, what is refused."""

import json
import re

import pytest
from connect_support import (
    ACME,
    CONTACT,
    PROVEN,
    Place,
    detail,
    start_of,
)
from example_firm import EXAMPLE
from google_emulator import faults
from google_emulator.certificates import SigningKey
from google_emulator_support import PERSON, SERVER
from google_sheets_support import google_sheet, loaded

from boekbrug.server.workflow.download_only import DownloadOnly


def test_a_code_connects_the_sheet_that_it_was_pasted_into(place: Place):
    sheet = place.sheet()
    answer = place.connect(sheet, place.code())
    assert answer.status_code == 200
    workbook = place.workbook(json.loads(answer.data)["workbook"])
    assert json.loads(answer.data) == {
        "workbook": workbook.id,
        "sentence": f"Connected as {PERSON} to Acme bv. {PROVEN}",
        "folder": "",
        "contact": CONTACT,
    }
    assert (workbook.kind, workbook.location, workbook.title) == (
        "google-sheet",
        sheet.id,
        "Sales 2026",
    )
    assert not workbook.hmac_allowed
    assert start_of(sheet)["Workbook id"] == workbook.id
    assert start_of(sheet)["Boekbrug - Acme bv"] == f"gekoppeld, {PERSON}", "its settings say nl"
    assert [line.who for line in place.audited("workbook connected")] == [PERSON]


def test_the_button_may_repeat_what_it_sent_and_is_answered_the_same(place: Place):
    sheet, code = place.sheet(), place.code()
    first, again = (place.connect(sheet, code) for _ in range(2))
    assert (again.status_code, again.data) == (200, first.data)
    assert len(place.audited("workbook connected")) == 1
    assert len(place.service.records.register.workbooks(ACME)) == 1


def test_a_code_is_read_however_it_was_typed(place: Place):
    code = place.code()
    assert place.connect(place.sheet(), f" {code.lower().replace('-', ' ')}").status_code == 200


def test_the_other_google_account_is_named_with_whom_the_file_is_for(place: Place):
    sheet, code = place.sheet(), place.code()
    answer = place.connect(sheet, code, token=place.token("an.peeters@gmail.com"))
    assert answer.status_code == 403
    assert detail(answer) == (
        "Button: found an.peeters@gmail.com, allowed for this file: addresses at acme.example. "
        "You are probably signed in to Google twice. Open this file in a window with only your "
        "work account and press again. Nothing was read or changed."
    )
    assert place.service.records.register.workbook_at(sheet.id) is None
    line = place.audited("connect refused")[0]
    assert (line.who, line.facts) == (
        "an.peeters@gmail.com",
        {"why": "other account", "sheet": sheet.id},
    )


def test_a_code_connects_one_file_once(place: Place):
    code = place.code()
    place.connected(place.sheet(), code)
    answer = place.connect(place.sheet(), code)
    assert answer.status_code == 403
    assert re.fullmatch(
        rf"Connection code: found {code}, used on \d+ \w+ \d{{4}} by {PERSON} for "
        rf'"Sales 2026"\. Ask {CONTACT} for a new one\. Nothing was connected\.',
        detail(answer),
    )


def test_a_code_that_nobody_made_or_used_in_time_is_refused(place: Place):
    assert detail(place.connect(place.sheet(), "K7F3-9QXM")) == (
        "Connection code: found K7F3-9QXM, needed one that this server made. Paste the whole line "
        f"of your mail, or ask {CONTACT} for a new one. Nothing was connected."
    )
    old = place.code(days=0)
    assert re.fullmatch(
        rf"Connection code: found {old}, which was good until \d+ \w+ \d{{4}}\. Ask {CONTACT} "
        r"for a new one\. Nothing was connected\.",
        detail(place.connect(place.sheet(), old)),
    )
    whys = [line.facts["why"] for line in place.audited("connect refused")]
    assert whys == ["unknown code", "old code"]


@pytest.mark.parametrize("bad", ["", "not a token", "a.b.c"])
def test_nobody_connects_without_proof_of_who_it_is(place: Place, bad: str):
    answer = place.connect(place.sheet(), place.code(), token=bad)
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert detail(answer).startswith("Button: found no valid proof of who pressed, needed:")
    assert [line.who for line in place.audited("connect refused")] == ["unknown"]


def test_a_token_of_another_issuer_connects_nothing(place: Place, other_key: SigningKey):
    forged = place.token(key=other_key)
    assert place.connect(place.sheet(), place.code(), token=forged).status_code == 401


def test_without_googles_certificates_the_button_is_asked_to_come_again(place: Place):
    sheet, code = place.sheet(), place.code()
    place.google.faults.plan(faults.unavailable, on="certs")
    answer = place.connect(sheet, code)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert place.connect(sheet, code).status_code == 200


def test_connecting_again_brings_the_new_script_and_addresses(place: Place):
    sheet, other = place.sheet(), "5678-acme.apps.googleusercontent.com"
    first = place.connected(sheet, place.code())
    code = place.code(addresses=[PERSON])
    again = place.connected(sheet, code, token=place.token(audience=other), title="Sales")
    assert (again.id, again.audience, again.addresses) == (first.id, other, (PERSON,))
    assert place.press(first.id, place.token()).status_code == 401
    assert place.press(first.id, place.token(audience=other)).status_code == 202


def test_a_file_that_is_not_shared_is_answered_with_whom_to_share_it(place: Place):
    sheet, code = place.sheet(), place.code()
    place.google.accounts.unshare(sheet.id, SERVER)
    answer = place.connect(sheet, code)
    assert answer.status_code == 424
    assert json.loads(answer.data)["share_with"] == SERVER
    assert detail(answer) == (
        "Server: found no access to this file, needed: editor. Share it with "
        f"{SERVER} as editor, or ask who took it away."
    )
    place.google.accounts.share(sheet.id, SERVER, "writer")
    assert place.connect(sheet, code).status_code == 200


def test_writing_is_proven_and_the_same_code_goes_on_when_it_failed(place: Place):
    sheet, code = place.sheet(), place.code()
    place.google.accounts.share(sheet.id, SERVER, "reader")
    answer = place.connect(sheet, code)
    assert (answer.status_code, json.loads(answer.data)["share_with"]) == (424, SERVER)
    place.google.accounts.share(sheet.id, SERVER, "writer")
    workbook = place.connected(sheet, code)
    assert start_of(sheet)["Workbook id"] == workbook.id


def test_without_a_tab_start_writing_is_proven_and_nothing_is_left(place: Place):
    sheet, code = google_sheet(place.google, {"Sheet1": [["Hello"]]}), place.code()
    place.google.accounts.share(sheet.id, SERVER, "reader")
    refused = place.connect(sheet, code)
    assert (refused.status_code, json.loads(refused.data)["share_with"]) == (424, SERVER)
    place.google.accounts.share(sheet.id, SERVER, "writer")
    answer = place.connect(sheet, code)
    assert json.loads(answer.data)["sentence"] == (
        f"Connected as {PERSON} to Acme bv. Reading: works. Writing: works. Folder: not chosen yet."
    )
    assert [(tab.title, len(tab.cells)) for tab in sheet.spreadsheet.sheets] == [("Sheet1", 1)]


def test_the_folder_is_proven_at_once(place: Place):
    drive = place.google.accounts.shared_drive("Books")
    folder = place.google.accounts.folder("Exports", inside=drive)
    place.google.accounts.share(drive.id, SERVER, "fileOrganizer")
    link = f"https://drive.google.com/drive/folders/{folder.id}?usp=sharing"
    answer = place.connect(place.sheet(), place.code(folder=link))
    assert json.loads(answer.data)["folder"] == link
    assert json.loads(answer.data)["sentence"].endswith(" Writing: works. Folder: works.")
    mine = place.google.accounts.folder("Exports", owner=PERSON)
    place.google.accounts.share(mine.id, SERVER, "writer")
    refused = place.connect(place.sheet(), place.code(folder=mine.id))
    assert json.loads(refused.data)["sentence"].endswith(
        " Writing: works. Folder: found a folder in somebody's My Drive, needed one in a Shared "
        "Drive (a service account can't own files). Choose another, or leave it empty: the file "
        "then waits under Download."
    )


def test_without_a_folder_files_wait_under_download(place: Place):
    workbook = place.connected(place.sheet(), place.code())
    assert isinstance(place.service.outside.open_files(workbook), DownloadOnly)


def test_numbers_of_the_accountant_need_somebodys_word(place: Place):
    sheet = loaded(place.google, EXAMPLE)
    answer = place.connect(sheet, place.code())
    assert detail(answer) == (
        "Customers: found 31 accountant's numbers (100001 to 100031), needed the word that they "
        f"are those of Acme bv. Ask {CONTACT} for a code that keeps them, or empty the column. "
        "Nothing was connected."
    )
    workbook = place.connected(sheet, place.code(keeps_numbers=True))
    history = place.service.records.dossier(workbook.dossier_id).history(
        place.service.outside.now()
    )
    assert len(history.external_ids) == 31


def test_wrong_codes_are_counted_by_network_and_good_ones_are_not(place: Place):
    sheet = place.sheet()
    for _ in range(3):
        assert place.connect(sheet, place.code()).status_code == 200
    for _ in range(10):
        assert place.connect(sheet, "AAAA-AAAA").status_code == 403
    answer = place.connect(sheet, place.code())
    assert answer.status_code == 429
    assert 3590 <= int(answer.headers["Retry-After"]) <= 3600
    assert detail(answer) == (
        "Connect: found more than 10 tries in an hour, allowed: 10. Try again in 60 minutes."
    )


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("192.0.2.7", "192.0.2.8", 403),
        ("2001:db8:1:2::7", "2001:db8:1:2:ffff::8", 429),
        ("2001:db8:1:2::7", "2001:db8:1:3::7", 403),
    ],
)
def test_a_firm_with_many_addresses_of_ipv6_is_one_network(
    place: Place, first: str, second: str, status: int
):
    sheet = place.sheet()
    for _ in range(10):
        place.connect(sheet, "AAAA-AAAA", token="none", network=first)
    answer = place.connect(sheet, "AAAA-AAAA", network=second)
    assert answer.status_code == status
