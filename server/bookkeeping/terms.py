"""The words of the trade that have a fixed list of values."""

from enum import StrEnum


class Kind(StrEnum):
    """What a document is."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit note"

    @property
    def sign(self) -> int:
        """1 for an invoice, -1 for a credit note."""
        return 1 if self is Kind.INVOICE else -1


class CustomerKind(StrEnum):
    """Who the customer is; decides what the accountant's program is told about VAT.

    A supplier is none, and no `Customer` is of this kind (rule B16).
    """

    COMPANY = "company"
    PERSON = "person"
    PUBLIC_BODY = "public body"
    COLLECTIVE = "collective"
    SUPPLIER = "supplier"


class AccountKind(StrEnum):
    """What an account is for."""

    REVENUE = "revenue"
    DISCOUNT = "discount"
    RECEIVABLE = "receivable"
    VAT = "VAT"
    ROUNDING = "rounding"
    DEPOSIT = "deposit"
    DISBURSEMENT = "disbursement"
    CASH_DISCOUNT = "cash discount"
    EXCHANGE = "exchange"


class Treatment(StrEnum):
    """What the tax law makes of a line (rule B4); a code is more than its rate."""

    DOMESTIC = "domestic"
    ZERO_RATE = "zero rate"
    EXEMPT = "exempt"
    REVERSE_CHARGE_DOMESTIC = "reverse charge domestic"
    EU_GOODS = "EU goods"
    EU_GOODS_TRIANGULAR = "EU goods triangular"
    EU_SERVICES = "EU services"
    EXPORT_GOODS = "export goods"
    SERVICES_OUTSIDE_EU = "services outside EU"
    OSS_GOODS = "OSS goods"
    OSS_SERVICES = "OSS services"
    MARGIN = "margin"
    SMALL_ENTERPRISE = "small enterprise"
    OUTSIDE_VAT = "outside VAT"
    DEPOSIT = "deposit"


class VatMode(StrEnum):
    """Where VAT is rounded (rule B3)."""

    ON_LINES = "on lines"
    ON_TOTAL = "on total"


class Periods(StrEnum):
    """How the accounting periods of a book year run."""

    MONTHS = "months"
    QUARTERS = "quarters"
    OWN_TABLE = "own table"


class CustomerExport(StrEnum):
    """Which customers of the batch are written."""

    NEW_AND_CHANGED = "new and changed"
    ALL = "all"
    NONE = "none"


class Selection(StrEnum):
    """Which documents of the period an export takes."""

    NEW = "new"
    ALL = "all"


class LineKind(StrEnum):
    """What a line is; a text has no amount."""

    ITEM = "item"
    DISCOUNT = "discount"
    CHARGE = "charge"
    DEPOSIT = "deposit"
    DISBURSEMENT = "disbursement"
    TEXT = "text"


class VatScheme(StrEnum):
    """How the firm itself stands in the tax law (rule B22)."""

    NORMAL = "normal"
    SMALL_ENTERPRISE = "small enterprise"
    EXEMPT = "exempt"
    GROUP_MEMBER = "VAT-group member"


class VatStatus(StrEnum):
    """How a customer stands in the tax law, where the VAT number does not say it."""

    LIABLE = "liable"
    NOT_LIABLE = "not liable"
    SMALL_ENTERPRISE = "small enterprise"
    APPLIED_FOR = "applied for"


class VatReturn(StrEnum):
    """How often the firm hands in a VAT return."""

    MONTH = "month"
    QUARTER = "quarter"
    NONE = "none"


class DiscountBooking(StrEnum):
    """Where a document's discount is booked (rule B5)."""

    NET_IN_REVENUE = "net in revenue"
    OWN_ACCOUNT = "own account"


class CreditNoteDue(StrEnum):
    """When a credit note is due (rule B7)."""

    DOCUMENT_DATE = "document date"
    BY_TERMS = "by terms"


class Analytical(StrEnum):
    """What a line is booked on beside its account (rule B24), by the header of its column."""

    COST_CENTRE = "Cost centre"
    COST_UNIT = "Cost unit"
    PROJECT = "Project"


class EInvoices(StrEnum):
    """Whether the accountant receives the firm's e-invoices too, through Peppol."""

    NO = "no"
    BOOKED = "yes"
    NOT_BOOKED = "yes but not booked"


class SalesList(StrEnum):
    """The letter of the EC sales list: goods, services, triangular (rule B23)."""

    GOODS = "L"
    SERVICES = "S"
    TRIANGULAR = "T"
