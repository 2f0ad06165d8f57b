"""Into which number an export booked a customer that was merged into another."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column; the default stays, for rows that another version adds meanwhile."""
    op.add_column(
        "boekbrug_external_ids",
        sa.Column("merged_into", sa.Text, nullable=False, server_default=""),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_column("boekbrug_external_ids", "merged_into")
