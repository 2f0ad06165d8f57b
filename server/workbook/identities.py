"""Who an Invoices row is: its number, kind and key, and rows that say they are the same one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import digits

from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.numbers import (
    MARKS,
    ParsedNumber,
    parse_number,
    series_of,
)
from boekbrug.server.bookkeeping.periods import book_year_of
from boekbrug.server.bookkeeping.problems import Problem, rows_in_words
from boekbrug.server.bookkeeping.settings import BookYear, Series, Settings
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.wording.said import said, word
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.registers import at_rows, is_held, many_times

SOME_PREFIX = "F26-"
"""What stands for the beginning of numbers in an example, where none can be told."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a row that names a document is known by; `series` as Settings has it, or None.

    `number` is as typed; in the key it has the one spelling by which it is found again.
    """

    key: DocumentKey
    number: str
    kind: Kind
    parsed: ParsedNumber
    series: Series | None


def identify(
    row: Row, settings: Settings, years: Sequence[BookYear]
) -> tuple[Identity | None, list[Problem]]:
    """Return what a row's document is known by, or None with what is wrong.

    Without a date that could be read it is known where its number needs none.
    """
    number: str | None = row.get("number")
    if number is None:
        return None, []
    issued_on: date | None = row.get("issued_on")
    year = _year(issued_on, years) if issued_on else 0
    parsed = parse_number(number, series=settings.series, book_year_of_date=year)
    if parsed is None:
        return None, [_unreadable(row, number, settings.tab)]
    series = _series(parsed.prefix, settings.series)
    kind = _kind(row, series, settings.tab)
    if isinstance(kind, Problem):
        return None, [kind]
    needs_date = settings.numbering_restarts and not parsed.says_year
    if kind is None or (needs_date and issued_on is None):
        return None, []
    return Identity(_key(parsed, kind, settings), number, kind, parsed, series), []


def credited_key(
    number: str, issued_on: date, settings: Settings, years: Sequence[BookYear]
) -> tuple[DocumentKey, Kind | None] | None:
    """Return the key of the invoice that a credit note names, and the kind that its series says.

    Args:
        number: as typed.
        issued_on: the day of the credit note; its book year is that of a number without a year.
        settings: series and numbering.
        years: the book years.

    Returns:
        None for a number that cannot be read; the kind is None for one of no series.
    """
    parsed = parse_number(number, series=settings.series, book_year_of_date=_year(issued_on, years))
    if parsed is None:
        return None
    series = _series(parsed.prefix, settings.series)
    return _key(parsed, Kind.INVOICE, settings), series.kind if series else None


def as_credit_note(key: DocumentKey) -> DocumentKey:
    """Return the key that a credit note of the same number has."""
    prefix = key.series.removeprefix(series_of(Kind.INVOICE, ""))
    return replace(key, series=series_of(Kind.CREDIT_NOTE, prefix))


def doubles(pairs: Iterable[tuple[Row, Identity]]) -> Iterator[tuple[list[Row], Problem]]:
    """Yield, for each number that several rows have, the rows that cannot keep it.

    A row that the sheet shows as exported keeps it, else the first one; rows on hold do not count.
    """
    by_key: dict[DocumentKey, list[Row]] = {}
    for row, identity in pairs:
        if not is_held(row):
            by_key.setdefault(identity.key, []).append(row)
    for rows in by_key.values():
        if len(rows) > 1:
            exported = [row for row in rows if row["export"]]
            keeper = (exported or rows)[0]
            others = [row for row in rows if row is not keeper]
            yield others, _double_number(keeper["number"], rows, exported, others)


def _key(parsed: ParsedNumber, kind: Kind, settings: Settings) -> DocumentKey:
    restarts = settings.numbering_restarts and not parsed.says_year
    book_year = str(parsed.year) if restarts else ""
    return DocumentKey(series_of(kind, parsed.prefix), book_year, parsed.key)


def _year(day: date, years: Sequence[BookYear]) -> int:
    year = book_year_of(day, years)
    return year.first.year if year else day.year


def _series(prefix: str, series: Iterable[Series]) -> Series | None:
    bare = prefix.rstrip(MARKS)
    return next((one for one in series if one.prefix.rstrip(MARKS) == bare), None)


def _kind(row: Row, series: Series | None, settings: str) -> Kind | Problem | None:
    """Return the kind by its column, else by the series; None when its cell was refused."""
    if "Kind" not in row.tab.columns:
        return series.kind if series else _no_series(row, settings)
    kind: Kind | None = row.get("kind")
    if kind and series and kind is not series.kind:
        return row.wrong(
            "kind",
            "kind-of-other-series",
            kind=word("choice", series.kind.value),
            prefix=series.prefix or said("without letters"),
            settings=settings,
        )
    return kind


def _unreadable(row: Row, number: str, settings: str) -> Problem:
    """Return the problem of a number that needs a series, with the row that would explain it."""
    begins = number.rstrip(digits) if number[-1:].isdecimal() else ""
    kind = word("choice", (row.get("kind") or Kind.INVOICE).value)
    code = "unreadable-number"
    return row.wrong("number", code, settings=settings, example=begins or SOME_PREFIX, kind=kind)


def _no_series(row: Row, settings: str) -> Problem:
    kind = row.header("kind")
    return row.wrong("number", "number-without-series", kind=kind, settings=settings)


def _double_number(
    number: str, rows: Sequence[Row], exported: Sequence[Row], others: Sequence[Row]
) -> Problem:
    which = rows_in_words([row.number for row in others])
    cure = said("own number" if len(others) == 1 else "own numbers", rows=which)
    if len(exported) == 1:
        cure = said(
            "own number of a copy" if len(others) == 1 else "own numbers of copies",
            row=exported[0].number,
            export=exported[0]["export"],
            rows=which,
        )
    times = many_times(len(rows))
    problem = rows[0].wrong("number", "number-twice", number=number, times=times, cure=cure)
    return at_rows(problem, rows)
