"""Waiting for the server's budget of questions to Google."""

from collections.abc import Callable
from datetime import datetime

from boekbrug.adapters.google import failures
from boekbrug.server.workflow.ports import Budget

WAIT_MAX_S = 120.0


class Pace:
    """Lets questions through at the pace of a budget that all processes share."""

    def __init__(
        self, budget: Budget, *, now: Callable[[], datetime], sleep: Callable[[float], None]
    ) -> None:
        """Take the budget; `now` returns an instant with its zone, `sleep` waits for seconds."""
        self._budget = budget
        self._now = now
        self._sleep = sleep

    def wait(self) -> None:
        """Return when one question may be asked.

        Raises:
            UnreachableError: others took all there was for two minutes.
        """
        waited_s = 0.0
        while wait_s := self._budget.take(self._now()):
            waited_s += wait_s
            if waited_s > WAIT_MAX_S:
                raise failures.busy()
            self._sleep(wait_s)
