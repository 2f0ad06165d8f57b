"""One sheet part of an .xlsx file: looked over by rows, changed by touched rows only.

A tree of a sheet with a million cells takes 800 MB, so rows are found by their tags and only the
touched ones become trees. Every byte outside them stays (ECMA-376 part 1, 18.3.1).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from lxml import etree

from boekbrug.adapters.local import tab_shape
from boekbrug.adapters.local.formula_areas import outside_areas
from boekbrug.adapters.local.linked_cells import links
from boekbrug.adapters.local.row_xml import RowTree, column_letters, column_number
from boekbrug.adapters.local.sheet_cells import (
    COLUMNS_MAX,
    LETTER_BYTES_MAX,
    Mark,
    SheetCells,
    UnsupportedSheetError,
    width_of,
)
from boekbrug.adapters.local.sheet_shape import misreadable
from boekbrug.server.workbook.shape import Shape

_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet\b[^>]*>")
_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)["']""")
_DIMENSION = re.compile(rb"""(<(?:[\w.-]+:)?dimension\b[^>]*?\sref=["'])([^"']*)(["'])""")
_CELL = re.compile(rb"([A-Z]+)(\d+)")
ROWS_MAX = 1_048_576  # of a tab, in Excel

Texts = dict[int, dict[int, str]]
"""Texts by row number, by column number, both 1-based."""


@dataclass(frozen=True, slots=True)
class RowSpan:
    """Where the row with this number (1-based) stands in the part."""

    number: int
    start: int
    end: int


