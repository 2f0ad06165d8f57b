"""What people did to a tab rather than to its values: copied, hidden, merged, computed."""

import re
from collections.abc import Iterator, Sequence

from boekbrug.server.bookkeeping.problems import Severity, coded, found_in_words
from boekbrug.server.wording.said import said, word
from boekbrug.server.workbook.cells import CellError, Cells, text_of
from boekbrug.server.workbook.columns import is_blank
from boekbrug.server.workbook.damage_finding import (
    Finding,
    below,
    finding,
    first_row,
    is_held,
    is_left_alone,
    remark,
)
from boekbrug.server.workbook.layout import GIVEN_BY_SERVER, FoundLayout, FoundTab, known_tab
from boekbrug.server.workbook.layout_problems import column_letters
from boekbrug.server.workbook.shape import Area, Span, united
from boekbrug.server.workbook.sheet_fields import ServerColumn

MERGES_MAX = 500
"""Of one tab; after so many the answer is another tab."""

_COPY = re.compile(
    r"(?:copy of|copie (?:de|van)|kopie (?:van|von))\s+(?P<behind>.+?)(?:\s+\d+)?"
    r"|(?P<before>.*?\S)(?:\s*+[(\[]\s*+(?:\d++|copy|copie|kopie)(?:\s++\d+)?\s*[)\]]"
    r"|[\s_-]++(?:copy|copie|kopie)(?:\s*\d+)?)",
    re.IGNORECASE,
)
_TOLD = frozenset({"Invoices", "Customers", "Lines"})
"""The tabs of people with columns of the server."""

_DOCUMENTS = {"Invoices": "Number", "Lines": "Invoice"}
"""The tabs that documents are made of, and where the number of the document stands."""


def copied_tabs(cells: Cells, layout: FoundLayout) -> Iterator[Finding]:
    """Yield the tabs that are copies of one that is read."""
    for tab in cells.tabs:
        name = None if known_tab(tab.title) else copied_name(tab.title)
        if name and name in layout.tabs:
            title = layout.tabs[name].title
            problem = coded("copied-tab", tab=tab.title, severity=Severity.WARNING, title=title)
            yield Finding(problem)


def copied_name(title: str) -> str | None:
    """Return the English name of the tab that one with this title is a copy of, or None.

    >>> copied_name("Copy of Invoices"), copied_name("Facturen (2)"), copied_name("Facturen 2025")
    ('Invoices', 'Invoices', None)
    """
    copy = _COPY.fullmatch(title.strip())
    return known_tab(copy["behind"] or copy["before"]) if copy else None


def damaged_shape(layout: FoundLayout) -> Iterator[Finding]:
    """Yield what the shape of the tabs tells, as far as the workbook tells it."""
    tabs = [tab for tab in layout.tabs.values() if tab.header_row is not None]
    for tab in tabs:
        yield from _merged(tab)
        yield from _linked(tab)
        if tab.name in _TOLD:
            yield from _computed(tab)
        if tab.name in _DOCUMENTS:
            yield from _hidden_columns(tab)
            yield from _hidden_rows(tab, layout)


def _hidden_rows(tab: FoundTab, layout: FoundLayout) -> Iterator[Finding]:
    """Yield the hidden rows of which an export would take something."""
    key = _DOCUMENTS[tab.name]
    spans = tab.tab.shape.hidden_rows
    exported = _exported_numbers(layout.tabs.get("Invoices")) if spans else frozenset()
    rows = [
        row
        for row in _rows_within(spans, tab)
        if (number := text_of(tab.cell(key, row))) not in exported
        and number
        and not is_held(tab, row)
    ]
    if rows:
        hidden = "hidden row" if len(rows) == 1 else "hidden rows"
        yield remark(
            tab,
            "",
            rows,
            f"hidden-{tab.name.lower()}",
            found=said(hidden),
            show=said(f"show {hidden}"),
            whose=said(f"of {hidden}"),
            hold=word("header", "Hold"),
        )


