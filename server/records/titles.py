"""What Google Sheets and their tabs were called when a run looked last.

Reading a sheet needs the names of its tabs; remembering them saves a call in every run.
"""

from contextlib import suppress

import sqlalchemy as sa

from boekbrug.server.records.entries import SeenTitles
from boekbrug.server.records.sheet_tables import sheet_titles


class KeptTitles:
    """The titles that all processes remember (see `workflow.ports.TitlesMemory`)."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def recall(self, place: str) -> SeenTitles | None:
        """Return what was seen last at that place; None when nobody looked yet."""
        asked = sa.select(sheet_titles).where(sheet_titles.c.place == place)
        with self._engine.connect() as connection:
            row = connection.execute(asked).one_or_none()
        return SeenTitles(row.name, tuple(row.tabs), row.seen_at) if row else None

    def keep(self, place: str, seen: SeenTitles) -> None:
        """Remember what was seen there now; of two at once either may stay."""
        values = {"name": seen.name, "tabs": list(seen.tabs), "seen_at": seen.seen_at}
        is_there = sheet_titles.c.place == place
        with suppress(sa.exc.IntegrityError), self._engine.begin() as connection:
            if connection.execute(sa.update(sheet_titles).where(is_there).values(values)).rowcount:
                return
            connection.execute(sa.insert(sheet_titles).values(place=place, **values))
