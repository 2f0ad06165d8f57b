"""Steps that leave marks in files, so that they outlive the process that does them."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from boekbrug.server.workflow.engine import EngineSettings

PROGRAM = [sys.executable, str(Path(__file__).with_name("engine_program.py"))]
"""How a test starts a process that executes runs with these steps."""


class MarkedSteps:
    """Keeps runs as files of a directory; kills its process or raises where the test says."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.troubles: dict[str, list[Exception]] = {}

    def add_run(self, run_id: str, dossier: str = "acme/winbooks") -> None:
        self._file("open", run_id).write_text(dossier)

    def kill_at(self, point: str, *, times: int) -> None:
        self._file("kills", point).write_text(str(times))

    def marks(self) -> list[str]:
        path = self.directory / "marks"
        return path.read_text().splitlines() if path.exists() else []

    def state(self, run_id: str) -> str:
        states = ("open", "done", "failed", "unfinished")
        return next(state for state in states if self._file(state, run_id).exists())

    def make(self, run_id: str) -> str:
        self._reach(run_id, "make")
        if run_id.startswith("check"):
            return "ended"
        batch = self._file("batches", run_id)
        if not batch.exists():
            batch.touch()
            self._mark(run_id, "commit")
        self._reach(run_id, "after commit")
        return "committed"

    def deliver(self, run_id: str) -> None:
        self._reach(run_id, "deliver")

    def write_back(self, run_id: str) -> None:
        self._reach(run_id, "write back")
        self._end(run_id, "done")

    def leave_unfinished(self, run_id: str) -> None:
        self._end(run_id, "unfinished")

    def fail(self, run_id: str) -> None:
        committed = self._file("batches", run_id).exists()
        self._end(run_id, "unfinished" if committed else "failed")

    def open_runs(self) -> Iterator[tuple[str, str]]:
        for path in sorted(self._file("open", "").iterdir()):
            yield path.name, path.read_text()

    def _reach(self, run_id: str, point: str) -> None:
        self._mark(run_id, point)
        kills = self._file("kills", point)
        if kills.exists() and (left := int(kills.read_text())):
            kills.write_text(str(left - 1))
            os.kill(os.getpid(), signal.SIGKILL)
        if self.troubles.get(point):
            raise self.troubles[point].pop(0)

    def _end(self, run_id: str, state: str) -> None:
        if self._file("open", run_id).exists():
            self._file("open", run_id).rename(self._file(state, run_id))
            self._mark(run_id, state)

    def _mark(self, run_id: str, what: str) -> None:
        with (self.directory / "marks").open("a") as file:
            file.write(f"{run_id}: {what}\n")

    def _file(self, folder: str, name: str) -> Path:
        (self.directory / folder).mkdir(exist_ok=True)
        return self.directory / folder / name


def settings_in(directory: Path, postgres_url: str | None = None) -> EngineSettings:
    return EngineSettings(
        system_url=postgres_url or f"sqlite:///{directory}/engine.sqlite",
        slots_directory=directory,
        lock_url=postgres_url,
        retry_interval_s=0.01,
        watch_interval_s=0.1,
        sweep_interval_s=0.2,
    )
