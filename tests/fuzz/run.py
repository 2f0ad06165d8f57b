"""Reads thousands of damaged workbooks in child processes of limited memory: `make fuzz`.

FUZZ_SEED, FUZZ_COUNT and FUZZ_FIRST choose which; what fails is kept in the folder fuzz-failures.
"""

import os
import resource
import secrets
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

import click

from fuzz.trial import End, Outcome, damaged, judged, learn

FAILURES = Path("fuzz-failures")
COUNT = 10_000
CHUNK = 250
MEMORY_ABOVE_IDLE_BYTES = 1_500_000_000
"""Address space that a child may take beyond what it has when everything is imported."""
TRIAL_TIMEOUT_S = 60
_CONTEXT = get_context("spawn")  # a fresh interpreter each: no memory of the chunk before


@dataclass(slots=True)
class Tally:
    """What became of the workbooks so far; `peak_bytes` is the most that a child took."""

    ends: dict[str, Counter[End]] = field(default_factory=dict)
    failures: list[tuple[int, Outcome]] = field(default_factory=list)
    peak_bytes: int = 0

    def add(self, number: int, outcome: Outcome) -> None:
        """Count one workbook."""
        self.ends.setdefault(outcome.damage, Counter())[outcome.end] += 1
        if outcome.end is End.FAILED:
            self.failures.append((number, outcome))

    @property
    def count(self) -> int:
        """How many workbooks were counted."""
        return sum(ends.total() for ends in self.ends.values())


def main() -> None:
    """Read the workbooks and print what became of them; exit code 1 when one failed."""
    seed = os.environ.get("FUZZ_SEED") or secrets.token_hex(4)
    count = int(os.environ.get("FUZZ_COUNT", COUNT))
    first = int(os.environ.get("FUZZ_FIRST", "0"))
    click.echo(f"FUZZ_SEED={seed} FUZZ_FIRST={first} FUZZ_COUNT={count}")
    started = time.monotonic()
    tally = Tally()
    for number, outcome in run(seed, range(first, first + count), tally):
        tally.add(number, outcome)
        if outcome.end is End.FAILED:
            click.echo(f"{number}, {outcome.damage}: FAILED")
        if sys.stdout.isatty() or tally.count % 1_000 == 0:
            took_s = time.monotonic() - started
            end = "\r" if sys.stdout.isatty() else "\n"
            line = f"{tally.count} of {count}, {len(tally.failures)} failed, {took_s:.0f} s"
            click.echo(line + end, nl=False)
    click.echo("\n".join(table(tally)))
    click.echo(
        f"{tally.count} workbooks in {time.monotonic() - started:.0f} s; a child took at most "
        f"{tally.peak_bytes / 1e6:.0f} MB, allowed: {MEMORY_ABOVE_IDLE_BYTES / 1e6:.0f} MB of "
        "addresses above idle."
    )
    for number, outcome in sorted(tally.failures)[:20]:
        click.echo(f"\n{number}, {outcome.damage}:\n{outcome.why[:1_000]}")
    _keep(seed, tally)
    sys.exit(bool(tally.failures))


def table(tally: Tally) -> Iterator[str]:
    """Yield the lines of the summary: damage by damage, how its workbooks ended."""
    yield " ".join([f"{'damage':<38}", *(f"{end.value:>15}" for end in End)])
    total = Counter[End]()
    for damage, ends in sorted(tally.ends.items()):
        total.update(ends)
        yield " ".join([f"{damage:<38}", *(f"{ends[end]:>15}" for end in End)])
    yield " ".join([f"{'all':<38}", *(f"{total[end]:>15}" for end in End)])


def run(seed: str, numbers: range, tally: Tally) -> Iterator[tuple[int, Outcome]]:
    """Yield what became of each workbook, read in as many children as there are processors."""
    chunks = [numbers[at : at + CHUNK] for at in range(0, len(numbers), CHUNK)]
    working: dict[Connection, tuple[SpawnProcess, range]] = {}
    while chunks or working:
        while chunks and len(working) < (os.cpu_count() or 1):
            chunk = chunks.pop(0)
            ours, theirs = _CONTEXT.Pipe(duplex=False)
            child = _CONTEXT.Process(target=_work, args=(seed, chunk, theirs), daemon=True)
            child.start()
            theirs.close()
            working[ours] = (child, chunk)
        for ready in wait(list(working)):
            assert isinstance(ready, Connection)
            child, chunk = working.pop(ready)
            try:
                number, outcome, tally.peak_bytes = _received(ready, tally.peak_bytes)
            except EOFError:
                child.join()
                if chunk:  # it died at the first that it has not answered
                    died = f"the process ended with {child.exitcode}"
                    yield chunk[0], Outcome(damaged(seed, chunk[0]).damage, End.FAILED, died)
                    chunks.append(chunk[1:])
                continue
            working[ready] = child, chunk[1:]
            yield number, outcome


def _received(ready: Connection, peak_bytes: int) -> tuple[int, Outcome, int]:
    number, outcome, taken_bytes = ready.recv()
    return number, outcome, max(peak_bytes, taken_bytes)


def _work(seed: str, numbers: range, answers: Connection) -> None:
    """Read the workbooks in a child process and send what became of each."""
    with tempfile.TemporaryDirectory() as folder:
        learn(Path(folder))
        idle_bytes = _peak_bytes()
        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = taken * resource.getpagesize() + MEMORY_ABOVE_IDLE_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        for number in numbers:
            signal.alarm(TRIAL_TIMEOUT_S)
            outcome = judged(damaged(seed, number), Path(folder) / "damaged.xlsx")
            answers.send((number, outcome, _peak_bytes() - idle_bytes))
        signal.alarm(0)


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _keep(seed: str, tally: Tally) -> None:
    """Write each failing file, and say how to read it again."""
    if tally.failures:
        FAILURES.mkdir(exist_ok=True)
        click.echo(
            f"\nThe files are in {FAILURES}. Again: FUZZ_SEED={seed} FUZZ_FIRST=N FUZZ_COUNT=1"
        )
    for number, outcome in tally.failures:
        name = f"{seed}-{number}"
        (FAILURES / f"{name}.xlsx").write_bytes(damaged(seed, number).content)
        (FAILURES / f"{name}.txt").write_text(f"{outcome.damage}\n{outcome.why}\n", "utf-8")


if __name__ == "__main__":
    main()
