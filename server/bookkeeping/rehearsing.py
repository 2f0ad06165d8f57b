"""A rehearsal: what an export would write, marked as a test, with nothing numbered or charged.

It shows an accountant what will come, before the first real file: most imports fail on a setting.
"""

from collections.abc import Collection
from dataclasses import replace

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import REHEARSAL, Batch, BookedDocument
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Workbook
from boekbrug.server.bookkeeping.number_ranges import NumberRange
from boekbrug.server.bookkeeping.problems import Origin
from boekbrug.server.bookkeeping.texts import REHEARSAL_WORDS

WIDTH_MIN = 4
ROOM = 999


def as_rehearsed(history: History) -> History:
    """Return the past as a rehearsal goes on from it: nothing costs anything.

    It may count from any start value: its numbers are nobody's. What was exported and the numbers
    that customers have stay, so that the same documents are
    taken under the same numbers as by an export.
    """
    free = tuple(replace(price, amount_eur=ZERO) for price in history.prices)
    return replace(history, prices=free, next_batch=REHEARSAL, numbers_confirmed_from=0)


def with_own_numbers(workbook: Workbook, allowed: NumberRange) -> Workbook:
    """Return the workbook whose customers without a number get one of the rehearsals' range.

    Where the program does not hold that range it is the last thousand numbers that it holds.
    """
    start = rehearsal_start(workbook.settings.first_external_id)
    if int(start) not in allowed:
        start = str(max(allowed.first, allowed.last - ROOM))
    return replace(workbook, settings=replace(workbook.settings, first_external_id=start))


def rehearsal_start(start: str) -> str:
    """Return where the numbers of rehearsals start: the last block of numbers of that width.

    Exports count up from `start` and need years to get there. The width stays, because programs
    ask for numbers of a certain length.

    >>> rehearsal_start("100000"), rehearsal_start("1"), rehearsal_start("95000")
    ('900000', '9000', '80000')
    """
    width = max(len(start), WIDTH_MIN)
    return ("8" if start.zfill(width).startswith("9") else "9").ljust(width, "0")


def marked(batch: Batch, without_room: Collection[Origin] = ()) -> Batch:
    """Return the batch with the mark of a rehearsal before the text of each document.

    Args:
        batch: of a rehearsal.
        without_room: the documents whose text stays as it is.
    """
    word = REHEARSAL_WORDS[batch.language]

    def with_mark(document: BookedDocument) -> BookedDocument:
        is_full = document.origin in without_room
        return document if is_full else replace(document, text=f"{word} {document.text}")

    return replace(batch, documents=tuple(map(with_mark, batch.documents)))
