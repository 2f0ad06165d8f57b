"""What the recordings don't show of batches and of what lies on cells, each with its source.

"discovery" is Google's discovery document sheets.v4: the description of the type that is named.
"""

import json
from typing import Any

from emulator_support import Workbook, cell, cells_of, update, workbook
from google_emulator.http import Request
from google_emulator.state import Account

__all__ = ["workbook"]


def test_a_batch_that_is_refused_has_changed_nothing(workbook: Workbook):
    # discovery, spreadsheets.batchUpdate: "If any request is not valid then the entire request will
    # fail and nothing will be applied."; text of the refusal: sheetfu #53
    status, answer = workbook.batch(
        update({"stringValue": "x"}), update({"stringValue": "y"}, row=1000)
    )
    assert workbook.get("Sheet1") is None
    assert (status, answer["error"]["message"]) == (
        400,
        "Invalid requests[1].updateCells: Range (Sheet1!A1001) exceeds grid limits. "
        "Max rows: 1000, max columns: 26",
    )


def test_a_batch_of_values_that_is_refused_has_changed_nothing(workbook: Workbook):
    # api/limits: "all requests are applied atomically"
    data = [{"range": "Sheet1!A1", "values": [["x"]]}, {"range": "No!A1", "values": [["y"]]}]
    body = {"valueInputOption": "RAW", "data": data}
    assert workbook.call("POST", "/values:batchUpdate", body)[0] == 400
    assert workbook.get("Sheet1") is None


def test_rows_beyond_the_end_are_refused(workbook: Workbook):
    # dude-wheres-my-stuff #428
    rows = [{"values": [{"userEnteredValue": {"stringValue": "x"}}]}] * 2
    start = {"sheetId": 0, "rowIndex": 999, "columnIndex": 0}
    body = {"start": start, "rows": rows, "fields": "userEnteredValue"}
    assert workbook.batch({"updateCells": body})[1]["error"]["message"] == (
        "Invalid requests[0].updateCells: Attempting to write row: 1000, "
        "beyond the last requested row of: 999"
    )


def test_cells_of_a_range_that_the_rows_lack_are_cleared(workbook: Workbook):
    # discovery, UpdateCellsRequest.range: "the fields matching those set in fields will be cleared"
    workbook.put("Sheet1!A1:A3", [["a"], ["b"], ["c"]])
    request = {"range": cell(0, 0, endRowIndex=2), "rows": [], "fields": "userEnteredValue"}
    workbook.batch({"updateCells": request})
    assert workbook.get("Sheet1!A1:A3") == [[], [], ["c"]]


def test_a_field_mask_protects_what_it_does_not_name(workbook: Workbook):
    # discovery, UpdateCellsRequest.fields: "The fields of CellData that should be updated."
    note = {"range": cell(0, 0), "rows": [{"values": [{"note": "Why?"}]}], "fields": "note"}
    workbook.batch({"updateCells": note}, update({"numberValue": 12.5}))
    shown = workbook.show("sheets.data.rowData.values(note,userEnteredValue)", "Sheet1!A1")
    assert cells_of(shown) == [{"note": "Why?", "userEnteredValue": {"numberValue": 12.5}}]


def test_a_grid_grows_at_its_end_and_then_takes_more(workbook: Workbook):
    # discovery, AppendDimensionRequest: "Appends rows or columns to the end of a sheet."
    grown = {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 1}}
    workbook.batch(grown, update({"stringValue": "x"}, row=1000))
    assert workbook.get("Sheet1!A1001") == [["x"]]


def test_a_second_sheet_of_the_same_name_is_refused(workbook: Workbook):
    # discovery, AddSheetRequest; the words are those that users quote
    status, answer = workbook.batch({"addSheet": {"properties": {"title": "Sheet1"}}})
    assert (status, answer["error"]["message"]) == (
        400,
        'Invalid requests[0].addSheet: A sheet with the name "Sheet1" already exists. '
        "Please enter another name.",
    )


def test_rules_of_conditional_formats_are_kept_in_order(workbook: Workbook):
    # discovery, AddConditionalFormatRuleRequest.index and DeleteConditionalFormatRuleRequest
    def rule(text: str) -> dict[str, object]:
        condition = {"type": "TEXT_EQ", "values": [{"userEnteredValue": text}]}
        formatted = {"condition": condition, "format": {"backgroundColor": {"red": 1}}}
        return {"ranges": [{"sheetId": 0, "startRowIndex": 1}], "booleanRule": formatted}

    for text in ("first", "second"):
        workbook.batch({"addConditionalFormatRule": {"rule": rule(text), "index": 0}})
    workbook.batch({"deleteConditionalFormatRule": {"sheetId": 0, "index": 1}})
    rules = workbook.show("sheets.conditionalFormats")["sheets"][0]["conditionalFormats"]
    assert [each["booleanRule"]["condition"]["values"] for each in rules] == [
        [{"userEnteredValue": "second"}]
    ]
    assert rules[0]["ranges"] == [{"startRowIndex": 1}]


def test_inserted_rows_push_everything_down(workbook: Workbook):
    # discovery, InsertDimensionRequest: "Inserts rows or columns in a sheet at a particular index."
    named = {"name": "Total", "range": cell(5, 0)}
    protected = {"range": cell(5, 0), "warningOnly": True}
    workbook.put("Sheet1!A6", [["total"]])
    workbook.batch(
        {"addNamedRange": {"namedRange": named}},
        {"addProtectedRange": {"protectedRange": protected}},
    )
    workbook.person.insert_row("Sheet1", above=2)
    assert workbook.get("Total") == workbook.get("Sheet1!A7") == [["total"]]
    shown = workbook.show("sheets.protectedRanges.range")["sheets"][0]["protectedRanges"]
    assert [each["range"]["startRowIndex"] for each in shown] == [6]


