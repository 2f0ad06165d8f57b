"""One mistake, one sentence: problems that follow from another, and the order of a list.

What follows from another problem still stops an export, and is still noted beside its row; the
list leaves it out, because who mends the cause has mended it too.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.problems import Problem, Severity, merged

LISTED_MAX = 50
"""More sentences than anybody corrects before the next check."""
WEIGHTS = ("blocking", "warning", "later")
"""The parts of a plan that hold problems, the worst first."""
Weighed = tuple[str, Problem]
"""A problem with its weight, the part of a plan that it stands in."""
OF_A_KIND_MAX = 5
"""So many of one kind stand in a list that cannot hold all: they show what the others are."""

_WHOLE_TAB = frozenset(
    {"missing-tab", "misspelt-tab", "no-headers", "missing-header", "misspelt-header"}
    | {"renamed-header", "renamed-headers", "merged-headers", "second-header"}
)
_WHOLE_COLUMN = frozenset({"second-header"})
_PRINTED = frozenset({"printed-amount-differs", "printed-amount-differs-either-way"})
_OF_TABS: Mapping[str, frozenset[str]] = {
    "Customers": frozenset(
        {"unknown-customer", "misspelt-customer", "faulty-customer"}
        | {"winbooks-company-without-vat-number"}
    ),
    "VAT": frozenset(
        {"unknown-vat-code", "misspelt-vat-code", "faulty-vat-code", "vat-rate-as-fraction"}
        | {"vat-rate-of-several-codes", "account-missing"}
    ),
    "Accounts": frozenset(
        {"unknown-account", "misspelt-account", "faulty-account", "unknown-setting-account"}
        | {"faulty-vat-code"}
    ),
    "Invoices": frozenset(
        {"line-without-invoice", "vat-without-net", "net-without-vat", "number-without-series"}
        | {"invoice-without-lines", *_PRINTED}
    ),
    "Lines": frozenset({"invoice-without-lines", "line-without-invoice", *_PRINTED}),
    "Settings": frozenset(
        {"winbooks-journal-code", "winbooks-one-journal", "e-invoices-unanswered"}
    ),
}
"""By tab, what is said elsewhere when the tab, or one of its columns, is not found."""

_OF_ROWS: Mapping[str, frozenset[str]] = {
    "total-below-zero": frozenset(
        {"negative-invoice", "credit-note-typed-negative", "credit-note-typed-positive"}
    ),
}
"""By code, what on the same row says it already."""

_OF_FINDS: Mapping[str, frozenset[str]] = {
    "winbooks-account-length": frozenset(
        {"unknown-account", "misspelt-account", "account-of-other-length"}
        | {"unknown-setting-account", "setting-account-of-other-length"}
    ),
}
"""By code, what says of the same content of a cell, wherever it stands, that it is wrong."""

_OF_SETTINGS: Mapping[str, frozenset[str]] = {
    "own-table-without-periods": frozenset({"unreadable-period"}),
    "outside-own-periods": frozenset(
        {"own-table-without-periods", "unreadable-period", "overlapping-periods"}
    ),
    **dict.fromkeys(
        (
            *("one-exported-and-gone", "exported-and-gone", "winbooks-number-taken"),
            *("renumbered-after-export", "export-not-on-record"),
        ),
        frozenset({"numbering-changed"}),
    ),
}
"""By code, what of tab Settings says it already, whatever the row."""

_MAY_FOLLOW = frozenset({"line-without-invoice", "invoice-without-lines"})
"""What often, not always, comes of another row: it stands behind the others of the list."""
_SENT_TO_THE_CAUSE = frozenset(
    {"faulty-customer", "faulty-account", "faulty-vat-code", "domestic-vat-for-foreigner"}
    | {"export-not-on-record", "renumbered-after-export"}
)
"""What says nothing that its cause does not say; others behind a row stand after it."""


@dataclass(frozen=True, slots=True)
class _Causes:
    """The errors that others may follow from, by how they are found again."""

    tabs: frozenset[str]
    columns: frozenset[tuple[str, str]]
    rows: frozenset[tuple[str, int]]
    cells: Mapping[tuple[str, int, str], Problem]
    codes: frozenset[tuple[str, str, int]]
    finds: frozenset[tuple[str, str]]
    everywhere: frozenset[str]


def without_what_follows(plan: Plan, title: Callable[[str], str]) -> Plan:
    """Return the plan with what follows from another of its problems set apart.

    What the row of the cause says already is said nowhere.

    Args:
        plan: with every problem.
        title: gives what the sheet calls a tab, by its English name.
    """
    now = _causes(plan.blocking, title)
    ever = _causes((*plan.blocking, *plan.later), title)
    blocking, follow_now = _parted(plan.blocking, now, title)
    warnings, _ = _parted(plan.warnings, now, title)
    later, follow_later = _parted(plan.later, ever, title)
    return replace(
        plan,
        blocking=blocking,
        warnings=warnings,
        later=later,
        following=(*follow_now, *follow_later),
    )


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems as a list is worked through, identical ones as one.

    Errors stand before warnings; what concerns a whole tab or a setting before what concerns
    rows; what may come of another row behind it; then what concerns more rows.
    """
    return sorted(merged(problems), key=_rank)


