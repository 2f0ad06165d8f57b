"""Makes `examples/broken.xlsx`: a month of invoices with one mistake of every usual kind."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.programs.protocol import installed
from boekbrug.server.workbook.cells import Cell, CellError
from boekbrug.server.workbook.first_sheet import first_sheet

Row = Mapping[str, Cell]

BROKEN = Path(__file__).with_name("broken.xlsx")
MADE_AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FIRST, MONDAY = date(2026, 10, 1), date(2026, 10, 5)

SETTINGS: tuple[Row, ...] = (
    {"Setting": "Invoice journal", "Value": "VERKOOPBOEK"},  # longer than WinBooks has room for
    {"Setting": "VAT computed", "Value": "sometimes"},
    {"Setting": "Accountant receives e-invoices", "Value": "no"},
    {"Setting": "Language", "Value": "en"},
)
BAKERY, GARAGE = "Bakkerij Janssens bv", "Garage Maes"


def customer(name: str, **typed: Cell) -> Row:
    """Return a customer of whom all is right but what is typed otherwise."""
    known: Row = {"Kind": "person", "Postcode": "9000", "City": "Gent", "Country": "BE"}
    return {"Customer": name, **known, **{key.replace("_", " "): typed[key] for key in typed}}


def invoice(number: Cell, **typed: Cell) -> Row:
    """Return an invoice of one line of which all is right but what is typed otherwise."""
    known: Row = {"Kind": "invoice", "Date": MONDAY, "Customer": BAKERY, "Net": 100, "VAT": "21"}
    return {"Number": number, **known, **{key.replace("_", " "): typed[key] for key in typed}}


def line(number: Cell, **typed: Cell) -> Row:
    """Return a line of which all is right but what is typed otherwise."""
    known: Row = {"Description": "Work", "Quantity": 1, "Unit price": 50, "VAT": "21"}
    return {"Invoice": number, **known, **{key.replace("_", " "): typed[key] for key in typed}}


CUSTOMERS: tuple[Row, ...] = (
    customer(BAKERY, Kind="company", VAT_number="BE0428759497"),
    customer(GARAGE, Kind="company", VAT_number="BE0428759498"),  # its check digits are wrong
    customer("Els Maes", Country="Belgie en Frankrijk"),
    customer("Zoë Vermeulen", Kind="friend"),
    customer("Ria Stevens", Payment_term="soon"),
)
INVOICES: tuple[Row, ...] = (
    invoice("2026/101"),
    invoice(date(2026, 11, 1)),  # what 2026-11 becomes
    invoice("2026/103", Customer="Bakkerij Janssen"),
    invoice("2026/104"),
    invoice("2026/104", Net=120),
    invoice("2026/106", VAT=0.21),
    invoice("2026/107", VAT="22"),
    invoice("2026/108", Date="31/02/2026"),
    invoice("2026/109", Net="1,234"),
    invoice("2026/110", Net=True),
    invoice("2026/111", Net=CellError("#REF!")),
    invoice("2026/112", VAT=None),
    invoice("2026/113", Net=-50),
    invoice("2026/114", Kind="estimate"),
    invoice("2026/115", Due=date(2026, 9, 1)),
    invoice("2026/116", Total_as_printed=122),
    invoice("2026/117", Account="799999"),
    invoice("2026/118", Net=None, VAT=None),
    invoice("2026/119"),
    invoice("no number"),
    # pasted from the sheet of another firm, with what the server had written there
    invoice("2026/120", State="exported", Exported_on="2026-09-02", Export="7"),
)
LINES: tuple[Row, ...] = (
    line("2026/118", Quantity=date(2026, 4, 3)),  # what 3/4 becomes
    line("2026/118", Unit_price="1E+05"),
    line("2026/999"),  # an invoice that nobody wrote
)


def make(path: Path) -> None:
    """Write the workbook; what is there already is replaced."""
    programs = ("winbooks",)
    tabs = first_sheet(
        first_document_on=FIRST,
        programs=programs,
        parameters=setting_rows(installed()["winbooks"].Parameters),
        rows={"Settings": SETTINGS, "Customers": CUSTOMERS, "Invoices": INVOICES, "Lines": LINES},
    )
    path.unlink(missing_ok=True)
    write_new_workbook(path, tabs, made_at=MADE_AT)


if __name__ == "__main__":
    make(BROKEN)
    print(f"{BROKEN} made.")
