"""What decides how documents are booked: the dossier, and the answers of tab Settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.terms import (
    CreditNoteDue,
    CustomerExport,
    DiscountBooking,
    EInvoices,
    Kind,
    Periods,
    VatMode,
    VatReturn,
    VatScheme,
)

EVER = date(1900, 1, 1)
"""The first day of a period that begins with the first document there may be."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days of an export, both included; from `EVER` on it has no first day of its own."""

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
class OwnPeriod:
    """An accounting period of a table of one's own: its days, both included, and its number."""

    first: date
    last: date
    number: int

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
class Firm:
    """What e-invoices say of the firm itself; '' where Settings say nothing."""

    enterprise_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    iban: str = ""
    bic: str = ""
    peppol_id: str = ""


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
    """The answers of tab Settings (`tab` is its title there); a missing one has its default.

    `own_periods` count when `periods` says so. `cash_discount_lowers_vat` None: as the law of the
    own country has it. `collective_customer` is the key of the customer that private persons are
    booked on, '' when each has an account of its own; `nobodys_customer` that of documents that
    name none, '' when each must. `tolerance` is in the book currency.
    `accountant_e_invoices` is None until somebody has asked the accountant.
    """

    tab: str = "Settings"
    programs: tuple[str, ...]
    invoice_journal: str = ""
    credit_note_journal: str = ""
    customer_export: CustomerExport = CustomerExport.NEW_AND_CHANGED
    vat_mode: VatMode = VatMode.ON_LINES
    on_total_from: date | None = None
    periods: Periods = Periods.MONTHS
    own_periods: tuple[OwnPeriod, ...] = ()
    vat_return: VatReturn | None = None
    vat_scheme: VatScheme = VatScheme.NORMAL
    closed_up_to: date | None = None
    prices_include_vat: bool = False
    discounts_booked: DiscountBooking = DiscountBooking.OWN_ACCOUNT
    discount_account: str = ""
    cash_discount_lowers_vat: bool | None = None
    collective_customer: str = ""
    nobodys_customer: str = ""
    first_document_on: date | None = None
    first_external_id: str = "100000"
    language: str = "en"
    receivable_account: str = "400000"
    vat_account: str = "451000"
    vat_account_credit_notes: str = ""
    default_revenue_account: str = ""
    rounding_account: str = "757000"
    tolerance: Decimal = Decimal("0.05")
    default_payment_terms: str = "30"
    credit_note_due: CreditNoteDue = CreditNoteDue.DOCUMENT_DATE
    credit_note_sign: int = 1
    numbering_restarts: bool = False
    account_length: int = 6
    accountant_e_invoices: EInvoices | None = None
    series: tuple[Series, ...] = ()
    book_years: tuple[BookYear, ...] = ()
    firm: Firm = Firm()
    parameters: Mapping[str, str] = field(default_factory=dict)
    """The rows that belong to a program module: label to text, loaded by `programs.parameters`."""

    def vat_mode_on(self, day: date) -> VatMode:
        """Return how VAT is rounded on a document of that day ("on total from 2026-01-01")."""
        if self.on_total_from is None:
            return self.vat_mode
        return VatMode.ON_TOTAL if day >= self.on_total_from else VatMode.ON_LINES


def book_years_of(settings: Settings, dossier: Dossier) -> tuple[BookYear, ...]:
    """Return the book years of Settings, else those of the dossier; none mean calendar years."""
    return settings.book_years or dossier.book_years
