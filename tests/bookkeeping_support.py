"""Builders of what people type, with the least that a test must say."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from example_firm import DOSSIER

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.books import Account, Customer, VatCode
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Line, Workbook
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.planning import make_plan
from boekbrug.server.bookkeeping.problems import Origin, Problem, sentence
from boekbrug.server.bookkeeping.request import PlanRequest
from boekbrug.server.bookkeeping.settings import Dossier, Period, Settings
from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.bookkeeping.terms import (
    AccountKind,
    CustomerKind,
    EInvoices,
    Kind,
    Selection,
    Treatment,
)

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TODAY = date(2026, 4, 2)
PRICES = (
    Price(date(2026, 1, 1), Kind.INVOICE, Decimal("0.12")),
    Price(date(2026, 1, 1), Kind.CREDIT_NOTE, Decimal("0.00")),
)
SETTINGS = Settings(
    programs=("winbooks",),
    invoice_journal="VERKP",
    credit_note_journal="VERKCN",
    discount_account="708000",
    language="nl",
    accountant_e_invoices=EInvoices.NO,
)
ACCOUNTS = {
    number: Account(
        origin=Origin("Accounts", row), number=number, name=name, kind=AccountKind.REVENUE
    )
    for row, (number, name) in enumerate(
        [("700000", "Sales"), ("700100", "Books"), ("700200", "Travel"), ("708000", "Discounts")],
        start=2,
    )
}


def vat_code(
    code: str,
    rate: int,
    treatment: Treatment = Treatment.DOMESTIC,
    *,
    suggested_account: str = "",
    row: int = 2,
) -> VatCode:
    return VatCode(
        origin=Origin("VAT", row),
        code=code,
        name=code,
        rate=Decimal(rate),
        treatment=treatment,
        suggested_account=suggested_account,
    )


CODES = {
    code.code: code
    for code in (
        vat_code("H21", 21, row=2),
        vat_code("M12", 12, row=3),
        vat_code("L6", 6, row=4),
        vat_code("N0", 0, Treatment.ZERO_RATE, row=5),
        vat_code("MC", 0, Treatment.REVERSE_CHARGE_DOMESTIC, row=6),
        vat_code("IC-S", 0, Treatment.EU_SERVICES, row=7),
        vat_code("EX", 0, Treatment.EXPORT_GOODS, row=8),
        vat_code("OUT", 0, Treatment.OUTSIDE_VAT, row=9),
    )
}


def customer(key: str = "Dejavu", *, row: int = 2, **given: object) -> Customer:
    values: dict[str, object] = {
        "origin": Origin("Customers", row),
        "key": key,
        "name": key,
        "kind": CustomerKind.COMPANY,
        "country": "BE",
        "vat_number": "BE0428759497",
    }
    return Customer(**(values | given))  # type: ignore[arg-type]


def line(
    price: str, code: str = "H21", account: str = "700000", *, row: int = 2, **given: object
) -> Line:
    values: dict[str, object] = {
        "origin": Origin("Lines", row),
        "description": "",
        "quantity": Decimal(1),
        "unit_price": Decimal(price),
        "vat_code": code,
        "account": account,
    }
    return Line(**(values | given))  # type: ignore[arg-type]


def document(
    number: str = "2026/18",
    *lines: Line,
    row: int = 2,
    kind: Kind = Kind.INVOICE,
    issued_on: date = date(2026, 3, 16),
    **given: object,
) -> Document:
    prefix = "CN" if number.startswith("CN") else ""
    year, _, sequence = number.removeprefix(prefix).partition("/")
    values: dict[str, object] = {
        "origin": Origin("Invoices", row),
        "key": DocumentKey(f"{kind.value}:{prefix}", "", number.removeprefix(prefix)),
        "number": number,
        "kind": kind,
        "year": int(year),
        "sequence": int(sequence),
        "issued_on": issued_on,
        "due_on": None,
        "customer": "Dejavu",
        "description": "",
        "reference": "",
        "lines": lines or (line("100.00"),),
    }
    return Document(**(values | given))  # type: ignore[arg-type]


CASE_A = document(
    "2026/18",
    line("82.50", "H21", "700000", quantity=Decimal(7), discount_percent=Decimal(10)),
    line("52.18", "H21", "700200"),
    line("17.85", "L6", "700100", quantity=Decimal(9), discount_percent=Decimal(5)),
    discount_percent=Decimal(3),
)
"""Line discounts, a document discount of 3 %, two rates; its amounts are worked out by hand."""


def workbook(
    *documents: Document,
    customers: Sequence[Customer] = (),
    settings: Settings = SETTINGS,
    **given: object,
) -> Workbook:
    everybody = customers or (customer(),)
    values: dict[str, object] = {
        "settings": settings,
        "customers": {one.key: one for one in everybody},
        "accounts": ACCOUNTS,
        "vat_codes": CODES,
        "documents": documents,
    }
    return Workbook(**(values | given))  # type: ignore[arg-type]


def history(**given: object) -> History:
    values: dict[str, object] = {"prices": PRICES, "balance": Decimal("50.00")}
    return History(**(values | given))  # type: ignore[arg-type]


def exported(**given: object) -> Exported:
    values: dict[str, object] = {
        "batch": 3,
        "exported_on": date(2026, 4, 1),
        "issued_on": date(2026, 3, 16),
        "external_id": "",
        "digest": "",
        "net": Decimal("100.00"),
        "vat": Decimal("21.00"),
        "gross": Decimal("121.00"),
    }
    return Exported(**(values | given))  # type: ignore[arg-type]


def planned(
    typed: Workbook,
    *,
    past: History | None = None,
    period: Period = MARCH,
    selection: Selection = Selection.NEW,
    dossier: Dossier = DOSSIER,
    **given: object,
) -> Plan:
    request = PlanRequest(period=period, selection=selection, today=TODAY, **given)  # type: ignore[arg-type]
    return make_plan(typed, dossier, past or history(), request)


def said(problems: Iterable[Problem]) -> list[str]:
    return [sentence(problem) for problem in problems]


def only(plan: Plan) -> BookedDocument:
    """Return the one document of the plan's batch."""
    assert plan.batch is not None
    (booked,) = plan.batch.documents
    return booked


def key(number: str = "2026/18", series: str = "invoice:") -> DocumentKey:
    return DocumentKey(series, "", number)


def booked(typed: Document, settings: Settings = SETTINGS, **given: Any) -> BookedDocument:
    plan = planned(workbook(typed, settings=settings, **given))
    assert not plan.blocking, said(plan.blocking)
    return only(plan)


def revenue(one: BookedDocument) -> list[tuple[str, str, Decimal]]:
    return [(row.account, row.vat_code, row.net) for row in one.revenue]


def bases(one: BookedDocument) -> dict[str, tuple[Decimal, Decimal]]:
    return {row.vat_code: (row.base, row.vat) for row in one.vat}


def totals(one: BookedDocument) -> tuple[str, str, str]:
    return str(one.net), str(one.vat_total), str(one.gross)
