"""Where everything stands in a sheet: tabs by their name, columns by their header.

Nothing is found by position. A header row is the row with the most known headers among the first
ten; columns that nobody knows are people's own and are left alone.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import marshmallow as ma

from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.cell_values import folded
from boekbrug.server.conventions import NO_CONVENTION, Convention, convention_of
from boekbrug.server.wording.said import word
from boekbrug.server.workbook.cells import Cell, Cells, Tab, text_of
from boekbrug.server.workbook.layout_problems import (
    HEADER_ROWS_MAX,
    missing_tab,
    misspelt_tab,
    no_headers,
    other_layout,
    second_header,
    second_tab,
)
from boekbrug.server.workbook.sheet_fields import ServerColumn
from boekbrug.server.workbook.synonyms import HEADERS, STAND_INS, TABS

LIKENESS_MIN = 0.8
"""From 0 to 1; "Faktuuren" is that like "Facturen"."""
LAYOUT_VERSION = "1"
OPTIONAL_TABS = frozenset({"Lines"})
KEYS: Mapping[str, tuple[str, ...]] = {"Customers": ("Customer",), "Invoices": ("Number", "Kind")}
"""The headers by which a row is found again; in the other tabs by all that was typed in it."""

_INSTEAD: Mapping[tuple[str, str], tuple[str, ...]] = {("Lines", "Net"): ("Unit price",)}
"""Next to these no other name stands in for a column."""

GIVEN_BY_SERVER = frozenset({"Accountant's no."})


class StartLabel(StrEnum):
    """The labels of tab Start, column A, whose values in column B are read again."""

    WORKBOOK_ID = "Workbook id"
    LAYOUT_VERSION = "Layout version"
    LAST_BATCH_DIGEST = "Last batch digest"
    HIGHEST_NUMBER = "Highest number given"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTab:
    """A team's tab as found. `columns` are by English header.

    `header_row` is 1-based; None means that no row of headers was found, and then there are no
    columns. `typed_columns` are the known columns that people fill in. `convention` is how numbers
    and dates are written in the workbook.
    """

    name: str
    tab: Tab
    schema: ma.Schema
    header_row: int | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    typed_columns: tuple[str, ...] = ()
    convention: Convention = NO_CONVENTION

    @property
    def title(self) -> str:
        """The title as the sheet writes it."""
        return self.tab.title

    def header(self, name: str) -> str:
        """Return a column's header as the sheet writes it, else as the reader would."""
        if self.header_row is None or name not in self.columns:
            return word("header", name)
        return text_of(self.cell(name, self.header_row))

    def cell(self, name: str, row: int) -> Cell:
        """Return the cell of a column (English header) in a 1-based row; None without it."""
        if name not in self.columns:
            return None
        return self.tab.columns[self.columns[name]][row - 1]

    def key_of(self, row: int) -> Mapping[str, str]:
        """Return what a row is found again by: English header to text."""
        key = {
            name: text_of(self.cell(name, row))
            for name in KEYS.get(self.name, ())
            if name in self.columns
        }
        if key and all(key.values()):
            return key
        typed = {name: text_of(self.cell(name, row)) for name in self.typed_columns}
        return {name: text for name, text in typed.items() if text}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLayout:
    """The tabs of one sheet, and what tab Start remembers of earlier runs ('' where nothing).

    `tabs` are the team's tabs by English name; `titles` also has the server's.
    """

    tabs: Mapping[str, FoundTab]
    titles: Mapping[str, str]
    start: Mapping[StartLabel, str]

    def tab(self, name: str) -> FoundTab | None:
        """Return a team's tab by its English name or its title in the sheet."""
        by_title = (tab for tab in self.tabs.values() if tab.title == name)
        return self.tabs.get(name) or next(by_title, None)

    def title(self, name: str) -> str:
        """Return a tab's title in the sheet, else as the reader would write it."""
        return self.titles.get(name) or word("tab", name)

    def key_of(self, tab: str, row: int) -> Mapping[str, str]:
        """Return what a row of a team's tab is found again by; nothing for another tab."""
        found = self.tab(tab)
        return found.key_of(row) if found else {}

    @property
    def workbook_id(self) -> str:
        """The id that the workbook was given when it was attached."""
        return self.start.get(StartLabel.WORKBOOK_ID, "")


def find_layout(
    cells: Cells, schemas: Mapping[str, ma.Schema]
) -> tuple[FoundLayout, tuple[Problem, ...]]:
    """Return where everything stands, and a problem for every tab and header that is not right."""
    problems: list[Problem] = []
    by_name = _tabs_by_name(cells.tabs, problems)
    start = _remembered(by_name.get("Start"))
    version = start.get(StartLabel.LAYOUT_VERSION) or LAYOUT_VERSION
    if version != LAYOUT_VERSION:
        label = StartLabel.LAYOUT_VERSION.value
        problems.append(other_layout(by_name["Start"].title, label, version, LAYOUT_VERSION))
    tabs: dict[str, FoundTab] = {}
    convention = convention_of(cells.locale)
    for name, schema in schemas.items():
        if name in by_name:
            found = _find_columns(name, by_name[name], schema, problems)
            tabs[name] = replace(found, convention=convention)
        elif near := _likely_title(name, cells.tabs):
            problems.append(misspelt_tab(name, near))
        elif name not in OPTIONAL_TABS:
            problems.append(missing_tab(name))
    titles = {name: tab.title for name, tab in by_name.items()}
    return FoundLayout(tabs=tabs, titles=titles, start=start), tuple(problems)


