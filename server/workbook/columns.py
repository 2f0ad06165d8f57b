"""A tab through its schema, column by column: each distinct cell is read once.

The values and the messages are those of `schema.load` row by row, at a tenth of the time on a
large tab. Where numbers and ticks meet, a cell is known by its type too: TRUE is never 1.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import repeat
from typing import Any, cast

from boekbrug.server.bookkeeping.problems import Origin, Problem, Severity, coded_at, found_in_words
from boekbrug.server.cell_values import (
    FIRST_DAY,
    LAST_DAY,
    is_of_another_time,
    read_number,
    without_unseen,
)
from boekbrug.server.fields import LocalField, Percent, SheetDate, SheetField
from boekbrug.server.wording.said import Said, said, word
from boekbrug.server.workbook.cells import Cell, CellError
from boekbrug.server.workbook.layout import FoundTab
from boekbrug.server.workbook.two_readings import settled


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that its column does not take; `allowed` is the field's message, by its code."""

    allowed: Said


class UnreadError(KeyError):
    """A cell that could not be read was asked for."""


_NUMBERS = frozenset({bool, int, float})
"""Of several of these types the same key would stand for two cells: TRUE, 1 and 1.0 are equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """A tab as read: each column's values from the row below the headers on, by attribute.

    A refused cell is a `Refused` in its column, and `with_refused` names the columns that have
    one. Of a column that the sheet lacks all rows share one value, in `defaults`; a required one
    is in `absent` alone: that has its own problem.
    """

    tab: FoundTab
    header_row: int
    values: Mapping[str, Sequence[Any]]
    defaults: Mapping[str, Any]
    with_refused: tuple[str, ...]
    absent: frozenset[str]


@dataclass(slots=True, eq=False)  # frozen, a hundred thousand of them take four times as long
class Row:
    """A row that holds something, never changed: one place in the columns of its tab.

    `row["net"]` is the value of a column by its attribute; UnreadError when it could not be read.
    """

    _columns: _Columns
    number: int

    def __getitem__(self, attribute: str) -> Any:
        columns = self._columns
        cells = columns.values.get(attribute)
        if cells is None:
            if attribute not in columns.defaults:
                raise UnreadError(attribute)
            return columns.defaults[attribute]
        value = cells[self.number - columns.header_row - 1]
        if type(value) is Refused:
            raise UnreadError(attribute)
        return value

    def __contains__(self, attribute: str) -> bool:
        return attribute not in self.lacks

    def get(self, attribute: str, default: Any = None) -> Any:
        """Return the value of a column, or the default where it could not be read."""
        try:
            return self[attribute]
        except UnreadError:
            return default

    @property
    def tab(self) -> FoundTab:
        """The tab that the row stands in."""
        return self._columns.tab

    @property
    def origin(self) -> Origin:
        """Where the row stands."""
        return Origin(self.tab.title, self.number)

    @property
    def refused(self) -> Mapping[str, Refused]:
        """The cells that their columns do not take, by attribute."""
        columns, index = self._columns, self.number - self._columns.header_row - 1
        cells = ((name, columns.values[name][index]) for name in columns.with_refused)
        return {name: value for name, value in cells if type(value) is Refused}

    @property
    def lacks(self) -> frozenset[str]:
        """The attributes that could not be read."""
        absent = self._columns.absent
        return absent.union(self.refused) if self._columns.with_refused else absent

    def cell(self, attribute: str) -> Cell:
        """Return the cell as it stands in the sheet."""
        return self.tab.cell(self._name(attribute), self.number)

    def found(self, attribute: str) -> str:
        """Return the cell in words."""
        return cell_in_words(self.cell(attribute))

    def header(self, attribute: str) -> str:
        """Return the header of a column as the sheet writes it, else as the reader would."""
        return self.tab.header(self._name(attribute))

    def wrong(
        self, attribute: str, code: str, *, severity: Severity = Severity.ERROR, **values: object
    ) -> Problem:
        """Return the problem of that kind at one cell of the row, named as the sheet names it.

        What was found is the cell, unless `values` say otherwise.
        """
        values = {"found": self.found(attribute), **values}
        return coded_at(self.origin, self.header(attribute), code, severity=severity, **values)

    def problems(self, *, besides: Collection[str] = ()) -> Iterator[Problem]:
        """Yield a problem for every cell that its column does not take, besides some columns'."""
        for attribute, refused in self.refused.items():
            if attribute in besides:
                continue
            cell, field = self.cell(attribute), self.tab.schema.fields[attribute]
            if isinstance(field, SheetDate) and is_of_another_time(cell):
                yield self.wrong(attribute, "year-out-of-range", first=FIRST_DAY, last=LAST_DAY)
                continue
            problem = self.wrong(attribute, refused.allowed.code, **refused.allowed.values)
            yield replace(problem, cure=cure_for(cell, self._name(attribute), field))

    def _name(self, attribute: str) -> str:
        return str(self.tab.schema.fields[attribute].data_key)


