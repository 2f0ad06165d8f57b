"""The tables about people and runs: who is there, what was pressed, and the prices.

All tables begin with `boekbrug_`, for a host's database may be shared. What a table holds about
persons, for how long, and who reads it stands in KEEPING. The tables of money and numbers are in
`ledger_tables`; both fill one METADATA.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from boekbrug.server.bookkeeping.terms import Kind, Selection
from boekbrug.server.records.columns import Cents, Instant, words
from boekbrug.server.records.entries import Action, RunState

METADATA = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

WITH_THE_TEAM = "until the team is erased"
NINETY_DAYS = "90 days after the run"
TEAM_AND_OPERATOR = "the team, on its pages and in its sheet; the operator"
OPERATOR = "the operator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What a table holds about persons, for how long, and who can read it."""

    personal_data: str
    kept: str
    read_by: str


KEEPING: dict[str, Keeping] = {}
"""What each table holds about persons, by the table's name."""


def table(
    name: str, *items: sa.schema.SchemaItem, personal_data: str, kept: str, read_by: str
) -> sa.Table:
    """Return the table of that noun, and note what it keeps of persons."""
    made = sa.Table(f"boekbrug_{name}", METADATA, *items)
    KEEPING[made.name] = Keeping(personal_data=personal_data, kept=kept, read_by=read_by)
    return made


def required(
    name: str, kind: sa.types.TypeEngine[Any] | type[sa.types.TypeEngine[Any]]
) -> sa.Column[Any]:
    """Return a column that is never NULL: what is not known is ''."""
    return sa.Column(name, kind, nullable=False)


def belongs_to(noun: str, name: str) -> sa.Column[int]:
    """Return the column that names the row of another table by its number."""
    return sa.Column(name, sa.ForeignKey(f"boekbrug_{noun}.id"), nullable=False)


teams = table(
    "teams",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    required("name", sa.Text),
    required("credit_limit", Cents()),
    required("added_at", Instant()),
    sa.CheckConstraint("credit_limit >= 0", name="credit_limit"),
    personal_data="the name of the firm",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)

dossiers = table(
    "dossiers",
    sa.Column("id", sa.Integer, primary_key=True),
    belongs_to("teams", "team_id"),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    required("vat_number", sa.Text),
    required("legal_name", sa.Text),
    required("country", sa.Text),
    required("currency", sa.Text),
    required("zone", sa.Text),
    required("program", sa.Text),
    required("book_years", sa.JSON()),
    required("added_at", Instant()),
    personal_data="the firm's VAT number and legal name",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)

workbooks = table(
    "workbooks",
    sa.Column("id", sa.Text, primary_key=True),
    belongs_to("dossiers", "dossier_id"),
    required("kind", sa.Text),
    sa.Column("location", sa.Text, nullable=False, unique=True),
    required("folder", sa.Text),
    required("secret_version", sa.Integer),
    sa.Column("lines_estimate", sa.Integer),
    required("attached_at", Instant()),
    required("title", sa.Text),
    required("hmac_allowed", sa.Boolean()),
    required("audience", sa.Text),
    required("addresses", sa.JSON()),
    required("is_test", sa.Boolean()),
    # No foreign key: a table that names its own rows cannot be emptied in one go.
    required("continued_by", sa.Text),
    required("language", sa.Text),
    required("told_export", sa.Integer),
    required("told_columns", sa.JSON()),
    personal_data="who may press (addresses); a path or a title may hold a name",
    kept=WITH_THE_TEAM,
    read_by=OPERATOR,
)

connect_codes = table(
    "connect_codes",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False, unique=True),
    belongs_to("dossiers", "dossier_id"),
    required("addresses", sa.JSON()),
    required("folder", sa.Text),
    required("keeps_numbers", sa.Boolean()),
    required("made_at", Instant()),
    required("expires_at", Instant()),
    sa.Column("used_at", Instant()),
    required("used_by", sa.Text),
    required("used_for", sa.Text),
    required("workbook_id", sa.Text),
    personal_data="who may connect and who did (addresses); a title may hold a name",
    kept=WITH_THE_TEAM,
    read_by=OPERATOR,
)

connect_tries = table(
    "connect_tries",
    sa.Column("id", sa.Integer, primary_key=True),
    required("network", sa.Text),
    required("at", Instant()),
    sa.Index("ix_boekbrug_connect_tries_network_at", "network", "at"),
    personal_data="from which address of the network somebody tried",
    kept="an hour",
    read_by="the server alone",
)

prices = table(
    "prices",
    sa.Column("since", sa.Date, primary_key=True),
    sa.Column("kind", words(Kind), primary_key=True),
    required("amount_eur", Cents()),
    sa.CheckConstraint("amount_eur >= 0", name="amount_eur"),
    personal_data="none",
    kept="for good",
    read_by="everybody",
)

