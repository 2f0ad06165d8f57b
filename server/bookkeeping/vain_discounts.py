"""Discounts of an amount on what comes to 0.00: there is nothing to spread them over (rule B5)."""

from collections.abc import Iterator

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.computing import (
    Computed,
    cash_discount_lowers_vat,
    rates_of,
    shares_of,
)
from boekbrug.server.bookkeeping.discounts import whole_of
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.problems import Problem, coded_at
from boekbrug.server.bookkeeping.vat import Part


def vain_discounts(
    document: Document, computed: Computed, workbook: Workbook, country: str
) -> Iterator[Problem]:
    """Yield a problem at each discount of an amount that nothing can be taken off by.

    Args:
        document: as typed.
        computed: what it comes to.
        workbook: for settings and VAT codes.
        country: the seller's.
    """
    rates = rates_of(workbook)
    lines = [share for _, share in shares_of(document, workbook)]
    if document.discount_amount and not whole_of(lines, rates):
        column, amount = "Document discount amount", document.discount_amount
        yield coded_at(document.origin, column, "discount-of-nothing", found=amount, whole=ZERO)
    offered = document.cash_discount
    if offered and offered.amount and cash_discount_lowers_vat(workbook.settings, country):
        before = [one for one in computed.shares if one.part is not Part.CASH_DISCOUNT]
        if not whole_of(before, rates):
            column, amount = "Cash discount amount", offered.amount
            yield coded_at(document.origin, column, "discount-of-nothing", found=amount, whole=ZERO)
