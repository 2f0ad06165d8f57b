"""A tab through its schema, column by column: each distinct cell is read once.

The values and the messages are those of `schema.load` row by row, at a tenth of the time on a
large tab. Where numbers and ticks meet, a cell is known by its type too: TRUE is never 1.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from types import MappingProxyType
from typing import Any, cast

import marshmallow as ma

from boekbrug.server.bookkeeping.problems import Origin, Problem, Severity, coded_at, found_in_words
from boekbrug.server.fields import SheetField
from boekbrug.server.wording.said import Said, said, word
from boekbrug.server.workbook.cells import Cell, CellError
from boekbrug.server.workbook.layout import FoundTab


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that its column does not take; `allowed` is the field's message, by its code."""

    allowed: Said


_NONE_REFUSED: Mapping[str, Refused] = MappingProxyType({})
_WITHOUT_VALUE = frozenset({Refused, type(ma.missing)})
_NUMBERS = frozenset({bool, int, float})
"""Of several of these types the same key would stand for two cells: TRUE, 1 and 1.0 are equal."""


@dataclass(slots=True)  # frozen, a hundred thousand of them take four times as long to make
class Row:
    """A row that holds something, never changed. `values` are by attribute, without those refused.

    A column that the sheet lacks is in neither when it is required: that has its own problem.
    """

    tab: FoundTab
    number: int
    values: Mapping[str, Any]
    refused: Mapping[str, Refused]

    @property
    def origin(self) -> Origin:
        """Where the row stands."""
        return Origin(self.tab.title, self.number)

    @property
    def lacks(self) -> frozenset[str]:
        """The attributes that could not be read."""
        fields = self.tab.schema.fields
        if len(fields) == len(self.values):
            return frozenset()
        return frozenset(fields) - self.values.keys()

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

    def problems(self) -> Iterator[Problem]:
        """Yield a problem for every cell that its column does not take."""
        for attribute, refused in self.refused.items():
            problem = self.wrong(attribute, refused.allowed.code, **refused.allowed.values)
            yield replace(problem, cure=cure_for(self.cell(attribute), self._name(attribute)))

    def _name(self, attribute: str) -> str:
        return str(self.tab.schema.fields[attribute].data_key)


def read_rows(tab: FoundTab) -> list[Row]:
    """Return the rows below the headers in which somebody typed something."""
    if tab.header_row is None or not tab.typed_columns:
        return []
    first = tab.header_row
    columns = {name: _read_column(tab, field, first) for name, field in tab.schema.fields.items()}
    partial = tuple(name for name, cells in columns.items() if _is_partial(cells))
    typed = [tab.tab.columns[tab.columns[name]][first:] for name in tab.typed_columns]
    numbered = enumerate(
        zip(zip(*typed, strict=True), zip(*columns.values(), strict=True), strict=True), first + 1
    )
    return [
        _row(tab, number, dict(zip(columns, values, strict=True)), partial)
        for number, (cells, values) in numbered
        if _is_filled(cells)
    ]


def cell_in_words(cell: Cell) -> str:
    """Return what stands in a cell, as `found_in_words`, an error by its code.

    >>> cell_in_words(CellError("#REF!")), cell_in_words("  ")
    ('#REF!', 'nothing')
    """
    if isinstance(cell, CellError):
        return cell.code
    return found_in_words(None if is_blank(cell) else cell)


def cure_for(cell: Cell, name: str) -> str:
    """Return what to do about a cell that is of the wrong kind altogether, or ''.

    Args:
        cell: as it stands in the sheet.
        name: the English header of its column.
    """
    if isinstance(cell, CellError):
        return cell.cure
    if isinstance(cell, date):
        typed = f"{cell:%Y-%m}" if cell.day == 1 else f"{cell.day}-{cell.month}"
        what = word("typed", name)
        what = what if isinstance(what, Said) else what.lower()
        return said("became a date", typed=typed, what=what)
    return ""


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that one can see."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _is_filled(cells: Iterable[Cell]) -> bool:
    """Whether somebody typed anything: an unticked box is there in every row."""
    for cell in cells:  # noqa: SIM110 - one generator a row takes twice as long
        if cell is not False and not is_blank(cell):
            return True
    return False


class _Memo(dict[Any, Any]):
    """The column's cells as read so far, by what `cell_of` takes them from."""

    def __init__(self, field: ma.fields.Field[Any], cell_of: Callable[[Any], Cell]) -> None:
        super().__init__()
        self.field = field
        self.cell_of = cell_of

    def __missing__(self, key: Any) -> Any:
        self[key] = value = _deserialized(self.field, self.cell_of(key))
        return value


def _read_column(tab: FoundTab, field: ma.fields.Field[Any], first: int) -> list[Any]:
    index = tab.columns.get(str(field.data_key))
    if index is None:
        absent = ma.missing if field.required else field.load_default
        return [absent] * (tab.tab.row_count - first)
    cells = tab.tab.columns[index][first:]
    if len(_NUMBERS & set(map(type, cells))) > 1:
        pairs = zip(map(type, cells), cells, strict=True)
        return list(map(_Memo(field, itemgetter(1)).__getitem__, pairs))
    return list(map(_Memo(field, _itself).__getitem__, cells))


def _itself(cell: Cell) -> Cell:
    return cell


def _is_partial(values: Iterable[Any]) -> bool:
    """Whether some rows have no value of the column."""
    return not _WITHOUT_VALUE.isdisjoint(map(type, values))


def _deserialized(field: ma.fields.Field[Any], cell: Cell) -> Any:
    if isinstance(field, SheetField) and not field.validators and not is_blank(cell):
        value = field.read(cell)  # what `deserialize` comes to, in a third of the time
        return Refused(cast("Said", field.allowed)) if value is None else value
    try:
        return field.deserialize(ma.missing if is_blank(cell) else cell)
    except ma.ValidationError as error:
        return Refused(cast("Said", error.messages[0]))


def _row(tab: FoundTab, number: int, values: dict[str, Any], partial: Iterable[str]) -> Row:
    refused: dict[str, Refused] = {}
    for attribute in partial:
        value = values[attribute]
        if isinstance(value, Refused):
            refused[attribute] = value
        if isinstance(value, Refused) or value is ma.missing:
            del values[attribute]
    return Row(tab, number, values, refused or _NONE_REFUSED)
