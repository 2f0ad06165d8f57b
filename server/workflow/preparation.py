"""From cells to a plan and, when asked, to finished files: everything before the commit, pure.

Rendering stands before the commit, so that no failure of ours can follow a charge: what comes
after is copying stored bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch, ExportFile, Totals
from boekbrug.server.bookkeeping.books import CustomerRow
from boekbrug.server.bookkeeping.causes import without_what_follows
from boekbrug.server.bookkeeping.gathering import gather, journals_awaited
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import DocumentKey, Workbook
from boekbrug.server.bookkeeping.number_ranges import NumberRange, shared
from boekbrug.server.bookkeeping.plan import Plan, with_problems
from boekbrug.server.bookkeeping.planning import make_plan
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.program_codes import with_program_codes
from boekbrug.server.bookkeeping.replacing import Replacing
from boekbrug.server.bookkeeping.request import PlanRequest
from boekbrug.server.bookkeeping.rewriting import Rewriting
from boekbrug.server.bookkeeping.settings import Dossier, Settings
from boekbrug.server.programs.checks import customers_of, unfit_numbers
from boekbrug.server.programs.package import package
from boekbrug.server.programs.parameters import declared, load
from boekbrug.server.programs.protocol import Program, left_out_by
from boekbrug.server.programs.untold import untold
from boekbrug.server.programs.verify import expected_totals, verify
from boekbrug.server.records.entries import RunRequest, WorkbookEntry
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.naming import as_in_sheet
from boekbrug.server.workbook.reader import Reading, read_workbook
from boekbrug.server.workbook.sheet_language import language_of_readers
from boekbrug.server.workflow.answered import as_typed_in_exports
from boekbrug.server.workflow.witness import last_told


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a preparation takes from outside: programs, the day, and the house's own words."""

    programs: Mapping[str, Program]
    today: date
    top_up_text: str
    code_version: str


@dataclass(frozen=True, slots=True)
class _Chosen:
    """One program of Settings; `parameters` is None when a text of theirs is wrong."""

    name: str
    program: Program
    parameters: Any | None
    texts: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One program with its parameters and the batch as it is told it."""

    name: str
    program: Program
    parameters: Any
    batch: Batch


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was read, what an export would do, and for which programs.

    `kept_language` is the one in which the workbook was told until now, '' when nobody knows.
    """

    reading: Reading
    plan: Plan
    told: tuple[Told, ...]
    kept_language: str = ""

    @property
    def language(self) -> str:
        """The language in which people read what comes of it."""
        return language_of_readers(self.reading.layout, self.kept_language)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The finished files and the control totals, the same for every program."""

    files: tuple[ExportFile, ...]
    totals: Totals


class UnverifiedError(Exception):
    """The written files do not say what was planned: a mistake of ours, nothing is exported."""

    def __init__(self, program: str, differences: tuple[str, ...]) -> None:
        """Build the sentence from what differs."""
        super().__init__(f"{program}: {' '.join(differences)}")


def prepare(
    cells: Cells,
    entry: WorkbookEntry,
    history: History,
    request: RunRequest,
    surroundings: Surroundings,
) -> Prepared:
    """Return the plan of the request, with every problem that anybody finds."""
    reading = read_sheet(cells, entry, surroundings.programs)
    request = as_typed_in_exports(request, cells, reading.layout, history)
    return plan_for(reading, entry, history, request, surroundings)


def plan_for(
    reading: Reading,
    entry: WorkbookEntry,
    history: History,
    request: RunRequest,
    surroundings: Surroundings,
) -> Prepared:
    """Return the plan for a workbook that was read, and what each program is told of it."""
    chosen = _chosen(reading.workbook.settings, surroundings.programs)
    asked = _asked(request, chosen, entry, surroundings)
    asked = replace(asked, told=last_told(reading.layout, entry, history))
    plan = make_plan(reading.workbook, entry.dossier, history, asked)
    if nowhere := _in_no_file(plan, chosen):
        asked = replace(asked, left_out=nowhere)
        plan = make_plan(reading.workbook, entry.dossier, history, asked)
    problems = [problem for one in chosen for problem in one.problems]
    awaited = journals_awaited(plan, reading.workbook)
    told: list[Told] = []
    for one in chosen:
        if one.parameters is None:
            continue
        if plan.batch:
            batch, found = with_program_codes(
                plan.batch, reading.workbook.vat_codes, one.name, one.program.FACTS.vat_codes
            )
            batch = _taken(batch, one)
            problems += [*found, *untold(batch, one.program.TITLE, one.program.FACTS)]
            told.append(Told(one.name, one.program, one.parameters, batch))
        elif awaited:
            batch = gather((), reading.workbook, entry.dossier, history, request.period)
        else:
            continue
        problems += one.program.check(replace(batch, journals_awaited=awaited), one.parameters)
    plan = with_problems(plan, _distinct(problems))
    waiting = _distinct([*_numbers_of_others(plan, reading.workbook, chosen)])
    plan = replace(plan, later=(*plan.later, *waiting))
    return Prepared(reading, _told_once(plan, reading.layout), tuple(told), entry.language)


def _asked(
    request: RunRequest,
    chosen: Sequence[_Chosen],
    entry: WorkbookEntry,
    surroundings: Surroundings,
) -> PlanRequest:
    facts = [one.program.FACTS for one in chosen]
    return PlanRequest(
        period=request.period,
        selection=request.selection,
        today=surroundings.today,
        parameters={one.name: one.texts for one in chosen},
        one_book_year=not all(fact.several_book_years_in_a_file for fact in facts),
        one_period=not all(fact.several_periods_in_a_file for fact in facts),
        top_up_text=surroundings.top_up_text,
        workbook_id=entry.id,
        number_range=shared(fact.external_id_range for fact in facts),
        documents=request.documents,
        hold=request.hold,
        replacing=Replacing(
            request.replaces,
            request.not_imported,
            tuple(dict.fromkeys(fact.importing_again for fact in facts)),
        ),
        rewriting=Rewriting(
            request.all_customers,
            tuple(dict.fromkeys(filter(None, (fact.overwrites_customers for fact in facts)))),
        ),
    )


def _in_no_file(plan: Plan, chosen: list[_Chosen]) -> Mapping[DocumentKey, str]:
    """Return the documents that no program of the export would write, with the first's reason."""
    readable = [one for one in chosen if one.parameters is not None]
    if plan.batch is None or not readable:
        return {}
    by_program = [left_out_by(one.program, plan.batch, one.parameters) for one in readable]
    reasons = by_program[0].items()
    return {key: why for key, why in reasons if all(key in left_out for left_out in by_program)}


