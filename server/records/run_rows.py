"""A row of the table of runs, as the run that it keeps."""

from typing import Any

import sqlalchemy as sa

from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.records.entries import Run, RunRequest


def run_of(row: sa.Row[Any]) -> Run:
    """Return the run of a row."""
    return Run(
        id=row.id,
        code=row.code,
        workbook_id=row.workbook_id,
        dossier_id=row.dossier_id,
        action=row.action,
        request=RunRequest(
            period=Period(row.period_first, row.period_last),
            selection=row.selection,
            plan=row.plan,
            tab=row.tab,
            header=row.header,
            documents=tuple(row.documents),
            hold=tuple(row.hold),
            replaces=row.replaces,
            not_imported=row.not_imported,
            all_customers=row.all_customers,
        ),
        pressed_by=row.pressed_by,
        state=row.state,
        stage=row.stage,
        percent=row.percent,
        sentence=row.sentence,
        result=row.result,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        conclusion=row.conclusion,
        batch_id=row.batch_id,
    )
