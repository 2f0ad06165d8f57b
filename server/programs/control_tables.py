"""The control tables of a batch for machines: the manifest has them, and so has the run.

Amounts are texts with two decimals, credit notes negative.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, OpenDeposit
from boekbrug.server.bookkeeping.cents import CentLine, largest_first
from boekbrug.server.bookkeeping.controls import CodeSums, Controls, Sums, controls
from boekbrug.server.bookkeeping.sales_lists import ReturnPeriod, ec_sales_list, oss_list
from boekbrug.server.programs.textfile import money
from boekbrug.server.wording.said import in_language

CENT_LINES_MAX = 20
"""More lines than anybody reads; the list of documents has each document's own."""


def cent_table(lines: Iterable[CentLine], language: str) -> dict[str, Any]:
    """Return how many documents have cents to explain, and the largest of them in words.

    Args:
        lines: one a document.
        language: of two letters.
    """
    by_size = largest_first(lines)
    largest = [
        {"number": line.number, "sentence": in_language(line.sentence, language)}
        for line in by_size[:CENT_LINES_MAX]
    ]
    return {"count": len(by_size), "largest": largest}


def control_tables(batch: Batch) -> dict[str, Any]:
    """Return the tables by their keys: controls, ec_sales_list, oss; open_deposits if any."""
    deposits = [_deposit(one) for one in batch.open_deposits]
    return {
        "controls": _controls(controls(batch)),
        "ec_sales_list": [
            {
                **_period(row.period),
                "vat_number": row.vat_number,
                "customer": row.customer,
                "letter": row.letter.value,
                "base": money(row.base),
            }
            for row in ec_sales_list(batch)
        ],
        "oss": [
            {
                **_period(row.quarter),
                "country": row.country,
                "rate": _rate(row.rate),
                "base": money(row.base),
                "vat": money(row.vat),
            }
            for row in oss_list(batch)
        ],
        **({"open_deposits": deposits} if deposits else {}),
    }


def _deposit(one: OpenDeposit) -> Mapping[str, str]:
    return {
        "customer": one.customer,
        "account": one.account,
        "vat_code": one.vat_code,
        "currency": one.currency,
        "invoiced": money(one.invoiced),
        "deducted": money(one.deducted),
        "left": money(one.left),
    }


def _controls(found: Controls) -> dict[str, Any]:
    return {
        **_sums(found.whole),
        "journals": [{"journal": name, **_sums(sums)} for name, sums in found.journals.items()],
        "vat_codes": [_code(sums) for sums in found.codes],
        "rates": [
            {
                "country": one.country,
                "rate": _rate(one.rate),
                "base": money(one.base),
                "vat": money(one.vat),
            }
            for one in found.rates
        ],
        "accounts": [
            {
                "account": one.account,
                "name": one.name,
                "debit": money(one.debit),
                "credit": money(one.credit),
            }
            for one in found.accounts
        ],
        "boxes": [
            {"box": one.box, "of": "VAT" if one.is_vat else "base", "amount": money(one.amount)}
            for one in found.boxes
        ],
        "without_box": list(found.without_box),
    }


def _sums(sums: Sums) -> dict[str, Any]:
    return {
        "invoices": sums.invoices,
        "credit_notes": sums.credit_notes,
        "net": money(sums.net),
        "vat": money(sums.vat),
        "gross": money(sums.gross),
    }


def _code(sums: CodeSums) -> Mapping[str, str]:
    """Return one code's sums; cents of rounding have neither code nor rate."""
    code = sums.code
    return {
        "vat_code": code.code if code else "",
        "rate": _rate(code.rate) if code else "",
        "net": money(sums.net),
        "base": money(sums.base),
        "vat": money(sums.vat),
    }


def _rate(rate: Decimal) -> str:
    """Return a rate as people write it: 21, 5.5."""
    return f"{rate.normalize():f}"


def _period(period: ReturnPeriod) -> dict[str, Any]:
    return {"period": period.name, "is_part": period.is_part}
