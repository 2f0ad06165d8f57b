"""Connections: the codes that let people attach their own workbook, and who may press it then."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from boekbrug.server.records.audit import OPERATOR, note
from boekbrug.server.records.database import is_taken, reading
from boekbrug.server.records.entries import ConnectCode, WorkbookEntry
from boekbrug.server.records.errors import CodeUsedError, RegisterError, TooManyTriesError
from boekbrug.server.records.fence import lock_fence
from boekbrug.server.records.register_rows import dossier_of, read_workbooks
from boekbrug.server.records.tables import connect_codes, connect_tries, dossiers, workbooks

TRIES_WINDOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A workbook as it is to be connected, proven as far as it can be beforehand.

    `workbook` is the entry as it will be kept; its id stands unless the place is attached
    already. `code` is used up by it, for the person with that e-mail address. `continues` is the
    id of the attached workbook that it goes on from, '' when from none.
    """

    workbook: WorkbookEntry
    code: ConnectCode
    email: str
    continues: str = ""


class Connections:
    """Codes, tries and connected workbooks of all dossiers."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def make_code(
        self,
        dossier_key: str,
        *,
        digest: str,
        addresses: Collection[str],
        folder: str = "",
        keeps_numbers: bool = False,
        expires_at: datetime,
        now: datetime,
    ) -> ConnectCode:
        """Keep a new code by its digest; the code itself is never stored.

        Raises:
            RegisterError: there is no such dossier.
        """
        with self._engine.begin() as connection:
            dossier = sa.select(dossiers.c.id).where(dossiers.c.key == dossier_key)
            dossier_id = connection.scalar(dossier)
            if dossier_id is None:
                raise RegisterError(
                    "Dossier", found=f'"{dossier_key}"', needed="one that was added before"
                )
            row = {
                "digest": digest,
                "dossier_id": dossier_id,
                "addresses": list(addresses),
                "folder": folder,
                "keeps_numbers": keeps_numbers,
                "made_at": now,
                "expires_at": expires_at,
                **UNUSED,
            }
            connection.execute(sa.insert(connect_codes).values(row))
            note(connection, "code made", who=OPERATOR, now=now, dossier_id=dossier_id)
            return _codes(connection, [digest])[0]

    def code(self, digests: Collection[str]) -> ConnectCode | None:
        """Return the code with one of these digests, used or not; None when there is none."""
        with reading(self._engine) as connection:
            return next(iter(_codes(connection, digests)), None)

    def connect(self, connection: Connection, *, now: datetime) -> WorkbookEntry:
        """Attach the workbook and use up the code, or connect it anew when it is attached.

        The same code for the same person and workbook again changes nothing. A workbook that it
        continues exports no more, and neither does the last one that went on from that.

        Raises:
            CodeUsedError: the code was used meanwhile.
            RegisterError: the workbook is another dossier's.
        """
        try:
            with self._engine.begin() as transaction:
                return _connect(transaction, connection, now)
        except IntegrityError as error:
            if not is_taken(error):
                raise
            raise _anothers() from error

    def begin_try(self, network: str, *, per_hour_max: int, now: datetime) -> int:
        """Count a try from that address of the network, and return its number.

        Raises:
            TooManyTriesError: there were as many in the last hour; this one is not counted.
        """
        with self._engine.begin() as connection:
            connection.execute(
                sa.delete(connect_tries).where(connect_tries.c.at <= now - TRIES_WINDOW)
            )
            own = sa.select(connect_tries.c.at).where(connect_tries.c.network == network)
            times = sorted(connection.scalars(own))
            if len(times) >= per_hour_max:
                free_at = times[-per_hour_max] + TRIES_WINDOW
                wait_s = max(1, ceil((free_at - now).total_seconds()))
                raise TooManyTriesError(allowed=per_hour_max, retry_after_s=wait_s)
            new = sa.insert(connect_tries).values(network=network, at=now)
            number: int = connection.execute(new.returning(connect_tries.c.id)).scalar_one()
            return number

    def forget_try(self, number: int) -> None:
        """Count a try no more: it was no wrong guess."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(connect_tries).where(connect_tries.c.id == number))

    def note_refusal(
        self,
        event: str,
        *,
        who: str,
        dossier_id: int | None,
        facts: Mapping[str, str],
        now: datetime,
    ) -> None:
        """Write into the audit that somebody was refused, and why in a word."""
        with self._engine.begin() as connection:
            note(connection, event, who=who, now=now, dossier_id=dossier_id, facts=facts)


