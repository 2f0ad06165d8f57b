"""What whoever runs the server does: teams, dossiers, workbooks, balances."""

from datetime import datetime
from pathlib import Path

import click

from boekbrug.server.assembly import Service, new_workbook
from boekbrug.server.bookkeeping.settings import BookYear, Dossier
from boekbrug.server.commands.house import open_house
from boekbrug.server.commands.typed import ZONE, euro, now
from boekbrug.server.commands.typed import zone as typed_zone
from boekbrug.server.web.authentication import webhook_secret
from boekbrug.server.wording.said import LANGUAGES
from boekbrug.server.workbook.setting_tables import BOOK_YEAR_ALLOWED, read_book_year
from boekbrug.server.workflow.attaching import Attachment, attach


@click.group()
def team() -> None:
    """Teams share a balance."""


@team.command("add")
@click.argument("key")
@click.argument("name")
def add_team(key: str, name: str) -> None:
    """Add the team NAME, known to commands as KEY."""
    open_house().records.register.add_team(key, name, now=now())
    click.echo(f"Team {key} added: {name}.")


@click.group()
def wallet() -> None:
    """What a team has paid in."""


@wallet.command("top-up")
@click.argument("team_key", metavar="TEAM")
@click.argument("amount")
@click.option("--reason", required=True, help="Shown in tab Balance.")
def top_up(team_key: str, amount: str, reason: str) -> None:
    """Add AMOUNT in EUR to the balance of TEAM."""
    balance = open_house().records.wallet.top_up(team_key, euro(amount), reason, now=now())
    click.echo(f"Balance of {team_key}: EUR {balance}.")


@click.group()
def dossier() -> None:
    """A dossier is one accounting file at one accountant."""


@dossier.command("add")
@click.argument("key", metavar="TEAM/NAME")
@click.option("--vat-number", required=True, help="The firm's own, like BE0403019261.")
@click.option("--name", required=True, help="The firm's legal name.")
@click.option("--program", required=True, help="The accountant's program, see `programs`.")
@click.option("--country", default="BE", show_default=True)
@click.option("--currency", default="EUR", show_default=True)
@click.option("--zone", default=ZONE, show_default=True, help="Its time zone.")
@click.option(
    "--book-year",
    "book_years",
    multiple=True,
    metavar="FIRST..LAST=CODE",
    help="Like 2026-07-01..2027-06-30=3; without any: calendar years.",
)
def add_dossier(  # noqa: PLR0917 - click passes them by name
    key: str,
    vat_number: str,
    name: str,
    program: str,
    country: str,
    currency: str,
    zone: str,
    book_years: tuple[str, ...],
) -> None:
    """Add the dossier TEAM/NAME."""
    house = open_house()
    if program not in house.programs:
        raise click.UsageError(
            f'--program: found "{program}", allowed: one of {", ".join(house.programs)}.'
        )
    added = Dossier(
        key=key,
        vat_number=vat_number,
        legal_name=name,
        country=country,
        currency=currency,
        zone=typed_zone(zone),
        program=program,
        book_years=tuple(_book_year(text) for text in book_years),
    )
    house.records.register.add_dossier(added, now=now())
    click.echo(f"Dossier {key} added: {name}, {vat_number}, {house.programs[program].TITLE}.")


@click.group()
def workbook() -> None:
    """The files that people keep their customers and invoices in."""


@workbook.command("new")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--first-document-date", type=click.DateTime(["%Y-%m-%d"]), default=None)
@click.option("--program", "programs", multiple=True, default=("winbooks",), show_default=True)
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    default=None,
    help="Of tabs, headers, lists and what is said; else English headers.",
)
def new(
    file: Path,
    first_document_date: datetime | None,
    programs: tuple[str, ...],
    language: str | None,
) -> None:
    """Make FILE, the empty first sheet; nothing that exists is overwritten."""
    first_on = (first_document_date or now().replace(day=1)).date()
    new_workbook(file, first_document_on=first_on, programs=programs, language=language or "")
    click.echo(f"{file} made. It exports documents from {first_on} on: tab Settings says so.")


@workbook.command("attach")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dossier", "dossier_key", required=True, metavar="TEAM/NAME")
@click.option("--folder", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--keep-numbers",
    default="",
    metavar="TEAM NAME",
    help="The team's name, typed: the accountant's numbers in FILE are this dossier's.",
)
def attach_file(file: Path, dossier_key: str, folder: Path, keep_numbers: str) -> None:
    """Attach FILE to a dossier; its exports go to the folder."""
    house = open_house()
    folder.mkdir(parents=True, exist_ok=True)
    attachment = Attachment(
        dossier_key=dossier_key,
        location=str(file.resolve()),
        folder=str(folder.resolve()),
        confirmed_by=keep_numbers,
    )
    attached = attach(house.records, house.outside, attachment)
    _print_attached(house, file, attached.entry.id, attached.numbers)


def _print_attached(house: Service, file: Path, workbook_id: str, numbers: int) -> None:
    entry = house.records.register.workbook(workbook_id)
    if entry is None:
        raise AssertionError("what was attached is in the register")
    kept = f"; {numbers} accountant's numbers kept" if numbers else ""
    click.echo(f"{file} attached to {entry.dossier.key}{kept}.")
    click.echo(f"Workbook id: {entry.id}")
    secret = webhook_secret(house.secret_key, entry.id, entry.secret_version)
    click.echo(f"Webhook secret, shown once: {secret}")


def _book_year(text: str) -> BookYear:
    year = read_book_year(text)
    if year is None:
        raise click.UsageError(f'--book-year: found "{text}", allowed: {BOOK_YEAR_ALLOWED}.')
    return year
