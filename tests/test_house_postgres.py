"""The whole house on PostgreSQL: the same way, the same end."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa
from acme_support import acme_house, ended
from example_firm import SUMMER

from boekbrug.server.assembly import Settings
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.entries import Action, Run, RunRequest, RunState

NEW_YEAR = Period(date(2027, 1, 1), date(2027, 1, 1))


def on_postgresql(folder: Path, url: str) -> Settings:
    return Settings(
        data_directory=folder / "data",
        database_url=url,
        secret_key="a key of the tests, which is long enough",
        public_url="http://127.0.0.1:8000",
        operator_contact="the office",
    )


def drop(database: sa.Engine) -> None:
    """Drop a whole database, whoever uses it."""
    database.dispose()
    elsewhere = sa.create_engine(database.url.set(database="postgres"), poolclass=sa.NullPool)
    with elsewhere.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text(f'DROP DATABASE "{database.url.database}" WITH (FORCE)'))


@pytest.mark.postgres
def test_an_export_goes_all_the_way_on_postgresql(tmp_path, postgres_url):
    with acme_house(tmp_path, on_postgresql(tmp_path, postgres_url)) as (service, entry):
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


@pytest.mark.postgres
def test_an_export_is_replaced_for_nothing_on_postgresql(tmp_path, postgres_url):
    with acme_house(tmp_path, on_postgresql(tmp_path, postgres_url)) as (service, entry):
        service.start_executor()

        def pressed(name: str, **asked: Any) -> Run:
            press = {"webhook_id": name, "body_digest": name, "pressed_by": "a test"}
            request = RunRequest(period=asked.pop("period", NEW_YEAR), **asked)
            return ended(service, service.office.press(entry, Action.EXPORT, request, **press).run)

        first = pressed("press_1", period=SUMMER)
        book = openpyxl.load_workbook(entry.location)
        header, *rows = book["Invoices"].iter_rows()
        row = next(row for row in rows if row[0].value == "2026/246")
        row[[cell.value for cell in header].index("Description")].value = "Other work"
        book.save(entry.location)
        paid = service.records.wallet.balance(entry.team.id)
        second = pressed("press_2", replaces=1, not_imported=True)
        assert second.sentence == (
            "Export 2 is ready: 103 invoices, 9 credit notes. It cost EUR 0.00. It replaces export "
            "1."
        )
        assert second.request.period == SUMMER
        records = service.records.dossier(entry.dossier_id)
        numbers = [
            {one.number: one.external_id for one in records.documents(batch.id)}
            for batch in records.batches()
        ]
        assert numbers[0] == numbers[1]
        assert [batch.replaces for batch in records.batches()] == [1, 0]
        assert service.records.wallet.balance(entry.team.id) == paid
        assert first.state is RunState.DONE
        service.stop_executor()
        drop(service.database)