def known_tab(title: str) -> str | None:
    """Return the English name of a tab with that title; None for people's own.

    >>> known_tab(" facturen"), known_tab("Facturen 2025")
    ('Invoices', None)
    """
    return _TAB_NAMES.get(name_key(title))


def has_all_tabs(titles: Iterable[str]) -> bool:
    """Whether every tab of Boekbrug is among these titles."""
    return {known_tab(title) for title in titles} >= TABS.keys()


def name_key(text: str) -> str:
    r"""Return the text by which tabs, headers and settings are compared.

    >>> name_key(" Accountant\u2019s  No. "), name_key("Nr boekhouder:")
    ("accountant's no", 'nr boekhouder')
    """
    for mark in ".:*":
        text = text.replace(mark, " ")
    return folded(text.replace("\u2019", "'"))


def known_names(synonyms: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Return the compared form of every spelling to its English name; English wins."""
    known = {name_key(other): name for name, others in synonyms.items() for other in others}
    return known | {name_key(name): name for name in synonyms}


_TAB_NAMES = known_names(TABS)


def _likely_title(name: str, tabs: Iterable[Tab]) -> str | None:
    """Return the title of people's own that is most like a tab that is not there, or None."""
    names = [name_key(one) for one in (name, *TABS[name])]
    titles = {name_key(tab.title): tab.title for tab in tabs if known_tab(tab.title) is None}
    likeness = {
        key: max(difflib.SequenceMatcher(None, one, key).ratio() for one in names) for key in titles
    }
    named = (key for key in titles if any(re.search(rf"\b{one}\b", key) for one in names))
    alike = (key for key, ratio in likeness.items() if ratio >= LIKENESS_MIN)
    near = max((*named, *alike), key=lambda key: likeness[key], default=None)
    return None if near is None else titles[near]


def _tabs_by_name(tabs: Iterable[Tab], problems: list[Problem]) -> dict[str, Tab]:
    found: dict[str, Tab] = {}
    for tab in tabs:
        name = known_tab(tab.title)
        if name is None:
            continue
        if name in found:
            problems.append(second_tab(name, found[name], tab))
        else:
            found[name] = tab
    return found


def known_headers(name: str, schema: ma.Schema) -> Mapping[str, str]:
    """Return the compared form of every header that a tab may have, to its English header."""
    headers = [str(field.data_key) for field in schema.fields.values()]
    return known_names({header: HEADERS[name].get(header, ()) for header in headers})


def _find_columns(name: str, tab: Tab, schema: ma.Schema, problems: list[Problem]) -> FoundTab:
    known = known_headers(name, schema)
    rows = [
        [known.get(name_key(text_of(column[row]))) for column in tab.columns]
        for row in range(min(HEADER_ROWS_MAX, tab.row_count))
    ]
    if not any(any(row) for row in rows):
        problems.append(no_headers(tab.title, name, schema))
        return FoundTab(name=name, tab=tab, schema=schema)
    best = max(range(len(rows)), key=lambda row: (len({*rows[row]}), -row))
    columns: dict[str, int] = {}
    for index, header in enumerate(rows[best]):
        if header is not None and header in columns:
            problems.append(second_header(tab, best + 1, (columns[header], index)))
        elif header is not None:
            columns[header] = index
    columns |= dict(_stand_ins(name, tab, best, columns))
    return FoundTab(
        name=name,
        tab=tab,
        schema=schema,
        header_row=best + 1,
        columns=columns,
        typed_columns=tuple(header for header in columns if header not in _servers(schema)),
    )


def _stand_ins(
    name: str, tab: Tab, row: int, columns: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """Yield the columns that a tab has under no other name than one that stands in for it."""
    for (of_tab, header), others in STAND_INS.items():
        instead = {header, *_INSTEAD.get((of_tab, header), ())}
        if of_tab == name and not instead & columns.keys():
            keys = {name_key(one) for one in others}
            cells = enumerate(tab.columns)
            yield from [(header, at) for at, cell in cells if name_key(text_of(cell[row])) in keys][
                :1
            ]


def _servers(schema: ma.Schema) -> frozenset[str]:
    """Return the headers of the columns that the server writes, alone or next to people."""
    fields = schema.fields.values()
    servers = {str(field.data_key) for field in fields if isinstance(field, ServerColumn)}
    return GIVEN_BY_SERVER | servers


def _remembered(tab: Tab | None) -> dict[StartLabel, str]:
    if tab is None or len(tab.columns) < 2:  # noqa: PLR2004 - labels in A, values in B
        return {}
    known = {name_key(label.value): label for label in StartLabel}
    labels = [known.get(name_key(text_of(cell))) for cell in tab.columns[0]]
    pairs = zip(labels, tab.columns[1], strict=True)
    return {label: text_of(cell) for label, cell in pairs if label is not None}
