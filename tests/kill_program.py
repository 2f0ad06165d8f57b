"""A process that executes runs and kills itself once, at the point that it is told.

python kill_program.py DATA_DIRECTORY POINT
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from boekbrug.server.assembly import Settings, assemble
from boekbrug.server.records.archive import DossierRecords
from boekbrug.server.worker import work
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.progress import Progress

POINTS: dict[str, tuple[type, str]] = {
    "before the commit": (DossierRecords, "commit"),
    "after the commit": (Progress, "conclude_batch"),
    "before the delivery": (RunSteps, "deliver"),
    "before the write-back": (RunSteps, "write_back"),
}


def settings_of(data_directory: Path) -> Settings:
    return Settings(
        data_directory=data_directory,
        secret_key="a key of the tests, which is long enough",
        public_url="http://127.0.0.1:8000",
        operator_contact="the office",
    )


def main() -> None:
    data_directory, point = Path(sys.argv[1]), sys.argv[2]
    owner, name = POINTS[point]
    setattr(owner, name, _killing(getattr(owner, name), data_directory / "killed"))
    work(assemble(settings_of(data_directory)))


def _killing(original: Callable[..., Any], marker: Path) -> Callable[..., Any]:
    def once(*arguments: Any, **named: Any) -> Any:
        if not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*arguments, **named)

    return once


if __name__ == "__main__":
    main()
