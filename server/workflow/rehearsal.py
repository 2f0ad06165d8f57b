"""A rehearsal from cells to files: planned, checked, rendered and verified like an export."""

from dataclasses import replace

from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.number_ranges import shared
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.rehearsing import as_rehearsed, marked, with_own_numbers
from boekbrug.server.records.entries import RunRequest, WorkbookEntry
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workflow.preparation import (
    Prepared,
    Rendered,
    Surroundings,
    Told,
    plan_for,
    read_sheet,
    render,
)


def prepare_rehearsal(
    cells: Cells,
    entry: WorkbookEntry,
    history: History,
    request: RunRequest,
    surroundings: Surroundings,
) -> Prepared:
    """Return what an export of the request would do if it cost nothing; see `rehearsing`.

    Nobody is asked whether all customers may be written again: its files are for a trial.
    """
    request = replace(request, all_customers=True)
    reading = read_sheet(cells, entry, surroundings.programs)
    chosen = [surroundings.programs[name] for name in reading.workbook.settings.programs]
    allowed = shared(program.FACTS.external_id_range for program in chosen)
    reading = replace(reading, workbook=with_own_numbers(reading.workbook, allowed))
    return plan_for(reading, entry, as_rehearsed(history), request, surroundings)


def render_rehearsal(prepared: Prepared, entry: WorkbookEntry, code_version: str) -> Rendered:
    """Return the files, in which documents bear the mark wherever the program has room for it.

    Raises:
        UnverifiedError: a module wrote something else than was planned.
    """
    told = tuple(replace(one, batch=_marked(one)) for one in prepared.told)
    return render(replace(prepared, told=told), entry, code_version)


def _marked(told: Told) -> Batch:
    """Return the marked batch; a document of which the program would then complain stays."""
    known = set(told.program.check(told.batch, told.parameters))
    found = set(told.program.check(marked(told.batch), told.parameters)) - known
    without_room = {Origin(problem.tab, row) for problem in found for row in problem.rows}
    return marked(told.batch, without_room)
