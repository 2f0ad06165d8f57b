"""What is wrong with the headers of a tab: missing, misspelt, written over or merged.

What stands below a header that nobody knows is read by nobody. It is people's own while the tab
has every column of the first sheet; else it may be what one of those is lacking, and nothing of it
would be missed in an amount.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from boekbrug.server.bookkeeping.problems import Problem, Severity, coded, found_in_words
from boekbrug.server.bookkeeping.settings import Series
from boekbrug.server.fields import SheetField
from boekbrug.server.wording.said import Said, said, word
from boekbrug.server.workbook.cells import Cell, CellError, text_of
from boekbrug.server.workbook.columns import is_blank
from boekbrug.server.workbook.first_sheet import FIRST_COLUMNS
from boekbrug.server.workbook.layout import FoundLayout, FoundTab, known_headers, name_key
from boekbrug.server.workbook.layout_problems import column_letters, headers_lacking
from boekbrug.server.workbook.likeness import distance, is_misspelling
from boekbrug.server.workbook.sheet_fields import ServerColumn

LIKENESS_MIN = 0.8
"""From 0 to 1; "Discout %" is that like "Discount %"."""

_UNIT = re.compile(r"\s*(?:[(\[].*|€|eur|euro)$")
"""What people write behind a header to say in what it counts."""

SAMPLE_MAX = 1000
"""Cells of a column of people's own that tell what it may hold."""

_FOR_PEOPLE = frozenset({"Contact", "Phone", "PDF link"})
"""Of these nothing is missed, whatever stands below a header that is like them."""


@dataclass(frozen=True, slots=True)
class _Other:
    """A column that nobody reads: where its header stands, and what that says ('' nothing).

    `sample` are different cells below it.
    """

    index: int
    text: str
    sample: tuple[Cell, ...] = field(compare=False)


def header_problems(layout: FoundLayout, series: Iterable[Series]) -> Iterator[Problem]:
    """Yield what is wrong with the headers of each tab.

    Args:
        layout: of the sheet.
        series: of Settings; with any of them a document's kind needs no column.
    """
    without = {"Invoices": {"Kind"} if any(True for _ in series) else set()}
    for tab in layout.tabs.values():
        if tab.header_row is not None:
            yield from _of_tab(tab, tab.header_row, without.get(tab.name, set()))


def _of_tab(tab: FoundTab, row: int, needless: set[str]) -> Iterator[Problem]:
    needed = [
        name for name in headers_lacking(tab.name, tab.schema, tab.columns) if name not in needless
    ]
    first = [name for name in _typed_first(tab) if name not in tab.columns]
    absent = [name for name in first if name not in needed]
    merged = _merged(tab, row) if needed or absent else ""
    if merged:
        lacking = tuple(word("header", name) for name in needed or absent)
        yield coded("merged-headers", tab=tab.title, column=merged, headers=lacking)
        return
    known = known_headers(tab.name, tab.schema)
    others = list(_other_columns(tab, row, known, is_sampled=bool(needed or absent)))
    meant = {other: name for other in others if (name := _meant(tab, other, known, needed, first))}
    for name in needed:
        if name not in meant.values():
            yield missing_header(tab, name)
    for other, name in meant.items():
        yield _misspelt(tab, other, row, name, is_needed=name in needed)
    own = {other: name for other in others if (name := _hyphened(tab, other, known))}
    free = [other for other in others if other not in meant and other not in own]
    left = _without_needed(tab, free, {*needed} - {*meant.values()})
    lost = [name for name in absent if name not in meant.values()]
    yield from _renamed(tab, row, left, lost)
    yield from (_own(tab, row, other, name) for other, name in own.items() if other not in meant)


def _typed_first(tab: FoundTab) -> Iterator[str]:
    """Yield the columns of the first sheet that people type in, by their English headers."""
    fields = {str(field.data_key): field for field in tab.schema.fields.values()}
    for name in FIRST_COLUMNS.get(tab.name, ()):
        if not isinstance(fields[name], ServerColumn):
            yield name


def missing_header(tab: FoundTab, header: str) -> Problem:
    """Return that a tab has no column of an English header."""
    return coded("missing-header", tab=tab.title, column=word("header", header), row=tab.header_row)


def _merged(tab: FoundTab, row: int) -> str:
    """Return the first merged cells that hold a header of ours, as a spreadsheet names them."""
    for top, left, bottom, right in tab.tab.shape.merges:
        if top <= row <= bottom and any(left <= one + 1 <= right for one in tab.columns.values()):
            return f"{column_letters(left - 1)}{top}:{column_letters(right - 1)}{bottom}"
    return ""


def _other_columns(
    tab: FoundTab, row: int, known: Mapping[str, str], *, is_sampled: bool
) -> Iterator[_Other]:
    """Yield the columns that nobody reads; without a header those among the others alone."""
    places = tab.columns.values()
    first, last = min(places) - 1, max(places) + 1
    for index, cells in enumerate(tab.tab.columns):
        text = text_of(cells[row - 1])
        if index not in places and name_key(text) not in known and (text or first <= index <= last):
            yield _Other(index, text, _sample(cells[row:]) if is_sampled else ())


