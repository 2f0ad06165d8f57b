"""The prices: what a document of a kind costs from a day on. What has begun is never changed."""

from datetime import datetime, timedelta
from decimal import Decimal

import sqlalchemy as sa

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.records.audit import OPERATOR, note
from boekbrug.server.records.database import reading
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.register_rows import read_prices
from boekbrug.server.records.tables import prices

AHEAD = timedelta(hours=14)
"""How far the zone whose day begins first is ahead of UTC."""


class Prices:
    """The prices of all teams, as the operator sets them."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def all(self) -> tuple[Price, ...]:
        """Return all prices, the oldest first."""
        with reading(self._engine) as connection:
            return read_prices(connection)

    def set(self, price: Price, reason: str, *, now: datetime) -> None:
        """Set a price from a day to come; one that is announced for that day gives way to it.

        Raises:
            RegisterError: the day has begun somewhere, or the amount is below 0.00.
        """
        first = (now + AHEAD).date() + timedelta(days=1)
        if price.since < first:
            needed = f"{first} or later: a price that has begun is never changed"
            raise RegisterError("Price", found=f"{price.since}", needed=needed)
        if price.amount_eur < ZERO:
            raise RegisterError("Price", found=f"EUR {price.amount_eur}", needed="0.00 or more")
        own = (prices.c.since == price.since, prices.c.kind == price.kind)
        with self._engine.begin() as connection:
            before: Decimal | None = connection.scalar(sa.select(prices.c.amount_eur).where(*own))
            connection.execute(sa.delete(prices).where(*own))
            row = {"since": price.since, "kind": price.kind, "amount_eur": price.amount_eur}
            connection.execute(sa.insert(prices).values(row))
            facts = {
                "kind": price.kind.value,
                "since": price.since.isoformat(),
                "amount_eur": str(price.amount_eur),
                "announced_eur": "" if before is None else str(before),
                "reason": reason,
            }
            note(connection, "price set", who=OPERATOR, now=now, facts=facts)
