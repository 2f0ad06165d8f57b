"""A program of somebody else's: everything that a batch tells, as JSON; it belongs to no package.

It is told more than the programs of this project: cost centres, cash discounts, its own suppliers.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, ExportFile, Totals
from boekbrug.server.bookkeeping.number_ranges import NumberRange
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.terms import Analytical
from boekbrug.server.programs.protocol import Facts

API = 1
TITLE = "Plainbooks"
FACTS = Facts(
    countries=(),
    encoding="ascii",
    external_id_pattern="[0-9]+",
    external_id_allowed="digits",
    external_id_range=NumberRange(10_000, 69_999),
    number_pattern=None,
    vat_codes=None,
    several_periods_in_a_file=True,
    several_book_years_in_a_file=True,
    needs_journals=False,
    supplier_range=NumberRange(70_000, 99_999),
    analytical=frozenset(Analytical),
    tells_vat_base=True,
    tells_cash_discount=True,
    importing_again="doubles",
    how_to=("Open it.",),
    sources=("Plainbooks",),
    certainty="sure",
)


@dataclass(frozen=True)
class Parameters:
    """Nothing to fill in."""


def check(_batch: Batch, _parameters: Parameters, /) -> tuple[Problem, ...]:
    """Find nothing wrong."""
    return ()


def render(batch: Batch, _: Parameters, /) -> Iterator[ExportFile]:
    """Yield one file of JSON."""
    documents = [_document(document) for document in batch.documents]
    deposits = [[one.customer, str(one.left)] for one in batch.open_deposits]
    content = json.dumps({"documents": documents, "open_deposits": deposits}).encode("ascii")
    yield ExportFile("plainbooks.json", content, "application/json")


def totals(files: Iterable[ExportFile], _: Parameters, /) -> Totals:
    """Return the totals of the file."""
    documents = json.loads(next(iter(files)).content)["documents"]
    by_code: dict[str, Decimal] = {}
    rows: list[Decimal] = []
    for document in documents:
        sign = document["sign"]
        rows.append(sign * Decimal(document["gross"]))
        rows += [-sign * Decimal(row["net"]) for row in document["revenue"]]
        for row in document["vat"]:
            rows.append(-sign * Decimal(row["vat"]))
            if row["rate"] != "0":
                code, vat = row["code"], sign * Decimal(row["vat"])
                by_code[code] = by_code.get(code, Decimal("0.00")) + vat
    zero = Decimal("0.00")
    return Totals(
        documents=len(documents),
        net=sum((one["sign"] * Decimal(one["net"]) for one in documents), zero),
        vat=sum(by_code.values(), zero),
        gross=sum((one["sign"] * Decimal(one["gross"]) for one in documents), zero),
        vat_by_code=by_code,
        debit=sum((row for row in rows if row > 0), zero),
        credit=-sum((row for row in rows if row < 0), zero),
    )


def _document(document: BookedDocument) -> dict[str, Any]:
    offered = document.cash_discount
    return {
        "number": document.number,
        "sign": document.kind.sign,
        "net": str(document.net),
        "gross": str(document.gross),
        "revenue": [
            {"account": row.account, "net": str(row.net)}
            | ({"is_deposit": True} if row.is_deposit else {})
            for row in document.revenue
        ],
        "vat": [
            {
                "code": row.vat_code,
                "rate": f"{row.rate.normalize():f}",
                "base": str(row.base),
                "vat": str(row.vat),
                "text": row.law_text,
                "vatex": row.vatex,
            }
            for row in document.vat
        ],
        "text": document.law_text,
        "cost_centre": document.cost_centre,
        "analytical": [
            {"account": row.account, "net": str(row.net), **row.fields}
            for row in document.analytical
        ],
        "cash_discount": [str(offered.percent), offered.days] if offered else [],
    }
