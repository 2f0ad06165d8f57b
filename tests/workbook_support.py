"""Sheets for tests: a tab is its rows by row number, each a header and a cell."""

from collections.abc import Mapping

from example_firm import DOSSIER

from boekbrug.server.bookkeeping.problems import Severity, merged, sentence
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.workbook.cells import Cell, Cells, Tab
from boekbrug.server.workbook.reader import Reading, read_workbook

Row = Mapping[str, Cell]
Rows = Mapping[int, Row]

PROGRAMS = ("journal_csv", "winbooks")
LABELS = frozenset({"VATBASE on credit notes"})
HEADERS = {
    "Settings": ("Setting", "Value"),
    "VAT": ("Code", "Name", "Rate %", "Treatment", "Suggested account"),
    "Accounts": ("Number", "Name"),
    "Customers": ("Customer", "Kind", "Country"),
    "Invoices": ("Number", "Kind", "Date", "Customer"),
    "Lines": ("Invoice", "Unit price", "VAT"),
}
VAT: Rows = {
    2: {"Code": "H21", "Rate %": 21.0, "Treatment": "domestic", "Suggested account": "700000"},
    3: {"Code": "M12", "Rate %": 12.0, "Treatment": "domestic"},
    4: {"Code": "L6", "Rate %": 6.0, "Treatment": "domestic"},
    5: {"Code": "IC-S", "Rate %": 0.0, "Treatment": "EU services"},
    6: {"Code": "IC-G", "Rate %": 0.0, "Treatment": "EU goods"},
    7: {"Code": "OUT", "Rate %": 0.0, "Treatment": "outside VAT"},
    8: {"Code": "EX", "Rate %": 0.0, "Treatment": "export goods"},
}
ACCOUNTS: Rows = {2: {"Number": "700000", "Name": "Sales"}, 3: {"Number": 708000.0, "Name": "Off"}}
GARAGE: Row = {"Customer": "Garage Maes", "Kind": "company", "Country": "BE"}
PERSON: Row = {"Customer": "Els Maes", "Kind": "person", "Country": "BE"}


def tab(title: str, rows: Rows, headers: tuple[str, ...] = ()) -> Tab:
    """Return a tab with its headers in row 1 and every row where its number says."""
    names = dict.fromkeys([*headers, *(header for row in rows.values() for header in row)])
    last = max(rows, default=1)
    return Tab(
        title,
        tuple(
            (name, *(rows.get(number, {}).get(name) for number in range(2, last + 1)))
            for name in names
        ),
    )


def sheet(**rows: Rows) -> Cells:
    """Return a sheet with all tabs of a team; those not given are right or empty."""
    given = {"VAT": VAT, "Accounts": ACCOUNTS, "Customers": {2: GARAGE}, **rows}
    tabs = (tab(title, given.get(title, {}), headers) for title, headers in HEADERS.items())
    return Cells(tuple(tabs))


def settings(**values: Cell) -> Rows:
    """Return rows of tab Settings from row 2 on; _ stands for a space in a name."""
    named = ((name.replace("_", " "), value) for name, value in values.items())
    return {
        number: {"Setting": name, "Value": value} for number, (name, value) in enumerate(named, 2)
    }


def invoice(number: Cell = "2026/18", /, **more: Cell) -> Row:
    """Return a right row of one line; `more` in place of its cells, or other columns."""
    right: dict[str, Cell] = {
        "Number": number,
        "Kind": "invoice",
        "Date": "2026-03-16",
        "Customer": "Garage Maes",
        "Net": 100.0,
        "VAT": "H21",
    }
    return right | {name.replace("_", " "): cell for name, cell in more.items()}


def read(cells: Cells, dossier: Dossier = DOSSIER) -> Reading:
    """Return what the sheet holds."""
    return read_workbook(cells, dossier, programs=PROGRAMS, program_labels=LABELS)


def errors(cells: Cells, dossier: Dossier = DOSSIER) -> list[str]:
    """Return the sentences of the errors in a sheet."""
    return _sentences(cells, dossier, Severity.ERROR)


def warnings(cells: Cells, dossier: Dossier = DOSSIER) -> list[str]:
    """Return the sentences of the warnings in a sheet."""
    return _sentences(cells, dossier, Severity.WARNING)


def _sentences(cells: Cells, dossier: Dossier, severity: Severity) -> list[str]:
    problems = read(cells, dossier).workbook.problems
    return [sentence(one) for one in merged(problems) if one.severity is severity]
