"""Each break of the emulator is caught: by the recordings, or by an expectation with a source.

What no check would notice, nobody could trust; so every break of this list is made, one at a time.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import test_emulator_batches as batches
import test_emulator_sheets as values
from emulator_support import Workbook
from google_emulator import (
    a1,
    drive_uploads,
    errors,
    sheets_batch,
    sheets_lookup,
    values_api,
    values_reading,
    values_rendering,
    values_typing,
    values_writing,
)
from google_emulator.http import Request
from google_emulator.values_typing import enter
from test_emulator_replay import ALLOWED, differences

Break = Callable[[pytest.MonkeyPatch], None]


def keep_empty_ends(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(values_reading, "trimmed", lambda lines: lines)


def give_numbers_as_text(patch: pytest.MonkeyPatch) -> None:
    whole = values_reading.rendered
    patch.setattr(values_reading, "rendered", lambda *arguments: str(whole(*arguments)))


def start_days_elsewhere(patch: pytest.MonkeyPatch) -> None:
    for module in (values_typing, values_rendering):
        patch.setattr(module, "EPOCH", date(1900, 1, 1))


def append_at_the_range(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(values_api, "table_of", lambda *_: None)


def let_null_clear(patch: pytest.MonkeyPatch) -> None:
    whole = values_writing.write_rows

    def cleared(spreadsheet: Any, sheet: Any, at: Any, rows: Any, option: Any) -> Any:
        filled = [["" if value is None else value for value in row] for row in rows]
        return whole(spreadsheet, sheet, at, filled, option)

    patch.setattr(values_writing, "write_rows", cleared)


def echo_the_cleared_range(patch: pytest.MonkeyPatch) -> None:
    whole = values_api._cleared

    def echoed(draft: Any, text: str) -> str:
        whole(draft, text)
        return text

    patch.setattr(values_api, "_cleared", echoed)


def never_quote_titles(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(a1, "quoted", lambda title: title)


def answer_empty_values(patch: pytest.MonkeyPatch) -> None:
    whole = values_reading.value_range
    patch.setattr(values_api, "value_range", lambda *them: {"values": [], **whole(*them)})


def say_not_found_otherwise(patch: pytest.MonkeyPatch) -> None:
    whole = errors.sheets_error
    patch.setattr(sheets_lookup, "sheets_error", lambda code, _text: whole(code, "Not found."))


def understand_raw_text(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(values_writing, "store_raw", lambda cell, value: enter(cell, value, "en_US"))


def apply_half_a_batch(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sheets_batch, "draft_of", lambda spreadsheet, _writer: spreadsheet)


def apply_half_of_the_values(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(values_api, "draft_of", lambda spreadsheet, _writer: spreadsheet)


def show_truth_as_python_does(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(values_reading, "shown", lambda value, *_: str(value))


def drop_app_properties(patch: pytest.MonkeyPatch) -> None:
    whole = drive_uploads._parts

    def dropped(request: Request) -> tuple[dict[str, Any], str, bytes]:
        metadata, media_type, content = whole(request)
        return metadata | {"appProperties": {}}, media_type, content

    patch.setattr(drive_uploads, "_parts", dropped)


RECORDED: dict[Break, str] = {
    keep_empty_ends: "WorksheetTest.test_update_and_get",
    give_numbers_as_text: "WorksheetTest.test_get_all_records_value_render_options",
    start_days_elsewhere: "WorksheetTest.test_get_all_records_value_render_options",
    append_at_the_range: "WorksheetTest.test_append_row_with_empty_value",
    let_null_clear: "WorksheetTest.test_update_cells_noncontiguous",
    echo_the_cleared_range: "WorksheetTest.test_clear",
    never_quote_titles: "WorksheetTest.test_get_all_values_title_is_a1_notation",
    answer_empty_values: "WorksheetTest.test_cell",
    say_not_found_otherwise: "ClientTest.test_access_non_existing_spreadsheet",
}
"""The breaks that recordings show, each with the cassette that does."""


def expect_app_properties_of_an_upload(workbook: Workbook) -> None:
    # discovery drive.v3, File.appProperties; manage-uploads: metadata first, then the bytes
    body = (
        b"--part\r\nContent-Type: application/json\r\n\r\n"
        b'{"name": "run 7.txt", "appProperties": {"run": "7"}}'
        b"\r\n--part\r\nContent-Type: text/plain\r\n\r\nbytes\r\n--part--\r\n"
    )
    headers = {"content-type": "multipart/related; boundary=part"}
    query = {"uploadType": ["multipart"], "fields": ["appProperties"]}
    request = Request("POST", "/upload/drive/v3/files", query, headers, body)
    assert workbook.emulator.answer(request).body == {"appProperties": {"run": "7"}}


def expect_empty_ends_to_be_left_out(workbook: Workbook) -> None:
    # recorded: WorksheetTest.test_update_and_get, WorksheetTest.test_cell (no `values` at all)
    workbook.put("Sheet1!A2:B2", [["a", ""]])
    assert workbook.get("Sheet1!A1:D4") == [[], ["a"]]
    assert workbook.get("Sheet1!D4") is None


def expect_rows_below_the_last_table(workbook: Workbook) -> None:
    # the recording WorksheetTest.test_append_row_with_empty_value shows it
    workbook.put("Sheet1!A1:C1", [["a", None, "c"]])
    path, query = "/values/Sheet1:append", {"valueInputOption": "RAW"}
    status, answer = workbook.call("POST", path, {"values": [["x", "y", "z"]]}, **query)
    assert (status, answer["updates"]["updatedRange"]) == (200, "Sheet1!C2:E2")


def expect_ranges_as_google_names_them(workbook: Workbook) -> None:
    # recorded: WorksheetTest.test_clear (clamped), test_get_all_values_title_is_a1_notation
    _, cleared = workbook.call("POST", "/values/Sheet1%21A1%3AZZ2000:clear", {})
    assert cleared["clearedRange"] == "Sheet1!A1:Z1000"
    workbook.person.rename_tab("Sheet1", "D3")
    _, written = workbook.put("'D3'!A1:B1", [["a", "b"]])
    assert written["updatedRange"] == "'D3'!A1:B1"


def expect_a_sheet_that_is_not_there(workbook: Workbook) -> None:
    # the recording ClientTest.test_access_non_existing_spreadsheet shows it
    answer = workbook.emulator.answer(Request("GET", "/v4/spreadsheets/none")).body
    said = "Requested entity was not found."
    assert answer == {"error": {"code": 404, "message": said, "status": "NOT_FOUND"}}


EXPECTED: dict[Break, Callable[[Workbook], None]] = {
    keep_empty_ends: expect_empty_ends_to_be_left_out,
    give_numbers_as_text: values.test_a_percentage_is_a_fraction_that_is_shown_as_percent,
    start_days_elsewhere: values.test_a_date_is_a_number_or_a_text_as_is_asked,
    append_at_the_range: expect_rows_below_the_last_table,
    let_null_clear: values.test_null_leaves_a_cell_and_an_empty_text_clears_it,
    echo_the_cleared_range: expect_ranges_as_google_names_them,
    never_quote_titles: expect_ranges_as_google_names_them,
    answer_empty_values: expect_empty_ends_to_be_left_out,
    say_not_found_otherwise: expect_a_sheet_that_is_not_there,
    understand_raw_text: values.test_raw_text_is_stored_as_it_is,
    apply_half_a_batch: batches.test_a_batch_that_is_refused_has_changed_nothing,
    apply_half_of_the_values: batches.test_a_batch_of_values_that_is_refused_has_changed_nothing,
    show_truth_as_python_does: values.test_truth_values_are_no_text,
    drop_app_properties: expect_app_properties_of_an_upload,
}
"""All breaks, each with an expectation that shows it, also where there are no recordings."""


@pytest.mark.reference
@pytest.mark.parametrize("broken", RECORDED, ids=lambda broken: broken.__name__)
def test_a_break_differs_from_the_recordings(broken: Break, monkeypatch: pytest.MonkeyPatch):
    cassette = RECORDED[broken]
    assert not any(name == cassette for name, _ in ALLOWED)
    assert differences([cassette]) == []
    broken(monkeypatch)
    assert differences([cassette]) != []


def test_every_break_but_five_also_differs_from_the_recordings():
    assert len(EXPECTED) == 14
    assert set(EXPECTED) - set(RECORDED) == {
        understand_raw_text,
        apply_half_a_batch,
        apply_half_of_the_values,
        show_truth_as_python_does,
        drop_app_properties,
    }


@pytest.mark.parametrize("broken", EXPECTED, ids=lambda broken: broken.__name__)
def test_a_break_fails_an_expectation(broken: Break, monkeypatch: pytest.MonkeyPatch):
    expectation = EXPECTED[broken]
    expectation(Workbook())
    broken(monkeypatch)
    with pytest.raises(AssertionError):
        expectation(Workbook())
