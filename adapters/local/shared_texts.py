"""The texts that the cells of an .xlsx file share: each is there once and named by its number.

A long text that many cells name takes little room in the file and a lot in memory, so it is
counted before a library writes it out (ECMA-376 part 1, 18.4); one emoji in it makes each of its
letters four bytes.
"""

import re
from collections.abc import Collection

from boekbrug.adapters.local.refusals import ExcelLimits, too_long_text
from boekbrug.adapters.local.sheet_cells import width_of
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
    taken_bytes = lengths
    if width_of(part) > 1:
        taken_bytes = [length * width_of(item) for length, item in zip(lengths, items, strict=True)]
    # Counting each takes seconds on a large file: only where they could be too many.
    count_max = sum(sheet.shared_texts_max() for sheet in sheets)
    if max(taken_bytes, default=0) * count_max > limits.uncompressed_bytes_max:
        limits.check_uncompressed(sum(_written_out(taken_bytes, sheet) for sheet in sheets))


def _length(item: bytes) -> int:
    text = _ENTITY.sub(b"x", _MARKUP.sub(b"", item))
    return len(text) if text.isascii() else len(text.decode())


def _written_out(bytes_of: list[int], sheet: SheetXml) -> int:
    counts = sheet.shared_texts()
    if not all(number.isdigit() and int(number) < len(bytes_of) for number in counts):
        raise ValueError("a shared text that is not there")
    return sum(bytes_of[int(number)] * count for number, count in counts.items())
