"""Cures that a person can follow without looking anything up: they name what to type, and where."""

import pytest
from workbook_support import Row, Rows, errors, invoice, read, settings, sheet, tab

from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.cells import Cells

LINE: Row = {"Invoice": "2026/18", "Unit price": 5.0, "VAT": "H21"}
WORDS: Row = {"Invoice": "2026/18", "Description": "Delivered on Monday"}


def with_lines(*lines: Row) -> Cells:
    rows = dict(enumerate(lines, start=2))
    return sheet(Invoices={2: invoice(Net=None, VAT=None)}, Lines=rows)


@pytest.mark.parametrize(
    ("cell", "cure"),
    [
        (0.1, "Write 10, or 0.1 % if it is that little."),
        (0.06, "Write 6, or 0.06 % if it is that little."),
        ("0,055", "Write 5.5, or 0.055 % if it is that little."),
        (0.5, "Write 50, or 0.5 % if it is that little."),
    ],
)
def test_a_fraction_for_a_percentage_is_told_the_percentage(cell: float | str, cure: str):
    (said,) = errors(sheet(Invoices={2: {**invoice(), "Document discount %": cell}}))
    assert said.endswith(f"a percentage from 0 to 100, like 21 or 0.5 %. {cure}")


def test_what_is_no_fraction_is_told_no_other_percentage():
    (said,) = errors(sheet(Invoices={2: {**invoice(), "Document discount %": -0.1}}))
    assert said.endswith("a percentage from 0 to 100, like 21 or 0.5 %.")


def test_a_line_of_words_alone_is_told_its_kind_in_one_sentence():
    assert errors(with_lines(LINE, {**WORDS, "Line kind": None})) == [
        "Lines, row 3, Unit price: found nothing, allowed: a price and a VAT code. If it is words "
        "alone, choose text in Line kind."
    ]
    assert errors(with_lines(LINE, {**WORDS, "Line kind": "text"})) == []


def test_without_the_column_the_cure_says_to_add_it():
    (problem,) = read(with_lines(LINE, WORDS)).workbook.problems
    assert sentence(problem).endswith("choose text in Line kind (a column to add).")
    assert in_language(sentence(problem), "nl").endswith(
        "kies dan tekst bij Soort regel (een kolom die u toevoegt)."
    )


def test_a_line_of_words_in_a_tab_of_amounts_is_told_at_the_amount():
    line: Row = {"Invoice": "2026/18", "Net": 5.0, "VAT": "H21"}
    cells = with_lines(line, WORDS)
    tabs = tuple(
        tab("Lines", {2: line, 3: WORDS}) if one.title == "Lines" else one for one in cells.tabs
    )
    assert [one.split(":")[0] for one in errors(Cells(tabs))] == ["Lines, row 3, Net"]


@pytest.mark.parametrize(
    ("number", "row"),
    [("2026-1-12", "2026-1- = invoice"), ("F26-0012", None), ("garbage", "F26- = invoice")],
)
def test_a_number_that_cannot_be_read_is_told_the_row_that_explains_it(number: str, row: str):
    row = row or "F26- = invoice"
    (said,) = errors(sheet(Invoices={2: invoice(number)}))
    assert said.endswith(f'add a row to Settings: Series, and beside it "{row}".')


@pytest.mark.parametrize("number", ["2026-1-12", "F26-0012", "1234567890123"])
def test_that_row_makes_the_number_readable(number: str):
    rows: Rows = {2: invoice(number)}
    (said,) = errors(sheet(Invoices=rows))
    answer = settings(Series=said.rpartition('beside it "')[2].removesuffix('".'))
    found = errors(sheet(Invoices=rows, Settings=answer))
    assert bool(found) is (number == "1234567890123")  # longer than any program's


def test_two_headers_for_one_thing_are_both_named_and_the_empty_one_is_told():
    both = {**invoice(), "Netto": None}
    assert errors(sheet(Invoices={2: both})) == [
        'Invoices, Net: found the headers "Net" (cell E1) and "Netto" (cell G1) for one thing, '
        "allowed: once. Rename or remove the one of cell G1: nothing stands below it."
    ]
    (filled,) = errors(sheet(Invoices={2: {**both, "Netto": 5.0}}))
    assert filled.endswith("Rename the column that is not meant.")
