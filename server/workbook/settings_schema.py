"""What each setting of tab Settings may be; the English name of a setting is its `data_key`.

Settings that are tables (Series, Book year) have one row an entry and are read by
`setting_tables`; those that the dossier's record decides only have to agree with it.
"""

import re
from collections.abc import Mapping
from datetime import date

import marshmallow as ma

from boekbrug.server.bookkeeping.terms import CustomerExport, EInvoices, Periods, VatMode
from boekbrug.server.cell_values import folded, read_date, read_text
from boekbrug.server.conventions import NO_CONVENTION, Convention
from boekbrug.server.fields import (
    Choice,
    Code,
    Digits,
    LocalField,
    SheetDate,
    SheetField,
    Text,
    YesNo,
)
from boekbrug.server.wording.said import said
from boekbrug.server.workbook import value_synonyms
from boekbrug.server.workbook.further_settings_schema import FurtherSettingsSchema

VatComputedChoice = tuple[VatMode, date | None]
ACCOUNT_LENGTH_MAX = 12

_VAT_MODES: Mapping[str, VatMode] = {
    folded(name): mode
    for name, mode in (*value_synonyms.VAT_MODES.items(), *((mode.value, mode) for mode in VatMode))
}
_FROM = re.compile(r"(.+?) (?:from|vanaf|a partir du|ab) (\S+)")