def read_rows(tab: FoundTab) -> Iterator[Row]:
    """Return the rows below the headers in which somebody typed something."""
    first = tab.header_row
    if first is None or not tab.typed_columns:
        return iter(())
    fields = tab.schema.fields
    values = {
        name: _read_column(tab, cast("SheetField[Any]", field), first)
        for name, field in fields.items()
        if field.data_key in tab.columns
    }
    lacking = {name: field for name, field in fields.items() if name not in values}
    columns = _Columns(
        tab=tab,
        header_row=first,
        values=values,
        defaults={name: one.load_default for name, one in lacking.items() if not one.required},
        with_refused=tuple(name for name, cells in values.items() if Refused in map(type, cells)),
        absent=frozenset(name for name, field in lacking.items() if field.required),
    )
    return map(Row, repeat(columns), _filled_rows(tab, first))


def as_far_as_read(found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what a check finds in a row; it ends where it needs a cell that could not be read."""
    with suppress(UnreadError):
        yield from found


def cell_in_words(cell: Cell) -> str:
    """Return what stands in a cell, as `found_in_words`, an error by its code.

    >>> cell_in_words(CellError("#REF!")), cell_in_words("  ")
    ('#REF!', 'nothing')
    """
    if isinstance(cell, CellError):
        return cell.code
    return found_in_words(None if is_blank(cell) else cell)


def cure_for(cell: Cell, name: str, field: object = None) -> str:
    """Return what to do about a cell that is of the wrong kind altogether, or ''.

    Args:
        cell: as it stands in the sheet.
        name: the English header of its column.
        field: how the column is read, None for a setting.
    """
    if isinstance(cell, CellError):
        return cell.cure
    if isinstance(cell, date):
        what = word("typed", name)
        what = what if isinstance(what, Said) else what.lower()
        if isinstance(field, LocalField):
            return said("price became a date", typed=_price_of(cell), what=what)
        typed = f"{cell:%Y-%m}" if cell.day == 1 else f"{cell.day}-{cell.month}"
        return said("became a date", typed=typed, what=what)
    if isinstance(field, Percent) and (share := read_number(cell)) and 0 < share < 1:
        return said("share of a hundred", whole=plain(share * 100), typed=plain(share))
    return ""


def plain(number: Decimal) -> Decimal:
    """Return a number with the digits that people write.

    >>> plain(Decimal("20.00")), plain(Decimal("5.50")), plain(Decimal("0"))
    (Decimal('20'), Decimal('5.5'), Decimal('0'))
    """
    return Decimal(f"{number.normalize():f}")


def _price_of(day: date) -> str:
    """Return the number of which a spreadsheet may have made that day.

    >>> _price_of(date(2026, 5, 12)), _price_of(date(1950, 12, 1))
    ('12.5', '1.12 or 12.50')
    """
    price = f"{day.day}.{day.month}"
    if day.day > 1:
        return price
    return said("one or other", one=price, other=f"{day.month}.{day:%y}")


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that one can see."""
    return cell is None or (isinstance(cell, str) and not without_unseen(cell).strip())


def _filled_rows(tab: FoundTab, header_row: int) -> Sequence[int]:
    """Return the numbers of the rows below the headers in which somebody typed anything."""
    numbers = range(header_row + 1, tab.tab.row_count + 1)
    blank: Sequence[int] = numbers
    for name in tab.typed_columns:
        cells = tab.tab.columns[tab.columns[name]]
        # An unticked box is there in every row.
        blank = [one for one in blank if (cell := cells[one - 1]) is False or is_blank(cell)]
    if not blank:
        return numbers
    nobodys = frozenset(blank)
    return [one for one in numbers if one not in nobodys]


def _read_column(tab: FoundTab, field: SheetField[Any], header_row: int) -> list[Any]:
    """Return what the cells of a column mean below the headers; each distinct one is read once."""
    cells = tab.tab.columns[tab.columns[str(field.data_key)]][header_row:]
    types = set(map(type, cells))
    convention = tab.convention
    if str in types and isinstance(field, LocalField):
        convention = settled(field, {one for one in cells if type(one) is str}, convention)
    meanings_of = partial(_meanings, field, field.reader(convention))
    if len(_NUMBERS & types) > 1:
        pairs = list(zip(map(type, cells), cells, strict=True))
        distinct = dict.fromkeys(pairs)
        typed = dict(zip(distinct, meanings_of(cell for _, cell in distinct), strict=True))
        return list(map(typed.__getitem__, pairs))
    meanings = dict.fromkeys(cells)
    if len(meanings) == len(cells):
        return list(meanings_of(cells))
    meanings = dict(zip(meanings, meanings_of(meanings), strict=True))
    return list(map(meanings.__getitem__, cells))


def _meanings(
    field: SheetField[Any], read: Callable[[object], Any], cells: Iterable[Cell]
) -> Iterator[Any]:
    """Yield what `deserialize` comes to for each cell, or why it is refused."""
    refused = Refused(cast("Said", field.allowed))
    blank = refused if field.required else field.load_default
    for cell in cells:
        if cell is None or (type(cell) is str and is_blank(cell)):
            yield blank
        else:
            value = read(cell)
            yield refused if value is None else value
