"""`boekbrug doctor` on real parts: files, and PostgreSQL with and without a pooler."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from connect_support import KEY
from export_support import invoice

from boekbrug.config.settings import Settings
from boekbrug.server.assembly import Service, SettingsError, assemble
from boekbrug.server.commands import main
from boekbrug.server.commands.doctor import examined
from boekbrug.server.commands.findings import Finding, Tone
from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.records.tables import audit
from boekbrug.server.start import refuse_to_start, workers_beside_web

VARIABLES = ("DATABASE_URL", "DATA_DIR", "SECRET_KEY", "PUBLIC_URL", "PORT", "HOST", "DYNO")
POOLED = (
    "DATABASE_URL: found a transaction pooler (backend changed between two statements), needed a "
    "direct connection. Use the “direct” or port-5432 address."
)


def sentences(found: Iterator[Finding], subject: str) -> list[tuple[Tone, str]]:
    return [(one.tone, one.sentence) for one in found if one.subject == subject]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder to work in; returns the exit code of a command and its lines."""
    for name in (*VARIABLES, "GOOGLE_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def typed(*arguments: str, **variables: str) -> tuple[int, list[str]]:
        done = CliRunner().invoke(main, arguments, env=variables, catch_exceptions=False)
        return done.exit_code, done.output.splitlines()

    return typed


def test_before_the_first_start_it_says_what_comes_next(desk):
    code, lines = desk("doctor")
    assert code == 1
    assert lines[0] == "ok    Settings     complete."
    assert re.fullmatch(
        r"RED   Database     found schema 0000, needed \d{4}\. Run `boekbrug migrate`\.", lines[1]
    )
    assert lines[2] == "ok    Connections  SQLite takes any number."
    assert lines[3].startswith("ok    Disk         data is writable, ")
    assert lines[4:] == ["Red: 1 of 4."]


def test_a_server_that_is_well_is_all_green_and_ends_with_0(desk, tmp_path):
    desk("migrate")
    assert desk("backup", "seen", "https://jo:pw@b.example/x.dump?signature=abc")[0] == 0
    settings = Settings(
        data_directory=tmp_path / "data",
        secret_key=KEY,
        public_url="http://127.0.0.1:8000",
        operator_contact="Jo",
    )
    service = assemble(settings)
    service.start_executor()
    try:
        assert service.engine.wait_ready(30)
        refuse_to_start(service, workers=8)
        code, lines = desk("doctor")
    finally:
        service.stop_executor()
    with service.database.connect() as connection:
        facts = connection.execute(sa.select(audit.c.facts)).scalar_one()
    service.database.dispose()
    assert (code, lines[-1]) == (0, "All is well.")
    assert [line[:17].split() for line in lines[:-1]] == [
        ["ok", "Settings"],
        ["ok", "Database"],
        ["ok", "Connections"],
        ["ok", "Executor"],
        ["ok", "Runs"],
        ["ok", "Exports"],
        ["ok", "Backup"],
        ["ok", "Disk"],
    ]
    assert facts["place"] == "https://b.example/x.dump"


def test_a_backup_is_reported_by_its_time(desk):
    desk("migrate")
    code, lines = desk("backup", "seen", "2026-11-03T02:00")
    assert (code, lines) == (0, ["Backup of 2026-11-03 02:00 UTC noted."])
    assert desk("backup", "seen", "2026-11-03T04:30+02:00")[1] == [
        "Backup of 2026-11-03 02:30 UTC noted."
    ]
    assert desk("backup", "seen", "9999-01-01")[1][-1] == (
        'Error: URL|DATE: found "9999-01-01", which is to come.'
    )
    assert desk("backup", "seen", "yesterday")[1][-1] == (
        'Error: URL|DATE: found "yesterday", allowed: a link, a date or an instant like '
        "2026-11-03T02:00."
    )


def test_wrong_and_missing_settings_are_red_and_the_rest_is_looked_at_where_it_can_be(desk):
    code, lines = desk("doctor", PORT="5000", LOG_LEVEL="LOUD", DATA_DIR="data")
    assert (code, lines[-2:]) == (
        1,
        [
            'RED   Settings     LOG_LEVEL: found "LOUD", needed one of DEBUG, INFO, WARNING, '
            "ERROR.",
            "Red: 4 of 4.",
        ],
    )
    lines = desk("doctor", PORT="5000")[1]
    assert [line[:17].split() for line in lines[:-1]] == [
        *([["RED", "Settings"]] * 5),
        ["ok", "Disk"],
    ]
    lines = desk("doctor", GOOGLE_CREDENTIALS="-----BEGIN", DYNO="run.1")[1]
    assert lines[0].startswith('RED   Settings     GOOGLE_CREDENTIALS: found text beginning "---')
    assert lines[1].startswith("RED   Database     found schema 0000")
    assert lines[-2] == (
        "note  Dyno         a process cannot see its own size, so look: `heroku ps:type`. An Eco "
        "dyno sleeps with unfinished work; `heroku ps:type basic` changes it."
    )


def test_a_data_directory_that_cannot_be_written_is_red(opened):
    service = opened().house.service
    gone = replace(service, settings=replace(service.settings, data_directory=Path("/gone")))
    assert sentences(examined(gone), "Disk") == [
        (
            Tone.RED,
            "DATA_DIR: found /gone not writable (No such file or directory), needed a directory "
            "that this process may write in.",
        )
    ]


def test_an_export_that_never_arrived_and_a_run_that_nobody_takes_are_red(opened):
    book = opened(invoices=(invoice("2026/1", 100.0),))
    assert sentences(examined(book.house.service), "Exports")[0][0] is Tone.GREEN
    run = book.export(meanwhile=book.house.folder.rmdir)
    waiting = book.house.press(book, Action.CHECK)
    exports = sentences(examined(book.house.service), "Exports")
    runs = sentences(examined(book.house.service), "Runs")
    assert exports[0][1].startswith(
        f"found 1 made and paid for, not delivered for 15 minutes: {run.code}. The page"
    )
    assert runs[0][1].startswith(f"found {waiting.code} waiting for ")
    book.house.folder.mkdir()
    book.house.lead(waiting)
    book.export()
    assert sentences(examined(book.house.service), "Exports")[0][0] is Tone.GREEN


def test_an_export_that_arrived_and_could_not_be_told_is_not_undelivered(opened):
    book = opened(invoices=(invoice("2026/1", 100.0),))
    run = book.export(meanwhile=book.path.with_name("~$acme.xlsx").touch)
    assert run.state is RunState.UNFINISHED
    assert sentences(examined(book.house.service), "Exports")[0][0] is Tone.GREEN


@pytest.fixture
def on_postgres(tmp_path: Path, postgres_url: str) -> Iterator[Service]:
    """A house on PostgreSQL, with its tables."""
    settings = Settings(
        data_directory=tmp_path,
        database_url=postgres_url,
        secret_key=KEY,
        public_url="http://127.0.0.1:8000",
        operator_contact="Jo",
        execute_in_web=True,
    )
    service = assemble(settings)
    service.migrate()
    yield service
    service.database.dispose()


@pytest.mark.postgres
def test_postgresql_is_green_and_its_clock_and_connections_are_compared(on_postgres: Service):
    found = list(examined(on_postgres))
    assert re.fullmatch(
        r"PostgreSQL \d+\.\d+.* answers, its tables are up to date\.",
        sentences(iter(found), "Database")[0][1],
    )
    assert sentences(iter(found), "Clock") == [(Tone.GREEN, "agrees with the database's.")]
    assert sentences(iter(found), "Connections") == [(Tone.GREEN, "17 possible, 97 allowed.")]
    refuse_to_start(on_postgres, workers=workers_beside_web(on_postgres.settings))


@pytest.mark.postgres
def test_a_plan_with_too_few_connections_is_red_and_nothing_starts(
    on_postgres: Service, postgres_url: str
):
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f'ALTER DATABASE "{name}" CONNECTION LIMIT 20')
    assert sentences(examined(on_postgres), "Connections") == [
        (Tone.GREEN, "17 possible, 20 allowed.")
    ]
    two = replace(on_postgres, settings=replace(on_postgres.settings, web_processes=2))
    said = (
        "This set-up can open 34 database connections, the plan allows 20. Set WEB_PROCESSES=1 or "
        "take a larger plan."
    )
    assert sentences(examined(two), "Connections") == [(Tone.RED, said)]
    with pytest.raises(SettingsError) as refused:
        refuse_to_start(two, workers=0)
    assert refused.value.sentences == [said]
    with pytest.raises(SettingsError):
        refuse_to_start(on_postgres, workers=1)


