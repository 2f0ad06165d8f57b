"""Makes `examples/acme.xlsx`, the workbook of the demo; the same cells come out every time."""

from datetime import UTC, datetime
from pathlib import Path

from acme_data import BEFORE, customers, documents, settings

from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import installed
from boekbrug.server.workbook.first_sheet import first_sheet

MADE_AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
PROGRAMS = ("winbooks",)
ACME = Path(__file__).with_name("acme.xlsx")


def make(path: Path) -> None:
    """Write the workbook; what is there already is replaced."""
    modules = installed()
    parameters = [
        (one.label, one.default, one.hint)
        for name in PROGRAMS
        for one in declared(modules[name].Parameters)
    ]
    invoices, lines = documents()
    tabs = first_sheet(
        first_document_on=BEFORE,
        programs=PROGRAMS,
        parameters=parameters,
        rows={
            "Settings": settings(),
            "Customers": customers(),
            "Invoices": invoices,
            "Lines": lines,
        },
    )
    path.unlink(missing_ok=True)
    write_new_workbook(path, tabs, made_at=MADE_AT)


if __name__ == "__main__":
    make(ACME)
    print(f"{ACME} made.")
