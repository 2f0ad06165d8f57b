"""The control tables of a run, and where the cents of its documents are."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add both; the default stays, for runs that another version keeps meanwhile."""
    op.create_table(
        "boekbrug_run_controls",
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["boekbrug_runs.id"], name="fk_boekbrug_run_controls_run_id_boekbrug_runs"
        ),
        sa.PrimaryKeyConstraint("run_id", name="pk_boekbrug_run_controls"),
    )
    column = sa.Column("cents", sa.Text(), nullable=False, server_default="")
    op.add_column("boekbrug_run_documents", column)


def downgrade() -> None:
    """Drop them."""
    op.drop_column("boekbrug_run_documents", "cents")
    op.drop_table("boekbrug_run_controls")
