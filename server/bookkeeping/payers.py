"""Who a document is booked on: its customer, or the one that stands for it (rules B9 and B17).

A merge is no edit of what was exported before: such a document stays with the customer, and so
with the number, that its export told the accountant's program.
"""

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.terms import CustomerKind


class Payers:
    """The customers that the accountant's program is told, document by document."""

    def __init__(self, workbook: Workbook, history: History) -> None:
        """Know the customers of the sheet by name and by number, and what was exported."""
        self._workbook = workbook
        self._history = history
        everybody = workbook.customers.values()
        self._by_name = {one.key.casefold(): one for one in everybody}
        self._by_number = {one.external_id: one for one in everybody if one.external_id}

    def of(self, document: Document) -> Customer:
        """Return who the document is booked on.

        A customer that was merged into another is that other, save for what was exported before.
        One may be booked on a collective customer; a private person is where Settings say so.
        """
        workbook = self._workbook
        customer = workbook.customers[document.customer]
        told = self._told(document)
        if told and self._are_merged(told, customer):
            return told
        return stand_in(customer, workbook)

    def survivor(self, customer: Customer) -> Customer:
        """Return the customer that this one was merged into, else itself."""
        return survivor(customer, self._workbook)

    def _told(self, document: Document) -> Customer | None:
        """Return the customer that the document's last export told, if the sheet still has him."""
        past = self._history.exported.get(document.key)
        if past is None:
            return None
        owner = self._history.external_ids.get(past.external_id, "")
        return self._by_name.get(owner.casefold()) or self._by_number.get(past.external_id)

    def _are_merged(self, one: Customer, other: Customer) -> bool:
        is_merged = bool(one.merged_into or other.merged_into)
        return is_merged and self.survivor(one).key == self.survivor(other).key


def stand_in(customer: Customer, workbook: Workbook) -> Customer:
    """Return who a document of the customer is booked on that no export has told of yet."""
    going_on = survivor(customer, workbook)
    collective = going_on.booked_on
    if not collective and going_on.kind is CustomerKind.PERSON:
        collective = workbook.settings.collective_customer
    return survivor(workbook.customers.get(collective, going_on), workbook)


def holding(customer: Customer, workbook: Workbook) -> Customer | None:
    """Return the customer whose hold holds a document, which is to him or booked on him."""
    return next((one for one in (customer, stand_in(customer, workbook)) if one.hold), None)


def survivor(customer: Customer, workbook: Workbook) -> Customer:
    """Return the customer that this one was merged into, else itself."""
    return workbook.customers.get(customer.merged_into, customer)
