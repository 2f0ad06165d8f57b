"""How far a run is and how it ends, kept in its row: the only state that people see."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from typing import Any

from boekbrug.server.records.entries import Run, RunState, WorkbookEntry
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.records.records import Records
from boekbrug.server.workflow.ports import UnreachableError
from boekbrug.server.workflow.steps import COMMITTED, ENDED


class Stage(Enum):
    """What a run does, in words, and how far that is in percent."""

    WAITING = ("waiting for another run", 5)
    READING = ("reading the sheet", 10)
    SETTING_UP = ("setting up the sheet", 20)
    CHECKING = ("checking every cell", 25)
    RENDERING = ("writing the file", 45)
    COMMITTING = ("keeping the books", 60)
    DELIVERING = ("delivering the file", 70)
    TELLING = ("writing into the sheet", 85)

    @property
    def words(self) -> str:
        """What people read."""
        return self.value[0]

    @property
    def percent(self) -> int:
        """How far the run is, 0 to 100."""
        return self.value[1]


def reason_of(run: Run) -> str:
    """Return the sentence that a run's outside refused it with, '' when it did not."""
    return "" if run.stage in {"", *(stage.words for stage in Stage)} else run.stage


class Progress:
    """Notes the progress of runs; every note may be repeated."""

    def __init__(self, records: Records, now: Callable[[], datetime]) -> None:
        """Note in these records, by this clock."""
        self._records = records
        self._now = now

    def open(self, run_id: str) -> tuple[Run, WorkbookEntry]:
        """Return a run and its workbook.

        Raises:
            LookupError: the records do not know them.
        """
        run = self._records.runs.run(run_id)
        entry = self._records.register.workbook(run.workbook_id) if run else None
        if run is None or entry is None:
            raise LookupError(f"run {run_id} is not in the records")
        return run, entry

    def stage(self, run: Run, stage: Stage) -> None:
        """Say what the run does now."""
        self._records.runs.advance(run.id, stage=stage.words, percent=stage.percent)

    @contextmanager
    def saying_why(self, run: Run, stage: Stage) -> Iterator[None]:
        """Say what the run does now, and when the outside is out of reach, why it waits."""
        self.stage(run, stage)
        try:
            yield
        except UnreachableError as error:
            self._records.runs.advance(run.id, stage=error.sentence, percent=stage.percent)
            raise

    def conclude(
        self, run: Run, state: RunState, sentence: str, figures: Mapping[str, Any] | None = None
    ) -> str:
        """Keep how the run will end once the sheet has been told; return what `make` answers."""
        self._records.runs.conclude(
            run.id, state, sentence=sentence, result=figures or {}, batch_id=None
        )
        return ENDED

    def conclude_batch(
        self, run: Run, batch: BatchEntry, sentence: str, figures: Mapping[str, Any] | None = None
    ) -> str:
        """Keep that the run will end with this batch; return what `make` answers."""
        self._records.runs.conclude(
            run.id, RunState.DONE, sentence=sentence, result=figures or {}, batch_id=batch.id
        )
        return COMMITTED

    def end(self, run: Run) -> None:
        """End the run as it was concluded, and free its dossier."""
        self._records.runs.end(run.id, self._now())
        self._records.fence.free(run.dossier_id, run.id)

    def finish(self, run: Run, state: RunState, sentence: str) -> None:
        """End the run in another way, and free its dossier."""
        self._records.runs.finish(
            run.id, state, sentence=sentence, result=run.result, now=self._now()
        )
        self._records.fence.free(run.dossier_id, run.id)
