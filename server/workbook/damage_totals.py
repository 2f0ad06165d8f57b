"""Rows of totals among invoices or lines: told in one sentence, whatever their cells lack."""

import re
from collections import defaultdict
from collections.abc import Iterator

from boekbrug.server.bookkeeping.problems import found_in_words
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import Cell, CellError
from boekbrug.server.workbook.columns import is_blank
from boekbrug.server.workbook.damage_finding import (
    EVERY_COLUMN,
    Finding,
    below,
    finding,
    first_row,
    is_left_alone,
)
from boekbrug.server.workbook.layout import FoundLayout, FoundTab

_LABEL = re.compile(
    r"(algemeen|grand|general|sub|sous|eind|gesamt|zwischen)?[ -]?"
    r"(total|totals|totaal|totalen|totaux|summe|gesamt|som|somme|sum)"
    r"( g[eé]n[eé]ral)?\s*[:=]?",
    re.IGNORECASE,
)
_SUM = re.compile(r"[\s\d.,'()+-]*+(?:€|EUR)?+[\s\d.,'()+-]*+", re.IGNORECASE)
_LABELLED = {"Invoices": ("Number", "Date"), "Lines": ("Invoice", "Description")}
"""Where a label stands in whose row no invoice and no line can be."""


def rows_of_totals(layout: FoundLayout) -> Iterator[Finding]:
    """Yield each label with its rows, in which nothing else stands but sums."""
    for name, headers in _LABELLED.items():
        if tab := layout.tabs.get(name):
            for header in headers:
                yield from _labelled(tab, header)


def _labelled(tab: FoundTab, header: str) -> Iterator[Finding]:
    cells = below(tab, header)
    labels = {cell for cell in set(cells) if isinstance(cell, str) and _is_label(cell)}
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, cell in enumerate(cells if labels else (), first_row(tab)):
        if cell in labels and _has_sums_alone(tab, row, header):
            rows[str(cell)].append(row)
    for label, labelled in rows.items():
        values = {"label": found_in_words(label), "things": said(f"nothing but {tab.name}")}
        told = finding(tab, header, labelled, "row-of-totals", **values)
        yield Finding(told.problem, (EVERY_COLUMN,))


def _is_label(cell: str) -> bool:
    return _LABEL.fullmatch(cell.strip()) is not None


def _has_sums_alone(tab: FoundTab, row: int, label: str) -> bool:
    """Whether a row that is not left alone holds sums, and nothing else beside its label."""
    others = (tab.cell(header, row) for header in tab.typed_columns if header != label)
    filled = [cell for cell in others if cell is not False and not is_blank(cell)]
    return bool(filled) and all(map(_may_be_a_sum, filled)) and not is_left_alone(tab, row)


def _may_be_a_sum(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _SUM.fullmatch(cell) is not None
    return isinstance(cell, int | float | CellError) and not isinstance(cell, bool)
