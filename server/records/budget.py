"""How often the server may ask Google: one budget for all its processes, kept as a token bucket.

A service account may read sixty times a minute, whatever number of sheets it reads (Google's
page "Usage limits" of the Sheets API). What is taken at once and what comes back in the minute
after it stay below that together.
"""

from datetime import datetime

import sqlalchemy as sa

from boekbrug.server.records.sheet_tables import budgets

READS_PER_MINUTE = 40
READS_AT_ONCE_MAX = 20
KEPT_FOR_EXPORTS = 10
"""What all others leave in the bucket: half of it, so that an export never waits for checks."""

GOOGLE_READS = "google reads"
"""The name of the budget; its row was made with its table."""


class ReadBudget:
    """The budget of reads from Google (see `workflow.ports.Budget`)."""

    def __init__(self, engine: sa.Engine, *, kept: int) -> None:
        """Read and write that database.

        Args:
            engine: of the records.
            kept: the reads that are left for others: 0 for an export, else `KEPT_FOR_EXPORTS`.
        """
        self._engine = engine
        self._kept = kept

    def take(self, now: datetime) -> float:
        """Take one read, or return the seconds until there may be one."""
        is_ours = budgets.c.name == GOOGLE_READS
        with self._engine.begin() as connection:
            row = connection.execute(sa.select(budgets).where(is_ours).with_for_update()).one()
            passed_s = max(0.0, (now - row.counted_at).total_seconds())
            left = min(READS_AT_ONCE_MAX, row.left + passed_s * READS_PER_MINUTE / 60)
            lacking = self._kept + 1 - left
            if lacking > 0:
                return float(lacking * 60 / READS_PER_MINUTE)
            counted_at = max(now, row.counted_at)  # the clocks of two machines differ
            values = {"left": left - 1, "counted_at": counted_at}
            connection.execute(sa.update(budgets).where(is_ours).values(values))
        return 0.0
