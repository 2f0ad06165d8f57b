"""What an export writes again of customers that the accountant's program has already (rule B10).

Most programs overwrite a customer whole, with what the accountant typed there: so it is said which
fields made the export write somebody again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.digests import field_digests
from boekbrug.server.bookkeeping.history import History, WrittenCustomer
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded, listed_in_words
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import CustomerExport
from boekbrug.server.wording.said import together, word

NEVER = WrittenCustomer(0, {})
HEADERS = {
    "key": "Customer",
    "name": "Name",
    "kind": "Kind",
    "country": "Country",
    "vat_number": "VAT number",
    "street": "Street",
    "postcode": "Postcode",
    "city": "City",
    "language": "Language",
    "payment_terms": "Payment term",
    "email": "E-mail",
    "external_id": "Accountant's no.",
    "name_2": "Name 2",
    "first_name": "First name",
    "last_name": "Last name",
    "house_number": "House number",
    "box": "Box",
    "address_2": "Address 2",
    "phone": "Phone",
    "category": "Category",
    "currency": "Currency",
    "default_account": "Default account",
    "receivable_account": "Receivable account",
    "vat_status": "VAT status",
}
"""A customer's fields, and the headers that people know them by; others are told as "more"."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Somebody's word that all customers are written again, and what each program then loses.

    `overwritten` has a sentence of each program that overwrites a customer; none of them, and
    nobody is asked.
    """

    is_confirmed: bool = False
    overwritten: tuple[str, ...] = ()


UNASKED = Rewriting()
ASKED = "all-customers-unconfirmed"


def rewritten(batch: Batch | None, history: History, settings: Settings) -> int:
    """Return how many customers are written again because Settings ask for all of them."""
    is_all = settings.customer_export is CustomerExport.ALL
    customers = batch.customers if batch and is_all else ()
    return sum(1 for one in customers if one.external_id in history.customers_written)


def written_again(
    batch: Batch | None, history: History, settings: Settings, asked: Rewriting = UNASKED
) -> Iterator[Problem]:
    """Yield a warning for each customer that is written again, or one when all are.

    Where a program would overwrite them all, that one is the question whether to. A name that the
    records do not know yet has its own problem.
    """
    customers = batch.customers if batch else ()
    if settings.customer_export is CustomerExport.ALL:
        if count := rewritten(batch, history, settings):
            yield _all_written_again(count, settings, asked)
        return
    for customer in customers:
        owner = history.external_ids.get(customer.external_id, "")
        if owner.casefold() != customer.key.casefold():
            continue
        past = history.customers_written.get(customer.external_id, NEVER).fields
        now = field_digests(customer) if past else {}
        names = [name for name in {**past, **now} if past.get(name) != now.get(name)]
        if names:
            yield _written_again(customer, names, history)


def _all_written_again(count: int, settings: Settings, asked: Rewriting) -> Problem:
    place: dict[str, Any] = {"tab": settings.tab, "column": "Export customers too"}
    if asked.is_confirmed or not asked.overwritten:
        code = "all-customers-written-again"
        return coded(code, severity=Severity.WARNING, count=count, **place)
    return coded(ASKED, count=count, overwritten=together(*asked.overwritten), **place)


def _written_again(customer: Customer, names: Sequence[str], history: History) -> Problem:
    return coded(
        "customer-written-again",
        tab=customer.origin.tab,
        rows=(customer.origin.row,),
        severity=Severity.WARNING,
        fields=_headers(names),
        batch=history.customers_written[customer.external_id].batch,
    )


def _headers(names: Sequence[str]) -> str:
    """Return the headers of fields, in the order of the table; those without one at the end."""
    told = [word("header", header) for name, header in HEADERS.items() if name in names]
    if len(told) < len(names):
        told.append(word("header", "other columns"))
    return listed_in_words(told)
