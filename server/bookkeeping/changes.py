"""The alarm when a document is changed after its export (B18).

A document is compared with what its last export told the program of it, field by field. What
follows from another change is not said twice, and a due date that nobody typed follows the
customer's terms: he may have others by now, and his old invoices are as they were. A document of
which nothing but its amounts is remembered is compared by them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.facts import facts_of, told
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.identity import is_another_customer, is_another_document
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.payers import Payers
from boekbrug.server.bookkeeping.plan import RowState, Since, State
from boekbrug.server.bookkeeping.problems import (
    Origin,
    Problem,
    Severity,
    coded,
    coded_at,
    found_in_words,
)
from boekbrug.server.bookkeeping.settings import BookYear, Period
from boekbrug.server.bookkeeping.texts import is_document_text
from boekbrug.server.wording.said import Amount, DayAndMonth, said, word

NAMED_MAX = 5
"""So many documents that are gone are named; the others are counted."""

Booked = Callable[[Document], BookedDocument | None]
"""How a document that was exported would be booked as it is; None when it cannot be."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is otherwise: its header, what it says, and what the export said."""

    column: str
    found: object
    past: object


@dataclass(frozen=True, slots=True)
class Changed:
    """The rows that say something else than their export: warnings of the period, and others."""

    rows: frozenset[Origin]
    warnings: tuple[Problem, ...]
    later: tuple[Problem, ...]


def changed_since_export(
    workbook: Workbook,
    history: History,
    period: Period,
    *,
    payers: Payers,
    booked: Booked,
    years: Sequence[BookYear],
) -> Changed:
    """Return which exported documents of the sheet are otherwise than their last export.

    Those of the period that are taken for other documents (see `identity`) are told there.
    """
    rows: set[Origin] = set()
    warnings: list[Problem] = []
    later: list[Problem] = []
    for document in workbook.documents:
        past = history.exported.get(document.key)
        if past is None:
            continue
        payer, is_inside = payers.of(document), document.issued_on in period
        if is_inside and is_another_document(document, payer, past, history, years):
            continue
        found = [*_differences(document, past, payer, history, booked)]
        if found:
            rows.add(document.origin)
            told = later if not is_inside else warnings
            told += [_alarm(document, past, one) for one in found]
    return Changed(frozenset(rows), tuple(warnings), tuple(later))


def with_changed(rows: Iterable[RowState], changed: frozenset[Origin]) -> tuple[RowState, ...]:
    """Return the rows, those that were changed with that state."""
    return tuple(
        replace(row, state=State.CHANGED, reason=said("changed since", export=row.reason))
        if row.origin in changed
        else row
        for row in rows
    )


def _alarm(document: Document, past: Exported, one: Difference) -> Problem:
    return coded_at(
        document.origin,
        word("header", one.column),
        "changed-after-export",
        severity=Severity.WARNING,
        found=one.found,
        past=one.past,
        day=DayAndMonth(past.exported_on),
        batch=past.batch,
    )


def _differences(
    document: Document, past: Exported, customer: Customer, history: History, booked: Booked
) -> Iterator[Difference]:
    if is_another_customer(customer, past, history):
        owner = history.external_ids.get(past.external_id, past.external_id)
        found: object = found_in_words(customer.key)
        found = said("nothing, so", customer=found) if document.names_nobody else found
        yield Difference("Customer", found, found_in_words(owner))
    if document.issued_on != past.issued_on:
        yield Difference("Date", document.issued_on, past.issued_on)
    now = booked(document)
    if now is not None:
        yield from _amounts(now, past)
        if past.facts:
            yield from _texts(document, now, past)


