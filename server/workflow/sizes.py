"""How large one export may be; what is larger is exported in parts."""

from collections.abc import Iterator

from boekbrug.server.bookkeeping.problems import Problem, coded
from boekbrug.server.wording.said import said
from boekbrug.server.workflow.outside import RunLimits
from boekbrug.server.workflow.preparation import Prepared


def size_problems(prepared: Prepared, limits: RunLimits) -> Iterator[Problem]:
    """Yield a problem for each limit that the selected documents go beyond."""
    taken = [row for row in prepared.plan.rows if row.selected]
    rows = {row.origin for row in taken}
    lines = sum(
        len(document.lines)
        for document in prepared.reading.workbook.documents
        if document.origin in rows
    )
    counts = (
        ("too-many-documents", len(taken), limits.documents_max),
        ("too-many-lines", lines, limits.lines_max),
    )
    for code, count, most in counts:
        if count > most:
            yield coded(code, tab=said("place period"), count=count, most=most)
