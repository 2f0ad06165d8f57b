"""Where everything stands in a sheet: tabs by their name, columns by their header.

Nothing is found by position. A header row is the row with the most known headers among the first
ten; columns that nobody knows are people's own and are left alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import marshmallow as ma

from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.fields import folded
from boekbrug.server.workbook.cells import Cell, Cells, Tab, text_of
from boekbrug.server.workbook.sheet_fields import ServerColumn
from boekbrug.server.workbook.synonyms import HEADERS, TABS

HEADER_ROWS_MAX = 10
LAYOUT_VERSION = "1"
OPTIONAL_TABS = frozenset({"Lines"})
KEYS: Mapping[str, tuple[str, ...]] = {"Customers": ("Customer",), "Invoices": ("Number", "Kind")}
"""The headers by which a row is found again; in the other tabs by all that was typed in it."""

GIVEN_BY_SERVER = frozenset({"Accountant's no."})


class StartLabel(StrEnum):
    """The labels of tab Start, column A, whose values in column B are read again."""

    WORKBOOK_ID = "Workbook id"
    LAYOUT_VERSION = "Layout version"
    LAST_BATCH_DIGEST = "Last batch digest"
    HIGHEST_NUMBER = "Highest number given"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTab:
    """A team's tab as found. `columns` and `headers` are by English header.

    `headers` holds the texts as the sheet writes them, `header_row` is 1-based; None means that
    no row of headers was found, and then there are no columns. `typed_columns` are the known
    columns that people fill in.
    """

    name: str
    tab: Tab
    schema: ma.Schema
    header_row: int | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    typed_columns: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title as the sheet writes it."""
        return self.tab.title

    @property
    def headers(self) -> Mapping[str, str]:
        """English header to the header's text in the sheet."""
        return {name: self.header(name) for name in self.columns}

    def header(self, name: str) -> str:
        """Return a column's header as the sheet writes it; the English one where it has none."""
        if self.header_row is None or name not in self.columns:
            return name
        return text_of(self.cell(name, self.header_row))

    def cell(self, name: str, row: int) -> Cell:
        """Return the cell of a column (English header) in a 1-based row; None without it."""
        if name not in self.columns:
            return None
        return self.tab.columns[self.columns[name]][row - 1]

    def key_of(self, row: int) -> Mapping[str, str]:
        """Return what a row is found again by: header to text, as the sheet writes both."""
        key = {
            self.header(name): text_of(self.cell(name, row))
            for name in KEYS.get(self.name, ())
            if name in self.columns
        }
        if key and all(key.values()):
            return key
        typed = {self.header(name): text_of(self.cell(name, row)) for name in self.typed_columns}
        return {header: text for header, text in typed.items() if text}


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
        """Return a tab's title in the sheet; the English name where the sheet lacks it."""
        return self.titles.get(name, name)

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
        problems.append(_other_layout(by_name["Start"].title, version))
    tabs: dict[str, FoundTab] = {}
    for name, schema in schemas.items():
        if name in by_name:
            tabs[name] = _find_columns(name, by_name[name], schema, problems)
        elif name not in OPTIONAL_TABS:
            problems.append(_missing_tab(name))
    titles = {name: tab.title for name, tab in by_name.items()}
    return FoundLayout(tabs=tabs, titles=titles, start=start), tuple(problems)


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


