"""The cases of `tests/errors`: each a mistake, what the server says of it, and what to do.

A case is a directory with the name of its code. `case.toml` defines it, `workbook.xlsx` is made of
that, `problems.txt` and `problems.nl.txt` hold what a person reads, one sentence a line:

    where = "cell"                  # its chapter of docs/errors.md, see WHERE
    cause = "Why it happens."
    cure = "What to do."
    without = ["Lines"]             # tabs that are not there
    settings."VAT computed" = "x"   # answers of tab Settings
    action = "export"               # else check; or attach
    period = [2026-01-01, 2026-12-31]
    documents = ["2026/18"]         # the only ones that are asked for
    asked = {replaces = 1}          # what else the press asks for
    as_known = "test copy"          # see ARRANGEMENTS: what is so before
    [cells.Invoices.2]              # tab and row: cells by header, or by the letters of a column
    VAT = 0.21
    [shape.Invoices]                # what is hidden, merged, computed or linked: see error_shapes
    hidden_rows = [3]
    [before]                        # cells and settings of a file that was exported before
    [dossier]                       # what its record has otherwise
    [limits]                        # the most that one run takes, and the balance

Only the first three are always there. A check or an export is led through the real house: files,
records and all. What is wrong with a whole file has no code and no `workbook.xlsx`: `error_files`
makes the file, by the name of the case. A mistake that no workbook can show has `shown_by`, the
test that shows it, and its sentence in `problems.txt` by hand.
"""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from error_arrangements import ARRANGEMENTS
from error_files import FILES, WHILE_IT_WORKS, lock_of
from error_shapes import Shapes, shapes_of
from error_workbooks import (
    Tabs,
    answered,
    cells_of,
    cells_written,
    changed,
    good_workbook,
    write,
    write_in,
)
from house_support import ACME, Book, built
from records_support import NOW, dossier

from boekbrug.server.bookkeeping.settings import BookYear, Period
from boekbrug.server.records.entries import Action, Run
from boekbrug.server.records.errors import RegisterError
from boekbrug.server.wording.english import ENGLISH, PROBLEMS
from boekbrug.server.wording.said import in_language, said

ROOT = Path(__file__).resolve().parent / "errors"
DEFINITION, WORKBOOK = "case.toml", "workbook.xlsx"
WHERE = ("sheet", "cell", "trade", "program", "run", "file")
SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))
PROBLEMS_OF = MappingProxyType({"en": "problems.txt", "nl": "problems.nl.txt"})
OTHER = "acme/other"
SOME_ID = "8d3fa01c"
"""What stands for the id of a workbook, which is another one each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as it is defined; see the module."""

    code: str
    where: str
    cause: str
    cure: str
    cells: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    action: str = "check"
    period: tuple[date, date] = SEPTEMBER
    documents: tuple[str, ...] = ()
    shape: Shapes = field(default_factory=dict)
    asked: Mapping[str, Any] = field(default_factory=dict)
    as_known: str = ""
    before: Mapping[str, Any] | None = None
    dossier: Mapping[str, Any] = field(default_factory=dict)
    limits: Mapping[str, Any] = field(default_factory=dict)
    shown_by: str = ""

    @property
    def directory(self) -> Path:
        """Where it stands."""
        return ROOT / self.code

    @property
    def tabs(self) -> Tabs:
        """Its workbook: good but for the mistake."""
        made = changed(answered(good_workbook(), self.settings), self.cells)
        return {title: rows for title, rows in made.items() if title not in self.without}

    @property
    def tabs_before(self) -> Tabs:
        """The workbook as it was attached."""
        known = self.before or {}
        made = answered(good_workbook(), known.get("settings", {}))
        return changed(made, known.get("cells", {}))

    @property
    def is_of_a_file(self) -> bool:
        """Whether the file is wrong, and no cell."""
        return self.code in FILES

    @property
    def past(self) -> str:
        """What is so before: cases of one past that change nothing may share a house."""
        changes = self.code if self.as_known or self.action != "check" else ""
        return repr((changes, self.before, self.dossier, self.limits))

    def is_said_by(self, sentence: str) -> bool:
        """Whether an English sentence is made of the words of this code."""
        if self.is_of_a_file:
            return True
        words = PROBLEMS[self.code]
        verb = words.verb or ENGLISH.sentences["verb allowed"]
        finding = ENGLISH.sentences["finding"]
        told = finding.format(found=words.found, verb=verb, allowed=words.allowed)
        pattern = re.sub(r"\\\{\w+\\\}", ".*", re.escape(f"{told} {words.cure}".strip()))
        return re.search(pattern, sentence) is not None

    def kept(self, language: str) -> list[str]:
        """Return the sentences as the case keeps them."""
        path = self.directory / PROBLEMS_OF[language]
        return path.read_text(encoding="utf-8").splitlines()


