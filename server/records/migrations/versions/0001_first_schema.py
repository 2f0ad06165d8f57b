"""The first schema."""

from datetime import date, datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    "teams",
    "dossiers",
    "workbooks",
    "prices",
    "audit",
    "runs",
    "fences",
    "run_documents",
    "run_problems",
    "batches",
    "deliveries",
    "batch_documents",
    "batch_customers",
    "batch_files",
    "external_ids",
    "charges",
    "wallet_entries",
)


def upgrade() -> None:
    """Create the tables; names of constraints follow the convention of the models."""
    _create_people()
    _create_prices_and_audit()
    _create_runs()
    _create_run_details()
    _create_batches()
    _create_batch_parts()
    _create_ledger()


def downgrade() -> None:
    """Drop the tables, and with them everything that was ever kept."""
    for name in reversed(TABLES):
        op.drop_table(f"boekbrug_{name}")


def _create_people() -> None:
    op.create_table(
        "boekbrug_teams",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        *_texts("name"),
        *_cents("credit_limit"),
        *_instants("added_at"),
        sa.CheckConstraint("credit_limit >= 0", name="credit_limit"),
    )
    op.create_table(
        "boekbrug_dossiers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("team_id", sa.Integer, sa.ForeignKey("boekbrug_teams.id"), nullable=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        *_texts("vat_number", "legal_name", "country", "currency", "zone", "program"),
        *_json("book_years"),
        *_instants("added_at"),
    )
    op.create_table(
        "boekbrug_workbooks",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("dossier_id", sa.Integer, sa.ForeignKey("boekbrug_dossiers.id"), nullable=False),
        *_texts("kind"),
        sa.Column("location", sa.Text, nullable=False, unique=True),
        *_texts("folder"),
        *_integers("secret_version"),
        sa.Column("lines_estimate", sa.Integer),
        *_instants("attached_at"),
    )


