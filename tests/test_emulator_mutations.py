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


EXPECTED: dict[Break, Callable[[Workbook], None]] = {
    understand_raw_text: values.test_raw_text_is_stored_as_it_is,
    apply_half_a_batch: batches.test_a_batch_that_is_refused_has_changed_nothing,
    apply_half_of_the_values: batches.test_a_batch_of_values_that_is_refused_has_changed_nothing,
    show_truth_as_python_does: values.test_truth_values_are_no_text,
    drop_app_properties: expect_app_properties_of_an_upload,
}
"""The breaks that no recording shows, each with the expectation that does."""


@pytest.mark.reference
@pytest.mark.parametrize("broken", RECORDED, ids=lambda broken: broken.__name__)
def test_a_break_differs_from_the_recordings(broken: Break, monkeypatch: pytest.MonkeyPatch):
    cassette = RECORDED[broken]
    assert not any(name == cassette for name, _ in ALLOWED)
    assert differences([cassette]) == []
    broken(monkeypatch)
    assert differences([cassette]) != []


@pytest.mark.parametrize("broken", EXPECTED, ids=lambda broken: broken.__name__)
def test_a_break_fails_an_expectation(broken: Break, monkeypatch: pytest.MonkeyPatch):
    expectation = EXPECTED[broken]
    expectation(Workbook())
    broken(monkeypatch)
    with pytest.raises(AssertionError):
        expectation(Workbook())