class SheetXml:
    """The bytes of one sheet part."""

    def __init__(self, xml: bytes, percent_styles: Collection[int] = ()) -> None:
        """Find the rows' place in the part.

        Args:
            xml: the part.
            percent_styles: the numbers of the cell styles that show a percentage.

        Raises:
            UnsupportedSheetError: it is no worksheet in UTF-8, or could be read in two ways.
        """
        root = _ROOT.search(xml)
        if root is None:
            raise UnsupportedSheetError("no worksheet in UTF-8")
        self.xml = xml
        self._head = xml[: root.end()]
        self._prefix = (root[1] + b":") if root[1] else b""
        data = re.compile(b"<%ssheetData(?:\\s[^>]*?)?(/?)>" % self._prefix).search(xml, root.end())
        if data is None:
            raise UnsupportedSheetError("no sheetData")
        self._data_start, self._rows_start = data.span()
        self._has_own_end = not data[1]
        self._rows_end = (
            xml.rindex(b"</%ssheetData" % self._prefix) if self._has_own_end else data.end()
        )
        if doubt := misreadable(xml, self._prefix, self._rows_end):
            raise UnsupportedSheetError(doubt)
        self._cells = SheetCells(self._prefix, percent_styles)

    @cached_property
    def rows(self) -> tuple[RowSpan, ...]:
        """All rows in the order of the part; one without a number follows the one before."""
        return tuple(self._row_spans())

    def extent(self) -> tuple[int, int]:
        """Return the last row and the last column that hold something; (0, 0) when none does.

        Raises:
            UnsupportedSheetError: a cell is not where its reference says.
        """
        last_row = last_column = 0
        filled = ((row.number, self._last_column(row)) for row in self.rows)
        marked = ((mark.row, mark.column) for mark in self.marks())
        for row, column in chain(filled, marked):
            if column:
                last_row, last_column = max(last_row, row), max(last_column, column)
        return last_row, last_column

    def marks(self) -> Iterator[Mark]:
        """Yield what the cells are besides their values; kept, they would outweigh the cells."""
        if not self._cells.has_marks(self.xml, self._rows_start, self._rows_end):
            return
        for row in self.rows:
            if self._cells.has_marks(self.xml, row.start, row.end):
                yield from self._cells.marks(self.xml[row.start : row.end], row.number)

    def shape(
        self, tables: Iterable[bytes], first_day: date, other_files: Mapping[str, str]
    ) -> Shape:
        """Return what the tab looks like besides its values.

        Args:
            tables: the parts of its tables, which have filters of their own.
            first_day: the day that numbers of days count from.
            other_files: what the files are called that formulas point to, by their numbers.
        """
        start, end = self._rows_start, self._rows_end
        head, tail = self.xml[: self._data_start], self.xml[end:]
        return Shape(
            hidden_rows=tab_shape.hidden_rows(
                self._hidden_rows(),
                (area for xml in (tail, *tables) for area in tab_shape.filtered(xml)),
            ),
            hidden_columns=tab_shape.hidden_columns(head, self._prefix),
            merges=tab_shape.merges(tail, self._prefix),
            formulas=tab_shape.formulas(self.xml, self._prefix, start, end),
            links=links(self.xml, self._prefix, (start, end), other_files),
            first_day=first_day,
        )

    def without_errors(self) -> bytes:
        """Return the part with every error as the text that it shows."""
        return self._cells.without_errors(self.xml)

    def widened_bytes(self) -> int:
        """Return how much more than here the texts with an emoji take in memory."""
        if width_of(self.xml) == 1:
            return 0
        rows = (self.xml[row.start : row.end] for row in self.rows)
        wide = sum(self._cells.wide_texts_bytes(row) for row in rows if width_of(row) > 1)
        return (LETTER_BYTES_MAX - 1) * wide

    def shared_texts_max(self) -> int:
        """Return at most how many cells have a shared text, counted fast."""
        return self.xml.count(b'"s"') + self.xml.count(b"'s'")

    def shared_texts(self) -> Counter[bytes]:
        """Return how often the cells name each of the shared texts, by its number."""
        return self._cells.shared_texts(self.xml)

    def columns_by_row(self) -> dict[int, list[int]]:
        """Return the columns that have a cell, empty or not, of every row."""
        return {row.number: list(self._tree(row).cells) for row in self.rows}

    def with_texts(self, texts: Mapping[int, Mapping[int, str]]) -> bytes:
        """Return the part with these texts in its cells; one that a formula fills stays.

        Args:
            texts: by row number, by column number (both 1-based); '' removes a value. A cell
                keeps its style; a new one takes that of its row, else of its column.
        """
        texts = outside_areas(self.xml, self._prefix, texts)
        edits: list[tuple[int, int, bytes]] = []
        by_number = {row.number: row for row in self.rows}
        for number in sorted(texts):
            if number not in by_number and not any(texts[number].values()):
                continue
            span = by_number.get(number) or self._gap(number)
            tree = self._tree(span)
            tree.write(texts[number], self._column_styles)
            edits.append((span.start, span.end, tree.to_bytes()))
        return _widened(self._edited(edits), texts)

    def _hidden_rows(self) -> Iterator[int]:
        places = tab_shape.hidden_places(self.xml, self._prefix, self._rows_start, self._rows_end)
        starts = [row.start for row in self.rows] if places else []
        for place in places:
            yield self.rows[bisect_right(starts, place) - 1].number

    def _row_spans(self) -> Iterator[RowSpan]:
        # Plain searches: four times faster than one pattern for a whole row.
        opening, closing = b"<%srow" % self._prefix, b"</%srow" % self._prefix
        number, end = 0, self._rows_start
        while (start := self.xml.find(opening, end, self._rows_end)) >= 0:
            before, gap = number, self.xml[end:start]
            end = self.xml.index(b">", start) + 1
            stated = _NUMBER.search(self.xml, start, end)
            number = int(stated[1]) if stated else number + 1
            if self.xml[end - 2 : end] != b"/>":
                end = self.xml.index(b">", self.xml.index(closing, end)) + 1
            nested = self.xml.find(opening, start + 1, end) >= 0
            is_row = self.xml[start + len(opening)] in b" \t\r\n/>"  # and not <rowBreaks>
            if gap.strip() or nested or not is_row or not before < number <= ROWS_MAX:
                raise UnsupportedSheetError(f"row {number} that is not in its place")
            yield RowSpan(number, start, end)
        if self._has_own_end and self.xml[end : self._rows_end].strip():
            raise UnsupportedSheetError("something else among the rows")

    def _last_column(self, row: RowSpan) -> int:
        """Return the column of the row's last cell with a value, 0 when none has one."""
        columns = self._cells.columns(self.xml[row.start : row.end], row.number)
        ends = (b"</%sv" % self._prefix, b"</%sis" % self._prefix)
        end = max(self.xml.rfind(one, row.start, row.end) for one in ends)
        count = self._cells.count(self.xml, row.start, end) if end >= 0 else 0
        return columns[count - 1] if count else 0

    def _gap(self, number: int) -> RowSpan:
        """Return the empty place where a row that is not there belongs."""
        after = bisect_right([row.number for row in self.rows], number)
        place = self.rows[after].start if after < len(self.rows) else self._rows_end
        return RowSpan(number, place, place)

    def _tree(self, span: RowSpan) -> RowTree:
        return RowTree(self._head, self._prefix, self.xml[span.start : span.end], span.number)

    @cached_property
    def _column_styles(self) -> dict[int, str]:
        """The style of every column that has one: what an empty cell looks like."""
        pattern = re.compile(
            b"<%scols\\b.*?</%scols\\s*>" % (self._prefix, self._prefix), re.DOTALL
        )
        found = pattern.search(self.xml, 0, self._data_start)
        if found is None:
            return {}
        end = b"</%sworksheet>" % self._prefix
        styles: dict[int, str] = {}
        next_column = 1  # they are in their order; what overlaps is not gone through again
        for each in etree.fromstring(self._head + found[0] + end)[0]:
            first = max(next_column, int(each.get("min", "1")))
            next_column = max(first, min(int(each.get("max", "0")), COLUMNS_MAX) + 1)
            if (style := each.get("style")) is not None:
                styles |= dict.fromkeys(range(first, next_column), style)
        return styles

    def _edited(self, edits: list[tuple[int, int, bytes]]) -> bytes:
        start, end = self._rows_start, self._rows_end
        opening, closing = self.xml[self._data_start : start], b""
        if not self._has_own_end:
            opening = opening.removesuffix(b"/>") + b">"
            closing = b"</%ssheetData>" % self._prefix
        pieces, copied = [self.xml[: self._data_start], opening], start
        for edit_start, edit_end, row in sorted(edits, key=lambda edit: edit[:2]):
            pieces += [self.xml[copied:edit_start], row]
            copied = edit_end
        return b"".join([*pieces, self.xml[copied:end], closing, self.xml[end:]])


def _widened(xml: bytes, texts: Mapping[int, Mapping[int, str]]) -> bytes:
    """Widen the stated range of used cells to the written ones."""
    written = [(row, column) for row in texts for column, text in texts[row].items() if text]
    stated = _DIMENSION.search(xml)
    if not written or stated is None:
        return xml
    cells = [
        (int(row), column_number(letters.decode())) for letters, row in _CELL.findall(stated[2])
    ]
    rows, columns = zip(*cells, *written, strict=True)
    first = f"{column_letters(min(columns))}{min(rows)}"
    last = f"{column_letters(max(columns))}{max(rows)}"
    reference = first if first == last else f"{first}:{last}"
    return xml[: stated.start(2)] + reference.encode() + xml[stated.end(2) :]
