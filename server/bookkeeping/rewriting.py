"""What an export writes again of customers that the accountant's program has already (rule B10).

Most programs overwrite a customer whole, with what the accountant typed there: so it is said which
fields made the export write somebody again.
"""

from collections.abc import Iterator, Sequence

from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.digests import field_digests
from boekbrug.server.bookkeeping.history import History, WrittenCustomer
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded, listed_in_words
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import CustomerExport
from boekbrug.server.wording.said import word

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


def written_again(batch: Batch | None, history: History, settings: Settings) -> Iterator[Problem]:
    """Yield a warning for each customer that is written again, or one when all are."""
    customers = batch.customers if batch else ()
    known = [one for one in customers if history.customers_written.get(one.key, NEVER).fields]
    if settings.customer_export is CustomerExport.ALL:
        if known:
            yield coded(
                "all-customers-written-again",
                tab=settings.tab,
                column="Export customers too",
                severity=Severity.WARNING,
                count=len(known),
            )
        return
    for customer in known:
        past, now = history.customers_written[customer.key].fields, field_digests(customer)
        names = [name for name in {**past, **now} if past.get(name) != now.get(name)]
        if names:
            yield _written_again(customer, names, history)


def _written_again(customer: Customer, names: Sequence[str], history: History) -> Problem:
    return coded(
        "customer-written-again",
        tab=customer.origin.tab,
        rows=(customer.origin.row,),
        severity=Severity.WARNING,
        fields=_headers(names),
        batch=history.customers_written[customer.key].batch,
    )


def _headers(names: Sequence[str]) -> str:
    """Return the headers of fields, in the order of the table; those without one at the end."""
    told = [word("header", header) for name, header in HEADERS.items() if name in names]
    if len(told) < len(names):
        told.append(word("header", "other columns"))
    return listed_in_words(told)
