"""The worked cases as people type them, with the columns that they add; read, planned, rendered.

Their figures are worked out by hand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bookkeeping_support import YEAR, history
from example_firm import DOSSIER
from workbook_support import Row, Rows, sheet
from workbook_support import settings as setting_rows

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.bookkeeping.problems import merged, sentence
from boekbrug.server.programs.protocol import Program, installed
from boekbrug.server.programs.verify import verify
from boekbrug.server.records.entries import RunRequest, Team, WorkbookEntry
from boekbrug.server.workbook.cells import Cell
from boekbrug.server.workflow.preparation import Prepared, Surroundings, prepare

ENTRY = WorkbookEntry(
    id="cases",
    dossier_id=1,
    dossier=DOSSIER,
    team=Team(id=1, key="acme", name="Acme bv", credit_limit=ZERO),
    kind="local",
    location="cases.xlsx",
    folder="",
    secret_version=1,
    lines_estimate=None,
)
INSTALLED = installed()
SURROUNDINGS = Surroundings(
    programs=INSTALLED, today=date(2026, 6, 1), top_up_text="", code_version="0"
)
VAT: Rows = {
    2: {"Code": "H21", "Rate %": 21.0, "Treatment": "domestic"},
    3: {"Code": "L6", "Rate %": 6.0, "Treatment": "domestic"},
    4: {"Code": "IC-S", "Rate %": 0.0, "Treatment": "EU services"},
    5: {"Code": "OUT", "Rate %": 0.0, "Treatment": "outside VAT"},
}
ACCOUNTS: Rows = {
    2: {"Number": "700000", "Name": "Consulting"},
    3: {"Number": "700100", "Name": "Verkoop handboeken"},
    4: {"Number": "700200", "Name": "Verplaatsingen"},
    5: {"Number": "700300", "Name": "EU-diensten"},
    6: {"Number": "700310", "Name": "EU-diensten, reis"},
    7: {"Number": "708000", "Name": "Toegekende kortingen"},
    8: {"Number": "416000", "Name": "Diverse vorderingen", "Kind": "disbursement"},
}
DEJAVU: Row = {
    "Customer": "Café Déjà Vu BV",
    "Kind": "company",
    "VAT number": "BE 0428.759.497",
    "Country": "BE",
    "Accountant's no.": "100001",
    "Payment term": "30",
}
RHEIN: Row = {
    "Customer": "Rhein Logistik GmbH",
    "Kind": "company",
    "VAT number": "DE136695976",
    "Country": "Duitsland",
    "Accountant's no.": "100007",
    "Payment term": "30",
}
INVOICE_A: Row = {
    "Number": "2026/18",
    "Kind": "invoice",
    "Date": "2026-03-16",
    "Customer": "Café Déjà Vu BV",
    "Payment reference": "+++202/6000/01812+++",
    "Document discount %": 3.0,
}
CREDIT_B: Row = {
    "Number": "CN2026/3",
    "Kind": "credit note",
    "Date": "2026-04-07",
    "Customer": "Café Déjà Vu BV",
    "Document discount %": 3.0,
    "Credits": "2026/18",
}
THE_REST: Row = {**CREDIT_B, "Number": "CN2026/4", "Date": "2026-04-08"}
THE_THIRD: Row = {**CREDIT_B, "Number": "CN2026/5", "Date": "2026-05-04"}
INVOICE_C: Row = {
    "Number": "2026/31",
    "Kind": "invoice",
    "Date": "2026-04-02",
    "Customer": "Rhein Logistik GmbH",
    "Payment reference": "+++202/6000/03125+++",
    "Supply date": "2026-03-27",
}
CASH: Row = {
    "Number": "2026/40",
    "Kind": "invoice",
    "Date": "2026-03-16",
    "Customer": "Café Déjà Vu BV",
    "Cash discount %": 2.0,
    "Cash discount days": 8.0,
}


def _line(
    invoice: str, quantity: float, price: float, code: Cell, account: str, **more: Cell
) -> Row:
    return {
        "Invoice": invoice,
        "Quantity": quantity,
        "Unit price": price,
        "VAT": code,
        "Account": account,
        **{name.replace("_", " "): cell for name, cell in more.items()},
    }


def consulting(number: str, hours: int) -> Row:
    return {**_line(number, float(hours), 82.5, "H21", "700000"), "Discount %": 10.0}


def travel(number: str) -> Row:
    return _line(number, 1.0, 52.18, "H21", "700200")


def manuals(number: str, count: int) -> Row:
    return {**_line(number, float(count), 17.85, "L6", "700100"), "Discount %": 5.0}


LINES_A = (consulting("2026/18", 7), travel("2026/18"), manuals("2026/18", 9))
LINES_B = (consulting("CN2026/3", 3), manuals("CN2026/3", 2))
LINES_REST = (consulting("CN2026/4", 4), travel("CN2026/4"), manuals("CN2026/4", 7))
LINES_C = (
    _line("2026/31", 12.0, 95.0, "IC-S", "700300"),
    _line("2026/31", 1.0, 86.4, "IC-S", "700310"),
    _line("2026/31", 1.0, 45.0, "OUT", "416000", Line_kind="disbursement"),
)
LINES_CASH = (_line("2026/40", 1.0, 1000.0, "H21", "700000"),)


@dataclass(frozen=True)
class Typed:
    """A sheet: rows of Invoices and of Lines from row 2 on, customers and settings."""

    invoices: tuple[Row, ...]
    lines: tuple[Row, ...]
    customers: tuple[Row, ...] = (DEJAVU,)
    settings: tuple[tuple[str, Cell], ...] = ()
    vat: tuple[Row, ...] = tuple(VAT.values())
    accounts: tuple[Row, ...] = tuple(ACCOUNTS.values())

    def set(self, **values: Cell) -> "Typed":
        """Return the sheet with these settings too; _ stands for a space."""
        return replace(self, settings=(*self.settings, *values.items()))


CASE_A = Typed((INVOICE_A,), LINES_A)
CASE_B = Typed((INVOICE_A, CREDIT_B), (*LINES_A, *LINES_B))
CASE_B_REST = Typed((INVOICE_A, CREDIT_B, THE_REST), (*LINES_A, *LINES_B, *LINES_REST))
CASE_C = Typed((INVOICE_C,), LINES_C, (RHEIN,)).set(VAT_return="quarter", Periods="quarters")
CASE_CASH = Typed((CASH,), LINES_CASH)


def prepared(
    typed: Typed,
    *,
    program: str = "winbooks",
    programs: Mapping[str, Program] = INSTALLED,
    country: str = "BE",
) -> Prepared:
    """Return what an export of all that the sheet holds of 2026 would be.

    Args:
        typed: the sheet.
        program: the accountant's.
        programs: those that are installed.
        country: the seller's.
    """
    usual: dict[str, Cell] = {
        "Invoice_journal": "VERKP",
        "Credit_note_journal": "VERKCN",
        "Discount_account": "708000",
        "Language": "nl",
        "Accountant_receives_e-invoices": "no",
    }
    cells = sheet(
        Settings=setting_rows(**(usual | dict(typed.settings))),
        VAT=_numbered(typed.vat),
        Accounts=_numbered(typed.accounts),
        Customers=_numbered(typed.customers),
        Invoices=_numbered(typed.invoices),
        Lines=_numbered(typed.lines),
    )
    entry = replace(ENTRY, dossier=replace(DOSSIER, country=country, program=program))
    surroundings = replace(SURROUNDINGS, programs=programs)
    return prepare(cells, entry, history(), RunRequest(period=YEAR), surroundings)


def files(found: Prepared) -> tuple[ExportFile, ...]:
    """Return the program's files, which say what was planned."""
    assert not blocking(found)
    (told,) = found.told
    written = tuple(told.program.render(told.batch, told.parameters))
    assert verify(told.batch, written, told.program, told.parameters) == ()
    return written


def blocking(found: Prepared) -> list[str]:
    """Return the sentences of what keeps the documents from being exported."""
    return [sentence(one) for one in merged(found.plan.blocking)]


def warnings(found: Prepared) -> list[str]:
    """Return the sentences of what is only to be looked at."""
    return [sentence(one) for one in merged(found.plan.warnings)]


def _numbered(rows: Iterable[Row]) -> Rows:
    return dict(enumerate(rows, start=2))
