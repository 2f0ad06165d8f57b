"""The application that gunicorn serves, with the settings of the environment."""

import sys

from boekbrug.server.app import create_app
from boekbrug.server.assembly import SettingsError, assemble, configure_logging, from_environment

try:
    _settings = from_environment()
except SettingsError as error:
    sys.exit(str(error))

configure_logging(_settings)
_service = assemble(_settings)
if _problem := _service.schema_problem():
    sys.exit(_problem)

app = create_app(_service)
start_executor = _service.start_executor
stop_executor = _service.stop_executor