class VatComputed(LocalField[VatComputedChoice]):
    """Where VAT is rounded; "on total from 2026-01-01" is on lines before that day."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_vat_computed,
            said("no-vat-mode.allowed"),
            description=description,
            data_key=data_key,
        )


class Length(SheetField[int]):
    """How many digits an account has."""

    def __init__(self, *, description: str, data_key: str) -> None:
        super().__init__(
            read_length,
            said("no-account-length.allowed", most=ACCOUNT_LENGTH_MAX),
            description=description,
            data_key=data_key,
        )


def read_vat_computed(
    value: object, convention: Convention = NO_CONVENTION
) -> VatComputedChoice | None:
    """Return the mode and the day from which it counts, or None.

    >>> read_vat_computed("on total from 2026-01-01")
    (<VatMode.ON_TOTAL: 'on total'>, datetime.date(2026, 1, 1))
    """
    text = folded(read_text(value) or "")
    if match := _FROM.fullmatch(text):
        since_on = read_date(match[2], convention)
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
    return Digits(said("no-account.allowed"), data_key=name, description=description)


class SettingsSchema(ma.Schema):
    """The settings of the first sheet, in its order; the last part is folded there."""

    programs = Text(
        data_key="Program",
        description="The accountant's program: it decides which file is made. Your accountant "
        "knows its name; more than one with a comma between. Usual: the one that is "
        "filled in.",
    )
    invoice_journal = Code(
        said("journal-not-as-text.allowed"),
        data_key="Invoice journal",
        description="The journal in which invoices are booked. Your accountant knows its code; in "
        "the program it stands in the list of journals. Usual: VERKP.",
    )
    credit_note_journal = Code(
        said("journal-not-as-text.allowed"),
        data_key="Credit note journal",
        description="The journal in which credit notes are booked, another than that of invoices. "
        "Your accountant knows its code. Usual: VERKCN.",
    )
    customer_export = Choice(
        *CustomerExport,
        synonyms=value_synonyms.CUSTOMER_EXPORTS,
        data_key="Export customers too",
        description="Which customers of an export go along: new and changed, all or none. Your "
        "accountant knows: none when the office types them in itself. Usual: new and "
        "changed.",
    )
    vat_computed = VatComputed(
        data_key="VAT computed",
        description="Where VAT is rounded: on lines, on total, or on total from 2026-01-01. "
        "Whoever makes your invoices knows: add up the VAT of an invoice of many "
        "lines. Usual: on lines.",
    )
    periods = Choice(
        *Periods,
        synonyms=value_synonyms.PERIODS,
        data_key="Periods",
        description="How the accountant books, and so how much an export holds: months or "
        "quarters. Your accountant knows; it is mostly as your VAT return. Usual: "
        "months.",
    )
    discount_account = _account(
        "Discount account",
        "Where discounts on a whole document are booked. Your accountant knows; the "
        "account must stand in tab Accounts. Usual in Belgium: 708000.",
    )
    first_document_on = SheetDate(
        data_key="First document date",
        description="Older documents were booked before Boekbrug and are never exported. You "
        "know: the day after the last one that your accountant has. Usual: the first "
        "of this month.",
    )
    first_external_id = Digits(
        said("digits-not-as-text.allowed"),
        data_key="Accountant's no. starts at",
        description="The number for the next customer who has none; later ones count on. Your "
        "accountant knows which numbers are free in the program. Usual: 100000.",
    )
    accountant_email = Text(
        data_key="Accountant's e-mail",
        description="A note for people: whom to send the files to. You know; nothing is mailed by "
        "itself. Usual: the address that you write to already.",
    )
    folder = Text(
        data_key="Folder",
        description="A note for people: where the files go. The folder itself is chosen when the "
        "file is connected; whoever runs the server knows it. Usual: empty.",
    )
    language = Choice(
        "nl",
        "fr",
        "en",
        "de",
        synonyms=value_synonyms.LANGUAGES,
        data_key="Language",
        description="The language of the texts in the books, and of what is said in this file (fr "
        "and de: in English): nl, fr, en or de. Your accountant knows; it is the language of your "
        "file there. Usual: nl.",
    )
    receivable_account = _account(
        "Receivable account",
        "The account that all customers are booked on together. Your accountant "
        "knows; its name is that of tab Accounts, when it stands there. Usual in Belgium: "
        "400000.",
    )
    vat_account = _account(
        "VAT account",
        "Where the VAT of invoices is booked. Your accountant knows; its name is that "
        "of tab Accounts, when it stands there. Usual in Belgium: 451000.",
    )
    vat_account_credit_notes = _account(
        "VAT account on credit notes",
        "Where the VAT of credit notes is booked, if that is another account. Your "
        "accountant knows. Usual: empty, which is the account of invoices.",
    )
    default_revenue_account = _account(
        "Default revenue account",
        "The account of a line that names none when its VAT code suggests none. Your "
        "accountant knows. Usual: empty; then Check names such lines.",
    )
    rounding_account = _account(
        "Rounding account",
        "Where cents of rounding are booked, and what an amount as printed differs by. Your "
        "accountant knows; its name is that of tab Accounts, when it stands there. Usual in "
        "Belgium: 757000.",
    )
    default_payment_terms = Text(
        data_key="Default payment terms",
        description="Days to pay for customers without a payment term of their own; 30E is 30 "
        "days to the end of the month. You know: it is printed on your invoices. "
        "Usual: 30.",
    )
    credit_note_amounts = Choice(
        "positive",
        "negative",
        synonyms={"positief": "positive", "negatief": "negative", "+": "positive", "-": "negative"},
        data_key="Credit-note amounts are typed",
        description="How amounts of credit notes stand in this file: positive or negative; column "
        "Kind alone makes it a credit note. You know. Usual: positive.",
    )
    numbering_restarts = YesNo(
        data_key="Numbering restarts every year",
        description="yes when a number without its year comes back every book year. You know: "
        "look at your invoices, 2026/18 names its year and 18 does not. Usual: no.",
    )
    account_length = Length(
        data_key="Account length",
        description="How many digits each account has. Your accountant knows; or count the digits "
        "of an account in the program. Usual in Belgium: 6.",
    )
    accountant_e_invoices = Choice(
        *EInvoices,
        synonyms=value_synonyms.E_INVOICES,
        data_key="Accountant receives e-invoices",
        description="Whether your e-invoices reach the accountant too, through Peppol: no, yes, or "
        "yes but not booked. Booked twice is sold twice, so yes stops exports. Your accountant "
        "knows. Usual: no.",
    )


class AllSettingsSchema(SettingsSchema, FurtherSettingsSchema):
    """Every setting."""