runs = table(
    "runs",
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sa.Column("workbook_id", sa.ForeignKey("boekbrug_workbooks.id"), nullable=False),
    belongs_to("dossiers", "dossier_id"),
    required("action", words(Action)),
    required("period_first", sa.Date()),
    required("period_last", sa.Date()),
    required("selection", words(Selection)),
    required("plan", sa.Text),
    required("tab", sa.Text),
    required("header", sa.Text),
    required("documents", sa.JSON()),
    required("hold", sa.JSON()),
    required("replaces", sa.Integer),
    required("not_imported", sa.Boolean()),
    required("all_customers", sa.Boolean()),
    required("webhook_id", sa.Text),
    required("body_digest", sa.Text),
    required("pressed_by", sa.Text),
    sa.Column("open_key", sa.Text, unique=True),
    required("state", words(RunState)),
    required("stage", sa.Text),
    required("percent", sa.Integer),
    required("sentence", sa.Text),
    required("result", sa.JSON()),
    required("created_at", Instant()),
    sa.Column("started_at", Instant()),
    sa.Column("ended_at", Instant()),
    sa.Column("conclusion", words(RunState)),
    # No foreign key: batches name their run already, and both ways would be a circle.
    sa.Column("batch_id", sa.Integer),
    sa.UniqueConstraint("workbook_id", "webhook_id"),
    sa.CheckConstraint("period_first <= period_last", name="period"),
    sa.CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
    sa.CheckConstraint("(ended_at IS NULL) = (open_key IS NOT NULL)", name="open_key"),
    personal_data="who pressed (name or address); the sentence may name a customer",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)

run_documents = table(
    "run_documents",
    sa.Column("run_id", sa.ForeignKey("boekbrug_runs.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    required("row", sa.Integer),
    required("number", sa.Text),
    required("kind", sa.Text),
    required("issued_on", sa.Text),
    required("customer", sa.Text),
    required("net", Cents()),
    required("vat", Cents()),
    required("gross", Cents()),
    required("state", sa.Text),
    required("selected", sa.Boolean()),
    required("reason", sa.Text),
    required("batch", sa.Integer),
    required("exported_on", sa.Text),
    required("digest", sa.Text),
    required("key", sa.JSON()),
    required("cents", sa.Text),
    personal_data="names of customers, amounts",
    kept=NINETY_DAYS,
    read_by="the team, on its pages and in its sheet",
)

run_problems = table(
    "run_problems",
    sa.Column("run_id", sa.ForeignKey("boekbrug_runs.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    required("weight", sa.Text),
    required("tab", sa.Text),
    required("rows", sa.JSON()),
    required("column", sa.Text),
    required("found", sa.Text),
    required("allowed", sa.Text),
    required("cure", sa.Text),
    required("sentence", sa.Text),
    required("finding", sa.Text),
    required("keys", sa.JSON()),
    personal_data="what stood in a wrong cell",
    kept=NINETY_DAYS,
    read_by="the team, on its pages and in its sheet",
)

run_controls = table(
    "run_controls",
    sa.Column("run_id", sa.ForeignKey("boekbrug_runs.id"), primary_key=True),
    required("content", sa.JSON()),
    personal_data="names and VAT numbers of customers, amounts",
    kept=NINETY_DAYS,
    read_by="the team, on its pages and in its sheet",
)

run_files = table(
    "run_files",
    sa.Column("run_id", sa.ForeignKey("boekbrug_runs.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    required("name", sa.Text),
    required("media_type", sa.Text),
    required("content", sa.LargeBinary()),
    required("sha256", sa.Text),
    sa.UniqueConstraint("run_id", "name"),
    personal_data="names and addresses of customers, amounts",
    kept=NINETY_DAYS,
    read_by="the team, on its pages",
)

fences = table(
    "fences",
    sa.Column("dossier_id", sa.ForeignKey("boekbrug_dossiers.id"), primary_key=True),
    sa.Column("run_id", sa.ForeignKey("boekbrug_runs.id")),
    sa.Column("taken_at", Instant()),
    personal_data="none",
    kept=WITH_THE_TEAM,
    read_by="the server alone",
)

audit = table(
    "audit",
    sa.Column("id", sa.Integer, primary_key=True),
    required("at", Instant()),
    required("event", sa.Text),
    required("who", sa.Text),
    sa.Column("team_id", sa.Integer),
    sa.Column("dossier_id", sa.Integer),
    sa.Column("run_id", sa.Text),
    required("facts", sa.JSON()),
    personal_data="who pressed; never what stood in a cell",
    kept="ten years; its numbers outlive the rows that they name",
    read_by=OPERATOR,
)