def test_metadata_of_a_row_moves_with_it_and_dies_with_it(workbook: Workbook):
    # discovery, DeveloperMetadata: "it will remain associated at those locations as they move
    # around", "If the associated object is deleted then its metadata is deleted too."
    place = {"sheetId": 0, "dimension": "ROWS", "startIndex": 4, "endIndex": 5}
    metadata = {"metadataKey": "run", "metadataValue": "7", "visibility": "PROJECT"}
    location = {"location": {"dimensionRange": place}}
    workbook.batch({"createDeveloperMetadata": {"developerMetadata": metadata | location}})
    workbook.person.insert_row("Sheet1", above=1)
    search = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": "run"}}]}
    _, found = workbook.call("POST", "/developerMetadata:search", search)
    [moved] = found["matchedDeveloperMetadata"]
    assert moved["developerMetadata"]["location"]["dimensionRange"]["startIndex"] == 5
    workbook.person.delete_row("Sheet1", 6)
    assert workbook.call("POST", "/developerMetadata:search", search)[1] == {}


def test_a_sort_carries_notes_and_puts_blank_cells_last(workbook: Workbook):
    # support.google.com/docs/answer/3540681: numbers before text, blank cells last
    workbook.put("Sheet1!A1:A5", [["Key"], ["b"], [""], [10], ["A"]])
    note = {"range": cell(1, 0), "rows": [{"values": [{"note": "B"}]}], "fields": "note"}
    workbook.batch({"updateCells": note})
    workbook.person.sort("Sheet1", "Key")
    assert workbook.get("Sheet1!A1:A5") == [["Key"], [10], ["A"], ["b"]]
    assert workbook.now.sheets[0].peek(3, 0).note == "B"


def test_a_protected_range_refuses_whoever_is_not_among_its_editors(workbook: Workbook):
    # discovery, ProtectedRange.editors and warningOnly; words: node-google-spreadsheet #20
    def ask(email: str, value: str) -> Any:
        path = f"/v4/spreadsheets/{workbook.id}:batchUpdate"
        body = json.dumps({"requests": [update({"stringValue": value})]}).encode()
        request = Request("POST", path, {}, {}, body, account=Account(email))
        return workbook.emulator.answer(request).body

    protected = {"range": cell(0, 0), "editors": {"users": ["an@acme.example"]}}
    workbook.batch({"addProtectedRange": {"protectedRange": protected}})
    assert ask("an@acme.example", "An")["replies"] == [{}]
    assert ask("bo@acme.example", "Bo")["error"] == {
        "code": 400,
        "status": "INVALID_ARGUMENT",
        "message": "Invalid requests[0].updateCells: You are trying to edit a protected cell or "
        "object. Please contact the spreadsheet owner to remove protection if you need to edit.",
    }
    assert workbook.get("Sheet1!A1") == [["An"]]


def test_a_spreadsheet_is_made_as_asked_and_found_in_drive(workbook: Workbook):
    # discovery, spreadsheets.create: the created Spreadsheet
    tabs = [{"properties": {"title": "Customers", "gridProperties": {"rowCount": 5}}}]
    asked = {"properties": {"title": "Books 2026", "locale": "nl_BE"}, "sheets": tabs}
    content = json.dumps(asked).encode()
    made = workbook.emulator.answer(Request("POST", "/v4/spreadsheets", {}, {}, content)).body
    assert made["properties"]["locale"] == "nl_BE"
    assert made["sheets"][0]["properties"]["gridProperties"] == {"rowCount": 5, "columnCount": 26}
    query = {"q": ["name = 'Books 2026' and trashed = false"], "fields": ["files(id)"]}
    found = workbook.emulator.answer(Request("GET", "/drive/v3/files", query)).body
    assert found == {"files": [{"id": made["spreadsheetId"]}]}


def test_inserted_columns_take_the_format_of_the_neighbour_that_is_asked_for(workbook: Workbook):
    # discovery, InsertDimensionRequest.inheritFromBefore: red before, green after
    red, green = {"red": 1}, {"green": 1}
    for column, colour in enumerate((red, green)):
        body = {"userEnteredFormat": {"backgroundColor": colour}}
        fields = "userEnteredFormat.backgroundColor"
        workbook.batch({"repeatCell": {"range": cell(0, column), "cell": body, "fields": fields}})
    span = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}
    workbook.batch({"insertDimension": {"range": span, "inheritFromBefore": True}})
    workbook.batch({"insertDimension": {"range": span | {"startIndex": 2, "endIndex": 3}}})
    mask = "sheets.data.rowData.values.userEnteredFormat.backgroundColor"
    shown = cells_of(workbook.show(mask, "Sheet1!A1:D1"))
    colours = [each["userEnteredFormat"]["backgroundColor"] for each in shown]
    assert colours == [red, red, green, green]


def test_deleted_columns_shrink_what_crosses_them_and_take_the_rest(workbook: Workbook):
    # discovery, DeleteDimensionRequest: "Deletes the dimensions from the sheet."
    merged = [cell(0, 1, endColumnIndex=4), cell(2, 2, endColumnIndex=4)]
    workbook.batch(*({"mergeCells": {"range": r, "mergeType": "MERGE_ALL"}} for r in merged))
    span = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 2, "endIndex": 4}
    workbook.batch({"deleteDimension": {"range": span}})
    [sheet] = workbook.show("sheets(merges,properties.gridProperties.columnCount)")["sheets"]
    assert sheet["properties"]["gridProperties"]["columnCount"] == 24
    place = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 1, "endColumnIndex": 2}
    assert sheet["merges"] == [place]
