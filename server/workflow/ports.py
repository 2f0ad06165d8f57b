"""What the corridor needs from outside: a workbook and a place for files.

An adapter implements these; the same contract tests run against every adapter of a port.
"""

from typing import Protocol

from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.workbook.cells import Cells, Changes, WriteResult


class UnreachableError(Exception):
    """The outside did not do what was asked; the sentence says what a person can do.

    Attributes:
        sentence: what people read.
        permanent: whether trying again without a person's help is useless.
    """

    def __init__(self, sentence: str, *, permanent: bool) -> None:
        """Keep the sentence and whether a repeat is useless."""
        super().__init__(sentence)
        self.sentence = sentence
        self.permanent = permanent


class WorkbookPort(Protocol):
    """One workbook of a team."""

    def read(self) -> Cells:
        """Return all tabs.

        Raises:
            UnreachableError: the workbook cannot be read; nothing was changed.
        """
        ...

    def write(self, changes: Changes, read_digest: str) -> WriteResult:
        """Write the changes, all or none; repeating the same changes changes nothing more.

        Args:
            changes: row changes and whole tabs.
            read_digest: the digest of the cells that the changes were made from; when the
                workbook is another by now, rows are found again by their key.

        Raises:
            UnreachableError: nothing was written.
        """
        ...


class FilesPort(Protocol):
    """A place that the files of an export are delivered to."""

    def prove(self) -> None:
        """Prove that files can be stored here now; asked before anything is charged.

        Raises:
            UnreachableError: they cannot.
        """
        ...

    def deliver(self, file: ExportFile, *, year: int) -> str:
        """Store the file in the folder of that year and return where it is, for people.

        Delivering the same name and bytes again changes nothing; other bytes under the name are
        never overwritten.

        Raises:
            UnreachableError: the file is not there.
        """
        ...
