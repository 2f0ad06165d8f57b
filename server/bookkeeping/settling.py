"""What each document of a workbook comes to, credit notes in the light of what they credit (B7).

A credit note that names its invoice credits no more than was invoiced, code by code; the one that
completes the crediting takes the VAT that is left, so that the customer ends at 0.00.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.computing import (
    Computed,
    compute,
    exact_by_code,
    with_bases,
    with_vat,
)
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.printed import Agreed, agree
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at, listed_in_words
from boekbrug.server.bookkeeping.terms import Kind, VatMode
from boekbrug.server.bookkeeping.vat import CodeVat
from boekbrug.server.wording.said import said

HEADER = "Credits"


def document_order(document: Document) -> tuple[date, str, int, int, str]:
    """Return (date, series, number), the number as a number where it is one."""
    key = document.key
    return document.issued_on, key.series, document.year, document.sequence, key.number


@dataclass(frozen=True, slots=True)
class _Sums:
    """Base and VAT by code, of invoices or of what credits them; `exact` is before rounding."""

    bases: Mapping[str, Decimal]
    vat: Mapping[str, Decimal]
    exact: Mapping[str, Decimal]


class Settling:
    """The amounts of a workbook's documents; each is computed once, when it is asked for."""

    def __init__(self, workbook: Workbook, country: str) -> None:
        """Know every document, and which credit notes name which invoice."""
        self.workbook = workbook
        self.country = country
        self._settled: dict[DocumentKey, Agreed] = {}
        invoices = (one for one in workbook.documents if one.kind is Kind.INVOICE)
        self._invoices = {invoice.key: invoice for invoice in invoices}
        self._crediting: defaultdict[DocumentKey, list[Document]] = defaultdict(list)
        for document in sorted(workbook.documents, key=document_order):
            for key in document.credits if self._counts(document) else ():
                self._crediting[key].append(document)

    def of(self, document: Document) -> Agreed:
        """Return the document's amounts, and what is wrong with them."""
        if document.key not in self._settled:
            self._settled[document.key] = self._settle(document)
        return self._settled[document.key]

    def printed_numbers(self, document: Document) -> tuple[str, ...]:
        """Return the numbers of the invoices that a credit note credits, as they were printed.

        One that this workbook does not hold is told by the spelling that it is known by.
        """
        return tuple(
            self._invoices[key].number if key in self._invoices else key.number
            for key in document.credits
        )

    def _counts(self, document: Document) -> bool:
        customer = self.workbook.customers[document.customer]
        return document.kind is Kind.CREDIT_NOTE and not (document.hold or customer.hold)

    def _settle(self, document: Document) -> Agreed:
        alone = compute(document, self.workbook, self.country)
        computed = alone
        found: list[Problem] = []
        if document.credits:
            computed = self._in_the_light_of_invoices(document, alone, found)
        agreed = agree(document, computed, alone, self.workbook.settings, self.country)
        return replace(
            agreed,
            problems=(*found, *agreed.problems),
            as_computed=alone.by_code,
            remainder=computed.vat(agreed.mode) - alone.vat(agreed.mode),
        )

    def _in_the_light_of_invoices(
        self, document: Document, computed: Computed, found: list[Problem]
    ) -> Computed:
        """Return the amounts with what is left of the invoices' VAT; problems go to `found`."""
        invoices = [self._invoices[key] for key in document.credits if key in self._invoices]
        found += self._strangers(document, invoices)
        if len(invoices) < len(document.credits) or found:
            return computed
        invoiced = self._sums(invoices)
        before = self._sums(self._credited_before(document))
        mode = self.workbook.settings.vat_mode_on(document.issued_on)
        found += _too_much(document, computed, invoiced, before, mode)
        if found:
            return computed
        completing = _completed(computed, invoiced, before, mode)
        bases = {name: invoiced.bases[name] - before.bases.get(name, ZERO) for name in completing}
        vat = {name: invoiced.vat[name] - before.vat.get(name, ZERO) for name in completing}
        found += _remainders(document, computed.by_code, bases, vat, mode)
        return with_vat(with_bases(computed, bases, mode), vat, mode)

    def _credited_before(self, document: Document) -> list[Document]:
        """Return the credit notes on the same invoices that come before this one."""
        own = document_order(document)
        others = {
            other.key: other for key in document.credits for other in self._crediting.get(key, ())
        }
        return [other for other in others.values() if document_order(other) < own]

    def _sums(self, documents: list[Document]) -> _Sums:
        bases: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
        vat: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
        exact: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
        for document in documents:
            agreed = self.of(document)
            for name, code in agreed.computed.by_code.items():
                bases[name] += code.base_in(agreed.mode)
                vat[name] += code.vat(agreed.mode)
            for name, amount in exact_by_code(agreed.computed).items():
                exact[name] += amount
        return _Sums(bases, vat, exact)

    def _strangers(self, document: Document, invoices: list[Document]) -> Iterator[Problem]:
        """Yield what cannot be credited: another customer's invoice, one in another currency."""
        unknown = [key.number for key in document.credits if key not in self._invoices]
        if unknown:
            yield coded_at(
                document.origin,
                HEADER,
                "credited-invoice-elsewhere",
                severity=Severity.WARNING,
                numbers=listed_in_words(unknown),
            )
        for invoice in invoices:
            if invoice.customer != document.customer:
                yield coded_at(
                    document.origin,
                    HEADER,
                    "credited-invoice-of-another",
                    number=invoice.number,
                    owner=invoice.customer,
                    customer=document.customer,
                )
            elif _currency(invoice) != _currency(document):
                yield coded_at(
                    document.origin,
                    HEADER,
                    "credited-invoice-in-other-currency",
                    number=invoice.number,
                    currency=_currency(invoice) or said("book currency"),
                )


