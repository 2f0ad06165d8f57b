"""A run whose process is killed with signal 9 goes on after a restart, and everything is once."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from kill_program import POINTS, settings_of
from python_calamine import CalamineWorkbook

from boekbrug.server.assembly import Service, assemble
from boekbrug.server.bookkeeping.model import Dossier, Period
from boekbrug.server.records.entries import Action, Run, RunRequest, RunState, WorkbookEntry
from boekbrug.server.workflow.attaching import Attachment, attach

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(__file__).with_name("kill_program.py")
SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))
TIMEOUT_S = 60


@pytest.fixture
def house(tmp_path) -> Iterator[tuple[Service, WorkbookEntry]]:
    workbook, folder = tmp_path / "acme.xlsx", tmp_path / "files"
    shutil.copy(ROOT / "examples" / "acme.xlsx", workbook)
    folder.mkdir()
    service = assemble(settings_of(tmp_path / "data"))
    service.migrate()
    now = datetime.now(UTC)
    service.records.register.add_team("acme", "Acme bv", now=now)
    service.records.wallet.top_up("acme", Decimal("25.00"), "first payment", now=now)
    service.records.register.add_dossier(
        Dossier(
            key="acme/winbooks",
            vat_number="BE0403019261",
            legal_name="Acme bv",
            country="BE",
            currency="EUR",
            zone="Europe/Brussels",
            program="winbooks",
        ),
        now=now,
    )
    attachment = Attachment(
        dossier_key="acme/winbooks",
        location=str(workbook),
        folder=str(folder),
        confirmed_by="Acme bv",
    )
    yield service, attach(service.records, service.outside, attachment).entry
    service.engine.stop(0)
    service.database.dispose()


@contextmanager
def executing(service: Service, point: str) -> "Iterator[subprocess.Popen[bytes]]":
    process = subprocess.Popen(
        [sys.executable, PROGRAM, str(service.settings.data_directory), point]
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def ended(service: Service, run: Run) -> Run:
    give_up_at = time.monotonic() + TIMEOUT_S
    while run.state.is_open and time.monotonic() < give_up_at:
        time.sleep(0.1)
        run = service.records.runs.run(run.id) or run
    return run


def count(service: Service, table: str) -> int:
    with service.database.connect() as connection:
        return connection.execute(sa.text(f"select count(*) from boekbrug_{table}")).scalar_one()


@pytest.mark.parametrize("point", POINTS)
def test_a_run_that_is_killed_goes_on_after_a_restart(house, point):
    service, entry = house
    request = RunRequest(period=SUMMER)
    press = {"webhook_id": "press_1", "body_digest": "1", "pressed_by": "a test"}
    run = service.office.press(entry, Action.EXPORT, request, **press).run
    with executing(service, point) as killed:
        assert killed.wait(TIMEOUT_S) == -signal.SIGKILL
    assert service.records.runs.run(run.id).state is RunState.RUNNING
    with executing(service, point):
        run = ended(service, run)
    assert (run.state, run.sentence) == (
        RunState.DONE,
        "Export 1 is ready: 103 invoices, 9 credit notes, EUR 12.36.",
    )
    assert (count(service, "batches"), count(service, "charges")) == (1, 112)
    assert service.records.wallet.balance(entry.team.id) == Decimal("12.64")
    (file,) = Path(entry.folder).rglob("*.zip")
    (stored,) = service.records.dossier(entry.dossier_id).files(run.batch_id)
    assert file.read_bytes() == stored.file.content
    sheet = CalamineWorkbook.from_path(entry.location).get_sheet_by_name("Invoices")
    header, *rows = sheet.to_python()
    states = [row[header.index("State")] for row in rows]
    assert (states.count("exported"), states.count("new")) == (112, 0)
