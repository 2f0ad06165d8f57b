"""The processes of a server, and what they stand on."""

import os
import sys
from contextlib import suppress

import click
from rich.console import Console
from rich.table import Table

from boekbrug.server.assembly import MissingSettingsError, assemble
from boekbrug.server.commands.house import open_house, settings_option
from boekbrug.server.programs.protocol import installed
from boekbrug.server.start import refuse_to_start
from boekbrug.server.worker import work


@click.command()
@settings_option
def migrate() -> None:
    """Make or upgrade the tables; again changes nothing."""
    try:
        house = open_house(needs_tables=False)
    except MissingSettingsError as missing:
        # A first deploy goes on to the page that says what is missing; it needs no release again
        # for whatever is set later, but for the database.
        click.echo(missing, err=True)
        if any(need.name == "DATABASE_URL" for need in missing.needs):
            click.echo("No tables were made: there is no database yet.")
            return
        house = assemble(missing.incomplete)
    house.migrate()
    click.echo(f"Tables are up to date in {house.database.url.render_as_string()}.")


@click.command()
def serve() -> None:
    """Serve the web addresses, by gunicorn; runs are executed here too."""
    with suppress(MissingSettingsError):  # what is served then is a page that says so
        click.echo(f"Serving {open_house().public_url} - stop with Ctrl-C.")
    command = ["gunicorn", "-c", "python:boekbrug.config.gunicorn", "boekbrug.server.wsgi:app"]
    os.execv(sys.executable, [sys.executable, "-m", *command])  # noqa: S606 - our own server


@click.command()
@settings_option
def worker() -> None:
    """Execute runs, and nothing else."""
    house = open_house()
    refuse_to_start(house, workers=1)
    work(house)


@click.command()
def programs() -> None:
    """List the bookkeeping programs that files can be made for."""
    table = Table("Name", "Program", "Countries", "How sure its rules are")
    for name, program in installed().items():
        countries = ", ".join(program.FACTS.countries) or "any"
        table.add_row(name, program.TITLE, countries, program.FACTS.certainty)
    Console().print(table)
