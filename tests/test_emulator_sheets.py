"""What the recordings don't show of values in Google Sheets, each with its source beside it.

"discovery" is Google's discovery document sheets.v4: the description of the type that is named.
"""

import pytest
from emulator_support import Workbook, cell, cells_of, update, workbook

__all__ = ["workbook"]

TEXTS = ["0042", "=1+1", "2026-01-31", "12,5", "TRUE", "21%", "'x"]


def test_raw_text_is_stored_as_it_is(workbook: Workbook):
    # discovery, ValueInputOption RAW: "will not be parsed and will be stored as-is"
    workbook.put("Sheet1!A1:G1", [TEXTS], "RAW")
    for render in ("UNFORMATTED_VALUE", "FORMATTED_VALUE", "FORMULA"):
        assert workbook.get("Sheet1!A1:G1", render) == [TEXTS]


def test_a_string_value_of_a_batch_is_stored_as_it_is(workbook: Workbook):
    # discovery, ExtendedValue.stringValue: "Represents a string value."
    for place, text in enumerate(TEXTS):
        workbook.batch(update({"stringValue": text}, column=place))
    assert workbook.get("Sheet1!A1:G1") == [TEXTS]


def test_user_entered_text_is_understood_as_typed(workbook: Workbook):
    # discovery, ValueInputOption USER_ENTERED: "as if the user typed them into the UI"
    # 12,5: gspread #501 shows that en_US drops the comma wherever it stands
    # 'x: discovery, ExtendedValue.stringValue: the leading quote is not included
    workbook.put("Sheet1!A1:G1", [TEXTS], "USER_ENTERED")
    assert workbook.get("Sheet1!A1:G1") == [[42, 2, 46053, 125, True, 0.21, "x"]]


def test_a_comma_between_digits_vanishes_in_english(workbook: Workbook):
    # gspread #501: '1234,1234' sent to a sheet of the United States became 12,341,234
    workbook.put("Sheet1!A1", [["1234,1234"]], "USER_ENTERED")
    assert workbook.get("Sheet1!A1", "FORMATTED_VALUE") == [["12,341,234"]]


def test_a_point_between_digits_vanishes_in_german():
    # pygsheets #414: 1.123456789 sent as text to a German sheet became 1123456789
    workbook = Workbook(locale="de_DE")
    workbook.put("Sheet1!A1", [["1.123456789"]], "USER_ENTERED")
    assert workbook.get("Sheet1!A1") == [[1123456789]]
    workbook.finish()


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        # CLDR nl_BE: decimal comma, point for thousands, day before month
        ("12,50", 12.5, "12,5"),
        ("1.234,56", 1234.56, "1.234,56"),
        ("31/01/2026", 46053, "31/01/2026"),
        ("12,5%", 0.125, "12,50%"),
        ("€ 12,50", 12.5, "€ 12,50"),
        ("31/02/2026", "31/02/2026", "31/02/2026"),
    ],
)
def test_a_belgian_types_as_belgians_write(typed, value, shown):
    workbook = Workbook(locale="nl_BE")
    workbook.person.type("Sheet1!C7", typed)
    assert workbook.get("Sheet1!C7") == [[value]]
    assert workbook.person.see("Sheet1!C7") == shown
    workbook.finish()


def test_truth_values_are_no_text(workbook: Workbook):
    # discovery, ExtendedValue.boolValue and ValueRenderOption; the sheet shows TRUE and FALSE
    workbook.put("Sheet1!A1:C1", [["true", False, "'TRUE"]], "USER_ENTERED")
    assert workbook.get("Sheet1!A1:C1") == [[True, False, "TRUE"]]
    assert workbook.get("Sheet1!A1:C1", "FORMATTED_VALUE") == [["TRUE", "FALSE", "TRUE"]]


def test_a_percentage_is_a_fraction_that_is_shown_as_percent(workbook: Workbook):
    # discovery, NumberFormatType PERCENT; api/guides/formats: % multiplies by 100
    workbook.put("Sheet1!A1:B1", [["21%", "12.5%"]], "USER_ENTERED")
    assert workbook.get("Sheet1!A1:B1") == [[0.21, 0.125]]
    assert workbook.get("Sheet1!A1:B1", "FORMATTED_VALUE") == [["21%", "12.50%"]]


def test_a_date_is_a_number_or_a_text_as_is_asked(workbook: Workbook):
    # discovery, dateTimeRenderOption: "February 1st 1900 at 3pm would be 33.625"
    workbook.put("Sheet1!A1:B1", [["1900-02-01 15:00", "2026-01-31"]], "USER_ENTERED")
    options = {
        "SERIAL_NUMBER": [33.625, 46053],
        "FORMATTED_STRING": ["1900-02-01 15:00", "2026-01-31"],
    }
    for option, expected in options.items():
        assert workbook.get("Sheet1!A1:B1", dateTimeRenderOption=option) == [expected]


