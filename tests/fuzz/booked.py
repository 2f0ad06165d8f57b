"""What was booked of a damaged workbook, against what its cells show."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.model import Document, Line

CENT = Decimal("0.01")
CENTS_MAX = Decimal("0.05")
"""Between an invoice as printed and its lines."""


def booked_differences(batch: Batch, documents: Iterable[Document]) -> Iterator[str]:
    """Yield the documents of a batch whose amounts are not those of their lines."""
    typed = {one.origin: one for one in documents}
    rates = {code: one.rate for code, one in batch.vat_codes.items()}
    for booked in batch.documents:
        document = typed[booked.origin]
        if (
            document.discount_percent
            or document.discount_amount
            or any(map(_is_of_its_own, document.lines))
        ):
            continue
        exact = [
            (
                one.quantity * one.unit_price * (100 - one.discount_percent) / 100
                - one.discount_amount.copy_sign(one.quantity * one.unit_price),
                rates[one.vat_code],
            )
            for one in document.lines
        ]
        net = sum((_rounded(amount) for amount, _ in exact), Decimal(0))
        vat = sum((_rounded(amount * rate / 100) for amount, rate in exact), Decimal(0))
        lines_net = sum((row.net for row in booked.revenue if row.vat_code), Decimal(0))
        # What is printed is booked: the cents between stand on an account for them, without VAT.
        is_printed = booked.net == document.printed.net and abs(booked.net - net) <= CENTS_MAX
        # What the whole is rounded by is no part of a line, and has no VAT either.
        is_printed |= booked.net == net + document.payable_rounding
        if (booked.net != net and not (is_printed and lines_net == net)) or (
            booked.vat_total != vat and booked.vat_mode.value == "on lines"
        ):
            yield f"{booked.number}: {booked.net} + {booked.vat_total} for {net} + {vat}"


def _is_of_its_own(line: Line) -> bool:
    """Whether the amount of a line is not that of its price."""
    return line.includes_vat or not (line.net is None and line.total is None)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
