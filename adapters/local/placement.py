"""Where changes go in an .xlsx file: found as in every workbook, in texts that XML can hold."""

from collections.abc import Iterable

from boekbrug.adapters.local.row_xml import clean_text
from boekbrug.server.workbook import placement
from boekbrug.server.workbook.cells import RowChange, Tab
from boekbrug.server.workbook.placement import PlacedChange

__all__ = ["PlacedChange", "place"]


def place(tab: Tab, changes: Iterable[RowChange], *, rows_moved: bool) -> list[PlacedChange]:
    """Return where each change goes; see `server.workbook.placement.place`."""
    return placement.place(tab, changes, rows_moved=rows_moved, clean=clean_text)
