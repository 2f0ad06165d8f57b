"""What exports hold, as a sheet has it: rows, and documents that have no row of their own."""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.facts import facts_of, typed_amounts
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.problems import Origin


@dataclass(frozen=True, slots=True)
class Holding:
    """What an export holds: rows of the sheet, and by net and VAT what has no row of its own."""

    here: list[Origin] = field(default_factory=list)
    gone: dict[tuple[Decimal, Decimal], list[DocumentKey]] = field(default_factory=dict)

    def alike(self, document: BookedDocument) -> set[DocumentKey]:
        """Return what has no row of its own and the amounts of a document."""
        return {key for amounts in amounts_of(document) for key in self.gone.get(amounts, ())}


def holdings(
    history: History, rows: Mapping[DocumentKey, Origin], others: Container[DocumentKey]
) -> Mapping[int | date, Holding]:
    """Return what each export holds, by its number and by its day; its rows from the top.

    `others` are those whose rows seem to be other documents by now.
    """
    exports = defaultdict[int | date, Holding](Holding)
    for key, past in history.exported.items():
        names: set[int | date] = {past.batch, past.first_batch or past.batch, past.exported_on}
        for name in names:
            if key in rows:
                exports[name].here.append(rows[key])
            for amounts in amounts_in(past) if key not in rows or key in others else ():
                exports[name].gone.setdefault(amounts, []).append(key)
    for holding in exports.values():
        holding.here.sort()
    return dict(exports)


def amounts_in(past: Exported) -> set[tuple[Decimal, Decimal]]:
    """Return net and VAT of what was exported: as booked, and as they were typed."""
    return {(past.net, past.vat), typed_amounts(past.facts) or (past.net, past.vat)}


def amounts_of(document: BookedDocument) -> set[tuple[Decimal, Decimal]]:
    """Return net and VAT of a document: as booked, and as they were typed.

    A credit note that was renumbered would take what it left itself of its invoice.
    """
    booked = document.net, document.vat_total
    return {booked, typed_amounts(facts_of(document)) or booked}
