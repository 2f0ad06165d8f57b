"""The process that the tests kill: executes until no run is open and no file `stay` is there."""

import sys
import time
from pathlib import Path

from engine_support import MarkedSteps, settings_in

from boekbrug.server.workflow.engine import Engine


def main() -> None:
    directory = Path(sys.argv[1])
    steps = MarkedSteps(directory)
    engine = Engine(settings_in(directory, *sys.argv[2:]), steps)
    stay = directory / "stay"
    engine.start_executor()
    deadline = time.monotonic() + 30
    while (list(steps.open_runs()) or stay.exists()) and time.monotonic() < deadline:
        time.sleep(0.05)
    engine.stop(0)


if __name__ == "__main__":
    main()
