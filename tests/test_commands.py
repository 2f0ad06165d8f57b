"""The command line as a person types it: what it prints and how it ends."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from command_support import OWNER, typed
from example_firm import EXAMPLE

BOEKBRUG = Path(sys.executable).with_name("boekbrug")
ATTACH = ("workbook", "attach", "acme.xlsx", "--dossier", "acme/winbooks", "--folder", "files")
SUMMER = ("--from", "2026-07-01", "--to", "2026-09-30")


@pytest.fixture
def desk(empty_desk):
    """A folder with the example file; returns the exit code of a command and what it prints."""
    shutil.copy(EXAMPLE, empty_desk / "acme.xlsx")
    return typed


@pytest.fixture
def house(desk):
    for command in (
        ("migrate",),
        ("team", "add", "acme", "Acme bv"),
        ("dossier", "add", "acme/winbooks", *OWNER),
        (*ATTACH, "--keep-numbers", "Acme bv"),
    ):
        assert desk(*command)[0] == 0
    return desk


def test_before_the_tables_are_made_a_command_says_what_to_do(desk):
    code, said = desk("team", "add", "acme", "Acme bv")
    assert code == 2
    assert "Database: found schema 0000, needed 0016. Run `boekbrug migrate`." in said


def test_what_is_there_already_or_unknown_is_refused_in_a_sentence(house):
    assert house("team", "add", "acme", "Acme bv") == (
        1,
        'Team: found "acme" already, needed a new key.',
    )
    code, said = house("dossier", "add", "acme/sage", *OWNER[:-1], "sage")
    assert (code, said.splitlines()[-1]) == (
        2,
        'Error: --program: found "sage", allowed: one of journal_csv, winbooks.',
    )
    code, said = house("wallet", "top-up", "acme", "12,345", "--reason", "x")
    assert said.splitlines()[-1] == 'Error: AMOUNT: found "12,345", allowed: EUR like 50.00.'


def test_numbers_in_the_sheet_are_kept_only_when_somebody_gives_their_word(desk):
    desk("migrate")
    desk("team", "add", "acme", "Acme bv")
    desk("dossier", "add", "acme/winbooks", *OWNER)
    assert desk(*ATTACH) == (
        1,
        "Workbook: found 31 accountant's numbers (100001 to 100031), needed your word that they "
        'are this dossier\'s: repeat the command with --keep-numbers "Acme bv".',
    )


def test_an_export_that_cannot_be_paid_is_refused_and_then_paid_for(house):
    code, said = house("export", "acme.xlsx", *SUMMER)
    assert code == 1
    assert (
        "Balance: found EUR 0.00, needed EUR 12.36 for 103 invoices; missing EUR 12.36. Nothing "
        "was exported, numbered or charged. Ask whoever runs this server to top up. Or choose a "
        "shorter period."
    ) in said
    house("wallet", "top-up", "acme", "20.00", "--reason", "first payment")
    code, said = house("export", "acme.xlsx", *SUMMER)
    assert code == 0
    assert "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36." in said
    assert house("wallet", "top-up", "acme", "1.00", "--reason", "x")[1] == (
        "Balance of acme: EUR 8.64."
    )
    code, said = house("export", "acme.xlsx", *SUMMER)
    assert code == 0
    assert "Nothing new in 1 July 2026 to 30 September 2026; export 1 holds it." in said
    code, said = house("export", "acme.xlsx", *SUMMER, "--selection", "all")
    assert (code, "Export 1 again: the same files, for nothing." in said) == (0, True)


def test_a_file_that_was_not_attached_is_no_dossiers(house, tmp_path):
    shutil.copy(EXAMPLE, tmp_path / "other.xlsx")
    code, said = house("check", "other.xlsx", *SUMMER)
    assert code == 2
    assert said.splitlines()[-1] == (
        "Error: other.xlsx: found no dossier that it belongs to, needed an id as `boekbrug "
        "workbook list` shows it, or an attached file. Attach a file first: boekbrug workbook "
        "attach."
    )


def test_a_period_that_ends_before_it_begins_is_refused(house):
    code, said = house("check", "acme.xlsx", "--from", "2026-10-01", "--to", "2026-09-30")
    assert (code, said.splitlines()[-1]) == (
        2,
        "Error: --from: found 2026-10-01, allowed: a day up to 2026-09-30.",
    )


def test_a_new_workbook_can_be_attached_and_checked_and_is_never_overwritten(house):
    assert house("workbook", "new", "new.xlsx", "--first-document-date", "2026-10-01") == (
        0,
        "new.xlsx made. It exports documents from 2026-10-01 on: tab Settings says so.",
    )
    code, said = house("workbook", "new", "new.xlsx")
    assert (code, "new.xlsx" in said) == (2, True)
    where = ("--dossier", "acme/winbooks", "--folder", "files")
    assert house("workbook", "attach", "new.xlsx", *where)[0] == 0
    code, said = house("check", "new.xlsx", *SUMMER)
    assert (code, "0 facturen; een export kost EUR 0,00. Er is niets verkeerd." in said) == (
        0,
        True,
    )


def test_a_period_has_one_name_and_a_known_one(house):
    code, said = house("check", "acme.xlsx", "--period", "October")
    assert (code, said.splitlines()[-1]) == (
        2,
        'Error: --period: found "October", allowed: a period such as 2026-10, 2026-Q3 or 2026, or '
        "one of this month, last month, this quarter, last quarter, this year, last year, to the "
        "end of last month.",
    )
    code, said = house("check", "acme.xlsx", "--period", "2026", "--from", "2026-10-01")
    assert (code, said.splitlines()[-1]) == (
        2,
        "Error: Period: found several, allowed: days, or one of the names.",
    )
    assert house("check", "acme.xlsx", "--to-end-of-last-month")[0] == 0


def test_what_is_wrong_is_held_and_the_rest_exported_in_one_command(house):
    book = openpyxl.load_workbook("acme.xlsx")
    header, *rows = book["Invoices"].iter_rows()
    date = [cell.value for cell in header].index("Date")
    number, rows[0][date].value = str(rows[0][0].value), "soon"
    book.save("acme.xlsx")
    assert house("wallet", "top-up", "acme", "25.00", "--reason", "x")[0] == 0
    code, said = house("export", "acme.xlsx", "--period", "2026-Q3", "--hold-wrong")
    assert (code, "Export 1 is" in said) == (0, True), said
    held = openpyxl.load_workbook("acme.xlsx")["Invoices"]
    column = [cell.value for cell in held[1]].index("Hold")
    ticked = [str(row[0].value) for row in held.iter_rows(2) if row[column].value == "yes"]
    assert ticked == [number]


def test_an_export_is_replaced_by_command(house):
    assert house("wallet", "top-up", "acme", "25.00", "--reason", "x")[0] == 0
    assert house("export", "acme.xlsx", "--period", "2026-Q3")[0] == 0
    book = openpyxl.load_workbook("acme.xlsx")
    header, *rows = book["Invoices"].iter_rows()
    row = next(row for row in rows if row[0].value == "2026/246")
    row[[cell.value for cell in header].index("Description")].value = "Other work"
    book.save("acme.xlsx")
    code, said = house("export", "acme.xlsx", "--replace", "1")
    assert (code, "nobody's word that your accountant" in said) == (1, True), said
    code, said = house("export", "acme.xlsx", "--replace", "1", "--not-imported")
    assert (code, "Export 2 is" in said, "It replaces export 1." in said) == (0, True, True), said
    assert "EUR 0.00" in said


@pytest.mark.usefixtures("desk")
def test_the_command_is_installed_and_refuses_without_a_traceback(tmp_path):
    done = subprocess.run(
        [BOEKBRUG, "team", "add", "acme", "Acme bv"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_the_programs_are_listed_with_where_their_rules_come_from(desk):
    code, said = desk("programs")
    assert code == 0
    assert "winbooks" in said
    assert "journal_csv" in said


def test_too_many_presses_in_a_minute_are_refused_in_one_sentence(house):
    answers = [house("check", "acme.xlsx", *SUMMER) for _ in range(7)]
    code, told = answers[-1]
    assert (code, [one for one, _ in answers[:6]]) == (1, [0] * 6)
    assert re.fullmatch(
        "Error: Pressed 7 times in a minute, allowed: 6. The last answer is in tab Start; try "
        "again in [0-9]+ seconds.",
        told,
    )
