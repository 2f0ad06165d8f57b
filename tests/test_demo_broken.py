"""A month full of mistakes is checked into a list that a bookkeeper can work through."""

import importlib
import subprocess
import sys
from pathlib import Path

import openpyxl

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def test_every_mistake_is_in_the_list_and_the_sheet_has_it_too(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, EXAMPLES / "demo_broken.py", "--folder", tmp_path / "demo"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    printed = " ".join(done.stdout.split())
    assert [printed.count(weight) for weight in ("To fix: ", "Good to know: ", "For later: ")] == [
        21,
        3,
        4,
    ]
    for said in (
        "Invoices, row 3, Number: found the date 1 November 2026, allowed: the number as text.",
        'nearest is "Bakkerij Janssens bv" (row 2). Choose it in the cell, or add the customer.',
        "Invoices, rows 5 and 6, Number: found 2026/104 twice, allowed: once per series and book",
        "Invoices, row 7, VAT: found 0.21, allowed: 21, 12, 6, or a code of tab VAT",
        "Invoices, row 12, Net: found #REF!, allowed: an amount with at most two decimals",
        "Lines, row 2, Quantity: found the date 3 April 2026",
        "Invoices, row 22, Export: found 7, but the server knows no export yet, allowed: an export",
        "21 things to fix in 22 rows: see tab Check.",
    ):
        assert said in printed
    book = openpyxl.load_workbook(tmp_path / "demo" / "broken.xlsx")
    check, invoices = list(book["Check"].values), list(book["Invoices"].values)
    assert sum(row[0] == "To fix" for row in check) == 21
    problem = invoices[0].index("Problem")
    assert str(invoices[2][problem]).startswith("Number: found the date 1 November 2026")


def test_the_workbook_is_made_of_its_script(tmp_path: Path, monkeypatch):
    monkeypatch.syspath_prepend(EXAMPLES)
    importlib.import_module("make_broken").make(tmp_path / "broken.xlsx")
    made, kept = (
        openpyxl.load_workbook(path)
        for path in (tmp_path / "broken.xlsx", EXAMPLES / "broken.xlsx")
    )
    for tab in kept.sheetnames:
        assert list(made[tab].values) == list(kept[tab].values)
