"""The three steps of a run, in the order in which the engine leads it through them.

`make` reads, plans, renders and commits, and concludes how the run will end; `deliver` and
`write_back` copy what is stored. No cell, plan or byte crosses a step: only the run's id does.
A run ends when the sheet has been told.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from boekbrug.server.bookkeeping.told import LastTold
from boekbrug.server.records.entries import Action, Run, RunState, WorkbookEntry
from boekbrug.server.records.errors import FenceLostError
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.records.records import Records
from boekbrug.server.wording.said import together
from boekbrug.server.workbook.cells import Cells, Changes
from boekbrug.server.workbook.layout import find_layout
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workbook.told_cells import told_columns
from boekbrug.server.workflow import ends
from boekbrug.server.workflow.checklist import checklist
from boekbrug.server.workflow.delivery import deliver_batch
from boekbrug.server.workflow.making import Making
from boekbrug.server.workflow.outside import Outside
from boekbrug.server.workflow.preparation import supplier_numbers
from boekbrug.server.workflow.progress import Progress, Stage, reason_of
from boekbrug.server.workflow.reporting import report_of
from boekbrug.server.workflow.room import LinesInFlight
from boekbrug.server.workflow.shape_told import with_shape
from boekbrug.server.workflow.sheet import sheet_changes, start_changes
from boekbrug.server.workflow.witness import witness_problems


class RunSteps:
    """What a run does; see `steps.Steps`."""

    def __init__(self, records: Records, outside: Outside, lines: LinesInFlight) -> None:
        """Work on these records, with this outside, within this budget of lines."""
        self._records = records
        self._outside = outside
        self._progress = Progress(records, outside.now)
        self._making = Making(records, outside, lines, self._progress)

    def make(self, run_id: str) -> str:
        """Read to commit, and conclude how the run will end."""
        run, entry = self._progress.open(run_id)
        return self._making.make(run, entry)

    def deliver(self, run_id: str) -> None:
        """Put the files of the run's batch where the team wants them."""
        run, entry = self._progress.open(run_id)
        batch = self._batch(run, entry)
        if batch is None:
            return
        with self._progress.saying_why(run, Stage.DELIVERING):
            records = self._records.dossier(entry.dossier_id)
            deliver_batch(records, batch, self._outside.open_files(entry), self._outside.now())

    def write_back(self, run_id: str) -> None:
        """Tell the sheet what happened, and end the run as it was concluded."""
        run, entry = self._progress.open(run_id)
        if not run.state.is_open:
            return
        if self._records.fence.take(entry.dossier_id, run.id, self._outside.now()):
            raise FenceLostError(run.id)
        with self._progress.saying_why(run, Stage.TELLING):
            self._tell_sheet(run, entry)
        self._progress.end(run)
        self._end_what_waited(entry)
        kept = timedelta(days=self._outside.run_limits.detail_days)
        self._records.details.prune(self._outside.now() - kept)
        self._records.files.prune(self._outside.now() - kept)
        self._records.controls.prune(self._outside.now() - kept)

    def leave_unfinished(self, run_id: str) -> None:
        """End a run whose files or sheet could not be reached; its batch stays and waits."""
        run, entry = self._progress.open(run_id)
        if batch := self._batch(run, entry):
            is_delivered = self._records.dossier(entry.dossier_id).is_delivered(batch.id)
            outstanding = ends.unwritten if is_delivered else ends.undelivered
            sentence = outstanding(batch, reason_of(run))
            self._progress.finish(run, RunState.UNFINISHED, sentence)
        else:
            self._give_up(run)

    def fail(self, run_id: str) -> None:
        """End a run that was given up before the engine knew of a batch."""
        self.leave_unfinished(run_id)

    def open_runs(self) -> Iterable[tuple[str, str]]:
        """Return the open runs, each with its dossier."""
        return [(run.id, str(run.dossier_id)) for run in self._records.runs.open_runs()]

    def _batch(self, run: Run, entry: WorkbookEntry) -> BatchEntry | None:
        records = self._records.dossier(entry.dossier_id)
        return records.batch(run.batch_id) if run.batch_id else records.batch_of_run(run.id)

    def _give_up(self, run: Run) -> None:
        reason = reason_of(run)
        if run.conclusion:
            # The check or the refusal stands; only the sheet could not be told, perhaps for the
            # very reason that was said.
            is_said = bool(reason) and reason in run.sentence
            sentence = run.sentence if is_said else together(run.sentence, ends.untold(reason))
            self._progress.finish(run, run.conclusion, sentence)
        elif reason:
            self._progress.finish(run, RunState.REFUSED, together(reason, ends.NOTHING))
        else:
            sentence = ends.failed(self._outside.operator_contact)
            self._progress.finish(run, RunState.FAILED, sentence)

    def _tell_sheet(self, run: Run, entry: WorkbookEntry) -> None:
        history = self._records.dossier(entry.dossier_id).history(self._outside.now())
        url, now = self._outside.page_url(run), self._outside.now()
        report = report_of(self._records, run, entry, page_url=url, now=now)
        programs = self._outside.programs
        report = replace(report, supplier_numbers=supplier_numbers(entry.dossier, programs))
        looked = [report]
        written: list[LastTold] = []

        def told(cells: Cells) -> Changes:
            layout, _ = find_layout(cells, schemas_for(programs))
            if any(witness_problems(layout, entry, history)):
                # A copy, or a sheet that knows more than the records: it stays as it is.
                return Changes()
            set_up = checklist(layout, entry.dossier, programs)
            if run.action in {Action.SET_UP, Action.ADD_COLUMN}:
                return start_changes(cells, layout, replace(report, set_up=set_up))
            looked.append(with_shape(report, layout))
            columns = frozenset(told_columns(layout.tab("Invoices")))
            written.append(LastTold(history.next_batch - 1, columns))
            return sheet_changes(cells, layout, replace(looked[-1], set_up=set_up))

        self._outside.workbook_of(run, entry).change(told)
        for last in written[-1:]:
            self._records.register.keep_told(entry.id, last)
        if (seen := looked[-1]) is not report:
            self._records.details.tell(
                run.id,
                (*seen.problems, *seen.following),
                sentence=seen.run.sentence,
                result=seen.run.result,
            )

    def _end_what_waited(self, entry: WorkbookEntry) -> None:
        """End earlier runs that only waited for their files or for the sheet."""
        records = self._records.dossier(entry.dossier_id)
        for run in self._records.runs.unfinished(entry.dossier_id):
            batch = self._batch(run, entry)
            if batch and records.is_delivered(batch.id):
                sentence = ends.exported(batch, has_fee=self._records.has_fee)
                self._progress.finish(run, RunState.DONE, sentence)
