"""Files that are no workbook, or none that can be read: what a good one is made into."""

import itertools
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from unittest.mock import patch

import openpyxl
from error_zips import MEGABYTE, with_bomb, with_false_sizes, with_many_parts
from excel_only_support import macros

OLD_CONTAINER = bytes.fromhex("D0CF11E0A1B11AE1")


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


@contextmanager
def saved_each_time(path: Path) -> Iterator[None]:
    """Let somebody save the file whenever the server is about to write it."""
    real, marks = os.fsync, itertools.count()

    def fsync(descriptor: int) -> None:
        real(descriptor)
        with zipfile.ZipFile(path, "a") as file:
            file.comment = str(next(marks)).encode()

    with patch.object(os, "fsync", fsync):
        yield


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
    "file-too-large-unpacked": with_bomb,
    "file-with-false-sizes": with_false_sizes,
    "file-with-too-many-parts": with_many_parts,
    "file-saved-meanwhile": Path.touch,
    "file-gone": lambda path: path.unlink(),
    "file-open-in-excel": lambda path: lock_of(path).write_bytes(b"Jan"),
}
"""What is done to the good workbook, by the name of its case."""

WHILE_IT_WORKS: Mapping[str, Callable[[Path], AbstractContextManager[None]]] = {
    "file-saved-meanwhile": saved_each_time,
}
"""What somebody does to the file as long as the run takes."""
