"""Numbers that a series lacks where an export touches it (B20).

A number counts as there when an export holds it, this one takes it, or any row of the sheet has
it: its document waits for another day, must be fixed first, or is not filled in yet. One on hold
is named with that reason. Only the numbers from the last one before the export up to its highest
are looked at, so that an old gap is not said every month; and a series that lacks more than half
of them is none: such numbers come from elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from boekbrug.server.bookkeeping.changes import NAMED_MAX, tab_of_documents
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.numbers import MARKS, kind_and_prefix, parse_number
from boekbrug.server.bookkeeping.plan import RowState, State
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded
from boekbrug.server.wording.said import said, word

Series = tuple[str, int]
"""A series within a year: its numbers follow each other."""

WAITING = {State.ON_HOLD: "gap on hold"}
_TAIL = re.compile(r"[0-9]+$")


@dataclass(frozen=True, slots=True)
class _Seen:
    """The numbers of rows of which nobody knows the series: letters, year (0 unknown), sequence."""

    numbers: frozenset[tuple[str, int, int]]

    @classmethod
    def of(cls, workbook: Workbook) -> "_Seen":
        """Return those of rows that could not be read, and of rows that are not filled in yet."""
        rows = [(row.number, row.issued_on) for row in workbook.unreadable if not row.key]
        rows += [(number, None) for number in workbook.prepared]
        series = workbook.settings.series
        parsed = (
            parse_number(number, series=series, book_year_of_date=day.year if day else 0)
            for number, day in rows
            if number
        )
        return cls(
            frozenset((one.prefix.rstrip(MARKS), one.year, one.sequence) for one in parsed if one)
        )

    def may_have(self, series: Series, sequence: int) -> bool:
        """Whether a number of that series may be one of them."""
        _, prefix = kind_and_prefix(series[0])
        return not self.numbers.isdisjoint({(prefix, series[1], sequence), (prefix, 0, sequence)})


def missing_numbers(
    workbook: Workbook, history: History, rows: Iterable[RowState], taken: Sequence[Document]
) -> Iterator[Problem]:
    """Yield a warning for each series of the export that lacks numbers."""
    there, waiting = _numbers(workbook, history, rows)
    seen = _Seen.of(workbook)
    by_series = defaultdict[Series, list[Document]](list)
    for document in taken:
        by_series[document.key.series, document.year].append(document)
    for series, documents in sorted(by_series.items()):
        lowest = min(document.sequence for document in documents)
        highest = max(documents, key=lambda document: document.sequence)
        first = max((one for one in there[series] if one < lowest), default=lowest)
        span = range(first, highest.sequence + 1)
        known = sum(one in span for one in {*there[series], *waiting[series]})
        # Counted first: a slip of the hand makes a number of twelve digits, and a gap as wide.
        if 2 * (len(span) - known) > len(span):
            continue
        missing = [
            one for one in span if one not in there[series] and not seen.may_have(series, one)
        ]
        if missing:
            names = [*_names(missing, waiting[series], highest.number)]
            yield _told(workbook, names, _name(first, highest.number), highest.number)


def _told(workbook: Workbook, names: Sequence[str], first: str, last: str) -> Problem:
    more = len(names) - NAMED_MAX
    return coded(
        "numbers-missing",
        tab=tab_of_documents(workbook),
        column=word("header", "Number"),
        severity=Severity.WARNING,
        numbers=tuple(names[:NAMED_MAX]),
        more=said("and more gone", count=more) if more > 0 else "",
        first=first,
        last=last,
    )


def _numbers(
    workbook: Workbook, history: History, rows: Iterable[RowState]
) -> tuple[Mapping[Series, set[int]], Mapping[Series, dict[int, State]]]:
    """Return the numbers that are there, and those of the sheet that wait, with their state."""
    states = {row.origin: row.state for row in rows}
    there, waiting = defaultdict[Series, set[int]](set), defaultdict[Series, dict[int, State]](dict)
    for key, past in history.exported.items():
        if place := _place(key, past.issued_on.year):
            there[place[0]].add(place[1])
    known = [((one.key.series, one.year), one.sequence, one.origin) for one in workbook.documents]
    for row in workbook.unreadable:
        year = row.issued_on.year if row.issued_on else 0
        if row.key and (place := _place(row.key, year)):
            known.append((*place, row.origin))
    for series, sequence, origin in known:
        if states[origin] in WAITING:
            waiting[series][sequence] = states[origin]
        else:
            there[series].add(sequence)
    return there, waiting


def _place(key: DocumentKey, year: int) -> tuple[Series, int] | None:
    """Return series and place of a number that was kept in its one spelling."""
    parsed = parse_number(key.number, book_year_of_date=int(key.book_year or year))
    return ((key.series, parsed.year), parsed.sequence) if parsed else None


def _names(missing: Sequence[int], waiting: Mapping[int, State], pattern: str) -> Iterator[str]:
    """Yield what is missing: each that waits with its reason, the others as ranges."""
    runs: list[tuple[int, int]] = []
    for one in missing:
        is_next = runs and one == runs[-1][1] + 1
        if is_next and one not in waiting and runs[-1][1] not in waiting:
            runs[-1] = (runs[-1][0], one)
        else:
            runs.append((one, one))
    for first, last in runs:
        if first in waiting:
            yield said(WAITING[waiting[first]], number=_name(first, pattern))
        elif first == last:
            yield _name(first, pattern)
        else:
            yield said("gap range", first=_name(first, pattern), last=_name(last, pattern))


def _name(sequence: int, pattern: str) -> str:
    """Return a number as the series writes them, after one of its numbers.

    >>> _name(7, "2026/18"), _name(7, "CN-2026-018")
    ('2026/7', 'CN-2026-007')
    """
    found = _TAIL.search(pattern)
    tail = found[0] if found else ""
    width = len(tail) if tail.startswith("0") else 0
    return pattern.removesuffix(tail) + str(sequence).zfill(width)
