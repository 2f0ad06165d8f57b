from datetime import UTC, datetime, timedelta

import pytest

from boekbrug.adapters.google.pace import Pace
from boekbrug.server.workflow.ports import Purpose, UnreachableError


class Waits:
    """A budget that says these waits in turn, and a clock that goes on by sleeping."""

    def __init__(self, *waits_s: float) -> None:
        self.waits_s = [*waits_s, 0.0]
        self.now = datetime(2026, 11, 2, tzinfo=UTC)
        self.asked_at: list[datetime] = []

    def take(self, now: datetime) -> float:
        self.asked_at.append(now)
        return self.waits_s.pop(0)

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def pace(self) -> Pace:
        return Pace({Purpose.OTHER: self}, now=lambda: self.now, sleep=self.sleep)


def test_a_question_waits_as_long_as_the_budget_says():
    waits = Waits(1.5, 0.5)
    start = waits.now
    waits.pace().wait(Purpose.OTHER)
    assert [(at - start).total_seconds() for at in waits.asked_at] == [0, 1.5, 2]


def test_a_budget_that_others_empty_all_the_time_is_given_up_for_now():
    with pytest.raises(UnreachableError) as error:
        Waits(*[10.0] * 20).pace().wait(Purpose.OTHER)
    assert not error.value.permanent
    assert error.value.sentence == (
        "Google: found it busy (too many requests in this minute), needed a free minute. "
        "Press again in a minute."
    )
