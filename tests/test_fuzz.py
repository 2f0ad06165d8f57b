"""The short form of `make fuzz`: damaged workbooks are refused, named or read as they show."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from example_firm import DOSSIER
from excel_support import workbook
from fuzz.google import answered, as_google_has_it
from fuzz.grid import EMPTY, Grid, good, number, packed, text
from fuzz.memory import Meter
from fuzz.oracle import Judge, cell_differences
from fuzz.trial import End, damaged, judged, learn, prepared, prepared_of, read_at

from boekbrug.server.programs.protocol import installed
from boekbrug.server.workbook.reader import read_workbook

TESTS = Path(__file__).parent


def at(grid: Grid, title: str, header: str, row: int) -> tuple[int, int, int]:
    """Return where a cell is: tab, row and column."""
    tab = [sheet.title for sheet in grid].index(title)
    return tab, row - 1, [cell.header for cell in grid[tab].rows[0]].index(header)


def test_damaged_workbooks_never_pass_in_silence(tmp_path: Path):
    environment = os.environ | {"FUZZ_SEED": "2026", "FUZZ_COUNT": "200", "PYTHONPATH": str(TESTS)}
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.run"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("FUZZ_SEED=2026 FUZZ_FIRST=0 FUZZ_COUNT=200\n")
    counts = re.search(r"^all +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$", done.stdout, re.MULTILINE)
    assert counts
    *passed, failed = map(int, counts.groups())
    assert sum(passed) == 200
    assert min(passed[:3]) > 20
    assert failed == 0


@pytest.mark.parametrize(
    ("title", "header", "row", "other"),
    [
        ("Lines", "Unit price", 2, number(11)),
        ("Lines", "Quantity", 3, number(2)),
        ("Lines", "VAT", 2, text("L6")),
        ("Lines", "Discount amount", 2, number(1)),
        ("Lines", "Net", 2, number(1)),
        ("Lines", "Total incl. VAT", 3, number(1)),
        ("Lines", "Includes VAT", 2, text("yes")),
        ("Invoices", "Net", 2, EMPTY),
        ("Invoices", "Customer", 2, text("Els Maes")),
        ("Invoices", "Date", 2, number(46_230)),
    ],
)
def test_whatever_was_read_otherwise_is_found_out(tmp_path: Path, title, header, row, other):
    learn(tmp_path)
    grid = good()
    reading = prepared("inline").reading
    assert list(Judge(grid, reading).violations()) == []
    tab, down, right = at(grid, title, header, row)
    assert grid[tab].rows[down][right] != other
    grid[tab].rows[down][right] = other
    assert list(Judge(grid, reading).violations()) != []
    assert list(cell_differences(grid, read_at("inline"))) != []


def test_the_memory_of_each_file_is_watched_by_itself():
    for _ in range(2):
        meter = Meter()
        taken = bytearray(b"x" * 50_000_000)
        meter.stop()
        assert len(taken) <= meter.taken_bytes <= 3 * len(taken)
        del taken
    meter = Meter()
    meter.stop()
    assert meter.taken_bytes < 25_000_000


def test_the_same_workbook_as_a_google_sheet_is_read_the_same(tmp_path: Path):
    learn(tmp_path)
    grid = good()
    as_google_has_it(grid)
    assert list(Judge(grid, prepared_of(answered(grid).read()).reading).violations()) == []


def test_the_same_seed_makes_the_same_file(tmp_path: Path):
    learn(tmp_path)
    first, second = damaged("7", 3), damaged("7", 3)
    assert first.content == second.content
    assert judged(first, tmp_path / "a.xlsx").end is not End.FAILED


@pytest.mark.parametrize(
    ("title", "header", "row", "words"),
    [("Lines", "Unit price", 2, "1.234"), ("Invoices", "Date", 2, "07/08/2026")],
)
def test_a_text_that_was_read_by_another_locale_is_found_out(
    tmp_path: Path, title, header, row, words
):
    grid = good()
    tab, down, right = at(grid, title, header, row)
    grid[tab].rows[down][right] = text(words)
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(grid, shares_texts=False))
    read = {
        locale: read_workbook(
            replace(workbook(path).read(), locale=locale),
            DOSSIER,
            programs=installed(),
            program_labels=(),
        )
        for locale in ("nl_BE", "en_US")
    }
    for locale, other in (("nl_BE", "en_US"), ("en_US", "nl_BE")):
        assert list(Judge(grid, read[locale], locale).violations()) == []
        assert list(Judge(grid, read[other], locale).violations()) != []
