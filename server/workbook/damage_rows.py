"""Rows that were torn apart: a column sorted without the others, lines without their invoices."""

from collections.abc import Collection, Iterator, Sequence

from boekbrug.server.bookkeeping.problems import found_in_words
from boekbrug.server.cell_values import read_code
from boekbrug.server.fields import Money
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.columns import is_blank
from boekbrug.server.workbook.damage_finding import (
    EVERY_COLUMN,
    Finding,
    below,
    finding,
    first_row,
    is_held,
    remark,
)
from boekbrug.server.workbook.layout import FoundLayout, FoundTab
from boekbrug.server.workbook.sheet_fields import Amount

BLOCK_MIN = 3
"""So many lines below each other, of several invoices, have one cause."""
NAMED_MAX = 3

TORN_MIN = 3
"""Of so many keys without a row, and as many rows without a key, nobody typed each by itself."""

_KEYS = {"Customers": "Customer", "Invoices": "Number"}
_WHOLE_WITH = {"Customers": ("Kind",), "Invoices": ("Date", "Customer")}
"""What a row has that was whole before its key went elsewhere; a row of totals has none of it."""
_FILLED_AHEAD = frozenset({"Kind", "Description", "Hold"})
"""Columns that a row may have before it becomes one: lists, notes, ticks."""


def damaged_rows(layout: FoundLayout) -> Iterator[Finding]:
    """Yield what happened to whole rows."""
    for name, key in _KEYS.items():
        if (tab := layout.tabs.get(name)) and key in tab.columns:
            yield from _torn_rows(tab, key)
    invoices, lines = layout.tabs.get("Invoices"), layout.tabs.get("Lines")
    if invoices and lines and "Number" in invoices.columns:
        yield from _lines_without_invoices(lines, invoices)


def _torn_rows(tab: FoundTab, key: str) -> Iterator[Finding]:
    """Yield that keys and the rest of their rows stand apart, or that a row lacks its key."""
    cells, whole = below(tab, key), _WHOLE_WITH[tab.name]
    if {*map(type, cells)} <= {str} and all(str(cell).strip() for cell in cells):
        return  # told in a fifth of the time
    rows = list(enumerate(map(is_blank, cells), first_row(tab)))
    keyless = [row for row, lacks in rows if lacks and _has_rest(tab, row, _FILLED_AHEAD)]
    keyless = [row for row in keyless if not is_held(tab, row)]
    if not keyless:
        return
    bare = [row for row, lacks in rows if not lacks and not _has_rest(tab, row, {key})]
    torn = [row for row in keyless if not any(is_blank(tab.cell(one, row)) for one in whole)]
    if TORN_MIN <= len(bare) == len(torn):
        header = tab.header(key)
        keys = said("keys", count=len(bare), what=header)
        others = said("keyless rows", count=len(torn), what=header)
        both = sorted([*bare, *torn])
        told = finding(tab, key, both, "sorted-by-one-column", keys=keys, others=others)
        yield Finding(told.problem, (EVERY_COLUMN,))
        keyless = [row for row in keyless if row not in torn]
    if tab.name == "Invoices":
        last = max((row for row, lacks in rows if not lacks), default=0)
        undated = [row for row in keyless if is_blank(tab.cell("Date", row))]
        left_out = [row for row in undated if row < last or _is_begun(tab, row)]
        if left_out:
            headers = {"number": tab.header("Number"), "date": tab.header("Date")}
            yield remark(tab, "", left_out, "row-without-number", **headers)


def _is_begun(tab: FoundTab, row: int) -> bool:
    """Whether a row below all others is an invoice that somebody began, and no row of totals."""
    fields = {str(field.data_key): field for field in tab.schema.fields.values()}
    typed = [header for header in tab.typed_columns if header not in _FILLED_AHEAD]
    typed = [header for header in typed if not is_blank(tab.cell(header, row))]
    besides = [header for header in typed if not isinstance(fields[header], Money | Amount)]
    return "Customer" in besides or (len(typed) > 1 and bool(besides))


def _has_rest(tab: FoundTab, row: int, besides: Collection[str]) -> bool:
    """Whether people typed something in a row in other columns than these."""
    cells = (tab.cell(header, row) for header in tab.typed_columns if header not in besides)
    return any(cell is not False and not is_blank(cell) for cell in cells)


def _lines_without_invoices(lines: FoundTab, invoices: FoundTab) -> Iterator[Finding]:
    """Yield each block of lines whose invoices are gone; a single one has a problem of its own."""
    named = below(lines, "Invoice")
    absent = set(named).difference(below(invoices, "Number"))
    wanted = {cell: code for cell in absent if not is_blank(cell) and (code := read_code(cell))}
    if not wanted:
        return
    known = {read_code(cell) for cell in set(below(invoices, "Number"))}
    gone = {cell: code for cell, code in wanted.items() if code not in known}
    block: list[tuple[int, str]] = []
    for row, cell in enumerate([*named, None], first_row(lines)):
        if not isinstance(cell, bool) and cell in gone:
            block.append((row, gone[cell]))
        elif block:
            yield from _block(lines, invoices, block)
            block = []


def _block(
    lines: FoundTab, invoices: FoundTab, block: Sequence[tuple[int, str]]
) -> Iterator[Finding]:
    numbers = list(dict.fromkeys(number for _, number in block))
    if len(block) < BLOCK_MIN or len(numbers) == 1:
        return
    shown = [found_in_words(number) for number in numbers[:NAMED_MAX]]
    yield finding(
        lines,
        "Invoice",
        [row for row, _ in block],
        "lines-without-invoices",
        numbers=(*shown, *(["\u2026"] if len(numbers) > NAMED_MAX else [])),
        title=invoices.title,
    )
