"""How gunicorn serves: `gunicorn -c python:boekbrug.config.gunicorn boekbrug.server.wsgi:app`.

The names below are gunicorn's. WEB_CONCURRENCY is not read: platforms set it by themselves, and a
second executing process would take more database connections than a small plan has.
"""

import sys
from typing import Any

from boekbrug.config.settings import MissingSettingsError, SettingsError, from_environment

try:
    _settings = from_environment()
except MissingSettingsError as error:  # the application is a page that says what is missing
    _settings = error.incomplete
except SettingsError as error:
    sys.exit(str(error))

bind = f"{_settings.host}:{_settings.port}"
worker_class = "gthread"
workers = _settings.web_processes
threads = 8
graceful_timeout = 25  # platforms kill after 30 s
preload_app = False  # the engine's threads and connections do not survive a fork
control_socket_disable = True  # it would stand in the home directory, shared by all servers


def post_worker_init(_worker: Any) -> None:
    """Start executing runs, after the fork."""
    if _settings.execute_in_web:
        from boekbrug.server import wsgi  # noqa: PLC0415  the master process needs no application

        wsgi.start_executor()


def worker_exit(_server: Any, _worker: Any) -> None:
    """Let the runs under way come to an end."""
    if _settings.execute_in_web:
        from boekbrug.server import wsgi  # noqa: PLC0415  as above

        wsgi.stop_executor()
