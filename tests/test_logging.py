import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from boekbrug.config.logging import configure_logging
from boekbrug.config.settings import Settings

LOCAL = Settings(
    data_directory=Path("data"),
    secret_key="k" * 32,
    public_url="http://127.0.0.1:8000",
    operator_contact="Jo",
)
PLATFORM = replace(LOCAL, on_platform=True)


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root, dbos = logging.getLogger(), logging.getLogger("dbos")
    handlers, level, of_dbos = root.handlers[:], root.level, (dbos.handlers[:], dbos.propagate)
    dbos.handlers[:], dbos.propagate = [], True  # as in a process that has no engine yet
    yield
    root.handlers[:] = handlers
    dbos.handlers[:], dbos.propagate = of_dbos
    root.setLevel(level)
    structlog.reset_defaults()


def fail_with_a_cell() -> None:
    cell = "Janssens, Brugge"
    logging.getLogger("boekbrug").debug("%d characters", len(cell))
    raise ValueError("a row could not be read")


def test_a_platform_gets_one_json_object_a_line(capsys):
    configure_logging(PLATFORM)

    structlog.get_logger("boekbrug.runs").info("run ended", run="R-7F3K", state="done")
    logging.getLogger("boekbrug.engine").warning("slot %d", 3, extra={"run": "R-7F3K"})

    ours, theirs = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert ours.pop("timestamp").endswith("Z")
    assert ours == {
        "event": "run ended",
        "level": "info",
        "logger": "boekbrug.runs",
        "run": "R-7F3K",
        "state": "done",
    }
    assert (theirs["event"], theirs["run"]) == ("slot 3", "R-7F3K")


def test_ones_own_machine_gets_lines_for_people(capsys):
    configure_logging(LOCAL)

    structlog.get_logger("boekbrug.runs").info("run ended", run="R-7F3K")

    assert "run ended" in capsys.readouterr().err


@pytest.mark.parametrize("settings", [LOCAL, PLATFORM])
def test_a_traceback_comes_without_the_values_of_variables(settings, capsys):
    configure_logging(settings)

    try:
        fail_with_a_cell()
    except ValueError:
        structlog.get_logger("boekbrug").exception("step failed")

    printed = capsys.readouterr().err
    assert "fail_with_a_cell" in printed
    assert "a row could not be read" in printed
    assert "Janssens" not in printed


@pytest.mark.parametrize("name", ["secret_key", "Authorization", "webhook_signature", "token"])
def test_a_field_named_like_a_secret_comes_without_its_value(name, capsys):
    configure_logging(PLATFORM)

    structlog.get_logger("boekbrug").info("press", **{name: "hunter2"})

    assert json.loads(capsys.readouterr().err)[name] == "(hidden)"


def test_the_libraries_below_speak_up_only_to_warn(capsys):
    configure_logging(replace(PLATFORM, log_level="DEBUG"))

    for name in ("alembic.runtime.migration", "sqlalchemy.engine"):
        logging.getLogger(name).info("chatter")
        logging.getLogger(name).warning("trouble")
    logging.getLogger("dbos").warning("a step is tried again")
    logging.getLogger("dbos").error("the engine is in trouble")

    events = [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()]
    assert events == ["trouble", "trouble", "the engine is in trouble"]
