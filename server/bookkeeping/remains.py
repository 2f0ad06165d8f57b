"""What is left of credited invoices, and the credit note that takes it (rule B7).

The credit note after which nothing of a VAT code is left takes what rounding left of it: base,
VAT and the net of each account, in its own currency and, at the same rate, in that of the books.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import CENT, ZERO, largest
from boekbrug.server.bookkeeping.booking import Place, RevenueRow, VatRow
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.computing import Computed, with_bases, with_vat
from boekbrug.server.bookkeeping.credit_amounts import NOTHING, Amounts, Both, amounts_of
from boekbrug.server.bookkeeping.rows import Rows, in_order
from boekbrug.server.bookkeeping.terms import VatMode

NEARLY_NOTHING = Decimal("0.000001")
"""Less than this is no difference between sums before rounding."""

STRAY_MAX = Decimal("0.10")
"""What is further off is no matter of rounding: another account was credited, or no discount."""

ROUNDING = ""
"""In the place of a VAT code: the cents that are booked under none (rule B12)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """What the credited invoices leave to a credit note.

    `invoiced` and `left` are of the whole group, `codes` those of which nothing is left after it;
    `is_whole` says that these are all. `is_same_rate`: the group knows one rate alone.
    """

    invoiced: Amounts
    left: Amounts
    codes: tuple[str, ...] = ()
    is_whole: bool = False
    is_same_rate: bool = True


def completing(remains: Remains, own: Amounts) -> Remains:
    """Return the remains with the codes of which nothing is left after a credit note.

    Nothing is left before rounding or after it; or but cents, when a discount of an amount was
    spread over several codes.
    """
    left, slack = remains.left, slack_of(remains, own)
    codes = [
        code
        for code, base in own.bases.items()
        if abs(left.exact[code] - own.exact[code]) < slack + NEARLY_NOTHING
        or abs(left.bases[code].own - base.own) <= slack
    ]
    is_whole = all(code in codes or not base.own for code, base in left.bases.items())
    return replace(remains, codes=tuple(codes), is_whole=is_whole)


def slack_of(remains: Remains, own: Amounts) -> Decimal:
    """Return by how many cents spread discounts may move a base."""
    return CENT * (remains.left.spreads + own.spreads)


def with_remains(computed: Computed, own: Amounts, remains: Remains, mode: VatMode) -> Computed:
    """Return the amounts of a credit note with what is left of each code that it completes."""
    left = remains.left
    bases = {code: left.bases[code].own for code in remains.codes}
    nets = {
        code: left.net_of(code).own
        if _is_near(left.net_of(code), own.net_of(code))
        else own.net_of(code).own + base - own.bases[code].own
        for code, base in bases.items()
    }
    computed = with_bases(computed, bases, nets, mode)
    return with_vat(computed, {code: left.vat[code].own for code in remains.codes}, mode)


def on_their_accounts(rows: Rows, remains: Remains, codes: Mapping[str, VatCode]) -> Rows:
    """Return the rows with the cents of each completed code on the accounts that lack them.

    Args:
        rows: in the document's own currency.
        remains: what the invoices leave.
        codes: for the order of the rows.
    """
    own = amounts_of(rows.revenue, rows.vat, None)
    revenue = list(rows.revenue)
    for code in remains.codes:
        wanted = _places(remains.left, own, code)
        if wanted is not None:
            kept = [row for row in revenue if row.vat_code != code]
            revenue = kept + [_row(place, net.own) for place, net in wanted.items()]
    return replace(rows, revenue=tuple(in_order(revenue, codes)))


def in_the_books(rows: Rows, remains: Remains) -> tuple[Rows, tuple[str, ...]]:
    """Return converted rows with what is left in the currency of the books, and which codes differ.

    Only what takes all that is left in its own currency does so in that of the books.
    """
    own, left = amounts_of(rows.revenue, rows.vat, None), remains.left
    revenue, vat = list(rows.revenue), list(rows.vat)
    for code in (*remains.codes, *([ROUNDING] if remains.is_whole else [])):
        base, net = left.bases.get(code, own.net_of(code)), left.net_of(code)
        if own.net_of(code).own == net.own and own.bases.get(code, base).own == base.own:
            revenue = _nets_in_books(revenue, code, left, net.books)
            vat = [replace(row, base=base.books) if row.vat_code == code else row for row in vat]
        if code in left.vat and own.vat[code].own == left.vat[code].own:
            taken = left.vat[code].books
            vat = [replace(row, vat=taken) if row.vat_code == code else row for row in vat]
    settled = Rows(tuple(revenue), tuple(vat))
    names = dict.fromkeys([row.vat_code for row in revenue] + [row.vat_code for row in vat])
    return settled, tuple(name for name in names if _of(settled, name) != _of(rows, name))


def _nets_in_books(
    revenue: Sequence[RevenueRow], code: str, left: Amounts, whole: Decimal
) -> list[RevenueRow]:
    """Return the rows with the nets that are left of a code, on their accounts where that is so."""
    own = {row.place: row for row in revenue if row.vat_code == code}
    places = {place: net for place, net in left.nets.items() if place[1] == code and any(net)}
    nets = {place: row.net for place, row in own.items()}
    if all(place in own and own[place].foreign_net == net.own for place, net in places.items()):
        nets = {place: left.nets[place].books for place in own if place in left.nets}
    if nets:
        at = list(nets)[largest(list(nets.values()))]
        nets[at] += whole - sum(nets.values(), ZERO)
    return [replace(row, net=nets.get(row.place, row.net)) for row in revenue]


def _places(left: Amounts, own: Amounts, code: str) -> dict[Place, Both] | None:
    """Return what is left of a code by place, or None where that is no matter of rounding."""
    every = [place for place in {**left.nets, **own.nets} if place[1] == code]
    wanted = {place: left.nets.get(place, NOTHING) for place in every}
    if left.bases[code].own != own.bases[code].own:
        return None
    if not all(_is_near(net, own.nets.get(place, NOTHING)) for place, net in wanted.items()):
        return None
    return {place: net for place, net in wanted.items() if net.own or place in own.nets}


def _row(place: Place, net: Decimal) -> RevenueRow:
    is_discount, code, account = place
    return RevenueRow(account=account, vat_code=code, net=net, is_discount=is_discount)


def _is_near(one: Both, other: Both) -> bool:
    return abs(one.own - other.own) <= STRAY_MAX


def _of(rows: Rows, code: str) -> tuple[list[RevenueRow], list[VatRow]]:
    revenue = [row for row in rows.revenue if row.vat_code == code]
    return revenue, [row for row in rows.vat if row.vat_code == code]
