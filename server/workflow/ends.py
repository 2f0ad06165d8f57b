"""How a run ends, in one sentence for people."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import ZERO, Period
from boekbrug.server.bookkeeping.periods import period_in_words
from boekbrug.server.bookkeeping.plan import Plan, State
from boekbrug.server.bookkeeping.problems import Problem, merged, rows_in_words, sentence
from boekbrug.server.records.entries import DocumentDetail
from boekbrug.server.records.ledger_entries import BatchEntry

NOTHING = "Nothing was exported, numbered or charged."
OUR_SIDE = "Something went wrong on our side."


def checked(plan: Plan) -> str:
    """Return what a check found."""
    if not plan.blocking:
        counted = f"{documents_in_words(*counts(plan))}; an export costs EUR {plan.fee}"
        known = len(merged(plan.warnings))
        remarks = f" {things_in_words(known)} good to know: see tab Check." if known else ""
        return f"{counted}. Nothing is wrong.{remarks}"
    things = len(merged(plan.blocking))
    rows = {(problem.tab, row) for problem in plan.blocking for row in problem.rows}
    where = f" in {len(rows)} {'row' if len(rows) == 1 else 'rows'}" if rows else ""
    return f"{things_in_words(things)} to fix{where}: see tab Check."


def refused(plan: Plan) -> str:
    """Return why an export of this plan did not happen."""
    problems = merged(plan.blocking)
    if len(problems) == 1:
        only = sentence(problems[0])
        return only if NOTHING in only else f"{only} {NOTHING}"
    return f"{things_in_words(len(problems))} to fix: see tab Check. {NOTHING}"


def another_sheet(problems: Iterable[Problem]) -> str:
    """Return that the sheet and the records do not belong together, and nothing was touched."""
    said = " ".join(sentence(problem) for problem in problems)
    return f"{said} The sheet was left as it is. {NOTHING}"


def nothing_new(plan: Plan, period: Period) -> str:
    """Return that there is nothing to export, and which exports hold the period."""
    holding = sorted({row.batch for row in plan.rows if row.batch and row.in_period})
    name = period_in_words(period)
    if not holding:
        return f"Nothing to export in {name}."
    exports = " and ".join(str(number) for number in holding)
    verb = "holds" if len(holding) == 1 else "hold"
    return f"Nothing new in {name}; export {exports} {verb} it."


def exported(batch: BatchEntry) -> str:
    """Return what an export did."""
    counted = documents_in_words(batch.invoices, batch.credit_notes)
    return f"Export {batch.number} is ready: {counted}. It cost EUR {batch.fee}."


def exported_again(batch: BatchEntry) -> str:
    """Return that a stored export was delivered again."""
    return f"Export {batch.number} again: the same files, for nothing."


def rehearsed(plan: Plan) -> str:
    """Return that the file of a rehearsal is there."""
    counted = documents_in_words(*counts(plan))
    return f"The rehearsal file is ready: {counted}, free. {NOTHING}"


def undelivered(batch: BatchEntry, why: str) -> str:
    """Return that the files of a batch are not where they belong."""
    return (
        f"Export {batch.number} is made and paid. {why or OUR_SIDE} "
        "The file waits under Download; the next export delivers it, for nothing."
    )


def unwritten(batch: BatchEntry, why: str) -> str:
    """Return that the files are delivered and the sheet does not show it."""
    return (
        f"Export {batch.number} is made, paid and delivered. {why or OUR_SIDE} "
        "The sheet does not show it yet; the next check or export writes it."
    )


def failed(operator_contact: str) -> str:
    """Return that something went wrong on this side."""
    return f"{OUR_SIDE} {NOTHING} Ask {operator_contact}."


def plan_changed(
    before: Iterable[DocumentDetail], after: Sequence[DocumentDetail], fee: Decimal
) -> str:
    """Return what is different from the plan that was seen."""
    seen = {one.number: one for one in before if one.selected}
    now = {one.number: one for one in after if one.selected}
    changed = [one.row for number, one in now.items() if _is_changed(seen.get(number), one)]
    parts = []
    if changed:
        parts.append(f"{rows_in_words(changed)} changed")
    for count, what in (
        (len(now.keys() - seen.keys()), "came in"),
        (len(seen.keys() - now.keys()), "went out"),
    ):
        if count:
            parts.append(f"{count} {'document' if count == 1 else 'documents'} {what}")
    different = " and ".join(parts) or "settings, customers or numbers changed"
    invoices = sum(1 for one in now.values() if one.kind == "invoice")
    counted = documents_in_words(invoices, len(now) - invoices)
    costs = f"now {counted}, which cost EUR {fee}"
    return f"Since your check, {different}: {costs}. {NOTHING} Look again."


def untold(why: str) -> str:
    """Return that the sheet does not show a result yet."""
    return f"The sheet does not show it yet. {why or OUR_SIDE}"


def figures(plan: Plan, history: History) -> dict[str, Any]:
    """Return the figures of a plan, as JSON can hold them; amounts are signed and texts."""
    documents = plan.batch.documents if plan.batch else ()
    invoices, credit_notes = counts(plan)
    numbers = [one.external_id for one in plan.given_ids]
    return {
        "invoices": invoices,
        "credit_notes": credit_notes,
        "net": str(sum((one.kind.sign * one.net for one in documents), ZERO)),
        "vat": str(sum((one.kind.sign * one.vat_total for one in documents), ZERO)),
        "gross": str(sum((one.kind.sign * one.gross for one in documents), ZERO)),
        "fee": str(plan.fee),
        "balance": str(history.balance),
        "numbers": numbers,
        "held": sum(1 for row in plan.rows if row.in_period and row.state is State.ON_HOLD),
        "blocking": len(merged(plan.blocking)),
        "warnings": len(merged(plan.warnings)),
        "later": len(merged(plan.later)),
        "plan": plan.digest,
    }


def counts(plan: Plan) -> tuple[int, int]:
    """Return the numbers of invoices and of credit notes in the plan."""
    documents = plan.batch.documents if plan.batch else ()
    invoices = sum(1 for document in documents if document.kind.sign > 0)
    return invoices, len(documents) - invoices


def documents_in_words(invoices: int, credit_notes: int) -> str:
    """Return both counts in words.

    >>> documents_in_words(84, 3), documents_in_words(1, 0)
    ('84 invoices, 3 credit notes', '1 invoice')
    """
    words = f"{invoices} {'invoice' if invoices == 1 else 'invoices'}"
    if not credit_notes:
        return words
    return f"{words}, {credit_notes} {'credit note' if credit_notes == 1 else 'credit notes'}"


def things_in_words(count: int) -> str:
    """Return the count of things.

    >>> things_in_words(1), things_in_words(12)
    ('1 thing', '12 things')
    """
    return "1 thing" if count == 1 else f"{count} things"


def _is_changed(seen: DocumentDetail | None, now: DocumentDetail) -> bool:
    return seen is not None and seen.digest != now.digest
