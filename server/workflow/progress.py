"""How far a run is and how it ends, kept in its row: the only state that people see."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from typing import Any

from boekbrug.server.records.entries import Run, RunState, WorkbookEntry
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.records.records import Records
from boekbrug.server.wording.said import LANGUAGES, Said, in_language, said
from boekbrug.server.workflow.ports import UnreachableError
from boekbrug.server.workflow.steps import COMMITTED, ENDED


class Stage(Enum):
    """What a run does, by the key of its words, and how far that is in percent."""

    WAITING = ("stage waiting", 5)
    READING = ("stage reading", 10)
    SETTING_UP = ("stage setting up", 20)
    CHECKING = ("stage checking", 25)
    RENDERING = ("stage rendering", 45)
    COMMITTING = ("stage committing", 60)
    DELIVERING = ("stage delivering", 70)
    TELLING = ("stage telling", 85)

    @property
    def words(self) -> Said:
        """What people read."""
        return said(self.value[0])

    @property
    def percent(self) -> int:
        """How far the run is, 0 to 100."""
        return self.value[1]


def reason_of(run: Run) -> str:
    """Return the sentence that a run's outside refused it with, '' when it did not."""
    known = {in_language(stage.words, language) for stage in Stage for language in LANGUAGES}
    return "" if run.stage in {"", *known} else run.stage


class Progress:
    """Notes the progress of runs, in the language of their workbook; every note may be repeated."""

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
        self._advance(run, stage.words, stage)

    @contextmanager
    def saying_why(self, run: Run, stage: Stage) -> Iterator[None]:
        """Say what the run does now, and when the outside is out of reach, why it waits."""
        self.stage(run, stage)
        try:
            yield
        except UnreachableError as error:
            self._advance(run, error.sentence, stage)
            raise

    def conclude(
        self, run: Run, state: RunState, sentence: str, figures: Mapping[str, Any] | None = None
    ) -> str:
        """Keep how the run will end once the sheet has been told; return what `make` answers."""
        self._records.runs.conclude(
            run.id, state, sentence=self._told(run, sentence), result=figures or {}, batch_id=None
        )
        return ENDED

    def conclude_batch(
        self, run: Run, batch: BatchEntry, sentence: str, figures: Mapping[str, Any] | None = None
    ) -> str:
        """Keep that the run will end with this batch; return what `make` answers."""
        self._records.runs.conclude(
            run.id,
            RunState.DONE,
            sentence=self._told(run, sentence),
            result=figures or {},
            batch_id=batch.id,
        )
        return COMMITTED

    def end(self, run: Run) -> None:
        """End the run as it was concluded, and free its dossier."""
        self._records.runs.end(run.id, self._now())
        self._records.fence.free(run.dossier_id, run.id)

    def finish(self, run: Run, state: RunState, sentence: str) -> None:
        """End the run in another way, and free its dossier."""
        self._records.runs.finish(
            run.id,
            state,
            sentence=self._told(run, sentence),
            result=run.result,
            now=self._now(),
        )
        self._records.fence.free(run.dossier_id, run.id)

    def _advance(self, run: Run, words: str, stage: Stage) -> None:
        self._records.runs.advance(run.id, stage=self._told(run, words), percent=stage.percent)

    def _told(self, run: Run, words: str) -> str:
        """Return the words in the language that the workbook has by now."""
        return in_language(words, self._records.register.language(run.workbook_id))
