"""The columns of tab Invoices that the first sheet lacks: what is read, and the rules of a row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from boekbrug.server.bookkeeping import payment_terms
from boekbrug.server.bookkeeping.books import Account, Customer
from boekbrug.server.bookkeeping.model import CashDiscount, Currency, DocumentKey
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import BookYear, Settings
from boekbrug.server.workbook.codes import VatCodes
from boekbrug.server.workbook.columns import Row, as_far_as_read
from boekbrug.server.workbook.credited import credited
from boekbrug.server.workbook.identities import Identity
from boekbrug.server.workbook.layout import FoundTab
from boekbrug.server.workbook.presence import (
    Check,
    Rule,
    checks_for,
    days_in_order,
    discount_days,
    present,
    two_discounts,
)
from boekbrug.server.workbook.registers import DRAFT, Register

AS_TYPED = (
    *("supplied_from", "supplied_on", "period", "your_reference", "discount_amount"),
    *("discount_text", "payable_rounding", "paid", "delivery_country", "supply_country"),
    *("cost_centre", "pdf_link"),
)
"""What a document has as its cell says, by the attribute that both share."""
CASH_DISCOUNT = ("cash_discount_percent", "cash_discount_amount")


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Everything that invoices refer to. `lines_title` is what the sheet calls tab Lines.

    `currency` is the one of the books.
    """

    settings: Settings
    years: tuple[BookYear, ...]
    customers: Register[Customer]
    accounts: Register[Account]
    codes: VatCodes
    lines_title: str
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentColumns:
    """What is asked of each row, by the columns that the tab has.

    `read` are those that need more than their cell; `keys` are the documents of the sheet, where
    a column names some of them.
    """

    as_typed: tuple[str, ...]
    read: frozenset[str]
    checks: tuple[Check[Books], ...]
    keys: frozenset[DocumentKey]

    @classmethod
    def of(cls, tab: FoundTab, identities: Iterable[Identity | None]) -> "DocumentColumns":
        """Return what the tab asks."""
        read = frozenset(present(tab, READ))
        known = (one.key for one in identities if one) if "credits" in read else ()
        return cls(
            as_typed=present(tab, AS_TYPED),
            read=read,
            checks=checks_for(tab, RULES),
            keys=frozenset(known),
        )

    def problems_of(self, row: Row, identity: Identity | None, books: Books) -> Iterator[Problem]:
        """Yield what is wrong with the columns, as far as their cells could be read."""
        for check in self.checks:
            yield from as_far_as_read(check(row, books))
        if identity and "credits" in self.read:
            yield from as_far_as_read(self._credited(row, identity, books))

    def values_of(self, row: Row, identity: Identity, books: Books) -> dict[str, Any]:
        """Return what the columns say of a document, by its attributes."""
        if not (self.as_typed or self.read):
            return {}
        values = row
        more: dict[str, Any] = {name: values[name] for name in self.as_typed}
        if "status" in self.read:
            more["is_draft"] = values["status"] == DRAFT
        if values["journal"]:
            more["journal"] = values["journal"]
        if values["terms"] and not values["due_on"]:
            more["due_on"] = _due_by_terms(row)
        if values["currency"] not in ("", books.currency) and values["rate"]:
            more["currency"] = Currency(values["currency"], values["rate"], values["rated_on"])
        if any(values[name] for name in CASH_DISCOUNT):
            more["cash_discount"] = CashDiscount(
                values["cash_discount_percent"],
                values["cash_discount_days"],
                values["cash_discount_amount"],
            )
        if "credits" in self.read:
            keys, is_rebate, _ = credited(row, identity, self.keys, books.settings, books.years)
            more |= {"credits": keys, "is_rebate": is_rebate}
        return more

    def _credited(self, row: Row, identity: Identity, books: Books) -> Iterator[Problem]:
        yield from credited(row, identity, self.keys, books.settings, books.years)[2]


def _due_by_terms(row: Row) -> Any:
    terms = payment_terms.parse_terms(row["terms"])
    return payment_terms.due_on(row["issued_on"], terms) if terms else None


def _terms(row: Row, _: Books) -> Iterator[Problem]:
    typed: str = row["terms"]
    if not typed:
        return
    due_on = _due_by_terms(row)
    if due_on is None:
        yield row.wrong("terms", "unreadable-payment-terms")
    elif row["due_on"] not in (None, due_on):
        header = row.header("terms")
        yield row.wrong("due_on", "due-not-by-terms", due_on=due_on, terms=header)


def _currency(row: Row, books: Books) -> Iterator[Problem]:
    code, rate = row["currency"], row["rate"]
    if rate is not None and not code:
        yield row.wrong("currency", "rate-without-currency", rate=row.header("rate"))
    elif code == books.currency and rate not in (None, 1):
        yield row.wrong("rate", "rate-of-own-currency", currency=books.currency)
    elif code and code != books.currency and rate is None:
        yield row.wrong("rate", "currency-without-rate", foreign=code, own=books.currency)


def _supply(row: Row, _: Books) -> Iterator[Problem]:
    yield from days_in_order(row, "supplied_from", "supplied_on")
    if row["supplied_from"] and not row["supplied_on"]:
        first = row.header("supplied_from")
        yield row.wrong("supplied_on", "supply-without-last-day", first=first)


def _discounts(row: Row, _: Books) -> Iterator[Problem]:
    yield from two_discounts(row, "discount_percent", "discount_amount")


def _cash_discount(row: Row, _: Books) -> Iterator[Problem]:
    yield from two_discounts(row, *CASH_DISCOUNT)
    yield from discount_days(row, *CASH_DISCOUNT)


RULES = (
    Rule(("terms",), _terms),
    Rule(("currency", "rate"), _currency),
    Rule(("supplied_from",), _supply),
    Rule(("discount_amount",), _discounts),
    Rule((*CASH_DISCOUNT, "cash_discount_days"), _cash_discount),
)
READ = (
    *("status", "journal", "terms", "currency", "rate", "credits"),
    *("cash_discount_percent", "cash_discount_amount"),
)
"""Columns that need more than their cell."""
