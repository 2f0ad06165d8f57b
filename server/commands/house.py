"""Where a command finds its house: in the environment, or in an object that a host names."""

import importlib
import sys
from pathlib import Path

import click

from boekbrug.server.assembly import (
    Service,
    Settings,
    assemble,
    configure_logging,
    from_environment,
)

NAMED = "boekbrug.settings"


def _keep_name(context: click.Context, _option: click.Parameter, name: str | None) -> None:
    if name:
        context.meta[NAMED] = name


settings_option = click.option(
    "--settings",
    metavar="PACKAGE.MODULE:NAME",
    expose_value=False,
    callback=_keep_name,
    help="The Settings object of a host, instead of the environment.",
)


def given_settings() -> Settings:
    """Return the settings of the host that was named, else those of the environment."""
    name = click.get_current_context().meta.get(NAMED)
    return _named(name) if name else from_environment()


def open_house(*, needs_tables: bool = True) -> Service:
    """Return the house; its tables must be there unless the command is about to make them.

    Raises:
        click.UsageError: the tables are missing or of another version, or no settings have that
            name.
    """
    settings = given_settings()
    configure_logging(settings)
    service = assemble(settings)
    if needs_tables and (problem := service.schema_problem()):
        raise click.UsageError(problem)
    return service


def _named(name: str) -> Settings:
    module, _, attribute = name.partition(":")
    sys.path.insert(0, str(Path.cwd()))  # where a host's module stands, as with `python -m`
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise click.UsageError(f'--settings: found "{name}", which is not there.') from error
    if not isinstance(found, Settings):
        raise click.UsageError(f'--settings: found "{name}", needed a Settings object.')
    return found
