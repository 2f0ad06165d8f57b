"""Whether a document that an export seems to hold is really the same one (rule B2).

The same number of another customer, or of another date, is the same document changed (rule B18).
Of another customer and another date it is another document, and so it may be of another book year
where the number says none: taken for the exported one it would be lost without a word, taken for
another it would be exported and charged twice. It is asked for.
"""

from collections.abc import Iterable, Iterator, Sequence

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.numbers import kind_and_prefix, says_year
from boekbrug.server.bookkeeping.payers import Payers
from boekbrug.server.bookkeeping.periods import book_year_of
from boekbrug.server.bookkeeping.problems import Problem, coded, coded_at, term_in_words
from boekbrug.server.bookkeeping.settings import BookYear, Period, Settings
from boekbrug.server.wording.said import Said, said, word

RESTARTS = "Numbering restarts every year"


def mistaken_for_exported(
    workbook: Workbook,
    history: History,
    payers: Payers,
    period: Period,
    years: Sequence[BookYear],
) -> Iterator[Problem]:
    """Yield a problem for each document of the period whose number an export gave to another."""
    for document in workbook.documents:
        past = history.exported.get(document.key)
        if past is None or document.issued_on not in period:
            continue
        if is_another_document(document, payers.of(document), past, history, years):
            yield _mistaken(document, past, history.external_ids.get(past.external_id, ""))


def numbering_changed(
    documents: Iterable[Document], history: History, settings: Settings
) -> Iterator[Problem]:
    """Yield the problem of a setting that makes new documents of exported ones.

    Numbers that say their year are the same with either answer.
    """
    typed = [one for one in documents if not says_year(one.key.number)]
    met = _by_the_other_answer(typed, history, settings)
    if met is None:
        return
    newest = max(typed, key=lambda one: one.issued_on)
    yield coded(
        "numbering-changed",
        tab=settings.tab,
        column=RESTARTS,
        found=said("yes" if settings.numbering_restarts else "no"),
        allowed=said("no" if settings.numbering_restarts else "yes"),
        batch=history.exported[met].batch,
        kind=term_in_words(met.kind),
        number=met.with_prefix,
        instead=_with_its_year(newest) if settings.numbering_restarts else "",
    )


def moved_over_the_year(
    booked: Iterable[BookedDocument], gone: Iterable[tuple[DocumentKey, Exported]]
) -> dict[DocumentKey, Problem]:
    """Return the problem of each document that an export holds under the year before or after.

    Args:
        booked: the documents of the export.
        gone: what was exported from this workbook and has no row in it.
    """
    rowless = {key: past for key, past in gone if key.book_year}
    found: dict[DocumentKey, Problem] = {}
    for one in booked:
        for key, past in rowless.items():
            if _is_neighbour(one.key, key) and _is_same(one, past):
                found[one.key] = _moved(one, past)
    return found


def is_another_document(
    document: Document,
    customer: Customer,
    past: Exported,
    history: History,
    years: Sequence[BookYear],
) -> bool:
    """Whether what was exported under the number of a document is taken for another document."""
    if document.issued_on == past.issued_on:
        return False
    is_moved = not says_year(document.key.number) and _is_of_another_year(document, past, years)
    return is_moved or is_another_customer(customer, past, history)


def is_another_customer(customer: Customer, past: Exported, history: History) -> bool:
    """Whether a document was exported for another; a new name with the old number is no other."""
    owner = history.external_ids.get(past.external_id, customer.key)
    is_other_name = owner.casefold() != customer.key.casefold()
    return is_other_name and customer.external_id != past.external_id


def _by_the_other_answer(
    typed: Iterable[Document], history: History, settings: Settings
) -> DocumentKey | None:
    """Return an exported document that the other answer knows, if possible one met again.

    Where there are exported ones of either answer, only one that is met again.
    """
    here = {(one.key.series, one.key.number) for one in typed}
    past = [key for key in (history.exported if here else ()) if not says_year(key.number)]
    others = [key for key in past if bool(key.book_year) is not settings.numbering_restarts]
    met = [key for key in others if (key.series, key.number) in here]
    return min(met or (others if len(others) == len(past) else ()), default=None)


def _is_of_another_year(document: Document, past: Exported, years: Sequence[BookYear]) -> bool:
    """Whether the dates lie in two book years; what is in none counts by calendar years."""
    now, then = book_year_of(document.issued_on, years), book_year_of(past.issued_on, years)
    if now and then:
        return now != then
    return document.issued_on.year != past.issued_on.year


def _mistaken(document: Document, past: Exported, owner: str) -> Problem:
    is_of_its_year = says_year(document.key.number)
    return coded_at(
        document.origin,
        "Number",
        "document-number-exported",
        number=document.number,
        day=document.issued_on,
        customer=document.customer,
        batch=past.batch,
        past_day=past.issued_on,
        past_customer=owner,
        instead="" if is_of_its_year else _with_its_year(document),
    )


def _is_neighbour(one: DocumentKey, other: DocumentKey) -> bool:
    is_one_number = (one.series, one.number) == (other.series, other.number)
    return bool(
        is_one_number and one.book_year and abs(int(one.book_year) - int(other.book_year)) == 1
    )


def _is_same(one: BookedDocument, past: Exported) -> bool:
    now = (one.customer.external_id, one.net, one.vat_total)
    return now == (past.external_id, past.net, past.vat)


def _moved(one: BookedDocument, past: Exported) -> Problem:
    return coded_at(
        one.origin,
        word("header", "Date"),
        "document-moved-to-other-year",
        number=one.number,
        day=one.issued_on,
        past_day=past.issued_on,
        batch=past.batch,
        instead=_with_its_year(one),
    )


def _with_its_year(document: Document | BookedDocument) -> Said:
    """Return the advice to write the year into a number that begins anew every year."""
    _, prefix = kind_and_prefix(document.key.series)
    number = f"{prefix}{document.year}/{document.sequence}"
    return said("number with its year", number=number)
