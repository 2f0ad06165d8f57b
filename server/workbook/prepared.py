"""Rows of Invoices that were numbered ahead: a number, and nothing else yet."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from boekbrug.server.bookkeeping.problems import Problem, Severity
from boekbrug.server.workbook.columns import Row, is_blank
from boekbrug.server.workbook.registers import at_rows, is_held

_BESIDES_NUMBER = frozenset({"Number", "Kind", "Hold"})
"""What a row may have that was numbered ahead: its kind from a list, an unticked box."""


def without_prepared(rows: Iterable[Row], of_lines: Collection[str]) -> tuple[list[Row], list[Row]]:
    """Return the rows that say more than a number, and those that do not.

    Args:
        rows: of tab Invoices.
        of_lines: the numbers that rows of tab Lines name; theirs are invoices.
    """
    typed: list[Row] = []
    prepared: list[Row] = []
    for row in rows:
        is_one = _holds_a_number_alone(row) and row["number"] not in of_lines
        (prepared if is_one else typed).append(row)
    return typed, prepared


def told_as_prepared(prepared: Sequence[Row], typed: Sequence[Row]) -> Iterator[Problem]:
    """Yield the one warning about prepared rows that stand above rows that are filled in.

    Below them they wait for the next invoices, and nobody needs to be told.
    """
    last = max((row.number for row in typed), default=0)
    passed = [row for row in prepared if row.number < last]
    if passed:
        first = passed[0]
        number = first.header("number")
        problem = first.wrong("number", "number-prepared", severity=Severity.WARNING, number=number)
        yield at_rows(problem, passed)


def _holds_a_number_alone(row: Row) -> bool:
    if not (is_blank(row.cell("issued_on")) and is_blank(row.cell("customer"))):
        return False
    others = (header for header in row.tab.typed_columns if header not in _BESIDES_NUMBER)
    is_alone = all(
        (cell := row.tab.cell(one, row.number)) is False or is_blank(cell) for one in others
    )
    is_read = row.refused.keys().isdisjoint({"number", "hold"})
    return is_alone and is_read and not (row["export"] or is_held(row))
