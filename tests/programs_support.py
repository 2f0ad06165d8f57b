"""Batches built by hand for the tests of the programs: customers, documents, worked cases A to C.

Their figures are worked out by hand.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from example_firm import DOSSIER

from boekbrug.server.bookkeeping.booking import (
    Batch,
    BookedDocument,
    BookedVatCode,
    ExportFile,
    RevenueRow,
    VatRow,
)
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import CustomerKind, Kind, Treatment, VatMode

GOLDEN = Path(__file__).parent / "golden"

ACCOUNT_NAMES = {
    "400000": "Klanten",
    "416000": "Diverse vorderingen",
    "451000": "Te betalen btw",
    "700000": "Consulting",
    "700100": "Verkoop handboeken",
    "700200": "Verplaatsingen",
    "700300": "EU-diensten",
    "700310": "EU-diensten, reis",
    "708000": "Toegekende kortingen",
}
DEJAVU = Customer(
    origin=Origin("Customers", 2),
    key="Café Déjà Vu BV",
    name="Café Déjà Vu BV",
    kind=CustomerKind.COMPANY,
    country="BE",
    vat_number="BE0428759497",
    street="Rue Haute 12",
    postcode="1000",
    city="Brussel",
    language="nl",
    payment_terms="30",
    external_id="100001",
)
RHEIN = Customer(
    origin=Origin("Customers", 8),
    key="Rhein Logistik GmbH",
    name="Rhein Logistik GmbH",
    kind=CustomerKind.COMPANY,
    country="DE",
    vat_number="DE136695976",
    payment_terms="30",
    external_id="100007",
)


def vat_code(code: str, rate: str, treatment: Treatment, program_code: str) -> BookedVatCode:
    return BookedVatCode(
        code=code, name=code, rate=Decimal(rate), treatment=treatment, program_code=program_code
    )


WINBOOKS_CODES = {
    "H21": vat_code("H21", "21", Treatment.DOMESTIC, "211400"),
    "M12": vat_code("M12", "12", Treatment.DOMESTIC, "211300"),
    "L6": vat_code("L6", "6", Treatment.DOMESTIC, "211200"),
    "IC-S": vat_code("IC-S", "0", Treatment.EU_SERVICES, "222000"),
    "OUT": vat_code("OUT", "0", Treatment.OUTSIDE_VAT, ""),
}
OWN_CODES = {name: replace(code, program_code=name) for name, code in WINBOOKS_CODES.items()}
"""The codes of the workbook, for a program without codes of its own."""


def revenue(account: str, code: str, net: str) -> RevenueRow:
    is_discount = account == "708000"
    return RevenueRow(account=account, vat_code=code, net=Decimal(net), is_discount=is_discount)


def vat(code: str, base: str, amount: str = "0.00", *, account: str = "451000") -> VatRow:
    known = WINBOOKS_CODES[code]
    return VatRow(
        vat_code=code,
        rate=known.rate,
        treatment=known.treatment,
        base=Decimal(base),
        vat=Decimal(amount),
        vat_other_mode=Decimal(amount),
        account=account,
    )


def document(
    number: str = "2026/18",
    *,
    sequence: int = 18,
    revenues: Sequence[RevenueRow] = (revenue("700000", "H21", "100.00"),),
    vats: Sequence[VatRow] = (vat("H21", "100.00", "21.00"),),
    **changes: Any,
) -> BookedDocument:
    """Return a document whose net, VAT and gross are the sums of its rows."""
    kind = changes.get("kind", Kind.INVOICE)
    prefix = "" if kind is Kind.INVOICE else "CN"
    net = sum((row.net for row in revenues), Decimal("0.00"))
    vat_total = sum((row.vat for row in vats), Decimal("0.00"))
    whole = BookedDocument(
        origin=Origin("Invoices", 5),
        key=DocumentKey(f"{kind.value}:{prefix}", "", number.removeprefix(prefix)),
        number=number,
        kind=kind,
        year=2026,
        sequence=sequence,
        number_pattern="",
        journal="VERKP" if kind is Kind.INVOICE else "VERKCN",
        issued_on=date(2026, 3, 16),
        due_on=date(2026, 4, 15),
        period=3,
        book_year="",
        customer=DEJAVU,
        text=f"Factuur {number}",
        reference="",
        receivable_account="400000",
        revenue=tuple(revenues),
        vat=tuple(vats),
        net=net,
        vat_total=vat_total,
        gross=net + vat_total,
        vat_mode=VatMode.ON_LINES,
        digest="0" * 64,
    )
    return replace(whole, **changes)


def batch(
    *documents: BookedDocument, customers: Iterable[Customer] = (DEJAVU,), **changes: Any
) -> Batch:
    whole = Batch(
        number=12,
        dossier=DOSSIER,
        period=Period(date(2026, 3, 1), date(2026, 3, 31)),
        language="nl",
        documents=documents,
        customers=tuple(customers),
        account_names=ACCOUNT_NAMES,
        vat_codes=WINBOOKS_CODES,
        receivable_account="400000",
    )
    return replace(whole, **changes)


def case_a(vat_high: str, vat_low: str) -> BookedDocument:
    """Invoice 2026/18: line discounts, a document discount of 3 %, two rates."""
    return document(
        reference="202600001812",
        revenues=(
            revenue("700000", "H21", "519.75"),
            revenue("700200", "H21", "52.18"),
            revenue("700100", "L6", "152.62"),
            revenue("708000", "H21", "-17.16"),
            revenue("708000", "L6", "-4.58"),
        ),
        vats=(vat("H21", "554.77", vat_high), vat("L6", "148.04", vat_low)),
    )


CASE_A_ON_LINES = case_a("116.51", "8.89")
CASE_A_ON_TOTAL = case_a("116.50", "8.88")
CASE_B = document(
    "CN2026/3",
    sequence=3,
    origin=Origin("Invoices", 6),
    kind=Kind.CREDIT_NOTE,
    issued_on=date(2026, 4, 7),
    due_on=date(2026, 4, 7),
    period=4,
    text="Creditnota CN2026/3 op 2026/18",
    revenues=(
        revenue("700000", "H21", "222.75"),
        revenue("700100", "L6", "33.92"),
        revenue("708000", "H21", "-6.68"),
        revenue("708000", "L6", "-1.02"),
    ),
    vats=(vat("H21", "216.07", "45.38"), vat("L6", "32.90", "1.97")),
)
CASE_C = document(
    "2026/31",
    sequence=31,
    origin=Origin("Invoices", 7),
    customer=RHEIN,
    issued_on=date(2026, 4, 2),
    due_on=date(2026, 5, 2),
    period=2,
    reference="202600003125",
    revenues=(
        revenue("700300", "IC-S", "1140.00"),
        revenue("700310", "IC-S", "86.40"),
        revenue("416000", "OUT", "45.00"),
    ),
    vats=(vat("IC-S", "1226.40"), vat("OUT", "45.00")),
)
LETTERS = document(
    text='Zwrot "ekspres" Łódź,\r\n2 sztuki',
    customer=replace(DEJAVU, name="Stanisław Wójcik", city="Liège", kind=CustomerKind.PERSON),
)
STORIES = {
    "case_a_on_lines": batch(CASE_A_ON_LINES),
    "case_a_on_total": batch(CASE_A_ON_TOTAL),
    "case_b": batch(CASE_B, customers=()),
    "case_c": batch(CASE_C, customers=(RHEIN,)),
    "letters": batch(LETTERS, customers=(LETTERS.customer,)),
}


def assert_golden(folder: str, files: Iterable[ExportFile]) -> None:
    """Compare names and bytes with tests/golden/`folder`; BOEKBRUG_GOLDEN=write renews them."""
    path = GOLDEN / folder
    rendered = {file.name: file.content for file in files}
    if os.environ.get("BOEKBRUG_GOLDEN") == "write":
        path.mkdir(parents=True, exist_ok=True)
        for name, content in rendered.items():
            (path / name).write_bytes(content)
    assert rendered == {file.name: file.read_bytes() for file in path.iterdir()}
