"""From where a dossier counts its customers' numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TABLE = "boekbrug_number_starts"


def upgrade() -> None:
    """Create the table; it is empty, and the numbers given before tell where they began."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "dossier_id",
            sa.Integer,
            sa.ForeignKey("boekbrug_dossiers.id"),
            nullable=False,
            index=True,
        ),
        sa.Column("first", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("confirmed", sa.Text, nullable=False),
        sa.CheckConstraint("first >= 0", name="first"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table(TABLE)
