"""The language that a workbook's last run found in its settings."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; the default stays, for workbooks that another version attaches meanwhile."""
    column = sa.Column("language", sa.Text(), nullable=False, server_default="")
    op.add_column("boekbrug_workbooks", column)


def downgrade() -> None:
    """Drop it."""
    op.drop_column("boekbrug_workbooks", "language")
