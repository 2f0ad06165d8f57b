"""A row that adds up the others is told in one sentence, and nothing else is taken for one."""

import pytest
from workbook_support import Row, Rows, errors, invoice, read, sheet, warnings

from boekbrug.server.workbook.cells import Cell, CellError, Cells

LINE: Row = {"Invoice": "2026/18", "Unit price": 5.0, "VAT": "H21"}


def with_row(tab: str, row: Row) -> Cells:
    if tab == "Invoices":
        return sheet(Invoices={2: invoice(), 3: row})
    return sheet(Invoices={2: invoice(Net=None, VAT=None)}, Lines={2: LINE, 3: row})


def codes(cells: Cells) -> set[str]:
    return {one.code for one in read(cells).workbook.problems if one.blocks}


@pytest.mark.parametrize(
    "label",
    [
        *("Total", "TOTAAL:", "Totaux", "Summe", "Subtotaal", "Sous-total", "Zwischensumme"),
        *("Algemeen totaal", "Total g\u00e9n\u00e9ral", "Grand total", "Som", "totaal ="),
    ],
)
@pytest.mark.parametrize(
    ("tab", "header", "amount"),
    [
        ("Invoices", "Number", "Net"),
        ("Invoices", "Date", "Net"),
        ("Lines", "Invoice", "Unit price"),
        ("Lines", "Description", "Unit price"),
    ],
)
def test_a_row_of_totals_is_one_sentence(tab: str, header: str, amount: str, label: str):
    assert codes(with_row(tab, {header: label, amount: 100.0})) == {"row-of-totals"}


def test_it_says_what_to_do_with_the_row():
    assert errors(with_row("Invoices", {"Number": "Totaal", "Net": 100.0})) == [
        'Invoices, row 3, Number: found "Totaal", which looks like a row of totals, allowed: '
        "invoices alone. Move the totals to a tab of their own, or remove the row."
    ]


def test_several_with_the_same_label_are_one_sentence_and_sums_may_be_texts_or_errors():
    sums: list[Cell] = ["12.345,00", "\u20ac 12.345,00", CellError("#REF!")]
    rows: Rows = {
        row: {"Invoice": "Subtotaal", "Unit price": one} for row, one in enumerate(sums, 3)
    }
    cells = sheet(Invoices={2: invoice(Net=None, VAT=None)}, Lines={2: LINE, **rows})
    assert [one.split(":")[0] for one in errors(cells)] == ["Lines, rows 3-5 (3 lines), Invoice"]


@pytest.mark.parametrize(
    ("tab", "row"),
    [
        ("Invoices", {"Number": "Total", "Customer": "Garage Maes", "Net": 100.0}),
        ("Invoices", {"Number": "Total", "Net": "H21"}),
        ("Invoices", {"Number": 12.0, "Customer": "Total", "Net": 100.0}),
        ("Invoices", {"Number": "Total 18", "Net": 100.0}),
        ("Lines", {**LINE, "Description": "Total"}),
        ("Lines", {"Invoice": "Total"}),
    ],
)
def test_what_holds_more_than_sums_or_none_is_no_row_of_totals(tab: str, row: Row):
    assert "row-of-totals" not in codes(with_row(tab, row))


def test_a_row_that_counts_as_empty_stays_so():
    cells = with_row("Invoices", {"Customer": "Totaal", "Net": 100.0})
    assert codes(cells) == set()
    held: Row = {"Number": "Totaal", "Net": 100.0, "Hold": "yes"}
    assert (errors(with_row("Invoices", held)), warnings(with_row("Invoices", held))) == ([], [])
