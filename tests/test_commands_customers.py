"""The word that all customers may be written again, given behind the command `export`."""

import shutil
from pathlib import Path

import openpyxl
from command_support import OWNER, typed
from example_firm import EXAMPLE

ATTACH = ("workbook", "attach", "acme.xlsx", "--dossier", "acme/winbooks", "--folder", "files")
SUMMER = ("--from", "2026-07-01", "--to", "2026-09-30")
AGAIN = ("export", "acme.xlsx", *SUMMER, "--selection", "all")


def ask_for_all(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    rows = book["Settings"].iter_rows()
    next(row for row in rows if row[0].value == "Export customers too")[1].value = "all"
    book.save(path)


def test_b10_the_command_asks_before_it_writes_all_customers_again(empty_desk: Path):
    shutil.copy(EXAMPLE, empty_desk / "acme.xlsx")
    for command in (
        ("migrate",),
        ("team", "add", "acme", "Acme bv"),
        ("dossier", "add", "acme/winbooks", *OWNER),
        (*ATTACH, "--keep-numbers", "Acme bv"),
        ("wallet", "top-up", "acme", "20.00", "--reason", "first payment"),
        ("export", "acme.xlsx", *SUMMER),
    ):
        assert typed(*command)[0] == 0
    ask_for_all(empty_desk / "acme.xlsx")
    code, said = typed(*AGAIN)
    assert (code, "needed: your word that they are all written again" in said) == (1, True)
    code, said = typed(*AGAIN, "--all-customers")
    assert (code, "It cost EUR 0.00." in said) == (0, True)
