"""What people ask of a run behind a command: days, documents, an export to be replaced."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any

import click

from boekbrug.server.bookkeeping.presets import (
    NAMES,
    TO_END_OF_LAST_MONTH,
    Preset,
    day_in,
    is_preset,
)
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.entries import WorkbookEntry

LAST_MONTH = "last month"
DAY = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True, slots=True)
class Asked:
    """The period that a command asks for: a name, or days that are those of the last month."""

    name: str
    first: date | None
    last: date | None

    def of(self, entry: WorkbookEntry) -> Period:
        """Return the days, counted from today in the zone of the workbook's dossier."""
        period = Preset(self.name).on(day_in(entry.dossier, datetime.now(UTC)))
        first, last = self.first or period.first, self.last or period.last
        if first > last:
            raise click.UsageError(f"--from: found {first}, allowed: a day up to {last}.")
        return Period(first, last)


def period_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take days, or the name of a period: its `period`."""

    @click.option("--from", "first", type=DAY, help="First day; else that of the last month.")
    @click.option("--to", "last", type=DAY, help="Last day; else that of the last month.")
    @click.option("--period", "name", help=f"In place of days: 2026-10, 2026-Q3, {NAMES[1]} ...")
    @click.option(
        "--to-end-of-last-month", "until", is_flag=True, help="From the first document date on."
    )
    @wraps(command)
    def with_period(
        *, first: datetime | None, last: datetime | None, name: str | None, **given: Any
    ) -> None:
        names = [name] if name else []
        names += [TO_END_OF_LAST_MONTH] if given.pop("until") else []
        if len(names) + bool(first or last) > 1:
            raise click.UsageError("Period: found several, allowed: days, or one of the names.")
        if name and not is_preset(name):
            known = ", ".join(NAMES)
            raise click.UsageError(
                f'--period: found "{name}", allowed: a period such as 2026-10, 2026-Q3 or 2026, or '
                f"one of {known}."
            )
        days = (day.date() if day else None for day in (first, last))
        command(period=Asked(names[0] if names else LAST_MONTH, *days), **given)

    return with_period


documents_option = click.option(
    "--documents", default="", help="The only ones to take: numbers, with commas between them."
)


def replace_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command name the export that it replaces: its `replaces` and `not_imported`."""
    number = click.option(
        "--replace",
        "replaces",
        type=click.IntRange(0, 2**31 - 1),
        default=0,
        help="The number of an export: its documents once more, as they are by now.",
    )
    word = click.option(
        "--not-imported",
        is_flag=True,
        help="Your word that the accountant has not imported the export that is replaced.",
    )
    return number(word(command))


customers_option = click.option(
    "--all-customers",
    is_flag=True,
    help="Your word that the accountant wants all customers written again, this once.",
)


def numbers_in(documents: str) -> tuple[str, ...]:
    """Return the numbers that were typed with commas between them."""
    return tuple(number for one in documents.split(",") if (number := one.strip()))
