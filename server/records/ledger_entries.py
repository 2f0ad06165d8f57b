"""What the records hand out of exports and money: plain frozen rows, bound to no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from boekbrug.server.bookkeeping.booking import ExportFile, Totals
from boekbrug.server.bookkeeping.facts import Facts
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEntry:
    """A batch as stored; immutable. `file_names` in the order of their making.

    `replaces` is the number of the export that it takes the place of, 0 for none.
    """

    id: int
    dossier_id: int
    run_id: str
    number: int
    period: Period
    selection: Selection
    made_at: datetime
    fee: Decimal
    totals: Totals
    content_digest: str
    invoices: int
    credit_notes: int
    programs: tuple[str, ...]
    file_names: tuple[str, ...]
    replaces: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDocument:
    """A document that a batch holds."""

    series: str
    book_year: str
    number: str
    kind: str
    issued_on: date
    customer: str
    external_id: str
    net: Decimal
    vat: Decimal
    gross: Decimal
    digest: str
    row: int
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCustomer:
    """A customer that a batch wrote, and the digest of what it wrote."""

    customer: str
    external_id: str
    digest: str
    field_digests: Mapping[str, str]


class DeliveryResult(StrEnum):
    """How the delivery of a batch's files to one place went."""

    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file of a batch with its SHA-256 in hexadecimal."""

    file: ExportFile
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletEntry:
    """One line of the wallet; `batch` is the export's number or 0; `balance` is after it."""

    at: datetime
    amount: Decimal
    reason: str
    dossier: str
    batch: int
    invoices: int
    balance: Decimal
