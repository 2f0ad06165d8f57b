"""The steps of a run and their order, as the engine repeats them after a crash.

A step runs at least once: its process may die after the effect and before the engine has noted
it. Only a run's id crosses a step, and an error is stored without its text, so no cell's content
gets into the engine's tables.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Protocol

from dbos import DBOS, StepOptions

from boekbrug.server.workflow.ports import UnreachableError

COMMITTED = "committed"
"""What the step `make` answers when there is a batch to deliver."""

ENDED = "ended"
"""What it answers when there is nothing to deliver."""

MAKE = "boekbrug.make"
ATTEMPTS_MAX = 4  # of a step whose outside is unreachable
BACKOFF_RATE = 3.0

logger = logging.getLogger(__name__)


class Steps(Protocol):
    """What a run does. Every step may be repeated, and leaves a run that has ended as it is."""

    def make(self, run_id: str) -> str:
        """Read to commit; return "committed", or "ended" when there is nothing to deliver.

        Raises:
            UnreachableError: tried again, unless it is permanent.
        """
        ...

    def deliver(self, run_id: str) -> None:
        """Put the stored files where the team wants them; may raise UnreachableError."""
        ...

    def write_back(self, run_id: str) -> None:
        """Tell the workbook what happened and end the run; may raise UnreachableError."""
        ...

    def leave_unfinished(self, run_id: str) -> None:
        """End as `unfinished` a run whose delivery or write-back was given up."""
        ...

    def fail(self, run_id: str) -> None:
        """End as `failed` a run that was given up.

        When a batch of the run exists all the same (its process died after the commit, before
        the engine knew), the run ends as `unfinished` instead.
        """
        ...

    def open_runs(self) -> Iterable[tuple[str, str]]:
        """Return the id and the dossier of every run that has not ended."""
        ...


class StepError(Exception):
    """A step did not finish; the engine keeps no more of it than this name."""

    def __init__(self, step: str, *, permanent: bool) -> None:
        """Name the step and say whether another attempt is useless."""
        super().__init__(f"{step} did not finish")
        self.permanent = permanent


def run_of(steps: Steps, *, retry_interval_s: float) -> Callable[[str], None]:
    """Return the function that leads one run through its steps, to be registered as a workflow.

    Repeated after a crash it skips the steps that are done. A run whose step was given up ends as
    `failed` before the commit and as `unfinished` after it.
    """

    def run(run_id: str) -> None:
        def step(name: str, function: Callable[[str], object]) -> object:
            options: StepOptions = {
                "name": name,
                "retries_allowed": True,
                "max_attempts": ATTEMPTS_MAX,
                "interval_seconds": retry_interval_s,
                "backoff_rate": BACKOFF_RATE,
                "should_retry": _is_temporary,
            }
            return DBOS.run_step(options, _attempt, name, function, run_id)

        is_committed = False
        try:
            is_committed = step(MAKE, steps.make) == COMMITTED
            if is_committed:
                step("boekbrug.deliver", steps.deliver)
            step("boekbrug.write_back", steps.write_back)
        except Exception:  # noqa: BLE001  logged by the step; when repeated it has another type
            if is_committed:
                step("boekbrug.leave_unfinished", steps.leave_unfinished)
            else:
                step("boekbrug.fail", steps.fail)

    return run


def _attempt(name: str, function: Callable[[str], object], run_id: str) -> object:
    """Do the step once; the error goes to the log, and only its name to the engine's tables."""
    try:
        return function(run_id)
    except UnreachableError as error:
        logger.warning("Run %s, %s: %s", run_id, name, error.sentence)
        raise StepError(name, permanent=error.permanent) from None
    except Exception:
        logger.exception("Run %s, %s failed.", run_id, name)
        raise StepError(name, permanent=True) from None


def _is_temporary(error: BaseException) -> bool:
    return isinstance(error, StepError) and not error.permanent
