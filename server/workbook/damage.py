"""What happened to a sheet without anybody noticing: found before the schemas speak.

A spreadsheet turns what people type into something else, and people sort, hide, merge and copy.
Each finding is said once, at its cell: what the schemas would say of the same cells because of
it is left out. Nothing is guessed and nothing put right.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.workbook.cells import Cells
from boekbrug.server.workbook.damage_amounts import odd_amounts
from boekbrug.server.workbook.damage_cells import damaged_cells, damaged_settings
from boekbrug.server.workbook.damage_finding import Finding
from boekbrug.server.workbook.damage_rows import damaged_rows
from boekbrug.server.workbook.damage_shape import copied_tabs, damaged_shape
from boekbrug.server.workbook.damage_totals import rows_of_totals
from boekbrug.server.workbook.layout import FoundLayout


@dataclass(frozen=True, slots=True)
class Damage:
    """Everything that happened to a sheet, and the cells whose other problems come of it.

    `cells` are title of the tab, row, and header as the sheet writes it; '' stands for every
    column of the row.
    """

    problems: tuple[Problem, ...]
    cells: frozenset[tuple[str, int, str]]

    def others(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield the problems that this damage is not the cause of."""
        for problem in problems:
            if not (self.cells and problem.rows and self._causes(problem)):
                yield problem

    def _causes(self, problem: Problem) -> bool:
        tab, column = problem.tab, problem.column
        return all(
            (tab, row, column) in self.cells or (tab, row, "") in self.cells for row in problem.rows
        )


def find_damage(cells: Cells, layout: FoundLayout) -> Damage:
    """Return what happened to the sheet.

    Args:
        cells: all its tabs.
        layout: where everything stands in them.
    """
    totals = list(rows_of_totals(layout))
    findings = [*totals, *_outside(totals, _findings(cells, layout))]
    return Damage(
        problems=tuple(finding.problem for finding in findings),
        cells=frozenset(cell for finding in findings for cell in finding.cells()),
    )


def _outside(totals: Iterable[Finding], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what happened to more than rows of totals: of these nothing else is said."""
    summed = {(one.problem.tab, row) for one in totals for row in one.problem.rows}
    for one in findings:
        rows = {(one.problem.tab, row) for row in one.problem.rows}
        if not rows or not rows <= summed:
            yield one


def _findings(cells: Cells, layout: FoundLayout) -> Iterator[Finding]:
    yield from copied_tabs(cells, layout)
    yield from damaged_shape(layout)
    yield from damaged_rows(layout)
    if settings := layout.tabs.get("Settings"):
        yield from damaged_settings(settings)
    for tab in layout.tabs.values():
        yield from damaged_cells(tab)
        yield from odd_amounts(tab)
