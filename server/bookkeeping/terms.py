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
    """Who the customer is; decides what the accountant's program is told about VAT."""

    COMPANY = "company"
    PERSON = "person"
    PUBLIC_BODY = "public body"
    COLLECTIVE = "collective"


class AccountKind(StrEnum):
    """What an account is for."""

    REVENUE = "revenue"
    DISCOUNT = "discount"
    RECEIVABLE = "receivable"
    VAT = "VAT"
    ROUNDING = "rounding"
    DEPOSIT = "deposit"
    DISBURSEMENT = "disbursement"


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
    OUTSIDE_VAT = "outside VAT"


class VatMode(StrEnum):
    """Where VAT is rounded (rule B3)."""

    ON_LINES = "on lines"
    ON_TOTAL = "on total"


class Periods(StrEnum):
    """How the accounting periods of a book year run."""

    MONTHS = "months"
    QUARTERS = "quarters"


class CustomerExport(StrEnum):
    """Which customers of the batch are written."""

    NEW_AND_CHANGED = "new and changed"
    ALL = "all"
    NONE = "none"


class Selection(StrEnum):
    """Which documents of the period an export takes."""

    NEW = "new"
    ALL = "all"
