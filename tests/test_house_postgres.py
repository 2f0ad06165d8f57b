"""The whole house on PostgreSQL: the same way, the same end."""

from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from acme_support import acme_house, ended
from example_firm import SUMMER

from boekbrug.server.assembly import Settings
from boekbrug.server.records.entries import Action, RunRequest, RunState


def drop(database: sa.Engine) -> None:
    """Drop a whole database, whoever uses it."""
    database.dispose()
    elsewhere = sa.create_engine(database.url.set(database="postgres"), poolclass=sa.NullPool)
    with elsewhere.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text(f'DROP DATABASE "{database.url.database}" WITH (FORCE)'))


@pytest.mark.postgres
def test_an_export_goes_all_the_way_on_postgresql(tmp_path, postgres_url):
    settings = Settings(
        data_directory=tmp_path / "data",
        database_url=postgres_url,
        secret_key="a key of the tests, which is long enough",
        public_url="http://127.0.0.1:8000",
        operator_contact="the office",
    )
    with acme_house(tmp_path, settings) as (service, entry):
        service.start_executor()
        press = {"webhook_id": "press_1", "body_digest": "1", "pressed_by": "a test"}
        request = RunRequest(period=SUMMER)
        run = ended(service, service.office.press(entry, Action.EXPORT, request, **press).run)
        assert (run.state, run.sentence) == (
            RunState.DONE,
            "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36.",
        )
        assert service.records.wallet.balance(entry.team.id) == Decimal("12.64")
        assert len([*Path(entry.folder).rglob("*.zip")]) == 1
        assert service.office.health() == {"database": True, "executor": True}
        service.stop_executor()
        drop(service.database)
        assert service.office.health() == {"database": False, "executor": False}
