"""Columns that are gone while what they held still stands there, below another header or none."""

from collections.abc import Callable, Iterator, Mapping

from fuzz.grid import Sheet, Shown
from fuzz.reading import Meanings, amounts, days, folded, percentages, texts, ticks

LOSABLE: Mapping[str, Mapping[str, Callable[[Shown], Meanings]]] = {
    "Invoices": {
        "Due": days,
        "Net": amounts,
        "VAT": texts,
        "Account": texts,
        "Total as printed": amounts,
        "Reference": texts,
        "Hold": ticks,
    },
    "Lines": {"Quantity": amounts, "Discount %": percentages, "Account": texts},
    "Customers": {"VAT number": texts, "Payment term": texts, "Hold": ticks},
}
"""What an empty cell of has a meaning of its own: nobody would miss the column in an amount."""


def lost_headers(sheet: Sheet) -> Iterator[str]:
    """Yield each column that a tab lacks, with every other that holds what it may have held."""
    if sheet.header_row is None:
        return
    headers, below = sheet.rows[sheet.header_row], sheet.rows[sheet.header_row + 1 :]
    known = [at for at, cell in enumerate(headers) if cell.header]
    others = [
        at
        for at, cell in enumerate(headers)
        if not cell.header and (folded(cell.raw) or min(known) < at < max(known))
    ]
    for header, read in LOSABLE.get(sheet.name, {}).items():
        for at in others if not any(cell.header == header for cell in headers) else ():
            cells = [row[at] for row in below if at < len(row)]
            held = {meaning for cell in cells for meaning in read(cell)} - {None, False}
            if held:
                yield f"{sheet.name}: no column {header}, {headers[at]!r} above {held}"
