"""What a run keeps of its control totals, for the page, for machines and for tab Check."""

from collections.abc import Mapping
from typing import Any

from boekbrug.server.bookkeeping.cents import CentLine, explained
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.programs.control_tables import cent_table, control_tables


def run_controls(plan: Plan, language: str) -> Mapping[str, Any] | None:
    """Return the control tables, and the largest cents in that language.

    None while something blocks or nothing is taken: then nothing adds up yet.
    """
    if plan.batch is None or plan.blocking:
        return None
    cents = cent_table(cent_lines(plan), language)
    return {**control_tables(plan.batch), "cents": cents}


def cent_lines(plan: Plan) -> tuple[CentLine, ...]:
    """Return where the cents of the plan's documents are."""
    batch = plan.batch
    return explained(batch.documents, batch.dossier.currency) if batch else ()
