"""The plugin point: what a bookkeeping program is to this house.

A program is a module of pure functions with the seven names of `Program`: no base class, no
registration call, no I/O, no clock. It is found by the entry point group `boekbrug.programs`;
a third party adds one in its own package with one line of its pyproject.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.metadata import EntryPoint, entry_points
from itertools import pairwise
from typing import Any, Protocol, runtime_checkable

from boekbrug.server.bookkeeping.booking import Batch, ExportFile, Totals
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.number_ranges import ANY_NUMBER, NumberRange
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.terms import Analytical, Treatment
from boekbrug.server.wording.said import said

API = 1
GROUP = "boekbrug.programs"
NAMES = ("API", "TITLE", "FACTS", "Parameters", "check", "render", "totals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is true of a program, as data.

    `countries` are where it is used, none for anywhere. `encoding` is Python's name of it.
    `external_id_pattern` is a regular expression for the whole ID, `external_id_allowed` says it
    in words; an ID of digits must also lie in `external_id_range`, the numbers that customers are
    given. `supplier_range` are the numbers of suppliers, where these have numbers of their own: a
    row of tab Customers with one of them is no customer's (rule B16). `number_pattern` turns year
    and sequence into the program's document number ("YYYYNNNN"). `vat_codes` gives the program's
    own code by treatment and rate; None when the program is told the workbook's codes.
    `analytical` are the fields beside the account that the files hold (rule B24). Of an offered
    cash discount (rule B6) `tells_vat_base` says whether the program is told a base of VAT that is
    lower than the net, without which such a document is refused, and `tells_cash_discount` whether
    it is told the discount and its days.
    `importing_again` says what the program does with a document that it has already,
    `overwrites_customers` what is lost of a customer that it has already; '' where nothing is,
    and then nobody is asked before all customers are written again. `how_to` is the page that
    travels with the files: one step a row. `sources` say where the rules come from, each with the
    date on which it was read, and `certainty` how sure they are.
    """

    countries: tuple[str, ...]
    encoding: str
    external_id_pattern: str
    external_id_allowed: str
    number_pattern: str | None
    vat_codes: Mapping[tuple[Treatment, Decimal], str] | None
    several_periods_in_a_file: bool
    several_book_years_in_a_file: bool
    needs_journals: bool
    external_id_range: NumberRange = ANY_NUMBER
    supplier_range: NumberRange | None = None
    analytical: frozenset[Analytical] = frozenset()
    tells_vat_base: bool = False
    tells_cash_discount: bool = False
    importing_again: str
    overwrites_customers: str = said("overwrites customers")
    how_to: tuple[str, ...]
    sources: tuple[str, ...]
    certainty: str


@runtime_checkable
class Program(Protocol):
    """A module of pure functions: same batch and parameters in, same bytes out."""

    @property
    def API(self) -> int:  # noqa: N802 - a module's constant
        """The version of this protocol that the module was written for."""
        ...

    @property
    def TITLE(self) -> str:  # noqa: N802 - a module's constant
        """The program's name as its users write it."""
        ...

    @property
    def FACTS(self) -> Facts:  # noqa: N802 - a module's constant
        """What is true of the program."""
        ...

    @property
    def Parameters(self) -> type:  # noqa: N802 - a module's class
        """The dataclass of what people fill in, made with `parameters.parameter`."""
        ...

    def check(self, batch: Batch, parameters: Any, /) -> Iterable[Problem]:
        """Yield every reason why the program would refuse the batch, and its warnings.

        The problems of `programs.checks` and `textfile` are said in the language of the workbook;
        a plain `Problem`, without code, keeps the words that the module gives it.
        """
        ...

    def render(self, batch: Batch, parameters: Any, /) -> Iterable[ExportFile]:
        """Yield the files; called only when `check` yielded no error."""
        ...

    def totals(self, files: Iterable[ExportFile], parameters: Any, /) -> Totals:
        """Return the control totals, parsed again from the bytes and from nothing else."""
        ...


@runtime_checkable
class LeavesOut(Protocol):
    """A program that takes some documents in no file; a module may have this eighth name."""

    def left_out(self, batch: Batch, parameters: Any, /) -> Mapping[DocumentKey, str]:
        """Return the documents that the files will not hold, each with the reason for people.

        `check`, `render` and `totals` are told of them no more. A document that no program of an
        export takes is not exported, not charged, and listed with the reason.
        """
        ...


def left_out_by(program: Program, batch: Batch, parameters: Any) -> Mapping[DocumentKey, str]:
    """Return the documents that the program leaves out, with the reasons; mostly none."""
    return program.left_out(batch, parameters) if isinstance(program, LeavesOut) else {}


class UnusableProgramError(TypeError):
    """An installed program module does not keep the protocol; the server does not start."""


def installed(found: Iterable[EntryPoint] | None = None) -> dict[str, Program]:
    """Return the program modules by entry-point name, sorted.

    Raises:
        UnusableProgramError: a module is broken, incomplete or written for another API, or two
            packages bring a program of the same name.
    """
    points = sorted(entry_points(group=GROUP) if found is None else found, key=lambda p: p.name)
    for point, following in pairwise(points):
        if point.name == following.name:
            raise UnusableProgramError(
                f"Program {point.name}: found twice, as {point.value} and {following.value}. "
                "Remove one of the two packages."
            )
    return {point.name: _load(point) for point in points}


def _load(point: EntryPoint) -> Program:
    try:
        module = point.load()
    except Exception as error:
        raise UnusableProgramError(
            f"Program {point.name}: found {point.value}, which cannot be imported ({error!r})."
        ) from error
    api = getattr(module, "API", API)
    if api != API:
        raise UnusableProgramError(
            f"Program {point.name}: found API {api}, needed {API}. "
            f"Install the version of {point.value} that was made for this server."
        )
    missing = [name for name in NAMES if not hasattr(module, name)]
    if missing or not isinstance(module, Program):
        raise UnusableProgramError(
            f"Program {point.name}: {point.value} lacks {', '.join(missing)}; "
            f"needed: {', '.join(NAMES)}."
        )
    return module
