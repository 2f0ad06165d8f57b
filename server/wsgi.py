"""The application that gunicorn serves, with the settings of the environment."""

import sys

from werkzeug.middleware.proxy_fix import ProxyFix

from boekbrug.server.app import create_app
from boekbrug.server.assembly import SettingsError, assemble, configure_logging, from_environment

try:
    _settings = from_environment()
    configure_logging(_settings)
    _service = assemble(_settings)
except SettingsError as error:
    sys.exit(str(error))

if _problem := _service.schema_problem():
    sys.exit(_problem)

app = create_app(_service)
if _settings.on_platform:
    # The platform's router adds who asked it; what a client wrote there itself stands before.
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=0, x_host=0)  # type: ignore[method-assign]
start_executor = _service.start_executor
stop_executor = _service.stop_executor
