"""Closed books: closing a dossier's periods, opening them again, and the list of dossiers."""

from datetime import date
from typing import Any

import click

from boekbrug.server.assembly import Service
from boekbrug.server.bookkeeping.closing import by_in_words
from boekbrug.server.bookkeeping.history import Closing
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.commands.house import open_house
from boekbrug.server.commands.listing import dossiers_of
from boekbrug.server.commands.numbers import found_dossier
from boekbrug.server.commands.typed import now

NO_DAY = "none"


class _UpTo(click.ParamType[date | None]):
    """A day, or the word that no day is closed."""

    name = "2026-03-31|none"

    def convert(self, value: Any, *_: Any) -> date | None:
        """Return the day; None when all is to be opened again."""
        if value == NO_DAY:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise click.UsageError(
                f'--up-to: found "{value}", allowed: a day like 2026-03-31, or {NO_DAY}.'
            ) from None


@click.command("close")
@click.argument("key", metavar="TEAM/NAME")
@click.option("--up-to", required=True, type=_UpTo(), help="The last closed day; none: all open.")
@click.option("--reason", default="", help="Why it is opened again, for whoever reads the audit.")
def close_periods(key: str, up_to: date | None, reason: str) -> None:
    """Close the books of a dossier up to a day, or open them again.

    An earlier day than before, or none, opens what lies after it and needs a reason.
    """
    house = open_house()
    _, dossier_id = found_dossier(house, key)
    closings = house.records.closings(dossier_id)
    if up_to is None:
        before: Closing | None = closings.reopen(reason, now=now())
    else:
        before = closings.close(up_to, reason, now=now())
    click.echo(f"{key}: {_standing(closings.latest())}; before: {_standing(before)}.")
    if before and (up_to is None or up_to < before.up_to):
        click.echo(
            "Correct Closed up to in its workbooks too: an export closes what its Settings say."
        )


@click.command("list")
@click.argument("whose", metavar="[TEAM|TEAM/NAME]", default="")
def list_dossiers(whose: str) -> None:
    """List the dossiers of a team, or one of them; of all teams when none is named."""
    house = open_house()
    listed = dossiers_of(house.records.register, whose)
    for dossier in listed:
        click.echo("\n".join(_lines(house, dossier)))
    if not listed:
        click.echo("No dossier yet: boekbrug dossier add.")


def _lines(house: Service, dossier: Dossier) -> tuple[str, ...]:
    _, dossier_id = found_dossier(house, dossier.key)
    files = len(house.records.register.workbooks(dossier.key))
    return (
        f"{dossier.key}  {dossier.legal_name}, {dossier.vat_number}",
        f"    {house.programs[dossier.program].TITLE}, workbooks: {files}",
        f"    {_standing(house.records.closings(dossier_id).latest())}",
    )


def _standing(closing: Closing | None) -> str:
    if closing is None:
        return "no closed period"
    return f"closed up to {closing.up_to}, told by {by_in_words(closing)}"
