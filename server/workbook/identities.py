"""Who an Invoices row is: its number, kind and key, and rows that say they are the same one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boekbrug.server.bookkeeping.model import BookYear, DocumentKey, Series, Settings
from boekbrug.server.bookkeeping.numbers import (
    MARKS,
    NUMBER_ALLOWED,
    ParsedNumber,
    parse_number,
    series_of,
)
from boekbrug.server.bookkeeping.periods import book_year_of
from boekbrug.server.bookkeeping.problems import Problem, rows_in_words
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.registers import at_rows, is_held, many_times


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
    """Return what a row's document is known by, or None with what is wrong."""
    number: str | None = row.values.get("number")
    issued_on: date | None = row.values.get("issued_on")
    if number is None or issued_on is None:
        return None, []
    parsed = parse_number(number, series=settings.series, book_year_of_date=_year(issued_on, years))
    if parsed is None:
        return None, [_unreadable_number(row)]
    series = _series(parsed.prefix, settings.series)
    kind = _kind(row, series)
    if isinstance(kind, Problem):
        return None, [kind]
    if kind is None:
        return None, []
    restarts = settings.numbering_restarts and not parsed.says_year
    book_year = str(parsed.year) if restarts else ""
    key = DocumentKey(series_of(kind, parsed.prefix), book_year, parsed.key)
    return Identity(key, number, kind, parsed, series), []


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
            exported = [row for row in rows if row.values["export"]]
            keeper = (exported or rows)[0]
            others = [row for row in rows if row is not keeper]
            yield others, _double_number(keeper.values["number"], rows, exported, others)


def _year(day: date, years: Sequence[BookYear]) -> int:
    year = book_year_of(day, years)
    return year.first.year if year else day.year


def _series(prefix: str, series: Iterable[Series]) -> Series | None:
    bare = prefix.rstrip(MARKS)
    return next((one for one in series if one.prefix.rstrip(MARKS) == bare), None)


def _kind(row: Row, series: Series | None) -> Kind | Problem | None:
    """Return the kind by its column, else by the series; None when its cell was refused."""
    if "Kind" not in row.tab.columns:
        return series.kind if series else _no_series(row)
    kind: Kind | None = row.values.get("kind")
    if kind and series and kind is not series.kind:
        prefix = series.prefix or "without letters"
        return row.problem(
            "kind",
            allowed=f"{series.kind.value}, the kind of series {prefix} in Settings",
            cure="Correct the kind, the number or the series.",
        )
    return kind


def _unreadable_number(row: Row) -> Problem:
    return row.problem(
        "number",
        allowed=f"{NUMBER_ALLOWED}, or one of a series of tab Settings",
        cure="Add a row Series to Settings that says how such numbers begin.",
    )


def _no_series(row: Row) -> Problem:
    return row.problem(
        "number",
        allowed="a number of a series of tab Settings, because there is no column Kind",
        cure="Add the column Kind, or a row Series to Settings.",
    )


def _double_number(
    number: str, rows: Sequence[Row], exported: Sequence[Row], others: Sequence[Row]
) -> Problem:
    numbers = [row.number for row in others]
    which = rows_in_words(numbers)
    its, was = ("its", "was") if len(others) == 1 else ("their", "were")
    cure = f"give {which} {its} own number."
    if len(exported) == 1:
        first = exported[0]
        cure = (
            f"Row {first.number} was exported (export {first.values['export']}), "
            f"{which} {was} not: {cure}"
        )
    problem = rows[0].problem(
        "number",
        found=f"{number} {many_times(len(rows))}",
        allowed="once per series and book year",
        cure=cure[0].upper() + cure[1:],
    )
    return at_rows(problem, rows)
