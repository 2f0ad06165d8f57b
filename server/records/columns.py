"""How the database keeps money and instants: the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum

import sqlalchemy as sa


class Cents(sa.types.TypeDecorator[Decimal]):
    """Money: whole cents in the database, a Decimal with two decimals outside it."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """Return the cents; money with more than two decimals is a mistake of ours."""
        if value is None:
            return None
        cents = value.scaleb(2)
        if cents != cents.to_integral_value():
            raise ValueError(f"money: found {value}, allowed: at most two decimals")
        return int(cents)

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """Return the amount; a sum of cents arrives here as well."""
        return None if value is None else Decimal(int(value)).scaleb(-2)


class Instant(sa.types.TypeDecorator[datetime]):
    """A moment: UTC in the database, a datetime that knows its zone (UTC) outside it."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """Return the moment in UTC; one without a zone is a mistake of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"instant: found {value} without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """Return the moment in UTC; SQLite hands it out without its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words(enum: type[StrEnum]) -> sa.Enum:
    """Return the column type of a fixed list of words, kept as the words that people read.

    No CHECK: a word more must not need a migration, and the enum refuses any other itself.
    """
    return sa.Enum(
        enum,
        native_enum=False,
        create_constraint=False,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )
