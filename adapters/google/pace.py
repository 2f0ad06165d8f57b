"""Waiting for the server's budget of questions to Google."""

from collections.abc import Callable, Mapping
from datetime import datetime

from boekbrug.adapters.google import failures
from boekbrug.server.workflow.ports import Budget, Purpose

WAIT_MAX_S = 120.0


class Pace:
    """Lets questions through at the pace of budgets that all processes share."""

    def __init__(
        self,
        budgets: Mapping[Purpose, Budget],
        *,
        now: Callable[[], datetime],
        sleep: Callable[[float], None],
    ) -> None:
        """Take the budgets; `now` returns an instant with its zone, `sleep` waits for seconds."""
        self._budgets = budgets
        self._now = now
        self._sleep = sleep

    def wait(self, purpose: Purpose) -> None:
        """Return when one question may be asked for that purpose.

        Raises:
            UnreachableError: others took all there was for two minutes.
        """
        waited_s = 0.0
        while wait_s := self._budgets[purpose].take(self._now()):
            waited_s += wait_s
            if waited_s > WAIT_MAX_S:
                raise failures.busy()
            self._sleep(wait_s)
