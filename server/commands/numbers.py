"""The customers' numbers of a dossier: which there are, and the word for a lower start value."""

from collections.abc import Mapping
from itertools import islice
from zoneinfo import ZoneInfo

import click

from boekbrug.server.assembly import Service
from boekbrug.server.bookkeeping.external_ids import free_numbers
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.number_ranges import (
    NumberRange,
    known_in_words,
    lowest_start,
    shared,
)
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.commands.house import open_house
from boekbrug.server.commands.typed import now
from boekbrug.server.records.errors import RegisterError

start_option = click.option("--from", "first", type=click.IntRange(min=1), metavar="NUMBER")


@click.command("numbers")
@click.argument("key", metavar="TEAM/NAME")
@start_option
def show_numbers(key: str, first: int | None) -> None:
    """Show the customers' numbers of a dossier, and which comes next; change nothing.

    With --from: which would come next from that start value, and whom a lower one could meet.
    """
    house = open_house()
    dossier, dossier_id = found_dossier(house, key)
    given = house.records.numbers(dossier_id).given()
    for one in given:
        day = one.given_at.astimezone(ZoneInfo(dossier.zone)).date()
        click.echo(f"{one.number:<12}{one.customer:<40}  {one.origination}, {day}, {one.file}")
    history = house.records.dossier(dossier_id).history(now())
    ranges = _ranges(house, dossier, dossier_id)
    click.echo("\n".join(_standing(dossier, ranges, history, first)))


@click.command("allow-numbers")
@click.argument("key", metavar="TEAM/NAME")
@click.option("--from", "first", type=int, required=True, metavar="NUMBER")
@click.option(
    "--confirm",
    default="",
    metavar="TEAM NAME",
    help="The team's name, typed: its accountant said that the numbers from there on are free.",
)
def allow_numbers(key: str, first: int, confirm: str) -> None:
    """Let a dossier count its customers' numbers from a lower one on."""
    house = open_house()
    dossier, dossier_id = found_dossier(house, key)
    allowed = shared(_ranges(house, dossier, dossier_id).values())
    house.records.numbers(dossier_id).confirm_start(first, confirm, allowed=allowed, now=now())
    click.echo(f"{key} may count from {first} on. Write {first} into Accountant's no. starts at.")


def found_dossier(house: Service, key: str) -> tuple[Dossier, int]:
    """Return a dossier and its number.

    Raises:
        RegisterError: there is no such dossier.
    """
    register = house.records.register
    known = {one.key: one for one in register.dossiers(key.partition("/")[0])}
    dossier_id = register.dossier_id(key)
    if dossier_id is None:
        raise RegisterError("Dossier", found=f'no "{key}"', needed="one that exists")
    return known[key], dossier_id


def _ranges(house: Service, dossier: Dossier, dossier_id: int) -> dict[str, NumberRange]:
    """Return the numbers that each program of the dossier holds, by its title.

    They are its own, and those of the last export that are still installed.
    """
    names = dict.fromkeys([dossier.program, *house.records.numbers(dossier_id).programs()])
    programs = [house.programs[name] for name in names if name in house.programs]
    return {one.TITLE: one.FACTS.external_id_range for one in programs}


def _standing(
    dossier: Dossier, ranges: Mapping[str, NumberRange], history: History, first: int | None
) -> tuple[str, ...]:
    allowed = shared(ranges.values())
    ending = next(title for title, one in ranges.items() if one.last == allowed.last)
    lowest = lowest_start(history, allowed)
    counted = history.numbers_from
    start = first or counted or lowest
    free = islice(free_numbers(str(start), history.external_ids, allowed), 1)
    following = next(free, f"none: {ending} ends at {allowed.last}")
    lines = (
        f"Numbers of {' and '.join(ranges)}: {allowed.first} to {allowed.last}.",
        f"Counted from: {counted or 'no number was counted yet'}.",
        f"Lowest start value that needs no word: {lowest}.",
        f"Next from {start}: {following}. A number that only a sheet holds is skipped too.",
    )
    if start >= lowest:
        return lines
    return (*lines, known_in_words(history.external_ids, start, lowest - 1), _word(dossier, start))


def _word(dossier: Dossier, start: int) -> str:
    return (
        "Ask the accountant: whoever has such a number in the program would be overwritten. Then: "
        f"boekbrug dossier allow-numbers {dossier.key} --from {start} --confirm ..."
    )
