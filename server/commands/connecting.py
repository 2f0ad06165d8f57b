"""`connect-code`: the mail that lets somebody connect a sheet."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import click

from boekbrug.server.commands.house import open_house
from boekbrug.server.wording.said import LANGUAGES, in_language, said
from boekbrug.server.workbook.presets import of_country
from boekbrug.server.workflow.addresses import address_problem
from boekbrug.server.workflow.connect_codes import digest_of, new_code
from boekbrug.server.workflow.connection_told import blocked_in_words


@click.command("connect-code")
@click.argument("dossier_key", metavar="TEAM/NAME")
@click.option(
    "--address",
    "addresses",
    multiple=True,
    required=True,
    help="Who may connect and press: an@acme.example, or @acme.example for everybody there.",
)
@click.option("--folder", default="", help="The link of the Drive folder that files go to.")
@click.option(
    "--keep-numbers",
    default="",
    metavar="TEAM NAME",
    help="The team's name, typed: the accountant's numbers in the sheet are this dossier's.",
)
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    default=None,
    help="Of the mail; without it that of the firm's country.",
)
def connect_code(
    dossier_key: str,
    addresses: tuple[str, ...],
    folder: str,
    keep_numbers: str,
    language: str | None,
) -> None:
    """Make a code for TEAM/NAME and print the mail for whoever connects the sheet."""
    for address in addresses:
        if problem := address_problem(address):
            raise click.UsageError(f"--address: {problem}")
    house = open_house()
    team = house.records.register.team(dossier_key.partition("/")[0])
    if keep_numbers and team and keep_numbers != team.name:
        raise click.UsageError(f'--keep-numbers: found "{keep_numbers}", needed "{team.name}".')
    now, code = datetime.now(UTC), new_code()
    made = house.records.connections.make_code(
        dossier_key,
        digest=digest_of(house.secret_key, code),
        addresses=[address.lower() for address in addresses],
        folder=folder,
        keeps_numbers=bool(keep_numbers),
        expires_at=now + timedelta(days=house.settings.limits.connect_code_days),
        now=now,
    )
    good_until = made.expires_at.astimezone(ZoneInfo(made.dossier.zone)).date()
    template = house.settings.template_copy_url
    link = f"{house.public_url.rstrip('/')}/connect/{code}"
    mail = (
        said("mail copy of", url=template) if template else said("mail copy"),
        said("mail choose"),
        said("mail paste", day=good_until, url=link),
        blocked_in_words(house.settings.button_client_id),
    )
    usual = str(of_country(made.dossier.country).settings["Language"])
    for line in mail:
        click.echo(in_language(line, language or usual))
