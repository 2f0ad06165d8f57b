"""Whether the house says truly that it is ready, and how little it asks for that."""

import json

import sqlalchemy as sa
from house_support import House
from records_support import NOW

from boekbrug.server.app import create_app
from boekbrug.server.workflow.slots import FileSlots


def ready(house: House) -> tuple[int, dict[str, bool]]:
    answer = create_app(house.service).test_client().get("/health/ready")
    return answer.status_code, json.loads(answer.data)


def asked(house: House) -> list[str]:
    """Return what the database is asked while somebody looks whether the house is ready."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(" ".join(statement.split()))

    sa.event.listen(house.service.database, "before_cursor_execute", note)
    ready(house)
    sa.event.remove(house.service.database, "before_cursor_execute", note)
    return statements


def test_the_house_is_ready_as_long_as_its_database_is_there(new_house):
    house = new_house()
    data = house.service.settings.data_directory
    executor = FileSlots(data)
    assert executor.take(0)
    assert ready(house) == (200, {"ready": True, "database": True, "executor": True})
    house.service.database.dispose()
    kept = (data / "boekbrug.sqlite").rename(data / "elsewhere.sqlite")
    away = (503, {"ready": False, "database": False, "executor": False})
    assert (ready(house), ready(house)) == (away, away)
    house.service.database.dispose()
    kept.rename(data / "boekbrug.sqlite")
    assert ready(house) == (200, {"ready": True, "database": True, "executor": True})
    executor.close()


def test_one_row_is_asked_for_however_many_teams_there_are(new_house):
    house = new_house()
    little = ["BEGIN", "SELECT version_num FROM boekbrug_alembic_version"]
    assert asked(house) == little
    for number in range(20):
        house.service.records.register.add_team(f"team-{number}", f"Team {number}", now=NOW)
    assert asked(house) == little
