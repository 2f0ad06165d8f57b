"""A tab read column by column gives what its schema gives row by row."""

import tracemalloc
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import marshmallow as ma
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbook_support import Rows, tab

from boekbrug.adapters.local.sheet_cells import NO_RESULT
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.conventions import convention_of
from boekbrug.server.fields import LocalField
from boekbrug.server.workbook.cells import Cell, CellError, Cells
from boekbrug.server.workbook.columns import Row, is_blank, read_rows
from boekbrug.server.workbook.layout import find_layout
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.two_readings import settled

ALL_SCHEMAS = schemas_for(("journal_csv", "winbooks"))
SCHEMAS = {"Lines": ALL_SCHEMAS["Lines"]}
HEADERS = ("Invoice", "Kind", "Quantity", "Unit price", "Discount %", "VAT", "Account", "Problem")
TYPED = (
    *(
        "",
        " ",
        "\u00a0",
        "7",
        "7,5",
        "1.234",
        "1.234,56",
        "-0",
        "21 %",
        "0.21",
        "1E+05",
        "٣",
        "1_0",
    ),
    *(
        "H21",
        "invoice",
        "Creditnota",
        "700000",
        "0700",
        "yes",
        "NEE",
        "TRUE",
        "België",
        "nl",
        "30E",
    ),
    *(
        "2026/18",
        "2026-01-31",
        "31/01/2026",
        "31-13-2026",
        "03/04/2026",
        "04/13/2026",
        "1,234",
        "21,125 %",
        "company",
        "domestic",
        "revenue",
        "x\n y",
    ),
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(TYPED),
    st.text(max_size=12),
    st.sampled_from(["x" * 500, "x" * 501, "9" * 20, "9" * 21]),
    st.sampled_from([1, 1.0, 0, 0.0, -0.0, 0.21, 21.0, 12.345, 700000.0, 1e15, 1e20, 5e-324]),
    st.integers(-(10**16), 10**16),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.sampled_from([CellError("#REF!"), NO_RESULT]),
)
Sheet = tuple[tuple[str, ...], list[dict[str, Cell]]]


@st.composite
def sheets(draw: st.DrawFn, tab_name: str) -> Sheet:
    """Draw headers of a tab and rows below them; a column may be missing."""
    known = [str(field.data_key) for field in ALL_SCHEMAS[tab_name].fields.values()]
    headers = draw(st.lists(st.sampled_from(known), min_size=1, unique=True))
    rows = st.lists(st.fixed_dictionaries(dict.fromkeys(headers, CELLS)), max_size=6)
    return tuple(headers), draw(rows)


def schema_of(name: str, headers: Sequence[str], rows: list[dict[str, Cell]], locale: str) -> Any:
    """Return the schema with every field as it reads these rows in a workbook of that locale."""
    schema = schemas_for(("journal_csv", "winbooks"))[name]
    for field in schema.fields.values():
        header = str(field.data_key)
        if isinstance(field, LocalField) and header in headers:
            texts = {cell for row in rows if isinstance(cell := row[header], str)}
            field.read = field.reader(settled(field, texts, convention_of(locale)))
    return schema


def rows_of(
    rows: Rows, name: str = "Lines", headers: tuple[str, ...] = HEADERS, locale: str = ""
) -> list[Row]:
    cells = Cells((tab(name, rows, headers),), locale)
    layout, _ = find_layout(cells, {name: ALL_SCHEMAS[name]})
    return list(read_rows(layout.tabs[name]))


def problems_of(row: Row) -> list[str]:
    return [sentence(problem) for problem in row.problems()]


def loaded(schema: ma.Schema, cells: dict[str, Cell]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values and the messages by header that marshmallow itself has for a row."""
    filled = {name: cell for name, cell in cells.items() if not is_blank(cell)}
    try:
        return schema.load(filled), {}
    except ma.ValidationError as error:
        return dict(error.valid_data or {}), error.normalized_messages()


@pytest.mark.parametrize("name", ALL_SCHEMAS)
@settings(deadline=None)
@given(data=st.data())
def test_values_and_messages_are_those_of_the_schema(name: str, data: st.DataObject):
    headers, sheet_rows = data.draw(sheets(name))
    locale = data.draw(st.sampled_from(["", "nl_BE", "en_US", "fr_BE"]))
    schema = schema_of(name, headers, sheet_rows, locale)
    for row in rows_of(dict(enumerate(sheet_rows, start=2)), name, headers, locale):
        values, messages = loaded(schema, sheet_rows[row.number - 2])
        read = {attribute: row[attribute] for attribute in schema.fields if attribute in row}
        assert read == values
        assert list(map(type, read.values())) == [type(values[name]) for name in read]
        refused = {
            str(schema.fields[attribute].data_key): [one.allowed]
            for attribute, one in row.refused.items()
        }
        # A missing column has its own problem, said once and not row by row.
        assert refused == {header: said for header, said in messages.items() if header in headers}


def test_a_tab_of_which_only_the_servers_columns_are_there_has_no_rows():
    assert rows_of({2: {"State": "new"}}, "Invoices", ("State",)) == []


def test_a_missing_column_is_left_out_of_every_row_or_has_its_default():
    (row,) = rows_of({2: {"Unit price": 80.0}}, "Lines", ("Unit price",))
    assert row["quantity"] == 1
    assert "invoice" in row.lacks
    assert not row.refused


def test_the_locale_decides_the_numbers_of_a_column_that_have_two_readings():
    rows: Rows = {2: {"Quantity": "1,234"}, 3: {"Quantity": "1.234"}, 4: {"Quantity": "7"}}
    for locale, numbers in (("nl_BE", "1.234 1234 7"), ("en_US", "1234 1.234 7")):
        read = [row["quantity"] for row in rows_of(rows, locale=locale)]
        assert read == list(map(Decimal, numbers.split()))


def test_a_tick_is_never_the_number_one_before_it():
    first, second = rows_of({2: {"Quantity": 1.0}, 3: {"Quantity": True, "VAT": "H21"}})
    assert first["quantity"] == 1
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
        "(12.5?). Give the cell the format number, then type the unit price again."
    ]


@pytest.mark.parametrize("name", ["Lines", "Invoices"])
def test_a_column_that_the_sheet_lacks_takes_no_memory_however_many_rows_there_are(name: str):
    header, row_count = {"Lines": "Quantity", "Invoices": "Net"}[name], 20_000
    book = Cells((tab(name, {row: {header: 1.0} for row in range(2, row_count + 2)}, (header,)),))
    layout, _ = find_layout(book, {name: ALL_SCHEMAS[name]})
    tracemalloc.start()
    try:
        rows = read_rows(layout.tabs[name])
        taken_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert next(rows).number == 2
    # The one column: its cells, what they mean, and the rows in which something stands.
    assert taken_bytes < 40 * row_count
