"""The audit: who did what and when, in figures and keys; never what stood in a cell."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from boekbrug.server.records.tables import audit

OPERATOR = "operator"

Facts = Mapping[str, str | int]


def note(
    connection: sa.Connection,
    event: str,
    *,
    who: str,
    now: datetime,
    team_id: int | None = None,
    dossier_id: int | None = None,
    run_id: str | None = None,
    facts: Facts | None = None,
) -> None:
    """Add a line in the transaction of what it tells of."""
    line = {
        "at": now,
        "event": event,
        "who": who,
        "team_id": team_id,
        "dossier_id": dossier_id,
        "run_id": run_id,
        "facts": dict(facts or {}),
    }
    connection.execute(sa.insert(audit).values(line))
