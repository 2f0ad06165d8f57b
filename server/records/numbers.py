"""The customers' numbers of a dossier: who has which, and from where they may be counted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from boekbrug.server.bookkeeping.number_ranges import NumberRange, known_in_words
from boekbrug.server.bookkeeping.plan import Origination
from boekbrug.server.records.audit import OPERATOR, note
from boekbrug.server.records.database import reading
from boekbrug.server.records.entries import file_name
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.fence import lock_fence
from boekbrug.server.records.ledger import read_ids
from boekbrug.server.records.ledger_tables import batches, external_ids, number_starts
from boekbrug.server.records.tables import dossiers, teams, workbooks


@dataclass(frozen=True, slots=True)
class Starts:
    """The start value that a dossier counted from last, and the lowest that was confirmed."""

    counted: int | None
    confirmed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNumber:
    """A number of a dossier: whose it is, how he came by it, and which file used it last."""

    number: str
    customer: str
    origination: Origination
    given_at: datetime
    file: str


class DossierNumbers:
    """The numbers of one dossier, as whoever runs the server sees them."""

    def __init__(self, engine: sa.Engine, dossier_id: int) -> None:
        """Bind to that dossier of that database."""
        self._engine = engine
        self._dossier_id = dossier_id

    def given(self) -> tuple[GivenNumber, ...]:
        """Return every number ever given or taken, digits in their order, then the others."""
        query = (
            sa.select(external_ids, workbooks.c.title, workbooks.c.location)
            .join(workbooks, external_ids.c.workbook_id == workbooks.c.id)
            .where(external_ids.c.dossier_id == self._dossier_id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(sorted((_given(row) for row in rows), key=_order))

    def programs(self) -> tuple[str, ...]:
        """Return the names of the programs of the last export, none before the first."""
        newest = sa.select(batches.c.programs).where(batches.c.dossier_id == self._dossier_id)
        newest = newest.order_by(batches.c.number.desc()).limit(1)
        with reading(self._engine) as connection:
            return tuple(connection.scalar(newest) or ())

    def confirm_start(
        self, first: int, confirmed: str, *, allowed: NumberRange, now: datetime
    ) -> None:
        """Let the dossier count from that number on, on the accountant's word.

        Args:
            first: the lowest start value that Settings may then have.
            confirmed: the team's name, typed: its accountant said that the numbers are free.
            allowed: the numbers that its programs hold.
            now: when.

        Raises:
            RegisterError: it is another name, with whose numbers from `first` on are known, or
                there is no such number.
        """
        if first not in allowed:
            raise RegisterError("Number", found=f"{first}", needed=_in_words(allowed))
        with self._engine.begin() as connection:
            lock_fence(connection, self._dossier_id)
            name: str = connection.execute(self._team_name()).scalar_one()
            if confirmed != name:
                ids = read_ids(connection, self._dossier_id)
                known = known_in_words(ids, first, allowed.last)
                raise RegisterError(
                    "Numbers",
                    found=f'"{confirmed}" as your word',
                    needed=f'--confirm "{name}", once the accountant said that the numbers from '
                    f"{first} on are free. {known}".removesuffix("."),
                )
            row = {"first": first, "at": now, "who": OPERATOR, "confirmed": confirmed}
            values = {"dossier_id": self._dossier_id, **row}
            connection.execute(sa.insert(number_starts).values(values))
            note(
                connection,
                "number start confirmed",
                who=OPERATOR,
                now=now,
                dossier_id=self._dossier_id,
                facts={"first": first, "confirmed": confirmed},
            )

    def _team_name(self) -> sa.Select[Any]:
        own = dossiers.c.id == self._dossier_id
        return sa.select(teams.c.name).join(dossiers, dossiers.c.team_id == teams.c.id).where(own)


def _in_words(allowed: NumberRange) -> str:
    return f"one from {allowed.first} to {allowed.last}"


def read_starts(connection: sa.Connection, dossier_id: int) -> Starts:
    """Return from where the dossier counts.

    One that gave its numbers before this was noted counted from the lowest that it gave.
    """
    counted, confirmed = _noted(connection, dossier_id)
    last = counted[-1] if counted else _lowest_generated(connection, dossier_id)
    return Starts(last, min(confirmed, default=None))


def note_start(
    connection: sa.Connection, dossier_id: int, first: int, *, who: str, now: datetime
) -> None:
    """Note from where an export counted, where that is another number than before."""
    counted, _ = _noted(connection, dossier_id)
    if counted[-1:] != [first]:
        row = {"first": first, "at": now, "who": who, "confirmed": ""}
        connection.execute(sa.insert(number_starts).values({"dossier_id": dossier_id, **row}))


def _noted(connection: sa.Connection, dossier_id: int) -> tuple[list[int], list[int]]:
    """Return the start values of exports and those that were confirmed, each in their order."""
    start = number_starts.c
    query = sa.select(start.first, start.confirmed).where(start.dossier_id == dossier_id)
    rows = connection.execute(query.order_by(start.id)).all()
    counted = [row.first for row in rows if not row.confirmed]
    return counted, [row.first for row in rows if row.confirmed]


def _lowest_generated(connection: sa.Connection, dossier_id: int) -> int | None:
    query = sa.select(external_ids.c.external_id).where(
        external_ids.c.dossier_id == dossier_id,
        external_ids.c.origination == Origination.GENERATED,
    )
    return min(map(int, connection.scalars(query)), default=None)


def _given(row: sa.Row[Any]) -> GivenNumber:
    return GivenNumber(
        number=row.external_id,
        customer=row.customer,
        origination=row.origination,
        given_at=row.given_at,
        file=file_name(row.title, row.location),
    )


def _order(given: GivenNumber) -> tuple[bool, int, str]:
    is_digits = given.number.isascii() and given.number.isdigit()
    return not is_digits, int(given.number) if is_digits else 0, given.number
