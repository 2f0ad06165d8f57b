"""The runs: one row for each press that began something; the only state that people see."""

import secrets
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from math import ceil
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from boekbrug.server.records.database import is_taken, reading
from boekbrug.server.records.entries import (
    Action,
    Pressed,
    Run,
    RunRequest,
    RunState,
    WorkbookEntry,
)
from boekbrug.server.records.errors import (
    BodyConflictError,
    ServerFullError,
    TooManyPressesError,
)
from boekbrug.server.records.run_rows import run_of
from boekbrug.server.records.tables import runs

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 and O, no 1, I and L: people read a code aloud."""
CODE_LENGTH = 6
PRESS_ATTEMPTS = 10
"""A press that meets another one looks again; it takes a second time, or chance is broken."""
PRESS_WINDOW = timedelta(minutes=1)
OPEN_STATES = tuple(state for state in RunState if state.is_open)


class Runs:
    """The runs of all workbooks: the engine's side, and the door's by workbook."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def press(
        self,
        workbook: WorkbookEntry,
        action: Action,
        request: RunRequest,
        *,
        webhook_id: str,
        body_digest: str,
        pressed_by: str,
        now: datetime,
        per_minute_max: int | None = None,
        open_max: int | None = None,
    ) -> Pressed:
        """Begin a run, or return the one that this press means.

        The same webhook id is the same run, in whatever state. A check of this workbook, the same
        column for it, or the same other action on this dossier, that is still open is returned as
        already running.

        Raises:
            BodyConflictError: the webhook id came before, with another body.
            TooManyPressesError: the workbook began more runs in a minute than `per_minute_max`.
            ServerFullError: `open_max` runs of all workbooks are open already.
        """
        row = _asked(workbook, action, request) | {
            "webhook_id": webhook_id,
            "body_digest": body_digest,
            "pressed_by": pressed_by,
            "created_at": now,
        }

        def begin(connection: sa.Connection) -> Pressed:
            if earlier := _earlier(connection, row):
                return earlier
            _refuse_too_many(connection, workbook.id, now, per_minute_max)
            _refuse_when_full(connection, open_max)
            return Pressed(_insert(connection, row))

        return self._until_settled(begin)

    def _until_settled(self, begin: Callable[[sa.Connection], Pressed]) -> Pressed:
        """Begin in a transaction; when another press was first, look again at what there is."""
        for _ in range(PRESS_ATTEMPTS):
            try:
                with self._engine.begin() as connection:
                    return begin(connection)
            except IntegrityError as error:
                if not is_taken(error):
                    raise
        raise RuntimeError(f"press: met another press {PRESS_ATTEMPTS} times")

    def run(self, run_id: str) -> Run | None:
        """Return a run by its id, whosever it is: for the engine, which knows no workbook."""
        return self._one(runs.c.id == run_id)

    def latest(self, workbook_id: str) -> Run | None:
        """Return the workbook's newest run, None before there is one."""
        return self._one(runs.c.workbook_id == workbook_id)

    def latest_check(self, workbook_id: str) -> Run | None:
        """Return the workbook's newest check that was carried through."""
        is_done_check = (runs.c.action == Action.CHECK) & (runs.c.state == RunState.DONE)
        return self._one(runs.c.workbook_id == workbook_id, is_done_check)

    def open_runs(self) -> tuple[Run, ...]:
        """Return every run that has not ended, oldest first."""
        return self._all(runs.c.open_key.is_not(None))

    def unfinished(self, dossier_id: int) -> tuple[Run, ...]:
        """Return the dossier's runs with a batch that is not delivered or written back yet."""
        return self._all(runs.c.dossier_id == dossier_id, runs.c.state == RunState.UNFINISHED)

    def start(self, run_id: str, now: datetime) -> None:
        """Note that the run goes on now; the instant of its first start stays."""
        self._update(
            run_id,
            runs.c.state.in_(OPEN_STATES),
            state=RunState.RUNNING,
            started_at=sa.func.coalesce(runs.c.started_at, sa.literal(now, runs.c.started_at.type)),
        )

    def advance(self, run_id: str, *, stage: str, percent: int) -> None:
        """Tell people how far an open run is: a stage in words and 0 to 100."""
        self._update(run_id, runs.c.state.in_(OPEN_STATES), stage=stage, percent=percent)

    def conclude(
        self,
        run_id: str,
        state: RunState,
        *,
        sentence: str,
        result: Mapping[str, Any],
        batch_id: int | None,
    ) -> None:
        """Keep how an open run will end, with its batch or None, until its sheet has been told."""
        self._update(
            run_id,
            runs.c.state.in_(OPEN_STATES),
            conclusion=state,
            sentence=sentence,
            result=dict(result),
            batch_id=batch_id,
        )

    def end(self, run_id: str, now: datetime) -> None:
        """End an open run as it was concluded; again changes nothing."""
        self._update(
            run_id,
            runs.c.state.in_(OPEN_STATES) & runs.c.conclusion.is_not(None),
            state=runs.c.conclusion,
            percent=100,
            ended_at=now,
            open_key=None,
        )

    def finish(
        self,
        run_id: str,
        state: RunState,
        *,
        sentence: str,
        result: Mapping[str, Any],
        now: datetime,
    ) -> None:
        """End a run. Repeating it changes nothing; of the ends, only unfinished becomes done.

        Args:
            run_id: the run.
            state: one of the four ends.
            sentence: how it ended, for people.
            result: small figures that JSON can hold; no cell contents.
            now: when.
        """
        if state.is_open:
            raise ValueError(f"finish: found {state}, which is no end")
        may_end = [*OPEN_STATES, RunState.UNFINISHED] if state is RunState.DONE else OPEN_STATES
        self._update(
            run_id,
            runs.c.state.in_(may_end),
            state=state,
            percent=100,
            sentence=sentence,
            result=dict(result),
            ended_at=now,
            open_key=None,
        )

    def _update(self, run_id: str, condition: sa.ColumnElement[bool], **values: object) -> None:
        with self._engine.begin() as connection:
            connection.execute(
                sa.update(runs).where(runs.c.id == run_id, condition).values(**values)
            )

    def _one(self, *conditions: sa.ColumnElement[bool]) -> Run | None:
        with reading(self._engine) as connection:
            return _newest(connection, *conditions)

    def _all(self, *conditions: sa.ColumnElement[bool]) -> tuple[Run, ...]:
        query = sa.select(runs).where(*conditions).order_by(runs.c.created_at, runs.c.id)
        with reading(self._engine) as connection:
            return tuple(run_of(row) for row in connection.execute(query))


