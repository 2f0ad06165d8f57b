"""The command line on Google Sheets: what their buttons do, typed by whoever runs the server."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from connect_support import KEY, Place
from example_firm import EXAMPLE
from export_support import NOW
from google_emulator_support import PERSON
from google_sheets_support import GoogleSheet

from boekbrug.adapters.google.house import GoogleHouse
from boekbrug.server.assembly import assemble
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.commands import house as commands_house
from boekbrug.server.commands import main
from boekbrug.server.records.entries import Action, RunRequest, WorkbookEntry

SUMMER = ("--from", "2026-07-01", "--to", "2026-09-30")
Typed = Callable[..., tuple[int, str]]


@pytest.fixture
def typed(
    place: Place, google_house: GoogleHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Typed:
    """The command line beside the house; returns how a command ends and what it prints."""
    variables = {"SECRET_KEY": KEY, "PUBLIC_URL": "https://books.example", "COLUMNS": "300"}
    for name in ("DATABASE_URL", "DATA_DIR", "PORT", "HOST", "GOOGLE_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(commands_house, "assemble", partial(assemble, google=google_house))
    place.service.engine.migrate()

    def type_(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, arguments, catch_exceptions=False)
        return done.exit_code, done.output.strip()

    return type_


@dataclass(frozen=True)
class Firm:
    """The example firm's sheet at Google, connected, without a folder."""

    sheet: GoogleSheet
    entry: WorkbookEntry


@pytest.fixture
def firm(place: Place) -> Firm:
    sheet = replace(place, empty_sheet=EXAMPLE).sheet()
    return Firm(sheet, place.connected(sheet, place.code(keeps_numbers=True)))


def test_a_connected_sheet_is_checked_rehearsed_and_exported_by_its_id(
    typed: Typed, place: Place, firm: Firm, tmp_path: Path
):
    place.service.records.wallet.top_up("acme", Decimal("25.00"), "first payment", now=NOW)
    code, said = typed("check", firm.entry.id, *SUMMER)
    assert code == 0
    assert "103 invoices, 9 credit notes; an export costs EUR 12.36. Nothing is wrong." in said

    code, said = typed("rehearse", firm.entry.id, *SUMMER)
    rehearsal = "REHEARSAL 2026-07 to 2026-09 WinBooks Acme bv.zip"
    assert (code, said.splitlines()[-1]) == (0, rehearsal)
    assert (tmp_path / rehearsal).exists()

    code, said = typed("export", firm.entry.id, *SUMMER)
    assert code == 0
    assert "Export 1 is ready: 103 invoices, 9 credit notes. It cost EUR 12.36." in said
    assert re.search(
        r"https://books\.example/runs/\S+/page\?\S+: "
        r"2026-07 to 2026-09 Export 1 WinBooks Acme bv\.zip\n",
        said,
    )


def test_a_connected_sheet_is_set_up_by_its_id(typed: Typed, place: Place):
    entry = place.connected(place.sheet(), place.code())
    code, said = typed("set-up", entry.id)
    assert (code, said.partition(": ")[0]) == (0, "Klaargezet")
    code, said = typed("set-up", entry.id)
    assert (code, said.splitlines()[0]) == (0, "Alles staat er: er is niets gewijzigd.")


def test_a_check_that_somebody_pressed_is_waited_for(typed: Typed, place: Place, firm: Firm):
    pressed = place.service.office.press(
        firm.entry,
        Action.CHECK,
        RunRequest(period=Period(date(2026, 7, 1), date(2026, 9, 30))),
        webhook_id="press_of_an",
        body_digest="b",
        pressed_by=PERSON,
    )
    code, said = typed("check", firm.entry.id, *SUMMER)
    waited = f"{pressed.run.code} of {PERSON} is under way: waiting for it."
    assert (code, said.splitlines()[0]) == (0, waited)
    assert said.splitlines()[-1] == f"Question? Quote {pressed.run.code}"