def _create_prices_and_audit() -> None:
    op.create_table(
        "boekbrug_prices",
        sa.Column("since", sa.Date, primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        *_cents("amount_eur"),
        sa.CheckConstraint("amount_eur >= 0", name="amount_eur"),
    )
    op.create_table(
        "boekbrug_audit",
        sa.Column("id", sa.Integer, primary_key=True),
        *_instants("at"),
        *_texts("event", "who"),
        sa.Column("team_id", sa.Integer),
        sa.Column("dossier_id", sa.Integer),
        sa.Column("run_id", sa.Text),
        *_json("facts"),
    )


def _create_runs() -> None:
    op.create_table(
        "boekbrug_runs",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("code", sa.Text, nullable=False, unique=True),
        sa.Column("workbook_id", sa.Text, sa.ForeignKey("boekbrug_workbooks.id"), nullable=False),
        sa.Column("dossier_id", sa.Integer, sa.ForeignKey("boekbrug_dossiers.id"), nullable=False),
        *_words("action"),
        *_dates("period_first", "period_last"),
        *_words("selection"),
        *_texts("plan", "webhook_id", "body_digest", "pressed_by"),
        sa.Column("open_key", sa.Text, unique=True),
        *_words("state"),
        *_texts("stage"),
        *_integers("percent"),
        *_texts("sentence"),
        *_json("result"),
        *_instants("created_at"),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("conclusion", sa.String(20)),
        sa.Column("batch_id", sa.Integer),
        sa.UniqueConstraint("workbook_id", "webhook_id"),
        sa.CheckConstraint("period_first <= period_last", name="period"),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
        sa.CheckConstraint("(ended_at IS NULL) = (open_key IS NOT NULL)", name="open_key"),
    )
    op.create_table(
        "boekbrug_fences",
        sa.Column(
            "dossier_id", sa.Integer, sa.ForeignKey("boekbrug_dossiers.id"), primary_key=True
        ),
        sa.Column("run_id", sa.Text, sa.ForeignKey("boekbrug_runs.id")),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
    )


def _create_run_details() -> None:
    op.create_table(
        "boekbrug_run_documents",
        sa.Column("run_id", sa.Text, sa.ForeignKey("boekbrug_runs.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *_integers("row"),
        *_texts("number", "kind", "issued_on", "customer"),
        *_cents("net", "vat", "gross"),
        *_texts("state"),
        sa.Column("selected", sa.Boolean, nullable=False),
        *_texts("reason"),
        *_integers("batch"),
        *_texts("exported_on", "digest"),
        *_json("key"),
    )
    op.create_table(
        "boekbrug_run_problems",
        sa.Column("run_id", sa.Text, sa.ForeignKey("boekbrug_runs.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *_texts("weight", "tab"),
        *_json("rows"),
        *_texts("column", "found", "allowed", "cure", "sentence", "finding"),
        *_json("keys"),
    )


def _create_batches() -> None:
    op.create_table(
        "boekbrug_batches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dossier_id", sa.Integer, sa.ForeignKey("boekbrug_dossiers.id"), nullable=False),
        sa.Column(
            "run_id", sa.Text, sa.ForeignKey("boekbrug_runs.id"), nullable=False, unique=True
        ),
        *_integers("number"),
        *_dates("period_first", "period_last"),
        *_words("selection"),
        *_instants("made_at"),
        *_cents("fee"),
        *_integers("invoices", "credit_notes"),
        *_cents("net", "vat", "gross"),
        *_json("vat_by_code"),
        *_cents("debit", "credit"),
        *_texts("content_digest"),
        *_json("programs", "parameters"),
        *_texts("code_version"),
        *_integers("layout_version"),
        sa.UniqueConstraint("dossier_id", "number"),
        sa.CheckConstraint("number >= 1", name="number"),
        sa.CheckConstraint("fee >= 0", name="fee"),
        sa.CheckConstraint("debit = credit", name="balances"),
    )
    op.create_table(
        "boekbrug_deliveries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "batch_id", sa.Integer, sa.ForeignKey("boekbrug_batches.id"), nullable=False, index=True
        ),
        *_texts("target"),
        *_words("result"),
        *_instants("at"),
    )


def _create_batch_parts() -> None:
    op.create_table(
        "boekbrug_batch_documents",
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("boekbrug_batches.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *_texts("series", "book_year", "number"),
        *_words("kind"),
        *_dates("issued_on"),
        *_texts("customer", "external_id"),
        *_cents("net", "vat", "gross"),
        *_texts("digest"),
        *_integers("row"),
        sa.UniqueConstraint("batch_id", "series", "book_year", "number"),
    )
    op.create_table(
        "boekbrug_batch_customers",
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("boekbrug_batches.id"), primary_key=True),
        sa.Column("customer", sa.Text, primary_key=True),
        *_texts("external_id", "digest"),
    )
    op.create_table(
        "boekbrug_batch_files",
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("boekbrug_batches.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *_texts("name", "media_type"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        *_texts("sha256"),
        sa.UniqueConstraint("batch_id", "name"),
    )


def _create_ledger() -> None:
    op.create_table(
        "boekbrug_external_ids",
        sa.Column(
            "dossier_id", sa.Integer, sa.ForeignKey("boekbrug_dossiers.id"), primary_key=True
        ),
        sa.Column("external_id", sa.Text, primary_key=True),
        *_texts("customer", "customer_folded"),
        *_words("origination"),
        *_instants("given_at"),
        sa.Column("workbook_id", sa.Text, sa.ForeignKey("boekbrug_workbooks.id"), nullable=False),
        sa.UniqueConstraint("dossier_id", "customer_folded"),
    )
    op.create_table(
        "boekbrug_charges",
        sa.Column(
            "dossier_id", sa.Integer, sa.ForeignKey("boekbrug_dossiers.id"), primary_key=True
        ),
        sa.Column("series", sa.Text, primary_key=True),
        sa.Column("book_year", sa.Text, primary_key=True),
        sa.Column("number", sa.Text, primary_key=True),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("boekbrug_batches.id"), nullable=False),
        *_cents("amount_eur"),
        sa.CheckConstraint("amount_eur >= 0", name="amount_eur"),
    )
    op.create_table(
        "boekbrug_wallet_entries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "team_id", sa.Integer, sa.ForeignKey("boekbrug_teams.id"), nullable=False, index=True
        ),
        *_instants("at"),
        *_cents("amount"),
        *_texts("reason"),
        *_integers("invoices"),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("boekbrug_batches.id"), unique=True),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(20), nullable=False) for name in names]


def _integers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _cents(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger, nullable=False) for name in names]


def _dates(*names: str) -> list[sa.Column[date]]:
    return [sa.Column(name, sa.Date, nullable=False) for name in names]


def _instants(*names: str) -> list[sa.Column[datetime]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in names]


def _json(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.JSON, nullable=False) for name in names]
