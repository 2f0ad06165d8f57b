"""What is so before a case of `tests/errors` is pressed, by its name in a definition."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from error_workbooks import good_workbook, write
from export_support import NOW
from house_support import Book

from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.ledger_tables import batches
from boekbrug.server.records.tables import workbooks


def _marked(book: Book, **values: Any) -> Book:
    with book.house.service.database.begin() as connection:
        connection.execute(sa.update(workbooks).values(**values))
    entry = book.house.service.records.register.workbook(book.entry.id)
    assert entry is not None
    return Book(book.house, entry)


def _without_folder(book: Book) -> Book:
    book.house.folder.rmdir()
    return book


def _second_file(book: Book) -> Book:
    path = book.house.directory / "second.xlsx"
    write(path, good_workbook())
    return Book(book.house, book.house.attach(path))


def _replaced(book: Book) -> Book:
    return _exported(_changed_since(book), replaces=1, not_imported=True)


def _exported_again(book: Book) -> Book:
    return _exported(_changed_since(book), selection=Selection.ALL)


def _exported(book: Book, **asked: Any) -> Book:
    exported = book.export(**asked)
    assert exported.batch_id, exported.sentence
    return book


def _changed_since(book: Book) -> Book:
    with book.edited() as file:
        invoices = next(tab for tab in file if tab.title in {"Invoices", "Facturen"})
        names = [cell.value for cell in invoices[1]]
        invoices[2][names.index("Net" if "Net" in names else "Netto")].value = 90
    return book


def _closed(book: Book, up_to: date) -> Book:
    closings = book.house.service.records.closings(book.entry.dossier_id)
    closings.close(up_to, "", now=NOW)
    return book


def _with_digest(book: Book, digest: str) -> Book:
    with book.house.service.database.begin() as connection:
        connection.execute(sa.update(batches).values(content_digest=digest))
    return book


ARRANGEMENTS: Mapping[str, Callable[[Book], Book]] = {
    "test copy": lambda book: _marked(book, is_test=True),
    "followed": lambda book: _marked(book, continued_by=book.entry.id, title="Sales 2027"),
    "closed in August": lambda book: _closed(book, date(2026, 8, 31)),
    "closed in September": lambda book: _closed(book, date(2026, 9, 30)),
    "no folder": _without_folder,
    "second file": _second_file,
    "replaced": _replaced,
    "exported again": _exported_again,
    "export 7a41": lambda book: _with_digest(book, "7a41"),
}
