"""What the last run of a workbook wrote into its tab Invoices."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the columns; defaults stay, for workbooks that another version attaches meanwhile."""
    for column in (
        sa.Column("told_export", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("told_columns", sa.JSON(), nullable=False, server_default="[]"),
    ):
        op.add_column("boekbrug_workbooks", column)


def downgrade() -> None:
    """Drop them."""
    for name in ("told_columns", "told_export"):
        op.drop_column("boekbrug_workbooks", name)