def column_letters(index: int) -> str:
    """Return what a spreadsheet calls the column with that 0-based index.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _tabs_by_name(tabs: Iterable[Tab], problems: list[Problem]) -> dict[str, Tab]:
    known = known_names(TABS)
    found: dict[str, Tab] = {}
    for tab in tabs:
        name = known.get(name_key(tab.title))
        if name is None:
            continue
        if name in found:
            problems.append(_second_tab(name, found[name], tab))
        else:
            found[name] = tab
    return found


def _find_columns(name: str, tab: Tab, schema: ma.Schema, problems: list[Problem]) -> FoundTab:
    headers = [str(field.data_key) for field in schema.fields.values()]
    known = known_names({header: HEADERS[name].get(header, ()) for header in headers})
    rows = [
        [known.get(name_key(text_of(column[row]))) for column in tab.columns]
        for row in range(min(HEADER_ROWS_MAX, tab.row_count))
    ]
    if not any(any(row) for row in rows):
        problems.append(_no_headers(tab.title, schema))
        return FoundTab(name=name, tab=tab, schema=schema)
    best = max(range(len(rows)), key=lambda row: (len({*rows[row]}), -row))
    columns: dict[str, int] = {}
    for index, header in enumerate(rows[best]):
        if header is not None and header in columns:
            problems.append(_second_header(tab, header, best + 1, (columns[header], index)))
        elif header is not None:
            columns[header] = index
    found = FoundTab(
        name=name,
        tab=tab,
        schema=schema,
        header_row=best + 1,
        columns=columns,
        typed_columns=tuple(header for header in columns if header not in _servers(schema)),
    )
    problems.extend(_missing_headers(found))
    return found


def _servers(schema: ma.Schema) -> frozenset[str]:
    """Return the headers of the columns that the server writes, alone or next to people."""
    fields = schema.fields.values()
    servers = {str(field.data_key) for field in fields if isinstance(field, ServerColumn)}
    return GIVEN_BY_SERVER | servers


def _missing_headers(found: FoundTab) -> Iterable[Problem]:
    for field_ in found.schema.fields.values():
        if field_.required and field_.data_key not in found.columns:
            # A document's kind may come from its series, then the column is not needed.
            if (found.name, field_.data_key) == ("Invoices", "Kind"):
                continue
            yield Problem(
                tab=found.title,
                column=str(field_.data_key),
                found="no column with this header",
                allowed=f"one, with its header in row {found.header_row}",
                cure="Write the header there; the order of the columns does not matter.",
            )


def _remembered(tab: Tab | None) -> dict[StartLabel, str]:
    if tab is None or len(tab.columns) < 2:  # noqa: PLR2004 - labels in A, values in B
        return {}
    known = {name_key(label.value): label for label in StartLabel}
    labels = [known.get(name_key(text_of(cell))) for cell in tab.columns[0]]
    pairs = zip(labels, tab.columns[1], strict=True)
    return {label: text_of(cell) for label, cell in pairs if label is not None}


def _second_tab(name: str, first: Tab, second: Tab) -> Problem:
    return Problem(
        tab=second.title,
        found=f'a second tab for {name}, next to "{first.title}"',
        allowed="one",
        cure="Rename or remove the tab that is not meant.",
    )


def _second_header(tab: Tab, header: str, row: int, columns: tuple[int, int]) -> Problem:
    first, second = (f"{column_letters(index)}{row}" for index in columns)
    return Problem(
        tab=tab.title,
        column=header,
        found=f"the header twice (cells {first} and {second})",
        allowed="once",
        cure="Rename the column that is not meant.",
    )


def _missing_tab(name: str) -> Problem:
    return Problem(
        tab=name,
        found="no tab with this name",
        allowed="one",
        cure="Add it, or give the tab that holds it this name again.",
    )


def _no_headers(title: str, schema: ma.Schema) -> Problem:
    required = [str(one.data_key) for one in schema.fields.values() if one.required]
    return Problem(
        tab=title,
        found="no row of headers",
        allowed=f"the headers {', '.join(required)} in one of the first {HEADER_ROWS_MAX} rows",
        cure="Write the headers above the rows.",
    )


def _other_layout(title: str, version: str) -> Problem:
    return Problem(
        tab=title,
        column=StartLabel.LAYOUT_VERSION.value,
        found=version,
        allowed=LAYOUT_VERSION,
        cure="This file was made for another version of Boekbrug; ask whoever runs the server.",
    )
