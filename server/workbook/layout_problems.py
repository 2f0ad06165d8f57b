"""What is wrong with where things stand in a sheet: tabs and headers, each problem a sentence."""

import marshmallow as ma

from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.workbook.cells import Tab

HEADER_ROWS_MAX = 10


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
    return Problem(
        tab=second.title,
        found=f'a second tab for {name}, next to "{first.title}"',
        allowed="one",
        cure="Rename or remove the tab that is not meant.",
    )


def second_header(tab: Tab, header: str, row: int, columns: tuple[int, int]) -> Problem:
    """Return the problem of one header over two columns."""
    first, second = (f"{column_letters(index)}{row}" for index in columns)
    return Problem(
        tab=tab.title,
        column=header,
        found=f"the header twice (cells {first} and {second})",
        allowed="once",
        cure="Rename the column that is not meant.",
    )


def missing_tab(name: str) -> Problem:
    """Return the problem of a tab that is not there."""
    return Problem(
        tab=name,
        found="no tab with this name",
        allowed="one",
        cure="Add it, or give the tab that holds it this name again.",
    )


def no_headers(title: str, schema: ma.Schema) -> Problem:
    """Return the problem of a tab without a row of headers."""
    required = [str(one.data_key) for one in schema.fields.values() if one.required]
    return Problem(
        tab=title,
        found="no row of headers",
        allowed=f"the headers {', '.join(required)} in one of the first {HEADER_ROWS_MAX} rows",
        cure="Write the headers above the rows.",
    )


def other_layout(title: str, label: str, version: str, needed: str) -> Problem:
    """Return the problem of a file made for another version of the layout."""
    return Problem(
        tab=title,
        column=label,
        found=version,
        allowed=needed,
        cure="This file was made for another version of Boekbrug; ask whoever runs the server.",
    )
