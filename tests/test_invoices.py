"""Invoices and their lines: what makes a document, and what stands in its way."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from example_firm import DOSSIER
from workbook_support import Row, Rows, errors, invoice, read, settings, sheet, warnings

from boekbrug.server.bookkeeping.model import Document, DocumentKey, Printed
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.settings import BookYear
from boekbrug.server.workbook.cells import Cell, Cells
from boekbrug.server.workbook.documents import payment_reference

LINE: Row = {"Invoice": "2026/18", "Unit price": 10.0, "VAT": "H21"}
NO_LINE: Row = {"Net": None, "VAT": None}
NEGATIVE = settings(**{"Credit-note amounts are typed": "negative"})


def document_of(cells: Cells) -> Document:
    (document,) = read(cells).workbook.documents
    return document


def test_a_row_without_number_and_date_counts_as_empty():
    cells = sheet(Invoices={2: {"Kind": "invoice", "Net": 10.0}})
    assert read(cells).workbook.unreadable == ()
    assert errors(cells) == []


def test_a_row_without_its_date_is_kept_as_unreadable_with_its_lines():
    cells = sheet(Invoices={2: invoice(Date=None, **NO_LINE)}, Lines={5: LINE})
    (row,) = read(cells).workbook.unreadable
    assert (row.number, row.issued_on, row.lines) == ("2026/18", None, (Origin("Lines", 5),))
    assert errors(cells) == [
        "Invoices, row 2, Date: found nothing, allowed: a date, like 2026-01-31 or 31/01/2026."
    ]


@pytest.mark.parametrize(
    ("row", "lines", "sentence"),
    [
        (
            {},
            {3: LINE, 4: LINE},
            "Net: found 100 here and lines in tab Lines (rows 3 and 4), allowed: one of the two. "
            "Empty Net, VAT and Account here, or remove the rows from tab Lines.",
        ),
        (
            {"Net": None},
            {},
            "Net: found nothing, allowed: an amount, next to VAT and Account. Fill Net, or empty "
            "the row's VAT and Account and use tab Lines.",
        ),
        ({"VAT": None}, {}, "VAT: found nothing, allowed: a VAT code or a rate, next to Net."),
        (
            NO_LINE,
            {},
            "Net: found nothing, allowed: an amount, or lines in tab Lines. Fill Net and VAT for "
            "an invoice of one line, or add its lines to tab Lines.",
        ),
    ],
)
def test_the_lines_stand_here_or_in_lines_and_not_both_half_or_nowhere(
    row: Row, lines: Rows, sentence: str
):
    cells = sheet(Invoices={7: invoice(**row)}, Lines=lines)
    assert errors(cells) == [f"Invoices, row 7, {sentence}"]


def test_a_line_with_an_error_keeps_its_invoice_out_without_another_sentence():
    cells = sheet(
        Invoices={2: invoice(**NO_LINE)},
        Lines={3: {**LINE, "Unit price": -10.0}, 4: {**LINE, "Account": "700001"}, 5: LINE},
    )
    assert errors(cells) == [
        "Lines, row 3, Unit price: found -10, allowed: 0 or more. For a deduction type a negative "
        "quantity.",
        'Lines, row 4, Account: found "700001", allowed: an account of tab Accounts; nearest is '
        '"700000" (row 2). Choose it in the cell, or add the account.',
    ]
    assert read(cells).workbook.documents == ()


def test_lines_of_nobody_are_told_and_might_belong_to_any_invoice():
    cells = sheet(
        Invoices={2: invoice()},
        Lines={
            3: {**LINE, "Invoice": "2026/19"},
            4: {**LINE, "Invoice": None},
            5: {**LINE, "Kind": "credit note"},
        },
    )
    assert errors(cells) == [
        'Lines, row 3, Invoice: found "2026/19", allowed: the number of a row of tab Invoices. '
        "Correct the number, add the invoice, or remove its lines.",
        "Lines, row 4, Invoice: found nothing, allowed: the number of an invoice as text.",
        'Lines, row 5, Invoice: found credit note "2026/18", allowed: the number of a row of tab '
        "Invoices. Correct the number, add the invoice, or remove its lines.",
    ]
    assert [origin.row for origin in read(cells).workbook.orphans] == [3, 4, 5]


def test_an_invoice_and_a_credit_note_may_share_a_number():
    invoices = {2: invoice(**NO_LINE), 3: invoice(Kind="creditnota", **NO_LINE)}
    lines = {5: {**LINE, "Kind": "invoice"}, 6: {**LINE, "Kind": "credit note"}}
    documents = read(sheet(Invoices=invoices, Lines=lines)).workbook.documents
    assert [one.key.series for one in documents] == ["invoice:", "credit note:"]
    assert [one.lines[0].origin.row for one in documents] == [5, 6]
    assert errors(sheet(Invoices=invoices, Lines={**lines, 7: LINE})) == [
        "Lines, row 7, Kind: found nothing, allowed: invoice or credit note, because both have "
        "this number. Add the column Kind to this tab, if it is not there, and fill it for these "
        "lines."
    ]


def test_a_row_on_hold_is_left_alone_with_its_lines_and_its_number():
    held = invoice(Hold=True, Customer="?", **NO_LINE)
    cells = sheet(Invoices={2: held, 3: invoice()}, Lines={})
    reading = read(cells)
    assert reading.workbook.problems == ()
    assert [row.hold for row in reading.workbook.unreadable] == [True]
    waiting = sheet(Invoices={2: held}, Lines={3: {**LINE, "VAT": "?"}})
    assert read(waiting).workbook.problems == ()


def test_lines_belong_to_the_row_of_their_number_that_is_not_on_hold():
    cells = sheet(Invoices={2: invoice(Hold=True), 3: invoice(**NO_LINE)}, Lines={2: LINE})
    held, document = read(cells).workbook.documents
    assert (held.hold, document.hold) == (True, False)
    assert document.lines[0].origin == Origin("Lines", 2)


def test_a_right_row_on_hold_is_a_document_on_hold():
    assert document_of(sheet(Invoices={2: invoice(Hold="x")})).hold


def test_the_kind_comes_from_the_series_where_there_is_no_column():
    rows = {number: invoice(text) for number, text in ((2, "CN-2026/3"), (3, "2026/18"))}
    without_kind = {
        number: {name: cell for name, cell in row.items() if name != "Kind"}
        for number, row in rows.items()
    }
    cells = sheet(Settings=settings(Series="CN = credit note, VERKCN, NNNN"), Invoices=without_kind)
    bare = replace_headers(cells, "Kind", "Colour")
    (document,) = read(bare).workbook.documents
    assert document.key == DocumentKey("credit note:CN", "", "2026/3")
    assert (document.journal, document.number_pattern) == ("VERKCN", "NNNN")
    assert errors(bare) == [
        'Invoices, row 3, Number: found "2026/18", allowed: a number of a series of tab Settings, '
        "because there is no column Kind. Add the column Kind, or a row to Settings: Series, and "
        'beside it what such numbers are, like "CN = credit note".'
    ]


def replace_headers(cells: Cells, header: str, other: str) -> Cells:
    """Return the sheet with one header of tab Invoices written otherwise."""
    tabs = [
        replace(
            tab,
            columns=tuple(
                (other, *column[1:]) if column[0] == header else column for column in tab.columns
            ),
        )
        if tab.title == "Invoices"
        else tab
        for tab in cells.tabs
    ]
    return Cells(tuple(tabs))


@pytest.mark.parametrize(("series", "words"), [("CN", "CN"), ("", "without letters")])
def test_a_kind_that_is_not_that_of_the_series_is_told(series: str, words: str):
    cells = sheet(
        Settings=settings(Series=f"{series} = credit note"),
        Invoices={2: invoice(f"{series}2026/3")},
    )
    assert errors(cells) == [
        f'Invoices, row 2, Kind: found "invoice", allowed: credit note, the kind of series '
        f"{words} in Settings. Correct the kind, the number or the series."
    ]


def test_a_kind_that_is_none_is_told_once():
    assert errors(sheet(Invoices={2: invoice(Kind="bill")})) == [
        'Invoices, row 2, Kind: found "bill", allowed: one of invoice, credit note.'
    ]


def test_a_number_that_tells_nothing_needs_a_series():
    assert errors(sheet(Invoices={2: invoice("2026-1-12")})) == [
        'Invoices, row 2, Number: found "2026-1-12", allowed: a number like 2026/18 or CN2026/3, '
        "or one of a series of tab Settings. If all begin so, add a row to Settings: Series, and "
        'beside it "2026-1- = invoice".'
    ]


def test_a_number_without_its_year_belongs_to_the_book_year_of_its_date():
    broken = replace(DOSSIER, book_years=(BookYear(date(2025, 7, 1), date(2026, 6, 30)),))
    again = settings(Numbering_restarts_every_year="yes")
    cells = sheet(Settings=again, Invoices={2: invoice("18"), 3: invoice("18", Date="2026-09-01")})
    documents = read(cells, broken).workbook.documents
    assert [document.key.book_year for document in documents] == ["2025", "2026"]
    assert [document.year for document in documents] == [2025, 2026]


def test_the_same_number_twice_is_an_error_unless_numbering_restarts():
    rows = {2: invoice("18"), 3: invoice("18", Date="2027-01-01")}
    assert len(errors(sheet(Invoices=rows))) == 1
    again = settings(Numbering_restarts_every_year="yes")
    assert errors(sheet(Settings=again, Invoices=rows)) == []


def test_a_credit_note_typed_negative_is_turned():
    row = invoice(Kind="credit note", Net=-100.0, Total_as_printed=-121.0)
    document = document_of(sheet(Settings=NEGATIVE, Invoices={2: row}))
    (line,) = document.lines
    assert line.quantity * line.unit_price == Decimal(100)
    assert document.printed == Printed(total=Decimal("121.00"))
    assert document_of(sheet(Settings=NEGATIVE, Invoices={2: invoice()})).lines[0].quantity == 1


@pytest.mark.parametrize(
    ("row", "negative", "sentence"),
    [
        (
            {"Net": -100.0},
            {},
            "found a total of -100.00 without VAT, allowed: 0.00 or more on an invoice. If it is "
            "a credit note, say so in Kind and type its amounts as Settings says.",
        ),
        (
            {"Net": -100.0, "Kind": "credit note"},
            {},
            "found a total of -100.00 without VAT on a credit note, allowed: positive amounts, as "
            "Settings says (Credit-note amounts are typed). Type the amounts with the other sign: "
            "the kind alone makes it a credit note.",
        ),
        (
            {"Net": 100.0, "Kind": "credit note"},
            NEGATIVE,
            "found a total of 100.00 without VAT on a credit note, allowed: negative amounts, as "
            "Settings says (Credit-note amounts are typed). Type the amounts with the other sign: "
            "the kind alone makes it a credit note.",
        ),
    ],
)
def test_a_total_of_the_other_sign_names_its_cure(row: Row, negative: Rows, sentence: str):
    cells = sheet(Settings=negative, Invoices={2: invoice(**row)})
    assert errors(cells) == [f"Invoices, row 2, Net: {sentence}"]


def test_a_negative_total_of_lines_stands_at_the_number():
    lines = {3: LINE, 4: {**LINE, "Quantity": -2.0}}
    cells = sheet(Invoices={2: invoice(**NO_LINE)}, Lines=lines)
    assert errors(cells)[0].startswith("Invoices, row 2, Number: found a total of -10.00")


def test_a_due_date_before_the_invoice_is_a_warning():
    assert warnings(sheet(Invoices={2: invoice(Due=date(2026, 3, 15))})) == [
        "Invoices, row 2, Due: found the date 15 March 2026, expected: the day of the invoice or "
        "a later one. It is exported as it stands; correct it if that is not meant."
    ]


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("+++090/9337/55493+++", "090933755493"),
        ("*** 090/9337/55493 ***", "090933755493"),
        (90933755493.0, "090933755493"),
        ("+++090/9337/55494+++", ""),
        ("PO-4711", ""),
    ],
)
def test_a_reference_counts_when_its_check_is_right(cell: Cell, digits: str):
    cells = sheet(Invoices={2: invoice(Reference=cell)})
    assert document_of(cells).reference == digits
    assert bool(warnings(cells)) == (digits == "")


def test_an_odd_reference_is_left_out_with_a_warning():
    assert payment_reference("\u0661" * 12) == ""
    assert warnings(sheet(Invoices={2: invoice(Reference="PO-4711")})) == [
        'Invoices, row 2, Reference: found "PO-4711", allowed: a structured reference of 12 '
        "digits with a right check, like +++090/9337/55493+++. It is left out of the files."
    ]


def test_without_the_column_of_numbers_no_line_is_blamed():
    cells = replace_headers(sheet(Invoices={2: invoice()}, Lines={2: LINE}), "Number", "Nr of car")
    assert [sentence.split(":")[0] for sentence in errors(cells)] == ["Invoices, Number"]
