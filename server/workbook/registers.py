"""What rows of other tabs refer to by name: customers, accounts and VAT codes.

Names are compared without case. A row that could not be read is remembered by its name, so that
whoever refers to it is sent to that row and not told that the name is unknown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from boekbrug.server.bookkeeping.problems import Origin, Problem, found_in_words, rows_in_words
from boekbrug.server.wording.said import Said, said
from boekbrug.server.workbook.columns import Row, read_rows
from boekbrug.server.workbook.layout import FoundTab
from boekbrug.server.workbook.nearest import NearestNames

DRAFT = "draft"
T = TypeVar("T")
Check = Callable[[Row], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Generic[T]):
    """The things of a tab by their casefolded names; `faulty` names lead to rows with errors.

    `nameless` is the first row whose name cannot be read, or None. `left_out` are the rows, by
    casefolded name, that are no things of this kind, whatever stands in them.
    """

    title: str
    noun: str
    things: Mapping[str, T]
    faulty: Mapping[str, int]
    held: frozenset[str]
    nameless: int | None
    nearest: NearestNames
    left_out: Mapping[str, int] = field(default_factory=dict)

    def find(self, name: str) -> T | None:
        """Return the thing of that name, if it could be read."""
        return self.things.get(name.casefold())

    def waits(self, name: str) -> bool:
        """Whether the name is that of a row on hold that could not be read."""
        return name.casefold() in self.held

    def refusal(self, row: Row, attribute: str, name: str) -> Problem:
        """Return why a cell does not lead to a thing of this tab."""
        if row_left_out := self.left_out.get(name.casefold()):
            code = f"{self.noun}-is-none"
            return row.wrong(attribute, code, title=self.title, row=row_left_out)
        faulty_row = self.faulty.get(name.casefold())
        if faulty_row:
            code = f"faulty-{self.noun}"
            problem = row.wrong(attribute, code, title=self.title, row=faulty_row)
            return replace(problem, behind=Origin(self.title, faulty_row))
        near = self.nearest.of(name)
        if near is None:
            return self.after(row.wrong(attribute, f"unknown-{self.noun}", title=self.title))
        nearest, near_row = found_in_words(near[0]), near[1]
        code = f"misspelt-{self.noun}"
        problem = row.wrong(attribute, code, title=self.title, nearest=nearest, row=near_row)
        return self.after(problem)

    def after(self, problem: Problem) -> Problem:
        """Return the problem of an unknown name, which may be the one that cannot be read."""
        if self.nameless is None:
            return problem
        return replace(problem, behind=Origin(self.title, self.nameless))


def rows_of(tab: FoundTab | None) -> Iterator[Row]:
    """Return the rows of a tab, none where the sheet lacks it."""
    return iter(()) if tab is None else read_rows(tab)


def read_register(
    rows: Iterable[Row],
    *,
    title: str,
    noun: str,
    attribute: str,
    make: Callable[[Row], T],
    check: Check,
) -> tuple[Register[T], list[Problem]]:
    """Return the things of a tab and every problem of its rows but those on hold.

    Args:
        rows: those of the tab, see `rows_of`.
        title: the tab's title in the sheet.
        noun: what a row is, for the codes of the problems: "unknown-customer".
        attribute: the column that holds the name.
        make: gives the thing of a row whose cells were all accepted.
        check: gives what else is wrong with a row, as far as its cells could be read.
    """
    rows = list(rows)
    things, named, problems = _read(rows, attribute, make, check)
    first = {key: same[0] for key, same in named.items()}
    problems += _double_names(named.values(), noun, attribute)
    unread = {key: row for key, row in first.items() if key not in things}
    return Register(
        title=title,
        noun=noun,
        things=things,
        faulty={key: row.number for key, row in unread.items()},
        held=frozenset(key for key, row in unread.items() if is_held(row)),
        nameless=_first_nameless(rows, attribute),
        nearest=NearestNames({first[key][attribute]: first[key].number for key in things}),
    ), problems


def _read(
    rows: Iterable[Row], attribute: str, make: Callable[[Row], T], check: Check
) -> tuple[dict[str, T], dict[str, list[Row]], list[Problem]]:
    """Return the things by name, the rows of each name, and what is wrong with them."""
    problems: list[Problem] = []
    things: dict[str, T] = {}
    named: dict[str, list[Row]] = {}
    # A row on hold gives way to one of the same name that is not.
    for row in sorted(rows, key=is_held):
        thing = None if row.lacks else make(row)
        found = [*check(row)]
        if not is_held(row):
            problems += [*row.problems(), *found]
        if key := str(row.get(attribute, "")).casefold():
            same = named.setdefault(key, [])
            if thing is not None and not same:
                things[key] = thing
            if not same or not is_held(row):
                same.append(row)
    return things, named, problems


def _first_nameless(rows: Iterable[Row], attribute: str) -> int | None:
    nameless = (row.number for row in rows if attribute in row.refused and not is_held(row))
    return next(nameless, None)


def is_held(row: Row) -> bool:
    """Whether a row is to be left alone: somebody ticked Hold, or it is a draft."""
    return row.get("hold") is True or row.get("status") == DRAFT


def many_times(count: int) -> Said:
    """Return how often something stands there.

    >>> many_times(2), many_times(3)
    ('twice', '3 times')
    """
    return said("twice") if count == 2 else said("times", count=count)  # noqa: PLR2004 - its word


def _double_names(named: Iterable[list[Row]], noun: str, attribute: str) -> Iterator[Problem]:
    for rows in named:
        first, *others = rows
        if not others:
            continue
        times, which = many_times(len(rows)), rows_in_words([row.number for row in others])
        cure = said(f"one {noun} twice" if len(others) == 1 else f"one {noun} often", rows=which)
        problem = first.wrong(attribute, "name-twice", times=times, cure=cure)
        yield at_rows(problem, rows)


def at_rows(problem: Problem, rows: Iterable[Row]) -> Problem:
    """Return the problem as one of several rows."""
    return replace(problem, rows=tuple(row.number for row in rows))
