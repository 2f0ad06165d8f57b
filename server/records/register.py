"""The register: teams, their dossiers and the attached workbooks; what the operator keeps."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.plan import GivenId, Origination
from boekbrug.server.bookkeeping.settings import Dossier
from boekbrug.server.bookkeeping.told import LastTold
from boekbrug.server.records.audit import OPERATOR, note
from boekbrug.server.records.database import is_taken, reading
from boekbrug.server.records.entries import Team, WorkbookEntry
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.fence import lock_fence
from boekbrug.server.records.ledger import store_ids
from boekbrug.server.records.register_rows import (
    dossier_of,
    dossier_row,
    read_workbooks,
    team_of,
)
from boekbrug.server.records.tables import dossiers, fences, teams, workbooks
from boekbrug.server.records.wallet import lock_team

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DOSSIER_KEY = re.compile(f"{KEY.pattern}/{KEY.pattern}")
SIGNED_BY_SECRET = {
    "title": "",
    "hmac_allowed": True,
    "audience": "",
    "addresses": [],
    "is_test": False,
    "continued_by": "",
    "language": "",
    "told_export": 0,
    "told_columns": [],
}
"""How a workbook is pressed that a command attached; `Connections` attaches those of people."""


class Register:
    """Who is there. Its commands are the operator's; nothing here is reached from the web."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def add_team(self, key: str, name: str, *, credit_limit: Decimal = ZERO, now: datetime) -> Team:
        """Add a team whose balance may go as far below 0.00 as the limit in EUR.

        Raises:
            RegisterError: the key is taken, or is not of small letters, digits and hyphens.
        """
        if not KEY.fullmatch(key):
            raise RegisterError(
                "Team", found=f'"{key}"', needed="small letters, digits and hyphens, such as acme"
            )
        row = {"key": key, "name": name, "credit_limit": credit_limit, "added_at": now}
        with self._engine.begin() as connection:
            team_id: int = _insert(connection, teams, row, noun="Team", found=key)
            facts = {"key": key}
            note(connection, "team added", who=OPERATOR, now=now, team_id=team_id, facts=facts)
        return Team(id=team_id, key=key, name=name, credit_limit=credit_limit)

    def set_credit_limit(self, key: str, limit: Decimal, reason: str, *, now: datetime) -> Decimal:
        """Let the team's balance go as far below 0.00 as that, in EUR; return what it was.

        Raises:
            RegisterError: there is no such team, or the limit is below 0.00.
        """
        if limit < ZERO:
            raise RegisterError("Credit limit", found=f"EUR {limit}", needed="0.00 or more")
        with self._engine.begin() as connection:
            team_id = _known(connection, teams, key, noun="Team")
            before = lock_team(connection, team_id)
            own = teams.c.id == team_id
            connection.execute(sa.update(teams).where(own).values(credit_limit=limit))
            facts = {"credit_limit_eur": str(limit), "before_eur": str(before), "reason": reason}
            note(
                connection,
                "credit limit set",
                who=OPERATOR,
                now=now,
                team_id=team_id,
                facts=facts,
            )
        return before

    def add_dossier(self, dossier: Dossier, *, now: datetime) -> int:
        """Add a dossier to the team that its key begins with, and return its number.

        Raises:
            RegisterError: the key is taken or not team/name, or there is no such team.
        """
        if not DOSSIER_KEY.fullmatch(dossier.key):
            raise RegisterError(
                "Dossier", found=f'"{dossier.key}"', needed="team/name, such as acme/winbooks"
            )
        with self._engine.begin() as connection:
            team_id = _known(connection, teams, dossier.key.partition("/")[0], noun="Team")
            row = dossier_row(dossier) | {"team_id": team_id, "added_at": now}
            dossier_id: int = _insert(connection, dossiers, row, noun="Dossier", found=dossier.key)
            connection.execute(sa.insert(fences).values(dossier_id=dossier_id))
            note(
                connection,
                "dossier added",
                who=OPERATOR,
                now=now,
                team_id=team_id,
                dossier_id=dossier_id,
                facts={"key": dossier.key},
            )
        return dossier_id

    def attach_workbook(
        self,
        dossier_key: str,
        *,
        kind: str,
        location: str,
        folder: str,
        workbook_id: str,
        now: datetime,
    ) -> WorkbookEntry:
        """Attach a workbook to a dossier; its files will go to the folder.

        Raises:
            RegisterError: there is no such dossier, or the id or the location is attached already.
        """
        row = {
            "id": workbook_id,
            "kind": kind,
            "location": location,
            "folder": folder,
            "secret_version": 1,
            "attached_at": now,
            **SIGNED_BY_SECRET,
        }
        with self._engine.begin() as connection:
            dossier_id = _known(connection, dossiers, dossier_key, noun="Dossier")
            row["dossier_id"] = dossier_id
            for other in read_workbooks(connection, workbooks.c.id == workbook_id):
                own = "a workbook with an id of its own"
                raise RegisterError("Workbook", found=f'the id of "{other.location}"', needed=own)
            _insert(connection, workbooks, row, noun="Workbook", found=location)
            note(
                connection,
                "workbook attached",
                who=OPERATOR,
                now=now,
                dossier_id=dossier_id,
                facts={"workbook": workbook_id},
            )
            return read_workbooks(connection, workbooks.c.id == workbook_id)[0]

    def keep_numbers(
        self, workbook: WorkbookEntry, numbers: Mapping[str, str], *, now: datetime
    ) -> None:
        """Take the numbers that customers have at the accountant already, all or none.

        Args:
            workbook: where they stand; the owner of its dossier confirmed them.
            numbers: external ID to customer's key.
            now: when.

        Raises:
            RegisterError: a number is another customer's, or a customer has another number.
        """
        typed = [
            GivenId(customer=customer, external_id=number, origination=Origination.TYPED)
            for number, customer in numbers.items()
        ]
        with self._engine.begin() as connection:
            lock_fence(connection, workbook.dossier_id)
            store_ids(connection, workbook.dossier_id, typed, workbook_id=workbook.id, now=now)
            note(
                connection,
                "numbers kept",
                who=OPERATOR,
                now=now,
                dossier_id=workbook.dossier_id,
                facts={"numbers": len(numbers)},
            )

    def keep_lines_estimate(self, workbook_id: str, lines: int) -> None:
        """Keep how many rows the workbook's last run read."""
        with self._engine.begin() as connection:
            connection.execute(
                sa.update(workbooks)
                .where(workbooks.c.id == workbook_id)
                .values(lines_estimate=lines)
            )

    def keep_language(self, workbook_id: str, language: str) -> None:
        """Keep in which language people read what the server says of the workbook."""
        own = workbooks.c.id == workbook_id
        with self._engine.begin() as connection:
            connection.execute(sa.update(workbooks).where(own).values(language=language))

    def keep_told(self, workbook_id: str, told: LastTold) -> None:
        """Keep what a run wrote into the workbook's tab Invoices."""
        own, columns = workbooks.c.id == workbook_id, sorted(told.columns)
        with self._engine.begin() as connection:
            connection.execute(
                sa.update(workbooks)
                .where(own)
                .values(told_export=told.export, told_columns=columns)
            )

    def language(self, workbook_id: str) -> str:
        """Return the language that was kept, '' when no run has read the settings yet."""
        own = workbooks.c.id == workbook_id
        with reading(self._engine) as connection:
            return connection.scalar(sa.select(workbooks.c.language).where(own)) or ""

    def teams(self) -> tuple[Team, ...]:
        """Return all teams by key."""
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(teams).order_by(teams.c.key))
            return tuple(team_of(row) for row in rows)

    def team(self, key: str) -> Team | None:
        """Return the team of that key."""
        with reading(self._engine) as connection:
            row = connection.execute(sa.select(teams).where(teams.c.key == key)).first()
        return team_of(row) if row else None

    def dossiers(self, team_key: str) -> tuple[Dossier, ...]:
        """Return the team's dossiers by key."""
        query = (
            sa.select(dossiers).join(teams).where(teams.c.key == team_key).order_by(dossiers.c.key)
        )
        with reading(self._engine) as connection:
            return tuple(dossier_of(row) for row in connection.execute(query))

    def dossier_id(self, dossier_key: str) -> int | None:
        """Return the number that a dossier's records are bound to, None when there is none."""
        query = sa.select(dossiers.c.id).where(dossiers.c.key == dossier_key)
        with reading(self._engine) as connection:
            found: int | None = connection.scalar(query)
            return found

    def workbooks(self, dossier_key: str) -> tuple[WorkbookEntry, ...]:
        """Return the workbooks attached to a dossier, in the order in which they were."""
        with reading(self._engine) as connection:
            return read_workbooks(connection, dossiers.c.key == dossier_key)

    def workbook(self, workbook_id: str) -> WorkbookEntry | None:
        """Return the workbook that carries that id."""
        with reading(self._engine) as connection:
            return next(iter(read_workbooks(connection, workbooks.c.id == workbook_id)), None)

    def workbook_at(self, location: str) -> WorkbookEntry | None:
        """Return the workbook attached from that place."""
        with reading(self._engine) as connection:
            return next(iter(read_workbooks(connection, workbooks.c.location == location)), None)


def _known(connection: sa.Connection, table: sa.Table, key: str, *, noun: str) -> int:
    found: int | None = connection.scalar(sa.select(table.c.id).where(table.c.key == key))
    if found is None:
        raise RegisterError(noun, found=f'no "{key}"', needed="one that exists")
    return found


def _insert(
    connection: sa.Connection, table: sa.Table, row: Mapping[str, object], *, noun: str, found: str
) -> Any:
    try:
        new = connection.execute(sa.insert(table).values(row).returning(table.c.id))
    except IntegrityError as error:
        if not is_taken(error):
            raise
        needed = "one that is not attached" if table is workbooks else "a new key"
        raise RegisterError(noun, found=f'"{found}" already', needed=needed) from error
    return new.scalar_one()
