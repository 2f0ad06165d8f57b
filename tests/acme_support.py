"""The example firm's house, set up as its operator would, on the database of the settings."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from example_firm import DOSSIER, EXAMPLE

from boekbrug.server.assembly import Service, Settings, assemble
from boekbrug.server.records.entries import Run, WorkbookEntry
from boekbrug.server.workflow.attaching import Attachment, attach

TIMEOUT_S = 60


@contextmanager
def acme_house(folder: Path, settings: Settings) -> Iterator[tuple[Service, WorkbookEntry]]:
    workbook, files = folder / "acme.xlsx", folder / "files"
    shutil.copy(EXAMPLE, workbook)
    files.mkdir()
    service = assemble(settings)
    service.migrate()
    now = datetime.now(UTC)
    service.records.register.add_team("acme", "Acme bv", now=now)
    service.records.wallet.top_up("acme", Decimal("25.00"), "first payment", now=now)
    service.records.register.add_dossier(DOSSIER, now=now)
    attachment = Attachment(
        dossier_key=DOSSIER.key,
        location=str(workbook),
        folder=str(files),
        confirmed_by="Acme bv",
    )
    try:
        yield service, attach(service.records, service.outside, attachment).entry
    finally:
        service.stop_executor()
        service.database.dispose()


def ended(service: Service, run: Run) -> Run:
    """Wait for the end of a run."""
    give_up_at = time.monotonic() + TIMEOUT_S
    while run.state.is_open and time.monotonic() < give_up_at:
        time.sleep(0.1)
        run = service.records.runs.run(run.id) or run
    return run
