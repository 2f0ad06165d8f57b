"""The column that a run adds to a sheet."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NEW = ("tab", "header")


def upgrade() -> None:
    """Add the columns; the defaults stay, for runs that another version begins meanwhile."""
    for name in NEW:
        column = sa.Column(name, sa.Text(), nullable=False, server_default="")
        op.add_column("boekbrug_runs", column)


def downgrade() -> None:
    """Drop them."""
    for name in reversed(NEW):
        op.drop_column("boekbrug_runs", name)
