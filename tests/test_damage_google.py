"""What a Google Sheet tells only in the look before the write stands in tab Check all the same."""

from dataclasses import replace

import pytest
from connect_support import Place
from example_firm import EXAMPLE
from google_emulator.a1 import Box
from google_emulator.grid import Sheet
from google_sheets_support import Formula, GoogleSheet, emulated
from test_google_calls import RUN, done

from boekbrug.server.records.entries import Action, RunState


@pytest.fixture
def example(place: Place) -> tuple[Place, GoogleSheet]:
    """The example firm in a Google Sheet, connected."""
    place = replace(place, empty_sheet=EXAMPLE)
    sheet = place.sheet()
    place.connected(sheet, place.code(keeps_numbers=True))
    return place, sheet


def columns(tab: Sheet) -> dict[str, int]:
    """Return the columns of a tab, from 0, by their headers."""
    return {str(cell.value): column for (row, column), cell in tab.cells.items() if row == 0}


def checked(sheet: GoogleSheet) -> list[str]:
    """Return what tab Check says of the shape of the tabs."""
    cells = sheet.tab("Check").cells
    texts = [
        [str(cell.value) for column in range(4) if (cell := cells.get((row, column)))]
        for row in range(1, max(row for row, _ in cells) + 1)
    ]
    told = [" | ".join(row) for row in texts]
    return [text for text in told if "read: like" in text or "merged" in text or "formula" in text]


def test_the_shape_of_a_google_sheet_is_told_within_the_four_calls(
    example: tuple[Place, GoogleSheet],
):
    _, sheet = example
    tab = sheet.tab("Invoices")
    at = columns(tab)
    tab.dimensions["ROWS"] |= {2: {"hiddenByUser": True}, 4: {"hiddenByFilter": True}}
    tab.dimensions["COLUMNS"][at["Description"]] = {"hiddenByUser": True}
    tab.merges.append(Box(5, 7, at["Customer"], at["Customer"] + 1))
    tab.cells[3, at["State"]] = emulated(Formula("=1+1"))
    run, calls = done(*example, Action.CHECK)
    assert (run.state, calls) == (RunState.DONE, RUN)
    assert checked(sheet) == [
        "Good to know | Invoices, rows 6 and 7, Customer | merged cells (E6:E7) | every cell by "
        "itself",
        "Good to know | Invoices, row 4, State | a formula | what the server writes here",
        "Good to know | Invoices, Description | a hidden column | read: like any other",
        "Good to know | Invoices, row 3 | a hidden row | read: like any other",
    ]


def test_a_shape_that_is_right_again_is_told_no_longer(example: tuple[Place, GoogleSheet]):
    _, sheet = example
    sheet.tab("Invoices").dimensions["ROWS"][2] = {"hiddenByUser": True}
    done(*example, Action.CHECK)
    assert len(checked(sheet)) == 1
    sheet.tab("Invoices").dimensions["ROWS"].clear()
    done(*example, Action.CHECK)
    assert checked(sheet) == []
