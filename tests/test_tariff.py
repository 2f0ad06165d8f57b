from datetime import date
from decimal import Decimal

from bookkeeping_support import PRICES

from boekbrug.server.bookkeeping.tariff import Price, price_on
from boekbrug.server.bookkeeping.terms import Kind


def test_the_last_price_that_is_in_force_counts():
    prices = (*PRICES, Price(date(2027, 1, 1), Kind.INVOICE, Decimal("0.15")))
    assert price_on(prices, Kind.INVOICE, date(2026, 12, 31)) == Decimal("0.12")
    assert price_on(prices, Kind.INVOICE, date(2027, 1, 1)) == Decimal("0.15")


def test_before_the_first_price_nothing_is_charged():
    assert price_on(PRICES, Kind.INVOICE, date(2025, 12, 31)) == Decimal("0.00")
