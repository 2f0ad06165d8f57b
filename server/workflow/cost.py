"""What an export costs and how far the balance goes, in words: from the figures of a run."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.tariff import enough_for, price_on
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.wording.said import LANGUAGES, Said, in_language, said


def cost_figures(fee: Decimal, history: History) -> dict[str, Any]:
    """Return the fee, the balance, and how far it goes, as JSON can hold them.

    `enough_for` is a number of invoices at the price of the day, None when they cost nothing;
    `last_month` is how many the team was charged for in the calendar month before. A server
    without a fee has none of them.
    """
    if not history.has_fee:
        return {"fee": None, "balance": None}
    money = history.balance + history.credit_limit
    price = price_on(history.prices, Kind.INVOICE, date.max)  # the past has no announced prices
    return {
        "fee": str(fee),
        "balance": str(history.balance),
        "enough_for": enough_for(money, price),
        "last_month": history.charged_last_month,
    }


def cost_in_words(figures: Mapping[str, Any]) -> Said | None:
    """Return what an export costs and what there is to pay it, None where nothing costs."""
    fee, balance = figures.get("fee"), figures.get("balance")
    if fee is None or balance is None:
        return None
    return said("cost and balance", fee=Decimal(fee), balance=Decimal(balance))


def outlook_in_words(figures: Mapping[str, Any]) -> Said | None:
    """Return for how many invoices the balance is enough, None when they cost nothing."""
    count = figures.get("enough_for")
    if count is None:
        return None
    key = "enough for one" if count == 1 else "enough for"
    return said(key, count=count, last=figures["last_month"])


def cost_by_language(figures: Mapping[str, Any]) -> dict[str, str] | None:
    """Return both in one line, in every language; None where nothing costs."""
    parts = tuple(filter(None, (cost_in_words(figures), outlook_in_words(figures))))
    if not parts:
        return None
    return {
        language: "; ".join(in_language(part, language) for part in parts) for language in LANGUAGES
    }
