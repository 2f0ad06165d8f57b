"""How many database connections a server can open: counted from its pools before it opens them.

A plan that gives fewer refuses logins when everybody presses at once, at month's end. So such a
server does not start.
"""

from dataclasses import dataclass, replace

from boekbrug.server.records.database import CONNECTIONS_MAX as RECORDS_POOL

CLIENT_POOL = 2
"""What a process queues runs with."""

_LOCK_OR_QUESTION = 1
"""The session that holds the executor's slot, or the one that asks whether anybody holds one."""

_LISTENER = 1
"""The engine listens for news on a connection that it took out of its pool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formation:
    """The processes of one server.

    Attributes:
        web_processes: how many take presses.
        executes_in_web: whether those execute runs as well.
        workers: how many only execute.
        concurrency: how many runs a process executes at once.
    """

    web_processes: int
    executes_in_web: bool
    workers: int
    concurrency: int

    @property
    def connections_max(self) -> int:
        """How many connections they open at most, together."""
        serving = RECORDS_POOL + CLIENT_POOL + _LOCK_OR_QUESTION
        executing = serving + executor_pool(self.concurrency) + _LISTENER
        web = executing if self.executes_in_web else serving
        return self.web_processes * web + self.workers * executing


def executor_pool(concurrency: int) -> int:
    """Return the connections of the engine's pool: more than the threads that wait for one."""
    return concurrency + 4


def connections_problem(formation: Formation, allowed: int | None) -> str | None:
    """Return why a database with so many connections is too small, with the cure; None if not.

    Args:
        formation: the processes.
        allowed: the connections that the database gives; None: any number.
    """
    if allowed is None or formation.connections_max <= allowed:
        return None
    return (
        f"This set-up can open {formation.connections_max} database connections, the plan allows "
        f"{allowed}. {_cure(formation, allowed)}ake a larger plan."
    )


def _cure(formation: Formation, allowed: int) -> str:
    for change, smaller in (
        ("Set WEB_PROCESSES=1", replace(formation, web_processes=1)),
        (
            "Set EXECUTE_IN_WEB=true, WEB_PROCESSES=1 and start no worker",
            replace(formation, web_processes=1, executes_in_web=True, workers=0),
        ),
        (
            "Set WORKER_CONCURRENCY=1, WEB_PROCESSES=1, EXECUTE_IN_WEB=true and start no worker",
            Formation(web_processes=1, executes_in_web=True, workers=0, concurrency=1),
        ),
    ):
        if smaller.connections_max <= allowed:
            return f"{change} or t"
    return "T"
