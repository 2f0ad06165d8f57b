"""What goes into an export and what comes out: sheets as people fill them in, files as read."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.adapters.programs.winbooks_rows import ACT, CSF
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workbook.first_sheet import first_sheet

NOW = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)

Row = Mapping[str, Cell]
JOURNALS = {
    "Invoice journal": "VERKP",
    "Credit note journal": "VERKCN",
    "Accountant receives e-invoices": "no",
}
GARAGE: dict[str, Cell] = {"Customer": "Garage Maes", "Kind": "person", "Country": "BE"}
BAKERY: dict[str, Cell] = {"Customer": "Bakkerij Janssens", "Kind": "person", "Country": "BE"}


def invoice(number: str, net: float, day: int = 15, /, **more: Cell) -> dict[str, Cell]:
    """Return an invoice of one line in September 2026; `more` in place of its cells."""
    right: dict[str, Cell] = {
        "Number": number,
        "Kind": "credit note" if number.startswith("CN") else "invoice",
        "Date": date(2026, 9, day),
        "Customer": "Garage Maes",
        "Net": net,
        "VAT": "H21",
    }
    return right | more


SALES = (invoice("2026/1", 100.0), invoice("2026/2", 50.0, 16, Customer="Bakkerij Janssens"))
"""Two invoices of September, each of another customer."""


def write_sheet(
    path: Path,
    *,
    customers: Sequence[Row] = (GARAGE, BAKERY),
    invoices: Sequence[Row] = (),
    lines: Sequence[Row] = (),
    settings: Mapping[str, Cell] = JOURNALS,
    first_document_on: date = date(2026, 1, 1),
    programs: tuple[str, ...] = ("winbooks",),
) -> Path:
    """Make a new workbook at the path and fill it in as people do."""
    answered = {"Language": "en", **settings}
    answers = [{"Setting": name, "Value": value} for name, value in answered.items()]
    rows = {"Settings": answers, "Customers": customers, "Invoices": invoices, "Lines": lines}
    tabs = first_sheet(
        first_document_on=first_document_on, programs=programs, parameters=(), rows=rows
    )
    write_new_workbook(path, tabs, made_at=NOW)
    return path


def unzipped(content: bytes) -> dict[str, bytes]:
    """Return what is in the ZIP of an export, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def act(content: bytes) -> list[dict[str, str]]:
    """Return the rows of ACT.TXT in the ZIP of an export."""
    return _rows(unzipped(content)["ACT.TXT"], ACT)


def csf(content: bytes) -> list[dict[str, str]]:
    """Return the rows of CSF.TXT in the ZIP of an export."""
    return _rows(unzipped(content)["CSF.TXT"], CSF)


def _rows(content: bytes, fields: Sequence[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("cp1252"), newline=""), fields))
