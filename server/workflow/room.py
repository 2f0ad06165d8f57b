"""How much may be in memory at once: runs start while the lines in flight fit."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

LINES_UNKNOWN = 20_000
"""What a workbook that was never read is taken for."""


class LinesInFlight:
    """A budget of lines, shared by the runs of one process.

    A run waits until its lines fit; one that is larger than the whole budget waits until it is
    alone.
    """

    def __init__(self, lines_max: int) -> None:
        """Allow that many lines at once."""
        self._lines_max = lines_max
        self._lines = 0
        self._changed = threading.Condition()

    @contextmanager
    def room(self, lines: int) -> Iterator["Share"]:
        """Wait for room for that many lines and hold it until the end."""
        share = Share(self)
        share.resize(lines)
        try:
            yield share
        finally:
            share.resize(0)

    def exchange(self, held: int, wanted: int) -> None:
        """Give back what is held and wait for what is wanted."""
        with self._changed:
            self._lines -= held
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._lines == 0 or self._lines + wanted <= self._lines_max
            )
            self._lines += wanted


class Share:
    """The part of the budget that one run holds."""

    def __init__(self, budget: LinesInFlight) -> None:
        """Hold nothing yet."""
        self._budget = budget
        self._lines = 0

    def resize(self, lines: int) -> None:
        """Hold that many lines instead, waiting when they are more than before."""
        held, self._lines = self._lines, lines
        self._budget.exchange(held, lines)
