"""Who a document is booked on: its customer, or the one that stands for it (rules B9 and B17)."""

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.model import Workbook
from boekbrug.server.bookkeeping.terms import CustomerKind


def payer_of(customer: Customer, workbook: Workbook) -> Customer:
    """Return the customer that the accountant's program is told.

    A customer that was merged into another is that other. One may be booked on a collective
    customer; a private person is where Settings say so.
    """
    everybody = workbook.customers
    survivor = everybody.get(customer.merged_into, customer)
    collective = survivor.booked_on
    if not collective and survivor.kind is CustomerKind.PERSON:
        collective = workbook.settings.collective_customer
    return everybody.get(collective, survivor)
