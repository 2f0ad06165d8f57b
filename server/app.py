"""The Flask application, and the extension that mounts the door in anybody's.

The extension adds one blueprint and nothing else: the host's own answers stay what they were.
It reads nothing from the environment.
"""

from collections.abc import Sequence

from flask import Flask

from boekbrug.config.needs import Need
from boekbrug.config.settings import Settings
from boekbrug.server.web.answers import guarded
from boekbrug.server.web.blueprint import make_blueprint
from boekbrug.server.web.errors import register_errors
from boekbrug.server.web.first_start import make_first_start
from boekbrug.server.web.ports import Service


class BookkeepingExport:
    """Mounts Boekbrug in a Flask application.

        export = BookkeepingExport(settings=settings, url_prefix="/bookkeeping")
        export.init_app(app)

    Args:
        app: the host; without it call `init_app` later.
        settings: what the house is put together from; `public_url` names the prefix, too.
        service: a house that is put together already, in place of settings.
        url_prefix: where the addresses begin.

    A press is signed and carries no cookie: a host that guards its forms against forged requests
    exempts `app.blueprints["boekbrug"]`.
    """

    def __init__(
        self,
        app: Flask | None = None,
        *,
        settings: Settings | None = None,
        service: Service | None = None,
        url_prefix: str = "/bookkeeping",
    ) -> None:
        self.settings = settings
        self.service = service
        self.url_prefix = url_prefix
        if app is not None:
            self.init_app(app)

    def init_app(self, app: Flask) -> None:
        """Mount the door in the application; the house behind it is `app.extensions["boekbrug"]`.

        Raises:
            TypeError: the extension was given neither settings nor a service, or both.
        """
        service = _house(self.settings, self.service)
        app.register_blueprint(make_blueprint(service), url_prefix=self.url_prefix)
        app.extensions["boekbrug"] = service


def create_app(service: Service) -> Flask:
    """Return an application that is Boekbrug alone, at the root of its address.

    Here, where nobody else answers, stray addresses get problem details as well.
    """
    app = Flask(__name__, static_folder=None, template_folder=None)
    BookkeepingExport(app, service=service, url_prefix="")
    register_errors(app, service.operator_contact)
    app.after_request(guarded)
    return app


def create_first_start_app(needs: Sequence[Need]) -> Flask:
    """Return the application of a server that lacks settings: a page that says which."""
    app = Flask(__name__, static_folder=None, template_folder=None)
    app.register_blueprint(make_first_start(needs))
    return app


def _house(settings: Settings | None, service: Service | None) -> Service:
    if service is not None and settings is None:
        return service
    if settings is not None and service is None:
        # Imported here: a host that brings its own service loads no adapter and no engine.
        from boekbrug.server.assembly import assemble  # noqa: PLC0415

        return assemble(settings)
    raise TypeError("BookkeepingExport takes either settings or a service")
