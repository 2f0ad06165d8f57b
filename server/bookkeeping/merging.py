"""Customers that were merged: which of the two numbers goes on is the accountant's word (B17).

The number that goes on is written into the accountant's books, so the export that would do it is
told to ask which of the two has open items. It is asked once: the record keeps into which number
an export merged another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Workbook
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at
from boekbrug.server.wording.said import Said, said, word


@dataclass(frozen=True, slots=True)
class Merge:
    """A customer of the sheet with a number on record, and the one that its documents go to."""

    retired: Customer
    number: str
    survivor: Customer


def new_merges(batch: Batch | None, workbook: Workbook, history: History) -> tuple[Merge, ...]:
    """Return the merges that the batch is the first to carry out, in the order of their rows.

    The survivor has the number that the batch books on.
    """
    documents = batch.documents if batch else ()
    booked = {document.customer.key: document.customer for document in documents}
    numbers = {owner.casefold(): number for number, owner in history.external_ids.items()}
    found = []
    for customer in workbook.customers.values():
        number = numbers.get(customer.key.casefold(), "")
        survivor = booked.get(customer.merged_into)
        if number and survivor and history.merged.get(number) != survivor.external_id:
            found.append(Merge(customer, number, survivor))
    return tuple(sorted(found, key=lambda one: one.retired.origin))


def retired_numbers(merges: tuple[Merge, ...]) -> Mapping[str, str]:
    """Return what the record is to keep: each number, and the one that it was merged into."""
    return {one.number: one.survivor.external_id for one in merges}


def merge_questions(merges: tuple[Merge, ...], history: History) -> Iterator[Problem]:
    """Yield what to ask the accountant before the merges are in the books."""
    for one in merges:
        yield coded_at(
            one.retired.origin,
            "Merged into",
            "merged-with-number",
            severity=Severity.WARNING,
            retired=one.retired.key,
            of_retired=_number_in_words(one.number, history),
            survivor=one.survivor.key,
            of_survivor=_number_in_words(one.survivor.external_id, history),
            number=one.survivor.external_id,
        )


def credited_on_other_numbers(batch: Batch | None, history: History) -> Iterator[Problem]:
    """Yield each credit note that is booked on another number than an invoice that it credits.

    The invoice stays where its export told it, and the credit note goes where its customer is by
    now: one that credits invoices of both numbers can stand on one of them alone. So it is told.
    """
    for one in batch.documents if batch else ():
        keys = one.crediting.credits if one.crediting else ()
        elsewhere: dict[str, list[Said]] = {}
        for key, number in zip(keys, one.credits, strict=True):
            past = history.exported.get(key)
            if past and past.external_id != one.customer.external_id:
                told = said("in its export", number=number, batch=past.batch)
                elsewhere.setdefault(past.external_id, []).append(told)
        for past_number, invoices in elsewhere.items():
            yield coded_at(
                one.origin,
                word("header", "Credits"),
                "credited-on-other-number",
                severity=Severity.WARNING,
                invoices=tuple(invoices),
                past_number=past_number,
                number=one.number,
                now_number=one.customer.external_id,
            )


def _number_in_words(number: str, history: History) -> Said:
    if number not in history.external_ids:
        return said("number given now", number=number)
    batches = [past.batch for past in history.exported.values() if past.external_id == number]
    if not batches:
        return said("number in no export", number=number)
    return said("number last in export", number=number, batch=max(batches))