@pytest.mark.postgres
@pytest.mark.parametrize("pid", ["(random() * 1000000)::int", "4711"])
def test_a_transaction_pooler_is_known_by_backends_that_change_or_are_shared(
    on_postgres: Service, postgres_url: str, pid: str
):
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        name = connection.info.dbname
        pooled = f"CREATE FUNCTION public.pg_backend_pid() RETURNS int RETURN {pid}"
        connection.execute(pooled)
        path = f'ALTER DATABASE "{name}" SET search_path = public, pg_catalog'
        connection.execute(path)
    on_postgres.database.dispose()
    assert sentences(examined(on_postgres), "Database") == [(Tone.RED, POOLED)]


@pytest.mark.postgres
def test_a_database_that_does_not_answer_is_red_without_its_password(
    on_postgres: Service, postgres_url: str
):
    gone = f"{postgres_url}-gone".replace("@", ":hunter2@").replace("host=", "host=/nowhere")
    settings = replace(on_postgres.settings, database_url=gone)
    service = assemble(settings)
    found = list(examined(service))
    service.database.dispose()
    said = sentences(iter(found), "Database")[0][1]
    assert re.fullmatch(
        r"found no answer \(connection .*\), needed one\. Is it up, and DATABASE_URL right\?", said
    )
    assert "hunter2" not in said
    assert [one.subject for one in found] == ["Database", "Disk"]
