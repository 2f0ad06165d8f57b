"""The example firm in a Google Sheet: the same cells and the same files as from its .xlsx file."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from example_firm import DOSSIER, EXAMPLE, SUMMER
from google_emulator.google import Google
from google_emulator.people import Person
from google_sheets_support import GoogleSheet, loaded

from boekbrug.adapters.google.client import GoogleClient
from boekbrug.adapters.local.excel import ExcelLimits, ExcelWorkbook
from boekbrug.config.limits import tariff
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.programs.protocol import installed
from boekbrug.server.records.entries import RunRequest, Team, WorkbookEntry
from boekbrug.server.workbook.cells import Cells, text_of
from boekbrug.server.workflow.ports import WorkbookPort
from boekbrug.server.workflow.preparation import Surroundings, prepare, render

EXCEL_LIMITS = ExcelLimits(file_bytes_max=10**6, uncompressed_bytes_max=10**7, rows_max=1000)
ENTRY = WorkbookEntry(
    id="1",
    dossier_id=1,
    dossier=DOSSIER,
    team=Team(id=1, key="acme", name="Acme bv", credit_limit=Decimal(0)),
    kind="google",
    location="",
    folder="",
    secret_version=1,
    lines_estimate=None,
)
HISTORY = History(prices=tariff(), balance=Decimal("25.00"))


@pytest.fixture
def sheet(google: Google) -> GoogleSheet:
    return loaded(google, EXAMPLE)


def excel(path: Path = EXAMPLE) -> ExcelWorkbook:
    return ExcelWorkbook(path, limits=EXCEL_LIMITS)


def texts(cells: Cells) -> dict[str, list[list[tuple[type, str]]]]:
    """Return kind and text of every cell: whether a whole number is a float is nobody's matter."""
    return {
        tab.title: [
            [(float if type(cell) is int else type(cell), text_of(cell)) for cell in column]
            for column in tab.columns
        ]
        for tab in cells.tabs
    }


def exported(workbook: WorkbookPort) -> tuple[Plan, tuple[ExportFile, ...]]:
    surroundings = Surroundings(
        programs=installed(), today=date(2026, 10, 5), top_up_text="", code_version="1"
    )
    prepared = prepare(workbook.read(), ENTRY, HISTORY, RunRequest(period=SUMMER), surroundings)
    return prepared.plan, render(prepared, ENTRY, "1").files


def test_the_cells_are_the_same(sheet: GoogleSheet, client: GoogleClient):
    assert texts(sheet.workbook(client).read()) == texts(excel().read())


def test_plan_and_files_are_the_same_to_the_byte(sheet: GoogleSheet, client: GoogleClient):
    plan, files = exported(sheet.workbook(client))
    expected_plan, expected_files = exported(excel())
    assert plan == expected_plan
    assert [file.content for file in files] == [file.content for file in expected_files]
    assert files == expected_files
    assert len(files) == 1


def test_sorted_rows_give_the_same_files(sheet: GoogleSheet, client: GoogleClient):
    person = Person(sheet.google.emulator.state, sheet.id)
    person.sort("Invoices", "Customer")
    person.sort("Customers", "Customer", descending=True)
    assert exported(sheet.workbook(client))[1] == exported(excel())[1]


def test_typed_in_the_locale_of_the_sheet_it_is_still_the_same(
    sheet: GoogleSheet, client: GoogleClient
):
    """Invoices are typed again as people in Belgium do: 1/07/2026 and 1234,5."""
    person = Person(sheet.google.emulator.state, sheet.id)
    for row in openpyxl.load_workbook(EXAMPLE)["Invoices"].iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, date):
                person.type(f"Invoices!{cell.coordinate}", f"{cell.value:%d/%m/%Y}")
            elif isinstance(cell.value, float):
                person.type(f"Invoices!{cell.coordinate}", str(cell.value).replace(".", ","))
    assert exported(sheet.workbook(client))[1] == exported(excel())[1]
