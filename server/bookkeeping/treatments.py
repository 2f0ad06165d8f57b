"""Whether a VAT treatment fits the customer (rule B4).

The list of member states is that of 2026 (the United Kingdom left on 2020-01-31); Greece writes
its VAT numbers with EL. Northern Ireland, whose firms have a number with XI for it, is of the
single market for goods and not for services (Directive (EU) 2020/1756).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from boekbrug.server.bookkeeping.books import Customer, VatCode
from boekbrug.server.bookkeeping.computing import codes_of
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.problems import (
    Problem,
    Severity,
    coded_at,
    found_in_words,
    term_in_words,
)
from boekbrug.server.bookkeeping.terms import CustomerKind, Treatment
from boekbrug.server.bookkeeping.vat import WITHOUT_VAT, rate_of
from boekbrug.server.wording.said import word

EU = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"}
    | {"IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)
NORTHERN_IRELAND = "XI"
GOODS_WITHIN_EU = {Treatment.EU_GOODS, Treatment.EU_GOODS_TRIANGULAR}
WITHIN_EU = {*GOODS_WITHIN_EU, Treatment.EU_SERVICES}
OUTSIDE_EU = {Treatment.EXPORT_GOODS, Treatment.SERVICES_OUTSIDE_EU}
PRIVATE = {CustomerKind.PERSON, CustomerKind.COLLECTIVE}
OSS = {Treatment.OSS_GOODS, Treatment.OSS_SERVICES}


def misfits_of(document: Document, workbook: Workbook, own_country: str) -> Iterator[Problem]:
    """Yield what does not fit between a document's VAT codes, its customer and the seller."""
    customer = workbook.customers[document.customer]
    for code in codes_of(document, workbook):
        yield from misfits(document, customer, code, own_country)


def rated_in_vain(document: Document, workbook: Workbook) -> Iterator[Problem]:
    """Yield the warning of VAT codes with a rate where the firm charges no VAT."""
    scheme = workbook.settings.vat_scheme
    rated = tuple(code.code for code in codes_of(document, workbook) if rate_of(code))
    if scheme in WITHOUT_VAT and rated:
        yield coded_at(
            document.origin,
            "VAT",
            "no-vat-by-scheme",
            severity=Severity.WARNING,
            codes=rated,
            scheme=word("choice", scheme.value),
        )


def misfits(
    document: Document, customer: Customer, code: VatCode, own_country: str
) -> Iterator[Problem]:
    """Yield what does not fit between one VAT code of a document, its customer and the seller."""
    if code.treatment in WITHIN_EU:
        yield from _within_eu(document, customer, code, own_country)
    elif code.treatment in OUTSIDE_EU:
        yield from _outside_eu(document, customer, code)
    elif code.treatment in OSS:
        yield from _oss(document, customer, code)
    elif code.treatment is Treatment.REVERSE_CHARGE_DOMESTIC:
        yield from _reverse_charge(document, customer, code, own_country)
    else:
        yield from _unusual(document, customer, code, own_country)


def _outside_eu(document: Document, customer: Customer, code: VatCode) -> Iterator[Problem]:
    """Yield the problem of goods that stay within the EU, or of a customer there."""
    is_goods = code.treatment is Treatment.EXPORT_GOODS
    if is_goods and document.delivery_country:
        if document.delivery_country in EU:
            yield coded_at(
                document.origin,
                "Delivery country",
                "country-within-eu",
                found=document.delivery_country,
                **_code_and_document(code, document),
            )
    elif customer.country in EU:
        yield coded_at(
            customer.origin,
            "Country",
            "country-within-eu",
            found=customer.country,
            **_code_and_document(code, document),
        )


def _oss(document: Document, customer: Customer, code: VatCode) -> Iterator[Problem]:
    """Yield what the one-stop shop does not allow: a customer with a VAT number, another country.

    Whether the code's own country is one of the EU is known when tab VAT is read.
    """
    if customer.vat_number:
        yield coded_at(
            customer.origin,
            "VAT number",
            "vat-number-for-oss",
            found=found_in_words(customer.vat_number),
            **_code_and_document(code, document),
        )
    place = document.delivery_country or customer.country
    if code.country and place != code.country:
        yield coded_at(
            document.origin,
            "VAT",
            "oss-country-differs",
            country=place,
            code_country=code.country,
            **_code_and_document(code, document),
        )


def vat_country(customer: Customer) -> str:
    """Return the country of the customer's VAT number, or '' without one.

    Greece's EL is given as GR, the code that its country has everywhere else.
    """
    prefix = customer.vat_number[:2]
    return "GR" if prefix == "EL" else prefix


def _within_eu(
    document: Document, customer: Customer, code: VatCode, own_country: str
) -> Iterator[Problem]:
    country = vat_country(customer)
    is_goods = code.treatment in GOODS_WITHIN_EU
    is_member = country in EU or (is_goods and country == NORTHERN_IRELAND)
    if not is_member or country == own_country:
        yield coded_at(
            customer.origin,
            "VAT number",
            "vat-number-not-of-eu",
            found=found_in_words(customer.vat_number),
            **_code_and_document(code, document),
        )


def _reverse_charge(
    document: Document, customer: Customer, code: VatCode, own_country: str
) -> Iterator[Problem]:
    if vat_country(customer) != own_country:
        yield coded_at(
            customer.origin,
            "VAT number",
            "vat-number-not-domestic",
            found=found_in_words(customer.vat_number),
            country=own_country,
            **_code_and_document(code, document),
        )


def _unusual(
    document: Document, customer: Customer, code: VatCode, own_country: str
) -> Iterator[Problem]:
    foreign = customer.vat_number and vat_country(customer) != own_country
    if code.treatment is Treatment.DOMESTIC and code.rate and foreign:
        problem = coded_at(
            document.origin,
            "VAT",
            "domestic-vat-for-foreigner",
            severity=Severity.WARNING,
            vat_code=code.code,
            rate=code.rate,
            vat_number=customer.vat_number,
        )
        yield replace(problem, behind=customer.origin)
    if code.treatment is Treatment.ZERO_RATE and customer.kind in PRIVATE:
        yield coded_at(
            document.origin,
            "VAT",
            "zero-rate-for-person",
            severity=Severity.WARNING,
            vat_code=code.code,
        )


def _code_and_document(code: VatCode, document: Document) -> dict[str, Any]:
    """Return both sides of what does not fit, one of which is wrong, for the gaps of a problem."""
    return {
        "vat_code": code.code,
        "treatment": term_in_words(code.treatment),
        "kind": term_in_words(document.kind),
        "number": document.number,
    }
