"""Discounts on a whole document, spread over its VAT codes to the cent (rules B5 and B6)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from boekbrug.server.bookkeeping.amounts import HUNDRED, ZERO, rounded, spread
from boekbrug.server.bookkeeping.model import CashDiscount
from boekbrug.server.bookkeeping.vat import Part, Share

AccountOf = Callable[[str], str]
"""A VAT code's name to the account of its discounts."""

RateOf = Callable[[str], Decimal]
"""A VAT code's name to the rate that becomes VAT."""

_Group = tuple[str, bool]
"""A VAT code, and whether the prices include VAT: what a discount is spread over."""


def percent_off(
    percent: Decimal, shares: Iterable[Share], account_of: AccountOf, part: Part = Part.DISCOUNT
) -> list[Share]:
    """Return one share per VAT code, negative, for a discount in percent.

    The net is the percentage of the code's rounded nets; the exact amount, from which VAT on
    lines is computed, is the percentage of what they were before rounding.
    """
    if not percent:
        return []
    return [
        Share(
            account=account_of(code),
            vat_code=code,
            exact=-exact * percent / HUNDRED,
            net=rounded(-net * percent / HUNDRED),
            part=part,
            includes_vat=includes_vat,
        )
        for (code, includes_vat), (net, exact) in _sums(shares).items()
    ]


def amount_off(
    amount: Decimal,
    shares: Iterable[Share],
    account_of: AccountOf,
    rate_of: RateOf,
    part: Part = Part.DISCOUNT,
) -> list[Share]:
    """Return one share per VAT code, negative, for a discount of an amount.

    It is spread in proportion to the codes' amounts, the last cents by the largest remainder. It
    is with VAT where all prices are; of prices with and without VAT it is without, off the nets.
    There are no shares where these come to 0.00.
    """
    sums = _sums(_of_one_sort(shares, rate_of))
    nets = [net for net, _ in sums.values()]
    whole = sum(nets, ZERO)
    if not amount or not whole:
        return []
    return [
        Share(
            account=account_of(code),
            vat_code=code,
            exact=-amount * net / whole,
            net=-cents + ZERO,
            part=part,
            includes_vat=includes_vat,
        )
        for ((code, includes_vat), (net, _)), cents in zip(
            sums.items(), spread(amount, nets), strict=True
        )
    ]


def whole_of(shares: Iterable[Share], rate_of: RateOf) -> Decimal:
    """Return what a discount of an amount is spread over, all in all."""
    return sum((share.net for share in _of_one_sort(shares, rate_of)), ZERO)


def _of_one_sort(shares: Iterable[Share], rate_of: RateOf) -> list[Share]:
    """Return the shares as they are when all are with VAT, or none; else all without."""
    given = list(shares)
    if len({share.includes_vat for share in given}) == 1:
        return given
    return [
        replace(share, net=share.net_alone(rate_of(share.vat_code)), includes_vat=False)
        for share in given
    ]


def cash_discount_off(
    offered: CashDiscount, shares: Sequence[Share], rate_of: RateOf
) -> list[Share]:
    """Return what an offered cash discount takes off the bases of VAT, one share per code."""
    if offered.amount is not None:
        return amount_off(offered.amount, shares, _nowhere, rate_of, Part.CASH_DISCOUNT)
    return percent_off(offered.percent, shares, _nowhere, Part.CASH_DISCOUNT)


def net_in_revenue(nets: Iterable[tuple[Share, Decimal]]) -> list[tuple[Share, Decimal]]:
    """Return the revenue with the discounts taken off, each over the accounts of its own code.

    Args:
        nets: shares with what is booked of each. A discount whose code has no revenue stays as it
            is.
    """
    booked = list(nets)
    codes = dict.fromkeys(share.vat_code for share, _ in booked)
    netted: list[tuple[Share, Decimal]] = []
    for code in codes:
        of_code = [pair for pair in booked if pair[0].vat_code == code]
        revenue = [pair for pair in of_code if not pair[0].is_discount]
        off = sum((net for share, net in of_code if share.is_discount), ZERO)
        by_account = _by_account(revenue)
        weights = list(by_account.values())
        if not sum(weights, ZERO):
            netted += of_code
            continue
        if not off:  # a discount of less than half a cent has no row either
            netted += revenue
            continue
        parts = spread(off, weights)
        sample = {share.account: share for share, _ in revenue}
        netted += [
            (replace(sample[account], part=Part.REVENUE), net + part)
            for (account, net), part in zip(by_account.items(), parts, strict=True)
        ]
    return netted


def _by_account(pairs: Iterable[tuple[Share, Decimal]]) -> dict[str, Decimal]:
    ordered = sorted(pairs, key=lambda pair: pair[0].account)
    return {
        account: sum((net for _, net in group), ZERO)
        for account, group in groupby(ordered, key=lambda pair: pair[0].account)
    }


def _sums(shares: Iterable[Share]) -> dict[_Group, tuple[Decimal, Decimal]]:
    """Return each group's net and exact amount, in the order of the shares."""
    sums: dict[_Group, tuple[Decimal, Decimal]] = {}
    for share in shares:
        net, exact = sums.get((share.vat_code, share.includes_vat), (ZERO, ZERO))
        sums[share.vat_code, share.includes_vat] = net + share.net, exact + share.exact
    return sums


def _nowhere(_: str) -> str:
    return ""
