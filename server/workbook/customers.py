"""Tab Customers: who is invoiced, and the number that the accountant knows them by."""

from collections.abc import Iterator

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.payment_terms import parse_terms
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.countries import POSTCODE_DIGITS
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.registers import Register, read_register
from boekbrug.server.workbook.vat_numbers import CheckedVatNumber, check_vat_number, country_of


def read_customers(
    layout: FoundLayout, dossier: Dossier
) -> tuple[Register[Customer], list[Problem]]:
    """Return the customers by name, and every problem of their rows."""
    made: list[tuple[Row, Customer]] = []

    def make(row: Row) -> tuple[Customer, list[Problem]]:
        customer, problems = _customer(row, dossier)
        made.append((row, customer))
        return customer, problems

    register, problems = read_register(
        layout.tabs.get("Customers"),
        title=layout.title("Customers"),
        noun="customer",
        attribute="key",
        make=make,
    )
    problems += _numbers_used_twice(made)
    return register, problems


def _customer(row: Row, dossier: Dossier) -> tuple[Customer, list[Problem]]:
    typed = row["vat_number"]
    country = row["country"] or country_of(typed) or dossier.country
    checked = check_vat_number(typed, country) if typed else None
    customer = Customer(
        origin=row.origin,
        key=row["key"],
        name=row["name"] or row["key"],
        kind=row["kind"],
        country=country,
        vat_number=checked.number if checked else "",
        street=row["street"],
        postcode=row["postcode"],
        city=row["city"],
        language=row["language"],
        payment_terms=row["payment_terms"],
        email=row["email"],
        external_id=row["external_id"],
        hold=row["hold"],
    )
    return customer, [
        *_vat_number_problems(row, checked, dossier),
        *_postcode_problems(row, country),
        *_terms_problems(row),
    ]


def _vat_number_problems(
    row: Row, checked: CheckedVatNumber | None, dossier: Dossier
) -> Iterator[Problem]:
    if checked is None:
        return
    if not checked.is_right:
        yield row.wrong("vat_number", "wrong-vat-number", allowed=checked.allowed)
    elif checked.number == dossier.vat_number:
        yield row.wrong("vat_number", "own-vat-number", name=dossier.legal_name)


def _postcode_problems(row: Row, country: str) -> Iterator[Problem]:
    length = POSTCODE_DIGITS.get(country)
    postcode: str = row["postcode"]
    if length and postcode.isdecimal() and len(postcode) != length:
        yield row.wrong("postcode", "postcode-of-other-length", length=length, country=country)


def _terms_problems(row: Row) -> Iterator[Problem]:
    terms: str = row["payment_terms"]
    if terms and parse_terms(terms) is None:
        yield row.wrong("payment_terms", "unreadable-payment-terms")


def _numbers_used_twice(made: list[tuple[Row, Customer]]) -> Iterator[Problem]:
    """Yield a problem for each number that a row further up has already: mostly a copied row."""
    owners: dict[str, Customer] = {}
    for row, customer in sorted(made, key=lambda pair: pair[0].number):
        owner = owners.setdefault(customer.external_id, customer)
        if not customer.external_id or owner is customer or customer.hold:
            continue
        yield row.wrong(
            "external_id",
            "number-of-another-row",
            number=customer.external_id,
            owner=owner.key,
            first=owner.origin.row,
            row=row.number,
        )
