"""What a run tells the rows of people, wherever they stand by now."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import MARCH
from example_firm import DOSSIER
from export_support import NOW

from boekbrug.server.records.entries import (
    Action,
    DocumentDetail,
    ProblemDetail,
    Run,
    RunRequest,
    RunState,
)
from boekbrug.server.workbook.cells import Cells, Changes, Tab
from boekbrug.server.workbook.layout import find_layout
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workflow import sheet
from boekbrug.server.workflow.review import Report
from boekbrug.server.workflow.sheet import sheet_changes

HEADERS = ("Number", "Kind", "Date", "Customer", "Net", "VAT", "State", "Problem")
STATE, PROBLEM = 7, 8
FIRST = ("2026/1", "invoice", date(2026, 10, 1), "Garage", 100, "21", None, None)
SECOND = ("2026/2", "invoice", date(2026, 10, 2), "Garage", 200, "22", "new", "old")
UNNUMBERED = (None, None, date(2026, 10, 3), "Garage", 12.5, None, None, None)
ROWS = (HEADERS, FIRST, SECOND, UNNUMBERED)
UNNUMBERED_KEY = {"Date": "2026-10-03", "Customer": "Garage", "Net": "12.5"}
RUN = Run(
    id="1",
    code="R-7F3KQ9",
    workbook_id="1",
    dossier_id=1,
    action=Action.CHECK,
    request=RunRequest(period=MARCH),
    pressed_by="An",
    state=RunState.RUNNING,
    stage="",
    percent=85,
    sentence="2 things to fix.",
    result={},
    created_at=NOW,
    ended_at=None,
    batch_id=None,
)


def document(row: int, number: str, state: str) -> DocumentDetail:
    return DocumentDetail(
        row=row,
        number=number,
        kind="invoice",
        issued_on="",
        customer="",
        net=Decimal(0),
        vat=Decimal(0),
        gross=Decimal(0),
        state=state,
        selected=True,
        reason="",
        batch=0,
        exported_on="",
        digest="",
        key={"Number": number, "Kind": "invoice"},
    )


def problem(row: int, key: dict[str, str], column: str = "VAT", **given: Any) -> ProblemDetail:
    finding = f"found nothing in {column}."
    known = {"weight": "blocking", "tab": "Invoices", "found": "", "allowed": "", "cure": ""}
    values = {**known, "sentence": "", "finding": finding, "keys": (key,), **given}
    return ProblemDetail(rows=(row,), column=column, **values)


def told(
    rows: Any, *documents: DocumentDetail, problems: tuple[ProblemDetail, ...] = ()
) -> Changes:
    """Return what a run that remembers these writes into the invoices as they stand now."""
    report = Report(
        run=RUN,
        dossier=DOSSIER,
        team="Acme bv",
        workbook_id="1",
        told_at=NOW,
        page_url="",
        documents=documents,
        problems=problems,
        exports=(),
        wallet=(),
        balance=Decimal(0),
        external_ids={},
        exported_customers=frozenset(),
        highest_external_id="",
        language="en",
    )
    width = max(map(len, rows))
    filled = [(*row, *[None] * (width - len(row))) for row in rows]
    cells = Cells((Tab("Invoices", tuple(map(list, zip(*filled, strict=True)))),))
    layout, _ = find_layout(cells, schemas_for(()))
    return sheet_changes(cells, layout, report)


def states(changes: Changes) -> dict[int, str]:
    return {one.row: one.texts[STATE] for one in changes.rows if STATE in one.texts}


def notes(changes: Changes) -> dict[tuple[int, int], str]:
    [only] = changes.notes
    return dict(only.texts)


DONE = document(2, "2026/1", "exported")


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (ROWS, 2),
        ((HEADERS, SECOND, UNNUMBERED, FIRST), 4),
        ((HEADERS, ("2026/0", "invoice"), FIRST, SECOND), 3),
        ((HEADERS, (), FIRST, SECOND), 3),
        ((("Title",), (), HEADERS, FIRST), 4),
        ((("Nummer", "Soort", "Datum", *HEADERS[3:]), SECOND, FIRST), 3),
        ((HEADERS, SECOND, FIRST), 3),
    ],
    ids=["still there", "sorted", "inserted", "empty row", "moved down", "renamed", "deleted"],
)
def test_a_row_is_found_by_its_number_and_kind_wherever_it_stands(rows: Any, row: int):
    assert states(told(rows, DONE)) == {row: "exported"}


@pytest.mark.parametrize(
    "rows",
    [
        (HEADERS, SECOND, UNNUMBERED),
        (HEADERS, SECOND, FIRST, FIRST),
        (("No longer a number", *HEADERS[1:]), FIRST, SECOND),
    ],
    ids=["gone", "doubled", "header renamed"],
)
def test_a_row_that_nobody_can_tell_is_left_alone(rows: Any):
    assert states(told(rows, document(9, "2026/1", "exported"))) == {}


def test_a_row_that_still_reads_the_same_is_taken_though_another_does_too():
    assert states(told((HEADERS, FIRST, FIRST), document(3, "2026/1", "to fix"))) == {3: "to fix"}


def test_of_doubled_rows_each_keeps_its_own_and_one_that_is_left_gets_neither():
    doubled = document(2, "2026/1", "to fix"), document(3, "2026/1", "on hold")
    assert states(told((HEADERS, FIRST, FIRST), *doubled)) == {2: "to fix", 3: "on hold"}
    assert states(told((HEADERS, SECOND, UNNUMBERED, FIRST), *doubled)) == {}


def test_a_row_without_a_number_gets_its_problem_only_while_it_reads_as_it_did():
    found = problem(4, UNNUMBERED_KEY, "Number")
    [change] = [one for one in told(ROWS, problems=(found,)).rows if one.row == 4]
    assert change.texts == {PROBLEM: "Number: found nothing in Number."}
    typed = (*UNNUMBERED[:4], 13, *UNNUMBERED[5:])
    assert all(
        one.row != 4 for one in told((HEADERS, FIRST, SECOND, typed), problems=(found,)).rows
    )


def test_an_old_problem_goes_and_several_of_one_row_stand_behind_each_other():
    key = {"Number": "2026/1", "Kind": "invoice"}
    changes = told(ROWS, problems=(problem(2, key), problem(2, key, "Net")))
    assert {one.row: one.texts for one in changes.rows} == {
        2: {PROBLEM: "VAT: found nothing in VAT. Net: found nothing in Net."},
        3: {PROBLEM: ""},
    }


def test_a_cell_that_reads_so_already_is_left_alone():
    assert told((HEADERS, (*FIRST[:6], "new")), document(2, "2026/1", "new")).rows == ()


def test_a_note_stands_on_the_cell_that_is_wrong_where_its_row_is_now():
    key = {"Number": "2026/2", "Kind": "invoice"}
    found = (problem(3, key), problem(3, key), problem(3, key, "Nowhere"))
    assert notes(told((HEADERS, SECOND, FIRST), problems=found)) == {
        (2, 6): "found nothing in VAT. found nothing in VAT."
    }


def test_a_header_in_another_language_gets_its_notes_too():
    dutch = ("Nummer", "Soort", "Datum", "Klant", "Netto", "Btw")
    key = {"Number": "2026/1", "Kind": "invoice"}
    assert (2, 6) in notes(told((dutch, FIRST[:6]), problems=(problem(2, key, "Btw"),)))


def test_what_is_good_to_know_and_what_is_wrong_elsewhere_gets_no_note():
    key = {"Number": "2026/1", "Kind": "invoice"}
    found = (problem(2, key, weight="warning"), problem(2, key, tab="Customers"))
    changes = told(ROWS, problems=found)
    assert notes(changes) == {}
    assert all(not one.texts.get(PROBLEM) for one in changes.rows)


def test_a_tab_with_more_wrong_cells_than_anybody_reads_has_that_many_notes(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(sheet, "NOTES_MAX", 1)
    found = (
        problem(2, {"Number": "2026/1", "Kind": "invoice"}),
        problem(3, {"Number": "2026/2", "Kind": "invoice"}),
    )
    assert list(notes(told(ROWS, problems=found))) == [(2, 6)]
