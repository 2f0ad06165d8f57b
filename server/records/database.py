"""The database: opening it, its two kinds of transaction, and its schema.

SQLite begins every writing transaction with BEGIN IMMEDIATE: left alone, its driver runs a SELECT
before the transaction, and two processes that read, decide and write lose an update.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError

from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.records.tables import prices as price_table

VERSION_TABLE = "boekbrug_alembic_version"
NO_SCHEMA = "0000"
MIGRATION_LOCK = 2400101
"""The number of the lock on PostgreSQL that lets one process migrate at a time."""

POOL_SIZE = 2
CONNECTIONS_MAX = 6
"""How many connections one process opens to the records at most; beyond the pool they close."""

SQLITE_PRAGMAS = (
    "busy_timeout = 30000",
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
)
READING: dict[str, dict[str, Any]] = {
    "sqlite": {"boekbrug_begin": "BEGIN"},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


def open_database(url: str) -> sa.Engine:
    """Return the engine for a URL of SQLite or PostgreSQL; nothing is connected yet.

    Args:
        url: "sqlite:///path", "postgres://..." or "postgresql://...", as platforms write it.

    Raises:
        ValueError: the URL is of another database.
    """
    address = sa.make_url(url.replace("postgres://", "postgresql://", 1))
    backend = address.get_backend_name()
    if backend not in READING:
        raise ValueError(f'DATABASE_URL: found "{backend}", allowed: sqlite or postgresql.')
    if backend == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    engine = sa.create_engine(
        address,
        pool_size=POOL_SIZE,
        max_overflow=CONNECTIONS_MAX - POOL_SIZE,
        pool_pre_ping=True,
        hide_parameters=True,  # an error's text goes to the log, and rows hold customers
    )
    if backend == "sqlite":
        sa.event.listen(engine, "connect", _set_up_sqlite)
        sa.event.listen(engine, "begin", _begin_on_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver opens no transaction of its own
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_on_sqlite(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(options.get("boekbrug_begin", "BEGIN IMMEDIATE"))


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a transaction that sees one state of the database and keeps nobody waiting."""
    options = READING[engine.dialect.name]
    with engine.execution_options(**options).connect() as connection, connection.begin():
        yield connection


def ping(engine: sa.Engine) -> None:
    """Ask for the one row that names the schema: as much work in a full database as in a new one.

    Raises:
        sqlalchemy.exc.DBAPIError: the database is away, or is none of ours.
    """
    with reading(engine) as connection:
        connection.execute(sa.select(sa.column("version_num")).select_from(sa.table(VERSION_TABLE)))


def is_taken(error: IntegrityError) -> bool:
    """Whether a row was refused for a value that must be unique and is there already."""
    names = ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")
    return (
        getattr(error.orig, "sqlstate", "") == "23505"
        or getattr(error.orig, "sqlite_errorname", "") in names
    )


def migrate(engine: sa.Engine, prices: Iterable[Price]) -> None:
    """Bring the schema up to date, and store the first prices where there are none.

    Safe to repeat, also by several processes at once; all of it happens or nothing.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
        command.upgrade(migrations(connection), "head")
        first = [
            {"since": price.since, "kind": price.kind, "amount_eur": price.amount_eur}
            for price in prices
        ]
        if first and connection.execute(sa.select(price_table)).first() is None:
            connection.execute(sa.insert(price_table), first)


def migrations(connection: sa.Connection | None = None) -> Config:
    """Return Alembic's configuration; with a connection, its commands work on that one.

    A new migration: `alembic.command.revision(migrations(connection), "what it does",
    autogenerate=True, rev_id="0002")`; its number sorts after all earlier ones.
    """
    config = Config()
    config.set_main_option("script_location", "boekbrug.server.records:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def schema_problem(engine: sa.Engine) -> str | None:
    """Return why this code cannot run on the schema, with the cure; None when it can.

    A newer schema is fine: while a release goes out, the code before it still runs.
    """
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        found = context.get_current_revision() or NO_SCHEMA
    needed = ScriptDirectory.from_config(migrations()).get_current_head() or NO_SCHEMA
    if found >= needed:
        return None
    return f"Database: found schema {found}, needed {needed}. Run `boekbrug migrate`."
