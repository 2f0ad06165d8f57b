"""`workbook list`: which files there are, and by which id commands know them."""

from zoneinfo import ZoneInfo

import click

from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.commands.house import open_house
from boekbrug.server.records.entries import Run, WorkbookEntry
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.register import Register
from boekbrug.server.workflow.connecting import GOOGLE_SHEET


@click.command("list")
@click.argument("whose", metavar="[TEAM|TEAM/NAME]", default="")
def list_workbooks(whose: str) -> None:
    """List the workbooks of a team or of one dossier; of all teams when none is named."""
    records = open_house().records
    listed = [
        entry
        for dossier in dossiers_of(records.register, whose)
        for entry in records.register.workbooks(dossier.key)
    ]
    for entry in listed:
        click.echo("\n".join(_lines(entry, records.runs.latest(entry.id))))
    if not listed:
        click.echo("No workbook yet: boekbrug workbook attach, or boekbrug connect-code.")


def dossiers_of(register: Register, whose: str) -> list[Dossier]:
    """Return the dossiers that are meant: of a team, one of them, or all when none is named.

    Raises:
        RegisterError: there is no such team or dossier.
    """
    noun = "Dossier" if "/" in whose else "Team"
    team_key = whose.partition("/")[0]
    teams = [team.key for team in register.teams() if team_key in {"", team.key}]
    dossiers = [dossier for key in teams for dossier in register.dossiers(key)]
    if whose and whose not in {*teams, *(dossier.key for dossier in dossiers)}:
        raise RegisterError(noun, found=f'"{whose}"', needed="one that was added before")
    return [dossier for dossier in dossiers if noun == "Team" or dossier.key == whose]


def _lines(entry: WorkbookEntry, last: Run | None) -> tuple[str, ...]:
    """Return a workbook as people read it; its id begins the first line."""
    return (
        f"{entry.id}  {entry.name}",
        f"    {entry.dossier.key}, {entry.kind}, {_standing(entry)}",
        f"    {_place(entry)}",
        f"    last run: {_run_in_words(last, entry) if last else 'none'}",
    )


def _standing(entry: WorkbookEntry) -> str:
    """Say how it is pressed, and what it may not do."""
    pressed = "connected" if entry.audience else "attached"
    if entry.is_test:
        return f"{pressed}, a test copy that never exports"
    if entry.continued_by:
        return f'{pressed}, "{entry.continued_by}" goes on from it and exports'
    return pressed


def _place(entry: WorkbookEntry) -> str:
    if entry.kind == GOOGLE_SHEET:
        return f"https://docs.google.com/spreadsheets/d/{entry.location}"
    return entry.location


def _run_in_words(run: Run, entry: WorkbookEntry) -> str:
    at = run.created_at.astimezone(ZoneInfo(entry.dossier.zone))
    return f"{at:%Y-%m-%d %H:%M}, {run.action}, {run.state}, {run.code}"
