"""A real PostgreSQL of our own: started once a session on a socket, gone when it ends."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest

SUPERUSER = "postgres"
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=''"


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server; it is reached by the socket in its folder alone."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def fresh_database(self, template: str = "template1") -> str:
        """Make a new database, a copy of the template, and return its URL."""
        name = f"test_{next(self.numbers)}"
        address = f"host={self.folder} user={SUPERUSER} dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql://{SUPERUSER}@/{name}?host={self.folder}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server; skips where none is installed."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="boekbrug-pg-"))
    data = folder / "data"
    if os.geteuid() == 0:
        shutil.chown(folder, SUPERUSER)
    options = f"{FAST} -k {folder}"
    try:
        _run(programs / "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "-N")
        _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
        yield PostgresServer(folder)
        _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> str:
    """The URL of a new, empty database."""
    return postgres_server.fresh_database()


def _programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, the newest where there are several."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "pg_ctl").exists()), None)


def _run(*command: object) -> None:
    """Run one of the server's programs; root may not, so root becomes its user."""
    become = ["runuser", "-u", SUPERUSER, "--"] if os.geteuid() == 0 else []
    words = [*become, *map(str, command)]
    subprocess.run(words, check=True, cwd="/", stdout=subprocess.DEVNULL)
