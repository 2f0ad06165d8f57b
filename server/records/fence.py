"""The fence: at most one run at a time changes a dossier, whatever the engine believes."""

from datetime import datetime

import sqlalchemy as sa

from boekbrug.server.records.database import reading
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.tables import fences, runs


class Fence:
    """The fences of all dossiers; each has one row, made with the dossier."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def take(self, dossier_id: int, run_id: str, now: datetime) -> str | None:
        """Take the dossier for a run; taking it again is fine.

        Returns:
            None when the run holds it now, else the id of the run that does. One that has ended
            holds nothing.
        """
        with self._engine.begin() as connection:
            holder = lock_fence(connection, dossier_id)
            if holder not in {None, run_id} and _is_open(connection, str(holder)):
                return holder
            connection.execute(
                sa.update(fences)
                .where(fences.c.dossier_id == dossier_id)
                .values(run_id=run_id, taken_at=now)
            )
            return None

    def holds(self, dossier_id: int, run_id: str) -> bool:
        """Whether the run holds the dossier."""
        query = sa.select(fences.c.run_id).where(fences.c.dossier_id == dossier_id)
        with reading(self._engine) as connection:
            return connection.scalar(query) == run_id

    def free(self, dossier_id: int, run_id: str) -> None:
        """Free the dossier if the run holds it; another's hold is left alone."""
        with self._engine.begin() as connection:
            connection.execute(
                sa.update(fences)
                .where(fences.c.dossier_id == dossier_id, fences.c.run_id == run_id)
                .values(run_id=None, taken_at=None)
            )


def lock_fence(connection: sa.Connection, dossier_id: int) -> str | None:
    """Return the run that holds the dossier; until this transaction ends it cannot change."""
    query = sa.select(fences.c.run_id).where(fences.c.dossier_id == dossier_id).with_for_update()
    holder: str | None = connection.execute(query).scalar_one()
    return holder


def _is_open(connection: sa.Connection, run_id: str) -> bool:
    state: RunState = connection.execute(
        sa.select(runs.c.state).where(runs.c.id == run_id)
    ).scalar_one()
    return state.is_open
