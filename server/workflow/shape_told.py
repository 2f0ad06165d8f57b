"""What a workbook tells only in the look before the write: what is hidden, merged or computed.

The plan of the run is made by then. It is told with the run all the same, so that its page and the
sidebar show what tab Check does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from boekbrug.server.bookkeeping.causes import WEIGHTS
from boekbrug.server.records.entries import FOLLOWING, Action, ProblemDetail
from boekbrug.server.wording.said import in_language
from boekbrug.server.workbook.layout import FoundLayout
from boekbrug.server.workflow.details import shape_details
from boekbrug.server.workflow.ends import found_by_check
from boekbrug.server.workflow.review import Report

_COUNTED = {"blocking": "blocking", "warning": "warnings"}


def with_shape(report: Report, layout: FoundLayout) -> Report:
    """Return the report of a run with what the shape of the tabs tells now besides.

    What would stop an export stops none that is made: there it is good to know.
    """
    is_made = report.run.batch_id is not None
    more = shape_details(layout, report.problems, report.language, is_made=is_made)
    if not more:
        return report
    order = (*WEIGHTS, FOLLOWING)
    problems = sorted((*report.problems, *more), key=lambda one: order.index(one.weight))
    result = _counted(report.run.result, more)
    run = replace(report.run, result=result)
    if run.action is Action.CHECK and result:
        rows = {(one.tab, row) for one in problems if one.weight == "blocking" for row in one.rows}
        found = found_by_check(result, len(rows), layout.title("Check"))
        run = replace(run, sentence=in_language(found, report.language))
    return replace(report, run=run, problems=tuple(problems))


def _counted(result: Mapping[str, Any], more: Sequence[ProblemDetail]) -> dict[str, Any]:
    """Return the figures of a run with these problems among them; none where it has none."""
    counted = dict(result)
    for one in more if result else ():
        counted[_COUNTED[one.weight]] += 1
    return counted
