"""What a run keeps of its control totals, for the page, for machines and for tab Check."""

from collections.abc import Mapping
from typing import Any

from boekbrug.server.bookkeeping.cents import CentLine, explained, largest_first
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.programs.control_tables import control_tables
from boekbrug.server.wording.said import in_language

CENT_LINES_MAX = 20
"""More lines than anybody reads; the list of documents has each document's own."""


def run_controls(plan: Plan, language: str) -> Mapping[str, Any] | None:
    """Return the control tables, and the largest cents in that language.

    None while something blocks or nothing is taken: then nothing adds up yet.
    """
    if plan.batch is None or plan.blocking:
        return None
    lines = largest_first(cent_lines(plan))
    largest = [
        {"number": line.number, "sentence": in_language(line.sentence, language)}
        for line in lines[:CENT_LINES_MAX]
    ]
    return {**control_tables(plan.batch), "cents": {"count": len(lines), "largest": largest}}


def cent_lines(plan: Plan) -> tuple[CentLine, ...]:
    """Return where the cents of the plan's documents are."""
    batch = plan.batch
    return explained(batch.documents, batch.dossier.currency) if batch else ()
