"""What is otherwise than the exports before: changed documents, and documents that are gone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from bookkeeping_support import (
    CASE_A,
    MARCH,
    SETTINGS,
    customer,
    document,
    exported,
    history,
    key,
    line,
    only,
    planned,
    said,
    workbook,
)
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.facts import facts_of
from boekbrug.server.bookkeeping.history import Exported, History, PastExport
from boekbrug.server.bookkeeping.model import Currency, Document, UnreadableRow
from boekbrug.server.bookkeeping.plan import Plan, State
from boekbrug.server.bookkeeping.problems import Origin, sentence
from boekbrug.server.bookkeeping.replacing import Replacing
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import Periods, Selection
from boekbrug.server.wording.said import in_language

FOURTH = date(2026, 11, 4)
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
NUMBERS = {"100000": "Dejavu"}
TYPED = replace(document(row=22), lines=(line("900.00"),), reference="123", description="Books")


def past_of(*documents: Document, **given: object) -> History:
    """Return the past in which export 12 took these documents as they are."""
    plan = planned(workbook(*documents), past=history(external_ids=NUMBERS), period=YEARS)
    assert plan.batch
    taken = {
        booked.key: exported(
            batch=12,
            exported_on=FOURTH,
            issued_on=booked.issued_on,
            external_id="100000",
            net=booked.net,
            vat=booked.vat_total,
            gross=booked.gross,
            facts=facts_of(booked),
            workbook_id="w1",
        )
        for booked in plan.batch.documents
    }
    return history(exported=taken, external_ids=NUMBERS, **given)


YEARS = Period(date(2026, 1, 1), date(2026, 12, 31))


def after(
    change: Callable[[Document], Document], *, before: Document = TYPED, **given: object
) -> Plan:
    """Return the plan for a document that was changed after export 12."""
    return planned(workbook(change(before)), past=past_of(before), **given)  # type: ignore[arg-type]


def of_price(price: str) -> Callable[[Document], Document]:
    return lambda one: replace(one, lines=(line(price),))


def test_b18_a_changed_amount_is_named_with_what_was_exported():
    plan = after(of_price("1000.00"))
    assert said(plan.warnings) == [
        "Invoices, row 22, Net: found 1,000.00, exported on 4 November (export 12) as 900.00; "
        "allowed: no change after export. Make a credit note and a new invoice, or, if your "
        "accountant has not imported export 12 yet, choose Replace in tab Exports."
    ]
    assert [in_language(sentence(one), "nl") for one in plan.warnings] == [
        "Invoices, rij 22, Netto: gevonden 1.000,00, op 4 november geëxporteerd (export 12) als "
        "900,00; toegelaten: geen wijziging na export. Maak een creditnota en een nieuwe factuur, "
        "of kies Vervangen op tabblad Exports als uw boekhouder export 12 nog niet ingelezen heeft."
    ]
    (row,) = plan.rows
    assert (row.state, row.reason) == (State.CHANGED, "export 12 of 2026-11-04, changed since")
    assert plan.since
    assert (plan.since.batch, plan.since.changed) == (12, 1)


def test_b18_it_is_exported_again_when_it_is_put_back():
    plan = after(lambda one: one)
    assert plan.warnings == plan.later == ()
    assert [row.state for row in plan.rows] == [State.EXPORTED]


FIELDS = [
    ({"issued_on": date(2026, 3, 17)}, "Date: found 17 March 2026", "as 16 March 2026;"),
    ({"due_on": date(2026, 5, 1)}, "Due: found 1 May 2026", "as 15 April 2026;"),
    ({"description": "Shoes"}, 'Description: found "Shoes"', 'as "Books";'),
    ({"reference": ""}, "Reference: found nothing", 'as "123";'),
    ({"journal": "VK2"}, "Journal: found VK2", "as VERKP;"),
    ({"lines": (line("900.00", "L6"),)}, "VAT: found 54.00", "as 189.00;"),
    (
        {"lines": (line("900.00", account="700100"),)},
        "Account: found 700100 900.00",
        "as 700000 900.00;",
    ),
]


@pytest.mark.parametrize(("change", "found", "past"), FIELDS)
def test_b18_each_field_that_a_program_is_told_is_compared(
    change: dict[str, object], found: str, past: str
):
    (told,) = said(after(lambda one: replace(one, **change)).warnings)  # type: ignore[arg-type]
    assert told.startswith(f"Invoices, row 22, {found}, exported on 4 November (export 12) {past}")


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (("100.00", None), 'Currency: found nothing, exported on 4 November (export 12) as "USD"'),
        (("110.00", "1.10004"), "Rate: found 1.10004, exported on 4 November (export 12) as 1.1"),
    ],
)
def test_b18_currency_and_rate_are_compared_where_the_amounts_are_the_same(
    now: tuple[str, str | None], found: str
):
    dollars = Currency("USD", Decimal("1.10"))
    before = replace(TYPED, lines=(line("110.00"),), currency=dollars)
    price, rate = now
    currency = replace(dollars, rate=Decimal(rate)) if rate else None
    typed = replace(before, lines=(line(price),), currency=currency)
    plan = planned(workbook(typed), past=past_of(before))
    (told,) = said(plan.warnings)
    assert told.startswith(f"Invoices, row 22, {found};")
    past = past_of(before)
    (key_of_it, kept), *_ = past.exported.items()
    facts = {name: fact for name, fact in kept.facts.items() if name not in {"currency", "rate"}}
    older = replace(past, exported={key_of_it: replace(kept, facts=facts)})
    assert planned(workbook(typed), past=older).warnings == ()


def test_b18_the_vat_per_code_is_compared_where_its_sum_is_the_same():
    free = replace(TYPED, lines=(line("900.00", "IC-S"),))
    plan = after(lambda one: replace(one, lines=(line("900.00", "EX"),)), before=free)
    assert ["VAT: found EX 0.00, exported" in one for one in said(plan.warnings)] == [True]


def test_b18_an_accounting_period_that_a_setting_moves_is_a_change():
    quarters = replace(SETTINGS, periods=Periods.QUARTERS)
    plan = planned(workbook(TYPED, settings=quarters), past=past_of(TYPED))
    (told,) = said(plan.warnings)
    assert told.startswith("Invoices, row 22, Period: found 1, exported on 4 November (export 12)")


def test_b18_what_a_customer_is_changes_no_document():
    moved = customer(name="Deja Vu nv", city="Gent", vat_number="", payment_terms="30")
    plan = planned(workbook(TYPED, customers=[moved]), past=past_of(TYPED))
    assert (plan.warnings, plan.rows[0].state) == ((), State.EXPORTED)


def test_b18_a_text_that_nobody_typed_may_follow_the_language():
    silent = replace(TYPED, description="")
    dutch = workbook(silent, settings=replace(SETTINGS, language="de"))
    assert planned(dutch, past=past_of(silent)).warnings == ()


def test_b18_another_customer_is_a_change_in_the_period_and_outside():
    everybody = [customer(), customer("Maes", row=3)]
    typed = workbook(replace(TYPED, customer="Maes"), customers=everybody)
    past = replace(past_of(TYPED), external_ids={"100000": "Dejavu", "100001": "Maes"})
    plan = planned(typed, past=past, period=APRIL)
    (told,) = said(plan.later)
    assert told.startswith('Invoices, row 22, Customer: found "Maes", exported on 4 November')
    inside = planned(typed, past=past)
    assert inside.blocking == ()
    assert said(inside.warnings) == [
        'Invoices, row 22, Customer: found "Maes", exported on 4 November (export 12) as "Dejavu"; '
        "allowed: no change after export. Make a credit note and a new invoice, or, if your "
        "accountant has not imported export 12 yet, choose Replace in tab Exports."
    ]
    assert inside.rows[0].state is State.CHANGED
    past = replace(past, past={12: PastExport(YEARS, 1)})
    replacing = planned(typed, past=past, replacing=Replacing(12, not_imported=True))
    assert replacing.blocking == ()
    assert [one.code for one in replacing.warnings] == ["customer-number-emptied"]
    assert only(replacing).customer.key == "Maes"


def test_b18_a_change_outside_the_period_waits_for_later_and_blocks_nothing():
    other = document("2026/19", row=23, issued_on=date(2026, 4, 2))
    typed = workbook(of_price("1.00")(TYPED), other)
    plan = planned(typed, past=past_of(TYPED), period=APRIL)
    assert plan.blocking == ()
    assert [one.code for one in plan.warnings] == ["customer-number-emptied"]
    assert only(plan).number == "2026/19"
    assert [one.code for one in plan.later] == ["changed-after-export"]


def test_b18_a_date_in_no_book_year_is_compared_too():
    plan = after(lambda one: replace(one, issued_on=date(2027, 3, 16)))
    assert ["Date: found 16 March 2027" in one for one in said(plan.later)] == [True]


def test_b18_a_document_that_can_no_more_be_booked_is_compared_as_far_as_it_goes():
    plan = after(lambda one: replace(one, lines=(line("-5.00"),), issued_on=date(2026, 3, 17)))
    assert [one.column for one in plan.warnings] == ["Date"]


def test_b18_what_was_exported_before_facts_were_kept_is_compared_by_its_amounts():
    past = past_of(TYPED)
    bare = {one: replace(known, facts={}) for one, known in past.exported.items()}
    typed = replace(TYPED, description="Shoes", lines=(line("900.00", "L6"),))
    plan = planned(workbook(typed), past=replace(past, exported=bare))
    assert [one.column for one in plan.warnings] == ["VAT"]
    same = planned(workbook(replace(TYPED, journal="VK2")), past=replace(past, exported=bare))
    assert same.warnings == ()


@given(st.permutations(range(4)), st.sets(st.integers(0, 3)))
def test_b18_only_what_was_changed_is_told_whatever_else_the_sheet_holds(
    order: list[int], changed: set[int]
):
    typed = [replace(CASE_A, key=key(f"2026/{n}"), number=f"2026/{n}",
                     origin=Origin("Invoices", n + 2)) for n in range(4)]  # fmt: skip
    now = [replace(one, reference="9") if n in changed else one for n, one in enumerate(typed)]
    plan = planned(workbook(*(now[n] for n in order)), past=past_of(*typed))
    assert {one.rows[0] - 2 for one in plan.warnings} == changed
    told = {row.number for row in plan.rows if row.state is State.CHANGED}
    assert told == {f"2026/{n}" for n in changed}


# --- gone ------------------------------------------------------------------------------------


def gone_of(count: int, *unreadable: UnreadableRow) -> Plan:
    """Return the plan of a sheet that export 12 took so many documents of."""
    taken = [document(f"2026/{n}", row=n + 1) for n in range(1, count + 1)]
    return planned(workbook(unreadable=unreadable), past=past_of(*taken), workbook_id="w1")


def test_b18_documents_that_were_exported_and_are_gone_are_named_and_block_nothing():
    plan = gone_of(1)
    assert plan.blocking == ()
    assert said(plan.warnings) == [
        "Invoices: found no row for 2026/1 (export 12), needed every exported document, as long "
        "as you want it compared. Put the row back, or leave it: nothing is exported or charged "
        "for it."
    ]
    assert plan.since
    assert (plan.since.new, plan.since.vanished) == (0, 1)


def test_b18_five_that_are_gone_are_named_and_the_others_counted():
    (told,) = gone_of(7).warnings
    named = ", ".join(f"2026/{n} (export 12)" for n in range(1, 6))
    assert sentence(told).startswith(
        f"Invoices: found no row for 7 exported documents: {named} and 2 more, needed every"
    )
    assert in_language(sentence(told), "nl").startswith(
        f"Facturen: gevonden geen rij voor 7 geëxporteerde documenten: {named} en nog 2, nodig elk"
    )


def test_b18_a_row_that_cannot_be_read_is_not_gone_and_neither_is_that_of_another_workbook():
    unreadable = UnreadableRow(
        origin=Origin("Invoices", 2), number="2026/1", key=key("2026/1"), issued_on=None, hold=True
    )
    assert gone_of(1, unreadable).warnings == ()
    taken = document("2026/1")
    assert planned(workbook(), past=past_of(taken), workbook_id="w2").warnings == ()


def test_b18_before_the_first_export_nothing_is_otherwise():
    assert planned(workbook(document())).since is None


def test_b18_what_is_taken_again_is_not_new():
    plan = after(of_price("1000.00"), selection=Selection.ALL, period=MARCH)
    assert plan.since
    assert (plan.since.new, plan.since.changed) == (0, 1)
    assert isinstance(past_of(TYPED).exported[TYPED.key], Exported)
    assert only(plan).net == Decimal("1000.00")
