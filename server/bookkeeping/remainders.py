"""Why a credit note carries other amounts than computed, in words: it takes what is left (B7)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.overcrediting import HEADER
from boekbrug.server.bookkeeping.printed import Agreed
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at
from boekbrug.server.bookkeeping.remains import ROUNDING, Remains
from boekbrug.server.bookkeeping.rows import Rows


def remainders(document: Document, agreed: Agreed, remains: Remains) -> Iterator[Problem]:
    """Yield what a credit note takes of what is left, and what the printed amounts leave open.

    Args:
        document: as typed.
        agreed: what its file holds.
        remains: what the invoices leave to it.
    """
    mode, left = agreed.mode, remains.left
    for name in remains.codes:
        computed, held = agreed.as_computed[name], agreed.computed.by_code[name]
        vat, base = left.vat[name].own, left.bases[name].own
        if held.vat(mode) != vat:
            values = {"vat_code": name, "vat": held.vat(mode), "left": vat}
            values["open"] = vat - held.vat(mode)
            yield _warning(document, "credited-vat-as-printed", values)
        elif computed.vat(mode) != vat:
            values = {"vat_code": name, "computed": computed.vat(mode), "vat": vat}
            yield _warning(document, "credited-remainder", values)
        if held.base_in(mode) != base:
            values = {"vat_code": name, "base": held.base_in(mode), "left": base}
            values["open"] = base - held.base_in(mode)
            yield _warning(document, "credited-base-as-printed", values)
        elif computed.base_in(mode) != base:
            values = {"vat_code": name, "computed": computed.base_in(mode), "base": base}
            yield _warning(document, "credited-remainder-of-base", values)
    if remains.is_whole:
        yield from _of_rounding(document, agreed, left.net_of(ROUNDING).own)


def remainders_in_books(
    document: Document, converted: Rows, settled: Rows, codes: Sequence[str]
) -> Iterator[Problem]:
    """Yield each VAT code whose amounts in the books are not the converted ones but what is left.

    Args:
        document: as typed, in a foreign currency.
        converted: its rows, converted by themselves.
        settled: the same with what the invoices leave.
        codes: those that differ.
    """
    for name in codes:
        if name != ROUNDING:
            was, taken = _net_and_vat(converted, name), _net_and_vat(settled, name)
            values = {"vat_code": name, "net": was[0], "vat": was[1]}
            values |= {"taken_net": taken[0], "taken_vat": taken[1]}
            yield _warning(document, "credited-remainder-in-books", values)


def _of_rounding(document: Document, agreed: Agreed, left: Decimal) -> Iterator[Problem]:
    held = agreed.rounding + document.payable_rounding
    if held != left:
        values: dict[str, object] = {"rounding": held, "left": left, "open": left - held}
        yield _warning(document, "credited-rounding-as-printed", values)
    elif left and not document.payable_rounding:
        yield _warning(document, "credited-remainder-of-rounding", {"rounding": left})


def _net_and_vat(rows: Rows, name: str) -> tuple[Decimal, Decimal]:
    net = sum((row.net for row in rows.revenue if row.vat_code == name), ZERO)
    return net, sum((row.vat for row in rows.vat if row.vat_code == name), ZERO)


def _warning(document: Document, code: str, values: dict[str, object]) -> Problem:
    return coded_at(document.origin, HEADER, code, severity=Severity.WARNING, **values)
