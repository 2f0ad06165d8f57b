import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from records_support import NOW

from boekbrug.server.records.budget import (
    KEPT_FOR_EXPORTS,
    READS_AT_ONCE_MAX,
    READS_PER_MINUTE,
    ReadBudget,
)
from boekbrug.server.records.sheet_tables import budgets


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
    asking = [ReadBudget(database, kept=0) for _ in range(4)]
    with ThreadPoolExecutor(len(asking)) as pool:
        assert sum(pool.map(taken_at_once, asking)) == READS_AT_ONCE_MAX


TAKEN_BY_A_PROCESS = """
import sys
from datetime import datetime
from boekbrug.server.records.budget import ReadBudget
from boekbrug.server.records.database import open_database

budget = ReadBudget(open_database(sys.argv[1]), kept=int(sys.argv[2]))
taken = 0
while not budget.take(datetime.fromisoformat(sys.argv[3])):
    taken += 1
print(taken)
"""


def test_processes_share_it_and_exports_get_their_half(database: sa.Engine):
    url = database.url.render_as_string(hide_password=False)
    command = [sys.executable, "-c", TAKEN_BY_A_PROCESS, url]

    def taken(kept: int) -> int:
        now = [str(kept), NOW.isoformat()]
        done = subprocess.run([*command, *now], capture_output=True, text=True, check=True)
        return int(done.stdout)

    with ThreadPoolExecutor(2) as pool:
        checks = sum(pool.map(taken, [KEPT_FOR_EXPORTS] * 2))
        exports = sum(pool.map(taken, [0] * 2))
    assert (checks, exports) == (READS_AT_ONCE_MAX - KEPT_FOR_EXPORTS, KEPT_FOR_EXPORTS)


ON_ONE_DATABASE = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25
)
MOVES = st.lists(st.tuples(st.booleans(), st.integers(-30, 30)), max_size=12)
"""Who asks, an export or another, after people turned the clock by so many seconds."""


@given(moves=MOVES)
@ON_ONE_DATABASE
def test_however_the_clock_is_turned_nobody_gets_more_than_time_allows(
    database: sa.Engine, moves: list[tuple[bool, int]]
):
    fill(database)
    now = latest = NOW
    taken = 0
    for is_export, seconds in moves:
        now += timedelta(seconds=seconds)
        latest = max(latest, now)
        taken += taken_at_once(ReadBudget(database, kept=0 if is_export else KEPT_FOR_EXPORTS), now)
    passed_s = (latest - NOW).total_seconds()
    assert taken <= READS_AT_ONCE_MAX + passed_s * READS_PER_MINUTE / 60 + 1e-6


@given(seconds=st.lists(st.integers(-30, 30), max_size=6))
@ON_ONE_DATABASE
def test_whatever_others_take_an_export_finds_its_half(database: sa.Engine, seconds: list[int]):
    fill(database)
    now = NOW
    for moved_s in seconds:
        now += timedelta(seconds=moved_s)
        taken_at_once(ReadBudget(database, kept=KEPT_FOR_EXPORTS), now)
    assert taken_at_once(ReadBudget(database, kept=0), now) >= KEPT_FOR_EXPORTS


def fill(database: sa.Engine) -> None:
    """Make the bucket full, as its migration did."""
    with database.begin() as connection:
        connection.execute(sa.update(budgets).values(left=READS_AT_ONCE_MAX, counted_at=NOW))


def test_the_fullest_minute_has_less_than_sixty_reads(database: sa.Engine):
    budget = ReadBudget(database, kept=0)
    at_once = taken_at_once(budget)
    seconds = range(1, 60)
    after = sum(budget.take(NOW + timedelta(seconds=second)) == 0 for second in seconds)
    assert at_once + after == 59
