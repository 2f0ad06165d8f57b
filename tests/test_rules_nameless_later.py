"""Documents without a customer: VAT, credit notes, and a name that is typed later (rule B9)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bookkeeping_support import SETTINGS, document, exported, history, key, line, said
from nameless_support import codes, nameless, plan_of

from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.terms import Kind


def test_b9_a_code_that_needs_a_vat_number_is_refused_for_nobody():
    plan = plan_of(nameless("2026/18", line("100.00", "IC-S")))
    assert said(plan.blocking) == [
        "Customers, row 3, VAT number: found nothing, allowed: the VAT number of another EU member "
        "state for VAT code IC-S (EU services). Correct it, or the VAT code of invoice 2026/18."
    ]


def test_b9_a_zero_rate_for_nobody_is_unusual_as_for_a_person():
    plan = plan_of(nameless("2026/18", line("100.00", "N0")))
    assert [one.code for one in plan.warnings] == [
        "zero-rate-for-person",
        "booked-without-customer",
    ]


@pytest.mark.parametrize(
    ("sold", "credited"),
    [
        (nameless(), {"customer": "An"}),
        (document(customer="An"), {"customer": "Till", "names_nobody": True}),
        (nameless(), {"customer": "Till", "names_nobody": True}),
    ],
    ids=["returned by An", "sold to An", "nobody at all"],
)
def test_b9_who_names_nobody_may_be_anybody_who_is_booked_there(
    sold: Document, credited: dict[str, Any]
):
    note = document("CN2026/3", row=3, kind=Kind.CREDIT_NOTE, credits=(sold.key,), **credited)
    plan = plan_of(sold, note)
    assert plan.blocking == ()
    assert plan.batch
    assert [one.customer.external_id for one in plan.batch.documents] == ["100900", "100900"]


def test_b9_nobody_is_not_a_customer_who_is_booked_elsewhere():
    sold = document()
    note = nameless("CN2026/3", row=3, kind=Kind.CREDIT_NOTE, credits=(sold.key,))
    assert [one.code for one in plan_of(sold, note).blocking] == ["credited-invoice-of-another"]


def test_b18_a_name_typed_after_the_export_is_a_change_only_where_it_moves_the_document():
    past = history(
        exported={key(): exported(batch=12, external_id="100900")},
        external_ids={"100900": "Till", "100001": "An", "100002": "Dejavu"},
    )
    assert codes(plan_of(nameless(), past=past)) == []
    assert codes(plan_of(document(customer="An"), past=past)) == []
    assert said(plan_of(document(), past=past).warnings) == [
        'Invoices, row 2, Customer: found "Dejavu", exported on 1 April (export 12) as "Till"; '
        "allowed: no change after export. Make a credit note and a new invoice, or, if your "
        "accountant has not imported export 12 yet, choose Replace in tab Exports."
    ]


def test_b18_a_customer_emptied_after_the_export_is_told_as_empty():
    past = history(
        exported={key(): exported(batch=12, external_id="100002")},
        external_ids={"100900": "Till", "100002": "Dejavu"},
    )
    (told,) = said(plan_of(nameless(), past=past).warnings)
    assert told.startswith(
        'Invoices, row 2, Customer: found nothing (taken: "Till"), exported on 1 April (export '
        '12) as "Dejavu"; allowed: no change after export.'
    )


def test_b2_nobody_on_another_date_than_the_export_is_another_document():
    past = history(
        exported={key(): exported(batch=12, external_id="100002")},
        external_ids={"100900": "Till", "100002": "Dejavu"},
    )
    moved = nameless(issued_on=date(2026, 3, 20))
    assert codes(plan_of(moved, past=past)) == ["document-number-exported"]


def test_a_person_is_left_alone_by_the_customer_of_nobody():
    own_each = replace(SETTINGS, nobodys_customer="Till")
    plan = plan_of(document(customer="An"), settings=own_each)
    assert plan.batch
    assert plan.batch.documents[0].customer.key == "An"
