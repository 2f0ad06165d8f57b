"""The texts that the cells of an .xlsx file share: each is there once and named by its number.

A long text that many cells name takes little room in the file and a lot in memory, so it is
counted before a library writes it out (ECMA-376 part 1, 18.4).
"""

import re
from collections.abc import Collection

from boekbrug.adapters.local.refusals import ExcelLimits, too_long_text
from boekbrug.adapters.local.sheet_shape import is_ill_formed
from boekbrug.adapters.local.sheet_xml import SheetXml

TEXT_LENGTH_MAX = 32_767  # of a cell, in Excel

_END = re.compile(rb"</(?:[\w.-]+:)?si\s*>|<(?:[\w.-]+:)?si(?:\s[^<>]*)?/>")
_START = re.compile(rb"<(?:[\w.-]+:)?si(?:\s[^<>]*)?(?<!/)>")
_UNPLAIN = re.compile(rb"<((?:[\w.-]+:)?t)(?:\s[^<>]*)?(?<!/)>(?![^<]*</\1\s*>)")
_TWO = re.compile(rb"</((?:[\w.-]+:)?t)\s*>\s*<\1[\s>]")
_MARKUP = re.compile(rb"<[^<>]*>")
_ENTITY = re.compile(rb"&[^&;]{1,9};")


def check_shared_texts(part: bytes, sheets: Collection[SheetXml], limits: ExcelLimits) -> None:
    """Refuse texts that would be above the limit of a file if every cell had its own.

    Raises:
        RefusedWorkbookError: they are, or one is longer than a cell can hold.
        ValueError: the part holds comments, CDATA or definitions, which could hide text, or a
            text within another, which some readers count and others do not.
    """
    if b"<!" in part:
        raise ValueError("comments, CDATA or definitions among the shared texts")
    items = _END.split(part)[:-1]
    if any(len(_START.findall(item)) > 1 for item in items) or _UNPLAIN.search(part):
        raise ValueError("a shared text within another")
    if is_ill_formed(part) or _TWO.search(part):
        raise ValueError("shared texts that are no XML, or two in one")
    lengths = [_length(item) for item in items]
    longest = max(lengths, default=0)
    if longest > TEXT_LENGTH_MAX:
        raise too_long_text(longest, TEXT_LENGTH_MAX)
    # Counting each takes seconds on a large file: only where they could be too many.
    if longest * sum(sheet.shared_texts_max() for sheet in sheets) > limits.uncompressed_bytes_max:
        limits.check_uncompressed(sum(_written_out(lengths, sheet) for sheet in sheets))


def _length(item: bytes) -> int:
    text = _ENTITY.sub(b"x", _MARKUP.sub(b"", item))
    return len(text.decode()) if len(text) > TEXT_LENGTH_MAX else len(text)


def _written_out(lengths: list[int], sheet: SheetXml) -> int:
    counts = sheet.shared_texts()
    if not all(number.isdigit() and int(number) < len(lengths) for number in counts):
        raise ValueError("a shared text that is not there")
    return sum(lengths[int(number)] * count for number, count in counts.items())
