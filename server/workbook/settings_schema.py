"""What each setting of tab Settings may be; the English name of a setting is its `data_key`.

Settings that are tables (Series, Book year) have one row an entry and are read by
`setting_tables`; those that the dossier's record decides only have to agree with it.
"""

import re
from collections.abc import Mapping
from datetime import date

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import CustomerExport, Periods, VatMode
from boekbrug.server.fields import (
    Choice,
    Code,
    Digits,
    SheetDate,
    SheetField,
    Text,
    YesNo,
    folded,
    read_date,
    read_text,
)
from boekbrug.server.workbook import synonyms

VatComputedChoice = tuple[VatMode, date | None]
ACCOUNT_LENGTH_MAX = 12
NOTE = "A note for people: "

_VAT_MODES: Mapping[str, VatMode] = {
    folded(name): mode
    for name, mode in (*synonyms.VAT_MODES.items(), *((mode.value, mode) for mode in VatMode))
}
_FROM = re.compile(r"(.+?) (?:from|vanaf|a partir du|ab) (\S+)")


class VatComputed(SheetField[VatComputedChoice]):
    """Where VAT is rounded; "on total from 2026-01-01" is on lines before that day."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_vat_computed,
            "on lines, on total, or on total from a date like 2026-01-01",
            description=description,
            data_key=data_key,
        )


class Length(SheetField[int]):
    """How many digits an account has."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_length,
            f"a whole number from 1 to {ACCOUNT_LENGTH_MAX}",
            description=description,
            data_key=data_key,
        )


def read_vat_computed(value: object) -> VatComputedChoice | None:
    """Return the mode and the day from which it counts, or None.

    >>> read_vat_computed("on total from 2026-01-01")
    (<VatMode.ON_TOTAL: 'on total'>, datetime.date(2026, 1, 1))
    """
    text = folded(read_text(value) or "")
    if match := _FROM.fullmatch(text):
        since_on = read_date(match[2])
        on_total = _VAT_MODES.get(match[1]) is VatMode.ON_TOTAL
        return (VatMode.ON_TOTAL, since_on) if on_total and since_on else None
    mode = _VAT_MODES.get(text)
    return (mode, None) if mode else None


def read_length(value: object) -> int | None:
    """Return a number of digits, or None."""
    text = read_text(value) or ""
    is_length = re.fullmatch(r"[0-9]{1,2}", text) and 1 <= int(text) <= ACCOUNT_LENGTH_MAX
    return int(text) if is_length else None


def _account(name: str, description: str) -> Digits:
    return Digits("an account of tab Accounts", data_key=name, description=description)


class SettingsSchema(ma.Schema):
    """The settings, in the order of the first sheet; the last part is folded there."""

    programs = Text(
        data_key="Program",
        description="The accountant's program; more than one with a comma between.",
    )
    invoice_journal = Code(
        "the journal's code as text",
        data_key="Invoice journal",
        description="Where invoices are booked. Ask your accountant; often VERKP.",
    )
    credit_note_journal = Code(
        "the journal's code as text",
        data_key="Credit note journal",
        description="Where credit notes are booked. Ask your accountant; often VERKCN.",
    )
    customer_export = Choice(
        *CustomerExport,
        synonyms=synonyms.CUSTOMER_EXPORTS,
        data_key="Export customers too",
        description="Which customers of an export are written: new and changed, all or none.",
    )
    vat_computed = VatComputed(
        data_key="VAT computed",
        description="Where VAT is rounded: on lines, on total, or on total from 2026-01-01.",
    )
    periods = Choice(
        *Periods,
        synonyms=synonyms.PERIODS,
        data_key="Periods",
        description="How the accountant books: months or quarters.",
    )
    discount_account = _account(
        "Discount account", "Where discounts on a whole document are booked; often 708000."
    )
    first_document_on = SheetDate(
        data_key="First document date",
        description="Older documents were booked before Boekbrug and are never exported.",
    )
    first_external_id = Digits(
        "digits as text",
        data_key="Accountant's no. starts at",
        description="The first number for a customer who has none.",
    )
    accountant_email = Text(
        data_key="Accountant's e-mail", description=f"{NOTE}whom to send the files to."
    )
    folder = Text(
        data_key="Folder",
        description=f"{NOTE}the folder itself is chosen when the file is connected.",
    )
    language = Choice(
        "nl",
        "fr",
        "en",
        "de",
        synonyms=synonyms.LANGUAGES,
        data_key="Language",
        description="The language of the texts in the books: nl, fr, en or de.",
    )
    receivable_account = _account("Receivable account", "The account of all customers together.")
    vat_account = _account("VAT account", "Where VAT of invoices is booked.")
    vat_account_credit_notes = _account(
        "VAT account on credit notes", "Where VAT of credit notes is booked; empty: the same."
    )
    default_revenue_account = _account(
        "Default revenue account", "The account of a line when its VAT code suggests none."
    )
    rounding_account = _account("Rounding account", f"{NOTE}where cents of rounding are booked.")
    default_payment_terms = Text(
        data_key="Default payment terms",
        description="Days to pay for customers without a payment term of their own.",
    )
    credit_note_amounts = Choice(
        "positive",
        "negative",
        synonyms={"positief": "positive", "negatief": "negative", "+": "positive", "-": "negative"},
        data_key="Credit-note amounts are typed",
        description="positive or negative; the kind alone makes it a credit note.",
    )
    numbering_restarts = YesNo(
        data_key="Numbering restarts every year",
        description="yes when a number without its year comes back every book year.",
    )
    account_length = Length(
        data_key="Account length", description="How many digits each account has."
    )
