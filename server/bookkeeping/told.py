"""What the server's cells of tab Invoices say, and what the records know that they were told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boekbrug.server.bookkeeping.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTold:
    """What an Invoices row says of itself: the server's cells as texts, '' where nothing stands.

    `day` is the day that `exported_on` can be read as, or None.
    """

    state: str = ""
    exported_on: str = ""
    export: str = ""
    day: date | None = None


SILENT = RowTold()


@dataclass(frozen=True, slots=True)
class SheetTold:
    """What the server's cells of tab Invoices say, of the rows in which any says something.

    `headers` are those of the server's columns that the sheet has and that hold no formula: the
    English header to that of the sheet.
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[Origin, RowTold] = field(default_factory=dict)


NOTHING_TOLD = SheetTold()


@dataclass(frozen=True, slots=True)
class LastTold:
    """What a workbook was told last: up to which export, 0 for none, in which columns."""

    export: int = 0
    columns: frozenset[str] = frozenset()


NEVER_TOLD = LastTold()