def test_only_a_format_makes_a_number_a_date(workbook: Workbook):
    # discovery, CellData.userEnteredValue: dates are doubles in serial number format
    workbook.put("Sheet1!A1", [[46053]])
    assert workbook.get("Sheet1!A1", dateTimeRenderOption="FORMATTED_STRING") == [[46053]]
    dated = {"userEnteredFormat": {"numberFormat": {"type": "DATE", "pattern": "dd/mm/yyyy"}}}
    fields = "userEnteredFormat.numberFormat"
    workbook.batch({"repeatCell": {"range": cell(0, 0), "cell": dated, "fields": fields}})
    assert workbook.get("Sheet1!A1", dateTimeRenderOption="FORMATTED_STRING") == [["31/01/2026"]]


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        # discovery, NumberFormatType: the examples of its descriptions
        ("TEXT", 1000.12, "1000.12"),
        ("NUMBER", 1000.12, "1,000.12"),
        ("PERCENT", 0.1012, "10.12%"),
        ("CURRENCY", 1000.12, "$1,000.12"),
        ("DATE", 39717, "9/26/2008"),
        ("TIME", 39717 + 57540 / 86400, "3:59:00 PM"),
        ("DATE_TIME", 39717 + 57540 / 86400, "9/26/08 15:59:00"),
        ("SCIENTIFIC", 1010, "1.01E+03"),
    ],
)
def test_a_format_without_a_pattern_shows_as_google_describes(workbook, kind, value, shown):
    formatted = {"userEnteredFormat": {"numberFormat": {"type": kind}}}
    request = {"range": cell(0, 0), "cell": formatted, "fields": "userEnteredFormat"}
    workbook.batch({"repeatCell": request}, update({"numberValue": value}))
    assert workbook.get("Sheet1!A1", "FORMATTED_VALUE") == [[shown]]


def test_a_text_cell_keeps_what_is_typed(workbook: Workbook):
    # support.google.com/docs/answer/56470: plain text
    plain = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    request = {"range": cell(0, 0), "cell": plain, "fields": "userEnteredFormat"}
    workbook.batch({"repeatCell": request})
    workbook.person.type("Sheet1!A1", "0042")
    assert workbook.get("Sheet1!A1") == [["0042"]]


def test_errors_of_formulas_are_read_as_text(workbook: Workbook):
    # discovery, ErrorValue; ValueRange.values holds strings, numbers and truth values alone
    workbook.put("Sheet1!A1:B1", [["=1/0", "=#REF!"]], "USER_ENTERED")
    assert workbook.get("Sheet1!A1:B1") == [["#DIV/0!", "#REF!"]]
    shown = workbook.show("sheets.data.rowData.values.effectiveValue", "Sheet1!A1:B1")
    kinds = [each["effectiveValue"]["errorValue"]["type"] for each in cells_of(shown)]
    assert kinds == ["DIVIDE_BY_ZERO", "REF"]


def test_null_leaves_a_cell_and_an_empty_text_clears_it(workbook: Workbook):
    # discovery, ValueRange.values: "Null values will be skipped. To set a cell to an empty value,
    # set the string value to an empty string."
    workbook.put("Sheet1!A1:C1", [["a", "b", "c"]])
    workbook.put("Sheet1!A1:C1", [[None, "", "d"]])
    assert workbook.get("Sheet1!A1:C1") == [["a", "", "d"]]


def test_clearing_leaves_formats_notes_and_validation(workbook: Workbook):
    # discovery, values.clear: "Only values are cleared -- all other properties of the cell [...]
    # are kept."
    workbook.put("Sheet1!A1", [["2026-01-31"]], "USER_ENTERED")
    workbook.call("POST", "/values/Sheet1%21A1:clear", {})
    assert workbook.get("Sheet1!A1") is None
    workbook.put("Sheet1!A1", [[46053]])
    assert workbook.get("Sheet1!A1", "FORMATTED_VALUE") == [["2026-01-31"]]


def test_columns_can_be_asked_for(workbook: Workbook):
    # discovery, values.get majorDimension: A1=1,B1=2,A2=3,B2=4 by COLUMNS is [[1,3],[2,4]]
    workbook.put("Sheet1!A1:B2", [[1, 2], [3, 4]])
    assert workbook.get("Sheet1!A1:B2", majorDimension="COLUMNS") == [[1, 3], [2, 4]]


@pytest.mark.parametrize(
    ("where", "values", "refusal"),
    [
        # gspread-formatting #49
        ("Nowhere!A1", [["x"]], "Unable to parse range: Nowhere!A1"),
        # home-assistant #104198
        ("Sheet1!AA1", [["x"]], "Range (Sheet1!AA1) exceeds grid limits. "
         "Max rows: 1000, max columns: 26"),
        # dataiku-contrib #215: a title like a cell
        ("TAB1", [["x"]], "Range (Sheet1!TAB1) exceeds grid limits. "
         "Max rows: 1000, max columns: 26"),
        # secator #96
        ("Sheet1!A1", [["x" * 50_001]], "Your input contains more than the maximum of 50000 "
         "characters in a single cell."),
        # pygsheets #132
        ("Sheet1!A3:B4", [["x", "y", "z"]], "Requested writing within range [Sheet1!A3:B4], "
         "but tried writing to column [C]"),
    ],
)  # fmt: skip
def test_a_range_that_is_not_there_is_refused_with_googles_words(workbook, where, values, refusal):
    status, answer = workbook.put(where, values)
    assert (status, answer["error"]["message"]) == (400, refusal)
    assert answer["error"]["status"] == "INVALID_ARGUMENT"
