"""The first step of a run, from reading the sheet to the commit.

It may be repeated: after a crash it finds what its run has concluded or committed.
"""

import logging
from collections.abc import Mapping
from dataclasses import replace

from boekbrug.server.bookkeeping.choosing import to_hold
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.plan import Plan, with_problems
from boekbrug.server.bookkeeping.touched import without_touched
from boekbrug.server.programs.questions import open_questions, questions_mail
from boekbrug.server.records.commit import Export
from boekbrug.server.records.entries import Action, Run, RunState, WorkbookEntry
from boekbrug.server.records.errors import BalanceError, PlanMovedError
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.records.records import Records
from boekbrug.server.wording.said import said, together
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workbook.layout import LAYOUT_VERSION
from boekbrug.server.workflow import ends
from boekbrug.server.workflow.counting import run_controls
from boekbrug.server.workflow.delivery import deliver_batch, undeliverable
from boekbrug.server.workflow.details import document_details, problem_details
from boekbrug.server.workflow.outside import Outside
from boekbrug.server.workflow.ports import UnreachableError
from boekbrug.server.workflow.preparation import Prepared, prepare, render
from boekbrug.server.workflow.progress import Progress, Stage
from boekbrug.server.workflow.rehearsal import prepare_rehearsal, render_rehearsal
from boekbrug.server.workflow.room import LINES_UNKNOWN, LinesInFlight
from boekbrug.server.workflow.setting_up import set_up
from boekbrug.server.workflow.sizes import size_problems
from boekbrug.server.workflow.steps import COMMITTED, ENDED
from boekbrug.server.workflow.witness import missing_tabs, not_exporting, witness_problems

PLAN_ATTEMPTS = 3
"""A plan whose past has moved on is made again; after that, people press again."""
FENCE_ATTEMPTS = 120
FENCE_INTERVAL_S = 0.5

logger = logging.getLogger(__name__)


