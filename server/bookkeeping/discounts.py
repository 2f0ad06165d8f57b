"""A document discount, spread over the VAT codes to the cent (rule B5)."""

from collections.abc import Iterable
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import HUNDRED, ZERO, rounded
from boekbrug.server.bookkeeping.vat import Share


def document_discount(percent: Decimal, shares: Iterable[Share], account: str) -> list[Share]:
    """Return one discount share per VAT code, negative, on the discount account.

    The net is the percentage of the code's rounded nets; the exact amount, from which VAT on
    lines is computed, is the percentage of what they were before rounding.
    """
    if not percent:
        return []
    nets: dict[str, Decimal] = {}
    exacts: dict[str, Decimal] = {}
    for share in shares:
        nets[share.vat_code] = nets.get(share.vat_code, ZERO) + share.net
        exacts[share.vat_code] = exacts.get(share.vat_code, ZERO) + share.exact
    return [
        Share(
            account=account,
            vat_code=code,
            exact=-exacts[code] * percent / HUNDRED,
            net=rounded(-nets[code] * percent / HUNDRED),
            is_discount=True,
        )
        for code in nets
    ]
