"""What a program can ask Google and no recording shows; each answer also stands in the emulator.

Asked of the emulator by every run of the tests, and of Google itself by `pytest -m live`. There a
test that fails says that the emulator, and whatever of ours relies on it, believes something wrong.
`live_questions.py` lists them beside what only a person can find out.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from google_sheets_support import FIRST_DAY, Rows
from live_account import SHEETS_URL, Account, LiveSheet
from live_cells import at, update
from live_support import LIVE

from boekbrug.adapters.google import uploads
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.cell_values import read_date, read_number
from boekbrug.server.conventions import convention_of

ROWS: Rows = (("Number", "Kind"), ("2026/3", "c"), ("2026/1", "a"), ("2026/2", "b"))
TEXTS = ["0042", "=1+1", "2026-01-31", "12,5", "TRUE", "21%", "'x"]
FILE = ExportFile("a.zip", b"PK\x03\x04\r\n\xff\xfe no newline at the end", "application/zip")
BUSY = 429


@pytest.fixture(params=["emulated", LIVE])
def account(request: pytest.FixtureRequest) -> Account:
    account: Account = request.getfixturevalue(f"{request.param}_account")
    return account


@pytest.fixture
def sheet(account: Account) -> LiveSheet:
    return LiveSheet(account, {"Invoices": ROWS})


@pytest.fixture
def folder_id(account: Account) -> Iterator[str]:
    made = account.new_folder("Boekbrug asks", inside=account.folder_id)
    yield made
    account.bin(made)


def test_raw_text_is_stored_as_it_is(sheet: LiveSheet):
    assert sheet.put("Invoices!A1:G1", [TEXTS])[0] == 200
    for render in ("UNFORMATTED_VALUE", "FORMATTED_VALUE", "FORMULA"):
        assert sheet.get("Invoices!A1:G1", render) == [TEXTS]


def test_a_string_value_of_a_batch_is_stored_as_it_is(sheet: LiveSheet):
    id_ = sheet.tabs["Invoices"]
    written = [update(id_, {"stringValue": text}, column=at) for at, text in enumerate(TEXTS)]
    assert sheet.batch(*written)[0] == 200
    assert sheet.get("Invoices!A1:G1") == [TEXTS]


def test_null_leaves_a_cell_and_an_empty_text_clears_it(sheet: LiveSheet):
    sheet.put("Invoices!A2:C2", [["a", "b", "c"]])
    sheet.put("Invoices!A2:C2", [[None, "", "d"]])
    assert sheet.get("Invoices!A2:C2") == [["a", "", "d"]]


def test_truth_values_are_no_text(sheet: LiveSheet):
    sheet.put("Invoices!A1:C1", [["true", False, "'TRUE"]], "USER_ENTERED")
    assert sheet.get("Invoices!A1:C1") == [[True, False, "TRUE"]]


def test_a_belgian_sheet_understands_what_belgians_type(sheet: LiveSheet):
    sheet.put("Invoices!A1:C1", [["12,5", "21%", "31/01/2026"]], "USER_ENTERED")
    assert sheet.get("Invoices!A1:C1") == [[12.5, 0.21, 46053]]
    shown = sheet.get("Invoices!C1", dateTimeRenderOption="FORMATTED_STRING")
    assert shown == [["31/01/2026"]]


@pytest.mark.parametrize("locale", ["nl_BE", "fr_FR", "de_DE", "en_GB", "en_US"])
def test_what_has_two_readings_is_understood_as_the_locale_writes(sheet: LiveSheet, locale: str):
    properties = {"properties": {"locale": locale}, "fields": "locale"}
    assert sheet.batch({"updateSpreadsheetProperties": properties})[0] == 200
    sheet.put("Invoices!A1:B1", [["1,234", "03/04/2026"]], "USER_ENTERED")
    number = read_number("1,234", convention_of(locale))
    day = read_date("03/04/2026", convention_of(locale))
    assert number is not None
    assert day is not None
    assert sheet.get("Invoices!A1:B1") == [[float(number), (day - FIRST_DAY.date()).days]]


def test_errors_of_formulas_are_read_as_text(sheet: LiveSheet):
    sheet.put("Invoices!A1:B1", [["=1/0", "=#REF!"]], "USER_ENTERED")
    assert sheet.get("Invoices!A1:B1") == [["#DIV/0!", "#REF!"]]


def test_a_batch_that_is_refused_has_changed_nothing(sheet: LiveSheet):
    id_ = sheet.tabs["Invoices"]
    first, beyond = update(id_, {"stringValue": "x"}), update(id_, {"stringValue": "y"}, row=40)
    assert sheet.batch(first, beyond)[0] == 400
    assert sheet.get("Invoices!A1") == [["Number"]]


def test_a_batch_of_values_that_is_refused_has_changed_nothing(sheet: LiveSheet):
    data = [{"range": "Invoices!A1", "values": [["x"]]}, {"range": "No!A1", "values": [["y"]]}]
    body = {"valueInputOption": "RAW", "data": data}
    assert sheet.ask("POST", "/values:batchUpdate", body)[0] == 400
    assert sheet.get("Invoices!A1") == [["Number"]]


def test_a_strict_list_binds_no_program(sheet: LiveSheet):
    place = at(sheet.tabs["Invoices"], 1, 1)
    allowed = [{"userEnteredValue": each} for each in ("a", "b")]
    condition = {"type": "ONE_OF_LIST", "values": allowed}
    rule = {"condition": condition, "strict": True, "showCustomUi": True}
    assert sheet.batch({"setDataValidation": {"range": place, "rule": rule}})[0] == 200
    assert sheet.put("Invoices!B2", [["raw"]])[0] == 200
    assert sheet.put("Invoices!B2", [["typed"]], "USER_ENTERED")[0] == 200
    written = update(sheet.tabs["Invoices"], {"stringValue": "written"}, row=1, column=1)
    assert sheet.batch(written)[0] == 200
    assert sheet.get("Invoices!B2") == [["written"]]


def test_a_range_that_only_warns_binds_no_program(sheet: LiveSheet):
    protected = {"range": at(sheet.tabs["Invoices"], 0, 0), "warningOnly": True}
    assert sheet.batch({"addProtectedRange": {"protectedRange": protected}})[0] == 200
    assert sheet.put("Invoices!A1", [["No."]])[0] == 200


def test_metadata_of_a_row_stays_in_its_place_when_rows_are_sorted(sheet: LiveSheet):
    id_ = sheet.tabs["Invoices"]
    place = {"sheetId": id_, "dimension": "ROWS", "startIndex": 1, "endIndex": 2}
    metadata = {"metadataKey": "row", "metadataValue": "2026/3", "visibility": "PROJECT"}
    created = metadata | {"location": {"dimensionRange": place}}
    order = [{"dimensionIndex": 0, "sortOrder": "ASCENDING"}]
    below = at(id_, 1, 0, endRowIndex=4, endColumnIndex=2)
    done = sheet.batch(
        {"createDeveloperMetadata": {"developerMetadata": created}},
        {"sortRange": {"range": below, "sortSpecs": order}},
    )
    assert done[0] == 200
    assert sheet.get("Invoices!A2:A4") == [["2026/1"], ["2026/2"], ["2026/3"]]
    search = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": "row"}}]}
    _, found = sheet.ask("POST", "/developerMetadata:search", search)
    [moved] = found["matchedDeveloperMetadata"]
    assert moved["developerMetadata"]["location"]["dimensionRange"]["startIndex"] == 1


def test_an_editor_may_share_the_file_further(account: Account):
    mask = "capabilities(canEdit,canShare)"
    _, shown = account.drive("GET", f"/{account.spreadsheet_id}", fields=mask)
    assert shown == {"capabilities": {"canEdit": True, "canShare": True}}


def test_an_id_made_beforehand_is_taken_once_in_a_shared_drive(account: Account, folder_id: str):
    metadata = {"id": uploads.new_id(account.client()), "name": "once", "parents": [folder_id]}
    assert account.drive("POST", "", metadata, fields="id") == (200, {"id": metadata["id"]})
    status, refusal = account.drive("POST", "", metadata, fields="id")
    assert (status, refusal["error"]["errors"][0]["reason"]) == (409, "fileIdInUse")


def test_the_refusal_of_a_used_id_reads_as_the_emulators(account: Account, folder_id: str):
    metadata = {"id": uploads.new_id(account.client()), "name": "once", "parents": [folder_id]}
    account.drive("POST", "", metadata)
    said = "A file already exists with the provided ID."
    first = {"message": said, "domain": "global", "reason": "fileIdInUse"}
    refusal = {"error": {"code": 409, "message": said, "errors": [first]}}
    assert account.drive("POST", "", metadata) == (409, refusal)


def test_an_id_of_ones_own_making_is_refused(account: Account, folder_id: str):
    status, refusal = account.drive("POST", "", {"id": "mine", "parents": [folder_id]})
    assert (status, refusal["error"]["errors"][0]["reason"]) == (400, "invalid")


def test_an_upload_is_known_by_its_checksum_and_found_at_once(account: Account, folder_id: str):
    client = account.client()
    carried = {"appProperties": {"run": folder_id}}
    metadata = {"id": uploads.new_id(client), "name": FILE.name, "parents": [folder_id], **carried}
    stored = uploads.upload(client, FILE, metadata)
    assert stored["sha256Checksum"] == hashlib.sha256(FILE.content).hexdigest()
    query = f"appProperties has {{ key='run' and value='{folder_id}' }} and trashed = false"
    assert account.found(query) == [{"id": stored["id"], "name": FILE.name}]
    assert uploads.content_of(client, str(stored["id"])) == FILE.content


def test_a_shared_drive_is_found_only_by_who_asks_for_all_drives(account: Account):
    status, refusal = account.ask("GET", f"{uploads.FILES_URL}/{account.folder_id}")
    assert (status, refusal["error"]["errors"][0]["reason"]) == (404, "notFound")


def test_another_quota_user_has_no_minute_of_its_own(account: Account):
    def status(user: str) -> int:
        url = f"{SHEETS_URL}/{account.spreadsheet_id}"
        asked: dict[str, Any] = {"fields": "spreadsheetId", "quotaUser": user}
        return account.client().call("GET", url, accepted=(BUSY,), params=asked).status_code

    try:
        assert BUSY in (status("one") for _ in range(200)), "never busy"
        pairs = ((status("other"), status("one")) for _ in range(3))
        others = next(other for other, one in pairs if one == BUSY)  # else the minute went by
        assert others == BUSY
    finally:
        account.around.sleep(60)
