"""What is remembered of an exported document, so that a change can be named afterwards (B18).

Number, date, customer's number and the three amounts have columns of their own; these are the
rest of what a program is told. Nothing of the customer is among them but what a text may hold.
"""

from collections.abc import Mapping
from typing import Any

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import BookedDocument

Facts = Mapping[str, Any]
"""As JSON holds it: texts, and amounts as texts by VAT code and by account."""


def facts_of(document: BookedDocument) -> dict[str, Any]:
    """Return what is remembered of a document beside its columns.

    Deposits are in the document's own currency, '' for that of the books.
    """
    foreign = document.foreign
    currency = foreign.currency if foreign else ""
    deposits = [
        [row.account, row.vat_code, currency, str(row.foreign_net or row.net)]
        for row in document.revenue
        if row.is_deposit
    ]
    return {
        "due": document.due_on.isoformat(),
        "text": document.text,
        "reference": document.reference,
        "journal": document.journal,
        "pattern": document.number_pattern,
        "period": document.period,
        "currency": currency,
        "rate": str(foreign.rate.normalize()) if foreign else "",
        "vat": {row.vat_code: str(row.vat) for row in document.vat},
        "accounts": _nets_by_account(document),
        **({"deposits": deposits} if deposits else {}),
    }


def _nets_by_account(document: BookedDocument) -> dict[str, str]:
    nets: dict[str, Any] = {}
    for row in document.revenue:
        nets[row.account] = nets.get(row.account, ZERO) + row.net
    return {account: str(net) for account, net in nets.items()}
