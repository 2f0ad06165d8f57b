"""What a run keeps of its plan: a small row for each document and each problem, for people."""

from collections.abc import Iterable
from dataclasses import replace

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.causes import listed_problems, worst_first
from boekbrug.server.bookkeeping.plan import Plan, RowState, State
from boekbrug.server.bookkeeping.problems import (
    Origin,
    Problem,
    Severity,
    finding,
    merged,
    sentence,
)
from boekbrug.server.records.entries import FOLLOWING, DocumentDetail, ProblemDetail
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.wording.said import in_language, said, together
from boekbrug.server.workbook.damage_shape import damaged_shape
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workflow.counting import cent_lines


def document_details(plan: Plan, layout: FoundLayout, language: str) -> list[DocumentDetail]:
    """Return one detail for each Invoices row: those taken first, then those of the period.

    Within each part they stand in the order of the sheet; amounts are signed. What people read
    is in that language.
    """
    booked: dict[Origin, BookedDocument] = {}
    if plan.batch:
        booked = {document.origin: document for document in plan.batch.documents}
    wrong = {
        (problem.tab, row)
        for problem in (*plan.blocking, *plan.later, *plan.following)
        for row in problem.rows
        if problem.blocks
    }
    cents = {line.origin: line.sentence for line in cent_lines(plan)}
    rows = sorted(plan.rows, key=lambda row: (not row.selected, not row.in_period, row.origin))
    return [
        replace(
            _document(row, booked.get(row.origin), layout, wrong),
            reason=in_language(row.reason, language),
            cents=in_language(cents.get(row.origin, ""), language),
        )
        for row in rows
    ]


def problem_details(plan: Plan, layout: FoundLayout, language: str) -> list[ProblemDetail]:
    """Return one detail for each sentence: what blocks, then warnings, then what waits.

    Of very many those come first that a list shows at once. Behind them stands what the list
    leaves out and only the rows show.
    """
    shown, others = listed_problems(plan)
    following = [(FOLLOWING, problem) for problem in worst_first(plan.following)]
    return [
        _problem(weight, problem, layout, language)
        for weight, problem in (*shown, *others, *following)
    ]


def shape_details(
    layout: FoundLayout, known: Iterable[ProblemDetail], language: str, *, is_made: bool
) -> list[ProblemDetail]:
    """Return what the shape of the tabs tells besides the known problems.

    Args:
        layout: where everything stands.
        known: what was told before.
        language: that people read.
        is_made: whether the export is made, so that nothing stops it any more.
    """
    told = {(one.tab, one.column, one.found) for one in known}
    problems = [one.problem for one in damaged_shape(layout)]
    if is_made:
        problems = [replace(one, severity=Severity.WARNING) for one in problems]
    details = [_problem("blocking", problem, layout, language) for problem in merged(problems)]
    return [one for one in details if (one.tab, one.column, one.found) not in told]


def as_exported(
    details: Iterable[DocumentDetail], batch: BatchEntry, exported_on: str, language: str
) -> tuple[DocumentDetail, ...]:
    """Return the details as they are after the commit: what was selected is in the batch."""
    reason = said("in export", number=batch.number, day=exported_on)
    return tuple(
        replace(
            one,
            state=State.EXPORTED.value,
            batch=batch.number,
            exported_on=exported_on,
            reason=in_language(reason, language),
        )
        if one.selected
        else one
        for one in details
    )


def _document(
    row: RowState,
    booked: BookedDocument | None,
    layout: FoundLayout,
    wrong: set[tuple[str, int]],
) -> DocumentDetail:
    sign = booked.kind.sign if booked else 1
    to_fix = row.state is State.NEW and (row.origin.tab, row.origin.row) in wrong
    return DocumentDetail(
        row=row.origin.row,
        number=row.number,
        kind=booked.kind.value if booked else "",
        issued_on=booked.issued_on.isoformat() if booked else "",
        customer=row.customer,
        net=sign * booked.net if booked else ZERO,
        vat=sign * booked.vat_total if booked else ZERO,
        gross=sign * booked.gross if booked else ZERO,
        state=State.TO_FIX.value if to_fix else row.state.value,
        selected=row.selected,
        reason=row.reason,
        batch=row.batch,
        exported_on=row.exported_on,
        digest=booked.digest if booked else "",
        key=layout.key_of(row.origin.tab, row.origin.row),
    )


def _problem(weight: str, problem: Problem, layout: FoundLayout, language: str) -> ProblemDetail:
    return ProblemDetail(
        weight=weight if problem.blocks else "warning",
        tab=in_language(problem.tab, language),
        rows=problem.rows,
        column=in_language(problem.column, language),
        found=in_language(problem.found, language),
        allowed=in_language(_allowed(problem), language),
        cure=in_language(problem.cure, language),
        sentence=in_language(sentence(problem), language),
        finding=in_language(finding(problem), language),
        keys=tuple(layout.key_of(problem.tab, row) for row in problem.rows),
    )


def _allowed(problem: Problem) -> str:
    """Return what stands under the header Allowed: with the verb where that is another one."""
    is_usual = problem.verb == "allowed"
    return problem.allowed if is_usual else together(problem.verb, problem.allowed)
