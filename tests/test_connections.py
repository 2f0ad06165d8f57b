"""What is kept of codes, tries and connected workbooks; on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
import sqlalchemy as sa
from alembic import command
from records_support import NOW, PRICES, Room, room, table_counts

from boekbrug.server.records.connections import Connection, Connections
from boekbrug.server.records.database import migrate, migrations
from boekbrug.server.records.entries import ConnectCode, WorkbookEntry
from boekbrug.server.records.errors import CodeUsedError, RegisterError, TooManyTriesError
from boekbrug.server.records.register import Register
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.tables import audit

WEEK = timedelta(days=7)
NUMBERS = count(1)


def made(here: Room, digest: str = "", **given: object) -> ConnectCode:
    return Connections(here.engine).make_code(
        here.workbook.dossier.key,
        digest=digest or f"digest-{next(NUMBERS)}",
        addresses=["@acme.example"],
        expires_at=NOW + WEEK,
        now=NOW,
        **given,  # type: ignore[arg-type]
    )


def sheet(here: Room, title: str = "Sales 2026", **changes: object) -> WorkbookEntry:
    """Return a Google Sheet of the room's dossier as it is to be kept."""
    number = next(NUMBERS)
    plain = replace(
        here.workbook,
        id=f"sheet-{number}",
        kind="google-sheet",
        location=f"1aB-{number}",
        folder="",
        title=title,
        hmac_allowed=False,
        audience="1234.apps.googleusercontent.com",
        addresses=("@acme.example",),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def connected(
    here: Room, workbook: WorkbookEntry, code: ConnectCode | None = None, continues: str = ""
) -> WorkbookEntry:
    connection = Connection(
        workbook=workbook,
        code=code or made(here),
        email="an@acme.example",
        continues=continues,
    )
    return Connections(here.engine).connect(connection, now=NOW)


def test_a_code_is_found_by_any_of_its_digests(database: sa.Engine) -> None:
    here = room(database)
    code = made(here, "abc", folder="https://drive.example/folders/1", keeps_numbers=True)
    assert Connections(database).code(["of the new key", "abc"]) == code
    assert Connections(database).code(["of the new key", "ABC"]) is None
    assert (code.dossier, code.addresses) == (here.workbook.dossier, ("@acme.example",))
    assert (code.folder, code.keeps_numbers) == ("https://drive.example/folders/1", True)
    assert (code.used_at, code.used_by, code.used_for, code.workbook_id) == (None, "", "", "")


def test_connecting_attaches_the_workbook_and_uses_the_code_up(database: sa.Engine) -> None:
    here = room(database)
    workbook = sheet(here)
    assert connected(here, workbook) == workbook
    assert Register(database).workbook(workbook.id) == workbook
    with database.connect() as connection:
        line = connection.execute(sa.select(audit).order_by(audit.c.id.desc())).first()
    assert line is not None
    assert (line.event, line.who) == ("workbook connected", "an@acme.example")
    assert line.facts == {"workbook": workbook.id, "continues": ""}


def test_a_file_that_a_command_attached_is_pressed_by_its_secret_alone(
    database: sa.Engine,
) -> None:
    own = room(database).workbook
    assert (own.hmac_allowed, own.audience, own.addresses) == (True, "", ())


def test_the_same_again_changes_nothing(database: sa.Engine) -> None:
    here = room(database)
    workbook, code = sheet(here), made(here)
    first = connected(here, workbook, code)
    before = table_counts(database)
    again = connected(here, replace(workbook, id="another id of the same place"), code)
    assert (again, table_counts(database)) == (first, before)


def test_a_used_code_connects_no_other_workbook(database: sa.Engine) -> None:
    here = room(database)
    code = made(here)
    connected(here, sheet(here), code)
    before = table_counts(database)
    with pytest.raises(CodeUsedError, match="Connection code: found it used a moment ago, needed"):
        connected(here, sheet(here), code)
    assert table_counts(database) == before


def test_of_two_at_the_same_moment_one_gets_the_code(database: sa.Engine) -> None:
    here = room(database)
    code, workbooks = made(here), [sheet(here) for _ in range(4)]

    def attempt(workbook: WorkbookEntry) -> bool:
        try:
            connected(here, workbook, code)
        except CodeUsedError:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(attempt, workbooks)) == 1
    assert len(Register(database).workbooks(here.workbook.dossier.key)) == 2


def test_a_workbook_of_another_dossier_stays_there(database: sa.Engine) -> None:
    here, there = room(database), room(database)
    workbook = connected(here, sheet(here))
    with pytest.raises(RegisterError, match="This file: found it connected to another firm"):
        connected(there, sheet(there, location=workbook.location))


def test_connecting_again_keeps_the_id_and_takes_the_rest_anew(database: sa.Engine) -> None:
    here = room(database)
    first = connected(here, sheet(here))
    changed = replace(first, title="Sales", audience="5678", addresses=("jo@acme.example",))
    again = connected(here, replace(changed, id="a new id", is_test=True))
    assert again == changed, "what it is stays what it was"


def test_of_a_chain_of_copies_only_the_last_exports(database: sa.Engine) -> None:
    here = room(database)
    first = connected(here, sheet(here, "2026"))
    second = connected(here, sheet(here, "2027"), continues=first.id)
    third = connected(here, sheet(here, "2028"), continues=first.id)
    successors = [
        entry.continued_by
        for one in (first, second, third)
        if (entry := Register(database).workbook(one.id))
    ]
    assert successors == ["2027", "2028", ""]


def test_a_repeated_continuation_makes_no_circle(database: sa.Engine) -> None:
    here = room(database)
    first = connected(here, sheet(here, "2026"))
    workbook, code = sheet(here, "2027"), made(here)
    for _ in range(2):
        assert connected(here, workbook, code, continues=first.id).continued_by == ""


def test_ten_tries_an_hour_are_counted_by_network(database: sa.Engine) -> None:
    tries = Connections(database)
    for minute in range(10):
        at = NOW + timedelta(minutes=minute)
        tries.begin_try("192.0.2.7", per_hour_max=10, now=at)
    now = NOW + timedelta(minutes=17)
    with pytest.raises(TooManyTriesError) as refused:
        tries.begin_try("192.0.2.7", per_hour_max=10, now=now)
    assert refused.value.retry_after_s == 43 * 60
    assert refused.value.sentence == (
        "Connect: found more than 10 tries in an hour, allowed: 10. Try again in 43 minutes."
    )
    tries.begin_try("192.0.2.8", per_hour_max=10, now=now)
    tries.begin_try("192.0.2.7", per_hour_max=10, now=NOW + timedelta(minutes=60))


def test_a_forgotten_try_counts_no_more_and_old_ones_are_not_kept(database: sa.Engine) -> None:
    tries = Connections(database)
    for _ in range(3):
        tries.forget_try(tries.begin_try("192.0.2.7", per_hour_max=1, now=NOW))
    tries.begin_try("192.0.2.7", per_hour_max=1, now=NOW)
    tries.begin_try("192.0.2.8", per_hour_max=1, now=NOW + timedelta(hours=1))
    assert table_counts(database)["boekbrug_connect_tries"] == 1


def test_files_and_runs_of_an_older_server_stay_and_are_pressed_as_before(
    database: sa.Engine,
) -> None:
    here = room(database)
    run = here.press()
    with database.begin() as connection:
        command.downgrade(migrations(connection), "0002")
    migrate(database, PRICES)
    assert Register(database).workbook(here.workbook.id) == here.workbook
    assert Runs(database).run(run.id) == run
