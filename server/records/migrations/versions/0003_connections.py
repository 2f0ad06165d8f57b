"""Workbooks that people connect themselves: codes, tries, and who may press."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NEW = (
    ("title", sa.Text(), ""),
    ("hmac_allowed", sa.Boolean(), sa.true()),
    ("audience", sa.Text(), ""),
    ("addresses", sa.JSON(), "[]"),
    ("is_test", sa.Boolean(), sa.false()),
    ("continued_by", sa.Text(), ""),
)
"""The new columns of workbooks, and what they hold for those that a command attached."""


def upgrade() -> None:
    """Add the columns; create the tables.

    The defaults stay: without them SQLite would have to make the table anew, under its runs.
    """
    for name, kind, value in NEW:
        column = sa.Column(name, kind, nullable=False, server_default=value)
        op.add_column("boekbrug_workbooks", column)
    op.create_table(
        "boekbrug_connect_codes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False, unique=True),
        sa.Column("dossier_id", sa.Integer, sa.ForeignKey("boekbrug_dossiers.id"), nullable=False),
        sa.Column("addresses", sa.JSON, nullable=False),
        sa.Column("folder", sa.Text, nullable=False),
        sa.Column("keeps_numbers", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("used_by", sa.Text, nullable=False),
        sa.Column("used_for", sa.Text, nullable=False),
        sa.Column("workbook_id", sa.Text, nullable=False),
    )
    op.create_table(
        "boekbrug_connect_tries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("network", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Index("ix_boekbrug_connect_tries_network_at", "network", "at"),
    )


def downgrade() -> None:
    """Drop the tables and the columns; nobody is known who may press."""
    op.drop_table("boekbrug_connect_tries")
    op.drop_table("boekbrug_connect_codes")
    for name, _, _ in reversed(NEW):
        op.drop_column("boekbrug_workbooks", name)
