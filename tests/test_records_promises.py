"""What must always hold, whatever is pressed in whatever order."""

from collections import Counter
from decimal import Decimal

import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from records_support import FEE, NOW, booked, customer, key, plan, room

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.records.entries import RunState
from boekbrug.server.records.errors import BalanceError, PlanMovedError
from boekbrug.server.records.runs import Runs
from boekbrug.server.records.wallet import Wallet

NUMBERS = st.lists(st.integers(1, 6), min_size=1, max_size=4, unique=True)


class Exports(RuleBasedStateMachine):
    """Exports with plans that are right, stale, or wrong, and money that comes and goes."""

    engine: sa.Engine

    def __init__(self) -> None:
        super().__init__()
        self.room = room(self.engine, balance="0.00", credit_limit="0.10")
        self.paid: set[str] = set()
        self.numbers: dict[str, str] = {}
        self.batches = 0
        self.balance = ZERO

    @rule(euro_cents=st.integers(1, 60))
    def top_up(self, euro_cents: int) -> None:
        amount = Decimal(euro_cents).scaleb(-2)
        self.balance += amount
        team = self.room.workbook.team.key
        assert Wallet(self.engine).top_up(team, amount, "bank", now=NOW) == self.balance

    @rule(
        documents=NUMBERS,
        forgotten=st.sets(st.integers(1, 6), max_size=1),
        ahead=st.integers(0, 1),
        buyer=st.sampled_from("ABb"),
        number=st.sampled_from(["100001", "100002", "100003"]),
    )
    def export(
        self, documents: list[int], forgotten: set[int], ahead: int, buyer: str, number: str
    ) -> None:
        """Export; the plan forgets that some documents were paid, or who has which number."""
        names = [f"2026/{document}" for document in documents]
        known = self.paid - {f"2026/{document}" for document in forgotten}
        new = [name for name in names if name not in known]
        plan_number = self.batches + 1 - ahead
        documents_booked = [booked(name, customer(buyer, number)) for name in names]
        what = plan(max(plan_number, 1), documents_booked, charged=[key(name) for name in known])
        moved = plan_number != self.batches + 1 and self.batches > 0
        moved |= bool(set(new) & self.paid)
        moved |= any(
            (known == number) != (name.casefold() == buyer.casefold())
            for known, name in self.numbers.items()
        )
        broke = bool(new) and self.balance - FEE * len(new) < Decimal("-0.10")
        run_id = self.room.pressed_and_fenced()
        try:
            self.room.commit(what, run_id)
        except PlanMovedError:
            assert moved
        except BalanceError:
            assert broke
        else:
            assert not moved
            assert not broke
            self.batches += 1
            self.paid |= set(new)
            self.balance -= FEE * len(new)
            self.numbers[number] = buyer
        Runs(self.engine).finish(run_id, RunState.DONE, sentence="", result={}, now=NOW)

    @invariant()
    def every_promise_holds(self) -> None:
        history = self.room.records.history(NOW)
        entries = Wallet(self.engine).entries(self.room.workbook.team.id, 1000)
        assert history.charged == {key(name) for name in self.paid}
        assert history.external_ids == self.numbers
        assert history.balance == self.balance == sum((entry.amount for entry in entries), ZERO)
        assert history.balance >= Decimal("-0.10")
        assert history.next_batch == self.batches + 1
        per_batch = Counter(entry.batch for entry in entries if entry.batch)
        assert per_batch == Counter(range(1, self.batches + 1))


def test_nothing_is_ever_charged_or_numbered_twice(database: sa.Engine) -> None:
    machine = type("ExportsHere", (Exports,), {"engine": database})
    few = settings(max_examples=10, stateful_step_count=12)
    run_state_machine_as_test(machine, settings=few)
