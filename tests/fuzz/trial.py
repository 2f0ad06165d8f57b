"""One damaged workbook: made from a seed and a number, read, and judged."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

from example_firm import DOSSIER, EXAMPLE, SUMMER

from boekbrug.adapters.google.values import TornError
from boekbrug.adapters.local.excel import ExcelLimits, ExcelWorkbook
from boekbrug.config.limits import limits, tariff
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.problems import Origin, sentence
from boekbrug.server.programs.protocol import installed
from boekbrug.server.records.entries import RunRequest, Team, WorkbookEntry
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workbook.schemas import schemas_for
from boekbrug.server.workflow.ports import UnreachableError
from boekbrug.server.workflow.preparation import Prepared, Surroundings, prepare, render
from fuzz.booked import booked_differences
from fuzz.cells import CELL_DAMAGES, damage_cell
from fuzz.dutch import in_dutch
from fuzz.google import Answers, answered, as_google_has_it, torn
from fuzz.grid import TEAMS, Grid, good, packed
from fuzz.habits import CELL_HABITS, STRUCTURE_HABITS
from fuzz.memory import FILE_BYTES_MAX, Meter
from fuzz.oracle import Judge, cell_differences
from fuzz.package import XML_DAMAGES, ZIP_DAMAGES
from fuzz.reading import MARKS
from fuzz.reference import grid_of
from fuzz.structure import HEADER_DAMAGES, STRUCTURE_DAMAGES

ENTRY = WorkbookEntry(
    id="1",
    dossier_id=1,
    dossier=DOSSIER,
    team=Team(id=1, key="acme", name="Acme bv", credit_limit=Decimal(0)),
    kind="xlsx",
    location="",
    folder="",
    secret_version=1,
    lines_estimate=None,
)
CELLS = {**CELL_DAMAGES, **CELL_HABITS}
FAMILIES: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "cell": (45, tuple(CELLS)),
    "header": (10, tuple(HEADER_DAMAGES)),
    "structure": (15, tuple(STRUCTURE_DAMAGES)),
    "habit": (15, tuple(STRUCTURE_HABITS)),
    "Google": (8, ("values", "torn")),
    "zip": (12, tuple(ZIP_DAMAGES)),
    "XML": (18, tuple(XML_DAMAGES)),
}
"""Weight and kinds of damage of each family."""
DUTCH_SHARE = 0.25
"""How many of the others have Dutch titles, headers, settings and kinds."""
OWN_FILE_SHARE = 0.08
"""How many of the damaged files are the example as it is, which a library wrote."""


class End(StrEnum):
    """How a damaged workbook ended."""

    REFUSED = "refused"
    NAMED = "problems named"
    SAME = "read the same"
    OTHERWISE = "read as it shows"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one damaged workbook; `why` says what failed, else ''."""

    damage: str
    end: End
    why: str = ""


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged file and what it shows; `grid` is None where nobody can tell.

    It is read as if its workbook had that locale, which no file has: a Google Sheet does.
    """

    damage: str
    content: bytes
    grid: Grid | None
    before: str
    locale: str = ""
    answers: Answers | None = None


def damaged(seed: str, number: int) -> Damaged:
    """Return the workbook of that number; the same for the same seed."""
    dice = Random(f"{seed}/{number}")
    weights = [weight for weight, _ in FAMILIES.values()]
    [family] = dice.choices(list(FAMILIES), weights)
    kind = dice.choice(FAMILIES[family][1])
    name = f"{family}: {kind}"
    shares_texts = dice.random() < 0.5
    if family in ("zip", "XML"):
        is_own = dice.random() < OWN_FILE_SHARE
        before = "own" if is_own else "shared" if shares_texts else "inline"
        content = {**ZIP_DAMAGES, **XML_DAMAGES}[kind](dice, _good_file(before))
        return Damaged(name, content, grid_of(content, _headers()), before)
    grid = good()
    if dice.random() < DUTCH_SHARE:
        in_dutch(grid)
    if family == "Google":
        return _google(dice, name, grid)
    changes: dict[str, Callable[[], None]] = {
        "cell": partial(damage_cell, dice, grid, kind, CELLS),
        "header": lambda: HEADER_DAMAGES[kind](dice, grid),
        "structure": lambda: STRUCTURE_DAMAGES[kind](dice, grid),
        "habit": lambda: STRUCTURE_HABITS[kind](dice, grid),
    }
    changes[family]()
    for _ in range(dice.choice([0, 0, 0, 0, 1, 1, 3])):
        damage_cell(dice, grid, dice.choice(tuple(CELLS)), CELLS)
    content, locale = packed(grid, shares_texts=shares_texts), dice.choice(["", *MARKS])
    return Damaged(name, content, grid, "inline", locale)


def _google(dice: Random, name: str, grid: Grid) -> Damaged:
    """Return a damaged Google Sheet."""
    damages = [*STRUCTURE_DAMAGES.values(), *STRUCTURE_HABITS.values(), *HEADER_DAMAGES.values()]
    if dice.random() < 0.5:
        dice.choice(damages)(dice, grid)
    for _ in range(dice.randint(0, 3)):
        damage_cell(dice, grid, dice.choice(tuple(CELLS)), CELLS)
    as_google_has_it(grid)
    answers = answered(grid)
    answers = torn(dice, answers) if name.endswith("torn") else answers
    return Damaged(name, b"", grid, "inline", answers=answers)


def judged(file: Damaged, path: Path) -> Outcome:
    """Read the file at `path` and return how it ended; nothing is raised."""
    path.write_bytes(file.content)
    meter = Meter()
    try:
        ended = _read_to_end(file, path, meter)
    except BaseException:  # noqa: BLE001 - a library may raise what is no Exception
        return Outcome(file.damage, End.FAILED, traceback.format_exc())
    if meter.taken_bytes > FILE_BYTES_MAX:
        return Outcome(file.damage, End.FAILED, f"it took {meter.taken_bytes / 1e6:.0f} MB to read")
    return ended


def _read_to_end(file: Damaged, path: Path, meter: Meter) -> Outcome:
    try:
        cells = file.answers.read() if file.answers else _read(path)
    except TornError:
        return Outcome(file.damage, End.REFUSED)
    except UnreachableError as refusal:
        is_sentence = refusal.permanent and " allowed: " in refusal.sentence
        end = End.REFUSED if is_sentence else End.FAILED
        return Outcome(file.damage, end, "" if is_sentence else refusal.sentence)
    finally:
        meter.stop()
    return _judged_cells(file, cells if file.answers else replace(cells, locale=file.locale))


def _judged_cells(file: Damaged, cells: Cells) -> Outcome:
    is_same = cells.tabs == read_at(file.before).tabs
    grid = None if is_same else file.grid
    if grid is None and not is_same:
        return Outcome(file.damage, End.FAILED, "read, although nobody can tell what it shows")
    made = prepared_of(cells)
    wrong = [] if grid is None or file.answers else list(cell_differences(grid, cells))
    if grid and not wrong:
        wrong = list(Judge(grid, made.reading, file.locale).violations())
    problems = [sentence(one) for one in made.reading.workbook.problems]
    problems += [sentence(one) for one in made.plan.blocking]
    if made.plan.batch and not made.plan.blocking:
        wrong += booked_differences(made.plan.batch, made.reading.workbook.documents)
        render(made, ENTRY, "1")
    if wrong:
        return Outcome(file.damage, End.FAILED, "\n".join([*wrong[:5], *problems[:5]]))
    known = prepared(file.before)
    if _documents(made) == _documents(known) and made.plan.blocking == known.plan.blocking:
        return Outcome(file.damage, End.SAME)
    is_named = made.plan.blocking or len(problems) > len(known.reading.workbook.problems)
    return Outcome(file.damage, End.NAMED if is_named else End.OTHERWISE)


def _read(path: Path) -> Cells:
    most = limits()
    return ExcelWorkbook(
        path,
        limits=ExcelLimits(
            file_bytes_max=most.file_bytes_max,
            uncompressed_bytes_max=most.uncompressed_bytes_max,
            rows_max=most.rows_max,
        ),
    ).read()


def prepared_of(cells: Cells) -> Prepared:
    """Return what is made of cells, whatever stands in them."""
    around = Surroundings(
        programs=_programs(), today=date(2026, 10, 5), top_up_text="", code_version="1"
    )
    history = History(prices=tariff(), balance=Decimal("25.00"))
    return prepare(cells, ENTRY, history, RunRequest(period=SUMMER), around)


@cache
def _programs() -> Mapping[str, Any]:
    return installed()


@cache
def _headers() -> dict[str, set[str]]:
    schemas = schemas_for(installed())
    return {name: {str(f.data_key) for f in schemas[name].fields.values()} for name in TEAMS}


@cache
def _good_file(which: str) -> bytes:
    if which == "own":
        return EXAMPLE.read_bytes()
    return packed(good(), shares_texts=which == "shared")


_GOOD: dict[str, Cells] = {}


def learn(folder: Path) -> None:
    """Read the undamaged workbooks, in a folder where files may be put."""
    for which in ("inline", "shared", "own"):
        path = folder / f"{which}.xlsx"
        path.write_bytes(_good_file(which))
        _GOOD[which] = _read(path)
        path.unlink()


def read_at(which: str) -> Cells:
    """Return the cells of an undamaged workbook, after `learn`."""
    return _GOOD[which]


@cache
def prepared(which: str) -> Prepared:
    """Return what is made of an undamaged workbook, after `learn`."""
    return prepared_of(_GOOD[which])


def _documents(prepared: Prepared) -> list[Any]:
    nowhere = Origin("", 0)
    return sorted(
        (
            replace(one, origin=nowhere, lines=tuple(_lines(one.lines)))
            for one in prepared.reading.workbook.documents
        ),
        key=lambda one: one.key,
    )


def _lines(lines: tuple[Any, ...]) -> Iterator[Any]:
    return (replace(line, origin=Origin("", 0)) for line in sorted(lines, key=repr))
