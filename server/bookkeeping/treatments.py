"""Whether a VAT treatment fits the customer (rule B4).

The list of member states is that of 2026 (the United Kingdom left on 2020-01-31); Greece writes
its VAT numbers with EL.
"""

from collections.abc import Iterator

from boekbrug.server.bookkeeping.model import Customer, Document, VatCode
from boekbrug.server.bookkeeping.problems import Problem, Severity, found_in_words
from boekbrug.server.bookkeeping.terms import CustomerKind, Treatment

EU = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"}
    | {"IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)
WITHIN_EU = {Treatment.EU_GOODS, Treatment.EU_GOODS_TRIANGULAR, Treatment.EU_SERVICES}
OUTSIDE_EU = {Treatment.EXPORT_GOODS, Treatment.SERVICES_OUTSIDE_EU}


def misfits(
    document: Document, customer: Customer, code: VatCode, own_country: str
) -> Iterator[Problem]:
    """Yield what does not fit between a document's VAT code, its customer and the seller."""
    if code.treatment in WITHIN_EU:
        yield from _within_eu(document, customer, code, own_country)
    elif code.treatment in OUTSIDE_EU and customer.country in EU:
        yield Problem.at(
            customer.origin,
            "Country",
            found=customer.country,
            allowed=f"a country outside the EU for VAT code {code.code} ({code.treatment.value})",
            cure=_which_is_wrong(document),
        )
    elif code.treatment is Treatment.REVERSE_CHARGE_DOMESTIC:
        yield from _reverse_charge(document, customer, code, own_country)
    else:
        yield from _unusual(document, customer, code, own_country)


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
    if country not in EU or country == own_country:
        yield Problem.at(
            customer.origin,
            "VAT number",
            found=found_in_words(customer.vat_number),
            allowed="the VAT number of another EU member state for VAT code "
            f"{code.code} ({code.treatment.value})",
            cure=_which_is_wrong(document),
        )


def _reverse_charge(
    document: Document, customer: Customer, code: VatCode, own_country: str
) -> Iterator[Problem]:
    if vat_country(customer) != own_country:
        yield Problem.at(
            customer.origin,
            "VAT number",
            found=found_in_words(customer.vat_number),
            allowed=f"a VAT number of {own_country} for VAT code {code.code} "
            f"({code.treatment.value})",
            cure=_which_is_wrong(document),
        )


def _unusual(
    document: Document, customer: Customer, code: VatCode, own_country: str
) -> Iterator[Problem]:
    foreign = customer.vat_number and vat_country(customer) != own_country
    if code.treatment is Treatment.DOMESTIC and code.rate and foreign:
        unusual = f"{code.code} ({code.rate} %) for a customer with VAT number"
        yield _warning(document, f"{unusual} {customer.vat_number}")
    if code.treatment is Treatment.ZERO_RATE and customer.kind is CustomerKind.PERSON:
        yield _warning(document, f"{code.code} (0 %) for a private person")


def _warning(document: Document, found: str) -> Problem:
    return Problem.at(
        document.origin,
        "VAT",
        found=found,
        verb="taken",
        allowed="as it is; it is unusual",
        cure="Ask your accountant when in doubt.",
        severity=Severity.WARNING,
    )


def _which_is_wrong(document: Document) -> str:
    return f"Correct it, or the VAT code of {document.kind.value} {document.number}."
