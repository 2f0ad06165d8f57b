"""What `boekbrug doctor` makes of the facts: green, or one sentence with its cure. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from boekbrug.server.records.probing import DatabaseLook

CLOCK_OFF_MAX_S = 10
"""Google's proofs of who pressed are refused when the clocks differ by more."""

FREE_BYTES_MIN = 200_000_000
BACKUP_AGE_MAX = timedelta(hours=26)
UNDELIVERED_AFTER = timedelta(minutes=15)
WAITING_MAX = timedelta(minutes=2)
SHOWN_MAX = 5
POOLED = (
    "DATABASE_URL: found a transaction pooler (backend changed between two statements), needed a "
    "direct connection. Use the “direct” or port-5432 address."
)
ECO = (
    "a process cannot see its own size, so look: `heroku ps:type`. An Eco dyno sleeps with "
    "unfinished work; `heroku ps:type basic` changes it."
)


class Tone(StrEnum):
    """How a finding is; a note is neither good nor bad."""

    GREEN = "ok"
    RED = "RED"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what it is about, how that is, and the sentence."""

    subject: str
    tone: Tone
    sentence: str


def green(subject: str, sentence: str) -> Finding:
    """Return a line that is well."""
    return Finding(subject, Tone.GREEN, sentence)


def red(subject: str, sentence: str) -> Finding:
    """Return a line with its cure; a sentence that begins with the subject does not repeat it."""
    return Finding(subject, Tone.RED, sentence.removeprefix(f"{subject}: "))


def of_settings(sentences: Sequence[str]) -> list[Finding]:
    """Return what is said of wrong and missing settings."""
    if not sentences:
        return [green("Settings", "complete.")]
    return [red("Settings", sentence) for sentence in sentences]


def of_database(look: DatabaseLook, schema_problem: str | None) -> list[Finding]:
    """Return what is said of a database that answers."""
    wrong = [red("Database", schema_problem)] if schema_problem else []
    if look.is_pooled:
        wrong.append(red("Database", POOLED))
    return wrong or [green("Database", f"{look.product} answers, its tables are up to date.")]


def of_clock(ahead_s: float, whose: str) -> Finding:
    """Return how this machine's clock compares; `ahead_s` is how far the other is ahead."""
    if abs(ahead_s) <= CLOCK_OFF_MAX_S:
        return green("Clock", f"agrees with {whose}.")
    way = "behind" if ahead_s > 0 else "ahead of"
    return red(
        "Clock",
        f"found it {abs(ahead_s):.0f} seconds {way} {whose}, needed at most {CLOCK_OFF_MAX_S}. "
        "Proofs of who pressed would be refused. Set the machine's clock by NTP.",
    )


def of_connections(problem: str | None, possible: int, allowed: int | None) -> Finding:
    """Return whether the database gives as many connections as the server can open."""
    if problem:
        return red("Connections", problem)
    if allowed is None:
        return green("Connections", "SQLite takes any number.")
    return green("Connections", f"{possible} possible, {allowed} allowed.")


def of_disk(place: str, trouble: str, free_bytes: int) -> Finding:
    """Return whether DATA_DIR can be written; `trouble` is '' when it can."""
    if trouble:
        return red(
            "Disk",
            f"DATA_DIR: found {place} not writable ({trouble}), needed a directory that this "
            "process may write in.",
        )
    free = f"{free_bytes / 1e9:.1f} GB"
    if free_bytes < FREE_BYTES_MIN:
        return red(
            "Disk",
            f"DATA_DIR: found {free} free in {place}, needed {FREE_BYTES_MIN / 1e9:.1f} GB. Make "
            "room, or give it a larger disk.",
        )
    return green("Disk", f"{place} is writable, {free} free.")


def of_executor(*, is_alive: bool, executes_in_web: bool) -> Finding:
    """Return whether any process executes runs."""
    if is_alive:
        return green("Executor", "alive.")
    if executes_in_web:
        cure = "The web process executes: start it (`boekbrug serve`), or read its log"
        return red("Executor", f"found none alive: presses are kept but nothing runs. {cure}.")
    return red(
        "Executor",
        "EXECUTE_IN_WEB is false and no worker is alive: presses are kept but nothing runs. Start "
        "a worker or set it to true.",
    )


def of_google(address: str, troubles: Sequence[str]) -> list[Finding]:
    """Return whether Google lets the service account work."""
    if not troubles:
        return [green("Google", f"{address} gets a token; Sheets and Drive are on.")]
    return [red("Google", trouble) for trouble in troubles]


def of_backup(newest: datetime | None, now: datetime) -> Finding:
    """Return whether a backup was seen lately."""
    schedule = (
        "Schedule one (`heroku pg:backups:schedule DATABASE_URL --at '02:00 Europe/Brussels'`), "
        "and report it by `boekbrug backup seen <url or date>`."
    )
    if newest is None:
        return red("Backup", f"none known. {schedule}")
    age_hours = (now - newest) / timedelta(hours=1)
    if now - newest > BACKUP_AGE_MAX:
        return red("Backup", f"found the newest {age_hours:.0f} hours old, needed 26. {schedule}")
    return green("Backup", f"the newest is {age_hours:.0f} hours old.")


def of_undelivered(codes: Sequence[str]) -> Finding:
    """Return whether exports are paid for and not delivered; `codes` are those of their runs."""
    if not codes:
        return green("Exports", "none is made and undelivered.")
    more = f" and {len(codes) - SHOWN_MAX} more" if len(codes) > SHOWN_MAX else ""
    return red(
        "Exports",
        f"found {len(codes)} made and paid for, not delivered for 15 minutes: "
        f"{', '.join(codes[:SHOWN_MAX])}{more}. The page of the run says why; the next export of "
        "that file delivers it, for nothing.",
    )


def of_waiting(code: str, since: datetime | None, now: datetime) -> Finding:
    """Return whether a run waits too long; `since` is None when none waits."""
    if since is None or now - since <= WAITING_MAX:
        return green("Runs", "none waits long.")
    return red(
        "Runs",
        f"found {code} waiting for {(now - since) / timedelta(minutes=1):.0f} minutes, needed 2. "
        "Either nothing executes (see Executor), or many pressed at once and it comes by itself.",
    )


def of_dyno() -> Finding:
    """Return what can be said of a process on Heroku."""
    return Finding("Dyno", Tone.NOTE, ECO)
