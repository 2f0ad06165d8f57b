"""The cells of one sheet part by plain searches: where they stand, what no value tells of them.

A library reads the values. What it does not tell is marked here: errors, formulas that nobody
computed, percentages (ECMA-376 part 1, 18.3.1.4).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from operator import lt

from boekbrug.adapters.local.row_xml import column_number
from boekbrug.server.wording.said import said
from boekbrug.server.workbook.cells import CellError

COLUMNS_MAX = 16_384  # of a tab, in Excel
LETTER_BYTES_MAX = 4
NO_RESULT = CellError(said("without a result"), cure=said("save in Excel"))

_BYTES_AT_ONCE = 1_000_000
_KIND = re.compile(rb"""\st\s*=\s*["']([^"']*)""")
_WIDE = re.compile(rb"[\xf0-\xf4]|&#")
"""Letters of four bytes in UTF-8, and those that are written as numbers."""
_MARKUP = re.compile(rb"<[^<>]*>")
_STYLE = re.compile(rb"""\ss\s*=\s*["']([^"']*)""")


class UnsupportedSheetError(ValueError):
    """The sheet is written in a way that could be misread, or is not changed in place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell is besides its value: an error or, when None, a percentage."""

    row: int
    column: int
    error: CellError | None


class SheetCells:
    """Looks for the cells of a part; `xml` in its methods is one row or several."""

    def __init__(self, prefix: bytes, percent_styles: Collection[int]) -> None:
        """Take the prefix of the part's elements, with its colon, and the styles of per cents."""
        p = re.escape(prefix)
        styles = "|".join(map(str, sorted(percent_styles))).encode()
        cell = rb"<%sc(?=\s)[^<>]*?\s" % p
        self._start = re.compile(rb"<%sc[\s/>]" % p)
        self._reference = re.compile(cell + rb"""r\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
        self._error = re.compile(rb"(%st\s*=\s*)[\"']e[\"']" % cell)
        self._formula = re.compile(rb"<%sf[\s/>]" % p)
        self._value = re.compile(rb"<%sv(?:[\s/][^<>]*)?>([^<]*)" % p)
        self._whole = re.compile(
            rb"<%sc(?=[\s/>])([^<>]*)>([^<]*(?:<(?!/?%sc[\s/>])[^<>]*>[^<]*)*)" % (p, p)
        )
        self._percent = re.compile(rb"""%ss\s*=\s*["'](?:%s)["']""" % (cell, styles))
        self._percent_styles = frozenset(b"%d" % style for style in percent_styles)

    def columns(self, xml: bytes, row: int) -> list[int]:
        """Return the columns of a row's cells: those of their references, or counted.

        Raises:
            UnsupportedSheetError: a reference names another row, the columns are not in their
                order, or some cells have a reference and others have none.
        """
        count = len(self._start.findall(xml))
        references = self._reference.findall(xml)
        columns = [_column(letters) for letters, _ in references] or list(range(1, count + 1))
        in_order = all(map(lt, columns, columns[1:])) and max(columns, default=0) <= COLUMNS_MAX
        rows = {number for _, number in references}
        if len(columns) != count or not in_order or not rows <= {b"%d" % row}:
            raise UnsupportedSheetError(f"cells of row {row} that are not in their place")
        return columns

    def count(self, xml: bytes, start: int, end: int) -> int:
        """Return how many cells start here."""
        return len(self._start.findall(xml, start, end))

    def has_marks(self, xml: bytes, start: int, end: int) -> bool:
        """Whether some cell here may have a mark."""
        return (
            (self._shows_errors(xml, start, end) and bool(self._error.search(xml, start, end)))
            or bool(self._formula.search(xml, start, end))
            or (bool(self._percent_styles) and bool(self._percent.search(xml, start, end)))
        )

    def marks(self, xml: bytes, row: int) -> Iterator[Mark]:
        """Yield the marks of one row."""
        for column, (tag, inner) in zip(
            self.columns(xml, row), self._whole.findall(xml), strict=True
        ):
            content = b"" if tag.endswith(b"/") else inner
            error = self._error_of(tag, content)
            if error or (content and _attribute(_STYLE, tag) in self._percent_styles):
                yield Mark(row, column, error)

    def without_errors(self, xml: bytes) -> bytes:
        """Return the part with every error as the text that it shows."""
        if not self._shows_errors(xml, 0, len(xml)):
            return xml
        written, start = BytesIO(), 0
        while start < len(xml):
            # A tag is never parted; of the whole part at once each error would be three pieces.
            end = xml.find(b"<", start + _BYTES_AT_ONCE)
            end = len(xml) if end < 0 else end
            written.write(self._error.sub(rb'\1"str"', xml[start:end]))
            start = end
        return written.getvalue()

    def wide_texts_bytes(self, xml: bytes) -> int:
        """Return how many bytes the cells' own texts have that take four in memory for each."""
        return sum(
            width_of(inner) > 1 and len(_MARKUP.sub(b"", inner))
            for _, inner in self._whole.findall(xml)
        )

    def shared_texts(self, xml: bytes) -> Counter[bytes]:
        """Return how often the cells name each of the shared texts, by its number."""
        return Counter(
            number
            for tag, inner in self._whole.findall(xml)
            if _attribute(_KIND, tag) == b"s"
            for number in self._value.findall(inner)
        )

    def _error_of(self, tag: bytes, inner: bytes) -> CellError | None:
        kind, value = _attribute(_KIND, tag), self._value.search(inner)
        text = value[1].strip().decode() if value else ""
        is_empty_text = kind == b"str" and value is not None
        if not text and not is_empty_text and self._formula.search(inner):
            return NO_RESULT
        return _error(text or "#ERROR") if kind == b"e" else None

    def _shows_errors(self, xml: bytes, start: int, end: int) -> bool:
        # Before the pattern, which looks at every cell and takes ten times as long.
        return any(xml.find(kind, start, end) >= 0 for kind in (b'"e"', b"'e'"))


@lru_cache(maxsize=100)
def _error(code: str) -> CellError:
    return CellError(code)


@cache
def _column(letters: bytes) -> int:
    return column_number(letters.decode())


def width_of(text: bytes) -> int:
    """Return how many bytes a letter of the text takes in memory: one emoji widens them all."""
    return LETTER_BYTES_MAX if _WIDE.search(text) else 1


def _attribute(pattern: re.Pattern[bytes], tag: bytes) -> bytes:
    found = pattern.search(tag)
    return found[1] if found else b""
