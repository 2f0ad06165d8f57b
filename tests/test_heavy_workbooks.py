"""Workbooks that are small as files and large in memory: each at the edge of what is taken."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from excel_support import (
    LIMITS,
    MAIN,
    column,
    packed,
    packed_parts,
    parts,
    refusal,
    sheet,
    workbook,
)

from boekbrug.server.workbook.cells import CellError

SHARED, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
EMOJI = "\U0001f600"
REFUSED = (
    "Sales.xlsx: found {found} MB when unpacked, allowed: at most 1.0 MB. "
    "Move older years to a file of their own."
)
ONE_MEGABYTE = replace(LIMITS, uncompressed_bytes_max=1_000_000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Sales.xlsx"


def shared(text: str, *, cells: int) -> bytes:
    """Return a workbook in which so many cells name one text."""
    rows = (f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, cells + 1))
    texts = f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'
    return packed_parts({SHEET: sheet("".join(rows)), SHARED: texts})


def inline(text: str, *more: str) -> bytes:
    """Return a workbook of cells with these texts in themselves."""
    cells = (
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{one}</t></is></c></row>'
        for at, one in enumerate((text, *more), start=1)
    )
    return packed_parts({SHEET: sheet("".join(cells))})


def unpacked_bytes(content: bytes) -> int:
    return sum(map(len, parts(content).values()))


@pytest.mark.parametrize("letter", [EMOJI, "&#128512;", "&#x1F600;"])
def test_a_shared_text_with_an_emoji_counts_four_bytes_a_letter(path: Path, letter: str):
    path.write_bytes(shared("x" * 24_999 + letter, cells=10))
    text = "x" * 24_999 + EMOJI
    assert column(workbook(path, ONE_MEGABYTE).read(), "Invoices", "A") == [text] * 10
    path.write_bytes(shared("x" * 25_000 + letter, cells=10))
    assert refusal(path, ONE_MEGABYTE) == REFUSED.format(found="1.1")
    path.write_bytes(shared("x" * 25_000 + "é", cells=10))
    assert workbook(path, ONE_MEGABYTE).read()


def test_the_texts_of_cells_count_four_bytes_a_letter_where_they_have_an_emoji(path: Path):
    plain, wide = inline("x" * 20_000, "short"), inline("x" * 20_000 + EMOJI, "short")
    most = unpacked_bytes(wide) + 3 * (20_000 + len(EMOJI.encode()))
    path.write_bytes(wide)
    assert workbook(path, replace(LIMITS, uncompressed_bytes_max=most)).read()
    less = replace(LIMITS, uncompressed_bytes_max=most - 1)
    assert "MB when unpacked, allowed: at most " in refusal(path, less)
    path.write_bytes(plain)
    assert workbook(path, less).read()


def test_one_emoji_in_a_row_weighs_the_texts_of_its_own_cell_alone(path: Path):
    row = '<row r="1">{}{}{}</row>'.format(
        '<c r="A1" t="inlineStr"><is><r><t>ab</t></r><r><t>' + EMOJI + "</t></r></is></c>",
        '<c r="B1" t="inlineStr"><is><t>' + "y" * 9_000 + "</t></is></c>",
        '<c r="C1"/>',
    )
    content = packed(sheet1=sheet(row))
    path.write_bytes(content)
    most = unpacked_bytes(content) + 3 * len(f"ab{EMOJI}".encode())
    assert workbook(path, replace(LIMITS, uncompressed_bytes_max=most)).read()
    assert refusal(path, replace(LIMITS, uncompressed_bytes_max=most - 1))


def test_a_tab_full_of_errors_takes_the_memory_of_its_part_and_of_its_cells(path: Path):
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{at}{row}" t="e"/>' for at in "ABCDEFG") + "</row>"
        for row in range(1, 15_001)
    )
    limits = replace(LIMITS, rows_max=15_000)
    path.write_bytes(packed(sheet1=sheet(rows)))
    tracemalloc.start()
    try:
        cells = workbook(path, limits).read()
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert column(cells, "Invoices", "G") == [CellError("#ERROR")] * 15_000
    assert peak_bytes < 11 * len(rows)
