"""What the corridor needs from outside: a workbook and a place for files.

An adapter implements these; the same contract tests run against every adapter of a port.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from boekbrug.server.bookkeeping.booking import ExportFile
from boekbrug.server.records.entries import SeenTitles
from boekbrug.server.workbook.cells import Cells, Changes
from boekbrug.server.workbook.first_sheet import FirstTab


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


class Purpose(Enum):
    """What a workbook is opened for; see `Outside.open_workbook`."""

    EXPORT = "an export, from its first read to what the sheet is told"
    OTHER = "everything that can wait while exports cannot"


class WorkbookPort(Protocol):
    """One workbook of a team."""

    def read(self) -> Cells:
        """Return all tabs.

        Raises:
            UnreachableError: the workbook cannot be read; nothing was changed.
        """
        ...

    def change(self, changes_of: Callable[[Cells], Changes]) -> None:
        """Look at all tabs as they are now and write what is made of them, all or none.

        A formula is never overwritten, and what stands there already is left alone. Notes are
        written where a workbook has them, and never over a note of people's.

        Args:
            changes_of: returns the changes for these cells, the same for the same cells; it is
                called again when somebody changed the workbook meanwhile.

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


@dataclass(frozen=True, slots=True)
class SetUpDone:
    """What was done to a workbook.

    Attributes:
        steps: in words; nothing when all was there.
        language: in which people read what is said of the workbook, as far as it says itself.
    """

    steps: tuple[str, ...]
    language: str


class SetUpPort(Protocol):
    """A workbook that can be given what it lacks."""

    def prove(self) -> None:
        """Prove that it can be written now; it stays as it is.

        Raises:
            UnreachableError: it cannot.
        """
        ...

    def set_up(self, tabs: Sequence[FirstTab], language: str) -> SetUpDone:
        """Add tabs, columns, settings, lists and formats that are missing, all of it or nothing.

        What people typed stays; a second time does nothing. What is added is in the language that
        the workbook is in.

        Args:
            tabs: in English.
            language: of what is added, where the workbook does not say.

        Raises:
            UnreachableError: nothing was changed.
        """
        ...

    def add_column(self, tab: str, header: str, language: str) -> SetUpDone:
        """Add a column that the tab lacks, dressed as a new one, before those of the server.

        Args:
            tab: its English name.
            header: the column's English name; see `workbook.further_columns`.
            language: of the column, where the workbook does not say.

        Raises:
            UnreachableError: nothing was changed.
        """
        ...


class Budget(Protocol):
    """How often something outside may be asked, shared by all processes of a server."""

    def take(self, now: datetime) -> float:
        """Take one question.

        Returns:
            0 when it may be asked now; else nothing was taken, and these are the seconds to wait
            before trying again.
        """
        ...


class TitlesMemory(Protocol):
    """What workbooks and their tabs were called when somebody looked, for all processes."""

    def recall(self, place: str) -> SeenTitles | None:
        """Return what was seen last at that place; None when nobody looked yet."""
        ...

    def keep(self, place: str, seen: SeenTitles) -> None:
        """Remember what was seen there now."""
        ...


class NotIdentifiedError(Exception):
    """An identity token proves nobody.

    Attributes:
        sentence: what was found and what to do.
    """

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Person:
    """Who pressed, proven: a verified e-mail address, and the script that asked for the proof.

    `audience` is the client id of that script; another file's script has another one.
    """

    email: str
    audience: str


class IdentityPort(Protocol):
    """Whoever proves who a person is."""

    def verify(self, token: str, audiences: Collection[str]) -> Person:
        """Return the person that the token was given to.

        Args:
            token: as the script got it; nothing in it is trusted before it is proven.
            audiences: the client ids that it may be for; without any nobody is let in.

        Raises:
            NotIdentifiedError: it proves nobody, or was made for another script.
            UnreachableError: it cannot be proven now.
        """
        ...

    def newcomer(self, token: str) -> Person:
        """Return a person whose script nobody has listed yet.

        The audience proves nothing here: whoever calls asks for something else that only the
        right script knows, and keeps the audience from then on.

        Raises:
            NotIdentifiedError, UnreachableError: as `verify` does.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the outside answered to somebody who asks whether it works.

    Attributes:
        troubles: what does not work, a sentence each; nothing when all does.
        told_at: the clock there; None when it did not answer.
    """

    troubles: tuple[str, ...]
    told_at: datetime | None


class AccountPort(Protocol):
    """The account that the server works as at Google."""

    @property
    def address(self) -> str:
        """The e-mail address that people share with."""
        ...

    def prove(self) -> Proof:
        """Ask whether Google lets this account work at all; nothing is changed."""
        ...
