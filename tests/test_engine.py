import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dbos import DBOS
from engine_support import PROGRAM, MarkedSteps, settings_in

from boekbrug.server.workflow.engine import Engine, ForeignEngineError
from boekbrug.server.workflow.ports import UnreachableError

KILLED = -signal.SIGKILL


@pytest.fixture
def steps(tmp_path: Path) -> MarkedSteps:
    return MarkedSteps(tmp_path)


@pytest.fixture
def engine(tmp_path: Path, steps: MarkedSteps) -> Iterator[Engine]:
    engine = Engine(settings_in(tmp_path), steps)
    engine.migrate()
    yield engine
    engine.stop(0)


def execute_in_a_child(steps: MarkedSteps) -> int:
    return subprocess.run([*PROGRAM, str(steps.directory)], check=False).returncode


def wait_until(condition: Callable[[], bool], timeout_s: float = 15) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def execute(engine: Engine, steps: MarkedSteps, *run_ids: str) -> None:
    for run_id in run_ids:
        steps.add_run(run_id)
        engine.enqueue(run_id, "acme/winbooks")
    engine.start_executor()
    wait_until(lambda: not list(steps.open_runs()))


@pytest.mark.parametrize(
    ("point", "marks"),
    [
        ("make", ["make", "make", "commit", "after commit", "deliver", "write back", "done"]),
        (
            "after commit",
            [
                *("make", "commit", "after commit"),
                *("make", "after commit", "deliver", "write back", "done"),
            ],
        ),
        (
            "deliver",
            ["make", "commit", "after commit", "deliver", "deliver", "write back", "done"],
        ),
        (
            "write back",
            ["make", "commit", "after commit", "deliver", "write back", "write back", "done"],
        ),
    ],
)
def test_a_run_killed_in_a_step_goes_on_with_that_step(engine, steps, point, marks):
    steps.add_run("run-1")
    steps.kill_at(point, times=1)
    engine.enqueue("run-1", "acme/winbooks")

    assert execute_in_a_child(steps) == KILLED
    assert steps.state("run-1") == "open"
    assert execute_in_a_child(steps) == 0

    assert steps.marks() == [f"run-1: {mark}" for mark in marks]


@pytest.mark.parametrize(("point", "state"), [("make", "failed"), ("deliver", "unfinished")])
def test_a_run_that_kills_every_process_is_given_up(engine, steps, point, state):
    steps.add_run("run-1")
    steps.kill_at(point, times=99)
    engine.enqueue("run-1", "acme/winbooks")

    exits = [execute_in_a_child(steps) for _process in range(5)]

    assert exits == [KILLED, KILLED, KILLED, KILLED, 0]
    assert steps.state("run-1") == state


def test_a_process_killed_each_time_between_commit_and_record_leaves_no_failed_run(engine, steps):
    steps.add_run("run-1")
    steps.kill_at("after commit", times=4)
    engine.enqueue("run-1", "acme/winbooks")

    for _process in range(5):
        execute_in_a_child(steps)

    assert steps.state("run-1") == "unfinished"
    assert steps.marks().count("run-1: commit") == 1


def test_an_open_run_that_never_reached_the_queue_is_found(engine, steps):
    steps.add_run("run-1")

    engine.start_executor()

    wait_until(lambda: steps.state("run-1") == "done")


def test_a_run_queued_twice_and_again_after_its_end_is_executed_once(engine, steps):
    execute(engine, steps, "run-1", "run-1")
    engine.enqueue("run-1", "acme/winbooks")
    steps.add_run("run-2")
    engine.enqueue("run-2", "acme/winbooks")
    wait_until(lambda: steps.state("run-2") == "done")

    assert steps.marks().count("run-1: make") == 1


def test_a_check_is_written_back_and_never_delivered(engine, steps):
    execute(engine, steps, "check-1")

    assert steps.marks() == ["check-1: make", "check-1: write back", "check-1: done"]


