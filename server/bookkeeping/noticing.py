"""What an export takes as it stands and what may still be a slip of the hand."""

from collections.abc import Iterator, Sequence
from datetime import date

from boekbrug.server.bookkeeping.gaps import missing_numbers
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.nameless import without_customer
from boekbrug.server.bookkeeping.odd_years import odd_years
from boekbrug.server.bookkeeping.plan import RowState
from boekbrug.server.bookkeeping.posting import suggested_accounts
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import BookYear


def worth_a_look(  # noqa: PLR0917 - a plan on its way, in its parts
    workbook: Workbook,
    documents: Sequence[Document],
    rows: Sequence[RowState],
    history: History,
    years: Sequence[BookYear],
    latest: date,
) -> Iterator[Problem]:
    """Yield the warnings about accounts, missing customers and numbers, and odd years.

    Args:
        workbook: everything that was typed.
        documents: what the export takes.
        rows: every row with its state.
        history: what was exported.
        years: the book years.
        latest: today, or the last day of the period if that is later.
    """
    yield from suggested_accounts(documents, workbook)
    yield from without_customer(documents, workbook)
    yield from missing_numbers(workbook, history, rows, documents)
    yield from odd_years(workbook, history, latest, years)
