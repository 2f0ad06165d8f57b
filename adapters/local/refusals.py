"""Why an .xlsx file is not taken, in words: what was found, what is allowed, what to do."""

import re
from dataclasses import dataclass

_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")  # the container of passwords and of old .xls
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_ZIP = b"PK\x03\x04"
_ZIP_END = b"PK\x05\x06"  # the directory, which every zip ends with
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NEVER_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_COPY_AGAIN = "Copy it again from where it came from, or take the last good version of it."
_SAVE_AS_XLSX = 'Open it in Excel and save it as "Excel Workbook (*.xlsx)".'
_SPLIT = "Move older years to a file of their own."


CELLS_OF_A_ROW = 18
"""On average: 110,000 rows make 1,980,000 cells, which take 307 MiB while they are read."""


class RefusedWorkbookError(Exception):
    """The file is not taken; trying again without a person is useless."""

    def __init__(self, *, found: str, allowed: str, cure: str) -> None:
        """Build the sentence; who knows the file's name puts it in front."""
        super().__init__(f"found {found}, allowed: {allowed}. {cure}")


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
                found=_megabytes(file_bytes),
                allowed=f"at most {_megabytes(self.file_bytes_max)}",
                cure=_SPLIT,
            )

    def check_uncompressed(self, uncompressed_bytes: int) -> None:
        """Refuse a file that is too large once it is unpacked."""
        if uncompressed_bytes > self.uncompressed_bytes_max:
            raise RefusedWorkbookError(
                found=f"{_megabytes(uncompressed_bytes)} when unpacked",
                allowed=f"at most {_megabytes(self.uncompressed_bytes_max)}",
                cure=_SPLIT,
            )

    def check_extents(self, extents: dict[str, tuple[int, int]]) -> None:
        """Refuse a tab that is too long, or too wide for its length, and too many such tabs.

        Args:
            extents: last row and last column of every tab by its title.
        """
        for title, (last_row, last_column) in extents.items():
            if last_row > self.rows_max:
                raise RefusedWorkbookError(
                    found=f"{last_row} rows in tab {title}",
                    allowed=f"at most {self.rows_max}",
                    cure=_SPLIT,
                )
            if last_row * last_column > self.cells_max:
                raise RefusedWorkbookError(
                    found=f"{last_row} rows of {last_column} columns in tab {title}",
                    allowed=f"at most {self.cells_max} cells in a tab",
                    cure="Delete what stands far to the right of the table.",
                )
        cells = sum(last_row * last_column for last_row, last_column in extents.values())
        if cells > self.cells_max:
            raise RefusedWorkbookError(
                found=f"{cells} cells in all tabs", allowed=f"at most {self.cells_max}", cure=_SPLIT
            )


def unsound(content: bytes) -> RefusedWorkbookError:
    """Return why these bytes are no workbook: a password, an old .xls, or something else."""
    if not content.startswith(_COMPOUND_FILE):
        return _no_compound_file(content)
    if _ENCRYPTED_PACKAGE in content:
        return RefusedWorkbookError(
            found="a file with a password",
            allowed="one without",
            cure="Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, "
            "empty the password and save.",
        )
    return RefusedWorkbookError(
        found="an old .xls file", allowed="an .xlsx file", cure=_SAVE_AS_XLSX
    )


def _no_compound_file(content: bytes) -> RefusedWorkbookError:
    if content.startswith(_ZIP) and _ZIP_END not in content:
        return RefusedWorkbookError(
            found="a file that is cut off", allowed="a whole one", cure=_COPY_AGAIN
        )
    if not content.strip(b"\0"):
        return RefusedWorkbookError(
            found="an empty file", allowed="an .xlsx file", cure=_COPY_AGAIN
        )
    if content.startswith(_UTF_16) or not _NEVER_IN_TEXT.search(content):
        return RefusedWorkbookError(
            found="a text file under the name of a workbook",
            allowed="an .xlsx file",
            cure="Give it its own ending again, such as .csv, open it in Excel and save it as "
            '"Excel Workbook (*.xlsx)".',
        )
    return RefusedWorkbookError(
        found="no workbook that can be read", allowed="an .xlsx file", cure=_SAVE_AS_XLSX
    )


def with_macros() -> RefusedWorkbookError:
    """Return that a workbook with macros has the name of one without, and Excel refuses it."""
    return RefusedWorkbookError(
        found="a workbook with macros, which Excel opens only under a name that ends in .xlsm",
        allowed="one without",
        cure='Name it .xlsm again, open it in Excel and save it as "Excel Workbook (*.xlsx)".',
    )


def unread() -> RefusedWorkbookError:
    """Return that the library that reads values gave up on a file that looked sound."""
    return RefusedWorkbookError(
        found="a file that cannot be read", allowed="an .xlsx file", cure=_SAVE_AS_XLSX
    )


def too_long_text(length: int, length_max: int) -> RefusedWorkbookError:
    """Return that a cell holds a text that no spreadsheet program would have let in."""
    return RefusedWorkbookError(
        found=f"a text of {length} characters",
        allowed=f"at most {length_max} in a cell",
        cure="Shorten it.",
    )


def no_day(title: str) -> RefusedWorkbookError:
    """Return that a number has the format of a day or of hours and is too large for either."""
    return RefusedWorkbookError(
        found=f"a number that is too large for a day in tab {title}",
        allowed="days up to 31 December 9999",
        cure="Find the cell that shows ########, and give it the format number or another day.",
    )


def no_tab(title: str) -> RefusedWorkbookError:
    """Return that a tab to write to is not there."""
    return RefusedWorkbookError(
        found=f"no tab {title}",
        allowed="a file with the tabs of Boekbrug",
        cure="Run `boekbrug workbook new` and paste your rows.",
    )


def _megabytes(size_bytes: int) -> str:
    # Rounded up: one byte too many is seen in the sentence.
    return f"{-(-size_bytes // 100_000) / 10:.1f} MB"
