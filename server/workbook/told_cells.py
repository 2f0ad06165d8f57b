"""What the server's cells of tab Invoices say: read as they stand, for the records to compare."""

from collections.abc import Iterable, Iterator

from boekbrug.server.bookkeeping.told import NOTHING_TOLD, RowTold, SheetTold
from boekbrug.server.cell_values import read_date
from boekbrug.server.workbook.columns import Row
from boekbrug.server.workbook.layout import FoundTab

TOLD = ("State", "Exported on", "Export")


def told_in(tab: FoundTab, rows: Iterable[Row]) -> SheetTold:
    """Return what the server's cells of these rows of tab Invoices say."""
    headers = {name: tab.header(name) for name in told_columns(tab)}
    if not headers:
        return NOTHING_TOLD
    attributes = {name: name.lower().replace(" ", "_") for name in headers}
    found = {}
    for row in rows:
        texts = {attribute: row[attribute] for attribute in attributes.values()}
        if any(texts.values()):
            is_told = "Exported on" in headers
            day = read_date(row.cell("exported_on"), tab.convention) if is_told else None
            found[row.origin] = RowTold(**texts, day=day)
    return SheetTold(headers, found)


def told_columns(tab: FoundTab | None) -> Iterator[str]:
    """Yield which of the server's columns a tab has and the server can write."""
    for name in TOLD:
        if tab and name in tab.columns:
            column = tab.columns[name] + 1
            areas = tab.tab.shape.formulas
            if not any(left <= column <= right for _, left, _, right in areas):
                yield name
