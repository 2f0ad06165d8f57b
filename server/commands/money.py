"""What whoever runs the server does about money: prices, credit, statements, the nightly look."""

import csv
import io
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.commands.house import open_house
from boekbrug.server.commands.typed import ZONE, euro, month, now, zone
from boekbrug.server.records.statements import Statement

KINDS = {kind.value.replace(" ", "-"): kind for kind in Kind}
COLUMNS = ("date", "what", "dossier", "export", "invoices", "amount_eur", "balance_eur")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
Row = tuple[str, str, str, str, str, str, str]


@click.group()
def price() -> None:
    """What an exported document costs."""


@price.command("list")
def list_prices() -> None:
    """List all prices, the oldest first."""
    for one in open_house().records.prices.all():
        click.echo(f"{one.since}  {one.kind.value:<12}  EUR {one.amount_eur}")


@price.command("set")
@click.argument("amount")
@click.option("--kind", required=True, type=click.Choice(list(KINDS)))
@click.option("--from", "since", required=True, type=click.DateTime(["%Y-%m-%d"]))
@click.option("--reason", required=True, help="For whoever reads the audit.")
def set_price(amount: str, kind: str, since: datetime, reason: str) -> None:
    """Set what a document of a kind costs, AMOUNT in EUR, from a day to come."""
    new = Price(since.date(), KINDS[kind], euro(amount))
    open_house().records.prices.set(new, reason, now=now())
    click.echo(
        f"From {new.since} on, a document of kind {new.kind.value} costs EUR {new.amount_eur}."
    )


@click.command("set")
@click.argument("key", metavar="TEAM")
@click.option("--credit-limit", required=True, help="How far below 0.00 the balance may go, EUR.")
@click.option("--reason", required=True, help="For whoever reads the audit.")
def set_team(key: str, credit_limit: str, reason: str) -> None:
    """Change what TEAM may owe."""
    limit = euro(credit_limit, "--credit-limit")
    before = open_house().records.register.set_credit_limit(key, limit, reason, now=now())
    click.echo(f"Credit limit of {key}: EUR {limit}; it was EUR {before}.")


@click.command("statement")
@click.argument("team_key", metavar="TEAM")
@click.option("--month", "month_text", required=True, metavar="2026-10")
@click.option("--zone", "zone_name", default=ZONE, show_default=True, help="Whose days count.")
@click.option(
    "--csv",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Write it into a file for a spreadsheet, instead of showing it.",
)
def show_statement(team_key: str, month_text: str, zone_name: str, file: Path | None) -> None:
    """Show what TEAM paid in and what its exports cost in a month."""
    first, until = month(month_text, zone(zone_name))
    statement = open_house().records.wallet.statement(team_key, first, until)
    rows = [*statement_rows(statement, first)]
    if file:
        file.write_bytes(statement_csv(rows))
        click.echo(f"{file} written: {len(statement.entries)} entries of {month_text}.")
        return
    click.echo(f"{statement.team}, {month_text}, in EUR")
    for day, what, dossier, export, invoices, amount, balance in rows:
        whose = f"{dossier} {export}" if export else ""
        click.echo(f"{day:<10}  {what:<24}  {whose:<24}{invoices:>6}{amount:>12}{balance:>12}")


def statement_rows(statement: Statement, first: datetime) -> Iterator[Row]:
    """Yield the rows of a statement: the opening balance, the entries, the closing balance.

    Args:
        statement: of one month.
        first: the first instant of the month, in the zone whose days count.
    """
    yield (f"{first:%Y-%m-%d}", "opening balance", "", "", "", "", str(statement.opening))
    for entry in statement.entries:
        is_export = bool(entry.batch)
        yield (
            f"{entry.at.astimezone(first.tzinfo):%Y-%m-%d}",
            entry.reason,
            entry.dossier,
            str(entry.batch) if is_export else "",
            str(entry.invoices) if is_export else "",
            str(entry.amount),
            str(entry.balance),
        )
    yield ("", "closing balance", "", "", "", "", str(statement.closing))


def statement_csv(rows: list[Row]) -> bytes:
    """Return the rows as a file: UTF-8, commas, CRLF, decimal points, a header.

    A text that a spreadsheet would take for a formula has an apostrophe in front.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for day, what, *figures in rows:
        writer.writerow((day, f"'{what}" if what.startswith(FORMULA_STARTS) else what, *figures))
    return text.getvalue().encode()


@click.command()
def audit() -> None:
    """Look whether wallets, charges, exports and files agree; end with 1 when they do not."""
    found = open_house().records.agreement()
    counted = f"teams {found.teams}, exports {found.exports}, files {found.files}"
    for difference in found.differences:
        click.echo(difference)
    if found.differences:
        click.echo(f"Audit: {counted}. Differences: {len(found.differences)}; nothing was changed.")
        sys.exit(1)
    click.echo(f"Audit: {counted}. Everything agrees.")
