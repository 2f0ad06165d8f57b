"""A run whose process is killed with signal 9 goes on after a restart, and everything is once."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from acme_support import TIMEOUT_S, acme_house, ended
from example_firm import SUMMER
from kill_program import POINTS, settings_of
from python_calamine import CalamineWorkbook

from boekbrug.server.assembly import Service
from boekbrug.server.records.entries import Action, RunRequest, RunState

PROGRAM = Path(__file__).with_name("kill_program.py")


@pytest.fixture
def house(tmp_path):
    with acme_house(tmp_path, settings_of(tmp_path / "data")) as opened:
        yield opened


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


def count(service: Service, table: str) -> int:
    with service.database.connect() as connection:
        rows: int = connection.scalar(sa.text(f"select count(*) from boekbrug_{table}"))
        return rows


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
        "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36.",
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