def _amounts(now: BookedDocument, past: Exported) -> Iterator[Difference]:
    """Yield the one difference of amounts from which the others follow."""
    facts = facts_of(now)
    is_known = bool(past.facts)
    new, old = (
        told(facts, past.facts, now.net, now.vat_total),
        told(past.facts, facts, past.net, past.vat),
    )
    if new.net != old.net:
        yield Difference("Net", Amount(new.net), Amount(old.net))
    elif new.vat != old.vat:
        yield Difference("VAT", Amount(new.vat), Amount(old.vat))
    elif is_known and new.by_code != old.by_code:
        yield Difference("VAT", _by_name(new.by_code), _by_name(old.by_code))
    elif is_known and new.by_account != old.by_account:
        yield Difference("Account", _by_name(new.by_account), _by_name(old.by_account))
    elif facts["currency"] != past.facts.get("currency", facts["currency"]):
        found, past_one = found_in_words(facts["currency"]), found_in_words(past.facts["currency"])
        yield Difference("Currency", found, past_one)
    elif facts["rate"] != past.facts.get("rate", facts["rate"]):
        yield Difference("Rate", Decimal(facts["rate"]), Decimal(past.facts["rate"]))


def _by_name(amounts: Mapping[str, str]) -> tuple[object, ...]:
    """Return amounts by code or account: "H21 189.00, L6 3.00"."""
    return tuple(
        said("amount of", name=name, amount=Amount(Decimal(amount)))
        for name, amount in sorted(amounts.items())
    )


def _texts(document: Document, now: BookedDocument, past: Exported) -> Iterator[Difference]:
    was = past.facts
    if document.due_on and document.due_on.isoformat() != was["due"]:
        yield Difference("Due", document.due_on, date.fromisoformat(was["due"]))
    is_given = not document.description and is_document_text(was["text"], document.number)
    if now.text != was["text"] and not is_given:
        yield Difference("Description", found_in_words(now.text), found_in_words(was["text"]))
    if now.reference != was["reference"]:
        found, past_one = found_in_words(now.reference), found_in_words(was["reference"])
        yield Difference("Reference", found, past_one)
    if now.journal != was["journal"]:
        yield Difference("Journal", now.journal, was["journal"])
    if now.period != was["period"] and document.issued_on == past.issued_on:
        yield Difference("Period", now.period, was["period"])


def vanished(
    workbook: Workbook, history: History, workbook_id: str
) -> tuple[tuple[DocumentKey, Exported], ...]:
    """Return what was exported from this workbook and has no row in it, by date and number."""
    here = {document.key for document in workbook.documents}
    here |= {row.key for row in workbook.unreadable if row.key}
    gone = [
        (key, past)
        for key, past in history.exported.items()
        if past.workbook_id == workbook_id and workbook_id and key not in here
    ]
    return tuple(sorted(gone, key=lambda one: (one[1].issued_on, one[0])))


def vanished_told(
    gone: Sequence[tuple[DocumentKey, Exported]], workbook: Workbook
) -> Iterator[Problem]:
    """Yield the one warning about documents that were exported and are gone; it names five."""
    if not gone:
        return
    yield coded(
        "exported-and-gone" if len(gone) > 1 else "one-exported-and-gone",
        tab=tab_of_documents(workbook),
        severity=Severity.WARNING,
        count=len(gone),
        named=tuple(
            said("in its export", number=key.number, batch=past.batch)
            for key, past in gone[:NAMED_MAX]
        ),
        more=said("and more gone", count=len(gone) - NAMED_MAX) if len(gone) > NAMED_MAX else "",
    )


def since_last(history: History, *, new: int, changed: int, vanished: int) -> Since | None:
    """Return what is otherwise since the last export; None before the first."""
    last = max((past.batch for past in history.exported.values()), default=0)
    return Since(batch=last, new=new, changed=changed, vanished=vanished) if last else None


def tab_of_documents(workbook: Workbook) -> str:
    """Return what the sheet calls its tab Invoices, as far as a row of it tells."""
    rows = workbook.documents or workbook.unreadable
    return rows[0].origin.tab if rows else word("tab", "Invoices")
