"""A sheet of two exported invoices whose cells of the server say what a test wants."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bookkeeping_support import customer, document, exported, history, key, line, planned, workbook
from bookkeeping_support import said as sentences

from boekbrug.server.bookkeeping.model import Workbook
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.told import LastTold, RowTold, SheetTold

HEADERS = {name: name for name in ("State", "Exported on", "Export")}
LAST = LastTold(3, frozenset(HEADERS))
DAY = date(2026, 4, 1)
RIGHT = RowTold(state="exported", exported_on="2026-04-01", export="3", day=DAY)


def here(**given: Any) -> Any:
    """Return what an export of this workbook knows of a document."""
    return exported(**{"workbook_id": "w", "first_batch": 3, "external_id": "100000", **given})


PAST = history(
    exported={key("2026/18"): here(), key("2026/19"): here()},
    external_ids={"100000": "Dejavu"},
    past={3: None},
)
TWO = (document("2026/18", row=2), document("2026/19", row=3))


def sheet(
    told: Mapping[int, RowTold], *more: Any, headers: Mapping[str, str] = HEADERS, **given: Any
) -> Workbook:
    """Return a sheet of two exported invoices, in rows 2 and 3, and more."""
    rows = {Origin("Invoices", row): cells for row, cells in {2: RIGHT, 3: RIGHT, **told}.items()}
    named = {"customers": [customer(external_id="100000")]} | given
    documents = named.pop("documents", TWO)
    return workbook(*documents, *more, told=SheetTold(headers, rows), **named)


def plan_of(typed: Workbook, past: Any = PAST, **given: Any) -> Plan:
    known: dict[str, Any] = {"workbook_id": "w", "told": LAST, **given}
    return planned(typed, past=past, **known)


def told(typed: Workbook, past: Any = PAST, **given: Any) -> list[str]:
    plan = plan_of(typed, past, **given)
    return sentences((*plan.blocking, *plan.warnings))


NEW = document("2026/20", line("70.00"), row=9, description="Painting")
