"""How teams, dossiers, workbooks and prices stand in their tables, and come out again."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from boekbrug.server.bookkeeping.settings import BookYear, Dossier
from boekbrug.server.bookkeeping.tariff import Price
from boekbrug.server.bookkeeping.told import LastTold
from boekbrug.server.records.entries import Team, WorkbookEntry, file_name
from boekbrug.server.records.tables import dossiers, prices, teams, workbooks


def team_of(row: sa.Row[Any]) -> Team:
    """Return the team of a row of `teams`."""
    return Team(id=row.id, key=row.key, name=row.name, credit_limit=row.credit_limit)


def dossier_row(dossier: Dossier) -> dict[str, object]:
    """Return the dossier's own columns."""
    return {
        "key": dossier.key,
        "vat_number": dossier.vat_number,
        "legal_name": dossier.legal_name,
        "country": dossier.country,
        "currency": dossier.currency,
        "zone": dossier.zone,
        "program": dossier.program,
        "book_years": [
            [year.first.isoformat(), year.last.isoformat(), year.code]
            for year in dossier.book_years
        ],
    }


def dossier_of(row: sa.Row[Any]) -> Dossier:
    """Return the dossier of a row of `dossiers`."""
    return Dossier(
        key=row.key,
        vat_number=row.vat_number,
        legal_name=row.legal_name,
        country=row.country,
        currency=row.currency,
        zone=row.zone,
        program=row.program,
        book_years=tuple(
            BookYear(date.fromisoformat(first), date.fromisoformat(last), code)
            for first, last, code in row.book_years
        ),
    )


def read_workbooks(
    connection: sa.Connection, condition: sa.ColumnElement[bool]
) -> tuple[WorkbookEntry, ...]:
    """Return the workbooks that meet a condition, in the order in which they were attached."""
    query = (
        sa.select(workbooks, dossiers.c.team_id)
        .join(dossiers, workbooks.c.dossier_id == dossiers.c.id)
        .where(condition)
        .order_by(workbooks.c.attached_at, workbooks.c.id)
    )
    return tuple(_workbook(connection, row) for row in connection.execute(query).all())


def _workbook(connection: sa.Connection, row: sa.Row[Any]) -> WorkbookEntry:
    own_dossier = sa.select(dossiers).where(dossiers.c.id == row.dossier_id)
    own_team = sa.select(teams).where(teams.c.id == row.team_id)
    return WorkbookEntry(
        id=row.id,
        dossier_id=row.dossier_id,
        dossier=dossier_of(connection.execute(own_dossier).one()),
        team=team_of(connection.execute(own_team).one()),
        kind=row.kind,
        location=row.location,
        folder=row.folder,
        secret_version=row.secret_version,
        lines_estimate=row.lines_estimate,
        title=row.title,
        hmac_allowed=row.hmac_allowed,
        audience=row.audience,
        addresses=tuple(row.addresses),
        is_test=row.is_test,
        language=row.language,
        told=LastTold(row.told_export, frozenset(row.told_columns)),
        continued_by=_title(connection, row.continued_by),
    )


def _title(connection: sa.Connection, workbook_id: str) -> str:
    """Return what people call that workbook; '' for none."""
    query = sa.select(workbooks.c.title, workbooks.c.location).where(workbooks.c.id == workbook_id)
    row = connection.execute(query).first() if workbook_id else None
    return file_name(row.title, row.location) if row else ""


def read_prices(connection: sa.Connection) -> tuple[Price, ...]:
    """Return all prices, the oldest first."""
    rows = connection.execute(sa.select(prices).order_by(prices.c.since, prices.c.kind))
    return tuple(Price(row.since, row.kind, row.amount_eur) for row in rows)
