"""The nouns of the trade: what people keep in the sheet.

All are frozen. Money is `Decimal` with two decimals, a rate is 21 and not 0.21, dates are dates,
identifiers are text. Amounts of a credit note are positive, as people type them; its kind alone
turns them (`Kind.sign`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.terms import (
    AccountKind,
    CustomerExport,
    CustomerKind,
    Kind,
    Periods,
    Treatment,
    VatMode,
)

ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True, order=True)
class DocumentKey:
    """What a document is known by within its dossier (rule B2), for good.

    `number` is in one spelling, whatever was typed: "2026/18", or "18" without a year.

    `series` is kind and prefix ("invoice:", "credit note:CN"); `book_year` is empty unless the
    numbering restarts every year.
    """

    series: str
    book_year: str
    number: str


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days of an export, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class BookYear:
    """A book year and the code that the accountant's program knows it by (may be empty)."""

    first: date
    last: date
    code: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Series:
    """How the numbers that begin with `prefix` are read; '' for the ones without letters.

    An empty journal means the journal of the kind, an empty pattern that of the program.
    """

    prefix: str
    kind: Kind
    journal: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One accounting file at one accountant: own VAT number and the accountant's program.

    `key` is "team/name". `zone` is an IANA time zone. `book_years` empty: calendar years.
    """

    key: str
    vat_number: str
    legal_name: str
    country: str
    currency: str
    zone: str
    program: str
    book_years: tuple[BookYear, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The answers of tab Settings (`tab` is its title there); a missing one has its default."""

    tab: str = "Settings"
    programs: tuple[str, ...]
    invoice_journal: str = ""
    credit_note_journal: str = ""
    customer_export: CustomerExport = CustomerExport.NEW_AND_CHANGED
    vat_mode: VatMode = VatMode.ON_LINES
    on_total_from: date | None = None
    periods: Periods = Periods.MONTHS
    discount_account: str = ""
    first_document_on: date | None = None
    first_external_id: str = "100000"
    language: str = "en"
    receivable_account: str = "400000"
    vat_account: str = "451000"
    vat_account_credit_notes: str = ""
    default_revenue_account: str = ""
    default_payment_terms: str = "30"
    credit_note_sign: int = 1
    numbering_restarts: bool = False
    account_length: int = 6
    series: tuple[Series, ...] = ()
    book_years: tuple[BookYear, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    """The rows that belong to a program module: label to text, loaded by `programs.parameters`."""

    def vat_mode_on(self, day: date) -> VatMode:
        """Return how VAT is rounded on a document of that day ("on total from 2026-01-01")."""
        if self.on_total_from is None:
            return self.vat_mode
        return VatMode.ON_TOTAL if day >= self.on_total_from else VatMode.ON_LINES


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A row of tab Customers. `key` is what invoices name; `external_id` '' when not given yet."""

    origin: Origin
    key: str
    name: str
    kind: CustomerKind
    country: str
    vat_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    language: str = ""
    payment_terms: str = ""
    email: str = ""
    external_id: str = ""
    hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A row of tab Accounts."""

    origin: Origin
    number: str
    name: str
    kind: AccountKind


@dataclass(frozen=True, slots=True, kw_only=True)
class VatCode:
    """A row of tab VAT. `rate` is 21, not 0.21; `program_codes` program name to its own code."""

    origin: Origin
    code: str
    name: str
    rate: Decimal
    treatment: Treatment
    suggested_account: str = ""
    program_codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a document; `account` '' when the sheet leaves it to the VAT code."""

    origin: Origin
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount_percent: Decimal = ZERO
    vat_code: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """The amounts as printed on the document, where the sheet gives them."""

    net: Decimal | None = None
    vat: Decimal | None = None
    total: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An invoice or credit note as typed. `customer` is the customer's key, `number` as printed.

    `year` and `sequence` are read from the number, `prefix` is its letters; `number_pattern` and
    `journal` are '' unless the series says otherwise. `exported_on` and `export` are what the
    sheet shows, never trusted for money.
    """

    origin: Origin
    key: DocumentKey
    number: str
    kind: Kind
    year: int
    sequence: int
    issued_on: date
    due_on: date | None
    customer: str
    description: str
    reference: str
    lines: tuple[Line, ...]
    discount_percent: Decimal = ZERO
    printed: Printed = Printed()
    journal: str = ""
    number_pattern: str = ""
    hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableRow:
    """An Invoices row that did not become a document; what could be read of it, else None.

    `key` is what it would be known by, `lines` are the Lines rows that name its number.
    """

    origin: Origin
    number: str | None
    key: DocumentKey | None = None
    issued_on: date | None
    hold: bool = False
    lines: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Everything that people typed, validated; nothing of it was guessed.

    `problems` are all of the sheet, whatever the period; which of them block an export is
    decided by the plan. `orphans` are the Lines rows that name no row of Invoices: each might be
    the missing line of any document.
    """

    settings: Settings
    customers: Mapping[str, Customer]
    accounts: Mapping[str, Account]
    vat_codes: Mapping[str, VatCode]
    documents: tuple[Document, ...]
    unreadable: tuple[UnreadableRow, ...] = ()
    orphans: tuple[Origin, ...] = ()
    problems: tuple[Problem, ...] = ()
