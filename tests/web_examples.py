"""One finished export of October 2026, as the records hand it out."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from example_firm import DOSSIER

from boekbrug.server.bookkeeping.booking import ExportFile, Totals
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.records.entries import (
    Action,
    DocumentDetail,
    ProblemDetail,
    Run,
    RunRequest,
    RunState,
    Team,
    WorkbookEntry,
)
from boekbrug.server.records.ledger_entries import BatchEntry

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
ACME = WorkbookEntry(
    id="wb-1",
    dossier_id=1,
    dossier=DOSSIER,
    team=Team(id=1, key="acme", name="Acme bv", credit_limit=Decimal("0.00")),
    kind="excel",
    location="acme.xlsx",
    folder="out",
    secret_version=2,
    lines_estimate=None,
)
EXPORT = Run(
    id="run-1",
    code="R-7F3KQ9",
    workbook_id="wb-1",
    dossier_id=1,
    action=Action.EXPORT,
    request=RunRequest(period=OCTOBER),
    pressed_by="the button",
    state=RunState.DONE,
    stage="",
    percent=100,
    sentence="Export 12 is ready: 84 invoices, 3 credit notes.",
    result={
        "invoices": 84,
        "credit_notes": 3,
        "net": "39925.80",
        "vat": "8384.42",
        "gross": "48310.22",
        "fee": "10.08",
        "warnings": 1,
    },
    created_at=datetime(2026, 11, 3, 13, 2, tzinfo=UTC),
    ended_at=datetime(2026, 11, 3, 13, 2, 4, tzinfo=UTC),
    batch_id=1,
)
BATCH = BatchEntry(
    id=1,
    dossier_id=1,
    run_id="run-1",
    number=12,
    period=OCTOBER,
    selection=Selection.NEW,
    made_at=datetime(2026, 11, 3, 13, 2, 3, tzinfo=UTC),
    fee=Decimal("10.08"),
    totals=Totals(
        documents=87,
        net=Decimal("39925.80"),
        vat=Decimal("8384.42"),
        gross=Decimal("48310.22"),
        vat_by_code={"211400": Decimal("8384.42")},
        debit=Decimal("48310.22"),
        credit=Decimal("48310.22"),
    ),
    content_digest="d" * 64,
    invoices=84,
    credit_notes=3,
    programs=("winbooks",),
    file_names=("2026-10 Export 12 WinBooks Acme.zip",),
)
ZIP = ExportFile(
    "2026-10 Export 12 WinBooks Acme.zip", b"PK\x03\x04\r\n\x00\xff exact bytes", "application/zip"
)


def document(number: str, **changes: Any) -> DocumentDetail:
    """Return a document of October: an invoice of 121.00 unless the changes say otherwise."""
    plain = DocumentDetail(
        row=14,
        number=number,
        kind="invoice",
        issued_on="2026-10-05",
        customer="Bakkerij Janssens bv",
        net=Decimal("100.00"),
        vat=Decimal("21.00"),
        gross=Decimal("121.00"),
        state="exported",
        selected=True,
        reason="",
        batch=12,
        exported_on="2026-11-03",
        digest="d" * 64,
    )
    return replace(plain, **changes)


def problem(
    weight: str, place: tuple[str, int, str], found: str, allowed: str, cure: str = ""
) -> ProblemDetail:
    """Return a problem at one cell, with its sentence."""
    tab, row, column = place
    sentence = f"{tab}, row {row}, {column}: found {found}, allowed: {allowed}. {cure}".rstrip()
    return ProblemDetail(
        weight=weight,
        tab=tab,
        rows=(row,),
        column=column,
        found=found,
        allowed=allowed,
        cure=cure,
        sentence=sentence,
        finding=sentence.partition(": ")[2],
    )
