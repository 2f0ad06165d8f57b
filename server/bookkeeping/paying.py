"""What an export costs, and whether the balance pays it."""

from collections.abc import Iterable, Iterator
from datetime import date

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.plan import Charge
from boekbrug.server.bookkeeping.problems import Problem, coded
from boekbrug.server.bookkeeping.tariff import price_on
from boekbrug.server.wording.said import said, together


def charges_of(
    booked: Iterable[BookedDocument], history: History, today: date
) -> tuple[Charge, ...]:
    """Return the fee of each document that was never charged; the day is that of the export."""
    return tuple(
        Charge(document.key, price_on(history.prices, document.kind, today))
        for document in booked
        if document.key not in history.charged
    )


def balance_problems(
    charges: Iterable[Charge], history: History, top_up_text: str
) -> Iterator[Problem]:
    """Yield the problem of a balance that does not pay the fee."""
    paid = [charge.amount_eur for charge in charges if charge.amount_eur]
    fee = sum(paid, ZERO)
    missing = fee - history.balance - history.credit_limit
    if not fee or missing <= ZERO:
        return
    cures = (said("nothing happened"), top_up_text, said("shorter period"))
    yield coded(
        "balance-too-low",
        tab=said("place balance"),
        balance=history.balance,
        fee=fee,
        invoices=said("one invoice") if len(paid) == 1 else said("invoices", count=len(paid)),
        missing=missing,
        cures=together(*filter(None, cures)),
    )
