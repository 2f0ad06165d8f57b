"""The commands about customers' numbers, from a start value that is refused to one that counts."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from command_support import OWNER, typed
from example_firm import EXAMPLE

ATTACH = ("workbook", "attach", "acme.xlsx", "--dossier", "acme/winbooks", "--folder", "files")
SUMMER = ("--from", "2026-07-01", "--to", "2026-09-30")
NUMBERS = ("dossier", "numbers", "acme/winbooks")
ALLOW = ("dossier", "allow-numbers", "acme/winbooks", "--from", "1000")


@pytest.fixture
def house(empty_desk: Path) -> Path:
    """A folder with the example workbook, whose start value is 1000, and EUR 20.00."""
    shutil.copy(EXAMPLE, empty_desk / "acme.xlsx")
    write_start(empty_desk, "1000")
    for command in (
        ("migrate",),
        ("team", "add", "acme", "Acme bv"),
        ("dossier", "add", "acme/winbooks", *OWNER),
        (*ATTACH, "--keep-numbers", "Acme bv"),
        ("wallet", "top-up", "acme", "20.00", "--reason", "first payment"),
    ):
        assert typed(*command)[0] == 0
    return empty_desk


def write_start(folder: Path, start: str) -> None:
    book = openpyxl.load_workbook(folder / "acme.xlsx")
    for row in book["Settings"].iter_rows():
        if row[0].value == "Accountant's no. starts at":
            row[1].value = start
    book.save(folder / "acme.xlsx")


@pytest.mark.usefixtures("house")
def test_a_lower_start_is_refused_shown_confirmed_and_then_counted_from():
    code, said = typed("export", "acme.xlsx", *SUMMER)
    assert (code, "ask your accountant first" in said) == (1, True)
    shown = typed(*NUMBERS, "--from", "1000")[1].splitlines()
    assert shown[0].split()[0] == "100001"
    assert len(shown[:-6]) == 31
    assert shown[-6:] == [
        "Numbers of WinBooks: 1 to 9999999999.",
        "Counted from: no number was counted yet.",
        "Lowest start value that needs no word: 100000.",
        "Next from 1000: 1000. A number that only a sheet holds is skipped too.",
        "No number from 1000 to 99999 is known here.",
        "Ask the accountant: whoever has such a number in the program would be overwritten. Then: "
        "boekbrug dossier allow-numbers acme/winbooks --from 1000 --confirm ...",
    ]
    code, said = typed(*ALLOW)
    assert (
        code,
        said.startswith('Numbers: found "" as your word, needed --confirm "Acme bv"'),
    ) == (
        1,
        True,
    )
    assert " from 1000 to 9999999999 belong to customers here: " in said
    assert typed(*ALLOW, "--confirm", "Acme bv") == (
        0,
        "acme/winbooks may count from 1000 on. Write 1000 into Accountant's no. starts at.",
    )
    assert typed("export", "acme.xlsx", *SUMMER)[0] == 0
    shown = typed(*NUMBERS)[1].splitlines()
    assert shown[0].startswith("1000 ")
    assert shown[0].endswith(", acme.xlsx")
    assert shown[-4:-1] == [
        "Numbers of WinBooks: 1 to 9999999999.",
        "Counted from: 1000.",
        "Lowest start value that needs no word: 1000.",
    ]


@pytest.mark.usefixtures("house")
def test_a_range_that_is_full_and_a_dossier_that_is_not_there_are_said():
    assert typed(*NUMBERS, "--from", "99999999999")[1].splitlines()[-1] == (
        "Next from 99999999999: none: WinBooks ends at 9999999999. A number that only a sheet "
        "holds is skipped too."
    )
    for key in ("acme/other", "other/winbooks"):
        assert typed("dossier", "numbers", key) == (
            1,
            f'Dossier: found no "{key}", needed one that exists.',
        )
