"""The files of rehearsals: kept with their run for 90 days, part of no batch."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.records.database import reading
from boekbrug.server.records.file_rows import file_rows, stored_file
from boekbrug.server.records.ledger_entries import StoredFile
from boekbrug.server.records.tables import run_files, runs


class RunFiles:
    """The files of all runs. Whoever asks has opened the run by its workbook before."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def keep(self, run_id: str, files: Sequence[ExportFile]) -> None:
        """Keep these files of the run, in this order, in place of what was kept before."""
        rows = [{"run_id": run_id, **row} for row in file_rows(files)]
        with self._engine.begin() as connection:
            connection.execute(sa.delete(run_files).where(run_files.c.run_id == run_id))
            if rows:
                connection.execute(sa.insert(run_files), rows)

    def names(self, run_id: str) -> tuple[str, ...]:
        """Return the names of the run's files in the order of their making."""
        query = sa.select(run_files.c.name).where(run_files.c.run_id == run_id)
        with reading(self._engine) as connection:
            return tuple(connection.scalars(query.order_by(run_files.c.position)))

    def file(self, run_id: str, name: str) -> StoredFile | None:
        """Return a file of the run by its name."""
        query = sa.select(run_files).where(run_files.c.run_id == run_id, run_files.c.name == name)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().first()
        return stored_file(row) if row else None

    def prune(self, older_than: datetime) -> None:
        """Forget the files of the runs that were pressed before an instant."""
        old = sa.select(runs.c.id).where(runs.c.created_at < older_than)
        with self._engine.begin() as connection:
            connection.execute(sa.delete(run_files).where(run_files.c.run_id.in_(old)))
