"""What only PostgreSQL has: several executing processes, and a database that may be a host's."""

import re
import signal
import subprocess
import time
from pathlib import Path

import psycopg
import pytest
from engine_support import PROGRAM, MarkedSteps, settings_in

from boekbrug.server.workflow.engine import LOST_SLOT_EXIT_CODE, Engine
from boekbrug.server.workflow.slots import ADVISORY_CLASS, AdvisorySlots

pytestmark = pytest.mark.postgres


@pytest.fixture
def steps(tmp_path: Path) -> MarkedSteps:
    return MarkedSteps(tmp_path)


@pytest.fixture
def engine(tmp_path: Path, steps: MarkedSteps, postgres_url: str) -> Engine:
    engine = Engine(settings_in(tmp_path, postgres_url), steps)
    engine.migrate()
    return engine


def start_child(steps: MarkedSteps, postgres_url: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([*PROGRAM, str(steps.directory), postgres_url])


def wait_for_slots(postgres_url: str, number: int) -> None:
    question = "select count(*) from pg_locks where locktype = 'advisory' and classid = %s"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        deadline = time.monotonic() + 20
        while connection.execute(question, (ADVISORY_CLASS,)).fetchone() != (number,):
            assert time.monotonic() < deadline, "the slots were not taken in time"
            time.sleep(0.05)


@pytest.mark.parametrize("point", ["make", "after commit", "deliver"])
def test_a_living_process_takes_over_what_a_killed_one_left(engine, steps, postgres_url, point):
    stay = steps.directory / "stay"
    stay.touch()
    children = [start_child(steps, postgres_url), start_child(steps, postgres_url)]
    wait_for_slots(postgres_url, 2)

    steps.kill_at(point, times=1)
    steps.add_run("run-1")
    engine.enqueue("run-1", "acme/winbooks")
    engine.stop(0)
    wait_for_slots(postgres_url, 1)
    stay.unlink()

    assert sorted(child.wait() for child in children) == [-signal.SIGKILL, 0]
    assert steps.state("run-1") == "done"
    assert steps.marks().count("run-1: commit") == 1


def test_a_process_that_lost_its_lock_ends_before_another_repeats_its_runs(
    engine, steps, postgres_url
):
    (steps.directory / "stay").touch()
    child = start_child(steps, postgres_url)
    wait_for_slots(postgres_url, 1)
    assert engine.executor_alive()

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_locks where classid = %s", (ADVISORY_CLASS,)
        )

    assert child.wait() == LOST_SLOT_EXIT_CODE
    assert not engine.executor_alive()


def test_the_engines_tables_stand_in_a_schema_of_their_own(engine, postgres_url):
    engine.migrate()

    with psycopg.connect(postgres_url) as connection:
        schemas = connection.execute(
            "select distinct table_schema from information_schema.tables "
            "where table_schema not in ('information_schema', 'pg_catalog')"
        ).fetchall()
    assert schemas == [("boekbrug_dbos",)]


def test_runs_of_one_dossier_do_not_overlap_when_two_processes_execute(engine, steps, postgres_url):
    run_ids = [f"run-{number}" for number in range(6)]
    for run_id in run_ids:
        steps.add_run(run_id)
        engine.enqueue(run_id, "acme/winbooks")
    engine.stop(0)

    children = [start_child(steps, postgres_url), start_child(steps, postgres_url)]
    assert [child.wait() for child in children] == [0, 0]

    order = [mark.partition(":")[0] for mark in steps.marks()]
    assert order == sorted(order, key=order.index)
    assert len(order) == 6 * len(run_ids)


def test_where_the_database_is_away_nobody_holds_a_slot(postgres_url: str):
    away = re.sub(r"/[^/]*$", "/no_such_database", postgres_url)
    assert not AdvisorySlots(away).is_any_held()
