"""What Google calls the values of cells, as cells of ours.

A date has no type of its own in Google Sheets: it is a number of days since 30 December 1899 that
is shown as a date. Two answers tell it from a number: shown as text in one, a number in the other
(Google's guide "About date & time values").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any

from boekbrug.server.workbook.cells import Cell, CellError, Tab

FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a date on a sheet has no zone
DAYS_MAX = 2_958_466  # the day after 31 December 9999

TEXT_UNITS_MAX = 50_000  # of one cell; Google refuses the whole write for one more
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

ERROR_CODES: Mapping[str, str] = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "LOADING": "Loading...",
}
"""What a cell shows, by Google's ErrorType."""

_ERRORS = frozenset(ERROR_CODES.values())

Values = Sequence[Sequence[Any]]
"""The columns of one tab as `values.batchGet` answers them: ends that are empty are left out."""


class TornError(Exception):
    """Two answers are not of the same state of the sheet: somebody typed between them."""


def merged_tab(title: str, shown: Values, serial: Values) -> Tab:
    """Return a tab from two answers about it.

    Args:
        title: of the tab.
        shown: its columns with dates as they are shown.
        serial: its columns with dates as numbers of days.

    Raises:
        TornError: the answers do not fit each other.
    """
    if [len(column) for column in shown] != [len(column) for column in serial]:
        raise TornError
    return tab_of(
        title,
        [
            [_merged(*pair) for pair in zip(texts, numbers, strict=True)]
            for texts, numbers in zip(shown, serial, strict=True)
        ],
    )


def tab_of(title: str, columns: Sequence[Sequence[Cell]]) -> Tab:
    """Return a tab up to its last row and last column that hold something."""
    filled = [_without_empty_end(column) for column in columns]
    while filled and not filled[-1]:
        filled.pop()
    rows = max(map(len, filled), default=0)
    return Tab(title, tuple([*column, *[None] * (rows - len(column))] for column in filled))


def columns_of(rows: Iterable[Sequence[Cell]]) -> list[tuple[Cell, ...]]:
    """Return rows of several lengths as columns."""
    return list(zip_longest(*rows))


def moment(days: float) -> Cell:
    """Return a number of days as what it is shown as: a date, a date with a time, or a time.

    A time is text, as from every workbook; what no calendar has stays a number.

    >>> moment(46295), moment(46295.5), moment(0.25), moment(-1)
    (datetime.date(2026, 9, 30), datetime.datetime(2026, 9, 30, 12, 0), '06:00:00', -1)
    """
    if not 0 <= days < DAYS_MAX:
        return days
    at = FIRST_DAY + timedelta(seconds=round(days * 86_400))
    if at.date() == FIRST_DAY.date():
        return at.time().isoformat()
    return at if at.time() != FIRST_DAY.time() else at.date()


def plain(value: Any) -> Cell:
    """Return a value that is no date: text, number, tick, error or nothing.

    >>> plain("0042"), plain(""), plain("#REF!").code, plain(True)
    ('0042', None, '#REF!', True)
    """
    if value is None or value == "":
        return None
    if isinstance(value, str) and value in _ERRORS:
        return CellError(value)
    cell: Cell = value
    return cell


def clean_text(text: str) -> str:
    r"""Return the text as a cell can hold it: no control characters, not too long.

    >>> clean_text("a\x00b\ud800c")
    'abc'
    """
    units = _ILLEGAL.sub("", text).encode("utf-16-le")
    return units[: 2 * TEXT_UNITS_MAX].decode("utf-16-le", "ignore")


def quoted(title: str) -> str:
    """Return the range that is a whole tab.

    >>> quoted("Jan's tab")
    "'Jan''s tab'"
    """
    return "'" + title.replace("'", "''") + "'"


def _merged(shown: Any, serial: Any) -> Cell:
    if _is_number(serial):
        if _is_number(shown):
            return plain(shown)  # a formula may have counted on between the two answers
        if isinstance(shown, str) and shown:
            return moment(serial)
    elif shown == serial and type(shown) is type(serial):  # True equals 1
        return plain(shown)
    raise TornError


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _without_empty_end(column: Sequence[Cell]) -> Sequence[Cell]:
    end = len(column)
    while end and column[end - 1] is None:
        end -= 1
    return column[:end]
