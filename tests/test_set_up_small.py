"""Set-up of a sheet whose tabs are short, or hold something else."""

import pytest
from google_emulator.google import Google
from google_sheets_support import google_sheet
from set_up_support import rows
from test_set_up_dutch import first, set_up

from boekbrug.adapters.google import set_up as planning
from boekbrug.adapters.google.client import GoogleClient
from boekbrug.server.workbook.spoken_sheet import spoken
from boekbrug.server.workflow.ports import SetUpDone


@pytest.fixture(autouse=True)
def _short_tabs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(planning, "ROWS_OF_A_NEW_TAB", 40)


def test_a_tab_that_is_too_short_grows_and_one_with_other_things_is_left_alone(
    google: Google, client: GoogleClient
):
    tabs = {
        "Instellingen": (("Instelling", "Waarde"),),
        "Btw": (("Code", "Tarief %"),),
        "Regels": (("ours", "alone"),),
    }
    sheet = google_sheet(google, tabs)
    for title in tabs:
        sheet.tab(title).resize(3, 4)
    set_up(sheet, client)
    assert [len(rows(sheet.tab(title))) for title in tabs] == [29, 11, 1]
    assert set_up(sheet, client) == SetUpDone((), "nl")


def test_the_line_above_the_accountants_settings_is_not_added_alone(
    google: Google, client: GoogleClient
):
    [told] = (tab for tab in spoken(first(), "nl") if tab.name == "Settings")
    kept = [row for row in told.rows if row[0] != "Voor de boekhouder"]
    header = [column.header for column in told.columns]
    sheet = google_sheet(google, {told.title: (header, *kept)})
    set_up(sheet, client)
    assert "Voor de boekhouder" not in {row[0] for row in rows(sheet.tab(told.title))}
