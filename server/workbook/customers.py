"""Tab Customers: who is invoiced, and the number that the accountant knows them by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from boekbrug.server.bookkeeping.books import Account, Customer
from boekbrug.server.bookkeeping.payment_terms import parse_terms
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.workbook.codes import VatCodes
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.countries import POSTCODE_DIGITS
from boekbrug.server.workbook.customer_columns import AS_TYPED, READ, RULES, CustomerBooks
from boekbrug.server.workbook.customer_links import LINKS, linked
from boekbrug.server.workbook.customer_vat import shared_vat_numbers, vat_number_problems
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.presence import Check, checks_for, present
from boekbrug.server.workbook.registers import Register, read_register, rows_of
from boekbrug.server.workbook.suppliers import Suppliers
from boekbrug.server.workbook.vat_numbers import (
    CheckedVatNumber,
    check_vat_number,
    country_of,
    with_lost_zeros,
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is asked of each row, by the columns that the tab has."""

    as_typed: tuple[str, ...]
    read: tuple[str, ...]
    checks: tuple[Check[CustomerBooks], ...]


def read_customers(
    layout: FoundLayout,
    dossier: Dossier,
    accounts: Register[Account],
    codes: VatCodes,
    suppliers: Suppliers,
) -> tuple[Register[Customer], list[Problem]]:
    """Return the customers by name, and every problem of their rows; suppliers are set apart."""
    tab = layout.tabs.get("Customers")
    columns = _Columns(present(tab, AS_TYPED), present(tab, READ), checks_for(tab, RULES))
    books = CustomerBooks(accounts, codes)
    made: list[tuple[Row, Customer]] = []

    def make(row: Row) -> tuple[Customer, list[Problem]]:
        customer, problems = _customer(row, dossier, columns, books)
        made.append((row, customer))
        return customer, problems

    register, problems = read_register(
        suppliers.without(rows_of(tab)),
        title=layout.title("Customers"),
        noun="customer",
        attribute="key",
        make=make,
    )
    register = replace(register, left_out=suppliers.rows_by_name())
    problems += _numbers_used_twice(made)
    problems += shared_vat_numbers(made)
    if links := present(tab, LINKS):
        register, link_problems = linked(register, made, links)
        problems += link_problems
    return register, [*problems, *suppliers.told()]


def _customer(
    row: Row, dossier: Dossier, columns: _Columns, books: CustomerBooks
) -> tuple[Customer, list[Problem]]:
    values = row
    country, checked = _vat_number(row, dossier)
    more: dict[str, Any] = {name: values[name] for name in columns.as_typed}
    if code := books.codes.register.find(more.get("default_vat_code", "")):
        more["default_vat_code"] = code.code
    problems: list[Problem] = []
    for name in columns.read:
        if values[name]:
            read = READ[name](values[name], country)
            more[name] = read or ""
            if read is None:
                problems.append(row.wrong(name, f"wrong-{name.replace('_', '-')}", country=country))
    customer = Customer(
        origin=row.origin,
        key=values["key"],
        name=values["name"] or _own_name(more) or values["key"],
        kind=values["kind"],
        country=country,
        vat_number=checked.number if checked else "",
        street=values["street"],
        postcode=values["postcode"],
        city=values["city"],
        language=values["language"],
        payment_terms=values["payment_terms"],
        email=values["email"],
        external_id=values["external_id"],
        hold=values["hold"],
        **more,
    )
    return customer, [
        *vat_number_problems(row, checked, country, dossier),
        *_postcode_problems(row, country),
        *_terms_problems(row),
        *problems,
        *(problem for check in columns.checks for problem in check(row, books)),
    ]


def _own_name(more: dict[str, Any]) -> str:
    """Return the name of a private person that is typed in two parts, '' for none."""
    return " ".join(filter(None, (more.get("first_name"), more.get("last_name"))))


def _vat_number(row: Row, dossier: Dossier) -> tuple[str, CheckedVatNumber | None]:
    """Return the country of the customer, and the VAT number if there is one."""
    typed: str = row["vat_number"]
    country = row["country"] or country_of(typed) or dossier.country
    if typed.isdecimal() and isinstance(row.cell("vat_number"), int | float):
        typed = with_lost_zeros(typed, country)
    return country, check_vat_number(typed, country) if typed else None


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
