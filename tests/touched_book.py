"""Workbooks whose server's cells somebody touches, and what a run says of those cells."""

from collections.abc import Callable
from datetime import date
from typing import Any

from error_cases import case_of
from house_support import Book

from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.touched import CODES
from boekbrug.server.records.entries import Run

SERVERS = ("State", "Exported on", "Export")
NOTHING_COPIED: dict[str, Any] = dict.fromkeys(SERVERS)
RIGHT = ("exported", "2026-10-01", "1")
EMPTY = ("new", "", "")
CASES = [case_of(code) for code in sorted(CODES)]
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def found(book: Book, run: Run) -> list[str]:
    """Return what a run said of the server's cells."""
    problems = book.house.service.records.details.all_problems(run.id)
    return [
        one.sentence for one in problems if any(case.is_said_by(one.sentence) for case in CASES)
    ]


def cells(book: Book) -> dict[str, tuple[str, ...]]:
    """Return the server's cells of each invoice."""
    rows = book.rows("Invoices").items()
    return {number: tuple(row.get(name, "") for name in SERVERS) for number, row in rows}


def clear(book: Book, number: str, *headers: str) -> None:
    for header in headers or SERVERS:
        book.type("Invoices", number, header, None)


def copy_row(book: Book, number: str, row: int = 2, **typed: Any) -> None:
    """Let somebody copy a row below the others and change its number, and maybe more."""
    with book.edited() as file:
        sheet = file["Invoices"]
        names = [cell.value for cell in sheet[1]]
        copy: list[Any] = [cell.value for cell in sheet[row]]
        for name, value in {"Number": number, **typed}.items():
            copy[names.index(name)] = value
        sheet.append(copy)


def invoices(book: Book, change: Callable[[list[list[Any]]], list[list[Any]]]) -> None:
    """Let somebody put the rows of tab Invoices otherwise."""
    with book.edited() as file:
        sheet = file["Invoices"]
        header, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
        sheet.delete_rows(1, sheet.max_row)
        for row in [header, *change(rows)]:
            sheet.append(row)
