"""The details of a run: a small row per document and per problem, kept 90 days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from boekbrug.server.records.database import reading
from boekbrug.server.records.entries import FOLLOWING, DocumentDetail, Page, ProblemDetail
from boekbrug.server.records.tables import run_documents, run_problems, runs

PAGE_LENGTH_MAX = 200

Detail = TypeVar("Detail", DocumentDetail, ProblemDetail)


class Details:
    """The details of all runs. Whoever asks has opened the run by its workbook before."""

    def __init__(self, engine: sa.Engine) -> None:
        """Read and write that database."""
        self._engine = engine

    def keep(
        self,
        run_id: str,
        documents: Sequence[DocumentDetail],
        problems: Sequence[ProblemDetail],
    ) -> None:
        """Keep these details of the run, in this order, in place of what was kept before."""
        kept: tuple[tuple[sa.Table, list[dict[str, Any]]], ...] = (
            (run_documents, [_document_row(document) for document in documents]),
            (run_problems, [_problem_row(problem) for problem in problems]),
        )
        with self._engine.begin() as connection:
            for table, rows in kept:
                connection.execute(sa.delete(table).where(table.c.run_id == run_id))
                if rows:
                    connection.execute(sa.insert(table), _numbered(run_id, rows))

    def tell(
        self,
        run_id: str,
        problems: Sequence[ProblemDetail],
        *,
        sentence: str,
        result: Mapping[str, Any],
    ) -> None:
        """Keep these problems of an open run in place of those before, and how it ends with them.

        Args:
            run_id: the run.
            problems: all of them, in their order.
            sentence: how it will end, for people.
            result: its figures.
        """
        rows = _numbered(run_id, [_problem_row(problem) for problem in problems])
        with self._engine.begin() as connection:
            connection.execute(sa.delete(run_problems).where(run_problems.c.run_id == run_id))
            connection.execute(sa.insert(run_problems), rows)
            connection.execute(
                sa.update(runs)
                .where(runs.c.id == run_id)
                .values(sentence=sentence, result=dict(result))
            )

    def documents(self, run_id: str, after: int = 0, limit: int = 200) -> Page[DocumentDetail]:
        """Return the documents after a cursor (0: from the first), at most 200."""
        return self._page(run_documents, _document, run_id, after=after, limit=limit)

    def problems(self, run_id: str, after: int = 0, limit: int = 200) -> Page[ProblemDetail]:
        """Return the problems after a cursor (0: from the first), at most 200."""
        is_listed = run_problems.c.weight != FOLLOWING
        return self._page(run_problems, _problem, run_id, is_listed, after=after, limit=limit)

    def all_documents(self, run_id: str) -> tuple[DocumentDetail, ...]:
        """Return the documents of the run in their order."""
        return self._all(run_documents, _document, run_id)

    def all_problems(self, run_id: str) -> tuple[ProblemDetail, ...]:
        """Return the problems of the run in their order, but those that follow from another."""
        return self._all(run_problems, _problem, run_id, run_problems.c.weight != FOLLOWING)

    def following_problems(self, run_id: str) -> tuple[ProblemDetail, ...]:
        """Return the problems of the run that follow from another."""
        return self._all(run_problems, _problem, run_id, run_problems.c.weight == FOLLOWING)

    def prune(self, older_than: datetime) -> None:
        """Forget the details of the runs that were pressed before an instant."""
        old = sa.select(runs.c.id).where(runs.c.created_at < older_than)
        with self._engine.begin() as connection:
            for table in (run_documents, run_problems):
                connection.execute(sa.delete(table).where(table.c.run_id.in_(old)))

    def _page(
        self,
        table: sa.Table,
        make: Callable[[sa.RowMapping], Detail],
        run_id: str,
        *only: sa.ColumnElement[bool],
        after: int,
        limit: int,
    ) -> Page[Detail]:
        length = min(limit, PAGE_LENGTH_MAX)
        query = _ordered(table, run_id).where(table.c.position > after, *only).limit(length + 1)
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings().all()
        shown = rows[:length]
        return Page(
            items=tuple(make(row) for row in shown),
            next=shown[-1]["position"] if len(rows) > length else None,
        )

    def _all(
        self,
        table: sa.Table,
        make: Callable[[sa.RowMapping], Detail],
        run_id: str,
        *only: sa.ColumnElement[bool],
    ) -> tuple[Detail, ...]:
        with reading(self._engine) as connection:
            rows = connection.execute(_ordered(table, run_id).where(*only)).mappings()
            return tuple(make(row) for row in rows)


def _ordered(table: sa.Table, run_id: str) -> sa.Select[Any]:
    return sa.select(table).where(table.c.run_id == run_id).order_by(table.c.position)


def _numbered(run_id: str, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"run_id": run_id, "position": position, **row}
        for position, row in enumerate(rows, start=1)
    ]


def _document_row(document: DocumentDetail) -> dict[str, Any]:
    return _columns(document) | {"key": dict(document.key)}


def _problem_row(problem: ProblemDetail) -> dict[str, Any]:
    return _columns(problem) | {"keys": [dict(key) for key in problem.keys]}


def _columns(detail: Detail) -> dict[str, Any]:
    return {field.name: getattr(detail, field.name) for field in fields(detail)}


def _document(row: sa.RowMapping) -> DocumentDetail:
    return DocumentDetail(**_values(row))


def _problem(row: sa.RowMapping) -> ProblemDetail:
    lists = {name: tuple(row[name]) for name in ("rows", "keys")}
    return ProblemDetail(**_values(row) | lists)


def _values(row: sa.RowMapping) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in {"run_id", "position"}}
