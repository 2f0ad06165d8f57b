"""How this server logs: JSON on a platform, readable lines on one's own machine.

Neither secrets nor the contents of cells belong in a log. So a traceback comes without the values
of its variables, and a field that is named like a secret comes without its value.
"""

import logging
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from boekbrug.config.settings import Settings

SECRETS = ("authorization", "cookie", "database_url", "password", "secret", "signature", "token")
CHATTERERS = ("alembic", "dbos", "sqlalchemy")


def configure_logging(settings: Settings) -> None:
    """Send what this process logs to standard error, from the settings' level on."""
    common: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _hide_secrets,
    ]
    structlog.configure(
        processors=[*common, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=common,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_rendering(settings),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=settings.log_level, force=True)
    for name in CHATTERERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    # Its warnings are tracebacks of steps that it repeats; the steps log their own sentence.
    logging.getLogger("dbos").setLevel(logging.ERROR)
    # A logger without a handler would get one by DBOS, which writes in a format of its own.
    logging.getLogger("dbos").addHandler(logging.NullHandler())


def _rendering(settings: Settings) -> list[Processor]:
    if settings.on_platform:
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    plain = structlog.dev.plain_traceback  # the default shows the values of variables
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]


def _hide_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    for name in event:
        if any(secret in name.lower() for secret in SECRETS):
            event[name] = "(hidden)"
    return event
