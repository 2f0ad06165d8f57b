"""The cells of an .xlsx file by the letter of its XML, read without the server and its library.

It takes a file only where everything that matters is well-formed and there once.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NoReturn
from xml.etree import ElementTree as ET

from openpyxl.utils import column_index_from_string

from fuzz.grid import EMPTY, FORMATS, Grid, Sheet, Shown, Style
from fuzz.reading import folded
from fuzz.structure import TABS_IN_DUTCH

UNSOUND = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError),
    *(NotImplementedError, ET.ParseError, AttributeError, LookupError, TypeError, OverflowError),
)
"""What a file raises that is not as it must be."""
STYLES = {number: Style(index) for index, number in enumerate(FORMATS)}
STYLES |= dict.fromkeys((1, 3, 4), Style.GENERAL) | {10: Style.PERCENT}
BYTES_MAX = 30_000_000
DAY_FORMATS = {14, 15, 16, 17, 30, 36, 50, 57}
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class Parts:
    """The parts of a file as trees; every name is there once."""

    def __init__(self, content: bytes) -> None:
        """Read the zip; raises one of `UNSOUND`."""
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        names = self._zip.namelist()
        if len(names) != len(set(names)):
            _refuse("a part twice")
        if sum(info.file_size for info in self._zip.infolist()) > BYTES_MAX:
            _refuse("more than a tree has room for")

    def tree(self, name: str) -> ET.Element:
        """Return a part as a tree, without the namespaces of its elements."""
        tree = ET.fromstring(self._zip.read(name))
        for element in tree.iter():
            element.tag = element.tag.rpartition("}")[2]
        return tree


def grid_of(content: bytes, headers: dict[str, set[str]]) -> Grid | None:
    """Return what the file shows, or None where it is not sound.

    Args:
        content: the file.
        headers: of each tab by its English name, the headers that it may have.
    """
    try:
        return list(_sheets(Parts(content), headers))
    except UNSOUND:
        return None


def _sheets(parts: Parts, headers: dict[str, set[str]]) -> Iterator[Sheet]:
    book = parts.tree("xl/workbook.xml")
    if any(one.get("date1904") in ("1", "true") for one in book.iter("workbookPr")):
        _refuse("days that count from 1904")
    relations = {one.get("Id"): one for one in parts.tree("xl/_rels/workbook.xml.rels")}
    shared = _shared_texts(parts, relations)
    styles = _styles(parts, relations)
    names = {folded(other): name for name, other in TABS_IN_DUTCH.items()}
    names |= {folded(name): name for name in TABS_IN_DUTCH}
    for one in book.iter("sheet"):
        relation = relations[next(v for k, v in one.attrib.items() if k.endswith("}id"))]
        title = one.attrib["name"]
        name = names.get(folded(title), "")
        rows = _rows(parts.tree(_target(relation)), shared, styles)
        _tag(rows, headers.get(name, set()))
        yield Sheet(title, name, rows)


def _shared_texts(parts: Parts, relations: dict[str | None, ET.Element]) -> list[str]:
    found = [one for one in relations.values() if one.attrib["Type"].endswith("/sharedStrings")]
    return [_text(item) for one in found for item in parts.tree(_target(one)).findall("si")]


def _styles(parts: Parts, relations: dict[str | None, ET.Element]) -> list[Style | None]:
    found = [one for one in relations.values() if one.attrib["Type"].endswith("/styles")]
    if len(found) > 1:
        _refuse("styles twice")
    if not found:
        return []
    tree = parts.tree(_target(found[0]))
    own = {
        one.attrib["numFmtId"]: one.attrib["formatCode"] for one in tree.findall("numFmts/numFmt")
    }
    formats = [one.get("numFmtId", "0") for one in tree.findall("cellXfs/xf")]
    return [_style(one, own.get(one, "")) for one in formats]


def _style(number: str, code: str) -> Style | None:
    """Return how a number of the format shows; None for a format that is not told apart here."""
    if code:
        plain = re.sub(r'"[^"]*"|\\.|\[[^]]*\]', "", code).casefold()
        return Style.PERCENT if "%" in plain else Style.DAY if "y" in plain else Style.GENERAL
    return Style.DAY if int(number) in DAY_FORMATS else STYLES.get(int(number))


def _rows(tree: ET.Element, shared: list[str], styles: list[Style | None]) -> list[list[Shown]]:
    cells: dict[tuple[int, int], Shown] = {}
    for row_at, row in enumerate(tree.findall("sheetData/row"), start=1):
        number = int(row.get("r", row_at))
        for cell_at, cell in enumerate(row.findall("c"), start=1):
            match = _PLACE.fullmatch(cell.get("r", ""))
            column = column_index_from_string(match[1]) if match else cell_at
            if (match and int(match[2]) != number) or (number, column) in cells:
                _refuse("a cell that is not in its row")
            cells[number, column] = _shown(cell, shared, styles)
    height = max((row for row, _ in cells), default=0)
    width = max((column for _, column in cells), default=0)
    if height * width > 100_000:
        _refuse("cells far away")
    return [
        [cells.get((row, column), EMPTY) for column in range(1, width + 1)]
        for row in range(1, height + 1)
    ]


def _shown(cell: ET.Element, shared: list[str], styles: list[Style | None]) -> Shown:
    kind, value = cell.get("t", "n"), cell.findtext("v")
    at = int(index) if (index := cell.get("s", "")).isdigit() else 0
    style = styles[at] if 0 <= at < len(styles) else Style.GENERAL
    if style is None:
        _refuse("a format that is not told apart here")
    if kind == "inlineStr":
        inline = cell.find("is")
        return Shown("text", "" if inline is None else _text(inline))
    if kind == "e" and not value:
        return Shown("error")
    if value is None or (not value and kind != "str"):
        return Shown("unsolved") if cell.find("f") is not None else EMPTY
    if kind == "s":
        return Shown("text", shared[int(value)])
    kinds = {"n": "number", "b": "boolean", "e": "error", "str": "text"}
    if kind == "n":
        float(value)
    return Shown(kinds[kind], value, style)


def _text(item: ET.Element) -> str:
    runs = [item.findtext("t", ""), *(run.findtext("t", "") for run in item.findall("r"))]
    return "".join(runs)


def _tag(rows: list[list[Shown]], headers: set[str]) -> None:
    """Mark the headers of the first row that has some."""
    by_fold = {folded(name): name for name in headers}
    for at, row in enumerate(rows[:10]):
        named = [by_fold.get(folded(cell.raw), "") if cell.kind == "text" else "" for cell in row]
        if sum(map(bool, named)) > 1:
            rows[at] = [
                Shown(cell.kind, cell.raw, cell.style, name)
                for cell, name in zip(row, named, strict=True)
            ]
            return


def _target(relation: ET.Element) -> str:
    return posixpath.normpath(posixpath.join("/xl", relation.attrib["Target"])).lstrip("/")


def _refuse(why: str) -> NoReturn:
    raise ValueError(why)
