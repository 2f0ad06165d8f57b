"""What Google Sheets and their tabs are called."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "boekbrug_sheet_titles",
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tabs", sa.JSON(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_boekbrug_sheet_titles"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("boekbrug_sheet_titles")
