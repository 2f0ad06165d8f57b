"""Invoices and credit notes, exported one after the other, and what they leave open."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from bookkeeping_support import (
    YEAR,
    customer,
    document,
    exported,
    history,
    line,
    planned,
    said,
    workbook,
)

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.facts import facts_of
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, Line, Workbook
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.wording.said import in_language

INVOICE = document("2026/1", line("100.00"))
OTHER = document("2026/2", line("100.00"), row=9)


def credit(
    number: str, *lines: Line | str, day: date = date(2026, 4, 10), **given: Any
) -> Document:
    """Return a credit note on `INVOICE` unless said otherwise, its row that of its number."""
    values: dict[str, Any] = {"credits": (INVOICE.key,), "row": int(number.partition("/")[2]) + 2}
    typed = [line(one) if isinstance(one, str) else one for one in lines]
    return document(number, *typed, kind=Kind.CREDIT_NOTE, issued_on=day, **(values | given))


DEJAVU = customer(external_id="100000")


def sheet(*documents: Document, **given: Any) -> Workbook:
    return workbook(*documents, **({"customers": [DEJAVU]} | given))


def plan_of(typed: Workbook, past: History | None = None, **given: Any) -> Plan:
    return planned(typed, past=past, period=YEAR, **given)


def booked(plan: Plan) -> dict[str, BookedDocument]:
    assert plan.batch is not None, said(plan.blocking)
    return {one.number: one for one in plan.batch.documents}


def after(typed: Workbook, past: History | None = None, **given: Any) -> History:
    """Return the past once everything new in a workbook was exported."""
    past = past or history()
    batch = 1 + max((one.batch for one in past.exported.values()), default=0)
    new = booked(plan_of(typed, past, **given)).values()
    told = {
        one.key: exported(
            batch=batch,
            first_batch=batch,
            issued_on=one.issued_on,
            external_id=one.customer.external_id,
            net=one.net,
            vat=one.vat_total,
            gross=one.gross,
            facts=json.loads(json.dumps(facts_of(one))),
        )
        for one in new
    }
    numbers = {one.customer.external_id: one.customer.key for one in new}
    return history(
        exported={**past.exported, **told}, external_ids={**past.external_ids, **numbers}
    )


def exported_then(*sheets: Iterable[Document]) -> History:
    """Return the past after exports of sheets that hold these documents and nothing else."""
    past: History | None = None
    for documents in sheets:
        past = after(sheet(*documents), past)
    assert past is not None
    return past


def open_amounts(documents: Iterable[BookedDocument]) -> dict[tuple[str, ...], Decimal]:
    """Return what is left, in the books and in the documents' own currency, by place."""
    left: defaultdict[tuple[str, ...], Decimal] = defaultdict(lambda: ZERO)
    for one in documents:
        own = one.foreign
        rows: list[tuple[tuple[str, ...], Decimal, Decimal | None]] = [
            (("account", row.account, row.vat_code), row.net, row.foreign_net)
            for row in one.revenue
        ]
        rows += [(("VAT", row.vat_code), row.vat, row.foreign_vat) for row in one.vat]
        rows += [(("base", row.vat_code), row.base, row.foreign_base) for row in one.vat]
        rows.append((("customer",), one.gross, own.gross if own else None))
        for place, amount, foreign in rows:
            left[*place, "in the books"] += one.kind.sign * amount
            left[*place, "of its own"] += one.kind.sign * (amount if foreign is None else foreign)
    return left


def settled(plan: Plan) -> set[Decimal]:
    """Return the amounts that are left anywhere; all crediting done it is 0.00 alone."""
    return set(open_amounts(booked(plan).values()).values())


def of_notes(plan: Plan) -> list[str]:
    """Return the warnings on column Credits."""
    return [one for one in said(plan.warnings) if ", Credits: " in one]


def in_dutch(plan: Plan) -> list[str]:
    problems = [*plan.blocking, *plan.warnings]
    return [in_language(sentence(one), "nl") for one in problems if one.column == "Credits"]
