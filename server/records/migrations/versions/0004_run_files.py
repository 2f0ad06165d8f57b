"""The files of rehearsals."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "boekbrug_run_files",
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["boekbrug_runs.id"], name="fk_boekbrug_run_files_run_id_boekbrug_runs"
        ),
        sa.PrimaryKeyConstraint("run_id", "position", name="pk_boekbrug_run_files"),
        sa.UniqueConstraint("run_id", "name", name="uq_boekbrug_run_files_run_id_name"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("boekbrug_run_files")
