"""A formula with an error in a row that nobody uses is one sentence."""

from workbook_support import Row, errors, invoice, sheet

from boekbrug.server.workbook.cells import CellError


def test_an_error_alone_in_a_row_is_told_and_what_the_row_lacks_is_not():
    cells = sheet(Invoices={2: invoice(), 3: {"Number": CellError("#REF!"), "Hold": False}})
    assert errors(cells) == [
        "Invoices, row 3, Number: found #REF!, allowed: the number as text. The cell shows an "
        "error of the spreadsheet; repair its formula."
    ]


def test_an_error_next_to_other_cells_is_told_with_all_that_the_row_lacks():
    row: Row = {"Number": CellError("#REF!"), "Date": "2026-03-16"}
    found = errors(sheet(Invoices={3: row}))
    assert [one.partition(":")[0] for one in found] == [
        "Invoices, row 3, Number",
        "Invoices, row 3, Kind",
        "Invoices, row 3, Customer",
    ]
