"""One house, put together: what the door, the worker and the commands are handed."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from boekbrug.config.limits import tariff
from boekbrug.config.settings import Settings
from boekbrug.server.programs.protocol import Program
from boekbrug.server.records.database import migrate, schema_problem
from boekbrug.server.records.records import Records
from boekbrug.server.web.connection_desk import ConnectionDesk
from boekbrug.server.web.office import RecordsOffice
from boekbrug.server.workflow.engine import Engine
from boekbrug.server.workflow.outside import Outside
from boekbrug.server.workflow.ports import AccountPort

STOP_TIMEOUT_S = 20
"""How long runs under way may take to end; platforms kill after 30 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One house; see `web.ports.Service` for what the door takes from it."""

    settings: Settings
    programs: Mapping[str, Program]
    database: sa.Engine
    records: Records
    outside: Outside
    google: AccountPort | None
    engine: Engine
    office: RecordsOffice
    connections: ConnectionDesk

    @property
    def secret_key(self) -> str:
        """What links are signed with and webhook secrets derived from."""
        return self.settings.secret_key

    @property
    def secret_key_previous(self) -> str | None:
        """The key before, still accepted."""
        return self.settings.secret_key_previous

    @property
    def public_url(self) -> str:
        """Where people reach the door."""
        return self.settings.public_url

    @property
    def operator_contact(self) -> str:
        """Whom people ask."""
        return self.settings.operator_contact

    @property
    def button_client_id(self) -> str:
        """The OAuth client ID of the button's script, '' when nobody said."""
        return self.settings.button_client_id

    @property
    def body_bytes_max(self) -> int:
        """The largest body that is read."""
        return self.settings.limits.body_bytes_max

    @property
    def page_rows_max(self) -> int:
        """The longest part of a list that one answer holds."""
        return self.settings.limits.page_rows_max

    @property
    def link_days(self) -> int:
        """How long a link opens its run."""
        return self.settings.limits.link_days

    def migrate(self) -> None:
        """Make or upgrade the tables of the records and of the engine."""
        migrate(self.database, tariff())
        self.engine.migrate()

    def schema_problem(self) -> str | None:
        """Return the sentence about tables that this version cannot work on."""
        return schema_problem(self.database)

    def start_executor(self) -> None:
        """Execute runs in this process; call it after a fork."""
        self.engine.start_executor()

    def stop_executor(self) -> None:
        """Take no more runs and let those under way come to an end."""
        self.engine.stop(STOP_TIMEOUT_S)
