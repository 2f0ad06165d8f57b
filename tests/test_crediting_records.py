"""Credit notes in the light of the dossier's records: what was exported counts (rule B7)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bookkeeping_support import customer, document, line, said
from crediting_support import DEJAVU, INVOICE, after, booked, credit, exported_then, plan_of, sheet

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Currency, Document
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.terms import Selection

APRIL_5 = date(2026, 4, 5)
FULL = credit("CN2026/2", "100.00")
SIXTY = credit("CN2026/1", "60.00")
NOTHING_LEFT = (
    "Invoices, row {row}, Credits: found {base} credited under VAT code H21, allowed: at most "
    "{left}, as 100.00 was invoiced and {done} is credited already. Correct the lines, or name "
    "the right invoice."
)


def of_sheet(past: History, *documents: Document, **given: Any) -> Plan:
    return plan_of(sheet(*documents), past, **given)


def test_an_exported_credit_note_counts_before_a_new_one_of_an_earlier_day():
    past = exported_then([INVOICE, FULL])
    back_dated = credit("CN2026/1", "100.00", day=APRIL_5)
    plan = of_sheet(past, INVOICE, FULL, back_dated)
    assert said(plan.blocking) == [
        NOTHING_LEFT.format(row=3, base="100.00", left="0.00", done="100.00")
    ]


def test_an_exported_credit_note_that_is_put_on_hold_counts():
    past = exported_then([INVOICE, FULL])
    again = credit("CN2026/3", "100.00")
    for waiting in (replace(FULL, hold=True), replace(FULL, is_draft=True)):
        assert said(of_sheet(past, INVOICE, waiting, again).blocking) == [
            NOTHING_LEFT.format(row=5, base="100.00", left="0.00", done="100.00")
        ]


def test_an_exported_credit_note_without_a_row_counts():
    past = exported_then([INVOICE, SIXTY])
    copy = credit("CN2026/2", "60.00")
    assert said(of_sheet(past, INVOICE, copy).blocking) == [
        NOTHING_LEFT.format(row=4, base="60.00", left="40.00", done="60.00")
    ]
    assert booked(of_sheet(past, INVOICE, credit("CN2026/2", "40.00")))["CN2026/2"].net == 40


def test_an_invoice_of_another_workbook_is_known_by_its_export():
    past = exported_then([INVOICE])
    plan = of_sheet(past, credit("CN2026/1", "5000.00"))
    assert said(plan.blocking) == [
        NOTHING_LEFT.format(row=3, base="5,000.00", left="100.00", done="0.00").replace(
            "5,000.00", "5000.00"
        )
    ]
    plan = of_sheet(past, credit("CN2026/1", "100.00"))
    assert plan.blocking == plan.warnings == ()
    assert booked(plan)["CN2026/1"].credits == ("2026/1",)


def test_the_remainder_of_an_invoice_of_another_workbook_is_taken():
    invoice = document("2026/1", line("20.04"))
    past = exported_then([invoice], [credit("CN2026/1", "10.02")])
    plan = of_sheet(past, credit("CN2026/2", "10.02"))
    assert said(plan.warnings) == [
        "Invoices, row 4, Credits: found VAT 2.10 for H21, computed, taken: 2.11, which is what "
        "remains of the invoice's VAT, so that the customer ends at 0.00."
    ]
    assert booked(plan)["CN2026/2"].vat_total == Decimal("2.11")


def test_an_invoice_that_was_changed_after_its_export_counts_as_it_was_exported():
    past = exported_then([INVOICE])
    dearer = replace(INVOICE, lines=(line("900.00"),))
    plan = of_sheet(past, dearer, credit("CN2026/1", "500.00"))
    assert said(plan.blocking) == [
        NOTHING_LEFT.format(row=3, base="500.00", left="100.00", done="0.00")
    ]


def test_an_export_of_everything_takes_the_documents_as_they_are_in_the_sheet():
    past = exported_then([INVOICE, SIXTY])
    dearer = replace(INVOICE, lines=(line("900.00"),))
    cheaper = replace(SIXTY, lines=(line("50.00"),))
    more = credit("CN2026/2", "850.00")
    plan = of_sheet(past, dearer, cheaper, more, selection=Selection.ALL)
    assert plan.blocking == ()
    too_much = of_sheet(
        past, dearer, cheaper, credit("CN2026/2", "850.01"), selection=Selection.ALL
    )
    assert len(too_much.blocking) == 1


def test_an_invoice_to_another_customer_in_the_records_is_named():
    rhein, abroad = customer("Rhein", row=3, external_id="100001"), Currency("USD", Decimal("1.1"))
    both = [DEJAVU, rhein]
    foreign = document("2026/2", line("100.00"), row=4, currency=abroad)
    typed = sheet(replace(INVOICE, customer="Rhein"), foreign, customers=both)
    past = after(typed)
    wrong = credit("CN2026/2", "1.00", credits=(foreign.key,))
    plan = plan_of(sheet(credit("CN2026/1", "1.00"), wrong, customers=both), past)
    assert said(plan.blocking) == [
        'Invoices, row 3, Credits: found 2026/1, an invoice to "Rhein", allowed: an invoice to '
        '"Dejavu". Name the right invoice, or correct the customer.',
        "Invoices, row 4, Credits: found 2026/2, an invoice in USD, allowed: an invoice in the "
        "currency of the credit note. Correct the currency of one of the two.",
    ]


def test_a_draft_credits_nothing_yet():
    draft = replace(SIXTY, is_draft=True)
    assert "CN2026/2" in booked(plan_of(sheet(INVOICE, draft, FULL)))


TWO_CODES = document("2026/1", line("100.00"), line("10.00", "L6"))


def before_amounts_were_kept(past: History) -> History:
    """Return the past as it was told before credit notes were measured by it."""
    old = {
        key: replace(
            one, facts={name: one.facts[name] for name in one.facts if name != "crediting"}
        )
        for key, one in past.exported.items()
    }
    return replace(past, exported=old)


def test_what_was_exported_before_is_known_by_its_one_vat_code():
    past = before_amounts_were_kept(exported_then([INVOICE]))
    assert said(of_sheet(past, credit("CN2026/1", "100.01")).blocking) == [
        NOTHING_LEFT.format(row=3, base="100.01", left="100.00", done="0.00")
    ]
    assert of_sheet(past, credit("CN2026/1", "100.00")).warnings == ()


@pytest.mark.parametrize(
    ("invoice", "given"),
    [
        (TWO_CODES, {}),
        (INVOICE, {"currency": Currency("USD", Decimal("1.1"))}),
    ],
)
def test_of_what_was_exported_before_with_several_codes_nothing_can_be_checked(
    invoice: Document, given: dict[str, Any]
):
    past = before_amounts_were_kept(exported_then([invoice]))
    plan = of_sheet(past, credit("CN2026/1", "900.00", **given))
    assert said(plan.warnings)[:1] == [
        "Invoices, row 3, Credits: found 2026/1, of which neither this file nor an earlier export "
        "has the amounts, taken as it is; how much of it was credited before cannot be checked."
    ]
    assert "CN2026/1" in booked(plan)


def test_what_was_exported_before_counts_by_its_rows_in_the_sheet():
    past = before_amounts_were_kept(exported_then([TWO_CODES, SIXTY]))
    again = credit("CN2026/2", "60.00")
    assert said(of_sheet(past, TWO_CODES, SIXTY, again).blocking) == [
        NOTHING_LEFT.format(row=4, base="60.00", left="40.00", done="60.00")
    ]


def test_which_credit_note_took_the_last_cent_is_no_change_after_export():
    invoice = document("2026/1", line("20.04"))
    late, early = credit("CN2026/2", "10.02"), credit("CN2026/1", "10.02", day=APRIL_5)
    both = sheet(invoice, early, late)
    past = after(both, exported_then([invoice]), documents=("CN2026/2",))
    assert past.exported[late.key].vat == Decimal("2.11")
    plan = plan_of(both, past)
    assert said(plan.warnings) == []
    assert booked(plan)["CN2026/1"].vat_total == Decimal("2.10")
    assert plan_of(both, after(both, past)).warnings == ()


def test_a_credit_note_that_was_changed_after_its_export_is_still_named():
    invoice = document("2026/1", line("20.04"))
    note = credit("CN2026/1", "20.04")
    past = exported_then([invoice, note])
    changed = replace(note, lines=(line("20.00"),))
    [warning] = said(of_sheet(past, invoice, changed).warnings)
    assert "Net: found 20.00, exported on 1 April (export 1) as 20.04;" in warning
