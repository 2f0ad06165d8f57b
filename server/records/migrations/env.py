"""What Alembic runs: the migrations, on the connection and in the transaction of its caller."""

from typing import Literal

import sqlalchemy as sa
from alembic import context

from boekbrug.server.records import ledger_tables
from boekbrug.server.records.database import VERSION_TABLE

METADATA = ledger_tables.batches.metadata


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a thing of the database is ours: a host's tables may stand beside them."""
    return kind != "table" or (name or "").startswith("boekbrug_")


def in_plain_types(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Write a new migration in the database's own types: it must outlive our classes."""
    if kind == "type" and isinstance(thing, sa.types.TypeDecorator):
        return f"sa.{thing.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    include_name=is_ours,
    render_item=in_plain_types,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
