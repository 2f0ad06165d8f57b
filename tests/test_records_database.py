"""Opening a database, its schema, and how it keeps money and instants."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given
from hypothesis import strategies as st
from records_support import PRICES

from boekbrug.server.records import ledger_tables, tables
from boekbrug.server.records.columns import Cents, Instant
from boekbrug.server.records.database import (
    VERSION_TABLE,
    migrate,
    migrations,
    open_database,
    reading,
    schema_problem,
)
from boekbrug.server.records.prices import Prices
from boekbrug.server.records.register import Register

METADATA = ledger_tables.batches.metadata
SQLITE = open_database("sqlite:///unused.sqlite").dialect


def test_the_models_are_the_migrated_schema(database: sa.Engine) -> None:
    options = {"version_table": VERSION_TABLE, "compare_type": True}
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_the_checks_are_those_of_the_models_too(database: sa.Engine) -> None:
    inspector = sa.inspect(database)
    for table in METADATA.sorted_tables:
        found = {check["name"] for check in inspector.get_check_constraints(table.name)}
        kept = {c.name for c in table.constraints if isinstance(c, sa.CheckConstraint)}
        assert found == kept


def test_an_empty_database_says_how_to_get_its_schema(empty_database: sa.Engine) -> None:
    sentence = "Database: found schema 0000, needed 0016. Run `boekbrug migrate`."
    assert schema_problem(empty_database) == sentence
    migrate(empty_database, PRICES)
    assert schema_problem(empty_database) is None


def test_the_code_before_a_release_runs_on_the_schema_after_it(database: sa.Engine) -> None:
    with database.begin() as connection:
        connection.execute(sa.text(f"UPDATE {VERSION_TABLE} SET version_num = '0099'"))
    assert schema_problem(database) is None


def test_migrating_again_keeps_the_prices_that_were_set(database: sa.Engine) -> None:
    migrate(database, ())
    migrate(database, [*PRICES, *PRICES])
    assert Prices(database).all() == PRICES


def test_the_schema_can_be_taken_back(database: sa.Engine) -> None:
    with database.begin() as connection:
        command.downgrade(migrations(connection), "base")
    assert sa.inspect(database).get_table_names() == [VERSION_TABLE]
    assert schema_problem(database) is not None


def test_a_hosts_tables_are_left_alone(empty_database: sa.Engine) -> None:
    with empty_database.begin() as connection:
        connection.execute(sa.text("CREATE TABLE alembic_version (version_num text)"))
        connection.execute(sa.text("INSERT INTO alembic_version VALUES ('theirs')"))
    migrate(empty_database, PRICES)
    with empty_database.begin() as connection:
        theirs = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    names = set(sa.inspect(empty_database).get_table_names()) - {"alembic_version"}
    assert theirs == "theirs"
    assert all(name.startswith("boekbrug_") for name in names)


def test_every_table_says_what_it_keeps_of_persons() -> None:
    assert set(tables.KEEPING) == set(METADATA.tables)
    assert all(k.personal_data and k.kept and k.read_by for k in tables.KEEPING.values())


def test_a_platforms_url_is_understood() -> None:
    engine = open_database("postgres://user:word@localhost/books")
    assert str(engine.url) == "postgresql+psycopg://user:***@localhost/books"


def test_another_database_is_refused() -> None:
    with pytest.raises(ValueError, match='found "mysql", allowed: sqlite or postgresql'):
        open_database("mysql://localhost/books")


def test_sqlite_writes_safely_and_reads_beside_a_writer(database: sa.Engine) -> None:
    if database.dialect.name != "sqlite":
        return
    pragmas = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000}
    with database.begin() as writer, reading(database) as reader:
        for name, value in pragmas.items():
            assert writer.scalar(sa.text(f"PRAGMA {name}")) == value
        assert reader.scalar(sa.select(sa.func.count()).select_from(tables.teams)) == 0


def test_a_reading_sees_one_state_throughout(database: sa.Engine) -> None:
    everything = sa.select(sa.func.count()).select_from(tables.teams)
    with reading(database) as reader:
        before = reader.scalar(everything)
        Register(database).add_team("acme", "Acme bv", now=datetime.now(UTC))
        assert reader.scalar(everything) == before == 0


@given(cents=st.integers(-(10**12), 10**12))
def test_every_cent_comes_back(cents: int) -> None:
    amount = Decimal(cents).scaleb(-2)
    stored = Cents().process_bind_param(amount, SQLITE)
    back = Cents().process_result_value(stored, SQLITE)
    assert (stored, back) == (cents, amount)
    assert str(back) == str(amount)


def test_money_with_three_decimals_is_refused() -> None:
    with pytest.raises(ValueError, match=r"money: found 0\.125, allowed: at most two decimals"):
        Cents().process_bind_param(Decimal("0.125"), SQLITE)


def test_an_instant_is_kept_in_utc_and_needs_its_zone(database: sa.Engine) -> None:
    brussels = datetime(2026, 7, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    Register(database).add_team("acme", "Acme bv", now=brussels)
    with database.begin() as connection:
        kept = connection.scalar(sa.select(tables.teams.c.added_at))
    assert kept == datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert kept.tzinfo is UTC
    with pytest.raises(ValueError, match="without a time zone"):
        Instant().process_bind_param(datetime(2026, 7, 1), SQLITE)  # noqa: DTZ001 - the mistake
