"""Amounts of money: `Decimal`, in cents, rounded half away from zero (rule B3)."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
HUNDRED = Decimal(100)


def rounded(amount: Decimal) -> Decimal:
    """Return the amount in cents, half away from zero, never -0.00.

    >>> rounded(Decimal("2.345")), rounded(Decimal("-2.345")), rounded(Decimal("-0.001"))
    (Decimal('2.35'), Decimal('-2.35'), Decimal('0.00'))
    """
    return amount.quantize(CENT, ROUND_HALF_UP) + ZERO


def spread(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Return the amount in parts that are in proportion to the weights and add up to it.

    The cents that rounding leaves go to the parts that lost most by it; of equal ones the first.

    Args:
        amount: in cents, of either sign.
        weights: none of the other sign than their sum, which is not zero.

    >>> spread(Decimal("17.16"), [Decimal("519.75"), Decimal("52.18")])
    [Decimal('15.59'), Decimal('1.57')]
    >>> spread(Decimal("-0.01"), [Decimal(1), Decimal(1)])
    [Decimal('-0.01'), Decimal('0.00')]
    """
    whole = sum(weights, ZERO)
    exact = [amount * weight / whole for weight in weights]
    parts = [one.quantize(CENT, ROUND_DOWN) + ZERO for one in exact]
    missing = int((amount - sum(parts, ZERO)) / CENT)
    cent = CENT if missing > 0 else -CENT
    short = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at]) * cent)
    for at in short[: abs(missing)]:
        parts[at] += cent
    return parts


def largest(amounts: Sequence[Decimal]) -> int:
    """Return the place of the amount that is furthest from zero; of equal ones the first."""
    return max(range(len(amounts)), key=lambda at: abs(amounts[at]))
