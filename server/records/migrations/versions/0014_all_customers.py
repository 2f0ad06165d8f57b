"""Whose word there is that all customers may be written again."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column; the default stays, for rows that another version adds meanwhile."""
    op.add_column(
        "boekbrug_runs",
        sa.Column("all_customers", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_column("boekbrug_runs", "all_customers")