def _currency(document: Document) -> str:
    return document.currency.code if document.currency else ""


def _completed(computed: Computed, invoiced: _Sums, before: _Sums, mode: VatMode) -> list[str]:
    """Return the codes of which nothing is left after this: before rounding, or after it."""
    exact = exact_by_code(computed)
    return [
        name
        for name, code in computed.by_code.items()
        if before.exact.get(name, ZERO) + exact[name] == invoiced.exact[name]
        or before.bases.get(name, ZERO) + code.base_in(mode) == invoiced.bases[name]
    ]


def _too_much(
    document: Document, computed: Computed, invoiced: _Sums, before: _Sums, mode: VatMode
) -> Iterator[Problem]:
    """Yield each code on which more is credited than was invoiced, or that was not invoiced.

    A cent that only rounding adds is not too much.
    """
    exact = exact_by_code(computed)
    for name, code in computed.by_code.items():
        done = before.bases.get(name, ZERO)
        if name not in invoiced.bases:
            yield coded_at(
                document.origin,
                HEADER,
                "credited-code-not-invoiced",
                vat_code=name,
                codes=tuple(invoiced.bases),
            )
        elif (
            done + code.base_in(mode) > invoiced.bases[name]
            and before.exact.get(name, ZERO) + exact[name] > invoiced.exact[name]
        ):
            yield coded_at(
                document.origin,
                HEADER,
                "credited-too-much",
                vat_code=name,
                base=code.base_in(mode),
                done=done,
                invoiced=invoiced.bases[name],
                left=invoiced.bases[name] - done,
            )


def _remainders(
    document: Document,
    by_code: Mapping[str, CodeVat],
    bases: Mapping[str, Decimal],
    vat: Mapping[str, Decimal],
    mode: VatMode,
) -> Iterator[Problem]:
    """Yield why a credit note carries other amounts than computed: it takes what is left."""
    for name, left in vat.items():
        computed = by_code[name]
        if left != computed.vat(mode):
            yield coded_at(
                document.origin,
                HEADER,
                "credited-remainder",
                severity=Severity.WARNING,
                vat_code=name,
                computed=computed.vat(mode),
                vat=left,
            )
        if bases[name] != computed.base_in(mode):
            yield coded_at(
                document.origin,
                HEADER,
                "credited-remainder-of-base",
                severity=Severity.WARNING,
                vat_code=name,
                computed=computed.base_in(mode),
                base=bases[name],
            )
