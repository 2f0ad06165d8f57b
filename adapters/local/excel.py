"""The workbook as an .xlsx file: read as cells, changed in place."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boekbrug.adapters.local.open_workbook import OpenWorkbook
from boekbrug.adapters.local.refusals import ExcelLimits, RefusedWorkbookError, with_macros
from boekbrug.adapters.local.whole_file import sync_folder, written_beside
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import Cells, Changes
from boekbrug.server.workflow.ports import UnreachableError

__all__ = ["ExcelLimits", "ExcelWorkbook"]

WRITE_ATTEMPTS_MAX = 3


class ExcelWorkbook:
    """An .xlsx file as a workbook (see `WorkbookPort`)."""

    def __init__(self, path: Path, *, limits: ExcelLimits) -> None:
        """Take the file at `path`, which may be a link to it; nothing is read yet."""
        self._path = path.resolve()
        self._limits = limits

    def read(self) -> Cells:
        """Return all tabs."""
        with self._in_words():
            return self._open().cells()

    def change(self, changes_of: Callable[[Cells], Changes]) -> None:
        """Write what is made of the cells, all or none; notes stand in Google Sheets only.

        A tab's content keeps the styles and formulas of its cells. A file that somebody saves
        meanwhile is read again.
        """
        with self._in_words():
            for _ in range(WRITE_ATTEMPTS_MAX):
                workbook = self._open()
                cells = workbook.cells()
                content = workbook.with_changes(cells, changes_of(cells))
                if content == workbook.content:
                    return
                self._refuse_if_open()
                if self._replace(workbook.content, content):
                    return
        raise self._unreachable(
            said("file: saved meanwhile"),
            permanent=False,
        )

    def _open(self) -> OpenWorkbook:
        self._limits.check_file(self._path.stat().st_size)
        workbook = OpenWorkbook(self._path.read_bytes(), self._limits)
        if workbook.has_macros and self._path.suffix.lower() == ".xlsx":
            raise with_macros()
        return workbook

    def _refuse_if_open(self) -> None:
        """Refuse while a spreadsheet program's lock file stands beside the workbook."""
        locks = {"~${}": "Excel", ".~lock.{}#": "LibreOffice"}
        for lock, program in locks.items():
            if self._path.with_name(lock.format(self._path.name)).exists():
                raise self._unreachable(
                    said("file: open in", program=program),
                    permanent=False,
                )

    def _replace(self, expected: bytes, content: bytes) -> bool:
        """Put the content in the file's place unless the file is another by now."""
        with written_beside(self._path, content) as temporary:
            _keep_owner_and_mode(self._path, temporary)
            if self._path.read_bytes() != expected:
                return False
            temporary.replace(self._path)
        sync_folder(self._path.parent)
        return True

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Say in a sentence what the file or the disk refuses."""
        try:
            yield
        except RefusedWorkbookError as refusal:
            raise self._unreachable(refusal.sentence, permanent=True) from refusal
        except FileNotFoundError as error:
            raise self._unreachable(
                said("file: file gone"),
                permanent=True,
            ) from error
        except PermissionError as error:
            raise self._unreachable(
                said("file: file locked"),
                permanent=False,
            ) from error
        except OSError as error:
            raise self._unreachable(
                said("file: disk refuses", reason=str(error.strerror)),
                permanent=False,
            ) from error

    def _unreachable(self, sentence: str, *, permanent: bool) -> UnreachableError:
        told = said("of file", file=self._path.name, sentence=sentence)
        return UnreachableError(told, permanent=permanent)


def _keep_owner_and_mode(original: Path, replacement: Path) -> None:
    """Let whoever could open the original open its replacement."""
    state = original.stat()
    replacement.chmod(stat.S_IMODE(state.st_mode))
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # only root gives a file to somebody else
            os.chown(replacement, state.st_uid, state.st_gid)
