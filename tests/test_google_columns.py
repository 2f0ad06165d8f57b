"""A column that is added to a Google Sheet: in its place, dressed, nothing of people's moved."""

import pytest
from google_emulator.google import Google
from google_sheets_support import Rows
from set_up_support import PROGRAMS, choices, rows, small

from boekbrug.adapters.google.client import GoogleClient, SheetsClient
from boekbrug.adapters.google.setting_up import GoogleSetUp
from boekbrug.server.workflow.ports import UnreachableError


def test_a_column_that_the_first_sheet_lacks_is_added_by_its_name(
    google: Google, client: GoogleClient
):
    sheet = small(google, {"Lines": (("Invoice", "Problem"), ("2026/1", None))})
    adder = GoogleSetUp(SheetsClient(client), sheet.id, programs=PROGRAMS)
    assert adder.add_column("Lines", "Kind", "en").steps[0] == "Lines: column Kind added"
    assert rows(sheet.tab("Lines"))[0] == ["Invoice", "Kind", "Problem"]
    assert adder.add_column("Lines", "Kind", "en").steps == ()
    with pytest.raises(ValueError, match="Lines has no column Colour"):
        adder.add_column("Lines", "Colour", "en")


def test_a_column_of_people_comes_dressed_and_moves_nothing_that_was_typed(
    google: Google, client: GoogleClient
):
    header = ("Nummer", "Onze nota", "Probleem")
    sheet = small(google, {"Facturen": (("ours", None, None), header, ("2026/1", "belt", "x"))})
    adder = GoogleSetUp(SheetsClient(client), sheet.id, programs=PROGRAMS)
    adder.add_column("Invoices", "Kind", "en")
    adder.add_column("Invoices", "Due", "en")
    tab = sheet.tab("Facturen")
    assert rows(tab) == [
        ["ours", None, None, None, None],
        ["Nummer", "Onze nota", "Soort", "Vervaldatum", "Probleem"],
        ["2026/1", "belt", None, None, "x"],
    ]
    assert choices(tab, (2, 2)) == ["factuur", "creditnota"]
    assert tab.peek(1, 3).note == (
        "Wanneer het betaald moet zijn; leeg: volgens de betalingstermijn van de klant."
    )
    assert tab.peek(2, 3).number_format == {"type": "DATE", "pattern": "yyyy-mm-dd"}


@pytest.mark.parametrize(
    ("tabs", "sentence"),
    [
        ({"Blad1": ()}, "This file: found no tab Lines, needed one. "),
        ({"Regels": (("Some", "text"),)}, "Regels: found no row of headers, needed one. "),
    ],
)
def test_a_column_needs_a_tab_and_its_headers(
    google: Google, client: GoogleClient, tabs: dict[str, Rows], sentence: str
):
    adder = GoogleSetUp(SheetsClient(client), small(google, tabs).id, programs=PROGRAMS)
    with pytest.raises(UnreachableError) as refused:
        adder.add_column("Lines", "Kind", "en")
    assert refused.value.sentence == (
        f"{sentence}Press Bookkeeping > Repair tabs and formats, then add the column."
    )
