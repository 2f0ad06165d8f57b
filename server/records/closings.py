"""Up to which day the books of a dossier are closed: told by exports, or by who runs the server."""

from datetime import date, datetime

import sqlalchemy as sa

from boekbrug.server.bookkeeping.closing import by_in_words
from boekbrug.server.bookkeeping.history import Closing
from boekbrug.server.bookkeeping.problems import date_in_words
from boekbrug.server.records.audit import OPERATOR, note
from boekbrug.server.records.database import reading
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.records.fence import lock_fence
from boekbrug.server.records.ledger_tables import closings

NOUN = "Closed up to"


class DossierClosings:
    """The closed books of one dossier, as whoever runs the server sees and changes them."""

    def __init__(self, engine: sa.Engine, dossier_id: int) -> None:
        """Bind to that dossier of that database."""
        self._engine = engine
        self._dossier_id = dossier_id

    def latest(self) -> Closing | None:
        """Return up to which day the books are closed; None when they are open."""
        with reading(self._engine) as connection:
            return read_closing(connection, self._dossier_id)

    def close(self, up_to: date, reason: str, *, now: datetime) -> Closing | None:
        """Close the books up to a later day, or, with a reason, open those after an earlier one.

        Returns:
            what the record said before.

        Raises:
            RegisterError: it says that day already, or a later one and there is no reason.
        """
        with self._engine.begin() as connection:
            before = self._locked(connection)
            if before and up_to == before.up_to:
                raise RegisterError(NOUN, found=_told(before), needed="another day")
            if before and up_to < before.up_to:
                _refuse_without(reason, before)
            self._add(connection, up_to, before, reason, now)
            return before

    def reopen(self, reason: str, *, now: datetime) -> Closing:
        """Open all periods again.

        Returns:
            what the record said before.

        Raises:
            RegisterError: nothing is closed, or there is no reason.
        """
        with self._engine.begin() as connection:
            before = self._locked(connection)
            if before is None:
                raise RegisterError(NOUN, found="no closed period", needed="one to open again")
            _refuse_without(reason, before)
            self._add(connection, None, before, reason, now)
            return before

    def _locked(self, connection: sa.Connection) -> Closing | None:
        lock_fence(connection, self._dossier_id)
        return read_closing(connection, self._dossier_id)

    def _add(
        self,
        connection: sa.Connection,
        up_to: date | None,
        before: Closing | None,
        reason: str,
        now: datetime,
    ) -> None:
        is_closed = up_to is not None and (before is None or up_to > before.up_to)
        row = {"up_to": up_to, "export": 0, "at": now, "who": OPERATOR, "reason": reason}
        connection.execute(sa.insert(closings).values({"dossier_id": self._dossier_id, **row}))
        note(
            connection,
            "period closed" if is_closed else "period opened",
            who=OPERATOR,
            now=now,
            dossier_id=self._dossier_id,
            facts={
                "up_to": _in_audit(up_to),
                "before": _in_audit(before.up_to if before else None),
                "reason": reason,
            },
        )


def read_closing(connection: sa.Connection, dossier_id: int) -> Closing | None:
    """Return up to which day the books of the dossier are closed, and what told so."""
    closing = closings.c
    query = sa.select(closing.up_to, closing.export).where(closing.dossier_id == dossier_id)
    row = connection.execute(query.order_by(closing.id.desc()).limit(1)).one_or_none()
    return Closing(row.up_to, row.export) if row and row.up_to else None


def add_closing(
    connection: sa.Connection, dossier_id: int, closing: Closing, *, who: str, now: datetime
) -> None:
    """Add the day that an export was told, in the transaction of its commit."""
    row = {"up_to": closing.up_to, "export": closing.export, "at": now, "who": who, "reason": ""}
    connection.execute(sa.insert(closings).values({"dossier_id": dossier_id, **row}))
    note(
        connection,
        "period closed",
        who=who,
        now=now,
        dossier_id=dossier_id,
        facts={"up_to": closing.up_to.isoformat(), "export": closing.export},
    )


def _refuse_without(reason: str, before: Closing) -> None:
    if not reason.strip():
        raise RegisterError(
            NOUN,
            found=f"{_told(before)}, and no reason to open it again",
            needed='--reason "...", once the accountant opened the period',
        )


def _told(closing: Closing) -> str:
    return f"{date_in_words(closing.up_to)}, told by {by_in_words(closing)}"


def _in_audit(day: date | None) -> str:
    return day.isoformat() if day else "none"
