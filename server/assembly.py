"""Puts the house together: the only file that names adapters.

The web server, the worker, the command line and the extension all call `assemble`.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from boekbrug.adapters.local.excel import ExcelLimits, ExcelWorkbook
from boekbrug.adapters.local.folder import Folder
from boekbrug.adapters.local.new_workbook import write_new_workbook
from boekbrug.adapters.local.no_set_up import NoSetUp
from boekbrug.config.logging import configure_logging
from boekbrug.config.settings import (
    MissingSettingsError,
    Settings,
    SettingsError,
    from_environment,
)
from boekbrug.server.programs.parameters import setting_rows
from boekbrug.server.programs.protocol import Program, installed
from boekbrug.server.records.budget import KEPT_FOR_EXPORTS, ReadBudget
from boekbrug.server.records.database import open_database
from boekbrug.server.records.entries import WorkbookEntry
from boekbrug.server.records.records import Records
from boekbrug.server.records.titles import KeptTitles
from boekbrug.server.service import Service
from boekbrug.server.web.connection_desk import ConnectionDesk
from boekbrug.server.web.links import RunLinks
from boekbrug.server.web.office import RecordsOffice
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.first_sheet import first_sheet
from boekbrug.server.workbook.spoken_sheet import spoken
from boekbrug.server.workflow.connecting import GOOGLE_SHEET, Connecting
from boekbrug.server.workflow.download_only import DownloadOnly
from boekbrug.server.workflow.engine import Engine, EngineSettings
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.outside import Outside, RunLimits
from boekbrug.server.workflow.ports import (
    FilesPort,
    Purpose,
    SetUpPort,
    UnreachableError,
    WorkbookPort,
)
from boekbrug.server.workflow.room import LinesInFlight

if TYPE_CHECKING:  # see `_google`
    from boekbrug.adapters.google.house import GoogleHouse

__all__ = [
    "MissingSettingsError",
    "Service",
    "Settings",
    "SettingsError",
    "assemble",
    "configure_logging",
    "from_environment",
    "new_workbook",
]


def assemble(settings: Settings, *, google: "GoogleHouse | None" = None) -> Service:
    """Return the house that these settings describe; it executes nothing before it is told to.

    Args:
        settings: of this server.
        google: what is done at Google in place of what the settings say.

    Raises:
        SettingsError: GOOGLE_CREDENTIALS holds no key of a service account.
        UnusableProgramError: an installed program module cannot be used.
    """
    settings.data_directory.mkdir(parents=True, exist_ok=True)
    programs = installed()
    database = open_database(settings.records_url)
    records = Records(database, has_fee=settings.has_fee)
    google = google or _google(settings, database)
    outside = _outside(settings, programs, google)
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
        google=google,
        engine=engine,
        office=office,
        connections=_connections(settings, records, outside, google),
    )


def new_workbook(
    path: Path, *, first_document_on: date, programs: Sequence[str], language: str = ""
) -> None:
    """Make an .xlsx file with the empty first sheet.

    Its tabs and headers are in the language, and what is said in it too; without one they are
    English, and what is said is in the language of the country.

    Raises:
        FileExistsError: something is there already.
    """
    modules = installed()
    tabs = first_sheet(
        first_document_on=first_document_on,
        programs=tuple(programs),
        parameters=[row for name in programs for row in setting_rows(modules[name].Parameters)],
        rows={"Settings": [{"Setting": "Language", "Value": language}]} if language else None,
    )
    write_new_workbook(path, spoken(tabs, language or "en"), made_at=_now())


def _google(settings: Settings, database: sa.Engine) -> "GoogleHouse | None":
    """Return what is done at Google; None when it is switched off."""
    if settings.google_credentials is None:
        return None
    # Loaded only where Google is on: its libraries take 18 of a server's 115 MB.
    from boekbrug.adapters.google import credentials, house, pace, sheets  # noqa: PLC0415

    try:
        account = credentials.service_account(settings.google_credentials)
    except credentials.CredentialsError as error:
        raise SettingsError([error.sentence]) from error
    budgets = {
        Purpose.EXPORT: ReadBudget(database, kept=0),
        Purpose.OTHER: ReadBudget(database, kept=KEPT_FOR_EXPORTS),
    }
    reads = pace.Pace(budgets, now=_now, sleep=time.sleep)
    return house.GoogleHouse(
        account,
        limits=sheets.GoogleLimits(rows_max=settings.limits.rows_max),
        titles=KeptTitles(database),
        now=_now,
        wait_for_a_read=reads.wait,
    )


def _connections(
    settings: Settings, records: Records, outside: Outside, google: "GoogleHouse | None"
) -> ConnectionDesk:
    keys = [key for key in (settings.secret_key, settings.secret_key_previous) if key]
    connecting = Connecting(
        records,
        outside,
        google.identities if google else None,
        secret_keys=keys,
        tries_per_hour_max=settings.limits.connect_tries_per_hour_max,
    )
    return ConnectionDesk(connecting, share_with=google.address if google else "")


def _outside(
    settings: Settings, programs: Mapping[str, Program], google: "GoogleHouse | None"
) -> Outside:
    limits = settings.limits
    places = _Places(_excel_limits(settings), google, tuple(programs))
    links = RunLinks(
        public_url=settings.public_url,
        secret_key=settings.secret_key,
        secret_key_previous=settings.secret_key_previous,
        days=limits.link_days,
    )
    return Outside(
        open_workbook=places.workbook,
        open_files=places.files,
        open_set_up=places.set_up,
        programs=programs,
        now=_now,
        sleep=time.sleep,
        page_url=lambda run: links.page(run.id, run.workbook_id),
        operator_contact=settings.operator_contact,
        top_up_text=settings.top_up_sentence,
        code_version=version("boekbrug"),
        run_limits=RunLimits(
            lines_max=limits.lines_max,
            documents_max=limits.documents_max,
            detail_days=limits.run_detail_days,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Opens what a workbook's entry names, by its kind; Google is None when switched off."""

    excel_limits: ExcelLimits
    google: "GoogleHouse | None"
    programs: tuple[str, ...]

    def workbook(self, entry: WorkbookEntry, purpose: Purpose) -> WorkbookPort:
        if entry.kind != GOOGLE_SHEET:
            return ExcelWorkbook(Path(entry.location), limits=self.excel_limits)
        return self._at_google().workbook(entry.location, purpose)

    def files(self, entry: WorkbookEntry) -> FilesPort:
        if entry.kind != GOOGLE_SHEET:
            return Folder(Path(entry.folder))
        return self._at_google().folder(entry.folder) if entry.folder else DownloadOnly()

    def set_up(self, entry: WorkbookEntry) -> SetUpPort:
        if entry.kind != GOOGLE_SHEET:
            return NoSetUp(Path(entry.location))
        return self._at_google().set_up(entry.location, self.programs)

    def _at_google(self) -> "GoogleHouse":
        if self.google is None:
            raise UnreachableError(said("google is off"), permanent=True)
        return self.google


def _excel_limits(settings: Settings) -> ExcelLimits:
    return ExcelLimits(
        file_bytes_max=settings.limits.file_bytes_max,
        uncompressed_bytes_max=settings.limits.uncompressed_bytes_max,
        rows_max=settings.limits.rows_max,
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
