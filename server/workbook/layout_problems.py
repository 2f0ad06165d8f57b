"""What is wrong with where things stand in a sheet: tabs and headers, each problem a sentence."""

from collections.abc import Collection, Iterator, Mapping

import marshmallow as ma

from boekbrug.server.bookkeeping.problems import Problem, coded
from boekbrug.server.wording.said import said, word
from boekbrug.server.workbook.cells import Tab, text_of

HEADER_ROWS_MAX = 10
NEEDED_HEADERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Lines", "Unit price"): ("Net", "Total incl. VAT"),
    ("Lines", "VAT"): (),
    ("Settings", "Value"): (),
}
"""Columns that a tab cannot do without though not every row fills them, and what stands in."""


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


def second_tab(name: str, first: Tab, second: Tab) -> Problem:
    """Return the problem of two tabs for one thing."""
    return coded("second-tab", tab=second.title, name=word("tab", name), first=first.title)


def second_header(tab: Tab, row: int, columns: tuple[int, int]) -> Problem:
    """Return the problem of one header over two columns."""
    first, second = (f"{column_letters(index)}{row}" for index in columns)
    column, other = (text_of(tab.columns[index][row - 1]) for index in columns)
    cells = {"first": first, "second": second}
    found = said("header twice", **cells)
    if column != other:
        found = said("two headers", one=column, other=other, **cells)
    empty = [
        f"{column_letters(index)}{row}"
        for index in columns
        if not any(text_of(cell).strip() for cell in tab.columns[index][row:])
    ]
    rename = said("rename empty column", cell=empty[0]) if len(empty) == 1 else said("rename one")
    return coded("second-header", tab=tab.title, column=column, found=found, rename=rename)


def missing_tab(name: str) -> Problem:
    """Return the problem of a tab that is not there."""
    return coded("missing-tab", tab=word("tab", name))


def misspelt_tab(name: str, near: str) -> Problem:
    """Return the problem of a tab that is not there, and of another that is called much like it."""
    return coded("misspelt-tab", tab=word("tab", name), near=near, name=word("tab", name))


def headers_lacking(name: str, schema: ma.Schema, known: Collection[str]) -> Iterator[str]:
    """Yield the headers that the tab needs and that are not among the known ones."""
    for field in schema.fields.values():
        header = str(field.data_key)
        instead = NEEDED_HEADERS.get((name, header))
        is_needed = field.required or instead is not None
        if is_needed and not {header, *(instead or ())} & set(known):
            yield header


def no_headers(title: str, name: str, schema: ma.Schema) -> Problem:
    """Return the problem of a tab without a row of headers."""
    headers = tuple(word("header", header) for header in headers_lacking(name, schema, ()))
    return coded("no-headers", tab=title, headers=headers, count=HEADER_ROWS_MAX)


def other_layout(title: str, label: str, version: str, needed: str) -> Problem:
    """Return the problem of a file made for another version of the layout."""
    return coded("other-layout", tab=title, column=label, found=version, needed=needed)
