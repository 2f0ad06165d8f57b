"""What a database says of itself, for whoever runs the server."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from boekbrug.server.records.database import reading
from boekbrug.server.records.ledger_entries import DeliveryResult
from boekbrug.server.records.ledger_tables import batches, deliveries
from boekbrug.server.records.tables import runs

_PID = sa.select(sa.func.pg_backend_pid())
_CONNECTIONS_MAX = """
    SELECT least(
        current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int,
        nullif(rolconnlimit, -1),
        nullif(datconnlimit, -1)
    )
    FROM pg_catalog.pg_roles, pg_catalog.pg_database
    WHERE rolname = current_user AND datname = current_database()
"""


class UnreachableDatabaseError(Exception):
    """The database does not answer; the text says why, without a password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseLook:
    """What was seen of a database that answers.

    Attributes:
        product: its name and version.
        connections_max: how many connections it gives the server; None: any number.
        is_pooled: whether a transaction pooler stands before it.
        clock_ahead_s: how far its clock is ahead of this machine's, in seconds; None: it is the
            same clock.
    """

    product: str
    connections_max: int | None = None
    is_pooled: bool = False
    clock_ahead_s: float | None = None


def look_at(engine: sa.Engine, now: Callable[[], datetime]) -> DatabaseLook:
    """Return what the database says of itself.

    Raises:
        UnreachableDatabaseError: it does not answer.
    """
    try:
        if engine.dialect.name == "sqlite":
            with reading(engine) as connection:
                version = connection.scalar(sa.select(sa.func.sqlite_version()))
            return DatabaseLook(product=f"SQLite {version}")
        with reading(engine) as connection:
            product = f"PostgreSQL {connection.scalar(sa.text('SHOW server_version'))}"
        return DatabaseLook(
            product=product,
            connections_max=connections_max(engine),
            is_pooled=_is_pooled(engine),
            clock_ahead_s=_clock_ahead_s(engine, now),
        )
    except DBAPIError as error:
        raise UnreachableDatabaseError(str(error.orig).partition("\n")[0]) from error


def connections_max(engine: sa.Engine) -> int | None:
    """Return how many connections the database gives the server; None on SQLite: any number."""
    if engine.dialect.name == "sqlite":
        return None
    with reading(engine) as connection:
        allowed: int = connection.execute(sa.text(_CONNECTIONS_MAX)).scalar_one()
    return allowed


def undelivered(engine: sa.Engine, *, before: datetime) -> tuple[str, ...]:
    """Return the codes of the runs whose batch was made before then and never arrived."""
    arrived = sa.exists().where(
        deliveries.c.batch_id == batches.c.id, deliveries.c.result == DeliveryResult.DELIVERED
    )
    made = sa.select(runs.c.code).join(batches, batches.c.run_id == runs.c.id)
    overdue = made.where(~arrived, batches.c.made_at < before).order_by(batches.c.made_at)
    with reading(engine) as connection:
        return tuple(connection.scalars(overdue))


def _is_pooled(engine: sa.Engine) -> bool:
    """Return whether a connection is another backend's from one transaction to the next.

    Between them another connection holds a transaction open: an idle pooler would hand out the
    same backend again.
    """
    with engine.connect() as first, engine.connect() as second:
        before = first.scalar(_PID)
        first.commit()
        between = second.scalar(_PID)
        return between == before or first.scalar(_PID) != before


def _clock_ahead_s(engine: sa.Engine, now: Callable[[], datetime]) -> float:
    with reading(engine) as connection:
        asked_at = now()
        told: datetime = connection.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
        answered_at = now()
    return (told - (asked_at + (answered_at - asked_at) / 2)).total_seconds()