def _exported_numbers(invoices: FoundTab | None) -> frozenset[str]:
    """Return the numbers of the invoices that an export holds, as the sheet shows it."""
    if invoices is None:
        return frozenset()
    pairs = zip(below(invoices, "Number"), below(invoices, "Export"), strict=False)
    return frozenset(
        text_of(number)
        for number, export in pairs
        if not is_blank(export) and not isinstance(export, CellError)
    )


def _hidden_columns(tab: FoundTab) -> Iterator[Finding]:
    """Yield the hidden columns that hold something of which a booking is made."""
    for header in tab.typed_columns:
        number = tab.columns[header] + 1
        is_hidden = any(first <= number <= last for first, last in tab.tab.shape.hidden_columns)
        if is_hidden and not all(cell is False or is_blank(cell) for cell in below(tab, header)):
            yield remark(tab, header, (), "hidden-column")


def _merged(tab: FoundTab) -> Iterator[Finding]:
    """Yield the merged cells over data; all but the first of them count as empty."""
    left_over = tab.tab.row_count * len(tab.columns)  # more only where they overlap, as none do
    for area in tab.tab.shape.merges[:MERGES_MAX]:
        top, left, bottom, right = area
        left_over -= max(0, min(bottom, tab.tab.row_count) - top + 1)
        if left_over < 0:
            return
        headers = [name for name in tab.typed_columns if left <= tab.columns[name] + 1 <= right]
        rows = [
            row
            for row in _rows_within([(top, bottom)], tab)
            if headers and _is_filled(tab, row) and not is_held(tab, row)
        ]
        lost = [
            (row, name)
            for row in rows
            for name in headers
            if (row, tab.columns[name] + 1) != (top, left)
        ]
        if lost:
            first = min(headers, key=lambda name: tab.columns[name])
            merged = finding(tab, first, rows, "merged-cells", area=_named(area))
            yield Finding(merged.problem, tuple(tab.header(name) for name in headers))


def _is_filled(tab: FoundTab, row: int) -> bool:
    cells = (tab.cell(name, row) for name in tab.typed_columns)
    return any(cell is not False and not is_blank(cell) for cell in cells)


def _computed(tab: FoundTab) -> Iterator[Finding]:
    """Yield the columns of the server in which formulas stand."""
    fields = tab.schema.fields.values()
    servers = {str(field.data_key) for field in fields if isinstance(field, ServerColumn)}
    for header in tab.columns:
        if header in servers | GIVEN_BY_SERVER:
            number = tab.columns[header] + 1
            spans = [
                (top, bottom)
                for top, left, bottom, right in tab.tab.shape.formulas
                if left <= number <= right
            ]
            if rows := list(_rows_within(spans, tab)):
                found = "a formula" if len(rows) == 1 else "formulas"
                yield remark(
                    tab,
                    header,
                    rows,
                    "formula-in-result-column",
                    found=said(found),
                    remove=said(f"remove {found}"),
                )


def _linked(tab: FoundTab) -> Iterator[Finding]:
    """Yield the cells whose value stands in another file and is the one that was seen last."""
    links = tab.tab.shape.links
    for header in tab.typed_columns if links else ():
        number = tab.columns[header] + 1
        spans: dict[str, list[Span]] = {}
        for link in links:
            top, left, bottom, right = link.area
            if left <= number <= right:
                spans.setdefault(link.file, []).append((top, bottom))
        for file, of_file in spans.items():
            rows = [row for row in _rows_within(of_file, tab) if not is_left_alone(tab, row)]
            if rows:
                is_one = len(rows) == 1
                name = found_in_words(file) if file else said("another file")
                found = said("a link" if is_one else "links", file=name)
                formula = said("the formula" if is_one else "each formula")
                yield remark(tab, header, rows, "linked-cells", found=found, formula=formula)


def _rows_within(spans: Sequence[Span], tab: FoundTab) -> Iterator[int]:
    """Yield the rows of these spans that the tab has below its headers, each once and in order."""
    for first, last in united(spans):
        yield from range(max(first, first_row(tab)), min(last, tab.tab.row_count) + 1)


def _named(area: Area) -> str:
    """Return an area as a spreadsheet names it."""
    top, left, bottom, right = area
    return f"{column_letters(left - 1)}{top}:{column_letters(right - 1)}{bottom}"
