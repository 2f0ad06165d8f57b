from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import sqlalchemy as sa
from records_support import NOW

from boekbrug.server.records.budget import (
    KEPT_FOR_EXPORTS,
    READS_AT_ONCE_MAX,
    ReadBudget,
)


def taken_at_once(budget: ReadBudget, at=NOW) -> int:
    taken = 0
    while not budget.take(at):
        taken += 1
    return taken


def test_exports_take_the_whole_bucket_and_checks_leave_half(database: sa.Engine):
    exports, checks = ReadBudget(database, kept=0), ReadBudget(database, kept=KEPT_FOR_EXPORTS)
    assert taken_at_once(checks) == READS_AT_ONCE_MAX - KEPT_FOR_EXPORTS
    assert taken_at_once(exports) == KEPT_FOR_EXPORTS
    assert checks.take(NOW) == 16.5
    assert exports.take(NOW) == 1.5


def test_what_was_said_to_wait_is_enough_and_not_too_long(database: sa.Engine):
    budget = ReadBudget(database, kept=0)
    taken_at_once(budget)
    wait_s = budget.take(NOW)
    assert budget.take(NOW + timedelta(seconds=wait_s - 0.1)) > 0
    assert budget.take(NOW + timedelta(seconds=wait_s)) == 0


def test_a_clock_that_is_behind_takes_nothing_away(database: sa.Engine):
    budget = ReadBudget(database, kept=0)
    taken_at_once(budget)
    assert budget.take(NOW - timedelta(hours=1)) == 1.5
    assert taken_at_once(budget, NOW + timedelta(hours=1)) == READS_AT_ONCE_MAX


def test_threads_that_ask_at_once_take_no_more_than_there_is(database: sa.Engine):
    budgets = [ReadBudget(database, kept=0) for _ in range(4)]
    with ThreadPoolExecutor(len(budgets)) as pool:
        assert sum(pool.map(taken_at_once, budgets)) == READS_AT_ONCE_MAX


def test_the_fullest_minute_has_less_than_sixty_reads(database: sa.Engine):
    budget = ReadBudget(database, kept=0)
    at_once = taken_at_once(budget)
    seconds = range(1, 60)
    after = sum(budget.take(NOW + timedelta(seconds=second)) == 0 for second in seconds)
    assert at_once + after == 59
