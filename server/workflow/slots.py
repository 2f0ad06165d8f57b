"""Slots: which processes execute runs, told by locks that the operating system or PostgreSQL frees.

A process executes while it holds a slot. When it dies, however it dies, its lock is free at once,
and another process may take over what it left. With files there is one slot, because SQLite wants
one executor; with PostgreSQL there are many.
"""

import fcntl
import os
from pathlib import Path
from typing import Protocol

import psycopg
import sqlalchemy

ADVISORY_CLASS = 0x626F656B
"""The first key of our advisory locks, "boek" in ASCII: the database may be a host's."""


class Slots(Protocol):
    """The slots of one deployment, as one process sees them."""

    count: int

    def take(self, number: int) -> bool:
        """Take the slot and return True, or return False when another process holds it."""
        ...

    def free(self, number: int) -> None:
        """Give back a slot that was taken here."""
        ...

    def are_kept(self) -> bool:
        """Return whether the slots that were taken here are still ours."""
        ...

    def is_any_held(self) -> bool:
        """Return whether any process holds a slot, this one included."""
        ...

    def close(self) -> None:
        """Give back everything."""
        ...


class FileSlots:
    """One slot: a lock on a file of this machine."""

    count = 1

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._files: dict[int, int] = {}

    def take(self, number: int) -> bool:
        """Take the slot and return True, or return False when another process holds it."""
        self._directory.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path(number), os.O_RDWR | os.O_CREAT, 0o600)
        if not _is_locked_now(file, fcntl.LOCK_EX):
            os.close(file)
            return False
        self._files[number] = file
        return True

    def free(self, number: int) -> None:
        """Give back a slot that was taken here."""
        os.close(self._files.pop(number))

    def are_kept(self) -> bool:
        """Return True: a file's lock lasts as long as its process."""
        return True

    def is_any_held(self) -> bool:
        """Return whether any process holds a slot, this one included."""
        try:
            file = os.open(self._path(0), os.O_RDONLY)
        except FileNotFoundError:
            return False
        try:
            return not _is_locked_now(file, fcntl.LOCK_SH)
        finally:
            os.close(file)

    def close(self) -> None:
        """Give back everything."""
        for number in list(self._files):
            self.free(number)

    def _path(self, number: int) -> Path:
        return self._directory / f"slot-{number}.lock"


class AdvisorySlots:
    """Many slots: advisory locks of one PostgreSQL session.

    It needs a direct connection: behind a transaction pooler a session's locks belong to nobody.
    """

    count = 64

    def __init__(self, url: str) -> None:
        plain = sqlalchemy.make_url(url).set(drivername="postgresql")  # as libpq reads it
        self._url = plain.render_as_string(hide_password=False)
        self._connection: psycopg.Connection | None = None

    def take(self, number: int) -> bool:
        """Take the slot and return True, or return False when another process holds it."""
        question = "select pg_try_advisory_lock(%s, %s)"
        row = self._session().execute(question, (ADVISORY_CLASS, number)).fetchone()
        return row is not None and bool(row[0])

    def free(self, number: int) -> None:
        """Give back a slot that was taken here."""
        self._session().execute("select pg_advisory_unlock(%s, %s)", (ADVISORY_CLASS, number))

    def are_kept(self) -> bool:
        """Return whether the session that holds the locks still lives."""
        if self._connection is None:
            return False
        try:
            self._connection.execute("select 1")
        except psycopg.Error:
            return False
        return True

    def is_any_held(self) -> bool:
        """Return whether any process holds a slot, this one included; False when none can say."""
        question = """
            select count(*) from pg_locks
            where locktype = 'advisory' and granted and classid = %s and objsubid = 2
            and database = (select oid from pg_database where datname = current_database())
        """
        try:
            with psycopg.connect(self._url, autocommit=True) as connection:
                row = connection.execute(question, (ADVISORY_CLASS,)).fetchone()
        except psycopg.OperationalError:
            return False  # the database is away, and every slot in it with it
        return row is not None and row[0] > 0

    def close(self) -> None:
        """Give back everything."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _session(self) -> psycopg.Connection:
        if self._connection is None:
            self._connection = psycopg.connect(
                self._url,
                autocommit=True,
                keepalives_idle=5,  # a dead network is noticed within seconds,
                keepalives_interval=2,  # before another process believes itself alone
                keepalives_count=3,
            )
        return self._connection


def _is_locked_now(file: int, kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
