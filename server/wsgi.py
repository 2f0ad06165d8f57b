"""The application that gunicorn serves, with the settings of the environment."""

import logging
import sys
from collections.abc import Callable

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from boekbrug.server.app import create_app, create_first_start_app
from boekbrug.server.assembly import (
    MissingSettingsError,
    Settings,
    SettingsError,
    assemble,
    configure_logging,
    from_environment,
)
from boekbrug.server.start import refuse_to_start, workers_beside_web

BOOT_ERROR_EXIT_CODE = 3
"""With any other gunicorn starts the process again, for ever, and takes requests meanwhile."""

Served = tuple[Flask, Callable[[], None], Callable[[], None]]
"""The application, what starts executing runs, and what stops it."""


def _served(settings: Settings) -> Served:
    configure_logging(settings)
    service = assemble(settings)
    refuse_to_start(service, workers=workers_beside_web(settings))
    served = create_app(service)
    if settings.on_platform:
        # The platform's router adds who asked it; what a client wrote there stands before.
        served.wsgi_app = ProxyFix(served.wsgi_app, x_for=1, x_proto=0, x_host=0)  # type: ignore[method-assign]
    return served, service.start_executor, service.stop_executor


def _first_start(missing: MissingSettingsError) -> Served:
    configure_logging(missing.incomplete)
    assemble(missing.incomplete)  # what is wrong is refused all the same
    for sentence in missing.sentences:
        logging.getLogger(__name__).warning(sentence)
    return create_first_start_app(missing.needs), _nothing, _nothing


def _nothing() -> None:
    """Execute nothing: there is nowhere to read runs from."""


try:
    try:
        app, start_executor, stop_executor = _served(from_environment())
    except MissingSettingsError as error:
        app, start_executor, stop_executor = _first_start(error)
except SettingsError as error:
    sys.stderr.write(f"{error}\n")
    sys.exit(BOOT_ERROR_EXIT_CODE)
