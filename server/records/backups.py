"""Backups that somebody saw: the server makes none itself, and warns when none was reported."""

from datetime import datetime

import sqlalchemy as sa

from boekbrug.server.records.audit import OPERATOR, note
from boekbrug.server.records.database import reading
from boekbrug.server.records.tables import audit

SEEN = "backup seen"


class Backups:
    """What is known of the database's backups; the audit keeps it."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def see(self, made_at: datetime, *, place: str, now: datetime) -> None:
        """Keep that a backup was made then; `place` is where it lies, '' when nobody said."""
        facts = {"made_at": made_at.isoformat(), "place": place}
        with self._engine.begin() as connection:
            note(connection, SEEN, who=OPERATOR, now=now, facts=facts)

    def newest(self) -> datetime | None:
        """Return when the newest one was made; None when none was seen."""
        seen = sa.select(audit.c.facts).where(audit.c.event == SEEN)
        with reading(self._engine) as connection:
            times = [datetime.fromisoformat(facts["made_at"]) for facts in connection.scalars(seen)]
        return max(times, default=None)
