"""What is added up of invoices and of the credit notes on them (rule B7).

Every amount stands twice, in the currency of the document and in that of the books: what was
invoiced ends at 0.00 in both.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple, Self

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import CreditFacts, Place, RevenueRow, VatRow
from boekbrug.server.bookkeeping.model import DocumentKey


class Both(NamedTuple):
    """An amount in the document's own currency, and in that of the books."""

    own: Decimal
    books: Decimal


NOTHING = Both(ZERO, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What one document comes to, or several together.

    `exact` are the bases by VAT code before rounding, in the document's own currency; `nets` what
    is booked by place. `spreads` is how many of the documents have a discount of an amount: each
    may move a cent from one VAT code to another.
    """

    exact: Mapping[str, Decimal] = field(default_factory=dict)
    bases: Mapping[str, Both] = field(default_factory=dict)
    vat: Mapping[str, Both] = field(default_factory=dict)
    nets: Mapping[Place, Both] = field(default_factory=dict)
    spreads: int = 0

    def net_of(self, code: str) -> Both:
        """Return what is booked under a VAT code, or of rounding."""
        found = [net for (_, name, _), net in self.nets.items() if name == code]
        return Both(sum((net.own for net in found), ZERO), sum((net.books for net in found), ZERO))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document as it counts; `rate` None in the currency of the books, whose code is ''.

    `currency` None: it was exported before its currency was kept.
    """

    amounts: Amounts
    currency: str | None = ""
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """What several credit notes come to, in their order."""

    notes: tuple[DocumentKey, ...] = ()
    amounts: Amounts = Amounts()
    currencies: frozenset[str | None] = frozenset()
    rates: frozenset[Decimal | None] = frozenset()

    def and_by(self, key: DocumentKey, known: Known) -> Self:
        """Return the same with one credit note more."""
        return replace(
            self,
            notes=(*self.notes, key),
            amounts=total([self.amounts, known.amounts]),
            currencies=self.currencies | {known.currency},
            rates=self.rates | {known.rate},
        )


def amounts_of(
    revenue: Iterable[RevenueRow], vat: Iterable[VatRow], credit: CreditFacts | None
) -> Amounts:
    """Return the amounts of a document by its rows as booked.

    Args:
        revenue: in the currency of the books.
        vat: in the currency of the books.
        credit: what is known of it before rounding; without it the bases are taken as they are.
    """
    vat = list(vat)
    bases = {row.vat_code: Both(row.own_base, row.base) for row in vat}
    nets: defaultdict[Place, Both] = defaultdict(lambda: NOTHING)
    for row in revenue:
        nets[row.place] = _plus(nets[row.place], Both(row.own_net, row.net))
    return Amounts(
        exact=credit.exact if credit else {code: base.own for code, base in bases.items()},
        bases=bases,
        vat={row.vat_code: Both(row.own_vat, row.vat) for row in vat},
        nets=dict(nets),
        spreads=int(bool(credit and credit.is_spread)),
    )


def total(several: Iterable[Amounts]) -> Amounts:
    """Return what documents come to together."""
    exact: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    bases: defaultdict[str, Both] = defaultdict(lambda: NOTHING)
    vat: defaultdict[str, Both] = defaultdict(lambda: NOTHING)
    nets: defaultdict[Place, Both] = defaultdict(lambda: NOTHING)
    spreads = 0
    for one in several:
        spreads += one.spreads
        for code, amount in one.exact.items():
            exact[code] += amount
        for code, both in one.bases.items():
            bases[code] = _plus(bases[code], both)
        for code, both in one.vat.items():
            vat[code] = _plus(vat[code], both)
        for place, both in one.nets.items():
            nets[place] = _plus(nets[place], both)
    return Amounts(exact=exact, bases=bases, vat=vat, nets=nets, spreads=spreads)


def less(amounts: Amounts, taken: Amounts) -> Amounts:
    """Return what is left of amounts; `spreads` are those of both."""
    turned = Amounts(
        exact={code: -amount for code, amount in taken.exact.items()},
        bases={code: _turned(both) for code, both in taken.bases.items()},
        vat={code: _turned(both) for code, both in taken.vat.items()},
        nets={place: _turned(both) for place, both in taken.nets.items()},
        spreads=taken.spreads,
    )
    return total([amounts, turned])


def _plus(one: Both, other: Both) -> Both:
    return Both(one.own + other.own, one.books + other.books)


def _turned(both: Both) -> Both:
    return Both(-both.own, -both.books)
