"""What is wrong with documents that could not be made: whatever does not wait for what is wrong.

A mistake in a line or a cell hides nothing of the others. Each check runs where what it asks for
could be read; those that need the sum of a document wait until all of it can be.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from boekbrug.server.bookkeeping.accounts import (
    missing_accounts,
    missing_discount_account,
    unfit_accounts,
)
from boekbrug.server.bookkeeping.closing import closed
from boekbrug.server.bookkeeping.computing import names_account
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Outline, UnreadableRow
from boekbrug.server.bookkeeping.periods import accounting_period
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.settings import BookYear
from boekbrug.server.bookkeeping.settling import Settling
from boekbrug.server.bookkeeping.timing import no_period, untimely
from boekbrug.server.bookkeeping.treatments import misfits_of, rated_in_vain
from boekbrug.server.bookkeeping.typed_vat import wrong_typed_vat

CUSTOMER = frozenset({"customer", "kind", "delivery_country"})
DAYS = frozenset({"issued_on", "period", "supplied_from", "supplied_on"})
DISCOUNTS = frozenset({"discount_percent", "discount_amount"})


def of_outlines(
    unreadable: Iterable[UnreadableRow],
    settling: Settling,
    years: Sequence[BookYear],
    history: History,
) -> Iterator[Problem]:
    """Yield what is wrong with documents that could not be made, as far as they could be read.

    Args:
        unreadable: the rows that the export would take.
        settling: for the workbook and the seller's country.
        years: the book years.
        history: for the closed periods.
    """
    for row in unreadable:
        if row.outline:
            yield from _of_codes(row.outline, settling)
            yield from _of_accounts(row.outline, settling)
            right = replace(row.outline.document, lines=row.outline.right)
            yield from wrong_typed_vat(right, settling.workbook)
            if DAYS.isdisjoint(row.outline.unread):
                yield from _of_days(row.outline, settling, years, history)


def _of_codes(outline: Outline, settling: Settling) -> Iterator[Problem]:
    document, workbook = outline.document, settling.workbook
    if CUSTOMER.isdisjoint(outline.unread):
        yield from misfits_of(document, workbook, settling.country)
    yield from rated_in_vain(document, workbook)


def _of_accounts(outline: Outline, settling: Settling) -> Iterator[Problem]:
    workbook, lines = settling.workbook, outline.accounted
    if "customer" in outline.unread:  # who may have an account for lines that name none
        lines = tuple(line for line in lines if names_account(line, workbook))
    document = replace(outline.document, lines=lines)
    yield from missing_accounts(document, workbook)
    if DISCOUNTS.isdisjoint(outline.unread):
        yield from missing_discount_account(outline.document, workbook)
    yield from unfit_accounts(document, workbook, outline.unread)


def _of_days(
    outline: Outline, settling: Settling, years: Sequence[BookYear], history: History
) -> Iterator[Problem]:
    document, workbook = outline.document, settling.workbook
    if accounting_period(document, workbook.settings, years) is None:
        yield no_period(document, workbook.settings, years)
    else:
        yield from untimely(document, workbook)
        yield from closed([document], workbook, years, history).values()