def _taken(batch: Batch, chosen: _Chosen) -> Batch:
    """Return the batch without what this one of several programs leaves out."""
    left_out = left_out_by(chosen.program, batch, chosen.parameters)
    kept = tuple(document for document in batch.documents if document.key not in left_out)
    return replace(batch, documents=kept) if left_out else batch


def _numbers_of_others(
    plan: Plan, workbook: Workbook, chosen: Sequence[_Chosen]
) -> Iterator[Problem]:
    """Yield the numbers that a program cannot hold, of customers that the export leaves alone."""
    inside = {one.origin for one in customers_of(plan.batch)} if plan.batch else set()
    rows: list[CustomerRow] = [*workbook.customers.values(), *workbook.unreadable_customers]
    others = [row for row in rows if row.origin not in inside and not row.hold]
    for one in chosen:
        yield from unfit_numbers(others, one.program.FACTS)


def read_sheet(cells: Cells, entry: WorkbookEntry, programs: Mapping[str, Program]) -> Reading:
    """Return the workbook and its layout, told which settings belong to program modules."""
    labels = {one.label for program in programs.values() for one in declared(program.Parameters)}
    return read_workbook(
        cells,
        entry.dossier,
        programs=tuple(programs),
        program_labels=labels,
        supplier_numbers=supplier_numbers(entry.dossier, programs),
    )


def supplier_numbers(dossier: Dossier, programs: Mapping[str, Program]) -> NumberRange | None:
    """Return the numbers that the accountant's program has for suppliers; None where none."""
    program = programs.get(dossier.program)
    return program.FACTS.supplier_range if program else None


def render(prepared: Prepared, entry: WorkbookEntry, code_version: str) -> Rendered:
    """Return the files of every program, each read back and compared with the plan.

    Raises:
        UnverifiedError: a module wrote something else than was planned.
    """
    files = []
    for told in prepared.told:
        written = tuple(told.program.render(told.batch, told.parameters))
        differences = verify(told.batch, written, told.program, told.parameters)
        if differences:
            raise UnverifiedError(told.program.TITLE, differences)
        files.append(
            package(
                told.batch,
                told.name,
                told.program,
                told.parameters,
                written,
                owner=entry.dossier.legal_name,
                code_version=code_version,
            )
        )
    exported = prepared.plan.batch.documents if prepared.plan.batch else ()
    whole = replace(prepared.told[0].batch, documents=exported)
    return Rendered(tuple(files), expected_totals(whole))


def _chosen(settings: Settings, programs: Mapping[str, Program]) -> list[_Chosen]:
    chosen = []
    for name in settings.programs:
        program = programs[name]
        parameters, problems = load(program.Parameters, settings.parameters)
        texts = _texts(program, settings.parameters)
        chosen.append(_Chosen(name, program, parameters, texts, problems))
    return chosen


def _texts(program: Program, texts: Mapping[str, str]) -> dict[str, str]:
    """Return label to text of the program's parameters as they are used, defaults filled in."""
    return {
        one.label: texts.get(one.label, "") or one.default for one in declared(program.Parameters)
    }


def _told_once(plan: Plan, layout: FoundLayout) -> Plan:
    """Return the plan with its problems named as in the sheet, and one sentence a mistake."""

    def named(problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(as_in_sheet(problem, layout) for problem in problems)

    plan = replace(
        plan,
        blocking=named(plan.blocking),
        warnings=named(plan.warnings),
        later=named(plan.later),
    )
    return without_what_follows(plan, layout.title)


def _distinct(problems: list[Problem]) -> list[Problem]:
    """Return each problem once: two programs may find the same."""
    return list(dict.fromkeys(problems))
