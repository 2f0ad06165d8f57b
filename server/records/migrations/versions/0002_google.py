"""The budget of reads from Google."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table with its one row, full."""
    budgets = op.create_table(
        "boekbrug_budgets",
        sa.Column("name", sa.String(20), primary_key=True),
        sa.Column("left", sa.Double(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
    )
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    op.bulk_insert(budgets, [{"name": "google reads", "left": 20.0, "counted_at": long_ago}])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("boekbrug_budgets")
