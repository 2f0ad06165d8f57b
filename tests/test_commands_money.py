"""The commands about money: what they print, what they write, how they end."""

import csv
import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from command_support import OWNER, typed
from example_firm import EXAMPLE

ATTACH = ("workbook", "attach", "acme.xlsx", "--dossier", "acme/winbooks", "--folder", "files")
SUMMER = ("--from", "2026-07-01", "--to", "2026-09-30")
MONTH = f"{datetime.now(UTC):%Y-%m}"


@pytest.fixture
def house(empty_desk: Path) -> Path:
    """A folder with a team, its example workbook and EUR 20.00."""
    shutil.copy(EXAMPLE, empty_desk / "acme.xlsx")
    for command in (
        ("migrate",),
        ("team", "add", "acme", "Acme bv"),
        ("dossier", "add", "acme/winbooks", *OWNER),
        (*ATTACH, "--keep-numbers", "Acme bv"),
        ("wallet", "top-up", "acme", "20.00", "--reason", "=first payment"),
    ):
        assert typed(*command)[0] == 0
    return empty_desk


@pytest.mark.usefixtures("house")
def test_prices_are_listed_and_set_for_days_to_come():
    new = ("--kind", "invoice", "--from", "2097-01-01", "--reason", "costs rose")
    assert typed("price", "set", "0.13", *new) == (
        0,
        "From 2097-01-01 on, a document of kind invoice costs EUR 0.13.",
    )
    assert typed("price", "list")[1].splitlines() == [
        "2026-01-01  credit note   EUR 0.00",
        "2026-01-01  invoice       EUR 0.12",
        "2097-01-01  invoice       EUR 0.13",
    ]
    old = ("--kind", "credit-note", "--from", "2026-01-02", "--reason", "x")
    code, said = typed("price", "set", "0.13", *old)
    assert code == 1
    assert said.startswith("Price: found 2026-01-02, needed ")
    assert said.endswith(" or later: a price that has begun is never changed.")
    code, said = typed("price", "set", "0.125", *new)
    assert (code, said.splitlines()[-1]) == (
        2,
        'Error: AMOUNT: found "0.125", allowed: EUR like 50.00.',
    )


@pytest.mark.usefixtures("house")
def test_a_team_that_may_owe_exports_with_too_little_in_its_wallet():
    limit = ("--credit-limit", "25.00", "--reason", "pays at the end of the month")
    assert typed("team", "set", "acme", *limit) == (
        0,
        "Credit limit of acme: EUR 25.00; it was EUR 0.00.",
    )
    assert typed("team", "set", "acme", "--credit-limit", "much", "--reason", "x")[1].endswith(
        'Error: --credit-limit: found "much", allowed: EUR like 50.00.'
    )


def test_a_statement_is_shown_and_written_for_a_spreadsheet(house: Path):
    assert typed("export", "acme.xlsx", *SUMMER)[0] == 0
    code, shown = typed("wallet", "statement", "acme", "--month", MONTH)
    assert code == 0
    heading, opening, paid, exported, closing = shown.splitlines()
    assert heading == f"Acme bv, {MONTH}, in EUR"
    assert opening.split()[1:] == ["opening", "balance", "0.00"]
    assert paid.split()[1:] == ["=first", "payment", "20.00", "20.00"]
    cost = ["Export", "1", "acme/winbooks", "1", "103", "-12.36", "7.64"]
    assert exported.split()[1:] == cost
    assert closing.split() == ["closing", "balance", "7.64"]
    assert typed("wallet", "statement", "acme", "--month", MONTH, "--csv", "out.csv") == (
        0,
        f"out.csv written: 2 entries of {MONTH}.",
    )
    written = (house / "out.csv").read_bytes().decode("utf-8")
    lines = written.split("\r\n")
    assert "\n" not in "".join(lines)
    assert lines[0] == "date,what,dossier,export,invoices,amount_eur,balance_eur"
    assert lines[1:2] == [f"{MONTH}-01,opening balance,,,,,0.00"]
    assert lines[2].partition(",")[2] == "'=first payment,,,,20.00,20.00"
    assert lines[3].partition(",")[2] == "Export 1,acme/winbooks,1,103,-12.36,7.64"
    assert lines[4:] == [",closing balance,,,,,7.64", ""]
    rows = list(csv.DictReader(written.splitlines()))
    total = sum(Decimal(row["amount_eur"] or 0) for row in rows)
    assert Decimal(rows[0]["balance_eur"]) + total == Decimal(rows[-1]["balance_eur"])


@pytest.mark.usefixtures("house")
def test_a_month_and_a_zone_are_read_or_refused():
    code, said = typed("wallet", "statement", "acme", "--month", "October")
    assert (code, said.splitlines()[-1]) == (
        2,
        'Error: --month: found "October", allowed: one like 2026-10.',
    )
    asked = ("wallet", "statement", "acme", "--month", "2020-01", "--zone")
    assert typed(*asked, "Mars")[1].endswith(
        'Error: --zone: found "Mars", allowed: a time zone like Europe/Brussels.'
    )
    assert typed(*asked, "America/New_York")[1].splitlines()[1].startswith("2020-01-01")


def test_the_audit_ends_with_one_when_something_was_changed_behind_its_back(house: Path):
    assert typed("export", "acme.xlsx", *SUMMER)[0] == 0
    assert typed("audit") == (0, "Audit: teams 1, exports 1, files 1. Everything agrees.")
    database = sa.create_engine(f"sqlite:///{house / 'data' / 'boekbrug.sqlite'}")
    with database.begin() as connection:
        connection.execute(sa.text("UPDATE boekbrug_wallet_entries SET amount = amount + 1"))
    database.dispose()
    assert typed("audit") == (
        1,
        "acme/winbooks, export 1: it cost EUR 12.36, the wallet has EUR -12.35.\n"
        "Team acme: the wallet holds payments of EUR 20.01, the audit tells of EUR 20.00.\n"
        "Audit: teams 1, exports 1, files 1. Differences: 2; nothing was changed.",
    )
