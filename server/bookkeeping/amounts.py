"""Amounts of money: `Decimal`, in cents, rounded half away from zero (rule B3)."""

from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
HUNDRED = Decimal(100)


def rounded(amount: Decimal) -> Decimal:
    """Return the amount in cents, half away from zero, never -0.00.

    >>> rounded(Decimal("2.345")), rounded(Decimal("-2.345")), rounded(Decimal("-0.001"))
    (Decimal('2.35'), Decimal('-2.35'), Decimal('0.00'))
    """
    return amount.quantize(CENT, ROUND_HALF_UP) + ZERO