def _asked(workbook: WorkbookEntry, action: Action, request: RunRequest) -> dict[str, object]:
    """Return the columns that say what is asked for; `open_key` lets one such run be open."""
    return {
        "workbook_id": workbook.id,
        "dossier_id": workbook.dossier_id,
        "action": action,
        "period_first": request.period.first,
        "period_last": request.period.last,
        "selection": request.selection,
        "plan": request.plan,
        "tab": request.tab,
        "header": request.header,
        "documents": list(request.documents),
        "hold": list(request.hold),
        "replaces": request.replaces,
        "not_imported": request.not_imported,
        "all_customers": request.all_customers,
        "open_key": _open_key(workbook, action, request),
    }


def _open_key(workbook: WorkbookEntry, action: Action, request: RunRequest) -> str:
    if action is Action.ADD_COLUMN:
        return f"{action}:{workbook.id}:{request.tab}/{request.header}"
    whose = workbook.id if action is Action.CHECK else workbook.dossier_id
    return f"{action}:{whose}"


def _earlier(connection: sa.Connection, press: Mapping[str, object]) -> Pressed | None:
    """Return the run that this press means already: its own, or the open one of its kind."""
    named = sa.select(runs).where(
        runs.c.workbook_id == press["workbook_id"], runs.c.webhook_id == press["webhook_id"]
    )
    if row := connection.execute(named).first():
        if (row.body_digest, row.action) != (press["body_digest"], press["action"]):
            raise BodyConflictError(row.webhook_id, code=row.code)
        return Pressed(run_of(row))
    going_on = _newest(connection, runs.c.open_key == press["open_key"])
    return Pressed(going_on, already_running=True) if going_on else None


def _refuse_too_many(
    connection: sa.Connection, workbook_id: str, now: datetime, per_minute_max: int | None
) -> None:
    if per_minute_max is None:
        return
    lately = (runs.c.workbook_id == workbook_id, runs.c.created_at > now - PRESS_WINDOW)
    times = connection.scalars(sa.select(runs.c.created_at).where(*lately)).all()
    if len(times) >= per_minute_max:
        free_at = sorted(times)[-per_minute_max] + PRESS_WINDOW
        raise TooManyPressesError(
            found=len(times) + 1,
            allowed=per_minute_max,
            retry_after_s=max(1, ceil((free_at - now).total_seconds())),
        )


def _refuse_when_full(connection: sa.Connection, open_max: int | None) -> None:
    is_open = runs.c.open_key.is_not(None)
    found = connection.scalar(sa.select(sa.func.count()).select_from(runs).where(is_open)) or 0
    if open_max is not None and found >= open_max:
        raise ServerFullError(found=found, allowed=open_max)


def _insert(connection: sa.Connection, row: Mapping[str, object]) -> Run:
    run_id = uuid.uuid4().hex
    code = "R-" + "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    begun = {"state": RunState.WAITING, "stage": "", "percent": 0, "sentence": "", "result": {}}
    connection.execute(sa.insert(runs).values({"id": run_id, "code": code, **begun, **row}))
    return _the(connection, run_id)


def _the(connection: sa.Connection, run_id: str) -> Run:
    return run_of(connection.execute(sa.select(runs).where(runs.c.id == run_id)).one())


def _newest(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> Run | None:
    newest_first = (runs.c.created_at.desc(), runs.c.id.desc())
    query = sa.select(runs).where(*conditions).order_by(*newest_first).limit(1)
    row = connection.execute(query).first()
    return run_of(row) if row else None
