"""Whether what is booked balances, to the cent.

A difference is a mistake of this program, never of the person who typed: nothing is exported.
"""

from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import BookedDocument


class UnbalancedError(Exception):
    """A booked document does not balance."""

    def __init__(self, document: BookedDocument, what: str) -> None:
        """Build the sentence from the document and the sum that is wrong."""
        super().__init__(f"{document.kind.value} {document.number} does not balance: {what}")


def check_balance(document: BookedDocument) -> None:
    """Assert that the rows add up to the totals.

    Raises:
        UnbalancedError: they do not.
    """
    revenue = sum((row.net for row in document.revenue), ZERO)
    vat = sum((row.vat for row in document.vat), ZERO)
    sums = [
        ("revenue", revenue, document.net),
        ("VAT", vat, document.vat_total),
        ("gross", document.net + document.vat_total, document.gross),
    ]
    if document.cash_discount is None:  # one that is offered may lower the bases (rule B6)
        bases = {row.vat_code: row.base for row in document.vat}
        codes = dict.fromkeys([*bases, *(row.vat_code for row in document.revenue)])
        sums += [
            (f"the base of {code}", bases.get(code, ZERO), _booked_under(code, document))
            for code in codes
            if code  # the cents of rounding have none
        ]
    for what, found, needed in sums:
        if found != needed:
            raise UnbalancedError(document, f"{what} {found} against {needed}")


def _booked_under(code: str, document: BookedDocument) -> Decimal:
    return sum((row.net for row in document.revenue if row.vat_code == code), ZERO)
