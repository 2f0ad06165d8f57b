"""The command line, `boekbrug`: what a button does, and what whoever runs the server does.

Commands end with 0, or with 1 when something was refused, 2 when something failed on this side,
3 when an export is made and its file or sheet is outstanding.
"""

import sys

import click

from boekbrug.server.assembly import SettingsError
from boekbrug.server.commands.operator import dossier, team, wallet, workbook
from boekbrug.server.commands.processes import migrate, programs, serve, worker
from boekbrug.server.commands.running import check, export
from boekbrug.server.programs.protocol import UnusableProgramError
from boekbrug.server.records.errors import RecordsError
from boekbrug.server.workflow.ports import UnreachableError

REFUSED, FAILED = 1, 2


@click.group()
@click.version_option(package_name="boekbrug")
def commands() -> None:
    """From a shared sheet to the accountant's books."""


for command in (migrate, team, wallet, dossier, workbook, check, export, serve, worker, programs):
    commands.add_command(command)


def main() -> None:
    """Run a command; what is refused or out of reach is one sentence, never a traceback."""
    try:
        commands()
    except (RecordsError, UnreachableError) as error:
        _end(error.sentence, REFUSED)
    except (SettingsError, UnusableProgramError, FileExistsError) as error:
        _end(str(error), FAILED)


def _end(sentence: str, code: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(code)