def test_runs_of_one_dossier_never_overlap(engine, steps):
    execute(engine, steps, "run-1", "run-2", "run-3")

    order = [mark.partition(":")[0] for mark in steps.marks()]
    assert order == sorted(order, key=order.index)
    assert len(order) == 18


def test_an_unreachable_outside_is_tried_again(engine, steps):
    busy = UnreachableError("acme.xlsx is open in another program.", permanent=False)
    steps.troubles["write back"] = [busy, busy, busy]

    execute(engine, steps, "run-1")

    assert steps.state("run-1") == "done"
    assert steps.marks().count("run-1: write back") == 4
    assert steps.marks().count("run-1: deliver") == 1


@pytest.mark.parametrize(
    ("point", "state"),
    [("make", "failed"), ("deliver", "unfinished"), ("write back", "unfinished")],
)
def test_after_the_last_attempt_the_run_ends(engine, steps, point, state):
    steps.troubles[point] = [UnreachableError("It is away.", permanent=False)] * 4

    execute(engine, steps, "run-1")

    assert steps.state("run-1") == state
    assert steps.marks().count(f"run-1: {point}") == 4


def test_what_no_repeat_can_cure_is_tried_once(engine, steps):
    steps.troubles["deliver"] = [UnreachableError("The folder is gone.", permanent=True)]

    execute(engine, steps, "run-1")

    assert steps.state("run-1") == "unfinished"
    assert steps.marks().count("run-1: deliver") == 1


def test_an_error_of_ours_ends_the_run_and_stays_out_of_the_engines_tables(engine, steps, caplog):
    steps.troubles["make"] = [ValueError("Janssens, Brugge")]

    execute(engine, steps, "run-1")

    assert steps.state("run-1") == "failed"
    assert steps.marks().count("run-1: make") == 1
    assert "Run run-1, boekbrug.make failed." in caplog.text
    engine.stop(0)
    stored = b"".join(path.read_bytes() for path in steps.directory.glob("engine.sqlite*"))
    assert b"boekbrug.make did not finish" in stored
    assert b"Janssens" not in stored


def test_one_process_executes_and_the_next_takes_over(engine, steps, tmp_path):
    assert not engine.executor_alive()
    engine.start_executor()
    assert engine.wait_ready(10)
    other = subprocess.Popen([*PROGRAM, str(tmp_path)])
    assert engine.is_executing()

    onlooker = Engine(settings_in(tmp_path), steps)
    assert onlooker.executor_alive()
    assert not onlooker.is_executing()
    assert other.wait() == 0

    engine.stop(0)
    assert not engine.is_executing()
    assert not onlooker.executor_alive()


def test_a_run_without_a_dossier_is_refused_because_it_would_wait_for_ever(engine):
    with pytest.raises(ValueError, match="a run needs a partition"):
        engine.enqueue("run-1", "")


def test_a_process_that_uses_dbos_for_itself_does_not_execute(engine, tmp_path):
    DBOS(config={"name": "a-host", "system_database_url": f"sqlite:///{tmp_path}/host.sqlite"})
    try:
        with pytest.raises(ForeignEngineError) as refused:
            engine.start_executor()
    finally:
        DBOS.destroy(destroy_registry=True)

    assert str(refused.value) == (
        "This process already uses DBOS, and there can be only one in a process. "
        "Let a process of its own execute the runs: boekbrug worker."
    )


def test_a_process_whose_own_workflows_only_wait_for_dbos_does_not_execute_either(engine):
    @DBOS.workflow(name="of-the-host")
    def of_the_host() -> None: ...

    try:
        with pytest.raises(ForeignEngineError):
            engine.start_executor()
    finally:
        DBOS.destroy(destroy_registry=True)


def test_an_executor_that_cannot_start_says_so_and_tries_again(steps, tmp_path, caplog):
    settings = replace(settings_in(tmp_path), system_url=f"sqlite:///{tmp_path}/absent.sqlite")
    engine = Engine(settings, steps)

    engine.start_executor()

    assert not engine.wait_ready(1)
    engine.stop(0)
    assert "The executor could not start; it tries again." in caplog.text
