"""The nouns of the trade: what people keep in the sheet.

All are frozen. Money is `Decimal` with two decimals, a rate is 21 and not 0.21, dates are dates,
identifiers are text. Amounts of a credit note are positive, as people type them; its kind alone
turns them (`Kind.sign`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.books import (
    Account,
    Customer,
    Supplier,
    UnreadableCustomer,
    VatCode,
)
from boekbrug.server.bookkeeping.numbers import kind_and_prefix
from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import (
    Kind,
    LineKind,
)
from boekbrug.server.bookkeeping.told import NOTHING_TOLD, SheetTold


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

    @property
    def kind(self) -> Kind:
        """Whether it is that of an invoice or of a credit note."""
        return kind_and_prefix(self.series)[0]

    @property
    def with_prefix(self) -> str:
        """The number in its one spelling, behind the letters of its series: "CN2026/3"."""
        return kind_and_prefix(self.series)[1] + self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a document; `account` '' when the sheet leaves it to the VAT code.

    `unit_price` is never negative, a deduction has a negative quantity. `includes_vat` says that
    price and amounts are with VAT (rule B9). `net`, `vat` and `total` are what the sheet gives
    for the whole line; a line without a price has one of net and total. A line of kind text has
    amounts of 0.00 and no VAT code.
    """

    origin: Origin
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount_percent: Decimal = ZERO
    vat_code: str
    account: str = ""
    kind: LineKind = LineKind.ITEM
    includes_vat: bool = False
    discount_amount: Decimal = ZERO
    net: Decimal | None = None
    vat: Decimal | None = None
    total: Decimal | None = None
    item_code: str = ""
    unit: str = ""
    cost_centre: str = ""
    cost_unit: str = ""
    project: str = ""
    service_from: date | None = None
    service_to: date | None = None

    @property
    def is_discount(self) -> bool:
        """Whether the line lowers the document by a discount of its own VAT code."""
        return self.kind is LineKind.DISCOUNT


@dataclass(frozen=True, slots=True)
class Printed:
    """The amounts as printed on the document, where the sheet gives them."""

    net: Decimal | None = None
    vat: Decimal | None = None
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CashDiscount:
    """A discount for who pays within so many days (rule B6): a percentage, or an amount."""

    percent: Decimal = ZERO
    days: int = 0
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Currency:
    """A document's currency: foreign units for one of the book currency, and the rate's day."""

    code: str
    rate: Decimal
    rated_on: date | None = None


@dataclass(frozen=True, slots=True)
class TypedPeriod:
    """An accounting period typed by hand: "2026-Q1" or "2026-03"; `number` within its year."""

    year: int
    number: int
    is_quarter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An invoice or credit note as typed. `customer` is the customer's key, `number` as printed.

    `year` and `sequence` are read from the number; `number_pattern` and `journal` are '' unless
    the series or the row says otherwise. `credits` are the keys of the invoices that a credit note
    credits; `is_rebate` says that it credits none of them alone. `delivery_country` and
    `supply_country` are '' where the sheet says nothing. `currency` None: the book currency.
    `names_nobody` says that no customer was typed: it is the one that Settings name for that.
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
    is_draft: bool = False
    supplied_from: date | None = None
    supplied_on: date | None = None
    period: TypedPeriod | None = None
    your_reference: str = ""
    credits: tuple[DocumentKey, ...] = ()
    is_rebate: bool = False
    currency: Currency | None = None
    discount_amount: Decimal = ZERO
    discount_text: str = ""
    cash_discount: CashDiscount | None = None
    payable_rounding: Decimal = ZERO
    paid: Decimal = ZERO
    delivery_country: str = ""
    supply_country: str = ""
    cost_centre: str = ""
    pdf_link: str = ""
    names_nobody: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What could be read of an Invoices row that did not become a document: for checks alone.

    What could not be is in `unread`, by the attribute of `document` that holds nobody's value.
    The document has the lines of which the VAT code is known, without the amounts of a wrong one;
    `accounted` are those of them whose account can be told, `right` the lines with nothing wrong.
    """

    document: Document
    unread: frozenset[str]
    accounted: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableRow:
    """An Invoices row that did not become a document; what could be read of it, else None.

    `key` is what it would be known by, `lines` are the Lines rows that name its number.
    `needs_journal_of` is its kind, or the likely one, where the row names no journal itself.
    """

    origin: Origin
    number: str | None
    key: DocumentKey | None = None
    issued_on: date | None
    hold: bool = False
    lines: tuple[Origin, ...] = ()
    needs_journal_of: Kind | None = None
    outline: Outline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Everything that people typed, validated; nothing of it was guessed.

    `problems` are all of the sheet, whatever the period; which of them block an export is
    decided by the plan. `orphans` are the Lines rows that name no row of Invoices: each might be
    the missing line of any document. `suppliers` are rows of tab Customers that are left alone,
    `unreadable_customers` those that something is wrong with. `prepared` are numbers whose rows
    hold nothing else yet. `told` is what the server's cells of tab Invoices say.
    """

    settings: Settings
    customers: Mapping[str, Customer]
    accounts: Mapping[str, Account]
    vat_codes: Mapping[str, VatCode]
    documents: tuple[Document, ...]
    unreadable: tuple[UnreadableRow, ...] = ()
    orphans: tuple[Origin, ...] = ()
    prepared: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    told: SheetTold = NOTHING_TOLD
    unreadable_customers: tuple[UnreadableCustomer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDocument:
    """A document that is in the accountant's program already: `batch` is its export's number.

    Its number there follows from `number_pattern`, `year` and `sequence`, as that of a booked one.
    """

    number: str
    kind: Kind
    journal: str
    year: int
    sequence: int
    number_pattern: str
    batch: int
