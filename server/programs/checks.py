"""Reasons to refuse that many programs share: a module's `check` yields from these."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.books import Customer, CustomerRow
from boekbrug.server.bookkeeping.problems import Problem, coded_at, found_in_words
from boekbrug.server.programs.protocol import Facts

EXTERNAL_ID_LENGTH_MAX = 100
"""Of any program; longer digits are no number, and reading them as one would take long."""


def customers_of(batch: Batch) -> list[Customer]:
    """Return the customers that are written or booked on, each once."""
    booked = (document.customer for document in batch.documents)
    return list({customer.key: customer for customer in (*booked, *batch.customers)}.values())


def unfit_external_ids(batch: Batch, facts: Facts) -> Iterator[Problem]:
    """Yield the customers whose external ID the program cannot hold.

    One without any was refused in the plan: the program's range is full.
    """
    yield from unfit_numbers(customers_of(batch), facts)


def unfit_numbers(customers: Iterable[CustomerRow], facts: Facts) -> Iterator[Problem]:
    """Yield the rows of tab Customers whose number the program cannot hold."""
    for customer in customers:
        number = customer.external_id
        if number and not _fits(number, facts):
            yield coded_at(
                customer.origin,
                "Accountant's no.",
                "accountants-number-for-program",
                found=found_in_words(number),
                allowed=facts.external_id_allowed,
            )


def _fits(number: str, facts: Facts) -> bool:
    if len(number) > EXTERNAL_ID_LENGTH_MAX or not re.fullmatch(facts.external_id_pattern, number):
        return False
    is_digits = number.isascii() and number.isdigit()
    return not is_digits or int(number) in facts.external_id_range


def unbalanced(batch: Batch) -> Iterator[Problem]:
    """Yield the documents whose debit and credit differ."""
    for document in batch.documents:
        difference = imbalance(document)
        if difference:
            yield coded_at(
                document.origin,
                "Number",
                "document-out-of-balance",
                number=document.number,
                difference=difference,
            )


def imbalance(document: BookedDocument) -> Decimal:
    """Return debit minus credit of the document's rows, 0.00 as it should be."""
    net = sum((row.net for row in document.revenue), ZERO)
    vat = sum((row.vat for row in document.vat), ZERO)
    return document.kind.sign * (document.gross - net - vat)
