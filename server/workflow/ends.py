"""How a run ends, in one sentence for people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from functools import reduce
from typing import Any

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.causes import LISTED_MAX, kinds_of, listed_problems
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.periods import period_in_words
from boekbrug.server.bookkeeping.plan import Plan, State
from boekbrug.server.bookkeeping.problems import Problem, merged, rows_in_words, sentence
from boekbrug.server.bookkeeping.rewriting import ASKED
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.entries import DocumentDetail
from boekbrug.server.records.ledger_entries import BatchEntry
from boekbrug.server.wording.said import Said, said, together
from boekbrug.server.workflow.cost import cost_figures

NOTHING = said("nothing happened")
OUR_SIDE = said("our side")


def checked(plan: Plan, history: History, check: str) -> Said:
    """Return what a check found; `check` is what the sheet calls its tab Check."""
    rows = {(problem.tab, row) for problem in plan.blocking for row in problem.rows}
    return found_by_check(figures(plan, history), len(rows), check)


def found_by_check(result: Mapping[str, Any], rows: int, check: str) -> Said:
    """Return what a check found, by its figures.

    Args:
        result: what `figures` returned.
        rows: in how many rows something is to fix.
        check: what the sheet calls its tab Check.
    """
    if not result["blocking"]:
        documents = documents_in_words(result["invoices"], result["credit_notes"])
        fee, since = result["fee"], result["since"]
        key = "checked for nothing" if fee is None else "checked"
        well = said(key, documents=documents, fee=Decimal(fee or 0))
        well = _replacing(well, result.get("replaces", 0))
        if since and (since["changed"] or since["vanished"]):
            well = together(well, since_in_words(since))
        if not result["warnings"]:
            return well
        things = _things(result["warnings"])
        return together(well, said("good to know", things=things, check=check))
    things = _things(result["blocking"])
    if not rows:
        return said("to fix", things=things, check=check)
    key = "to fix in row" if rows == 1 else "to fix in rows"
    return said(key, things=things, rows=rows, check=check)


def refused(plan: Plan, check: str) -> Said:
    """Return why an export of this plan did not happen; `check` as for `checked`."""
    problems = merged(plan.blocking)
    if len(problems) == 1:
        only = sentence(problems[0])
        return only if NOTHING in only else together(only, NOTHING)
    return together(said("to fix", things=_things(len(problems)), check=check), NOTHING)


def another_sheet(problems: Iterable[Problem]) -> Said:
    """Return that the sheet and the records do not belong together, and nothing was touched."""
    return together(*map(sentence, problems), said("sheet left"), NOTHING)


def nothing_new(plan: Plan, period: Period) -> Said:
    """Return that there is nothing to export, and which exports hold the period."""
    holding = sorted({row.batch for row in plan.rows if row.batch and row.in_period})
    name = period_in_words(period)
    if not holding:
        return said("nothing to export", period=name)
    exports = reduce(_and, map(str, holding))
    key = "held by export" if len(holding) == 1 else "held by exports"
    return said(key, period=name, exports=exports)


def exported(batch: BatchEntry, *, has_fee: bool) -> Said:
    """Return what an export did, and what it cost on a server with a fee."""
    counted = documents_in_words(batch.invoices, batch.credit_notes)
    key = "exported" if has_fee else "exported for nothing"
    done = said(key, number=batch.number, documents=counted, fee=batch.fee)
    return _replacing(done, batch.replaces)


def exported_again(batch: BatchEntry) -> Said:
    """Return that a stored export was delivered again."""
    return said("exported again", number=batch.number)


def rehearsed(plan: Plan) -> Said:
    """Return that the file of a rehearsal is there."""
    return together(said("rehearsed", documents=documents_in_words(*counts(plan))), NOTHING)


def undelivered(batch: BatchEntry, why: str) -> Said:
    """Return that the files of a batch are not where they belong."""
    made = said("made and paid", number=batch.number)
    return together(made, why or OUR_SIDE, said("file waits"))


def unwritten(batch: BatchEntry, why: str) -> Said:
    """Return that the files are delivered and the sheet does not show it."""
    made = said("made, paid and delivered", number=batch.number)
    return together(made, why or OUR_SIDE, said("sheet waits"))


def failed(operator_contact: str) -> Said:
    """Return that something went wrong on this side."""
    return together(OUR_SIDE, NOTHING, said("ask", contact=operator_contact))


def plan_changed(
    before: Iterable[DocumentDetail], after: Sequence[DocumentDetail], fee: Decimal | None
) -> Said:
    """Return what is different from the plan that was seen; `fee` None on a server without."""
    seen = {one.number: one for one in before if one.selected}
    now = {one.number: one for one in after if one.selected}
    changed = [one.row for number, one in now.items() if _is_changed(seen.get(number), one)]
    parts: list[Said] = []
    if changed:
        key = "row changed" if len(changed) == 1 else "rows changed"
        parts.append(said(key, rows=rows_in_words(changed)))
    for count, one, many in (
        (len(now.keys() - seen.keys()), "document came in", "documents came in"),
        (len(seen.keys() - now.keys()), "document went out", "documents went out"),
    ):
        if count:
            parts.append(said(one if count == 1 else many, count=count))
    invoices = sum(1 for one in now.values() if one.kind == "invoice")
    different = said(
        "since your check for nothing" if fee is None else "since your check",
        different=reduce(_and, parts) if parts else said("else changed"),
        documents=documents_in_words(invoices, len(now) - invoices),
        fee=fee,
    )
    return together(different, NOTHING, said("look again"))


def untold(why: str) -> Said:
    """Return that the sheet does not show a result yet."""
    return together(said("sheet not told"), why or OUR_SIDE)


def figures(plan: Plan, history: History) -> dict[str, Any]:
    """Return the figures of a plan, as JSON can hold them; amounts are signed and texts."""
    documents = plan.batch.documents if plan.batch else ()
    invoices, credit_notes = counts(plan)
    numbers = [one.external_id for one in plan.given_ids]
    is_asked = any(one.code == ASKED for one in plan.blocking)
    return {
        "invoices": invoices,
        "credit_notes": credit_notes,
        "net": str(sum((one.kind.sign * one.net for one in documents), ZERO)),
        "vat": str(sum((one.kind.sign * one.vat_total for one in documents), ZERO)),
        "gross": str(sum((one.kind.sign * one.gross for one in documents), ZERO)),
        **cost_figures(plan.fee, history),
        "numbers": numbers,
        "held": sum(1 for row in plan.rows if row.in_period and row.state is State.ON_HOLD),
        "blocking": len(merged(plan.blocking)),
        "warnings": len(merged(plan.warnings)),
        "later": len(merged(plan.later)),
        "since": asdict(plan.since) if plan.since else None,
        **_listed_figures(plan),
        "plan": plan.digest,
        **({"replaces": plan.replaces} if plan.replaces else {}),
        **({"ask_customers": plan.rewritten} if is_asked else {}),
    }


def _listed_figures(plan: Plan) -> dict[str, int]:
    """Return how many problems a list shows, where that is not all, and the kinds of the others."""
    shown, others = listed_problems(plan)
    return {
        "unlisted_kinds": kinds_of(problem for _, problem in others),
        **({"listed": len(shown)} if others else {}),
    }


def since_in_words(since: Mapping[str, int]) -> Said:
    """Return what is otherwise since the last export.

    >>> since_in_words({"batch": 12, "new": 31, "changed": 2, "vanished": 1})
    'Since export 12: 31 new, 2 changed, 1 vanished.'
    """
    return said("since export", **since)


def listed_at_once(result: Mapping[str, Any]) -> int:
    """Return how many problems the list of a run shows at once, by its figures."""
    count: int = result.get("listed", LISTED_MAX)
    return count


def unlisted(result: Mapping[str, Any]) -> Said | str:
    """Return how many problems the list of a run leaves out, by its figures; '' for none."""
    count = sum(result.get(name, 0) for name in ("blocking", "warnings", "later"))
    count -= listed_at_once(result)
    if count <= 0:
        return ""
    kinds = result.get("unlisted_kinds", 0)
    key = {0: "more of any kind", 1: "more of one kind"}.get(kinds, "more of kinds")
    return said(key, count=count, kinds=kinds)


def counts(plan: Plan) -> tuple[int, int]:
    """Return the numbers of invoices and of credit notes in the plan."""
    documents = plan.batch.documents if plan.batch else ()
    invoices = sum(1 for document in documents if document.kind.sign > 0)
    return invoices, len(documents) - invoices


def documents_in_words(invoices: int, credit_notes: int) -> Said:
    """Return both counts in words.

    >>> documents_in_words(84, 3), documents_in_words(1, 0)
    ('84 invoices, 3 credit notes', '1 invoice')
    """
    counted = said("one invoice") if invoices == 1 else said("invoices", count=invoices)
    if not credit_notes:
        return counted
    key = "one credit note" if credit_notes == 1 else "credit notes"
    return said("counted", parts=(counted, said(key, count=credit_notes)))


def _replacing(done: Said, number: int) -> Said:
    return together(done, said("replaces export", number=number)) if number else done


def _things(count: int) -> Said:
    return said("one thing" if count == 1 else "things", count=count)


def _and(before: str, last: str) -> Said:
    return said("and", before=before, last=last)


def _is_changed(seen: DocumentDetail | None, now: DocumentDetail) -> bool:
    return seen is not None and seen.digest != now.digest
