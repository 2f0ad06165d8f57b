"""Measures the loader against its references and prints the gates: `make bench`.

Ratios of CPU time in one process, each loader in turn, the median of several rounds; the loop by
hand runs twice, so that the table shows how noisy the machine is. BENCH_LINES and BENCH_ROUNDS
choose how much. Memory is what Python allocates beyond the cells, at its peak, with every row
kept: as dicts by marshmallow, by the server as places in columns, which is how a `TypedLine` of
`server.workbook.lines` keeps its row. What is made of a row afterwards is the same for both.
"""

import gc
import os
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from statistics import median

import click

from bench.data import real, tab_of, unique, wrong
from bench.loaders import by_column, by_hand, by_schema, rows_for_schema, same

LINES = 100_000
ROUNDS = 5
NOISE_MAX = 0.10
"""Between two measurements of the same loop; above it the run says nothing."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that must hold: a ratio of the loader to a reference, and the most it may be."""

    name: str
    what: str
    ratio: float
    most: float

    @property
    def holds(self) -> bool:
        """Whether the ratio is small enough."""
        return self.ratio <= self.most


def main() -> None:
    """Print the gates; exit code 1 when one fails, 2 when the machine was too noisy to tell."""
    line_count = int(os.environ.get("BENCH_LINES", LINES))
    round_count = int(os.environ.get("BENCH_ROUNDS", ROUNDS))
    seconds = measured(line_count, round_count)
    click.echo(f"{line_count} lines, {round_count} rounds; seconds of CPU (median):")
    for name, taken_s in seconds.items():
        click.echo(f"  {name:<28}{taken_s:>8.3f}")
    peaks = peak_bytes(line_count)
    click.echo("Peak memory beyond the cells (MB):")
    for name, peak in peaks.items():
        click.echo(f"  {name:<28}{peak / 1e6:>8.1f}")
    found = list(gates(seconds, peaks))
    click.echo("\n".join(table(found)))
    noise = abs(seconds["real, by hand again"] / seconds["real, by hand"] - 1)
    click.echo(f"The same loop twice differed by {noise:.0%}.")
    if not all(gate.holds for gate in found):
        sys.exit(2 if noise > NOISE_MAX else 1)


def measured(line_count: int, round_count: int) -> dict[str, float]:
    """Return the median CPU seconds of each loader on each kind of lines, all run in turn."""
    runs: dict[str, Callable[[], object]] = {}
    for name, make in (("real", real), ("unique", unique), ("wrong", wrong)):
        tab = tab_of(make, line_count)
        if not same(tab):
            raise AssertionError(f"the loaders differ on the lines {name}")
        runs[f"{name}, loader"] = partial(by_column, tab)
        runs[f"{name}, by hand"] = partial(by_hand, tab)
        if name != "wrong":
            runs[f"{name}, by schema"] = partial(by_schema, tab, rows_for_schema(tab))
        if name == "real":
            runs["real, by hand again"] = runs["real, by hand"]
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(round_count):
        for name, load in runs.items():
            taken[name].append(_cpu_seconds(load))
    return {name: median(seconds) for name, seconds in taken.items()}


def peak_bytes(line_count: int) -> dict[str, int]:
    """Return what each loader allocates at its peak, with what it returns, on real lines."""
    tab = tab_of(real, line_count)
    rows = rows_for_schema(tab)
    return {
        "real, loader": _peak_bytes(partial(by_column, tab)),
        "real, by schema": _peak_bytes(partial(by_schema, tab, rows)),
    }


def gates(seconds: dict[str, float], peaks: dict[str, int]) -> Iterator[Gate]:
    """Yield the gates with what was measured."""

    def ratio(lines: str, reference: str) -> float:
        return seconds[f"{lines}, loader"] / seconds[f"{lines}, {reference}"]

    schema, hand = "Schema(many=True).load", "a loop by hand"
    yield Gate("P1", f"real lines, to {schema}", ratio("real", "by schema"), 1 / 7)
    yield Gate("P2", f"all different, to {schema}", ratio("unique", "by schema"), 1 / 3.5)
    yield Gate("P3", f"real lines, to {hand}", ratio("real", "by hand"), 1.0)
    yield Gate("P3", f"all different, to {hand}", ratio("unique", "by hand"), 2.0)
    yield Gate("P3", f"every line wrong, to {hand}", ratio("wrong", "by hand"), 2.5)
    memory = peaks["real, loader"] / peaks["real, by schema"]
    yield Gate("P5", f"peak memory, to {schema}", memory, 0.25)


def table(found: Iterable[Gate]) -> Iterator[str]:
    """Yield the lines of the summary."""
    yield f"{'gate':<6}{'the loader':<44}{'ratio':>8}{'at most':>9}"
    for gate in found:
        verdict = "passes" if gate.holds else "FAILS"
        yield f"{gate.name:<6}{gate.what:<44}{gate.ratio:>8.3f}{gate.most:>9.3f}  {verdict}"


def _cpu_seconds(load: Callable[[], object]) -> float:
    gc.collect()
    started = time.process_time()
    load()
    return time.process_time() - started


def _peak_bytes(load: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        load()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    main()
