"""Whose word there is that the accountant has not imported what a run replaces."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the column; the default stays, for rows that another version adds meanwhile."""
    op.add_column(
        "boekbrug_runs",
        sa.Column("not_imported", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_column("boekbrug_runs", "not_imported")
