"""Set-up of an .xlsx file: there is none, for a new one is made whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import Never

from boekbrug.server.wording.said import said, word
from boekbrug.server.workbook.first_sheet import FirstTab
from boekbrug.server.workflow.ports import UnreachableError


class NoSetUp:
    """Refuses to set up a file (see `SetUpPort`)."""

    def __init__(self, path: Path) -> None:
        """Take the file."""
        self._path = path

    def prove(self) -> Never:
        """Say that a file is attached and not connected."""
        self._refuse("attached and not connected")

    def set_up(self, tabs: Sequence[FirstTab], language: str) -> Never:  # noqa: ARG002 - the port
        """Say what to do instead."""
        self._refuse("no set-up of file")

    def add_column(self, tab: str, header: str, language: str) -> Never:  # noqa: ARG002 - the port
        """Say how a person adds it."""
        self._refuse("no column in file", tab=word("tab", tab), header=word("header", header))

    def _refuse(self, key: str, **values: str) -> Never:
        raise UnreachableError(said(key, file=self._path.name, **values), permanent=True)
