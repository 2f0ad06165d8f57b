"""What cannot be credited: an invoice that is unknown or another's, and more than was invoiced."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.credit_amounts import Amounts, Known
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.identity import is_another_customer
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.payers import stand_in, survivor
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at, listed_in_words
from boekbrug.server.bookkeeping.remains import NEARLY_NOTHING, Remains, slack_of
from boekbrug.server.wording.said import said

HEADER = "Credits"

Invoices = Mapping[DocumentKey, Known | None]
"""The invoices that are credited together; None: nobody knows its amounts by VAT code."""


def strangers(
    document: Document, invoices: Invoices, documents: Mapping[DocumentKey, Document]
) -> Iterator[Problem]:
    """Yield what is not known, and which invoices are in another currency or at another rate.

    Args:
        document: the credit note.
        invoices: what it credits, and what other credit notes credit together with that.
        documents: those of the sheet.
    """
    own = document.currency.code if document.currency else ""
    unknown = [key for key, known in invoices.items() if _is_unknown(known, own)]
    if unknown:
        yield coded_at(
            document.origin,
            HEADER,
            "credited-invoice-elsewhere",
            severity=Severity.WARNING,
            numbers=listed_in_words([_number(key, documents) for key in unknown]),
        )
    for key in document.credits:
        known = invoices[key]
        if known is not None and key not in unknown:
            yield from _in_other_money(document, _number(key, documents), known)


def others_invoices(
    document: Document,
    workbook: Workbook,
    history: History,
    documents: Mapping[DocumentKey, Document],
) -> Iterator[Problem]:
    """Yield the credited invoices that are to another customer.

    An invoice that only the records hold was to whom its number there belongs.
    """
    customer = workbook.customers[document.customer]
    for key in document.credits:
        invoice, past = documents.get(key), history.exported.get(key)
        owner = document.customer
        if invoice:
            owner = _other_owner(invoice, document, workbook) or owner
        elif past and not _was_to(customer, past, workbook, history):
            owner = history.external_ids.get(past.external_id, past.external_id)
        if owner != document.customer:
            yield coded_at(
                document.origin,
                HEADER,
                "credited-invoice-of-another",
                number=_number(key, documents),
                owner=owner,
                customer=document.customer,
            )


def _other_owner(invoice: Document, credit_note: Document, workbook: Workbook) -> str:
    """Return who an invoice was to, '' where the credit note is to the same customer.

    Customers that were merged are one. Who names nobody is whoever is booked where it is booked.
    """
    one, other = (workbook.customers[each.customer] for each in (invoice, credit_note))
    is_nobodys = invoice.names_nobody or credit_note.names_nobody
    if is_nobodys and stand_in(one, workbook) == stand_in(other, workbook):
        return ""
    return "" if survivor(one, workbook) == survivor(other, workbook) else one.key


def _was_to(customer: Customer, past: Exported, workbook: Workbook, history: History) -> bool:
    """Whether what was exported was to the customer, or to one that was merged into it since."""
    if not is_another_customer(stand_in(customer, workbook), past, history):
        return True
    going_on = survivor(customer, workbook)
    owner = workbook.customers.get(history.external_ids.get(past.external_id, ""))
    is_merged_here = owner is not None and survivor(owner, workbook) == going_on
    number = history.merged.get(past.external_id, "")
    return is_merged_here or history.external_ids.get(number) == going_on.key


def too_much(
    document: Document, own: Amounts, remains: Remains, numbers: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield each code on which more is credited than was invoiced, or that was not invoiced.

    A cent that only rounding adds is not too much.

    Args:
        document: the credit note.
        own: what it comes to by itself.
        remains: what the invoices leave to it.
        numbers: those of the invoices that are credited together.
    """
    invoiced, left = remains.invoiced, remains.left
    slack = slack_of(remains, own)
    for name, base in own.bases.items():
        if name not in invoiced.bases:
            yield coded_at(
                document.origin,
                HEADER,
                "credited-code-not-invoiced",
                vat_code=name,
                codes=tuple(invoiced.bases),
            )
            continue
        sign = -1 if invoiced.bases[name].own < ZERO else 1
        more = sign * (base.own - left.bases[name].own)
        more_exact = sign * (own.exact[name] - left.exact[name])
        if more > slack and more_exact > slack + NEARLY_NOTHING:
            yield _too_much(document, name, base.own, remains, numbers)


def _too_much(
    document: Document, name: str, base: Decimal, remains: Remains, numbers: tuple[str, ...]
) -> Problem:
    whole, left = remains.invoiced.bases[name].own, remains.left.bases[name].own
    sign = -1 if whole < ZERO else 1
    discount = remains.invoiced.net_of(name).own - whole
    code = "credited-too-much" if len(numbers) == 1 else "credited-too-much-together"
    return coded_at(
        document.origin,
        HEADER,
        "credited-too-much-after-discount" if discount else code,
        vat_code=name,
        base=base,
        done=whole - left,
        invoiced=whole,
        left=sign * max(sign * left, ZERO),
        numbers=listed_in_words(numbers),
        net=whole + discount,
        discount=discount,
    )


def _in_other_money(document: Document, number: str, known: Known) -> Iterator[Problem]:
    """Yield that an invoice is in another currency, or at another rate."""
    own, currency = document.currency.code if document.currency else "", known.currency or ""
    if currency != own:
        yield coded_at(
            document.origin,
            HEADER,
            "credited-invoice-in-other-currency",
            number=number,
            currency=currency or said("book currency"),
        )
    elif document.currency and known.rate and known.rate != document.currency.rate:
        yield coded_at(
            document.origin,
            HEADER,
            "credited-at-other-rate",
            severity=Severity.WARNING,
            number=number,
            rate=_plain(document.currency.rate),
            past_rate=_plain(known.rate),
        )


def _is_unknown(known: Known | None, currency: str) -> bool:
    """Whether nothing can be reckoned with; before currencies were kept all were of the books."""
    return known is None or (known.currency is None and bool(currency))


def _number(key: DocumentKey, documents: Mapping[DocumentKey, Document]) -> str:
    return documents[key].number if key in documents else key.number


def _plain(rate: Decimal) -> Decimal:
    """Return the rate without the zeros that a cell may add."""
    return Decimal(f"{rate.normalize():f}")