def cases() -> list[Case]:
    """Return every case, by its code."""
    return [case_of(path.parent.name) for path in sorted(ROOT.glob(f"*/{DEFINITION}"))]


def case_of(code: str) -> Case:
    """Return the case of a code."""
    defined = tomllib.loads((ROOT / code / DEFINITION).read_text(encoding="utf-8"))
    pairs: dict[str, Any] = {
        name: tuple(defined[name]) for name in ("without", "period", "documents") if name in defined
    }
    return Case(code=code, **(defined | pairs))


class Street:
    """Houses to lead cases through, one for each past in each language."""

    def __init__(self, directory: Path) -> None:
        """Build in that directory."""
        self._directory = directory
        self._houses = ExitStack()
        self._books: dict[tuple[str, str], Book] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._houses.close()

    def said(self, case: Case, language: str) -> list[str]:
        """Return what the case is told, one sentence a line, each with its weight."""
        book = self._book(case, language)
        if case.action == "attach":
            return [_refused_at_attaching(book, case, language)]
        if language == "en" and (kept := case.directory / WORKBOOK).exists():
            book.path.write_bytes(kept.read_bytes())
        else:
            write_in(language, book.path, case.tabs, case.shape)
        wanted = {"documents": case.documents, **case.asked}
        run = book.house.press(book, Action(case.action), Period(*case.period), **wanted)
        if case.is_of_a_file:
            FILES[case.code](book.path)
            with WHILE_IT_WORKS.get(case.code, nullcontext)(book.path):
                ended = book.house.lead(run)
            lock_of(book.path).unlink(missing_ok=True)
            return [ended.sentence]
        book.house.steps.make(run.id)
        told = list(_sentences(book, book.house.run(run.id), language))
        book.house.steps.fail(run.id)  # the sheet need not be told, and the next one may come
        return told

    def _book(self, case: Case, language: str) -> Book:
        key = language, case.past
        if key not in self._books:
            book = self._books[key] = self._open(case, language)
            if case.before is not None:
                exported = book.export(Period(date(2026, 1, 1), date(2026, 12, 31)))
                assert exported.batch_id, exported.sentence
            if case.as_known:
                self._books[key] = ARRANGEMENTS[case.as_known](book)
        return self._books[key]

    def _open(self, case: Case, language: str) -> Book:
        limits = dict(case.limits)
        balance = limits.pop("balance", "25.00")
        place = self._directory / str(len(self._books))
        house = self._houses.enter_context(built(place, balance=balance))
        if limits:
            run_limits = replace(house.service.outside.run_limits, **limits)
            house = house.with_outside(run_limits=run_limits)
        path = house.directory / "acme.xlsx"
        write_in(language, path, case.tabs_before)
        if case.dossier:
            house.service.records.register.add_dossier(_dossier(case), now=NOW)
        return Book(house, house.attach(path, to=OTHER if case.dossier else ACME))


def accept(case: Case, street: Street) -> Iterator[Path]:
    """Write what the case is told now, for somebody to read; yield what differs from before."""
    for language, name in PROBLEMS_OF.items():
        path = case.directory / name
        told = "".join(f"{sentence}\n" for sentence in street.said(case, language))
        if not path.exists() or path.read_text(encoding="utf-8") != told:
            path.write_text(told, encoding="utf-8")
            yield path


def make_workbook(case: Case) -> Iterator[Path]:
    """Write the case's workbook where it is not there, or has other cells than it should."""
    path = case.directory / WORKBOOK
    if case.is_of_a_file:
        return
    is_made = path.exists() and cells_of(path) == cells_written(case.tabs)
    if not is_made or shapes_of(path) != case.shape:
        write(path, case.tabs, case.shape)
        yield path


def sentences_of_test(name: str) -> list[str]:
    """Return the texts that stand in a file of tests."""
    tree = ast.parse((ROOT.parent / name).read_text(encoding="utf-8"))
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [node.value for node in nodes if isinstance(node.value, str)]


def _dossier(case: Case) -> Any:
    given = dict(case.dossier)
    years = tuple(BookYear(*year) for year in given.pop("book_years", ()))
    return replace(dossier(OTHER), **given, book_years=years)


def _sentences(book: Book, run: Run, language: str) -> Iterator[str]:
    found = book.house.service.records.details.all_problems(run.id)
    for problem in found:
        weight = in_language(said(f"weight {problem.weight}"), language)
        yield f"{weight}: {problem.sentence}".replace(book.entry.id, SOME_ID)
    if not found:
        yield run.sentence


def _refused_at_attaching(book: Book, case: Case, language: str) -> str:
    path = book.house.directory / "second.xlsx"
    write_in(language, path, case.tabs)
    try:
        book.house.attach(path)
    except RegisterError as refusal:
        return str(refusal)
    return ""
