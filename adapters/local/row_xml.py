"""One row of a sheet part as a tree: its cells are found, and texts are written into them.

Texts are inline strings, so that the shared strings stay as they are; a formula is never
overwritten (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73).
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

_TEXT_UNITS_MAX = 32_767  # UTF-16 units; Excel calls a file with a longer text damaged
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LETTERS = re.compile(r"[A-Z]+")
_TRUE = frozenset({"1", "true"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
XML_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
"""Files come from strangers: nothing outside of one is read."""


class RowTree:
    """A row as a tree, in the namespaces of its sheet."""

    def __init__(self, head: bytes, prefix: bytes, xml: bytes, number: int) -> None:
        """Parse a row, or make one.

        Args:
            head: the sheet part up to the end of its root's start tag.
            prefix: the prefix of its elements with colon, or nothing.
            xml: the row; empty when the sheet has no such row.
            number: the row's number, 1-based.
        """
        row = xml or b"<%srow/>" % prefix
        self._sheet = etree.fromstring(head + row + b"</%sworksheet>" % prefix, XML_PARSER)
        self._row = self._sheet[0]
        self._row.set("r", str(number))
        self.cells: dict[int, etree._Element] = dict(self._numbered_cells())

    def write(self, texts: Mapping[int, str], column_styles: Mapping[int, str]) -> None:
        """Put the texts into the cells of these columns; a cell with a formula stays."""
        for column, text in texts.items():
            cell, value = self.cells.get(column), clean_text(text)
            if cell is not None and cell.find("{*}f") is not None:
                continue
            if cell is not None:
                _write(cell, value)
            elif value:
                _write(self._new_cell(column, column_styles.get(column)), value)

    def to_bytes(self) -> bytes:
        """Return the row, without cells that have neither value nor style."""
        for cell in self.cells.values():
            if len(cell) == 0 and set(cell.attrib) == {"r"}:
                self._row.remove(cell)
        _drop(self._row, "spans")  # a hint that a new cell makes wrong
        if self._row.get("customHeight") not in _TRUE:
            _drop(self._row, "ht")  # fitted to the texts that were there
        sheet = etree.tostring(self._sheet, encoding="utf-8")
        return sheet[sheet.index(b">") + 1 : sheet.rindex(b"</")]

    def _numbered_cells(self) -> Iterator[tuple[int, etree._Element]]:
        """Yield the cells with their column; one without a reference follows the one before."""
        column = 0
        for cell in self._row.iterfind("{*}c"):
            letters = _LETTERS.match(cell.get("r", ""))
            column = column_number(letters[0]) if letters else column + 1
            cell.set("r", f"{column_letters(column)}{self._row.get('r')}")
            yield column, cell

    def _new_cell(self, column: int, column_style: str | None) -> etree._Element:
        cell = etree.SubElement(self._row, self._tag("c"))
        cell.set("r", f"{column_letters(column)}{self._row.get('r')}")
        has_own_style = self._row.get("customFormat") in _TRUE
        style = self._row.get("s") if has_own_style else column_style
        if style is not None:
            cell.set("s", style)
        before = [number for number in self.cells if number < column]
        if before:
            self.cells[max(before)].addnext(cell)
        else:
            self._row.insert(0, cell)
        self.cells[column] = cell
        return cell

    def _tag(self, name: str) -> etree.QName:
        return etree.QName(etree.QName(self._row).namespace, name)


def column_letters(number: int) -> str:
    """Return the letters of a column.

    >>> column_letters(1), column_letters(26), column_letters(27), column_letters(16384)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column, 1-based.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def clean_text(text: str) -> str:
    r"""Return the text as a cell can hold it: no characters that XML forbids, not too long.

    >>> clean_text("a\x00b\ud800c")
    'abc'
    """
    units = _ILLEGAL.sub("", text).encode("utf-16-le")
    return units[: 2 * _TEXT_UNITS_MAX].decode("utf-16-le", "ignore")


def _drop(element: etree._Element, *attributes: str) -> None:
    for attribute in attributes:
        if attribute in element.attrib:
            del element.attrib[attribute]


def _write(cell: etree._Element, value: str) -> None:
    """Make the text the cell's whole value; its style stays."""
    for child in cell.findall("{*}v") + cell.findall("{*}is"):
        cell.remove(child)
    _drop(cell, "t", "cm", "vm")  # kind and metadata of the value that was there
    if not value:
        return
    namespace = etree.QName(cell).namespace
    cell.set("t", "inlineStr")
    holder = etree.SubElement(cell, etree.QName(namespace, "is"))
    cell.insert(0, holder)
    text = etree.SubElement(holder, etree.QName(namespace, "t"))
    # Spreadsheet programs read _x000D_ as an escaped character: text that looks so is escaped.
    text.text = _LOOKS_ESCAPED.sub("_x005F_", value)
    if value != value.strip() or "\n" in value:
        text.set(_SPACE, "preserve")