def _sample(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return some cells that hold something; the type keeps TRUE from being 1."""
    distinct = dict.fromkeys(zip(map(type, cells), cells, strict=True))
    return tuple(islice((cell for _, cell in distinct if _is_filled(cell)), SAMPLE_MAX))


def _meant(
    tab: FoundTab,
    other: _Other,
    known: Mapping[str, str],
    needed: Iterable[str],
    first: Iterable[str],
) -> str | None:
    """Return the English header of ours that is missing and that a header is like, or None.

    Of the columns that only some sheets have it is only what can be nothing but misspelt.
    """
    key = name_key(other.text)
    bare = _UNIT.sub("", key)
    if bare in known:
        return known[bare] if known[bare] not in tab.columns else None
    usual = {*needed, *first, *tab.columns}
    names = [one for one, name in known.items() if name in usual]
    near = difflib.get_close_matches(key, names, 1, LIKENESS_MIN)
    if near and known[near[0]] not in tab.columns:
        return known[near[0]]
    further = (
        name
        for one, name in known.items()
        if name not in usual and name not in _FOR_PEOPLE and not _is_spaced(key, one)
        if is_misspelling(key, one) and not _is_nearer(key, near, one)
    )
    return next(further, None)


def _is_nearer(key: str, near: Sequence[str], other: str) -> bool:
    """Whether a header is at least as much like a name that the tab has as like another one."""
    return any(distance(key, one) <= distance(key, other) for one in near)


def _without_needed(tab: FoundTab, others: Iterable[_Other], needed: Iterable[str]) -> list[_Other]:
    """Return the columns but those that may be one that the tab needs: that is said of this one."""
    left = list(others)
    for name in sorted(needed):
        its = next((other for other in left if _may_hold(tab, other, name)), None)
        left = [other for other in left if other != its]
    return left


def _misspelt(tab: FoundTab, other: _Other, row: int, name: str, *, is_needed: bool) -> Problem:
    header = word("header", name)
    return coded(
        "misspelt-header",
        tab=tab.title,
        column=_cell(other, row),
        found=found_in_words(other.text),
        header=header,
        own="" if is_needed else said("or your own column", header=header),
    )


def _renamed(
    tab: FoundTab, row: int, others: Iterable[_Other], lost: Iterable[str]
) -> Iterator[Problem]:
    """Yield the one problem of the columns that are gone and of the headers that may be theirs."""
    pairs = [
        (other, name)
        for name in lost
        for other in others
        if _may_hold(tab, other, name)
    ]  # fmt: skip
    names = list(dict.fromkeys(name for _, name in pairs))
    headers = sorted({other for other, _ in pairs}, key=lambda other: other.index)
    if not pairs:
        return
    cells = tuple(_cell(other, row) for other in headers)
    column = word("header", names[0])
    if len(names) == len(headers) == 1:
        count = sum(map(_is_filled, tab.tab.columns[headers[0].index][row:]))
        yield coded(
            "renamed-header",
            tab=tab.title,
            column=cells[0],
            found=said(
                "above a filled cell" if count == 1 else "above filled cells",
                header=_in_words(headers[0]),
                count=count,
            ),
            header=column,
            cell=cells[0],
        )
        return
    columns = tuple(word("header", name) for name in names)
    yield coded(
        "renamed-headers",
        tab=tab.title,
        column=", ".join(cells),
        found=said("above cells", headers=tuple(_in_words(other) for other in headers)),
        columns=said("a column" if len(names) == 1 else "the columns", columns=columns),
    )


def _in_words(other: _Other) -> Said | str:
    return found_in_words(other.text) if other.text else said("no header")


def _is_filled(cell: Cell) -> bool:
    """Whether a cell holds something; a box that is not ticked holds nothing."""
    return cell is not False and not is_blank(cell)


def _may_hold(tab: FoundTab, other: _Other, name: str) -> bool:
    """Whether a column may be the one of that name: a cell in it is what that one takes."""
    fields = {str(field.data_key): field for field in tab.schema.fields.values()}
    read = cast("SheetField[Any]", fields[name]).reader(tab.convention)
    return any(isinstance(cell, CellError) or read(cell) is not None for cell in other.sample)


def _hyphened(tab: FoundTab, other: _Other, known: Mapping[str, str]) -> str | None:
    """Return the missing column of which only a hyphen keeps a header from being the name."""
    key = name_key(other.text)
    alike = (name for one, name in known.items() if _is_spaced(key, one))
    return next((name for name in alike if name not in tab.columns), None)


def _own(tab: FoundTab, row: int, other: _Other, name: str) -> Problem:
    return coded(
        "own-column",
        tab=tab.title,
        severity=Severity.WARNING,
        column=_cell(other, row),
        found=found_in_words(other.text),
        header=word("header", name),
    )


def _is_spaced(key: str, name: str) -> bool:
    """Whether two names differ in nothing but hyphens for spaces."""
    return key.replace("-", " ") == name.replace("-", " ")


def _cell(other: _Other, row: int) -> str:
    return f"{column_letters(other.index)}{row}"