class Making:
    """Makes what a run is about, and concludes how it will end."""

    def __init__(
        self, records: Records, outside: Outside, lines: LinesInFlight, progress: Progress
    ) -> None:
        """Work on these records, with this outside, within this budget of lines."""
        self._records = records
        self._outside = outside
        self._lines = lines
        self._progress = progress

    def make(self, run: Run, entry: WorkbookEntry) -> str:
        """Read to commit; return "committed" when there is a batch to deliver, else "ended"."""
        if run.conclusion or not run.state.is_open:
            return COMMITTED if run.batch_id else ENDED
        self._records.runs.start(run.id, self._outside.now())
        if batch := self._records.dossier(entry.dossier_id).batch_of_run(run.id):
            return self._progress.conclude_batch(run, batch, self._exported(batch))
        try:
            if run.action in {Action.SET_UP, Action.ADD_COLUMN}:
                return self._set_up(run, entry)
            self._take_fence(run)
            with self._progress.saying_why(run, Stage.READING):
                if run.action is Action.EXPORT:
                    self._deliver_what_waits(entry)
                return self._read_and_plan(run, entry)
        except UnreachableError as error:
            if not error.permanent:
                raise
            sentence = together(error.sentence, ends.NOTHING)
            return self._progress.conclude(run, RunState.REFUSED, sentence)

    def _set_up(self, run: Run, entry: WorkbookEntry) -> str:
        with self._progress.saying_why(run, Stage.SETTING_UP):
            made = set_up(self._outside, entry, run)
        self._records.register.keep_language(run.workbook_id, made.language)
        if made.done:
            self._records.dossier(entry.dossier_id).note_made(
                run, made.event, facts=made.facts, now=self._outside.now()
            )
        return self._progress.conclude(run, RunState.DONE, made.sentence, made.facts)

    def _take_fence(self, run: Run) -> None:
        holder = ""
        for _ in range(FENCE_ATTEMPTS):
            taken_by = self._records.fence.take(run.dossier_id, run.id, self._outside.now())
            if taken_by is None:
                return
            holder = taken_by
            self._progress.stage(run, Stage.WAITING)
            self._outside.sleep(FENCE_INTERVAL_S)
        ahead = self._records.runs.run(holder)
        code = ahead.code if ahead else said("another run")
        raise UnreachableError(said("still going on", code=code), permanent=True)

    def _deliver_what_waits(self, entry: WorkbookEntry) -> None:
        """Deliver earlier batches first, for nothing; one that never can be stands in nobody's way.

        Raises:
            UnreachableError: the place is out of reach now; better not to charge for more.
        """
        records = self._records.dossier(entry.dossier_id)
        for batch in reversed(records.undelivered()):
            try:
                deliver_batch(records, batch, self._outside.open_files(entry), self._outside.now())
            except UnreachableError as error:
                if not error.permanent:
                    raise
                logger.warning("Export %s stays undelivered: %s", batch.number, error.sentence)

    def _read_and_plan(self, run: Run, entry: WorkbookEntry) -> str:
        estimate = entry.lines_estimate or LINES_UNKNOWN
        with self._lines.room(estimate) as share:
            cells = self._outside.workbook_of(run, entry).read()
            lines = sum(tab.row_count for tab in cells.tabs)
            self._records.register.keep_lines_estimate(entry.id, lines)
            if lines > estimate:
                share.resize(lines)
            for attempt in range(1, PLAN_ATTEMPTS + 1):
                try:
                    return self._plan(run, entry, cells)
                except PlanMovedError as error:
                    logger.info("Run %s: plan %s of %s had moved.", run.id, attempt, PLAN_ATTEMPTS)
                    moved = error.sentence
            return self._progress.conclude(run, RunState.REFUSED, moved)

    def _plan(self, run: Run, entry: WorkbookEntry, cells: Cells) -> str:
        self._progress.stage(run, Stage.CHECKING)
        history = self._records.dossier(entry.dossier_id).history(self._outside.now())
        surroundings = self._outside.surroundings(entry.dossier)
        make = prepare_rehearsal if run.action is Action.REHEARSE else prepare
        prepared = make(cells, entry, history, run.request, surroundings)
        layout = prepared.reading.layout
        witnessed = [*witness_problems(layout, entry, history)]
        if witnessed:  # it stays as it is, and why is said once
            prepared = replace(prepared, plan=without_touched(prepared.plan))
        found = [*witnessed, *size_problems(prepared, self._outside.run_limits)]
        if run.action is Action.EXPORT:
            found += not_exporting(entry)
        if run.action is Action.CHECK:
            found += undeliverable(self._outside.open_files(entry))
        if run.action is not Action.CHECK:
            found += missing_tabs(layout)
        prepared = replace(prepared, plan=with_problems(prepared.plan, found))
        plan = prepared.plan
        self._keep(run, prepared)
        if witnessed:
            another = ends.another_sheet(witnessed)
            return self._progress.conclude(run, RunState.REFUSED, another)
        sentence, state = self._verdict(run, prepared, history)
        if sentence:
            figures = ends.figures(plan, history)
            figures["to_hold"] = list(to_hold(prepared.reading.workbook, plan))
            if run.action is Action.CHECK and (mail := self._questions(prepared, entry)):
                figures["questions"] = mail
            return self._progress.conclude(run, state, sentence, figures)
        if run.action is Action.REHEARSE:
            return self._rehearse(run, entry, prepared, history)
        return self._export(run, entry, prepared, history)

    def _keep(self, run: Run, prepared: Prepared) -> None:
        """Keep what was found, for people, and in which language they read it."""
        plan, layout, language = prepared.plan, prepared.reading.layout, prepared.language
        self._records.register.keep_language(run.workbook_id, language)
        self._records.details.keep(
            run.id,
            document_details(plan, layout, language),
            problem_details(plan, layout, language),
        )
        self._records.controls.keep(run.id, run_controls(plan, language))

    def _questions(self, prepared: Prepared, entry: WorkbookEntry) -> Mapping[str, str] | None:
        """Return the mail with what only the accountant can answer, by language."""
        workbook = prepared.reading.workbook
        programs = {name: self._outside.programs[name] for name in workbook.settings.programs}
        codes, country = workbook.vat_codes.values(), entry.dossier.country
        questions = open_questions(workbook.settings, codes, programs, country)
        titles = [program.TITLE for program in programs.values()]
        return questions_mail(questions, titles, entry.dossier.legal_name)

    def _verdict(self, run: Run, prepared: Prepared, history: History) -> tuple[str, RunState]:
        """Return how the run ends when it makes no file; no sentence when it does."""
        plan, check_tab = prepared.plan, prepared.reading.layout.title("Check")
        if run.action is Action.CHECK:
            return ends.checked(plan, history, check_tab), RunState.DONE
        is_export = run.action is Action.EXPORT
        if is_export and run.request.plan and run.request.plan != plan.digest:
            return self._what_changed(run, prepared), RunState.REFUSED
        if plan.blocking:
            return ends.refused(plan, check_tab), RunState.REFUSED
        if plan.batch is None:
            return ends.nothing_new(plan, run.request.period), RunState.DONE
        return "", RunState.DONE

    def _what_changed(self, run: Run, prepared: Prepared) -> str:
        seen = self._records.runs.latest_check(run.workbook_id)
        is_the_one = seen is not None and seen.result.get("plan") == run.request.plan
        before = self._records.details.all_documents(seen.id) if seen and is_the_one else ()
        fee = prepared.plan.fee if prepared.plan.has_fee else None
        after = document_details(prepared.plan, prepared.reading.layout, prepared.language)
        return ends.plan_changed(before, after, fee)

    def _rehearse(
        self, run: Run, entry: WorkbookEntry, prepared: Prepared, history: History
    ) -> str:
        """Keep the files with the run; nothing else of it is kept or delivered anywhere."""
        self._progress.stage(run, Stage.RENDERING)
        rendered = render_rehearsal(prepared, entry, self._outside.code_version)
        self._records.files.keep(run.id, rendered.files)
        figures = ends.figures(prepared.plan, history)
        del figures["plan"]  # an export cannot carry it: its numbers and its fee are others
        return self._progress.conclude(run, RunState.DONE, ends.rehearsed(prepared.plan), figures)

    def _export(self, run: Run, entry: WorkbookEntry, prepared: Prepared, history: History) -> str:
        """Deliver what is stored already, or commit."""
        plan, records = prepared.plan, self._records.dossier(entry.dossier_id)
        figures = ends.figures(plan, history)
        if plan.stored_batch and (stored := records.batch_by_number(plan.stored_batch)):
            return self._progress.conclude_batch(run, stored, ends.exported_again(stored), figures)
        try:
            self._commit(run, entry, prepared, plan)
        except BalanceError as error:
            return self._progress.conclude(run, RunState.REFUSED, error.sentence, figures)
        batch = records.batch_of_run(run.id)
        if batch is None:
            raise AssertionError("a commit that raised nothing has stored its batch")
        return self._progress.conclude_batch(run, batch, self._exported(batch), figures)

    def _exported(self, batch: BatchEntry) -> str:
        return ends.exported(batch, has_fee=self._records.has_fee)

    def _commit(self, run: Run, entry: WorkbookEntry, prepared: Prepared, plan: Plan) -> None:
        self._outside.open_files(entry).prove()
        self._progress.stage(run, Stage.RENDERING)
        rendered = render(prepared, entry, self._outside.code_version)
        self._progress.stage(run, Stage.COMMITTING)
        export = Export(
            run_id=run.id,
            plan=plan,
            totals=rendered.totals,
            files=rendered.files,
            period=prepared.told[0].batch.period,
            code_version=self._outside.code_version,
            layout_version=int(LAYOUT_VERSION),
            programs=[told.name for told in prepared.told],
            now=self._outside.now(),
        )
        self._records.dossier(entry.dossier_id).commit(export)
