"""The cells whose formula takes its value from another file, and what that file is called.

In a formula the other file is a number, `[1]Prices!B2`, or its name, `'[Prices.xlsx]Prices'!B2`;
the file of a number stands in the relations of a part of its own (ECMA-376 part 1, 18.14 and
18.17.2.3). The value that such a cell shows is the one that was seen last.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote

from boekbrug.adapters.local.archive import Archive
from boekbrug.adapters.local.row_xml import column_number
from boekbrug.server.workbook.shape import Link

LINKS_MAX = 20_000
"""Of one tab; what fills a whole column shows in its first rows."""

_QUOTED = r"'(?:[^'\[\]]|'')*\[([^\[\]]+)\](?:[^'\[\]]|'')*'!"
_PLAIN = r"(?<![\w\]])\[(\d+)\][\w.]*!"
_OTHER_FILE = re.compile(f"{_QUOTED}|{_PLAIN}")
_IN_QUOTES = re.compile('"[^"]*"')
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_AREA = re.compile(rb"""\sref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")


def linked_files(archive: Archive) -> Mapping[str, str]:
    """Return what the other files are called, by the number that formulas have for each."""
    return {str(number): _name(path) for number, path in enumerate(archive.other_files(), 1)}


def links(
    xml: bytes, prefix: bytes, rows: tuple[int, int], files: Mapping[str, str]
) -> tuple[Link, ...]:
    """Return the cells of a sheet part that take their value from another file.

    Args:
        xml: the part.
        prefix: of its elements, with the colon.
        rows: where they begin and end.
        files: what `linked_files` returned.
    """
    if xml.find(b"]", *rows) < 0:
        return ()
    return tuple(islice(_links(xml, prefix, rows, files), LINKS_MAX))


def _links(
    xml: bytes, prefix: bytes, rows: tuple[int, int], files: Mapping[str, str]
) -> Iterator[Link]:
    formula = re.compile(rb"<%sf(\s[^<>]*)?(?<!/)>([^<]*\][^<]*)</" % re.escape(prefix))
    for found in formula.finditer(xml, *rows):
        name = _other_file(unescape(found[2].decode()))
        cell = _REFERENCE.search(xml, xml.rfind(b"<%sc" % prefix, 0, found.start()))
        if name is None or cell is None:
            continue
        area = _AREA.search(found[1] or b"")  # of a formula that several cells share
        first, top, last, bottom = area.groups() if area else (*cell.groups(), *cell.groups())
        yield Link(
            file=files.get(name, "" if name.isdecimal() else name),
            area=(int(top), _column(first), int(bottom), _column(last)),
        )


def _other_file(formula: str) -> str | None:
    """Return the number or the name of the first file that a formula points to."""
    found = _OTHER_FILE.search(_IN_QUOTES.sub('""', formula))
    return found[1] or found[2] if found else None


def _name(path: str) -> str:
    """Return the last part of a path or an address."""
    return PurePosixPath(unquote(path).replace("\\", "/")).name


def _column(letters: bytes) -> int:
    return column_number(letters.decode())
