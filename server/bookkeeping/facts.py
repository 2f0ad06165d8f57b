"""What is remembered of an exported document: to name a change (B18), and to credit it (B7).

Number, date, customer's number and the three amounts have columns of their own; these are the
rest of what a program is told, and what credit notes to come are measured by. Nothing of the
customer is among them but what a text may hold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import BookedDocument, RevenueRow, VatRow
from boekbrug.server.bookkeeping.credit_amounts import Amounts, Both, Known, amounts_of
from boekbrug.server.bookkeeping.model import DocumentKey

Facts = Mapping[str, Any]
"""As JSON holds it: texts, and amounts as texts by VAT code and by account."""


@dataclass(frozen=True, slots=True)
class Told:
    """The amounts by which a document is compared with its export; by name where it is known."""

    net: Decimal
    vat: Decimal
    by_code: Mapping[str, str]
    by_account: Mapping[str, str]


def facts_of(document: BookedDocument) -> dict[str, Any]:
    """Return what is remembered of a document beside its columns.

    Deposits are in the document's own currency, '' for that of the books.
    """
    foreign = document.foreign
    currency = foreign.currency if foreign else ""
    deposits = [
        [row.account, row.vat_code, currency, str(row.own_net)]
        for row in document.revenue
        if row.is_deposit
    ]
    return {
        "due": document.due_on.isoformat(),
        "text": document.text,
        "reference": document.reference,
        "journal": document.journal,
        "pattern": document.number_pattern,
        "period": document.period,
        "currency": currency,
        "rate": str(foreign.rate.normalize()) if foreign else "",
        "vat": _vat_by_code(document.vat),
        "accounts": _nets_by_account(document.revenue),
        "crediting": _crediting(document),
        **({"deposits": deposits} if deposits else {}),
    }


def told(facts: Facts, other: Facts, net: Decimal, vat: Decimal) -> Told:
    """Return the amounts by which a document is compared.

    Those of a credit note are compared as they were before it took what its invoices left: which
    of two credit notes takes a cent is no change of what somebody typed.

    Args:
        facts: what is known of the document.
        other: what is known of it on the other side of the comparison.
        net: as booked.
        vat: as booked.
    """
    typed = facts.get("crediting", {}).get("typed")
    if typed and "crediting" in other:
        return Told(Decimal(typed["net"]), Decimal(typed["vat"]), typed["codes"], typed["accounts"])
    return Told(net, vat, facts.get("vat", {}), facts.get("accounts", {}))


def typed_amounts(facts: Facts) -> tuple[Decimal, Decimal] | None:
    """Return net and VAT of a credit note before it took what its invoices left, if it did."""
    typed = facts.get("crediting", {}).get("typed")
    return (Decimal(typed["net"]), Decimal(typed["vat"])) if typed else None


def credits_in(facts: Facts) -> tuple[DocumentKey, ...]:
    """Return the keys of the invoices that an exported document credits, as far as was kept."""
    return tuple(DocumentKey(*key) for key in facts.get("crediting", {}).get("credits", ()))


def known_by(facts: Facts, net: Decimal) -> Known | None:
    """Return how an exported document counts, or None when too little was kept of it.

    Args:
        facts: of its last export.
        net: in the currency of the books; with one VAT code alone it is that code's.
    """
    kept = facts.get("crediting")
    if kept is not None:
        return Known(
            amounts=_amounts(kept),
            currency=kept["currency"],
            rate=Decimal(kept["rate"]) if kept["rate"] else None,
        )
    codes = facts.get("vat", {})
    if len(codes) != 1:
        return None
    ((code, vat),) = codes.items()
    places = {(False, code, name): Decimal(amount) for name, amount in facts["accounts"].items()}
    amounts = Amounts(
        exact={code: net},
        bases={code: Both(net, net)},
        vat={code: Both(Decimal(vat), Decimal(vat))},
        nets={place: Both(amount, amount) for place, amount in places.items()},
    )
    return Known(amounts=amounts, currency=None)


def _crediting(document: BookedDocument) -> dict[str, Any]:
    amounts = amounts_of(document.revenue, document.vat, document.crediting)
    foreign, credit = document.foreign, document.crediting
    kept: dict[str, Any] = {
        "currency": foreign.currency if foreign else "",
        "rate": str(foreign.rate) if foreign else "",
        "exact": {code: str(amount) for code, amount in amounts.exact.items()},
        "codes": {
            code: [*map(str, base), *map(str, amounts.vat[code])]
            for code, base in amounts.bases.items()
        },
        "nets": [[*place, *map(str, net)] for place, net in amounts.nets.items()],
        "spreads": amounts.spreads,
        "credits": [],
    }
    if credit and credit.credits:
        keys = [[key.series, key.book_year, key.number] for key in credit.credits]
        kept |= {"credits": keys, "typed": _typed(credit.typed_revenue, credit.typed_vat)}
    return kept


def _typed(revenue: Iterable[RevenueRow], vat: Iterable[VatRow]) -> dict[str, Any]:
    revenue, vat = list(revenue), list(vat)
    return {
        "net": str(sum((row.net for row in revenue), ZERO)),
        "vat": str(sum((row.vat for row in vat), ZERO)),
        "codes": _vat_by_code(vat),
        "accounts": _nets_by_account(revenue),
    }


def _amounts(kept: Mapping[str, Any]) -> Amounts:
    codes = {code: tuple(map(Decimal, amounts)) for code, amounts in kept["codes"].items()}
    return Amounts(
        exact={code: Decimal(amount) for code, amount in kept["exact"].items()},
        bases={code: Both(*amounts[:2]) for code, amounts in codes.items()},
        vat={code: Both(*amounts[2:]) for code, amounts in codes.items()},
        nets={
            (is_discount, code, account): Both(Decimal(own), Decimal(books))
            for is_discount, code, account, own, books in kept["nets"]
        },
        spreads=kept["spreads"],
    )


def _vat_by_code(rows: Iterable[VatRow]) -> dict[str, str]:
    return {row.vat_code: str(row.vat) for row in rows}


def _nets_by_account(rows: Iterable[RevenueRow]) -> dict[str, str]:
    nets: dict[str, Any] = {}
    for row in rows:
        nets[row.account] = nets.get(row.account, ZERO) + row.net
    return {account: str(net) for account, net in nets.items()}
