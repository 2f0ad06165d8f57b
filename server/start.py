"""What must hold before a process of this server begins; else it ends with the sentence."""

from boekbrug.server.assembly import Service, Settings, SettingsError
from boekbrug.server.records.probing import connections_max
from boekbrug.server.workflow.formation import Formation, connections_problem


def refuse_to_start(service: Service, *, workers: int) -> None:
    """Refuse tables of another version, and more connections than the database gives.

    Args:
        service: the house.
        workers: how many processes there surely are that only execute.

    Raises:
        SettingsError: with the sentence.
    """
    problem = service.schema_problem() or connections_problem(
        formation_of(service.settings, workers=workers), connections_max(service.database)
    )
    if problem:
        raise SettingsError([problem])


def formation_of(settings: Settings, *, workers: int) -> Formation:
    """Return the processes that the settings name, with so many workers beside them."""
    return Formation(
        web_processes=settings.web_processes,
        executes_in_web=settings.execute_in_web,
        workers=workers,
        concurrency=settings.worker_concurrency,
    )


def workers_beside_web(settings: Settings) -> int:
    """Return how many workers there must be when the web processes serve: none, or one."""
    return 0 if settings.execute_in_web else 1
