"""How much memory one file takes while it is read: the peak of the process, reset before each."""

from contextlib import suppress
from pathlib import Path

FILE_BYTES_MAX = 330_000_000
"""Above what the process has before: what config/limits.toml promises of one that is read."""

_CLEAR, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")
_RESET_PEAK = "5"  # proc(5)


class Meter:
    """The memory that is taken from now on.

    `taken_bytes` is the most that was taken at once until it is stopped, 0 where the system does
    not tell.
    """

    def __init__(self) -> None:
        """Forget the peak of before."""
        with suppress(OSError):
            _CLEAR.write_text(_RESET_PEAK, "ascii")
        self._before_bytes = _told("VmRSS")
        self.taken_bytes = 0

    def stop(self) -> None:
        """Count nothing from now on."""
        self.taken_bytes = max(0, _told("VmHWM") - self._before_bytes)


def _told(name: str) -> int:
    with suppress(OSError):
        for line in _STATUS.read_text("ascii").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) * 1024
    return 0
