import random
from contextlib import suppress
from pathlib import Path

import pytest
from excel_support import invoice, packed, refusal, sheet, workbook, write

from boekbrug.adapters.local.excel import ExcelLimits
from boekbrug.adapters.local.refusals import RefusedWorkbookError
from boekbrug.server.workflow.ports import UnreachableError

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Sales.xlsx"
    path.write_bytes(packed())
    return path


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b"no zip at all",
            "Sales.xlsx: found no workbook that can be read, allowed: an .xlsx file. "
            'Open it in Excel and save it as "Excel Workbook (*.xlsx)".',
        ),
        (
            OLE + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
            "Sales.xlsx: found a file with a password, allowed: one without. Open it in Excel, "
            "choose File > Info > Protect Workbook > Encrypt with Password, empty the password "
            "and save.",
        ),
        (
            OLE + bytes(99),
            "Sales.xlsx: found an old .xls file, allowed: an .xlsx file. "
            'Open it in Excel and save it as "Excel Workbook (*.xlsx)".',
        ),
    ],
)
def test_what_is_no_workbook_is_refused(path: Path, content: bytes, sentence: str):
    path.write_bytes(content)
    assert refusal(path) == sentence


def test_a_zip_with_a_password_is_refused(path: Path):
    content = bytearray(packed())
    start = -1
    while (start := content.find(b"PK\x01\x02", start + 1)) >= 0:
        content[start + 8] |= 1  # "encrypted", in the zip directory
    path.write_bytes(content)
    assert refusal(path).startswith("Sales.xlsx: found no workbook that can be read")


def test_a_missing_file_is_refused(path: Path):
    path.unlink()
    assert refusal(path) == (
        "Sales.xlsx: found no such file, needed the workbook. "
        "Put it back where it was, or attach it again where it is now."
    )


def test_a_workbook_above_a_limit_is_refused(path: Path):
    content = path.read_bytes()
    enough = {"file_bytes_max": len(content), "uncompressed_bytes_max": 10**6, "rows_max": 5}
    assert workbook(path, ExcelLimits(**enough)).read()
    for limit, words in {
        "file_bytes_max": "MB, allowed: at most ",
        "uncompressed_bytes_max": "MB when unpacked, allowed: at most ",
        "rows_max": "found 5 rows in tab Invoices, allowed: at most 4. Move older years to ",
    }.items():
        assert words in refusal(path, ExcelLimits(**enough | {limit: 4}))


def test_a_size_is_told_in_megabytes():
    limits = ExcelLimits(file_bytes_max=20_000_000, uncompressed_bytes_max=400_000_000, rows_max=9)
    with pytest.raises(RefusedWorkbookError, match=r"^found 31\.4 MB, allowed: at most 20\.0"):
        limits.check_file(31_400_000)
    with pytest.raises(RefusedWorkbookError, match=r"^found 400\.1 MB when unpacked, all"):
        limits.check_uncompressed(400_100_000)


def test_a_cell_far_to_the_right_is_refused(path: Path):
    rows = '<row r="1"><c r="XFD1"><v>4</v></c></row><row r="900"><c r="A900"><v>4</v></c></row>'
    path.write_bytes(packed(sheet1=sheet(rows)))
    assert refusal(path) == (
        "Sales.xlsx: found 900 rows of 16384 columns in tab Invoices, allowed: at most 50000 "
        "cells in a tab. Delete what stands far to the right of the table."
    )


def test_a_damaged_file_is_always_refused_in_a_sentence(path: Path):
    content, dice = packed(), random.Random(7)
    for _ in range(300):
        damaged = bytearray(content)
        for _ in range(9):
            damaged[dice.randrange(len(content))] = dice.randrange(256)
        path.write_bytes(damaged)
        with suppress(UnreachableError):  # which carries a sentence; nothing else may come out
            write(path, invoice(2, State="exported"))
