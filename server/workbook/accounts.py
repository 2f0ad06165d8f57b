"""Tab Accounts: what lines are booked on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from boekbrug.server.bookkeeping.books import Account
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.workbook.codes import VatCodes
from boekbrug.server.workbook.columns import Row, as_far_as_read
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workbook.presence import days_in_order, present
from boekbrug.server.workbook.registers import Register, is_held, read_register, rows_of

FURTHER = (
    *("automatic_rate", "program_account", "cost_centre_required", "valid_from", "valid_to"),
)
"""What an account has as its cell says, by the attribute that both share."""


def read_accounts(
    layout: FoundLayout, account_length: int
) -> tuple[Register[Account], list[Row], list[Problem]]:
    """Return the accounts by number, the rows that allow some VAT codes only, and the problems."""
    tab = layout.tabs.get("Accounts")
    further, settings = present(tab, FURTHER), layout.title("Settings")
    allowing: list[Row] = []

    def make(row: Row) -> Account:
        more: dict[str, Any] = {name: row[name] for name in further}
        return Account(
            origin=row.origin,
            number=row["number"],
            name=row["name"],
            kind=row["kind"],
            allowed_vat_codes=codes_in(row),
            **more,
        )

    def check(row: Row) -> Iterator[Problem]:
        if row.get("allowed_vat_codes") and not is_held(row):
            allowing.append(row)
        if further:
            yield from as_far_as_read(days_in_order(row, "valid_from", "valid_to"))
        number: str = row.get("number", "")
        if number and len(number) != account_length:
            code = "account-of-other-length"
            yield row.wrong("number", code, length=account_length, settings=settings)

    register, problems = read_register(
        rows_of(tab),
        title=layout.title("Accounts"),
        noun="account",
        attribute="number",
        make=make,
        check=check,
    )
    return register, allowing, problems


def codes_in(row: Row) -> tuple[str, ...]:
    """Return the VAT codes that an account's row allows, none for all."""
    parts = row["allowed_vat_codes"].split(",")
    return tuple(part.strip() for part in parts if part.strip())


def unknown_codes(allowing: Iterable[Row], codes: VatCodes) -> Iterator[Problem]:
    """Yield a problem for each VAT code that an account allows and tab VAT lacks."""
    for row in allowing:
        for name in codes_in(row):
            if codes.register.find(name) is None:
                yield codes.refusal(row, "allowed_vat_codes", name)


def with_codes(accounts: Register[Account], codes: VatCodes) -> Register[Account]:
    """Return the accounts, the VAT codes that they allow spelt as in tab VAT."""
    things = dict(accounts.things)
    for key, account in things.items():
        known = (codes.register.find(name) for name in account.allowed_vat_codes)
        allowed = tuple(code.code for code in known if code is not None)
        if allowed != account.allowed_vat_codes:
            things[key] = replace(account, allowed_vat_codes=allowed)
    return replace(accounts, things=things)
