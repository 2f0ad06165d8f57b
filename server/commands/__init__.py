"""The command line, `boekbrug`: what a button does, and what whoever runs the server does.

Commands end with 0, or with 1 when something was refused, 2 when something failed on this side,
3 when an export is made and its file or sheet is outstanding.
"""

from typing import IO, Any

import click

from boekbrug.server.assembly import SettingsError
from boekbrug.server.commands.closing import close_periods, list_dossiers
from boekbrug.server.commands.connecting import connect_code
from boekbrug.server.commands.doctor import backup, doctor
from boekbrug.server.commands.house import settings_option
from boekbrug.server.commands.listing import list_workbooks
from boekbrug.server.commands.money import audit, price, set_team, show_statement
from boekbrug.server.commands.numbers import allow_numbers, show_numbers
from boekbrug.server.commands.operator import dossier, team, wallet, workbook
from boekbrug.server.commands.processes import migrate, programs, serve, worker
from boekbrug.server.commands.running import add_column, check, export, rehearse, set_up
from boekbrug.server.programs.protocol import UnusableProgramError
from boekbrug.server.records.errors import RecordsError
from boekbrug.server.workflow.ports import UnreachableError


class RefusedError(click.ClickException):
    """What ends a command that was refused: one sentence, never a traceback."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence alone."""
        click.echo(self.message, file=file, err=file is None)


class FailedError(RefusedError):
    """What ends a command that cannot work as this server is set up."""

    exit_code = 2


class Commands(click.Group):
    """The commands; what the house refuses becomes the end of the command."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (RecordsError, UnreachableError) as error:
            raise RefusedError(error.sentence) from error
        except (SettingsError, UnusableProgramError, FileExistsError) as error:
            raise FailedError(str(error)) from error


@click.group(cls=Commands)
@click.version_option(package_name="boekbrug")
@settings_option
def main() -> None:
    """From a shared sheet to the accountant's books."""


workbook.add_command(list_workbooks)
team.add_command(set_team)
wallet.add_command(show_statement)
dossier.add_command(list_dossiers)
dossier.add_command(show_numbers)
dossier.add_command(allow_numbers)
dossier.add_command(close_periods)
for command in (
    *(migrate, team, wallet, price, dossier, workbook, connect_code),
    *(set_up, add_column, check, rehearse, export),
    *(serve, worker, programs, doctor, backup, audit),
):
    main.add_command(command)
