"""The tables of money and numbers: what was exported, charged, numbered, and delivered.

Rows of batches, batch_documents, batch_customers, batch_files, charges and wallet_entries are
only ever added: no method of this room changes or removes one.
"""

import sqlalchemy as sa

from boekbrug.server.bookkeeping.plan import Origination
from boekbrug.server.bookkeeping.terms import Kind, Selection
from boekbrug.server.records.columns import Cents, Instant, words
from boekbrug.server.records.ledger_entries import DeliveryResult
from boekbrug.server.records.tables import (
    OPERATOR,
    TEAM_AND_OPERATOR,
    WITH_THE_TEAM,
    belongs_to,
    required,
    table,
)

batches = table(
    "batches",
    sa.Column("id", sa.Integer, primary_key=True),
    belongs_to("dossiers", "dossier_id"),
    sa.Column("run_id", sa.ForeignKey("boekbrug_runs.id"), nullable=False, unique=True),
    required("number", sa.Integer),
    required("period_first", sa.Date()),
    required("period_last", sa.Date()),
    required("selection", words(Selection)),
    required("made_at", Instant()),
    required("fee", Cents()),
    required("invoices", sa.Integer),
    required("credit_notes", sa.Integer),
    required("net", Cents()),
    required("vat", Cents()),
    required("gross", Cents()),
    required("vat_by_code", sa.JSON()),
    required("debit", Cents()),
    required("credit", Cents()),
    required("content_digest", sa.Text),
    required("programs", sa.JSON()),
    required("parameters", sa.JSON()),
    required("code_version", sa.Text),
    required("layout_version", sa.Integer),
    required("replaces", sa.Integer),
    sa.UniqueConstraint("dossier_id", "number"),
    sa.CheckConstraint("number >= 1", name="number"),
    sa.CheckConstraint("fee >= 0", name="fee"),
    sa.CheckConstraint("debit = credit", name="balances"),
    personal_data="none; parameters may name the accountant",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)

batch_documents = table(
    "batch_documents",
    sa.Column("batch_id", sa.ForeignKey("boekbrug_batches.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    required("series", sa.Text),
    required("book_year", sa.Text),
    required("number", sa.Text),
    required("kind", words(Kind)),
    required("issued_on", sa.Date()),
    required("customer", sa.Text),
    required("external_id", sa.Text),
    required("net", Cents()),
    required("vat", Cents()),
    required("gross", Cents()),
    required("digest", sa.Text),
    required("row", sa.Integer),
    required("facts", sa.JSON()),
    sa.UniqueConstraint("batch_id", "series", "book_year", "number"),
    personal_data="customers' keys (often their names), numbers and amounts; texts of documents",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)

batch_customers = table(
    "batch_customers",
    sa.Column("batch_id", sa.ForeignKey("boekbrug_batches.id"), primary_key=True),
    sa.Column("customer", sa.Text, primary_key=True),
    required("external_id", sa.Text),
    required("digest", sa.Text),
    required("field_digests", sa.JSON()),
    personal_data="customers' keys (often their names) and numbers",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)

batch_files = table(
    "batch_files",
    sa.Column("batch_id", sa.ForeignKey("boekbrug_batches.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    required("name", sa.Text),
    required("media_type", sa.Text),
    required("content", sa.LargeBinary()),
    required("sha256", sa.Text),
    sa.UniqueConstraint("batch_id", "name"),
    personal_data="names, addresses, VAT numbers and invoices of customers",
    kept=WITH_THE_TEAM,
    read_by="the team, and whoever has its link; the accountant",
)

deliveries = table(
    "deliveries",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("batch_id", sa.ForeignKey("boekbrug_batches.id"), nullable=False, index=True),
    required("target", sa.Text),
    required("result", words(DeliveryResult)),
    required("at", Instant()),
    personal_data="none; a path may hold a name",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)

external_ids = table(
    "external_ids",
    sa.Column("dossier_id", sa.ForeignKey("boekbrug_dossiers.id"), primary_key=True),
    sa.Column("external_id", sa.Text, primary_key=True),
    required("customer", sa.Text),
    required("customer_folded", sa.Text),
    required("origination", words(Origination)),
    required("given_at", Instant()),
    sa.Column("workbook_id", sa.ForeignKey("boekbrug_workbooks.id"), nullable=False),
    sa.Column("merged_into", sa.Text, nullable=False, server_default=""),
    sa.UniqueConstraint("dossier_id", "customer_folded"),
    personal_data="customers' keys (often their names) and numbers",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)
"""A number stays its customer's for good, and a customer has one.

`customer` is the name as it was typed last, `customer_folded` the same with its case folded.
`workbook_id` is the workbook that gave or exported the number last, `merged_into` the number that
an export booked the customer on after a merge, '' before one.
"""

number_starts = table(
    "number_starts",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("dossier_id", sa.ForeignKey("boekbrug_dossiers.id"), nullable=False, index=True),
    required("first", sa.BigInteger),
    required("at", Instant()),
    required("who", sa.Text),
    required("confirmed", sa.Text),
    sa.CheckConstraint("first >= 0", name="first"),
    personal_data="who pressed or confirmed (name or address)",
    kept=WITH_THE_TEAM,
    read_by=OPERATOR,
)
"""The start values that a dossier counted from, and those that may be counted from.

`confirmed` is what was typed as the word for a lower one; '' in a row that an export added.
"""

closings = table(
    "closings",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("dossier_id", sa.ForeignKey("boekbrug_dossiers.id"), nullable=False, index=True),
    sa.Column("up_to", sa.Date()),
    required("export", sa.Integer),
    required("at", Instant()),
    required("who", sa.Text),
    required("reason", sa.Text),
    personal_data="who pressed or opened again (name or address)",
    kept=WITH_THE_TEAM,
    read_by=OPERATOR,
)
"""Up to which day the books of a dossier are closed: its last row counts.

`up_to` is NULL when all periods were opened again. `export` is the number of the export that told
the day, 0 when whoever runs the server did; `reason` is '' where none is needed.
"""

charges = table(
    "charges",
    sa.Column("dossier_id", sa.ForeignKey("boekbrug_dossiers.id"), primary_key=True),
    sa.Column("series", sa.Text, primary_key=True),
    sa.Column("book_year", sa.Text, primary_key=True),
    sa.Column("number", sa.Text, primary_key=True),
    belongs_to("batches", "batch_id"),
    required("amount_eur", Cents()),
    sa.CheckConstraint("amount_eur >= 0", name="amount_eur"),
    personal_data="none; an invoice number",
    kept=WITH_THE_TEAM,
    read_by=TEAM_AND_OPERATOR,
)
"""Charged once, ever: the promise rests on this primary key. `book_year` is '' and never NULL."""

wallet_entries = table(
    "wallet_entries",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("team_id", sa.ForeignKey("boekbrug_teams.id"), nullable=False, index=True),
    required("at", Instant()),
    required("amount", Cents()),
    required("reason", sa.Text),
    required("invoices", sa.Integer),
    sa.Column("batch_id", sa.ForeignKey("boekbrug_batches.id"), unique=True),
    personal_data="none",
    kept="ten years, as the operator's own books",
    read_by=TEAM_AND_OPERATOR,
)
"""The balance of a team is the sum of its entries; a batch has exactly one."""
