"""The tables about Google Sheets: how often they may be read, and what their tabs are called."""

import sqlalchemy as sa

from boekbrug.server.records.columns import Instant
from boekbrug.server.records.tables import WITH_THE_TEAM, required, table

budgets = table(
    "budgets",
    sa.Column("name", sa.String(20), primary_key=True),
    required("left", sa.Double()),
    required("counted_at", Instant()),
    personal_data="none",
    kept="for as long as the server stands",
    read_by="the server alone",
)

sheet_titles = table(
    "sheet_titles",
    sa.Column("place", sa.Text, primary_key=True),
    required("name", sa.Text),
    required("tabs", sa.JSON),
    required("seen_at", Instant()),
    personal_data="what people called their sheet and its tabs",
    kept=WITH_THE_TEAM,
    read_by="the server alone",
)
