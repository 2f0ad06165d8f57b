"""Which fields of a customer an export wrote, each as a digest."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

TABLE = "boekbrug_batch_customers"


def upgrade() -> None:
    """Add the column; the default stays, for rows that another version adds meanwhile."""
    op.add_column(TABLE, sa.Column("field_digests", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    """Drop it."""
    op.drop_column(TABLE, "field_digests")
