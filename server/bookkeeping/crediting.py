"""Which credit notes count, in what order, and which invoices they credit together (rule B7).

What the dossier's records hold counts whatever the sheet says of it, and before everything that
no export holds: its amounts are at the accountant. Invoices that a credit note credits together
are one group, and so are all that such credit notes join.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from boekbrug.server.bookkeeping.facts import credits_in
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.payers import holding
from boekbrug.server.bookkeeping.terms import Kind

Order = tuple[bool, int, date, str, tuple[int, ...], str]
"""Exported first, by the export that held it first; then by date, series and number."""


@dataclass(frozen=True, slots=True)
class Group:
    """Invoices that are credited together, and the credit notes on them before a given one."""

    invoices: tuple[DocumentKey, ...]
    notes: tuple[DocumentKey, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    order: Order
    key: DocumentKey
    credits: tuple[DocumentKey, ...]


class Crediting:
    """The credit notes of a workbook and of the records of its dossier."""

    def __init__(self, workbook: Workbook, history: History, taken: frozenset[DocumentKey]) -> None:
        """Know every credit note that counts.

        Args:
            workbook: one of the dossier's.
            history: what its records hold.
            taken: the documents that an export takes: they are what the sheet says.
        """
        self._history = history
        notes = {note.key: note for note in _of_records(history)}
        for document in workbook.documents:
            key = document.key
            is_stored = key in notes and key not in taken
            if document.kind is Kind.CREDIT_NOTE and not is_stored:
                notes.pop(key, None)
                if key in history.exported or not _waits(document, workbook):
                    notes[key] = _Note(self.order_of(document), key, document.credits)
        self._on: defaultdict[DocumentKey, list[_Note]] = defaultdict(list)
        for note in sorted(notes.values(), key=lambda one: one.order):
            for invoice in note.credits:
                self._on[invoice].append(note)

    def order_of(self, document: Document) -> Order:
        """Return what a credit note is sorted by."""
        past = self._history.exported.get(document.key)
        return _order(document.key, document.issued_on, past)

    def group_of(self, document: Document) -> Group:
        """Return the invoices that a credit note credits, with those that earlier ones join."""
        own = self.order_of(document)
        invoices = list(document.credits)
        notes: dict[DocumentKey, _Note] = {}
        for invoice in invoices:
            for note in self._on.get(invoice, ()):
                if note.order >= own:
                    break
                if note.key not in notes:
                    notes[note.key] = note
                    invoices += [key for key in note.credits if key not in invoices]
        before = sorted(notes.values(), key=lambda one: one.order)
        return Group(tuple(invoices), tuple(note.key for note in before))


def _of_records(history: History) -> Iterator[_Note]:
    for key, past in history.exported.items():
        if credited := credits_in(past.facts):
            yield _Note(_order(key, past.issued_on, past), key, credited)


def _waits(document: Document, workbook: Workbook) -> bool:
    customer = workbook.customers[document.customer]
    return document.hold or document.is_draft or holding(customer, workbook) is not None


def _order(key: DocumentKey, issued_on: date, past: Exported | None) -> Order:
    """Return the order; a document keeps the day that its export told."""
    numbers = tuple(map(int, re.findall(r"\d+", key.number)))
    first = past.first_batch or past.batch if past else 0
    day = past.issued_on if past else issued_on
    return past is None, first, day, key.series + key.book_year, numbers, key.number
