"""What a Google Sheet tells only in the look before the write is told with the run all the same."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from connect_support import Place
from example_firm import EXAMPLE, SUMMER
from google_emulator.a1 import Box
from google_emulator.grid import Sheet
from google_sheets_support import LOOK, VALUES, WRITE, Formula, GoogleSheet, emulated
from test_google_calls import RUN, done

from boekbrug.server.records.entries import Action, Run, RunRequest, RunState
from boekbrug.server.workflow.export import RunSteps
from boekbrug.server.workflow.progress import Progress
from boekbrug.server.workflow.room import LinesInFlight

TO_FIX = (
    "Invoices, rows 14 and 15, Due: found merged cells (D14:D15), allowed: every cell by "
    "itself. Only the first of them has a value, the others count as empty: unmerge them and fill "
    "each."
)


@pytest.fixture
def example(place: Place) -> tuple[Place, GoogleSheet]:
    """The example firm in a Google Sheet, connected."""
    place = replace(place, empty_sheet=EXAMPLE)
    now = datetime.now(UTC)
    place.service.records.wallet.top_up("acme", Decimal("25.00"), "first payment", now=now)
    sheet = place.sheet()
    place.connected(sheet, place.code(keeps_numbers=True))
    return place, sheet


def columns(tab: Sheet) -> dict[str, int]:
    """Return the columns of a tab, from 0, by their headers."""
    return {str(cell.value): column for (row, column), cell in tab.cells.items() if row == 0}


def merge(sheet: GoogleSheet, header: str) -> None:
    """Merge the cells of rows 14 and 15, as Google does: what stood in the second is gone."""
    tab = sheet.tab("Invoices")
    column = columns(tab)[header]
    tab.merges.append(Box(13, 15, column, column + 1))
    tab.cells.pop((14, column), None)


def kept(place: Place, run: Run) -> list[str]:
    """Return what the page of a run and the sidebar show, each with its weight."""
    found = place.service.office.problems(run.id, after=0, limit=200).items
    return [f"{one.weight}: {one.sentence}" for one in found]


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
        "To fix | Invoices, rows 6 and 7, Customer | merged cells (E6:E7) | every cell by itself",
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


def test_hidden_rows_are_told_before_anybody_exports_them(example: tuple[Place, GoogleSheet]):
    place, sheet = example
    before, _ = done(*example, Action.CHECK)
    sheet.tab("Invoices").dimensions["ROWS"] |= {row: {"hiddenByUser": True} for row in (2, 3)}
    for action in (Action.CHECK, Action.EXPORT):
        run, calls = done(*example, action)
        assert (run.state, calls) == (RunState.DONE, RUN)
        assert run.result["warnings"] == before.result["warnings"] + 1
        assert (
            "warning: Invoices, rows 3 and 4: found hidden rows, read: like any other. Show them, "
            "or tick Hold."
        ) in kept(place, run)
    assert run.sentence.startswith("Export 1 is ready: ")


def test_a_check_says_in_its_sentence_what_only_the_look_told(example: tuple[Place, GoogleSheet]):
    place, sheet = example
    before, _ = done(*example, Action.CHECK)
    sheet.tab("Invoices").dimensions["ROWS"][2] = {"hiddenByUser": True}
    run, _ = done(*example, Action.CHECK)
    assert before.sentence.endswith(" Nothing is wrong. 6 things good to know: see tab Check.")
    assert run.sentence == before.sentence.replace("6 things", "7 things")
    assert run.sentence in {cell.value for cell in sheet.tab("Start").cells.values()}
    merge(sheet, "Due")
    run, _ = done(*example, Action.CHECK)
    assert run.sentence == "1 thing to fix in 2 rows: see tab Check."
    assert (run.result["blocking"], run.result["warnings"]) == (1, 7)
    assert kept(place, run)[0] == f"blocking: {TO_FIX}"


def test_merged_cells_over_data_stop_the_next_export_for_one_call_more(
    example: tuple[Place, GoogleSheet],
):
    place, sheet = example
    done(*example, Action.CHECK)
    merge(sheet, "Due")
    _, calls = done(*example, Action.CHECK)
    assert calls == RUN
    run, calls = done(*example, Action.EXPORT)
    assert calls == [LOOK, VALUES, VALUES, LOOK, WRITE]
    assert (run.state, run.sentence) == (
        RunState.REFUSED,
        f"{TO_FIX} Nothing was exported, numbered or charged.",
    )
    assert kept(place, run)[0] == f"blocking: {TO_FIX}"
    sheet.tab("Invoices").merges.clear()
    run, calls = done(*example, Action.EXPORT)
    assert (run.state, calls) == (RunState.DONE, [LOOK, *RUN])
    assert done(*example, Action.CHECK)[1] == RUN


def test_an_export_that_nobody_checked_tells_the_merged_cells_after_it(
    example: tuple[Place, GoogleSheet],
):
    place, sheet = example
    done(*example, Action.CHECK)
    merge(sheet, "Due")
    run, calls = done(*example, Action.EXPORT)
    assert (run.state, calls) == (RunState.DONE, RUN)
    assert kept(place, run)[-1] == f"warning: {TO_FIX}"


def test_a_cell_that_a_merge_emptied_and_that_is_needed_stops_even_that_export(
    example: tuple[Place, GoogleSheet],
):
    place, sheet = example
    done(*example, Action.CHECK)
    merge(sheet, "Customer")
    run, _ = done(*example, Action.EXPORT)
    assert run.state is RunState.REFUSED
    told = kept(place, run)
    assert [one for one in told if "Invoices, row 15, Customer: found nothing, allowed: " in one]
    assert [one for one in told if one.startswith("blocking: ") and "merged cells" in one]


def test_a_formula_in_a_column_of_the_server_stays_and_nothing_of_the_export_is_lost(
    example: tuple[Place, GoogleSheet],
):
    place, sheet = example
    tab = sheet.tab("Invoices")
    at = columns(tab)
    tab.cells[13, at["Exported on"]] = emulated(Formula("=1+1"))
    tab.cells[14, at["State"]] = emulated(Formula("=1+1"))
    run, _ = done(*example, Action.EXPORT)
    assert run.state is RunState.DONE
    cells = sheet.tab("Invoices").cells
    assert [cells[row, at["Export"]].value for row in (14, 15)] == ["1", "1"]
    assert cells[13, at["Exported on"]].formula == cells[14, at["State"]].formula == "=1+1"
    assert [one.partition(": found")[0] for one in kept(place, run)][-2:] == [
        "warning: Invoices, row 15, State",
        "warning: Invoices, row 14, Exported on",
    ]
    again, _ = done(*example, Action.EXPORT)
    assert again.batch_id is None


def test_a_formula_that_claims_an_export_is_asked_about(example: tuple[Place, GoogleSheet]):
    place, sheet = example
    tab = sheet.tab("Invoices")
    at = columns(tab)
    tab.cells[13, at["Export"]] = emulated(Formula("=1+1"))
    run, _ = done(*example, Action.EXPORT)
    assert run.state is RunState.REFUSED
    [asked] = [one for one in kept(place, run) if one.startswith("blocking: ")]
    assert asked.startswith("blocking: Invoices, row 14, Export: found 2, but the server knows no")
    assert sheet.tab("Invoices").cells[13, at["Export"]].formula == "=1+1"


def test_a_write_that_is_repeated_tells_the_shape_once(example: tuple[Place, GoogleSheet]):
    place, sheet = example
    done(*example, Action.CHECK)
    sheet.tab("Invoices").dimensions["ROWS"][2] = {"hiddenByUser": True}
    entry = place.service.records.register.workbook_at(sheet.id)
    assert entry is not None
    run = place.service.office.press(
        entry,
        Action.CHECK,
        RunRequest(period=SUMMER),
        webhook_id="again",
        body_digest="again",
        pressed_by="An",
    ).run
    steps = RunSteps(place.service.records, place.service.outside, LinesInFlight(10**6))
    steps.make(run.id)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Progress, "end", broken)
        with pytest.raises(RuntimeError):
            steps.write_back(run.id)
    steps.write_back(run.id)
    ended = place.service.records.runs.run(run.id)
    assert ended is not None
    assert (ended.state, ended.result["warnings"]) == (RunState.DONE, 7)
    assert len(kept(place, ended)) == 7


def broken(*_: object) -> None:
    raise RuntimeError("the process ends here")
