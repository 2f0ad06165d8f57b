"""Whether a document that an export seems to hold is really the same one (rule B2).

A number that was used before in another year, or for another customer, is another document: taken
for the exported one it would be lost without a word, or exported again for nothing. Where nothing
but the customer is otherwise, it is the same document, and was changed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from boekbrug.server.bookkeeping.booking import BookedDocument
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.history import Exported, History
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.payers import Payers
from boekbrug.server.bookkeeping.problems import Problem, coded, coded_at, term_in_words
from boekbrug.server.bookkeeping.settings import Period, Settings
from boekbrug.server.wording.said import said

Booked = Callable[[Document], BookedDocument | None]
"""How a document that was exported would be booked as it is; None when it cannot be."""
RESTARTS = "Numbering restarts every year"


def mistaken_for_exported(
    workbook: Workbook, history: History, period: Period, booked: Booked
) -> Iterator[Problem]:
    """Yield a problem for each document of the period whose number an export gave to another."""
    payers = Payers(workbook, history)
    for document in workbook.documents:
        past = history.exported.get(document.key)
        if past is None or document.issued_on not in period:
            continue
        if is_another_document(document, past, payers, history, booked):
            yield _mistaken(document, past, history.external_ids.get(past.external_id, ""))


def numbering_changed(
    documents: Iterable[Document], history: History, settings: Settings
) -> Iterator[Problem]:
    """Yield the problem of a setting that makes new documents of exported ones."""
    for document in documents:
        if document.key in history.exported:
            continue
        past = _by_the_other_setting(document, history)
        if past and past.issued_on.year == document.issued_on.year:
            yield coded(
                "numbering-changed",
                tab=settings.tab,
                column=RESTARTS,
                found=said("yes" if settings.numbering_restarts else "no"),
                allowed=said("no" if settings.numbering_restarts else "yes"),
                batch=past.batch,
                kind=term_in_words(document.kind),
                number=document.number,
            )
            return


def _mistaken(document: Document, past: Exported, owner: str) -> Problem:
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
    )


def is_another_document(
    document: Document, past: Exported, payers: Payers, history: History, booked: Booked
) -> bool:
    """Whether an export gave the number to another document than the one that has it here."""
    if is_of_another_year(document, past):
        return True
    if not is_another_customer(payers.of(document), past, history):
        return False
    now = booked(document)
    return now is None or (now.issued_on, now.net) != (past.issued_on, past.net)


def is_another_customer(customer: Customer, past: Exported, history: History) -> bool:
    """Whether a document was exported for another; a new name with the old number is no other."""
    owner = history.external_ids.get(past.external_id, customer.key)
    is_other_name = owner.casefold() != customer.key.casefold()
    return is_other_name and customer.external_id != past.external_id


def is_of_another_year(document: Document, past: Exported) -> bool:
    """Whether a document of that number was exported with a date of another year."""
    return past.issued_on.year != document.issued_on.year


def _by_the_other_setting(document: Document, history: History) -> Exported | None:
    """Return what was exported under the key that the document has with the other answer."""
    book_year = "" if document.key.book_year else str(document.year)
    return history.exported.get(replace(document.key, book_year=book_year))
