"""Puts the house together: the only file that names adapters.

The web server, the worker, the command line and the extension all call `assemble`.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import sqlalchemy as sa

from boekbrug.adapters.local.excel import ExcelLimits, ExcelWorkbook
from boekbrug.adapters.local.folder import Folder
from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.config.limits import tariff
from boekbrug.config.logging import configure_logging
from boekbrug.config.settings import Settings, SettingsError, from_environment
from boekbrug.server.programs.parameters import declared
from boekbrug.server.programs.protocol import Program, installed
from boekbrug.server.records.database import migrate, open_database, schema_problem
from boekbrug.server.records.entries import Run, WorkbookEntry
from boekbrug.server.records.records import Records
from boekbrug.server.web.links import RunLinks
from boekbrug.server.web.office import RecordsOffice
from boekbrug.server.workbook.first_sheet import first_sheet
from boekbrug.server.workflow.engine import Engine, EngineSettings
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.outside import Outside, RunLimits
from boekbrug.server.workflow.room import LinesInFlight

__all__ = [
    "Service",
    "Settings",
    "SettingsError",
    "assemble",
    "configure_logging",
    "from_environment",
    "new_workbook",
]

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
    engine: Engine
    office: RecordsOffice

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


def assemble(settings: Settings) -> Service:
    """Return the house that these settings describe; it executes nothing before it is told to.

    Raises:
        UnusableProgramError: an installed program module cannot be used.
    """
    settings.data_directory.mkdir(parents=True, exist_ok=True)
    programs = installed()
    database = open_database(settings.records_url)
    records = Records(database)
    outside = _outside(settings, programs)
    steps = RunSteps(records, outside, LinesInFlight(settings.limits.lines_in_flight_max))
    engine = Engine(_engine_settings(settings), steps)
    office = RecordsOffice(
        records,
        engine,
        presses_per_minute_max=settings.limits.presses_per_minute_max,
        open_runs_max=settings.limits.waiting_runs_max,
        now=_now,
    )
    return Service(
        settings=settings,
        programs=programs,
        database=database,
        records=records,
        outside=outside,
        engine=engine,
        office=office,
    )


def new_workbook(path: Path, *, first_document_on: date, programs: Sequence[str]) -> None:
    """Make an .xlsx file with the empty first sheet.

    Raises:
        FileExistsError: something is there already.
    """
    modules = installed()
    parameters = [
        (one.label, one.default, one.hint)
        for name in programs
        for one in declared(modules[name].Parameters)
    ]
    tabs = first_sheet(
        first_document_on=first_document_on, programs=tuple(programs), parameters=parameters
    )
    write_new_workbook(path, tabs, made_at=_now())


def _outside(settings: Settings, programs: Mapping[str, Program]) -> Outside:
    limits = settings.limits
    excel_limits = ExcelLimits(
        file_bytes_max=limits.file_bytes_max,
        uncompressed_bytes_max=limits.uncompressed_bytes_max,
        rows_max=limits.rows_max,
    )
    links = RunLinks(
        public_url=settings.public_url,
        secret_key=settings.secret_key,
        secret_key_previous=settings.secret_key_previous,
        days=limits.link_days,
    )

    def open_workbook(entry: WorkbookEntry) -> ExcelWorkbook:
        return ExcelWorkbook(Path(entry.location), limits=excel_limits)

    def open_files(entry: WorkbookEntry) -> Folder:
        return Folder(Path(entry.folder))

    def page_url(run: Run) -> str:
        return links.address(run.id, "page", links.token(run.id, run.workbook_id))

    return Outside(
        open_workbook=open_workbook,
        open_files=open_files,
        programs=programs,
        now=_now,
        sleep=time.sleep,
        page_url=page_url,
        operator_contact=settings.operator_contact,
        top_up_text=settings.top_up_sentence,
        code_version=version("boekbrug"),
        run_limits=RunLimits(
            lines_max=limits.lines_max,
            documents_max=limits.documents_max,
            detail_days=limits.run_detail_days,
        ),
    )


def _engine_settings(settings: Settings) -> EngineSettings:
    return EngineSettings(
        system_url=settings.engine_url,
        slots_directory=settings.data_directory,
        lock_url=settings.lock_url,
        concurrency=settings.worker_concurrency,
    )


def _now() -> datetime:
    return datetime.now(UTC)
