"""What the doctor makes of the facts: every red line has its sentence and its cure."""

from datetime import UTC, datetime, timedelta

import pytest

from boekbrug.server.commands import findings
from boekbrug.server.commands.findings import Finding, Tone
from boekbrug.server.records.probing import DatabaseLook
from boekbrug.server.workflow.formation import Formation, connections_problem

NOW = datetime(2026, 11, 4, 9, 0, tzinfo=UTC)
SCHEDULE = (
    "Schedule one (`heroku pg:backups:schedule DATABASE_URL --at '02:00 Europe/Brussels'`), and "
    "report it by `boekbrug backup seen <url or date>`."
)
SMALL = Formation(web_processes=1, executes_in_web=True, workers=0, concurrency=3)


def formation(web: int, workers: int, concurrency: int = 3, *, executes: bool = True) -> Formation:
    return Formation(
        web_processes=web, executes_in_web=executes, workers=workers, concurrency=concurrency
    )


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (findings.of_settings([])[0], "complete."),
        (
            findings.of_database(DatabaseLook(product="PostgreSQL 17.2"), None)[0],
            "PostgreSQL 17.2 answers, its tables are up to date.",
        ),
        (findings.of_clock(-9.5, "Google's"), "agrees with Google's."),
        (findings.of_connections(None, 17, 20), "17 possible, 20 allowed."),
        (findings.of_connections(None, 17, None), "SQLite takes any number."),
        (findings.of_disk("data", "", 12_340_000_000), "data is writable, 12.3 GB free."),
        (findings.of_executor(is_alive=True, executes_in_web=False), "alive."),
        (
            findings.of_google("b@acme.example", [])[0],
            "b@acme.example gets a token; Sheets and Drive are on.",
        ),
        (
            findings.of_backup(NOW - timedelta(hours=26), NOW),
            "the newest is 26 hours old.",
        ),
        (findings.of_undelivered([]), "none is made and undelivered."),
        (findings.of_waiting("", None, NOW), "none waits long."),
        (findings.of_waiting("R-7F3K2M", NOW - timedelta(minutes=2), NOW), "none waits long."),
    ],
)
def test_what_is_well_is_a_green_line(finding: Finding, sentence: str):
    assert (finding.tone, finding.sentence) == (Tone.GREEN, sentence)


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (
            findings.of_clock(42.4, "the database's"),
            "found it 42 seconds behind the database's, needed at most 10. Proofs of who pressed "
            "would be refused. Set the machine's clock by NTP.",
        ),
        (
            findings.of_clock(-11, "Google's"),
            "found it 11 seconds ahead of Google's, needed at most 10. Proofs of who pressed "
            "would be refused. Set the machine's clock by NTP.",
        ),
        (
            findings.of_disk("data", "Read-only file system", 0),
            "DATA_DIR: found data not writable (Read-only file system), needed a directory that "
            "this process may write in.",
        ),
        (
            findings.of_disk("data", "", 99_000_000),
            "DATA_DIR: found 0.1 GB free in data, needed 0.2 GB. Make room, or give it a larger "
            "disk.",
        ),
        (
            findings.of_executor(is_alive=False, executes_in_web=True),
            "found none alive: presses are kept but nothing runs. The web process executes: start "
            "it (`boekbrug serve`), or read its log.",
        ),
        (
            findings.of_executor(is_alive=False, executes_in_web=False),
            "EXECUTE_IN_WEB is false and no worker is alive: presses are kept but nothing runs. "
            "Start a worker or set it to true.",
        ),
        (findings.of_backup(None, NOW), f"none known. {SCHEDULE}"),
        (
            findings.of_backup(NOW - timedelta(hours=40), NOW),
            f"found the newest 40 hours old, needed 26. {SCHEDULE}",
        ),
        (
            findings.of_undelivered([f"R-{number}" for number in range(7)]),
            "found 7 made and paid for, not delivered for 15 minutes: R-0, R-1, R-2, R-3, R-4 and "
            "2 more. The page of the run says why; the next export of that file delivers it, for "
            "nothing.",
        ),
        (
            findings.of_waiting("R-7F3K2M", NOW - timedelta(minutes=12), NOW),
            "found R-7F3K2M waiting for 12 minutes, needed 2. Either nothing executes (see "
            "Executor), or many pressed at once and it comes by itself.",
        ),
    ],
)
def test_what_is_wrong_is_a_red_line_with_its_cure(finding: Finding, sentence: str):
    assert (finding.tone, finding.sentence) == (Tone.RED, sentence)


def test_a_database_can_be_wrong_in_two_ways_at_once():
    look = DatabaseLook(product="PostgreSQL 17.2", is_pooled=True)
    said = "Database: found schema 0001, needed 0004. Run `boekbrug migrate`."
    assert [one.sentence for one in findings.of_database(look, said)] == [
        "found schema 0001, needed 0004. Run `boekbrug migrate`.",
        "DATABASE_URL: found a transaction pooler (backend changed between two statements), needed "
        "a direct connection. Use the “direct” or port-5432 address.",
    ]


def test_the_recommended_processes_leave_three_of_twenty_connections_free():
    assert SMALL.connections_max == 17
    assert connections_problem(SMALL, 20) is None
    assert connections_problem(formation(8, 8), None) is None


@pytest.mark.parametrize(
    ("processes", "allowed", "sentence"),
    [
        (
            formation(2, 0),
            20,
            "This set-up can open 34 database connections, the plan allows 20. Set WEB_PROCESSES=1 "
            "or take a larger plan.",
        ),
        (
            formation(1, 1, executes=False),
            20,
            "This set-up can open 26 database connections, the plan allows 20. Set "
            "EXECUTE_IN_WEB=true, WEB_PROCESSES=1 and start no worker or take a larger plan.",
        ),
        (
            formation(1, 0),
            15,
            "This set-up can open 17 database connections, the plan allows 15. Set "
            "WORKER_CONCURRENCY=1, WEB_PROCESSES=1, EXECUTE_IN_WEB=true and start no worker or "
            "take a larger plan.",
        ),
        (
            formation(1, 0),
            10,
            "This set-up can open 17 database connections, the plan allows 10. Take a larger plan.",
        ),
    ],
)
def test_more_connections_than_the_plan_gives_are_refused_with_the_cure(
    processes: Formation, allowed: int, sentence: str
):
    assert connections_problem(processes, allowed) == sentence
