"""A file that is made to fill the memory is refused before it does."""

import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from error_workbooks import good_workbook, write
from error_zips import with_bomb, with_false_sizes, with_many_parts
from excel_support import LIMITS, refusal, workbook

from boekbrug.config.limits import limits

MEGABYTE = 1_000_000
SERVERS = replace(
    LIMITS,
    file_bytes_max=limits().file_bytes_max,
    uncompressed_bytes_max=limits().uncompressed_bytes_max,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Sales.xlsx"
    write(path, good_workbook())
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            with_bomb,
            "found 200.1 MB when unpacked, allowed: at most 70.0 MB. Move older years to a file "
            "of their own.",
        ),
        (
            with_false_sizes,
            "found no workbook that can be read, allowed: an .xlsx file. Open it in Excel and save "
            'it as "Excel Workbook (*.xlsx)".',
        ),
        (
            with_many_parts,
            "found a file of 10018 parts, allowed: at most 10000. Open it in Excel and save it as "
            '"Excel Workbook (*.xlsx)".',
        ),
    ],
)
def test_a_bomb_is_refused_and_takes_no_memory(path: Path, make: Callable[[Path], None], said: str):
    make(path)
    tracemalloc.start()
    try:
        assert refusal(path, SERVERS) == f"Sales.xlsx: {said}"
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak_bytes < path.stat().st_size + 5 * MEGABYTE


def test_parts_that_lie_over_each_other_count_each_as_large_as_they_are(path: Path):
    with_overlap(path, times=200)
    assert path.stat().st_size < MEGABYTE
    assert refusal(path, SERVERS).startswith("Sales.xlsx: found 200.1 MB when unpacked, ")


def test_a_file_of_as_many_parts_as_are_allowed_is_read(path: Path):
    with zipfile.ZipFile(path, "a") as file:
        for number in range(10_000 - len(file.namelist())):
            file.writestr(f"xl/media/{number}.png", b"")
    assert workbook(path, SERVERS).read()


def with_overlap(path: Path, *, times: int) -> None:
    """Let the directory name one part of a megabyte many times, as if there were as many."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/media/0.png", bytes(MEGABYTE))
        [info] = [one for one in file.infolist() if one.filename == "xl/media/0.png"]
        for number in range(1, times):
            other = zipfile.ZipInfo(f"xl/media/{number}.png")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(other, name, getattr(info, name))
            file.filelist.append(other)
            file.NameToInfo[other.filename] = other
