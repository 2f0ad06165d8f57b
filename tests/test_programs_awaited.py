"""What a program asks of tab Settings is told even when no document can be booked yet."""

from export_support import GARAGE, JOURNALS, SALES, invoice
from house_support import Book, Opened

from boekbrug.server.workbook.cells import Cell

NO_JOURNALS = JOURNALS | {"Invoice journal": None}


def settings_problems(book: Book) -> list[str]:
    """Return what a check says of tab Settings."""
    run = book.check()
    found = book.house.service.records.details.all_problems(run.id)
    return [one.sentence for one in found if one.tab == "Settings"]


def said(column: str, row: int) -> list[str]:
    return [
        f"Settings, row {row}, {column}: found nothing, needed: the code of the journal in "
        "WinBooks, 1 to 6 letters, digits or marks without accents. Ask your accountant for it."
    ]


def wrong(**more: Cell) -> dict[str, Cell]:
    return {**invoice("2026/1", 100.0), "Net": "x", **more}


def test_a_journal_is_asked_for_while_the_only_invoice_is_wrong(opened: Opened):
    book = opened(invoices=[wrong()], settings=NO_JOURNALS)
    assert settings_problems(book) == said("Invoice journal", 3)
    unknown = opened(invoices=[wrong(Kind="offer")], settings=NO_JOURNALS)
    assert settings_problems(unknown) == said("Invoice journal", 3)


def test_the_journal_of_a_wrong_credit_note_is_asked_for_beside_right_invoices(opened: Opened):
    none = JOURNALS | {"Credit note journal": None}
    book = opened(invoices=[*SALES, wrong(Number="CN2026/1", Kind="credit note")], settings=none)
    assert settings_problems(book) == said("Credit note journal", 4)


def test_a_document_that_cannot_be_booked_needs_its_journal_too(opened: Opened):
    row = {**invoice("2026/1", 100.0), "Total as printed": 7.0}
    book = opened(customers=[GARAGE], invoices=[row], settings=NO_JOURNALS)
    assert settings_problems(book) == said("Invoice journal", 3)


def test_a_row_that_names_its_journal_or_is_on_hold_needs_none(opened: Opened):
    for row in (wrong(Journal="VERKP"), wrong(Hold=True)):
        assert settings_problems(opened(invoices=[row], settings=NO_JOURNALS)) == []


def test_a_series_has_its_own_journal(opened: Opened):
    series = NO_JOURNALS | {"Series": "F = invoice, VERKF"}
    row = wrong(Number="F2026/1", Kind="invoice")
    assert settings_problems(opened(invoices=[row], settings=series)) == []
