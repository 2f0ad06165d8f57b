"""The columns of tab VAT that the first sheet lacks: what is read, and the rules of a row."""

import re
from collections.abc import Iterator
from typing import Any

from boekbrug.server.bookkeeping.books import Account
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.terms import Treatment
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.presence import Rule, days_in_order
from boekbrug.server.workbook.registers import Register
from boekbrug.server.workbook.vat_schema import LANGUAGES

ACCOUNTS = ("vat_account", "vat_account_credit_notes", "discount_account")
FURTHER = (
    *("country", "valid_from", "valid_to", *ACCOUNTS, "ventil", "datev_key"),
    *("sales_list", "ubl_category", "vatex_code"),
)
"""What a code has as its cell says, by the attribute that both share."""
BOXES = ("box_invoice_base", "box_invoice_vat", "box_credit_base", "box_credit_vat")
NAMES = tuple(f"name_{language}" for language in LANGUAGES)
EXEMPTION_TEXTS = tuple(f"exemption_{language}" for language in LANGUAGES)

OSS = frozenset({Treatment.OSS_GOODS, Treatment.OSS_SERVICES})
WITH_RATE = OSS | {
    Treatment.DOMESTIC,
    Treatment.DEPOSIT,
    Treatment.MARGIN,
    Treatment.SMALL_ENTERPRISE,
}
"""Treatments that may have a rate above 0; of the last two no VAT comes (rule B22)."""
_VATEX = re.compile(r"VATEX-[A-Z]{2}(?:-[0-9A-Z]+)+")


def texts_of(row: Row) -> dict[str, Any]:
    """Return names and texts of exemption by language, those that are filled in."""
    values = row
    return {
        "names": {one: text for one in LANGUAGES if (text := values[f"name_{one}"])},
        "exemption_texts": {one: text for one in LANGUAGES if (text := values[f"exemption_{one}"])},
    }


def _unknown_accounts(row: Row, accounts: Register[Account]) -> Iterator[Problem]:
    for attribute in ACCOUNTS:
        number: str = row.get(attribute, "")
        if number and accounts.find(number) is None:
            yield accounts.refusal(row, attribute, number)


def _days(row: Row, _: Register[Account]) -> Iterator[Problem]:
    yield from days_in_order(row, "valid_from", "valid_to")


def _vatex_code(row: Row, _: Register[Account]) -> Iterator[Problem]:
    code: str = row["vatex_code"]
    if code and not _VATEX.fullmatch(code):
        yield row.wrong("vatex_code", "wrong-vatex-code")


RULES = (
    Rule(ACCOUNTS, _unknown_accounts),
    Rule(("valid_from", "valid_to"), _days),
    Rule(("vatex_code",), _vatex_code),
)
