"""Sales that reach the accountant twice: in our files, and as e-invoices through Peppol (rule B19).

Where firms must send each other e-invoices, many offices receive those of their customers' sales
as well. An office that books both books every sale twice.
"""

from collections.abc import Iterator
from datetime import date

from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import CustomerKind, EInvoices

HEADER = "Accountant receives e-invoices"
BETWEEN_FIRMS_SINCE = {"BE": date(2026, 1, 1)}
"""From when the firms of a country must send each other e-invoices. Belgium: as the rounding of
them, see `printed.ROUNDED_ON_TOTAL_SINCE`; the law itself was not looked up."""


def booked_twice(batch: Batch | None, settings: Settings) -> Iterator[Problem]:
    """Yield the question whether the accountant books e-invoices too, or the answer's error.

    It is about documents between firms of one country in the table, and said once of them all.
    """
    answer = settings.accountant_e_invoices
    count = sum(_is_e_invoice(one, batch) for one in batch.documents) if batch else 0
    if not batch or not count or answer in {EInvoices.NO, EInvoices.NOT_BOOKED}:
        return
    country = batch.dossier.country
    yield coded(
        "e-invoices-booked-twice" if answer else "e-invoices-unanswered",
        tab=settings.tab,
        column=HEADER,
        severity=Severity.ERROR if answer else Severity.WARNING,
        count=count,
        since=BETWEEN_FIRMS_SINCE[country],
    )


def _is_e_invoice(document: BookedDocument, batch: Batch) -> bool:
    country, customer = batch.dossier.country, document.customer
    since = BETWEEN_FIRMS_SINCE.get(country)
    is_between_firms = customer.country == country and customer.kind is CustomerKind.COMPANY
    return since is not None and document.issued_on >= since and is_between_firms
