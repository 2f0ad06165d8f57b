"""The process that only executes runs; `boekbrug worker` starts it."""

import signal
import threading

from boekbrug.server.assembly import Service


def work(service: Service) -> None:
    """Execute runs until the process is told to stop, then let those under way end."""
    stopping = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda _number, _frame: stopping.set())
    service.start_executor()
    stopping.wait()
    service.stop_executor()
