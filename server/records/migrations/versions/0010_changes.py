"""What an exported document said, and which documents a run is about."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

LISTS = ("documents", "hold")


def upgrade() -> None:
    """Add the columns; the defaults stay, for rows that another version adds meanwhile."""
    facts = sa.Column("facts", sa.JSON(), nullable=False, server_default="{}")
    op.add_column("boekbrug_batch_documents", facts)
    for name in LISTS:
        column = sa.Column(name, sa.JSON(), nullable=False, server_default="[]")
        op.add_column("boekbrug_runs", column)
    for table in ("boekbrug_batches", "boekbrug_runs"):
        replaces = sa.Column("replaces", sa.Integer(), nullable=False, server_default="0")
        op.add_column(table, replaces)


def downgrade() -> None:
    """Drop them."""
    for table in ("boekbrug_runs", "boekbrug_batches"):
        op.drop_column(table, "replaces")
    for name in reversed(LISTS):
        op.drop_column("boekbrug_runs", name)
    op.drop_column("boekbrug_batch_documents", "facts")
