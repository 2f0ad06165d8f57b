"""Whether what is booked balances, to the cent.

A difference is a mistake of this program, never of the person who typed: nothing is exported.
"""

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
    bases = sum((row.base for row in document.vat), ZERO)
    vat = sum((row.vat for row in document.vat), ZERO)
    sums = (
        ("revenue", revenue, document.net),
        ("VAT bases", bases, document.net),
        ("VAT", vat, document.vat_total),
        ("gross", document.net + document.vat_total, document.gross),
    )
    for what, found, needed in sums:
        if found != needed:
            raise UnbalancedError(document, f"{what} {found} against {needed}")
