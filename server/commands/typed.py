"""What people type behind a command: amounts, months, time zones; and the clock."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

ZONE = "Europe/Brussels"
"""Where most firms are; the zone of a dossier and of a statement when none is given."""


def euro(text: str, name: str = "AMOUNT") -> Decimal:
    """Return the amount in EUR that was typed.

    Raises:
        click.UsageError: it is none, or has more than two decimals.
    """
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount != amount.quantize(Decimal("0.01")):
        raise click.UsageError(f'{name}: found "{text}", allowed: EUR like 50.00.')
    return amount.quantize(Decimal("0.01"))


def zone(name: str) -> str:
    """Return the time zone of that name.

    Raises:
        click.UsageError: there is none.
    """
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError) as error:
        allowed = "a time zone like Europe/Brussels"
        raise click.UsageError(f'--zone: found "{name}", allowed: {allowed}.') from error


def month(text: str, zone_name: str) -> tuple[datetime, datetime]:
    """Return the first instant of the month that was typed as 2026-10, and that of the next.

    Raises:
        click.UsageError: it is no month.
    """
    try:
        first = datetime.strptime(text, "%Y-%m").replace(tzinfo=ZoneInfo(zone_name))
    except ValueError as error:
        raise click.UsageError(f'--month: found "{text}", allowed: one like 2026-10.') from error
    return first, (first + timedelta(days=31)).replace(day=1)


def now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)
