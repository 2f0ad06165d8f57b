"""Documents that are named by their numbers: taken alone, or put on hold."""

from dataclasses import replace
from decimal import Decimal

from bookkeeping_support import (
    YEAR,
    customer,
    document,
    exported,
    history,
    key,
    line,
    planned,
    said,
    workbook,
)
from hypothesis import given
from hypothesis import strategies as st

from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import UnreadableRow
from boekbrug.server.bookkeeping.plan import Plan, State
from boekbrug.server.bookkeeping.problems import Origin, sentence
from boekbrug.server.bookkeeping.terms import Kind, Selection
from boekbrug.server.wording.said import in_language

TYPED = workbook(*(document(f"2026/{n}", row=n + 1) for n in range(1, 5)))
UNREADABLE = UnreadableRow(
    origin=Origin("Invoices", 9), number="2026/9", key=key("2026/9"), issued_on=None
)


def taken(plan: Plan) -> list[str]:
    return [document.number for document in plan.batch.documents] if plan.batch else []


def test_only_the_chosen_documents_are_taken():
    plan = planned(TYPED, documents=("2026/3", "2026/1"))
    assert (taken(plan), plan.blocking) == (["2026/1", "2026/3"], ())
    left = [(row.number, row.reason) for row in plan.rows if not row.selected]
    assert left == [
        ("2026/2", "not among the chosen ones"),
        ("2026/4", "not among the chosen ones"),
    ]


def test_a_number_that_no_row_has_is_said_and_nothing_is_exported():
    plan = planned(TYPED, documents=("2026/1", "2026/99"))
    assert said(plan.blocking) == [
        'Invoices, Number: found "2026/99", allowed: the number of a document in this tab. Write '
        "it as it stands there."
    ]
    assert [in_language(sentence(one), "nl") for one in plan.blocking] == [
        'Invoices, Nummer: gevonden "2026/99", toegelaten: het nummer van een document op dit '
        "tabblad. Schrijf het zoals het daar staat."
    ]


def test_a_number_of_two_rows_is_said_with_both():
    twice = workbook(document("2026/1"), document("2026/1", row=5))
    assert said(planned(twice, documents=("2026/1",)).blocking) == [
        'Invoices, rows 2 and 5, Number: found "2026/1" in several rows, allowed: a number of one '
        "row. Give each row its own number."
    ]


def test_a_number_as_it_is_typed_wins_from_the_same_number_in_another_series():
    typed = workbook(document("2026/1"), document("CN2026/1", row=5, kind=Kind.CREDIT_NOTE))
    assert taken(planned(typed, documents=("2026/1",))) == ["2026/1"]
    assert taken(planned(typed, documents=("CN2026/1",))) == ["CN2026/1"]


def test_a_chosen_document_that_is_left_out_is_said_with_the_reason():
    typed = workbook(
        document("2026/1", hold=True),
        document("2026/2", row=3),
        document("2026/3", row=4, issued_on=YEAR.last),
    )
    past = history(exported={key("2026/2"): exported()})
    plan = planned(typed, past=past, documents=("2026/1", "2026/2", "2026/3"))
    assert [one.partition(", allowed")[0] for one in said(plan.blocking)] == [
        "Invoices, row 2, Number: found 2026/1, which you chose and which is left out (on hold)",
        "Invoices, row 3, Number: found 2026/2, which you chose and which is left out (export 3 of "
        "2026-04-01)",
        "Invoices, row 4, Number: found 2026/3, which you chose and which is left out (outside "
        "2026-03-01 to 2026-03-31)",
    ]


def test_what_is_wrong_elsewhere_stops_no_chosen_document():
    broken = replace(TYPED, unreadable=(UNREADABLE,))
    assert taken(planned(broken, documents=("2026/1",))) == ["2026/1"]
    rows = {row.number: row.selected for row in planned(broken, documents=("2026/9",)).rows}
    assert rows["2026/9"]


AMOUNTS = st.lists(st.integers(1, 99999), min_size=1, max_size=6)


@given(AMOUNTS, st.data())
def test_chosen_first_and_the_rest_later_is_the_same_as_all_at_once(
    cents: list[int], data: st.DataObject
):
    numbers = [f"2026/{n}" for n in range(1, len(cents) + 1)]
    typed = workbook(
        *(
            document(number, line(str(Decimal(one) / 100)), row=n + 2, customer=f"C{n % 3}")
            for n, (number, one) in enumerate(zip(numbers, cents, strict=True))
        ),
        customers=[customer(f"C{n}", row=n + 2) for n in range(3)],
    )
    chosen = data.draw(st.sets(st.sampled_from(numbers), min_size=1))
    whole = planned(typed)
    first = planned(typed, documents=tuple(sorted(chosen)))
    rest = planned(typed, past=after(first))
    assert sorted(taken(first) + taken(rest)) == sorted(taken(whole))
    assert first.fee + rest.fee == whole.fee
    assert {*first.charges, *rest.charges} == {*whole.charges}
    amounts = [
        {one.number: (one.net, one.vat_total, one.gross) for one in plan.batch.documents}
        for plan in (first, rest, whole)
        if plan.batch
    ]
    assert {key: one for part in amounts[:-1] for key, one in part.items()} == amounts[-1]


def after(plan: Plan) -> History:
    """Return the past after that export."""
    assert plan.batch
    return history(
        exported={one.key: exported(external_id="") for one in plan.batch.documents},
        charged=frozenset(charge.key for charge in plan.charges),
        external_ids={one.external_id: one.customer for one in plan.given_ids},
    )


# --- on hold ---------------------------------------------------------------------------------


def test_what_is_put_on_hold_is_left_out_and_the_others_go_on():
    broken = replace(TYPED, unreadable=(UNREADABLE,))
    plan = planned(broken, hold=("2026/9", "2026/2"))
    assert taken(plan) == ["2026/1", "2026/3", "2026/4"]
    states = {row.number: row.state for row in plan.rows}
    assert states["2026/9"] is states["2026/2"] is State.ON_HOLD


def test_nothing_goes_on_when_a_row_to_hold_cannot_be_told():
    plan = planned(TYPED, hold=("2026/77",), selection=Selection.ALL)
    assert [one.code for one in plan.blocking] == ["none-named"]
