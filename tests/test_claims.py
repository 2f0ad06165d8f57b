"""Rows that claim an export of which the records know nothing: copies, and what is asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import YEAR, booked, customer, document, history, key, line
from bookkeeping_support import said as sentences
from crediting_support import credit, exported_then
from crediting_support import sheet as credits_sheet
from touched_support import DAY, HEADERS, NEW, PAST, RIGHT, TWO, plan_of, sheet, told

from boekbrug.server.bookkeeping.facts import facts_of
from boekbrug.server.bookkeeping.model import UnreadableRow
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.terms import Kind
from boekbrug.server.bookkeeping.told import RowTold, SheetTold


def test_a_copy_of_a_row_is_taken_as_new_and_told_by_its_likeliest_original():
    alike = replace(TWO[1], description="Painting")
    plan = plan_of(sheet({9: RIGHT}, NEW, documents=(TWO[0], alike)))
    assert sentences(plan.warnings) == [
        "Invoices, row 9, Export: found 3, but export 3 does not hold this number; the row looks "
        "like a copy of row 3, taken: as new, and what was copied into the server's columns is "
        "emptied. Is it no document of its own? Then delete the row."
    ]
    assert plan.batch
    assert [one.number for one in plan.batch.documents] == ["2026/20"]


def test_of_two_rows_that_are_as_like_the_nearer_one_is_the_original():
    copies = sheet({1: RIGHT, 9: RIGHT}, NEW, replace(NEW, origin=Origin("Invoices", 1)))
    originals = [text.partition("a copy of ")[2][:5] for text in told(copies)]
    assert originals == ["row 2", "row 3"]


def test_a_row_that_is_like_none_may_be_a_copy_of_any():
    others = [replace(one, customer="Zorro") for one in TWO]
    stranger = replace(NEW, issued_on=date(2026, 3, 20))
    zorro = customer("Zorro", row=3, external_id="100001")
    typed = sheet(
        {9: RIGHT},
        stranger,
        documents=others,
        customers=[customer(external_id="100000"), zorro],
    )
    past = replace(PAST, external_ids={"100000": "Dejavu", "100001": "Zorro"})
    past = replace(
        past, exported={k: replace(v, external_id="100001") for k, v in past.exported.items()}
    )
    (found,) = told(typed, past)
    assert "looks like a copy of one that it does hold, taken:" in found


def test_the_day_of_an_export_claims_it_too():
    (found,) = told(sheet({9: replace(RIGHT, export="")}, NEW))
    assert found.startswith(
        "Invoices, row 9, Exported on: found 1 April 2026, but the export of that day does not "
        "hold this number; the row looks like a copy of row 3, taken: as new"
    )


def test_a_document_whose_number_was_changed_after_its_export_is_asked_for():
    renumbered = replace(TWO[1], number="2026/91", key=key("2026/91"))
    plan = plan_of(sheet({}, documents=(TWO[0], renumbered)))
    assert sentences(plan.blocking) == [
        "Invoices, row 3, Export: found 3 for invoice 2026/91 of 16 March 2026; export 3 holds "
        "invoice 2026/19 of 16 March 2026 with the same customer and amounts, which has no row, "
        "allowed: what was exported. Make it invoice 2026/19 of 16 March 2026 again: as another "
        "document it would be booked and charged twice. Is it really another one? Then empty "
        "Exported on and Export."
    ]
    assert sentences(plan.warnings) == []  # that 2026/19 is gone is the same mistake


def test_a_document_whose_kind_was_changed_after_its_export_is_asked_for_too():
    turned = document("CN2026/19", row=3, kind=Kind.CREDIT_NOTE, credits=(key("2026/18"),))
    plan = plan_of(sheet({}, documents=(TWO[0], turned)))
    (found,) = [text for text in sentences(plan.blocking) if "Make it" in text]
    assert "found 3 for credit note CN2026/19 of 16 March 2026; export 3 holds invoice" in found


def _of(amount: str, **given: Any) -> Any:
    return replace(
        PAST.exported[key("2026/18")],
        **{"net": Decimal(amount), "vat": Decimal(amount) * 21 / 100} | given,
    )


def test_numbers_that_were_shifted_a_row_down_make_no_other_document_of_the_last_one():
    exports = {key("2026/18"): _of("100"), key("2026/19"): _of("200")}
    inserted = document("2026/18", line("55.00"), row=2)
    shifted = [
        document("2026/19", line("100.00"), row=3),
        document("2026/20", line("200.00"), row=4),
    ]
    typed = sheet({2: RowTold(), 4: RIGHT}, documents=(inserted, *shifted))
    plan = plan_of(typed, replace(PAST, exported=exports))
    assert sentences(plan.blocking) == [
        "Invoices, row 4, Export: found 3 for invoice 2026/20 of 16 March 2026; export 3 holds "
        "invoice 2026/19 of 16 March 2026 with the same customer and amounts, and row 3 with that "
        "number says something else, allowed: what was exported. Make it invoice 2026/19 of 16 "
        "March 2026 again: as another document it would be booked and charged twice. Is it really "
        "another one? Then empty Exported on and Export."
    ]


def test_a_copy_for_another_day_of_a_row_whose_amount_was_changed_since_is_still_a_copy():
    original = document("2026/19", line("55.00"), row=3)
    copy = document("2026/20", row=9, issued_on=date(2026, 3, 20))
    plan = plan_of(sheet({9: RIGHT}, copy, documents=(TWO[0], original)))
    assert plan.blocking == ()
    assert "looks like a copy of row 2" in sentences(plan.warnings)[-1]


def test_a_copy_of_a_row_whose_words_were_changed_since_is_still_a_copy():
    facts = facts_of(booked(TWO[1], customers=[customer(external_id="100000")]))
    exports = {key("2026/19"): _of("100", facts=facts)}
    original = replace(TWO[1], description="Painting")
    copy = document("2026/20", row=9)
    plan = plan_of(sheet({9: RIGHT}, copy, documents=(original,)), replace(PAST, exported=exports))
    assert plan.blocking == ()
    assert "looks like a copy of row 3" in sentences(plan.warnings)[-1]


def test_an_exported_row_that_cannot_be_booked_by_now_may_be_the_original_of_a_copy():
    exports = {key("2026/19"): _of("100")}
    original = replace(TWO[1], issued_on=date(2031, 3, 16))
    typed = sheet({9: RIGHT}, document("2026/20", row=9), documents=(original,))
    plan = plan_of(typed, replace(PAST, exported=exports))
    assert "looks like a copy of" in sentences(plan.warnings)[-1]


def test_a_credit_note_whose_number_was_changed_is_known_by_what_was_typed():
    invoice, note = document("2026/1", line("100.06")), credit("CN2026/1", "50.03")
    kept = document("2026/2", row=9)
    past = exported_then([invoice], [invoice, note, kept])
    claims = replace(RIGHT, export="2")
    told_so = {Origin("Invoices", row): claims for row in (3, 9)}
    typed = credits_sheet(
        *(invoice, credit("CN2026/8", "50.03", row=3), kept), told=SheetTold(HEADERS, told_so)
    )
    plan = plan_of(typed, past, period=YEAR)
    (asked,) = sentences(plan.blocking)
    assert "found 2 for credit note CN2026/8 of 10 April 2026; export 2 holds credit note " in asked


@pytest.mark.parametrize("other", ["amounts", "customer"])
def test_a_copy_is_not_taken_for_another_document_that_is_gone(other: str):
    gone = replace(PAST.exported[key("2026/19")], net=Decimal(70), vat=Decimal("14.70"))
    if other == "amounts":
        gone = replace(gone, vat=Decimal(0))
    else:
        gone = replace(gone, external_id="100001")
    past = replace(
        PAST,
        exported={**PAST.exported, key("2026/19"): gone},
        external_ids={"100000": "Dejavu", "100001": "Zorro"},
    )
    copy, missing = told(sheet({9: RIGHT}, NEW, documents=TWO[:1]), past)
    assert "looks like a copy of row 2" in copy or "looks like a copy of row 2" in missing


ASKED = (
    ", allowed: an export that holds this document. Was it exported from another file, or did the "
    "server lose records? Then tick Hold and tell whoever runs the server: once more it would be "
    "booked and charged twice. Is it new? Then empty Exported on and Export."
)


@pytest.mark.parametrize(
    ("cells", "past", "found"),
    [
        (
            replace(RIGHT, export="7"),
            PAST,
            "Export: found 7, but the server does not know export 7: its exports end at 3",
        ),
        (RIGHT, history(), "Export: found 3, but the server knows no export yet"),
        (
            RIGHT,
            history(past=PAST.past),
            "Export: found 3, but export 3 does not hold this number",
        ),
        (
            RowTold(exported_on="1-4-26", day=DAY),
            history(past=PAST.past),
            "Exported on: found 1 April 2026, but the server does not know the export of that day: "
            "its exports end at 3",
        ),
    ],
)
def test_an_export_that_nobody_knows_is_asked_for(cells: RowTold, past: Any, found: str):
    plan = plan_of(sheet({9: cells}, NEW, documents=()), past)
    assert sentences(plan.blocking) == [f"Invoices, row 9, {found}{ASKED}"]


def test_a_row_that_the_export_does_not_take_waits_for_later():
    april = replace(NEW, issued_on=date(2026, 4, 3))
    plan = plan_of(sheet({9: replace(RIGHT, export="7")}, april))
    assert (plan.blocking, len(plan.later)) == ((), 1)


@pytest.mark.parametrize("row", [replace(NEW, hold=True), replace(NEW, issued_on=date(2026, 3, 2))])
def test_a_row_that_is_left_alone_is_not_asked_about(row: Any):
    typed = sheet({9: replace(RIGHT, export="7")}, row)
    settings = replace(typed.settings, first_document_on=date(2026, 3, 10))
    plan = plan_of(replace(typed, settings=settings))
    assert sentences((*plan.blocking, *plan.warnings, *plan.later)) == []


def test_a_row_that_is_left_alone_loses_no_word_of_people_in_silence():
    typed = sheet({9: RowTold(state="paid", export="x")}, replace(NEW, hold=True))
    (found,) = told(typed)
    assert found.startswith('Invoices, row 9, State: found "paid", allowed: what the server')


def test_of_a_row_that_cannot_be_read_nobody_knows_which_document_it_is():
    row = UnreadableRow(origin=Origin("Invoices", 3), number="19?", issued_on=date(2026, 3, 16))
    typed = sheet({}, documents=TWO[:1], unreadable=(row,))
    (problem,) = [one for one in plan_of(typed).blocking if one.code == "export-not-on-record"]
    assert problem.behind == row.origin
    whole = sheet({9: RIGHT}, unreadable=(replace(row, origin=Origin("Invoices", 9)),))
    (found,) = told(whole)
    assert "looks like a copy of one that it does hold" in found
