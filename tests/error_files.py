"""Files that are no workbook, or none that can be read: what a good one is made into."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
from excel_only_support import macros

OLD_CONTAINER = bytes.fromhex("D0CF11E0A1B11AE1")
MEGABYTE = 1_000_000


def _text(path: Path) -> None:
    path.write_text("Number;Customer\n2026/18;Garage Maes\n", encoding="utf-8")


def _cut_off(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _with_password(path: Path) -> None:
    path.write_bytes(OLD_CONTAINER + bytes(99) + "EncryptedPackage".encode("utf-16-le"))


def _too_large(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(26 * MEGABYTE)


def _cell_far_away(row: int, column: int) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        book = openpyxl.load_workbook(path)
        book[book.sheetnames[5]].cell(row, column, "x")
        book.save(path)

    return put


def lock_of(path: Path) -> Path:
    """Return the file that Excel makes while it has a workbook open."""
    return path.with_name(f"~${path.name}")


FILES: Mapping[str, Callable[[Path], object]] = {
    "file-of-text": _text,
    "file-cut-off": _cut_off,
    "file-with-password": _with_password,
    "file-of-old-excel": lambda path: path.write_bytes(OLD_CONTAINER + bytes(99)),
    "file-empty": lambda path: path.write_bytes(b""),
    "file-with-macros": lambda path: path.write_bytes(macros()),
    "file-unreadable": lambda path: path.write_bytes(b"\0no zip at all"),
    "file-too-large": _too_large,
    "file-with-too-many-rows": _cell_far_away(200_001, 1),
    "file-with-too-wide-a-tab": _cell_far_away(100_000, 200),
    "file-gone": lambda path: path.unlink(),
    "file-open-in-excel": lambda path: lock_of(path).write_bytes(b"Jan"),
}
"""What is done to the good workbook, by the name of its case."""
