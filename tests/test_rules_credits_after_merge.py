"""Credit notes on invoices that stand under another number of their customer (rules B7 and B17)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from bookkeeping_support import customer, document, exported, history, key, planned, said, workbook

from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.terms import Kind, Selection
from boekbrug.server.wording.said import in_language

OLD = customer("Old", external_id="100001", merged_into="Dejavu", row=3)
GOING_ON = customer(external_id="100002")
SOLD = document("2026/17", customer="Old")
NUMBERS = {"100001": "Old", "100002": "Dejavu"}
MERGED = {"100001": "100002"}
TOLD = (
    "Invoices, row 3, Credits: found 2026/17 (export 12), booked on 100001, taken: credit note "
    "CN2026/3 on 100002, where its customer is booked by now. Tell your accountant: unless the two "
    "numbers are one in the program, what is credited stays open on 100001. Either the credit note "
    "is moved there or the invoice to 100002, and the two are matched."
)


def credit(to: str, *numbers: str, **given: Any) -> Document:
    credited = tuple(key(number) for number in numbers or ("2026/17",))
    return document(
        "CN2026/3", row=3, kind=Kind.CREDIT_NOTE, customer=to, credits=credited, **given
    )


def past_of(**given: Any) -> History:
    """Return the past in which export 12 booked 2026/17 on the number that is retired."""
    told = exported(batch=12, external_id="100001")
    values = {"exported": {SOLD.key: told}, "external_ids": NUMBERS, "merged": MERGED}
    return history(**(values | given))


def plan_of(
    *documents: Document, everybody: Sequence[Customer] = (GOING_ON, OLD), **given: Any
) -> Plan:
    past = given.pop("past", past_of())
    return planned(workbook(*documents, customers=everybody), past=past, **given)


@pytest.mark.parametrize("to", ["Old", "Dejavu"])
@pytest.mark.parametrize("typed", [(SOLD,), ()], ids=["in the sheet", "in the records"])
def test_b17_a_credit_note_goes_to_the_survivor_and_says_where_the_invoice_stays(
    to: str, typed: tuple[Document, ...]
):
    plan = plan_of(*typed, credit(to))
    assert plan.blocking == ()
    assert [one for one in said(plan.warnings) if "100001" in one] == [TOLD]
    assert plan.batch
    assert [one.customer.external_id for one in plan.batch.documents] == ["100002"]


def test_b17_it_is_said_in_dutch():
    (told,) = [one for one in plan_of(SOLD, credit("Old")).warnings if one.column == "Credits"]
    assert in_language(told.cure, "nl") == (
        "Zeg het uw boekhouder: tenzij de twee nummers in het programma één zijn, blijft op 100001 "
        "openstaan wat gecrediteerd is. Ofwel gaat de creditnota daarheen, ofwel de factuur naar "
        "100002, en worden ze samen afgepunt."
    )


def test_b17_of_invoices_under_several_numbers_those_elsewhere_are_named():
    more = {key(f"2026/{one}"): exported(batch=13, external_id="100001") for one in (15, 16)}
    here = {key("2026/18"): exported(batch=13, external_id="100002")}
    past = past_of(exported={**past_of().exported, **more, **here})
    plan = plan_of(credit("Old", "2026/17", "2026/15", "2026/18"), past=past)
    (told,) = [one for one in plan.warnings if one.code == "credited-on-other-number"]
    assert told.found == "2026/17 (export 12), 2026/15 (export 13), booked on 100001"


def test_b17_once_the_retired_row_is_gone_the_record_knows_the_merge():
    plan = plan_of(credit("Dejavu"), everybody=[GOING_ON])
    assert [one for one in said(plan.warnings) if "100001" in one] == [TOLD]
    assert plan.blocking == ()
    unmerged = plan_of(credit("Dejavu"), everybody=[GOING_ON], past=past_of(merged={}))
    assert [one.code for one in unmerged.blocking] == ["credited-invoice-of-another"]


def test_b17_exported_again_together_the_credit_note_says_it_again_and_the_invoice_stays():
    plan = plan_of(SOLD, credit("Old"), selection=Selection.ALL)
    assert plan.batch
    assert {one.number: one.customer.external_id for one in plan.batch.documents} == {
        "2026/17": "100001",
        "CN2026/3": "100002",
    }
    assert [one.code for one in plan.warnings] == ["credited-on-other-number"]


def test_a_credit_note_on_the_number_of_its_invoice_says_nothing():
    plan = plan_of(SOLD, credit("Old"), everybody=[GOING_ON, replace(OLD, merged_into="")])
    assert (plan.blocking, plan.warnings) == ((), ())
    not_yet = plan_of(SOLD, credit("Old"), past=past_of(exported={}))
    assert "credited-on-other-number" not in {one.code for one in not_yet.warnings}
