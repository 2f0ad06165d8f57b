"""What lines name beside their accounts: cost centres, cost units, projects (rule B24)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import CENT, ZERO, rounded, spread
from boekbrug.server.bookkeeping.booking import AnalyticalRow, Place, RevenueRow
from boekbrug.server.bookkeeping.computing import booked_nets, shares_of
from boekbrug.server.bookkeeping.model import Document, Line, Workbook
from boekbrug.server.bookkeeping.printed import Agreed
from boekbrug.server.bookkeeping.terms import Analytical, LineKind
from boekbrug.server.bookkeeping.vat import Share


def analytical_rows(
    document: Document, agreed: Agreed, workbook: Workbook, revenue: Sequence[RevenueRow]
) -> tuple[AnalyticalRow, ...]:
    """Return what of the revenue rows each line holds that names anything.

    Args:
        document: as typed.
        agreed: its amounts.
        workbook: for its VAT codes and settings.
        revenue: its rows, in the currency of the books.
    """
    if not any(_fields(line, document) for line in document.lines):
        return ()
    rate = document.currency.rate if document.currency else Decimal(1)
    lines: defaultdict[Place, list[tuple[Line, Decimal]]] = defaultdict(list)
    for line, share, net in _shares(document, agreed, workbook):
        place = share.is_discount, share.vat_code, share.account
        lines[place].append((line, rounded(net / rate)))
    return tuple(found for row in revenue for found in _of_row(row, lines, document))


def _shares(
    document: Document, agreed: Agreed, workbook: Workbook
) -> Iterator[tuple[Line, Share, Decimal]]:
    """Yield each line with its share and what is booked of it; lines come before discounts."""
    booked: defaultdict[str, list[tuple[Share, Decimal]]] = defaultdict(list)
    for share, net in booked_nets(agreed.computed, workbook, agreed.mode):
        booked[share.vat_code].append((share, net))
    following = {code: iter(pairs) for code, pairs in booked.items()}
    for line, _ in shares_of(document, workbook):
        share, net = next(following[line.vat_code])
        yield line, share, net


def _of_row(
    row: RevenueRow, lines: dict[Place, list[tuple[Line, Decimal]]], document: Document
) -> Iterator[AnalyticalRow]:
    """Yield the lines of a row; what a discount took off it is spread over them."""
    of_row = lines.get(row.place, [])
    if not of_row:
        return
    nets = [net for _, net in of_row]
    more = spread(row.net - sum(nets, ZERO), [max(abs(net), CENT) for net in nets])
    for (line, net), part in zip(of_row, more, strict=True):
        if fields := _fields(line, document):
            yield AnalyticalRow(
                origin=line.origin,
                account=row.account,
                vat_code=row.vat_code,
                net=net + part,
                is_discount=row.is_discount,
                fields=fields,
            )


def _fields(line: Line, document: Document) -> dict[Analytical, str]:
    named = {
        Analytical.COST_CENTRE: line.cost_centre or document.cost_centre,
        Analytical.COST_UNIT: line.cost_unit,
        Analytical.PROJECT: line.project,
    }
    is_text = line.kind is LineKind.TEXT
    return {field: text for field, text in named.items() if text and not is_text}
