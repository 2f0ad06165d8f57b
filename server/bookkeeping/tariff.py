"""What an export costs: a fee per document, once per document ever, from dated prices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.terms import Kind


@dataclass(frozen=True, slots=True, order=True)
class Price:
    """What one document of a kind costs in EUR from a day on."""

    since: date
    kind: Kind
    amount_eur: Decimal


def enough_for(money: Decimal, price: Decimal) -> int | None:
    """Return how many documents of a price the money pays for, None when they cost nothing.

    >>> enough_for(Decimal("6.24"), Decimal("0.12")), enough_for(Decimal("-1.00"), Decimal("0.12"))
    (52, 0)
    """
    return max(int(money // price), 0) if price else None


def price_on(prices: Iterable[Price], kind: Kind, day: date) -> Decimal:
    """Return the price of one document of that kind on that day; 0.00 before the first price.

    >>> prices = [Price(date(2020, 1, 1), Kind.INVOICE, Decimal("0.10")),
    ...           Price(date(2026, 1, 1), Kind.INVOICE, Decimal("0.12"))]
    >>> price_on(prices, Kind.INVOICE, date(2026, 7, 1))
    Decimal('0.12')
    >>> price_on(prices, Kind.CREDIT_NOTE, date(2026, 7, 1))
    Decimal('0.00')
    """
    in_force = [price for price in prices if price.kind is kind and price.since <= day]
    return max(in_force, key=lambda price: price.since).amount_eur if in_force else ZERO
