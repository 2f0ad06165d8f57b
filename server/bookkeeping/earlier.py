"""The documents of earlier exports, by what made their numbers in the accountant's program (B2).

A program refuses or doubles a number that is in the journal already, whatever export brought it.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.model import DocumentKey, EarlierDocument
from boekbrug.server.bookkeeping.periods import book_year_of
from boekbrug.server.bookkeeping.settings import BookYear


def earlier_documents(
    booked: Collection[BookedDocument], history: History, years: Sequence[BookYear]
) -> Iterator[EarlierDocument]:
    """Yield what stands in the journals of the booked documents, in the same book years.

    Of what was exported before journals were remembered nothing is known.
    """
    journals = {document.journal for document in booked}
    again = {document.key for document in booked}
    own_years = {_first_day(document.issued_on, years) for document in booked}
    for key, past in history.exported.items():
        if key in again or past.facts.get("journal") not in journals:
            continue
        first_day = _first_day(past.issued_on, years)
        if first_day in own_years:
            yield _earlier(key, past, (first_day or past.issued_on).year)


def _earlier(key: DocumentKey, past: Exported, book_year: int) -> EarlierDocument:
    year, _, sequence = key.number.rpartition("/")
    return EarlierDocument(
        number=key.with_prefix,
        kind=key.kind,
        journal=past.facts["journal"],
        year=int(year or key.book_year or book_year),
        sequence=int(sequence),
        number_pattern=past.facts.get("pattern", ""),
        batch=past.batch,
    )


def _first_day(day: date, years: Sequence[BookYear]) -> date | None:
    year = book_year_of(day, years)
    return year.first if year else None
