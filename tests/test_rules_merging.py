"""Customers that are merged: whose number goes on, and what stays as it was (rule B17)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bookkeeping_support import customer, document, exported, history, key, planned, said, workbook
from export_support import NOW, SALES, csf, invoice
from house_support import Book, Opened

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.plan import Plan, State
from boekbrug.server.bookkeeping.problems import sentence
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import CustomerKind, Kind, Selection
from boekbrug.server.records.entries import Action, RunState
from boekbrug.server.wording.said import in_language

OLD = customer("Old", external_id="100001", merged_into="Dejavu", row=3)
NEW = customer(external_id="100002")
NUMBERS = {"100001": "Old", "100002": "Dejavu"}
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TAKEN = document("2026/17", customer="Old", row=2)
NEXT = document("2026/18", customer="Old", row=3, issued_on=date(2026, 3, 20))
QUESTION = (
    'Customers, row 3, Merged into: found "Old" (number 100001, last in export 12), merged into '
    '"Dejavu" (number 100002, in no export yet), taken: from now on documents of both are booked '
    "on 100002, and what was exported keeps its number. Ask your accountant which of the two has "
    'open items: that one must go on. Is it "Old"? Then turn it around: empty this cell, and write '
    '"Old" into the row of "Dejavu".'
)


def past_of(**given: Any) -> History:
    """Return the past in which export 12 booked 2026/17 on the old number."""
    told = exported(batch=12, external_id="100001")
    values = {"exported": {key("2026/17"): told}, "external_ids": NUMBERS}
    return history(**(values | given))


def merged(
    documents: Sequence[Document] = (TAKEN, NEXT),
    everybody: Sequence[Customer] = (NEW, OLD),
    past: History | None = None,
    **given: Any,
) -> Plan:
    return planned(workbook(*documents, customers=everybody), past=past or past_of(), **given)


def codes(plan: Plan) -> list[str]:
    return [one.code for one in (*plan.blocking, *plan.warnings, *plan.later)]


# --- the question ------------------------------------------------------------------------------


def test_b17_the_check_asks_which_of_the_two_has_open_items_and_blocks_nothing():
    plan = merged()
    assert (plan.blocking, said(plan.warnings)) == ((), [QUESTION])
    assert plan.merged == {"100001": "100002"}
    assert in_language(sentence(plan.warnings[0]), "nl").endswith(
        'gevonden "Old" (nummer 100001, laatst in export 12), samengevoegd met "Dejavu" (nummer '
        "100002, nog in geen export), genomen: voortaan worden documenten van beide geboekt op "
        "100002, en wat geëxporteerd is, houdt zijn nummer. Vraag uw boekhouder bij welke van de "
        'twee er openstaande posten zijn: die moet verder bestaan. Is het "Old"? Draai het dan '
        'om: maak deze cel leeg, en schrijf "Old" in de rij van "Dejavu".'
    )


def test_b17_it_is_asked_until_an_export_has_booked_on_the_survivor():
    known = past_of(merged={"100001": "100002"})
    assert (merged(past=known).warnings, merged(past=known).merged) == ((), {})
    turned = [replace(NEW, merged_into="Old"), replace(OLD, merged_into="")]
    plan = merged(everybody=turned, past=known, documents=[document("2026/18", customer="Dejavu")])
    assert plan.merged == {"100002": "100001"}
    assert codes(plan) == ["merged-with-number"]


def test_b17_a_merge_that_no_document_of_the_export_touches_is_not_asked():
    other = customer("Other", row=4)
    plan = merged([TAKEN, document("2026/30", customer="Other")], [NEW, OLD, other])
    assert (codes(plan), plan.merged) == ([], {})


def test_b17_a_customer_that_never_had_a_number_is_merged_without_a_word():
    nobody = replace(OLD, external_id="")
    plan = merged([NEXT], [NEW, nobody], history(external_ids={"100002": "Dejavu"}))
    assert codes(plan) == []


# --- numbers -----------------------------------------------------------------------------------


def test_b17_a_survivor_without_a_number_gets_the_next_one_and_never_the_retired_one():
    everybody = [replace(NEW, external_id=""), OLD]
    past = past_of(external_ids={"100001": "Old", "100000": "Gone"})
    plan = merged([NEXT], everybody, past)
    assert [(one.customer, one.external_id) for one in plan.given_ids] == [("Dejavu", "100002")]
    assert '"Dejavu" (number 100002, given with this export)' in said(plan.warnings)[-1]


def test_b17_the_retired_number_is_given_to_nobody_even_when_its_row_is_gone():
    past = past_of(external_ids={"100000": "Old"})
    plan = merged([document("2026/20")], [customer()], past)
    assert [one.external_id for one in plan.given_ids] == ["100001"]


# --- what was exported -------------------------------------------------------------------------


def test_b17_a_merge_changes_no_exported_document():
    assert codes(merged([TAKEN])) == []
    later = merged([TAKEN], period=APRIL)
    assert codes(later) == []
    assert [row.state for row in later.rows] == [State.EXPORTED]


def test_b17_exported_again_a_document_keeps_the_number_that_it_had():
    plan = merged(period=YEAR, selection=Selection.ALL)
    assert plan.batch
    assert [(one.number, one.customer.external_id) for one in plan.batch.documents] == [
        ("2026/17", "100001"),
        ("2026/18", "100002"),
    ]
    assert [one.key for one in plan.batch.customers] == ["Old", "Dejavu"]


def test_b17_what_was_booked_on_the_survivor_stays_there_when_the_merge_is_turned_around():
    told = {key("2026/17"): exported(batch=12, external_id="100002")}
    turned = [replace(NEW, merged_into="Old"), replace(OLD, merged_into="")]
    plan = merged([TAKEN], turned, past_of(exported=told), selection=Selection.ALL)
    assert plan.batch
    assert [one.customer.external_id for one in plan.batch.documents] == ["100002"]
    assert plan.blocking == ()


def test_b17_another_customer_typed_on_an_exported_document_raises_the_alarm():
    typed = replace(TAKEN, customer="Dejavu")
    everybody = [NEW, replace(OLD, merged_into="")]
    assert codes(merged([typed], everybody)) == ["changed-after-export"]
    assert codes(merged([typed], everybody, period=APRIL)) == ["changed-after-export"]


@pytest.mark.parametrize("period", [APRIL, YEAR])
def test_b9_a_document_on_a_collective_customer_is_no_change(period: Period):
    person = customer("An", kind=CustomerKind.PERSON, booked_on="Dejavu", row=3)
    counter = replace(NEW, kind=CustomerKind.COLLECTIVE, vat_number="")
    past = past_of(exported={key(): exported(external_id="100002")})
    plan = merged([document(customer="An")], [counter, person], past, period=period)
    assert codes(plan) == []


# --- a dossier ---------------------------------------------------------------------------------


def test_b17_the_dossier_asks_once_and_a_check_or_rehearsal_answers_nothing(opened: Opened):
    more = [invoice("2026/3", 10.0), invoice("2026/4", 20.0)]
    book = opened(
        invoices=[*SALES, *(one | {"Hold": "yes"} for one in more)],
        customers=[{"Customer": name, "Kind": "company", "Country": "BE", "Merged into": None}
                   for name in ("Garage Maes", "Bakkerij Janssens")],
    )  # fmt: skip
    assert book.export().state is RunState.DONE
    book.type("Customers", "Garage Maes", "Merged into", "Bakkerij Janssens")
    book.type("Invoices", "2026/3", "Hold", None)
    for action in (Action.CHECK, Action.REHEARSE, Action.CHECK):
        run = book.house.lead(book.house.press(book, action))
        assert asked(book, run.id) == 1
    run = book.export()
    assert (run.state, asked(book, run.id)) == (RunState.DONE, 1)
    assert csf(book.stored(run)[0]) == []
    numbers = book.house.service.records.dossier(run.dossier_id).history(NOW)
    assert numbers.merged == {"100000": "100001"}
    book.type("Invoices", "2026/4", "Hold", None)
    assert asked(book, book.check().id) == 0


def asked(book: Book, run_id: str) -> int:
    problems = book.house.service.records.details.all_problems(run_id)
    return sum("which of the two has open items" in one.cure for one in problems)


@pytest.mark.parametrize("column", ["merged_into", "booked_on"])
def test_a_hold_on_the_customer_that_a_document_is_booked_on_holds_it(column: str):
    given: dict[str, Any] = {"merged_into": "", column: "Dejavu"}
    plan = merged([NEXT], [replace(NEW, hold=True), replace(OLD, **given)])
    assert (plan.batch, [row.state for row in plan.rows]) == (None, [State.ON_HOLD])
    assert "Dejavu" in plan.rows[0].reason


def test_a_credit_note_that_its_payers_hold_holds_leaves_the_invoice_to_others():
    sold = document("2026/18", customer="Dejavu")
    held, other = (
        document(f"CN2026/{one}", row=one, kind=Kind.CREDIT_NOTE, customer=to, credits=(sold.key,))
        for one, to in ((3, "Old"), (4, "Dejavu"))
    )
    till = customer("Till", hold=True, kind=CustomerKind.COLLECTIVE, vat_number="", row=4)
    going_on = replace(OLD, merged_into="", booked_on="Till")
    plan = merged([sold, held, other], [NEW, going_on, till])
    assert [one for one in codes(plan) if one.startswith("credited-too-much")] == []
