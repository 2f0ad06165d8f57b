"""What a workbook goes through in its life is not taken for a touched cell of the server."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from export_support import SALES, invoice, write_sheet
from house_support import ACME, Book, Opened
from touched_book import (
    NOTHING_COPIED,
    OCTOBER,
    RIGHT,
    SERVERS,
    cells,
    clear,
    copy_row,
    found,
    invoices,
)

from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.entries import RunState


@pytest.fixture
def book(opened: Opened) -> Book:
    """A workbook whose two invoices are exported."""
    book = opened(invoices=SALES)
    assert book.export().state is RunState.DONE
    return book


def sort(book: Book) -> None:
    invoices(book, lambda rows: rows[::-1])


def insert(book: Book) -> None:
    invoices(book, lambda rows: [rows[0], [None] * len(rows[0]), *rows[1:]])


def next_month(book: Book) -> None:
    copy_row(book, "2026/3", Date=date(2026, 10, 4), **NOTHING_COPIED)
    book.export(OCTOBER)


def all_again(book: Book) -> None:
    book.type("Invoices", "2026/1", "Net", 90)
    book.export(selection=Selection.ALL)


def replaced(book: Book) -> None:
    book.type("Invoices", "2026/1", "Net", 90)
    book.export(replaces=1, not_imported=True)


def unfinished(book: Book) -> None:
    """Export again while the file is open in Excel: the sheet is not told."""
    book.type("Invoices", "2026/1", "Net", 90)
    lock = book.path.with_name("~$acme.xlsx")
    run = book.export(selection=Selection.ALL, meanwhile=lock.touch)
    assert run.state is RunState.UNFINISHED
    lock.unlink()


def older_copy(book: Book) -> None:
    """Put the file back that was there before the second export."""
    before = book.path.read_bytes()
    all_again(book)
    book.path.write_bytes(before)


def without_columns(book: Book) -> None:
    """Leave the columns away for a run, then put them back."""
    headers: list[Any] = []
    with book.edited() as file:
        sheet = file["Invoices"]
        for cell in sheet[1]:
            headers.append(cell.value)
            if cell.value in SERVERS:
                for row in range(1, sheet.max_row + 1):
                    sheet.cell(row, cell.column).value = None
    book.check()
    with book.edited() as file:
        for cell, header in zip(file["Invoices"][1], headers, strict=True):
            cell.value = header


LIFE = (sort, insert, next_month, all_again, replaced, unfinished, older_copy, without_columns)


@pytest.mark.parametrize("happens", LIFE)
def test_in_the_life_of_a_workbook_nothing_is_said_of_its_cells(
    book: Book, happens: Callable[[Book], None]
):
    happens(book)
    for press in (book.check, book.check, book.export):
        assert found(book, press()) == []


def test_the_first_run_after_an_unfinished_one_says_nothing_of_its_cells(opened: Opened):
    book = opened(invoices=SALES)
    lock = book.path.with_name("~$acme.xlsx")
    assert book.export(meanwhile=lock.touch).state is RunState.UNFINISHED
    lock.unlink()
    assert (found(book, book.check()), set(cells(book).values())) == ([], {RIGHT})
    clear(book, "2026/1", "Export")
    assert len(found(book, book.check())) == 1


def test_the_workbook_of_the_next_year_says_nothing_of_cells_that_are_empty_there(book: Book):
    path = book.path.with_name("2027.xlsx")
    write_sheet(path, invoices=[*SALES, invoice("2026/3", 10.0)])
    rebuilt = Book(book.house, book.house.attach(path))
    copied = Path(shutil.copy(book.path, book.path.with_name("copy.xlsx")))
    for press in (rebuilt.check, rebuilt.check, rebuilt.export, rebuilt.check):
        assert found(rebuilt, press()) == []
    goes_on = Book(book.house, book.house.attach(copied, to=ACME))
    assert found(goes_on, goes_on.check()) == []
