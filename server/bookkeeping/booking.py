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
from boekbrug.server.bookkeeping.model import CashDiscount, DocumentKey
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.settings import Dossier, Period
from boekbrug.server.bookkeeping.terms import Analytical, Kind, SalesList, Treatment, VatMode

REHEARSAL = 0
"""The number of a batch that is no export; exports count from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueRow:
    """Net per account and VAT code; a discount's net is negative.

    `vat_code` is '' on the row of cents that rounding leaves (rule B12). `foreign_net` is the net
    in the document's own currency, None in the book currency.
    """

    account: str
    vat_code: str
    net: Decimal
    is_discount: bool = False
    foreign_net: Decimal | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignAmounts:
    """A document's amounts in its own currency; `rate` is its units for one of the books."""

    currency: str
    rate: Decimal
    net: Decimal
    vat_total: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CentFacts:
    """How the VAT of a document came about, in its own currency.

    `on_lines` and `on_total` are computed, by VAT code. `by_settings` is the way of rounding that
    Settings name. `remainder` was added so that the credited invoices end at 0.00, `printed`
    because it is printed so; both are signed.
    """

    by_settings: VatMode
    on_lines: Mapping[str, Decimal]
    on_total: Mapping[str, Decimal]
    remainder: Decimal = ZERO
    printed: Decimal = ZERO

    def in_mode(self, mode: VatMode) -> Mapping[str, Decimal]:
        """Return the computed VAT of that way of rounding, by VAT code."""
        return self.on_lines if mode is VatMode.ON_LINES else self.on_total


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
    ''. `period` is 1 to 12 or 1 to 4 within the book year, or of one's own table; `book_year` is
    the program's code for it or ''.
    `reference` holds the digits of a checked payment reference or ''. `customer` is who it is
    booked on, `sold_to` the key of the one that it was sold to where that is another (rule B9).
    `credits` are the numbers of the credited invoices as printed. `supplied_on` is None where the
    sheet says nothing. `cash_discount` is what was offered, whether it lowers VAT or not.
    `analytical` has what lines name beside their accounts; `cost_centre` is the document's own, for
    what no line of it holds, as its discounts.
    `vat_day` is the first day of the period that somebody typed, None where its VAT belongs to the
    return of its own date. `cents` None: nothing is known of how its VAT was rounded.
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
    analytical: tuple[AnalyticalRow, ...] = ()

    @property
    def off_vat_base(self) -> Decimal:
        """By how much an offered cash discount lowers the bases of VAT (rule B6)."""
        nets = sum((row.net for row in self.revenue if row.vat_code), ZERO)
        return nets - sum((row.base for row in self.vat), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a program module sees: the documents in the order of (date, series, number).

    Every customer has its external ID. `customers` are the ones to write, in the order of their
    IDs. `account_names` has every account that the documents use. `number` is that of the export,
    or `REHEARSAL`; `replaces` that of the export that it takes the place of, 0 for none.
    `monthly_return` says whether the firm hands in a VAT return every month. `journals_awaited`
    are those of Settings that rows will need which cannot be booked yet: for `check` alone.
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
    monthly_return: bool = False
    replaces: int = 0
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