UNUSED = {"used_at": None, "used_by": "", "used_for": "", "workbook_id": ""}


def _codes(connection: sa.Connection, digests: Collection[str]) -> list[ConnectCode]:
    query = sa.select(connect_codes).where(connect_codes.c.digest.in_(digests))
    return [_code(connection, row) for row in connection.execute(query).all()]


def _code(connection: sa.Connection, row: sa.Row[Any]) -> ConnectCode:
    dossier = sa.select(dossiers).where(dossiers.c.id == row.dossier_id)
    return ConnectCode(
        id=row.id,
        dossier_id=row.dossier_id,
        dossier=dossier_of(connection.execute(dossier).one()),
        addresses=tuple(row.addresses),
        folder=row.folder,
        keeps_numbers=row.keeps_numbers,
        expires_at=row.expires_at,
        used_at=row.used_at,
        used_by=row.used_by,
        used_for=row.used_for,
        workbook_id=row.workbook_id,
    )


def _connect(transaction: sa.Connection, connection: Connection, now: datetime) -> WorkbookEntry:
    entry = connection.workbook
    lock_fence(transaction, entry.dossier_id)
    found = read_workbooks(transaction, workbooks.c.location == entry.location)
    if found and found[0].dossier_id != entry.dossier_id:
        raise _anothers()
    workbook_id = found[0].id if found else entry.id
    is_new = _use_code(transaction, connection, workbook_id, now)
    if found:
        change = sa.update(workbooks).where(workbooks.c.id == workbook_id)
        transaction.execute(change.values(_who_presses(entry)))
    else:
        transaction.execute(sa.insert(workbooks).values(_row(entry, now)))
    if connection.continues:
        _detach(transaction, connection.continues, workbook_id)
    if is_new:
        note(
            transaction,
            "workbook connected",
            who=connection.email,
            now=now,
            dossier_id=entry.dossier_id,
            facts={"workbook": workbook_id, "continues": connection.continues},
        )
    return read_workbooks(transaction, workbooks.c.id == workbook_id)[0]


def _use_code(
    transaction: sa.Connection, connection: Connection, workbook_id: str, now: datetime
) -> bool:
    """Use the code up; whether it was unused."""
    is_this = connect_codes.c.id == connection.code.id
    use = {
        "used_at": now,
        "used_by": connection.email,
        "used_for": connection.workbook.title,
        "workbook_id": workbook_id,
    }
    unused = sa.update(connect_codes).where(is_this, connect_codes.c.used_at.is_(None))
    if transaction.execute(unused.values(use)).rowcount:
        return True
    used = transaction.execute(sa.select(connect_codes).where(is_this)).one()
    if (used.used_by, used.workbook_id) != (connection.email, workbook_id):
        raise CodeUsedError
    return False


def _row(entry: WorkbookEntry, now: datetime) -> dict[str, object]:
    return {
        "id": entry.id,
        "dossier_id": entry.dossier_id,
        "kind": entry.kind,
        "location": entry.location,
        "secret_version": entry.secret_version,
        "attached_at": now,
        "hmac_allowed": entry.hmac_allowed,
        "is_test": entry.is_test,
        "continued_by": "",
        "language": "",
        "told_export": 0,
        "told_columns": [],
        **_who_presses(entry),
    }


def _who_presses(entry: WorkbookEntry) -> dict[str, object]:
    """Return what a connection says anew of a workbook."""
    return {
        "title": entry.title,
        "folder": entry.folder,
        "audience": entry.audience,
        "addresses": list(entry.addresses),
    }


def _detach(transaction: sa.Connection, continued: str, workbook_id: str) -> None:
    """Let the workbook go on from the one that exports now: the last that went on from it."""
    successor = sa.select(workbooks.c.continued_by)
    last = continued
    while following := transaction.scalar(successor.where(workbooks.c.id == last)):
        if following == workbook_id:
            return
        last = following
    change = sa.update(workbooks).where(workbooks.c.id == last)
    transaction.execute(change.values(continued_by=workbook_id))


def _anothers() -> RegisterError:
    return RegisterError(
        "This file", found="it connected to another firm", needed="one that is connected to none"
    )
