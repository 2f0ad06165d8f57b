"""Tab Customers: who is invoiced, and the number that the accountant knows them by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from boekbrug.server.bookkeeping.books import Account, Customer, UnreadableCustomer
from boekbrug.server.bookkeeping.payment_terms import parse_terms
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.workbook.codes import VatCodes
from boekbrug.server.workbook.columns import Row, as_far_as_read
from boekbrug.server.workbook.countries import POSTCODE_DIGITS
from boekbrug.server.workbook.customer_columns import (
    AS_TYPED,
    BY_COUNTRY,
    READ,
    RULES,
    CustomerBooks,
)
from boekbrug.server.workbook.customer_links import LINKS, linked
from boekbrug.server.workbook.customer_vat import shared_vat_numbers, vat_number_problems
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.presence import Check, checks_for, present
from boekbrug.server.workbook.registers import Register, is_held, read_register, rows_of
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
) -> tuple[Register[Customer], list[UnreadableCustomer], list[Problem]]:
    """Return the customers by name, the other rows, and every problem; suppliers are set apart."""
    tab = layout.tabs.get("Customers")
    columns = _Columns(present(tab, AS_TYPED), present(tab, READ), checks_for(tab, RULES))
    books = CustomerBooks(accounts, codes)
    rows: list[Row] = []

    def check(row: Row) -> Iterator[Problem]:
        rows.append(row)
        return _problems(row, dossier, columns, books)

    register, problems = read_register(
        suppliers.without(rows_of(tab)),
        title=layout.title("Customers"),
        noun="customer",
        attribute="key",
        make=lambda row: _customer(row, dossier, columns, books),
        check=check,
    )
    register = replace(register, left_out=suppliers.rows_by_name())
    problems += _numbers_used_twice(rows)
    if rows:
        header = rows[0].header("vat_number")
        problems += shared_vat_numbers(register.things.values(), header)
    if links := present(tab, LINKS):
        register, link_problems = linked(register, rows, links)
        problems += link_problems
    return register, [*_unreadable(rows, register)], [*problems, *suppliers.told()]


def _customer(row: Row, dossier: Dossier, columns: _Columns, books: CustomerBooks) -> Customer:
    values = row
    country, checked = _country(row, dossier), _vat_number(row, dossier)
    more: dict[str, Any] = {name: values[name] for name in columns.as_typed}
    if code := books.codes.register.find(more.get("default_vat_code", "")):
        more["default_vat_code"] = code.code
    for name in columns.read:
        if values[name]:
            more[name] = READ[name](values[name], country) or ""
    return Customer(
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


def _problems(
    row: Row, dossier: Dossier, columns: _Columns, books: CustomerBooks
) -> Iterator[Problem]:
    """Yield what is wrong with a row besides its cells, as far as these could be read."""
    yield from as_far_as_read(_vat_number_problems(row, dossier))
    yield from as_far_as_read(_postcode_problems(row, dossier))
    yield from as_far_as_read(_terms_problems(row))
    for name in columns.read:
        yield from as_far_as_read(_number_problems(row, name, dossier))
    for check in columns.checks:
        yield from as_far_as_read(check(row, books))


def _unreadable(rows: Iterable[Row], register: Register[Customer]) -> Iterator[UnreadableCustomer]:
    """Yield the rows that did not become customers: their numbers are in use all the same."""
    read = {customer.origin for customer in register.things.values()}
    for row in rows:
        if row.origin not in read:
            key, number = row.get("key", ""), row.get("external_id", "")
            yield UnreadableCustomer(row.origin, key, number, hold=is_held(row))


def _own_name(more: dict[str, Any]) -> str:
    """Return the name of a private person that is typed in two parts, '' for none."""
    return " ".join(filter(None, (more.get("first_name"), more.get("last_name"))))


def _country(row: Row, dossier: Dossier) -> str:
    """Return the country of the customer: its cell's, that of the VAT number, or the firm's own.

    Raises:
        UnreadError: what would tell it could not be read.
    """
    told: str = row.get("country", "") or country_of(row["vat_number"])
    return told or row["country"] or dossier.country


def _vat_number(row: Row, dossier: Dossier) -> CheckedVatNumber | None:
    """Return the VAT number, None where there is none."""
    typed: str = row["vat_number"]
    if not typed:
        return None
    country = _country(row, dossier)
    if typed.isdecimal() and isinstance(row.cell("vat_number"), int | float):
        typed = with_lost_zeros(typed, country)
    return check_vat_number(typed, country)


def _vat_number_problems(row: Row, dossier: Dossier) -> Iterator[Problem]:
    if checked := _vat_number(row, dossier):
        yield from vat_number_problems(row, checked, _country(row, dossier), dossier)


def _number_problems(row: Row, name: str, dossier: Dossier) -> Iterator[Problem]:
    country = _country(row, dossier) if name in BY_COUNTRY else ""
    if row[name] and READ[name](row[name], country) is None:
        yield row.wrong(name, f"wrong-{name.replace('_', '-')}", country=country)


def _postcode_problems(row: Row, dossier: Dossier) -> Iterator[Problem]:
    country = _country(row, dossier)
    length = POSTCODE_DIGITS.get(country)
    postcode: str = row["postcode"]
    if length and postcode.isdecimal() and len(postcode) != length:
        yield row.wrong("postcode", "postcode-of-other-length", length=length, country=country)


def _terms_problems(row: Row) -> Iterator[Problem]:
    terms: str = row["payment_terms"]
    if terms and parse_terms(terms) is None:
        yield row.wrong("payment_terms", "unreadable-payment-terms")


def _numbers_used_twice(rows: Iterable[Row]) -> Iterator[Problem]:
    """Yield a problem for each number that a row further up has already: mostly a copied row."""
    owners: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row.number):
        number: str = row.get("external_id", "")
        owner = owners.setdefault(number, row)
        if not number or owner is row or is_held(row):
            continue
        yield row.wrong(
            "external_id",
            "number-of-another-row",
            number=number,
            owner=owner.get("key", ""),
            first=owner.number,
            row=row.number,
        )
