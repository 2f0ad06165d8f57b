"""Set-up of an .xlsx file: there is none, for a new one is made whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import Never

from boekbrug.server.workbook.first_sheet import FirstTab
from boekbrug.server.workflow.ports import UnreachableError


class NoSetUp:
    """Refuses to set up a file (see `SetUpPort`)."""

    def __init__(self, path: Path) -> None:
        """Take the file."""
        self._path = path

    def prove(self) -> Never:
        """Say that a file is attached and not connected."""
        raise UnreachableError(
            f"{self._path.name}: found an .xlsx file, allowed: a Google Sheet. Attach a file with "
            "`boekbrug workbook attach`.",
            permanent=True,
        )

    def set_up(self, tabs: Sequence[FirstTab]) -> Never:  # noqa: ARG002 - the port
        """Say what to do instead."""
        raise UnreachableError(
            f"{self._path.name}: found an .xlsx file, allowed: a Google Sheet. Run `boekbrug "
            "workbook new`: it makes a file with every tab, list and format; paste your rows "
            "into it.",
            permanent=True,
        )

    def add_column(self, tab: str, header: str) -> Never:
        """Say how a person adds it."""
        raise UnreachableError(
            f"{self._path.name}: found an .xlsx file, allowed: a Google Sheet. Open it, go to tab "
            f"{tab} and type {header} in the first empty cell of the row with the headers: a "
            "column is read wherever it stands.",
            permanent=True,
        )
