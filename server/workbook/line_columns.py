"""The columns of tab Lines that the first sheet lacks: what is read, and the rules of a row."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import HUNDRED, ZERO, rounded
from boekbrug.server.bookkeeping.model import Line
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import LineKind
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.presence import Rule, days_in_order, headers, two_discounts

AS_TYPED = (
    *("discount_amount", "includes_vat", "net", "total", "item_code", "unit"),
    *("cost_centre", "cost_unit", "project", "service_from", "service_to"),
)
"""What a line has as its cell says, by the attribute that both share."""
RENAMED: Mapping[str, str] = {"line_kind": "kind", "vat_amount": "vat"}
"""The same, where the column has an attribute of its own: it to that of the line."""
AMOUNTS = ("unit_price", "net", "vat_amount", "total")


def computed_net(line: Line) -> Decimal:
    """Return quantity x price less its discount, with VAT when the price is."""
    return _computed(line.quantity, line.unit_price, line.discount_percent, line.discount_amount)


def net_of(line: Line) -> Decimal:
    """Return what a line adds to its document, as far as its sign is concerned."""
    if line.net is not None:
        return line.net
    return line.total if line.total is not None else rounded(computed_net(line))


def turned(line: Line) -> Line:
    """Return the line of a credit note that is typed with the other sign."""
    return replace(
        line,
        quantity=-line.quantity,
        net=_negated(line.net),
        vat=_negated(line.vat),
        total=_negated(line.total),
    )


def lowered(line: Line) -> Line:
    """Return a line of kind discount as one that lowers its document, however it was typed."""
    return replace(
        line,
        quantity=-abs(line.quantity),
        net=_below_zero(line.net),
        vat=_below_zero(line.vat),
        total=_below_zero(line.total),
    )


def _computed(quantity: Decimal, price: Decimal, percent: Decimal, amount: Decimal) -> Decimal:
    """Return quantity x price less its discount; a line below zero is made smaller by it too."""
    whole = quantity * price * (HUNDRED - percent) / HUNDRED
    return whole - amount if quantity >= 0 else whole + amount


def _negated(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else -amount + ZERO


def _below_zero(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else -abs(amount) + ZERO


def _text_with_amount(row: Row, _: Settings) -> Iterator[Problem]:
    if row["line_kind"] is LineKind.TEXT:
        for attribute in AMOUNTS:
            if row.get(attribute):
                yield row.wrong(attribute, "text-with-amount", kind=row.header("line_kind"))


def _discounts(row: Row, _: Settings) -> Iterator[Problem]:
    yield from two_discounts(row, "discount_percent", "discount_amount")


def _amount_by_price(row: Row, settings: Settings) -> Iterator[Problem]:
    """Yield the problem of an amount that is not what quantity and price come to."""
    values = row
    price: Decimal | None = values["unit_price"]
    if price is None:
        return
    is_gross = values["includes_vat"]
    is_gross = settings.prices_include_vat if is_gross is None else is_gross
    attribute = "total" if is_gross else "net"
    given: Decimal | None = values[attribute]
    discounts = values["discount_percent"], values["discount_amount"]
    computed = rounded(_computed(values["quantity"], price, *discounts))
    agrees = given == computed
    if values["line_kind"] is LineKind.DISCOUNT and given is not None:
        agrees = abs(given) == abs(computed)
    if given is not None and not agrees:
        around = headers(row, "quantity", "unit_price")
        yield row.wrong(attribute, "amount-not-by-price", computed=computed, **around)


def _sum_of_amounts(row: Row, _: Settings) -> Iterator[Problem]:
    net, vat, total = (row[name] for name in ("net", "vat_amount", "total"))
    if None not in (net, vat, total) and net + vat != total:
        vat_header = row.header("vat_amount")
        yield row.wrong(
            "total", "total-not-the-sum", sum=net + vat, vat=vat_header, **headers(row, "net")
        )


def _service_days(row: Row, _: Settings) -> Iterator[Problem]:
    yield from days_in_order(row, "service_from", "service_to")


RULES = (
    Rule(("line_kind",), _text_with_amount),
    Rule(("discount_amount",), _discounts),
    Rule(("net", "total"), _amount_by_price),
    Rule(("vat_amount",), _sum_of_amounts),
    Rule(("service_from", "service_to"), _service_days),
)
