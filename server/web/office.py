"""What stands behind the door: the records and the engine, as the door asks for them."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.exc import DBAPIError

from boekbrug.server.records.entries import (
    Action,
    DocumentDetail,
    Page,
    Pressed,
    ProblemDetail,
    Run,
    RunRequest,
    WorkbookEntry,
)
from boekbrug.server.records.errors import BodyConflictError as PressConflictError
from boekbrug.server.records.errors import ServerFullError, TooManyPressesError
from boekbrug.server.records.ledger_entries import BatchEntry, StoredFile
from boekbrug.server.records.records import Records
from boekbrug.server.web.ports import (
    BodyConflictError,
    FullError,
    RateLimitedError,
    RecordsUnavailableError,
)
from boekbrug.server.workflow.engine import Engine
from boekbrug.server.workflow.reporting import as_told

logger = logging.getLogger(__name__)


class RecordsOffice:
    """The office of one house; see `ports.Office`."""

    def __init__(
        self,
        records: Records,
        engine: Engine,
        *,
        presses_per_minute_max: int,
        open_runs_max: int,
        now: Callable[[], datetime],
    ) -> None:
        """Answer from these records, and hand runs to this engine."""
        self._records = records
        self._engine = engine
        self._presses_per_minute_max = presses_per_minute_max
        self._open_runs_max = open_runs_max
        self._now = now

    def workbook(self, workbook_id: str) -> WorkbookEntry | None:
        """Return the attached workbook, None when there is none of that id."""
        with _reachable():
            return self._records.register.workbook(workbook_id)

    def press(
        self,
        workbook: WorkbookEntry,
        action: Action,
        request: RunRequest,
        *,
        webhook_id: str,
        body_digest: str,
        pressed_by: str,
    ) -> Pressed:
        """Return the run of this press and hand it to the engine; see `ports.Office.press`."""
        with _reachable():
            request = self._about_its_days(workbook, request)
            try:
                pressed = self._records.runs.press(
                    workbook,
                    action,
                    request,
                    webhook_id=webhook_id,
                    body_digest=body_digest,
                    pressed_by=pressed_by,
                    per_minute_max=self._presses_per_minute_max,
                    open_max=self._open_runs_max,
                    now=self._now(),
                )
            except PressConflictError as error:
                raise BodyConflictError(error.sentence) from error
            except ServerFullError as error:
                raise FullError(error.sentence) from error
            except TooManyPressesError as error:
                raise RateLimitedError(error.sentence, error.retry_after_s) from error
        self._enqueue(pressed.run)
        return pressed

    def _about_its_days(self, workbook: WorkbookEntry, request: RunRequest) -> RunRequest:
        """Return the request; one that replaces an export is about the days of that."""
        if not request.replaces:
            return request
        replaced = self._records.dossier(workbook.dossier_id).batch_by_number(request.replaces)
        return replace(request, period=replaced.period) if replaced else request

    def run(self, run_id: str) -> Run | None:
        """Return the run, None when there is none of that id."""
        with _reachable():
            return self._records.runs.run(run_id)

    def waiting_for(self, run: Run) -> Run | None:
        """Return the run of the same dossier that goes on before this one."""
        if not run.state.is_open:
            return None
        with _reachable():
            open_runs = self._records.runs.open_runs()
        ahead = [one for one in open_runs if one.dossier_id == run.dossier_id]
        return ahead[0] if ahead and ahead[0].id != run.id else None

    def batch(self, run: Run) -> BatchEntry | None:
        """Return the batch that the run made or delivered again, None before that."""
        if run.batch_id is None:
            return None
        with _reachable():
            return self._records.dossier(run.dossier_id).batch(run.batch_id)

    def documents(self, run_id: str, *, after: int, limit: int) -> Page[DocumentDetail]:
        """Return at most `limit` documents behind the cursor `after`; amounts are signed."""
        with _reachable():
            page = self._records.details.documents(run_id, after=after, limit=limit)
            return replace(page, items=as_told(self._records, run_id, page.items))

    def problems(self, run_id: str, *, after: int, limit: int) -> Page[ProblemDetail]:
        """Return at most `limit` problems behind the cursor: blocking, then warning, then later."""
        with _reachable():
            return self._records.details.problems(run_id, after=after, limit=limit)

    def controls(self, run_id: str) -> Mapping[str, Any] | None:
        """Return the control tables of the run, None when it has none."""
        with _reachable():
            return self._records.controls.of(run_id)

    def file_names(self, run: Run) -> tuple[str, ...]:
        """Return the names of the files that the run made or delivered again."""
        if batch := self.batch(run):
            return batch.file_names
        with _reachable():
            return self._records.files.names(run.id)

    def file(self, run: Run, name: str) -> StoredFile | None:
        """Return a file of the run, None when it has none of that name."""
        with _reachable():
            if run.batch_id is None:
                return self._records.files.file(run.id, name)
            return self._records.dossier(run.dossier_id).file(run.batch_id, name)

    def balance(self, run: Run) -> Decimal | None:
        """Return what is left for the run's team, in EUR; None on a server without a fee."""
        if not self._records.has_fee:
            return None
        with _reachable():
            workbook = self._records.register.workbook(run.workbook_id)
            if workbook is None:
                raise LookupError(f"run {run.id} has no workbook")
            return self._records.wallet.balance(workbook.team.id)

    def health(self) -> Mapping[str, bool]:
        """Return part of the house to whether it works: database, executor.

        It is asked every few seconds, so it asks for little, however much is kept.
        """
        try:
            with _reachable():
                self._records.ping()
                return {"database": True, "executor": self._engine.executor_alive()}
        except RecordsUnavailableError:
            return {"database": False, "executor": False}

    def _enqueue(self, run: Run) -> None:
        """Hand an open run to the engine; again is harmless.

        The run is kept already: when the engine cannot be reached now, its sweep takes it up.
        """
        if not run.state.is_open:
            return
        try:
            self._engine.enqueue(run.id, str(run.dossier_id))
        except Exception:
            logger.exception("Run %s is kept; the engine takes it up later.", run.code)


@contextmanager
def _reachable() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise RecordsUnavailableError from error
