"""The control tables of runs, kept with them for 90 days."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from boekbrug.server.records.database import reading
from boekbrug.server.records.tables import run_controls, runs


class RunControls:
    """The control tables of all runs. Whoever asks has opened the run by its workbook before."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def keep(self, run_id: str, content: Mapping[str, Any] | None) -> None:
        """Keep the tables of the run in place of what was kept before; None keeps nothing."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(run_controls).where(run_controls.c.run_id == run_id))
            if content is not None:
                row = {"run_id": run_id, "content": dict(content)}
                connection.execute(sa.insert(run_controls), row)

    def of(self, run_id: str) -> Mapping[str, Any] | None:
        """Return the tables of the run, None when it has none."""
        query = sa.select(run_controls.c.content).where(run_controls.c.run_id == run_id)
        with reading(self._engine) as connection:
            content: Mapping[str, Any] | None = connection.scalar(query)
        return content

    def prune(self, older_than: datetime) -> None:
        """Forget the tables of the runs that were pressed before an instant."""
        old = sa.select(runs.c.id).where(runs.c.created_at < older_than)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(run_controls).where(run_controls.c.run_id.in_(old)))
