"""What a tab is asked for only where it has the column: an absent one costs nothing in any row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.layout import FoundTab

C = TypeVar("C")
Check = Callable[[Row, C], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[C]):
    """A rule of a row, asked for when the tab has one of the columns (attributes)."""

    columns: tuple[str, ...]
    check: Check[C]


def present(tab: FoundTab | None, attributes: Iterable[str]) -> tuple[str, ...]:
    """Return the attributes whose column the tab has."""
    if tab is None:
        return ()
    fields = tab.schema.fields
    return tuple(name for name in attributes if fields[name].data_key in tab.columns)


def checks_for(tab: FoundTab | None, rules: Sequence[Rule[C]]) -> tuple[Check[C], ...]:
    """Return the checks of the rules that the tab has a column for."""
    return tuple(rule.check for rule in rules if present(tab, rule.columns))


def headers(row: Row, *attributes: str) -> dict[str, Any]:
    """Return the headers of columns, for the gaps of a sentence."""
    return {name: row.header(name) for name in attributes}


def days_in_order(row: Row, first: str, last: str) -> Iterable[Problem]:
    """Yield the problem of a last day that lies before the first."""
    first_on: date | None = row[first]
    last_on: date | None = row[last]
    if first_on and last_on and last_on < first_on:
        yield row.wrong(last, "last-day-before-first", first=first_on)


def two_discounts(row: Row, percent: str, amount: str) -> Iterable[Problem]:
    """Yield the problem of a discount that is both a percentage and an amount."""
    given: Decimal | None = row[amount]
    if row[percent] and given:
        yield row.wrong(amount, "discount-twice", percent=row.header(percent))


def discount_days(row: Row, *amounts: str) -> Iterable[Problem]:
    """Yield the problem of a cash discount without its days, or of days without a discount."""
    is_offered = any(row[name] for name in amounts)
    days: int = row["cash_discount_days"]
    percent = row.header("cash_discount_percent")
    if is_offered and not days:
        yield row.wrong("cash_discount_days", "cash-discount-without-days", percent=percent)
    elif days and not is_offered:
        days_header = row.header("cash_discount_days")
        yield row.wrong("cash_discount_percent", "days-without-cash-discount", days=days_header)
