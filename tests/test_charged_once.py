"""Whatever a workbook holds, what was exported once costs nothing ever after."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from bookkeeping_support import YEAR, customer, document, line, planned, workbook
from hypothesis import given, settings
from hypothesis import strategies as st
from records_support import FEE, NOW, Room, room

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.terms import Kind, Selection
from boekbrug.server.records.agreement import agreement_of
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.runs import Runs

NAMES = ("Dejavu", "Maes", "Zorro")


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    """Return invoices and credit notes of a year, each number once, in any order."""
    numbers = draw(st.lists(st.integers(1, 30), min_size=1, max_size=8, unique=True))
    return [
        document(
            f"{'CN' if is_credit_note else ''}2026/{number}",
            line(draw(st.sampled_from(["0.00", "0.05", "82.50", "1999.99"]))),
            row=row,
            kind=Kind.CREDIT_NOTE if is_credit_note else Kind.INVOICE,
            issued_on=date(2026, draw(st.integers(1, 12)), 5),
            customer=draw(st.sampled_from(NAMES)),
        )
        for row, number in enumerate(numbers, start=2)
        for is_credit_note in [draw(st.booleans())]
    ]


def sheet_of(rows: list[Document]) -> Workbook:
    everybody = [customer(name, row=row) for row, name in enumerate(NAMES, start=2)]
    return workbook(*rows, customers=everybody)


def export(here: Room, rows: list[Document], selection: Selection) -> Plan:
    """Plan from the records as they are and, when there is anything, commit it."""
    past = here.records.history(NOW)
    plan = planned(sheet_of(rows), past=past, period=YEAR, selection=selection)
    assert plan.blocking == ()
    if plan.batch and not plan.stored_batch:
        run_id = here.pressed_and_fenced()
        here.commit(plan, run_id)
        Runs(here.engine).finish(run_id, RunState.DONE, sentence="", result={}, now=NOW)
    return plan


def test_a_second_export_charges_nothing(database: sa.Engine) -> None:
    @settings(max_examples=15, deadline=None)
    @given(rows=documents(), later=st.lists(st.integers(31, 40), max_size=2, unique=True))
    def holds(rows: list[Document], later: list[int]) -> None:
        here = room(database)
        first = export(here, rows, Selection.NEW)
        invoices = sum(one.kind is Kind.INVOICE for one in rows)
        assert first.fee == FEE * invoices
        assert export(here, rows[::-1], Selection.NEW).batch is None
        again = export(here, rows[::-1], Selection.ALL)
        assert (again.charges, again.fee, again.stored_batch) == ((), ZERO, 1)
        more = [document(f"2026/{number}", row=number) for number in later]
        longer = export(here, [*more, *rows], Selection.ALL)
        assert longer.fee == FEE * len(more)
        assert {charge.key for charge in longer.charges} == {one.key for one in more}
        assert here.balance() == Decimal("10.00") - FEE * (invoices + len(more))

    holds()
    assert agreement_of(database).differences == ()
