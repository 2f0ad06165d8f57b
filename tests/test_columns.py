"""A tab read column by column gives what its schema gives row by row."""

from datetime import date

import marshmallow as ma
from hypothesis import given
from hypothesis import strategies as st
from workbook_support import Rows, tab

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.workbook.cells import Cell, CellError, Cells
from boekbrug.server.workbook.columns import Row, is_blank, read_rows
from boekbrug.server.workbook.layout import find_layout
from boekbrug.server.workbook.schemas import schemas_for

SCHEMAS = {"Lines": schemas_for(())["Lines"]}
FIELDS = SCHEMAS["Lines"].fields
HEADERS = ("Invoice", "Kind", "Quantity", "Unit price", "Discount %", "VAT", "Account", "Problem")
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "7", "7,5", "1.234", "21 %", "H21", "invoice", "700000", "1E+05"]),
    st.sampled_from([True, False, 1, 1.0, 0, 0.0, -0.0, 0.21, 700000.0, 1e20, float("inf")]),
    st.sampled_from([date(2026, 11, 1), CellError("#REF!")]),
)


def rows_of(rows: Rows) -> list[Row]:
    layout, _ = find_layout(Cells((tab("Lines", rows, HEADERS),), ""), SCHEMAS)
    return read_rows(layout.tabs["Lines"])


def problems_of(row: Row) -> list[str]:
    return [sentence(problem) for problem in row.problems()]


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(HEADERS, CELLS)), max_size=6))
def test_values_and_messages_are_those_of_the_schema(sheet_rows: list[dict[str, Cell]]):
    for row in rows_of(dict(enumerate(sheet_rows, start=2))):
        cells = sheet_rows[row.number - 2]
        filled = {name: cell for name, cell in cells.items() if not is_blank(cell)}
        try:
            values, messages = SCHEMAS["Lines"].load(filled), {}
        except ma.ValidationError as error:
            values, messages = error.valid_data, error.normalized_messages()
        assert row.values == values
        assert [type(value) for value in row.values.values()] == [
            type(values[name]) for name in row.values
        ]
        refused = {str(FIELDS[name].data_key): [one.allowed] for name, one in row.refused.items()}
        assert refused == messages


def test_a_tick_is_never_the_number_one_before_it():
    first, second = rows_of({2: {"Quantity": 1.0}, 3: {"Quantity": True, "VAT": "H21"}})
    assert first.values["quantity"] == 1
    assert problems_of(second)[1] == (
        "Lines, row 3, Quantity: found TRUE, allowed: a number with at most six decimals, "
        "like 7, 1234.5 or 0,125."
    )


def test_rows_in_which_nobody_typed_anything_are_passed_over():
    rows: Rows = {2: {"Problem": "old"}, 3: {"VAT": " "}, 5: {"VAT": "H21"}}
    assert [row.number for row in rows_of(rows)] == [5]


def test_an_error_of_the_spreadsheet_is_named():
    (row,) = rows_of({2: {"Invoice": "2026/1", "Unit price": CellError("#REF!"), "VAT": "H21"}})
    assert problems_of(row) == [
        "Lines, row 2, Unit price: found #REF!, allowed: a number with at most six decimals, "
        "like 7, 1234.5 or 0,125. The cell shows an error of the spreadsheet; repair its formula."
    ]


def test_a_price_that_became_a_date_is_told_with_what_may_have_been_typed():
    (row,) = rows_of({2: {"Invoice": "2026/1", "Unit price": date(2026, 5, 12), "VAT": "H21"}})
    assert problems_of(row) == [
        "Lines, row 2, Unit price: found the date 12 May 2026, allowed: a number with at most "
        "six decimals, like 7, 1234.5 or 0,125. The spreadsheet made a date of what was typed "
        "(12-5?). Give the cell the format text, then type the unit price again."
    ]