def listed_problems(plan: Plan) -> tuple[list[Weighed], list[Weighed]]:
    """Return the problems of the plan that a list shows at once, in its order, and the others.

    Where there are too many, each kind has a few of its own, so that none hides another.
    """
    groups = zip(WEIGHTS, (plan.blocking, plan.warnings, plan.later), strict=True)
    problems = [(weight, problem) for weight, group in groups for problem in worst_first(group)]
    if len(problems) <= LISTED_MAX:
        return problems, []
    seen = Counter[str]()
    places: list[tuple[int, int]] = []
    for index, (_, problem) in enumerate(problems):
        kind = kind_of(problem)
        if seen[kind] < OF_A_KIND_MAX:
            places.append((seen[kind], index))
        seen[kind] += 1
    shown = {index for _, index in sorted(places)[:LISTED_MAX]}
    return (
        [one for index, one in enumerate(problems) if index in shown],
        [one for index, one in enumerate(problems) if index not in shown],
    )


def kind_of(problem: Problem) -> str:
    """Return what problems have in common that are of one kind."""
    return problem.code or problem.allowed


def kinds_of(problems: Iterable[Problem]) -> int:
    """Return of how many kinds the problems are."""
    return len(set(map(kind_of, problems)))


def _rank(problem: Problem) -> tuple[bool, bool, bool, int]:
    may_follow = problem.behind is not None or problem.code in _MAY_FOLLOW
    is_warning = problem.severity is Severity.WARNING
    return is_warning, bool(problem.rows), may_follow, -len(problem.rows)


def _parted(
    problems: Iterable[Problem], causes: _Causes, title: Callable[[str], str]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return what stands for itself, and what follows from a cause elsewhere."""
    new = [one for one in problems if not _is_said_of_the_row(one, causes)]
    apart = [(one, _follows(one, causes, title)) for one in new]
    return (
        tuple(one for one, follows in apart if not follows),
        tuple(one for one, follows in apart if follows),
    )


def _causes(errors: Iterable[Problem], title: Callable[[str], str]) -> _Causes:
    blocking = [error for error in errors if error.blocks]
    cells: dict[tuple[str, int, str], Problem] = {}
    for error in blocking:
        for cell in _cells(error, title("Settings")):
            cells.setdefault(cell, error)
    placed = [(error.tab, row, error) for error in blocking for row in error.rows]
    return _Causes(
        tabs=frozenset(error.tab for error in blocking if error.code in _WHOLE_TAB),
        columns=frozenset((one.tab, one.column) for one in blocking if one.code in _WHOLE_COLUMN),
        rows=frozenset((tab, row) for tab, row, error in placed if error.behind is None),
        cells=cells,
        codes=frozenset((error.code, tab, row) for tab, row, error in placed),
        finds=frozenset((error.code, error.found) for error in blocking),
        everywhere=frozenset(error.code for error in blocking),
    )


def _cells(problem: Problem, settings: str) -> Iterator[tuple[str, int, str]]:
    """Yield the cell of a problem of one cell; a setting is found by its name alone too."""
    if problem.column and len(problem.rows) <= 1:
        row = problem.rows[0] if problem.rows else 0
        yield problem.tab, row, problem.column
        if problem.tab == settings:
            yield problem.tab, 0, problem.column


def _follows(problem: Problem, causes: _Causes, title: Callable[[str], str]) -> bool:
    if any(problem.code in codes and title(tab) in causes.tabs for tab, codes in _OF_TABS.items()):
        return True
    if problem.rows and (problem.tab, problem.column) in causes.columns:
        return True
    if problem.behind and problem.code in _SENT_TO_THE_CAUSE:
        return (problem.behind.tab, problem.behind.row) in causes.rows
    if not causes.everywhere.isdisjoint(_OF_SETTINGS.get(problem.code, ())):
        return True
    codes = _OF_FINDS.get(problem.code, ())
    return any((code, problem.found) in causes.finds for code in codes)


def _is_said_of_the_row(problem: Problem, causes: _Causes) -> bool:
    """Whether another error of the same cell, or one that says more, was found before."""
    if len(problem.rows) > 1:
        return False
    row = problem.rows[0] if problem.rows else 0
    codes = _OF_ROWS.get(problem.code, ())
    if any((code, problem.tab, row) in causes.codes for code in codes):
        return True
    first = causes.cells.get((problem.tab, row, problem.column))
    return first is not None and first is not problem
