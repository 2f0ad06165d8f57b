import random
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from excel_only_support import macros, other_workbook
from excel_support import column, invoice, packed, packed_parts, refusal, sheet, workbook, write

from boekbrug.adapters.local.excel import ExcelLimits
from boekbrug.adapters.local.refusals import RefusedWorkbookError
from boekbrug.config.limits import limits
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
            b"\0no zip at all",
            "Sales.xlsx: found no workbook that can be read, allowed: an .xlsx file. "
            'Open it in Excel and save it as "Excel Workbook (*.xlsx)".',
        ),
        *(
            (
                text,
                "Sales.xlsx: found a text file under the name of a workbook, allowed: an .xlsx "
                "file. Give it its own ending again, such as .csv, open it in Excel and save it "
                'as "Excel Workbook (*.xlsx)".',
            )
            for text in (
                b"Number;Customer\r\n2026/1;Caf\xe9\r\n",
                "Number\tCustomer\r\n".encode("utf-16"),
                b"<html><table><tr><td>Number</td></tr></table></html>",
            )
        ),
        *(
            (
                nothing,
                "Sales.xlsx: found an empty file, allowed: an .xlsx file. Copy it again from "
                "where it came from, or take the last good version of it.",
            )
            for nothing in (b"", bytes(99))
        ),
        *(
            (
                packed()[:length],
                "Sales.xlsx: found a file that is cut off, allowed: a whole one. Copy it again "
                "from where it came from, or take the last good version of it.",
            )
            for length in (99, len(packed()) // 2, -22)
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


def test_a_workbook_with_macros_is_refused_under_the_name_of_one_without(path: Path):
    path.write_bytes(macros())
    assert refusal(path) == (
        "Sales.xlsx: found a workbook with macros, which Excel opens only under a name that ends "
        "in .xlsm, allowed: one without. Name it .xlsm again, open it in Excel and save it as "
        '"Excel Workbook (*.xlsx)".'
    )
    renamed = path.rename(path.with_suffix(".xlsm"))
    assert [tab.title for tab in workbook(renamed).read().tabs] == ["Invoices", "Start", "Totals"]


def test_the_last_results_of_formulas_on_other_workbooks_are_read(path: Path):
    path.write_bytes(other_workbook())
    assert column(workbook(path).read(), "Invoices", "E")[1] == 122.815


def test_a_part_is_never_unpacked_beyond_its_stated_size(path: Path):
    content = bytearray(packed_parts({"xl/bomb.xml": bytes(100_000_000)}))
    at = content.rindex(b"xl/bomb.xml") - 46  # its entry in the zip directory
    content[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    path.write_bytes(content)
    tracemalloc.start()
    try:
        with pytest.raises(UnreachableError) as caught:
            write(path, invoice(2, State="exported"))
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert caught.value.sentence.startswith("Sales.xlsx: found no workbook that can be read")
    assert peak_bytes < 10_000_000


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_no_spreadsheet_program_uses_is_refused(path: Path, packing: int):
    with zipfile.ZipFile(path, "a", packing) as archive:
        archive.writestr("xl/more.xml", "<more/>")
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


def test_a_workbook_at_its_limits_is_taken_and_one_beyond_is_refused():
    most = limits()
    excel = ExcelLimits(
        file_bytes_max=most.file_bytes_max,
        uncompressed_bytes_max=most.uncompressed_bytes_max,
        rows_max=most.rows_max,
    )
    excel.check_uncompressed(70_000_000)
    with pytest.raises(RefusedWorkbookError) as too_large:
        excel.check_uncompressed(70_000_001)
    excel.check_extents({"Lines": (110_000, 17), "Invoices": (55_000, 2)})
    with pytest.raises(RefusedWorkbookError) as too_many:
        excel.check_extents({"Lines": (110_000, 17), "Invoices": (110_000, 1), "VAT": (1, 1)})
    assert [str(too_large.value), str(too_many.value)] == [
        "found 70.1 MB when unpacked, allowed: at most 70.0 MB. "
        "Move older years to a file of their own.",
        "found 1980001 cells in all tabs, allowed: at most 1980000. "
        "Move older years to a file of their own.",
    ]


def test_a_cell_far_to_the_right_is_refused(path: Path):
    rows = '<row r="1"><c r="XFD1"><v>4</v></c></row><row r="900"><c r="A900"><v>4</v></c></row>'
    path.write_bytes(packed(sheet1=sheet(rows)))
    assert refusal(path) == (
        "Sales.xlsx: found 900 rows of 16384 columns in tab Invoices, allowed: at most 18000 "
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
