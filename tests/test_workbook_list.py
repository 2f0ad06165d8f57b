"""`boekbrug workbook list`: the files of a team with the ids by which commands know them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from connect_support import ACME, KEY, ZETA, Place
from example_firm import EXAMPLE
from export_support import NOW
from records_support import dossier

from boekbrug.server.commands import main
from boekbrug.server.records.entries import Run, WorkbookEntry
from boekbrug.server.workflow.attaching import Attachment, attach

BRUSSELS = ZoneInfo("Europe/Brussels")
Listed = Callable[..., tuple[int, str]]


@pytest.fixture
def listed(place: Place, monkeypatch: pytest.MonkeyPatch) -> Listed:
    """The command beside the house; returns how it ends and what it prints."""
    for name in ("DATABASE_URL", "PORT", "HOST", "GOOGLE_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SECRET_KEY", KEY)
    monkeypatch.setenv("DATA_DIR", str(place.service.settings.data_directory))

    def list_(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ("workbook", "list", *arguments), catch_exceptions=False)
        return done.exit_code, done.output.rstrip()

    return list_


def checked(place: Place, entry: WorkbookEntry) -> Run:
    return place.run(place.press(entry.id, place.token()))


def test_a_sheet_is_listed_with_its_id_as_soon_as_it_is_connected(listed: Listed, place: Place):
    sheet = place.sheet()
    entry = place.connected(sheet, place.code())
    shown = [
        f"{entry.id}  Sales 2026",
        "    acme/winbooks, google-sheet, connected",
        f"    https://docs.google.com/spreadsheets/d/{sheet.id}",
        "    last run: none",
    ]
    assert listed("acme") == (0, "\n".join(shown))
    run = checked(place, entry)
    at = f"{run.created_at.astimezone(BRUSSELS):%Y-%m-%d %H:%M}"
    shown[-1] = f"    last run: {at}, check, done, {run.code}"
    assert listed(ACME) == (0, "\n".join(shown))


def test_copies_are_listed_with_what_they_may_do(listed: Listed, place: Place):
    first = place.sheet()
    place.connected(first, place.code(), title="Sales 2026")
    place.connected(place.copy_of(first), place.code(), title="Sales 2027", copy="continues")
    place.connected(place.copy_of(first), place.code(), title="To try", copy="test")
    code, said = listed("acme")
    standing = [line.strip() for line in said.splitlines() if "google-sheet" in line]
    assert (code, standing) == (
        0,
        [
            'acme/winbooks, google-sheet, connected, "Sales 2027" goes on from it and exports',
            "acme/winbooks, google-sheet, connected",
            "acme/winbooks, google-sheet, connected, a test copy that never exports",
        ],
    )


def test_a_file_is_listed_with_where_it_is(listed: Listed, place: Place, tmp_path: Path):
    path = shutil.copy(EXAMPLE, tmp_path / "acme.xlsx")
    attachment = Attachment(
        dossier_key=ACME, location=str(path), folder=str(tmp_path), confirmed_by="Acme bv"
    )
    entry = attach(place.service.records, place.service.outside, attachment).entry
    assert listed("acme")[1].splitlines() == [
        f"{entry.id}  acme.xlsx",
        "    acme/winbooks, xlsx, attached",
        f"    {path}",
        "    last run: none",
    ]


OTHERS = ("acme/journal", "acme-group/winbooks", ZETA)


@pytest.mark.parametrize(
    ("whose", "shown"),
    [
        (ACME, [ACME]),
        ("acme", ["acme/journal", ACME]),
        ("", ["acme/journal", ACME, "acme-group/winbooks", ZETA]),
    ],
)
def test_the_workbooks_of_others_are_not_shown(
    listed: Listed, place: Place, whose: str, shown: list[str]
):
    register = place.service.records.register
    register.add_team("acme-group", "Acme group nv", now=NOW)
    register.add_dossier(dossier("acme/journal"), now=NOW)
    register.add_dossier(dossier("acme-group/winbooks"), now=NOW)
    keys = {key: place.connected(place.sheet(), place.code(key)).id for key in (ACME, *OTHERS)}
    code, said = listed(*filter(None, [whose]))
    ids = [line.partition(" ")[0] for line in said.splitlines() if not line.startswith(" ")]
    assert (code, ids) == (0, [keys[key] for key in shown])


def test_a_team_or_dossier_without_a_workbook_says_so(listed: Listed, place: Place):
    place.connected(place.sheet(), place.code(ACME))
    none = "No workbook yet: boekbrug workbook attach, or boekbrug connect-code."
    assert listed("zeta") == listed(ZETA) == (0, none)


@pytest.mark.parametrize(
    ("whose", "noun"), [("ac", "Team"), ("ac/winbooks", "Dossier"), ("acme/", "Dossier")]
)
def test_a_team_or_dossier_that_is_not_there_is_refused(listed: Listed, whose: str, noun: str):
    assert listed(whose) == (1, f'{noun}: found "{whose}", needed one that was added before.')
