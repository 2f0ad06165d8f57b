"""The columns of tab Customers that the first sheet lacks: what is read, and the rules of a row."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from boekbrug.server.bookkeeping.books import Account
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.terms import CustomerKind
from boekbrug.server.workbook.business_numbers import (
    read_bic,
    read_enterprise_number,
    read_iban,
    read_peppol_id,
)
from boekbrug.server.workbook.codes import VatCodes
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.presence import Rule, discount_days, headers
from boekbrug.server.workbook.registers import Register

AS_TYPED = (
    *("name_2", "first_name", "last_name", "house_number", "box", "address_2", "vat_status"),
    *("buyer_reference", "currency", "cash_discount_percent", "cash_discount_days", "phone"),
    *("contact", "default_vat_code", "default_account", "receivable_account", "category"),
    *("branch_of", "booked_on", "merged_into"),
)
"""What a customer has as its cell says, by the attribute that both share."""

READ: Mapping[str, Callable[[str, str], str | None]] = {
    "enterprise_number": read_enterprise_number,
    "iban": lambda text, _: read_iban(text),
    "bic": lambda text, _: read_bic(text),
    "peppol_id": lambda text, _: read_peppol_id(text),
}
"""What has one spelling in the books: from the cell and the country, None when it is wrong."""
BY_COUNTRY = frozenset({"enterprise_number"})
"""Of these the country says what is right."""


@dataclass(frozen=True, slots=True)
class CustomerBooks:
    """What a customer's row refers to."""

    accounts: Register[Account]
    codes: VatCodes


def _nameless_person(row: Row, _: CustomerBooks) -> Iterator[Problem]:
    values = row
    is_person = values["kind"] is CustomerKind.PERSON
    if is_person and not (values["first_name"] or values["last_name"] or values["name"]):
        around = headers(row, "first_name", "name")
        yield row.wrong("last_name", "person-without-name", **around)


def _cash_discount(row: Row, _: CustomerBooks) -> Iterator[Problem]:
    yield from discount_days(row, "cash_discount_percent")


def _unknown_code(row: Row, books: CustomerBooks) -> Iterator[Problem]:
    code: str = row["default_vat_code"]
    if code and books.codes.register.find(code) is None:
        yield books.codes.refusal(row, "default_vat_code", code)


def _unknown_accounts(row: Row, books: CustomerBooks) -> Iterator[Problem]:
    for attribute in ("default_account", "receivable_account"):
        number: str = row.get(attribute, "")
        if number and books.accounts.find(number) is None:
            yield books.accounts.refusal(row, attribute, number)


RULES = (
    Rule(("first_name", "last_name"), _nameless_person),
    Rule(("cash_discount_percent", "cash_discount_days"), _cash_discount),
    Rule(("default_vat_code",), _unknown_code),
    Rule(("default_account", "receivable_account"), _unknown_accounts),
)
