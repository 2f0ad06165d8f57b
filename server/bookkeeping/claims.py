"""Rows of tab Invoices that claim an export of which the records know nothing.

Such a row may be a copy, which is a document of its own: where its original stands in the tab it
is taken as new. Or it is an exported document under another number, or of another file: then an
export would book and charge it twice. It is asked for, and its cells stay until somebody has
answered. Where numbers were shifted a row down, an exported document has a row with its number and
stands in the next one: a row with other amounts, or of another customer, is not its own.
"""

from bisect import bisect
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.holdings import Holding, amounts_in, amounts_of, holdings
from boekbrug.server.bookkeeping.identity import is_another_customer
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.payers import Payers
from boekbrug.server.bookkeeping.plan import RowState
from boekbrug.server.bookkeeping.problems import (
    Origin,
    Problem,
    Severity,
    coded,
    listed_in_words,
    term_in_words,
)
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.bookkeeping.told import RowTold
from boekbrug.server.wording.said import Said, said, word

CLAIMED = ("Exported on", "Export")
"""The English headers of the columns in which a row may claim an export."""

EXPORT_DIGITS_MAX = 9
NEAR = 50
"""So many rows above, and below, may be the original of a copy."""

Booked = Callable[[Document], BookedDocument | None]
"""How a document would be booked as it is; None when it cannot be."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row says of an export: its number, or 0, and its day, or None."""

    export: int
    day: date | None

    @classmethod
    def of(cls, told: RowTold) -> "Claim | None":
        """Return what a row says of an export; None when what stands there names none."""
        is_number = told.export.isascii() and told.export.isdigit()
        export = int(told.export) if is_number and len(told.export) <= EXPORT_DIGITS_MAX else 0
        return cls(export, told.day) if export or told.day else None

    @property
    def column(self) -> str:
        """Where it says so, by its English header."""
        return "Export" if self.export else "Exported on"

    @property
    def found(self) -> object:
        """What stands there, for the gap of a sentence."""
        return str(self.export) if self.export else self.day

    @property
    def in_words(self) -> str:
        """The export that is meant."""
        return said("that export", export=self.export) if self.export else said("that day's export")


@dataclass(frozen=True, kw_only=True)  # no slots: what exports hold is kept once it was asked for
class Lookup:
    """One sheet and the records, in which its rows are looked up.

    `payers` and `booked` tell on whom and how a document would be booked. `keys` are those of the
    rows as far as they can be told, `rows` the rows of what is exported, `changed` the rows that
    are not as they were told.
    """

    workbook: Workbook
    history: History
    payers: Payers
    booked: Booked
    documents: Mapping[Origin, Document]
    keys: Mapping[Origin, DocumentKey]
    rows: Mapping[DocumentKey, Origin]
    changed: Container[Origin]

    @classmethod
    def of(
        cls,
        workbook: Workbook,
        history: History,
        payers: Payers,
        booked: Booked,
        *,
        changed: Container[Origin] = (),
    ) -> "Lookup":
        """Return the lookup of a workbook."""
        keys = {one.origin: one.key for one in workbook.documents}
        keys |= {one.origin: one.key for one in workbook.unreadable if one.key}
        rows = {key: origin for origin, key in keys.items() if key in history.exported}
        return cls(
            workbook=workbook,
            history=history,
            payers=payers,
            booked=booked,
            documents={one.origin: one for one in workbook.documents},
            keys=keys,
            rows=rows,
            changed=changed,
        )

    @cached_property
    def exports(self) -> Mapping[int | date, Holding]:
        """What every export holds, by its number and by its day; only a claim asks for it."""
        moved = ((key, at) for key, at in self.rows.items() if at in self.changed)
        others = {key for key, at in moved if _is_other(key, at, self)}
        return holdings(self.history, self.rows, others)

    def problem(
        self,
        code: str,
        row: RowState,
        columns: Iterable[str],
        *,
        severity: Severity = Severity.WARNING,
        behind: Origin | None = None,
        **values: object,
    ) -> Problem:
        """Return the problem of that kind at the server's cells of a row."""
        headers = self.workbook.told.headers
        return coded(
            code,
            tab=row.origin.tab,
            rows=(row.origin.row,),
            column=listed_in_words([headers[name] for name in columns]),
            severity=severity,
            behind=behind,
            **values,
        )

    @property
    def cells(self) -> str:
        """The cells that claim nothing when they are empty, in words."""
        headers = self.workbook.told.headers
        return listed_in_words([headers[name] for name in CLAIMED if name in headers])


