"""Why an .xlsx file is not taken, in words: what was found, what is allowed, what to do."""

import re
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.wording.said import said

_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")  # the container of passwords and of old .xls
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_ZIP = b"PK\x03\x04"
_ZIP_PART = b"PK\x01\x02"  # of the directory, once for each part
_ZIP_END = b"PK\x05\x06"  # the directory, which every zip ends with
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NEVER_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

CELLS_OF_A_ROW = 18
"""On average: 110,000 rows make 1,980,000 cells, which take 307 MiB while they are read."""


PARTS_MAX = 10_000
"""Of a zip: each tab, chart and picture of a workbook is one or two."""


class RefusedWorkbookError(Exception):
    """The file is not taken; trying again without a person is useless."""

    def __init__(self, why: str, **values: object) -> None:
        """Build the sentence; who knows the file's name puts it in front.

        Args:
            why: the key of its words.
            values: what stands in their gaps.
        """
        self.sentence = said(f"refused: {why}", **values)
        super().__init__(self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcelLimits:
    """The largest workbook that is read; `rows_max` is per tab."""

    file_bytes_max: int
    uncompressed_bytes_max: int
    rows_max: int

    @property
    def cells_max(self) -> int:
        """The most cells between A1 and the last used row and column: of a tab, and of all."""
        return self.rows_max * CELLS_OF_A_ROW

    def check_file(self, file_bytes: int) -> None:
        """Refuse a file that is too large."""
        if file_bytes > self.file_bytes_max:
            raise RefusedWorkbookError(
                "file too large", size=_megabytes(file_bytes), most=_megabytes(self.file_bytes_max)
            )

    def check_uncompressed(self, uncompressed_bytes: int) -> None:
        """Refuse a file that is too large once it is unpacked."""
        if uncompressed_bytes > self.uncompressed_bytes_max:
            raise RefusedWorkbookError(
                "file too large unpacked",
                size=_megabytes(uncompressed_bytes),
                most=_megabytes(self.uncompressed_bytes_max),
            )

    def check_extents(self, extents: dict[str, tuple[int, int]]) -> None:
        """Refuse a tab that is too long, or too wide for its length, and too many such tabs.

        Args:
            extents: last row and last column of every tab by its title.
        """
        for title, (last_row, last_column) in extents.items():
            if last_row > self.rows_max:
                raise RefusedWorkbookError(
                    "too many rows", rows=last_row, tab=title, most=self.rows_max
                )
            if last_row * last_column > self.cells_max:
                raise RefusedWorkbookError(
                    "tab too wide",
                    rows=last_row,
                    columns=last_column,
                    tab=title,
                    most=self.cells_max,
                )
        cells = sum(last_row * last_column for last_row, last_column in extents.values())
        if cells > self.cells_max:
            raise RefusedWorkbookError("too many cells", cells=cells, most=self.cells_max)


def check_part_count(content: bytes) -> None:
    """Refuse a zip of so many parts that their names alone would fill the memory."""
    count = content.count(_ZIP_PART)
    if count > PARTS_MAX:
        raise RefusedWorkbookError("too many parts", count=count, most=PARTS_MAX)


def unsound(content: bytes) -> RefusedWorkbookError:
    """Return why these bytes are no workbook: a password, an old .xls, or something else."""
    if not content.startswith(_COMPOUND_FILE):
        return _no_compound_file(content)
    if _ENCRYPTED_PACKAGE in content:
        return RefusedWorkbookError("password")
    return RefusedWorkbookError("old xls")


def _no_compound_file(content: bytes) -> RefusedWorkbookError:
    if content.startswith(_ZIP) and _ZIP_END not in content:
        return RefusedWorkbookError("cut off")
    if not content.strip(b"\0"):
        return RefusedWorkbookError("empty file")
    if content.startswith(_UTF_16) or not _NEVER_IN_TEXT.search(content):
        return RefusedWorkbookError("text file")
    return RefusedWorkbookError("no workbook")


def with_macros() -> RefusedWorkbookError:
    """Return that a workbook with macros has the name of one without, and Excel refuses it."""
    return RefusedWorkbookError("macros")


def unread() -> RefusedWorkbookError:
    """Return that the library that reads values gave up on a file that looked sound."""
    return RefusedWorkbookError("unread file")


def too_long_text(length: int, length_max: int) -> RefusedWorkbookError:
    """Return that a cell holds a text that no spreadsheet program would have let in."""
    return RefusedWorkbookError("too long text", length=length, most=length_max)


def no_day(title: str) -> RefusedWorkbookError:
    """Return that a number has the format of a day or of hours and is too large for either."""
    return RefusedWorkbookError("no day", tab=title)


def no_tab(title: str) -> RefusedWorkbookError:
    """Return that a tab to write to is not there."""
    return RefusedWorkbookError("no tab", tab=title)


def _megabytes(size_bytes: int) -> Decimal:
    # Rounded up: one byte too many is seen in the sentence.
    return Decimal(-(-size_bytes // 100_000)).scaleb(-1)
