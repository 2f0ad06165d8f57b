"""A document that no file of an export holds is not exported and not charged."""

from collections.abc import Callable
from decimal import Decimal
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest
from export_support import BAKERY, GARAGE, JOURNALS, SALES, invoice, unzipped, write_sheet
from house_support import Book, House, Opened

from boekbrug.adapters.programs import journal_csv, winbooks
from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.programs.protocol import NAMES, Program
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.room import LinesInFlight

WHY = "a total of 0.00 is booked nowhere"
FREE = {**invoice("2026/3", 0.0, 20), "Customer": "Els Maes"}
PERSON = {"Customer": "Els Maes", "Kind": "person", "Country": "BE"}


def without_zero(module: ModuleType) -> Program:
    """Return the program as it would be if it took no document of 0.00."""

    def left_out(batch: Batch, _parameters: Any, /) -> dict[DocumentKey, str]:
        return {document.key: WHY for document in batch.documents if not document.gross}

    names = {name: getattr(module, name) for name in NAMES}
    return cast("Program", SimpleNamespace(**names, left_out=left_out))


def export(book: Book, **programs: Program) -> str:
    """Export with these programs; return the sentence at the end."""
    house = book.house.with_outside(programs=programs)
    service = house.service
    steps = RunSteps(service.records, service.outside, LinesInFlight(10_000))
    house = House(directory=house.directory, service=service, steps=steps)
    return Book(house, book.entry).export().sentence


@pytest.fixture
def book(opened: Opened) -> Book:
    """A workbook with two invoices, and a third of 0.00 for a customer of its own."""
    return opened(invoices=[*SALES, FREE], customers=[GARAGE, BAKERY, PERSON])


def test_what_the_program_leaves_out_is_listed_and_neither_charged_nor_numbered(book: Book):
    assert export(book, winbooks=without_zero(winbooks)) == (
        "Export 1 is ready: 2 invoices. It cost EUR 0.24."
    )
    assert book.house.promised()["charges"] == 2
    states = {number: row["State"] for number, row in book.rows("Invoices").items()}
    assert states == {"2026/1": "exported", "2026/2": "exported", "2026/3": "left out"}
    assert ("Left out", "2026/3", WHY) in [row[:3] for row in book.table("Check")]
    assert book.rows("Customers")["Els Maes"]["Accountant's no."] == ""
    assert export(book, winbooks=without_zero(winbooks)).startswith("Nothing new in September")
    assert export(book, winbooks=winbooks) == "Export 2 is ready: 1 invoice. It cost EUR 0.12."


def test_what_one_of_two_programs_writes_is_exported_and_charged_once(
    new_house: Callable[..., House],
):
    house = new_house()
    path = write_sheet(
        house.directory / "acme.xlsx",
        customers=[GARAGE, BAKERY, PERSON],
        invoices=[*SALES, FREE],
        settings={**JOURNALS, "Program": "winbooks, journal_csv"},
        programs=("winbooks", "journal_csv"),
    )
    book = Book(house, house.attach(path))
    said = export(book, winbooks=without_zero(winbooks), journal_csv=journal_csv)
    assert said == "Export 1 is ready: 3 invoices. It cost EUR 0.36."
    files = {
        name: text
        for file in book.house.delivered()
        for name, text in unzipped(file.read_bytes()).items()
    }
    assert b"20260003" not in files["ACT.TXT"]
    assert b"2026/3" in files["journal.csv"]
    records = house.service.records
    batch = records.dossier(book.entry.dossier_id).batch_by_number(1)
    assert batch is not None
    assert (batch.totals.documents, batch.fee) == (3, Decimal("0.36"))
    assert records.agreement().differences == ()
