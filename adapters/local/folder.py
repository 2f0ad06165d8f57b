"""A folder that export files are delivered to, one folder in it for every year."""

import re
from pathlib import Path
from tempfile import TemporaryFile

from boekbrug.adapters.local.whole_file import write_new
from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.ports import UnreachableError

NAME_BYTES_MAX = 200
"""Of the 255 that systems take; the temporary file beside it has a longer name."""

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # what Windows or Linux refuse in a name
_EXTENSION = re.compile(r"\.[0-9A-Za-z]{1,9}$")


class Folder:
    """A folder as a place for files (see `FilesPort`)."""

    def __init__(self, path: Path) -> None:
        """Take the folder at `path`; it is not made, since a missing one may be a missing drive."""
        self._path = path

    def prove(self) -> None:
        """Write something small into the folder and take it away again."""
        try:
            with TemporaryFile(dir=self._path) as trial:
                trial.write(b"Boekbrug")
        except OSError as error:
            raise self._unreachable(said("folder"), error, said("then press again")) from error

    def deliver(self, file: ExportFile, *, year: int) -> str:
        """Store the file whole in the year's folder and return its path."""
        target = self._path / str(year) / safe_name(file.name)
        try:
            self._store(target, file.content)
        except OSError as error:
            raise self._unreachable(file.name, error, said("then it is delivered")) from error
        return str(target)

    def _unreachable(self, what: str, error: OSError, then: str) -> UnreachableError:
        reason = f'"{error.strerror}"' if self._path.is_dir() else said("no such folder")
        place = self._path.name
        told = said("no folder to write in", what=what, reason=reason, place=place, then=then)
        return UnreachableError(told, permanent=False)

    def _store(self, target: Path, content: bytes) -> None:
        target.parent.mkdir(exist_ok=True)
        try:
            write_new(target, content)
        except FileExistsError as error:
            if target.read_bytes() == content:
                return
            place = f"{self._path.name}/{target.parent.name}"
            taken = said("name taken at", file=target.name, place=place)
            raise UnreachableError(taken, permanent=True) from error


def safe_name(name: str) -> str:
    """Return a file name that every system takes and that cannot leave its folder.

    A name that is too long loses the end of its stem and keeps its extension.

    >>> safe_name("2026-10 Export 12 WinBooks A/B.zip"), safe_name("..")
    ('2026-10 Export 12 WinBooks A-B.zip', '-')
    """
    safe = _NOT_IN_NAMES.sub("-", name).strip(". ") or "-"
    if len(safe.encode()) <= NAME_BYTES_MAX:
        return safe
    extension = _EXTENSION.search(safe)
    kept = extension[0] if extension else ""
    stem = safe.removesuffix(kept).encode()[: NAME_BYTES_MAX - len(kept)]
    return stem.decode(errors="ignore").rstrip(". ") + kept