def claimed(row: RowState, claim: Claim, lookup: Lookup) -> tuple[Problem, frozenset[DocumentKey]]:
    """Return what is said of a row that no export holds and that claims one.

    With it the exported document that the row seems to be under another number.
    """
    holding = lookup.exports.get(claim.export or claim.day or 0)
    if holding is None:
        return _unknown(row, claim, lookup), frozenset()
    document = lookup.documents.get(row.origin)
    now = lookup.booked(document) if document else None
    if document and now:
        alike = holding.alike(now)
        if again := min((one for one in alike if _may_be(document, one, lookup)), default=None):
            return _renumbered(row, document, again, claim, lookup), frozenset({again})
    # Of what cannot be booked nobody can tell whether it is one of those that are gone.
    if holding.here and (now or not holding.gone):
        return _copied(row, holding.here, claim, lookup), frozenset()
    return _unknown(row, claim, lookup, is_known=True), frozenset()


def _is_other(key: DocumentKey, row: Origin, lookup: Lookup) -> bool:
    """Whether the row of an exported document is of other amounts, or of another customer."""
    document, past = lookup.documents[row], lookup.history.exported[key]
    now = lookup.booked(document)
    is_alike = now is None or not amounts_of(now).isdisjoint(amounts_in(past))
    return not (is_alike and _is_same(document, key, lookup))


def _may_be(document: Document, key: DocumentKey, lookup: Lookup) -> bool:
    """Whether a document may be an exported one of the same amounts.

    A copy for another day is no shifted row: whatever was shifted kept its day.
    """
    has_its_day = document.issued_on == lookup.history.exported[key].issued_on
    return (has_its_day or key not in lookup.rows) and _is_same(document, key, lookup)


def _is_same(document: Document, key: DocumentKey, lookup: Lookup) -> bool:
    """Whether a document is for the customer of an exported one."""
    payer = lookup.payers.of(document)
    return not is_another_customer(payer, lookup.history.exported[key], lookup.history)


def _renumbered(
    row: RowState, document: Document, again: DocumentKey, claim: Claim, lookup: Lookup
) -> Problem:
    kind, _, prefix = again.series.partition(":")
    past, number = lookup.history.exported[again], prefix + again.number
    return lookup.problem(
        "renumbered-after-export",
        row,
        [claim.column],
        severity=Severity.ERROR,
        behind=row.origin,
        found=claim.found,
        document=_named(document.kind, document.number, document.issued_on),
        batch=past.batch,
        again=_named(Kind(kind), number, past.issued_on),
        place=_place(lookup.rows.get(again)),
        cells=lookup.cells,
    )


def _place(row: Origin | None) -> Said:
    return said("other row of number", row=row.row) if row else said("no row of number")


def _copied(row: RowState, originals: Sequence[Origin], claim: Claim, lookup: Lookup) -> Problem:
    document = lookup.documents.get(row.origin)
    at = bisect(originals, row.origin)
    near = originals[max(0, at - NEAR) : at + NEAR]
    likeness = {one: _likeness(document, lookup.documents.get(one)) for one in near}
    original = min(likeness, key=lambda one: (-likeness[one], abs(one.row - row.origin.row), one))
    which = said("copy of row", row=original.row) if likeness[original] else said("copy of a row")
    return lookup.problem(
        "copied-with-export",
        row,
        [claim.column],
        found=claim.found,
        claimed=claim.in_words,
        original=which,
    )


def _unknown(row: RowState, claim: Claim, lookup: Lookup, *, is_known: bool = False) -> Problem:
    past = lookup.history.past
    if is_known or claim.export in past:
        known = said("export without it", claimed=claim.in_words)
    elif past:
        known = said("no such export", claimed=claim.in_words, last=max(past))
    else:
        known = said("no export yet")
    return lookup.problem(
        "export-not-on-record",
        row,
        [claim.column],
        severity=Severity.ERROR,
        behind=row.origin,  # what else is wrong with the row comes first
        found=claim.found,
        known=known,
        cells=lookup.cells,
        hold=word("header", "Hold"),
    )


def _likeness(one: Document | None, other: Document | None) -> int:
    """Return in how many respects two rows say the same."""
    if one is None or other is None:
        return 0
    pairs = zip(_respects(one), _respects(other), strict=True)
    return sum(left == right for left, right in pairs)


def _respects(document: Document) -> tuple[object, ...]:
    lines = [(one.quantity, one.unit_price, one.net, one.vat_code) for one in document.lines]
    return document.customer, document.issued_on, document.description, lines


def _named(kind: Kind, number: str, day: date) -> str:
    return said("document of a day", kind=term_in_words(kind), number=number, day=day)
