"""What an export books: the batch that a program module sees, and the files that it writes.

Amounts are computed once, in the plan; a module writes what stands here and computes no VAT
(rule B3). Amounts of a credit note are positive; `Kind.sign` turns them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.books import NO_BOXES, Customer, ReturnBoxes
from boekbrug.server.bookkeeping.cent_facts import CentFacts
from boekbrug.server.bookkeeping.model import CashDiscount, DocumentKey, EarlierDocument
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.settings import Dossier, Period
from boekbrug.server.bookkeeping.terms import (
    Analytical,
    Kind,
    Periods,
    SalesList,
    Treatment,
    VatMode,
)

REHEARSAL = 0
"""The number of a batch that is no export; exports count from 1."""

Place = tuple[bool, str, str]
"""Where a net is booked: whether as a discount, its VAT code ('' of rounding), its account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueRow:
    """Net per account and VAT code; a discount's net is negative, and that of a deducted deposit.

    `is_deposit` says that the account is one of deposits (rule B13).
    `vat_code` is '' on the row of cents that rounding leaves (rule B12). `foreign_net` is the net
    in the document's own currency, None in the book currency.
    """

    account: str
    vat_code: str
    net: Decimal
    is_discount: bool = False
    is_deposit: bool = False
    foreign_net: Decimal | None = None

    @property
    def own_net(self) -> Decimal:
        """The net in the document's own currency."""
        return self.net if self.foreign_net is None else self.foreign_net

    @property
    def place(self) -> Place:
        """Where it is booked."""
        return self.is_discount, self.vat_code, self.account


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyticalRow:
    """What of a revenue row one line holds that names a cost centre or the like (rule B24).

    The nets of an account and a VAT code add up to their revenue row, but for the lines that name
    nothing. `fields` are the texts by field, that of the document where the line has none.
    """

    origin: Origin
    account: str
    vat_code: str
    net: Decimal
    is_discount: bool = False
    fields: Mapping[Analytical, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class VatRow:
    """Base and VAT per VAT code; `vat_other_mode` is what the other way of rounding gives.

    The base is what VAT was computed on: an offered cash discount may have lowered it (rule B6).
    `foreign_base` and `foreign_vat` are in the document's own currency, None in the book currency.
    `law_text` is what the invoice says of it, in its customer's language, and `vatex` the code of
    that reason in e-invoices (rule B21); both '' where nothing is known or needed.
    """

    vat_code: str
    rate: Decimal
    treatment: Treatment
    base: Decimal
    vat: Decimal
    vat_other_mode: Decimal
    account: str
    foreign_base: Decimal | None = None
    foreign_vat: Decimal | None = None
    law_text: str = ""
    vatex: str = ""

    @property
    def own_base(self) -> Decimal:
        """The base in the document's own currency."""
        return self.base if self.foreign_base is None else self.foreign_base

    @property
    def own_vat(self) -> Decimal:
        """The VAT in the document's own currency."""
        return self.vat if self.foreign_vat is None else self.foreign_vat


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignAmounts:
    """A document's amounts in its own currency; `rate` is its units for one of the books."""

    currency: str
    rate: Decimal
    net: Decimal
    vat_total: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditFacts:
    """What credit notes to come are measured by; no program is told (rule B7).

    `exact` are the bases by VAT code before rounding, in the document's own currency; `is_spread`
    says that a discount of an amount was spread over them. `credits` are the keys of the invoices
    that it credits; `typed_revenue` and `typed_vat` are then its rows before anything was taken
    from those invoices, in the currency of the books.
    """

    exact: Mapping[str, Decimal]
    is_spread: bool = False
    credits: tuple[DocumentKey, ...] = ()
    typed_revenue: tuple[RevenueRow, ...] = ()
    typed_vat: tuple[VatRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedVatCode:
    """A VAT code as a program is told: `program_code` is the program's own ('' for none).

    `sales_list` None: its letter follows from the treatment.
    """

    code: str
    name: str
    rate: Decimal
    treatment: Treatment
    program_code: str
    country: str = ""
    boxes: ReturnBoxes = NO_BOXES
    sales_list: SalesList | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedDocument:
    """A document as it is booked: amounts are computed once, here, and no module does so again.

    `revenue` and `vat` are in the order: rates descending, then outside VAT, then accounts;
    discounts last, and after them the cents of rounding. `number_pattern` is the series' own or
    ''. `period` is counted as `Batch.periods` says; `book_year` is the program's code or ''.
    `reference` holds the digits of a checked payment reference or ''. `customer` is who it is
    booked on, `sold_to` the key of the one that it was sold to where that is another (rule B9).
    `credits` are the numbers of the credited invoices as printed. `supplied_on` is None where the
    sheet says nothing. `cash_discount` is what was offered, whether it lowers VAT or not.
    `analytical` has what lines name beside their accounts; `cost_centre` is the document's own, for
    what no line of it holds, as its discounts. `law_text` is what a credit note says beside its
    amounts, '' for nothing.
    `vat_day` is the first day of the period that somebody typed, None where its VAT belongs to the
    return of its own date. `cents` None: nothing is known of how its VAT was rounded; `crediting`
    None: nothing of it before rounding.
    """

    origin: Origin
    key: DocumentKey
    number: str
    kind: Kind
    year: int
    sequence: int
    number_pattern: str
    journal: str
    issued_on: date
    due_on: date
    period: int
    book_year: str
    customer: Customer
    text: str
    reference: str
    receivable_account: str
    revenue: tuple[RevenueRow, ...]
    vat: tuple[VatRow, ...]
    net: Decimal
    vat_total: Decimal
    gross: Decimal
    vat_mode: VatMode
    digest: str = ""
    sold_to: str = ""
    credits: tuple[str, ...] = ()
    supplied_from: date | None = None
    supplied_on: date | None = None
    your_reference: str = ""
    cash_discount: CashDiscount | None = None
    foreign: ForeignAmounts | None = None
    delivery_country: str = ""
    cost_centre: str = ""
    vat_day: date | None = None
    cents: CentFacts | None = None
    crediting: CreditFacts | None = None
    analytical: tuple[AnalyticalRow, ...] = ()
    law_text: str = ""

    @property
    def off_vat_base(self) -> Decimal:
        """By how much an offered cash discount lowers the bases of VAT (rule B6)."""
        nets = sum((row.net for row in self.revenue if row.vat_code), ZERO)
        return nets - sum((row.base for row in self.vat), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDeposit:
    """What a customer paid before and no invoice has deducted yet (rule B13).

    `currency` is '' for that of the books.
    """

    customer: str
    account: str
    vat_code: str
    currency: str
    invoiced: Decimal
    deducted: Decimal

    @property
    def left(self) -> Decimal:
        """What can still be deducted."""
        return self.invoiced - self.deducted


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a program module sees: the documents in the order of (date, series, number).

    Every customer has its external ID. `customers` are the ones to write, in the order of their
    IDs. `account_names` has every account that the documents use. `number` is that of the export,
    or `REHEARSAL`; `replaces` that of the export that it takes the place of, 0 for none.
    `periods` says what `BookedDocument.period` counts: months or quarters from the first of its
    book year, 13 and on in a long one, or the numbers of one's own table. `monthly_return` says
    whether the firm hands in a VAT return every month. `open_deposits` are those of the dossier by
    the end of the period, as far as they are known. `earlier` are the documents of other exports in
    the same journals and book years. `receivable_account` is that of customers who have none of
    their own. `journals_awaited` are those of Settings that rows will need which cannot be booked
    yet: for `check` alone.
    """

    number: int
    dossier: Dossier
    period: Period
    language: str
    documents: tuple[BookedDocument, ...]
    customers: tuple[Customer, ...]
    account_names: Mapping[str, str]
    vat_codes: Mapping[str, BookedVatCode]
    account_length: int = 6
    periods: Periods = Periods.MONTHS
    monthly_return: bool = False
    replaces: int = 0
    open_deposits: tuple[OpenDeposit, ...] = ()
    earlier: tuple[EarlierDocument, ...] = ()
    receivable_account: str = ""
    journals_awaited: Mapping[Kind, str] = field(default_factory=dict)

    @property
    def is_rehearsal(self) -> bool:
        """Whether its files only show what an export would write."""
        return self.number == REHEARSAL


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file for the accountant's program: its exact bytes."""

    name: str
    content: bytes
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Control totals, signed (credit notes negative); `vat_by_code` is by the program's code."""

    documents: int
    net: Decimal
    vat: Decimal
    gross: Decimal
    vat_by_code: Mapping[str, Decimal]
    debit: Decimal
    credit: Decimal
