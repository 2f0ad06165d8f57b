"""What the records know of a dossier: the past that a plan goes on from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.facts import Facts
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.tariff import Price


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A document that a batch holds: the last batch, its day, and what the document was there.

    `facts` are empty when it was exported before they were kept. `workbook_id` is the workbook
    that it was exported from, `first_batch` the first batch that held it, 0 where nobody said.
    """

    batch: int
    exported_on: date
    issued_on: date
    external_id: str
    digest: str
    gross: Decimal
    net: Decimal
    vat: Decimal
    facts: Facts = field(default_factory=dict)
    workbook_id: str = ""
    first_batch: int = 0


@dataclass(frozen=True, slots=True)
class WrittenCustomer:
    """A customer as an export wrote it: the export's number, and a digest by field.

    There are no fields of what was written before they were kept.
    """

    batch: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PastExport:
    """An export: its days, how many documents it holds, the export that replaced it or 0."""

    period: Period
    documents: int
    replaced_by: int = 0


@dataclass(frozen=True, slots=True)
class Closing:
    """The last day of a dossier's closed books on record, and the export that told it.

    `export` is 0 when whoever runs the server closed them.
    """

    up_to: date
    export: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The dossier's past, read in one go; a commit refuses a plan whose past has moved on.

    `external_ids` maps each number ever given or taken to its customer's key; a customer has one
    for good, and the case of a name does not count. `merged` maps the number of a customer that an
    export booked on another to that one's. `seen_in` maps each number to the id of the
    workbook that gave or exported it last. `numbers_from` is the start value that the dossier
    counted from last, `numbers_confirmed_from` the lowest that somebody gave the accountant's word
    for; None before that. `charged` holds every document with a row in charges, also at 0.00.
    `customer_digests` is what the last delivered batch that wrote a customer wrote of it, by the
    customer's number; `customers_written` the same field by field, with that batch. `batches`
    maps a batch's content digest to its number, `past` the number to the rest of it. `closing` is
    None when no period was ever closed, or all were opened again. `prices` are those that have
    begun. `charged_last_month` is how many invoices the team was charged for in
    the calendar month before; on a server without a fee nothing has a price, and `has_fee` is
    false.
    """

    exported: Mapping[DocumentKey, Exported] = field(default_factory=dict)
    external_ids: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    numbers_from: int | None = None
    numbers_confirmed_from: int | None = None
    seen_in: Mapping[str, str] = field(default_factory=dict)
    exported_customers: frozenset[str] = frozenset()
    customer_digests: Mapping[str, str] = field(default_factory=dict)
    customers_written: Mapping[str, WrittenCustomer] = field(default_factory=dict)
    charged: frozenset[DocumentKey] = frozenset()
    batches: Mapping[str, int] = field(default_factory=dict)
    past: Mapping[int, PastExport] = field(default_factory=dict)
    closing: Closing | None = None
    next_batch: int = 1
    prices: tuple[Price, ...] = ()
    balance: Decimal = ZERO
    credit_limit: Decimal = ZERO
    charged_last_month: int = 0
    has_fee: bool = True
