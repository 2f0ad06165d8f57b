"""Up to which day the books of a dossier are closed, whatever its workbooks say."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

TABLE = "boekbrug_closings"


def upgrade() -> None:
    """Create the table; it is empty, and the next export adds what its Settings say."""
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
        sa.Column("up_to", sa.Date()),
        sa.Column("export", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table(TABLE)
