"""What documents refer to: the rows of tabs Customers, Accounts and VAT."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.terms import (
    AccountKind,
    CustomerKind,
    SalesList,
    Treatment,
    VatStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A row of tab Customers. `key` is what invoices name; `external_id` '' when not given yet.

    `branch_of`, `booked_on` and `merged_into` are keys of other customers: the head of its
    branches, the collective one that it is booked on (rule B9), and who it became (rule B17).
    `currency` '' is the book currency. `cash_discount_days` counts from the document's date.
    """

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
    name_2: str = ""
    first_name: str = ""
    last_name: str = ""
    house_number: str = ""
    box: str = ""
    address_2: str = ""
    vat_status: VatStatus | None = None
    enterprise_number: str = ""
    peppol_id: str = ""
    buyer_reference: str = ""
    currency: str = ""
    cash_discount_percent: Decimal = ZERO
    cash_discount_days: int = 0
    phone: str = ""
    contact: str = ""
    iban: str = ""
    bic: str = ""
    default_vat_code: str = ""
    default_account: str = ""
    receivable_account: str = ""
    category: str = ""
    branch_of: str = ""
    booked_on: str = ""
    merged_into: str = ""


@dataclass(frozen=True, slots=True)
class UnreadableCustomer:
    """A row of tab Customers that did not become a customer; its name and its number, or ''."""

    origin: Origin
    key: str
    external_id: str
    hold: bool = False


CustomerRow = Customer | UnreadableCustomer


@dataclass(frozen=True, slots=True)
class Supplier:
    """A row of tab Customers that is a supplier's and no customer's (rule B16); `number` or ''."""

    origin: Origin
    name: str
    number: str


def is_valid(thing: "Account | VatCode", day: date) -> bool:
    """Whether an account or a VAT code may be used on a day; without days it always may."""
    begins, ends = thing.valid_from or date.min, thing.valid_to or date.max
    return begins <= day <= ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A row of tab Accounts.

    `allowed_vat_codes` empty: any. `automatic_rate` is the rate that the program itself takes out
    of what is booked here. `program_account` is its number there, '' when it is the same.
    """

    origin: Origin
    number: str
    name: str
    kind: AccountKind
    allowed_vat_codes: tuple[str, ...] = ()
    automatic_rate: Decimal | None = None
    program_account: str = ""
    cost_centre_required: bool = False
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class ReturnBoxes:
    """The boxes of the VAT return where base and VAT of invoices and credit notes go, or ''."""

    invoice_base: str = ""
    invoice_vat: str = ""
    credit_base: str = ""
    credit_vat: str = ""


NO_BOXES = ReturnBoxes()


@dataclass(frozen=True, slots=True, kw_only=True)
class VatCode:
    """A row of tab VAT. `rate` is 21, not 0.21; `program_codes` program name to its own code.

    `country` is where the VAT is owed, '' for the own country. The accounts are '' where Settings
    decide. `names` and `exemption_texts` are by language. `sales_list` None: by the treatment.
    """

    origin: Origin
    code: str
    name: str
    rate: Decimal
    treatment: Treatment
    suggested_account: str = ""
    program_codes: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    country: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    vat_account: str = ""
    vat_account_credit_notes: str = ""
    discount_account: str = ""
    ventil: str = ""
    datev_key: str = ""
    boxes: ReturnBoxes = NO_BOXES
    sales_list: SalesList | None = None
    ubl_category: str = ""
    vatex_code: str = ""
    exemption_texts: Mapping[str, str] = field(default_factory=dict)
