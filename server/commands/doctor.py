"""`doctor`: one screen that says whether this server is well, each red line with its cure."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from boekbrug.server.assembly import (
    MissingSettingsError,
    Service,
    Settings,
    SettingsError,
    assemble,
    configure_logging,
)
from boekbrug.server.commands import findings
from boekbrug.server.commands.findings import Finding, Tone
from boekbrug.server.commands.house import given_settings, open_house
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.probing import (
    DatabaseLook,
    UnreachableDatabaseError,
    look_at,
    undelivered,
)
from boekbrug.server.start import formation_of, workers_beside_web
from boekbrug.server.workflow.formation import connections_problem

COLOURS = {Tone.GREEN: "green", Tone.RED: "red", Tone.NOTE: "yellow"}


@click.command()
@click.option("--google-clock", is_flag=True, help="Compare the clock with Google's, too.")
def doctor(*, google_clock: bool) -> None:
    """Say whether this server is well; exit code 1 when a line is red."""
    found = list(_of_everything(google_clock=google_clock))
    for one in found:
        mark = click.style(f"{one.tone:<4}", fg=COLOURS[one.tone], bold=one.tone is Tone.RED)
        click.echo(f"{mark}  {one.subject:<11}  {one.sentence}")
    reds = sum(one.tone is Tone.RED for one in found)
    click.echo(f"Red: {reds} of {len(found)}." if reds else "All is well.")
    sys.exit(1 if reds else 0)


def examined(service: Service, *, google_clock: bool = False) -> Iterator[Finding]:
    """Yield what is found around a house; what stands on something red is left out."""
    yield from _of_records(service)
    yield from _of_machine(service, google_clock=google_clock)


@click.group()
def backup() -> None:
    """Backups of the database; the platform makes them."""


@backup.command()
@click.argument("made", metavar="URL|DATE")
def seen(made: str) -> None:
    """Report a backup: where it lies (it was made now), or when it was made (UTC)."""
    house, now = open_house(), datetime.now(UTC)
    made_at, place = (now, _without_secrets(made)) if "://" in made else (_instant(made), "")
    if made_at > now:
        raise click.UsageError(f'URL|DATE: found "{made}", which is to come.')
    house.records.backups.see(made_at, place=place, now=now)
    click.echo(f"Backup of {made_at:%Y-%m-%d %H:%M} UTC noted.")


def _of_everything(*, google_clock: bool) -> Iterator[Finding]:
    """Yield what is wrong with the settings, and what can be examined all the same."""
    try:
        settings = given_settings()
        sentences: list[str] = []
    except MissingSettingsError as error:
        settings, sentences = error.incomplete, error.sentences
    except SettingsError as error:
        yield from findings.of_settings(error.sentences)
        return
    configure_logging(settings)
    try:
        service = assemble(settings)
    except SettingsError as error:
        sentences = [*sentences, *error.sentences]
        service = assemble(replace(settings, google_credentials=None))
    yield from findings.of_settings(sentences)
    if any(sentence.startswith("DATABASE_URL: ") for sentence in sentences):
        yield from _of_machine(service, google_clock=google_clock)
    else:
        yield from examined(service, google_clock=google_clock)
    service.database.dispose()


def _of_machine(service: Service, *, google_clock: bool) -> Iterator[Finding]:
    yield _of_disk(service.settings.data_directory)
    yield from _of_google(service, google_clock=google_clock)
    if service.settings.on_heroku:
        yield findings.of_dyno()


def _of_records(service: Service) -> Iterator[Finding]:
    try:
        look = look_at(service.database, _now)
        schema_problem = service.schema_problem()
    except UnreachableDatabaseError as error:
        sentence = f"found no answer ({error}), needed one. Is it up, and DATABASE_URL right?"
        yield findings.red("Database", sentence)
        return
    yield from findings.of_database(look, schema_problem)
    if look.clock_ahead_s is not None:
        yield findings.of_clock(look.clock_ahead_s, "the database's")
    yield _of_connections(service.settings, look)
    if schema_problem is None:
        yield from _of_runs(service)


def _of_connections(settings: Settings, look: DatabaseLook) -> Finding:
    formation = formation_of(settings, workers=workers_beside_web(settings))
    problem = connections_problem(formation, look.connections_max)
    return findings.of_connections(problem, formation.connections_max, look.connections_max)


def _of_runs(service: Service) -> Iterator[Finding]:
    now, records = _now(), service.records
    yield findings.of_executor(
        is_alive=service.engine.executor_alive(),
        executes_in_web=service.settings.execute_in_web,
    )
    waiting = [run for run in records.runs.open_runs() if run.state is RunState.WAITING]
    oldest = waiting[0] if waiting else None
    yield findings.of_waiting(
        oldest.code if oldest else "", oldest.created_at if oldest else None, now
    )
    overdue = undelivered(service.database, before=now - findings.UNDELIVERED_AFTER)
    yield findings.of_undelivered(overdue)
    yield findings.of_backup(records.backups.newest(), now)


def _of_disk(place: Path) -> Finding:
    try:
        with tempfile.NamedTemporaryFile(dir=place):
            free_bytes, trouble = shutil.disk_usage(place).free, ""
    except OSError as error:
        free_bytes, trouble = 0, str(error.strerror)
    return findings.of_disk(str(place), trouble, free_bytes)


def _of_google(service: Service, *, google_clock: bool) -> Iterator[Finding]:
    if service.google is None:
        return
    proof = service.google.prove()
    yield from findings.of_google(service.google.address, proof.troubles)
    if google_clock and proof.told_at is not None:
        yield findings.of_clock((proof.told_at - _now()).total_seconds(), "Google's")


def _instant(text: str) -> datetime:
    try:
        made_at = datetime.fromisoformat(text)
    except ValueError as error:
        allowed = "a link, a date or an instant like 2026-11-03T02:00"
        raise click.UsageError(f'URL|DATE: found "{text}", allowed: {allowed}.') from error
    return made_at.astimezone(UTC) if made_at.tzinfo else made_at.replace(tzinfo=UTC)


def _without_secrets(url: str) -> str:
    """Return a link without what opens it: its query, and a name and password before the host."""
    scheme, _, rest = url.partition("?")[0].partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def _now() -> datetime:
    return datetime.now(UTC)
