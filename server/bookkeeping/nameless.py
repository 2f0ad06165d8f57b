"""Documents without a customer: who stands for those that nobody named (rule B9)."""

from collections.abc import Iterator, Sequence

from boekbrug.server.bookkeeping.changes import NAMED_MAX, tab_of_documents
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded, found_in_words
from boekbrug.server.wording.said import said, word


def without_customer(documents: Sequence[Document], workbook: Workbook) -> Iterator[Problem]:
    """Yield the one line that names the documents without a customer; of many it names five.

    Args:
        documents: what the export takes.
        workbook: everything that was typed.
    """
    nameless = [document for document in documents if document.names_nobody]
    if not nameless:
        return
    more = len(nameless) - NAMED_MAX
    yield coded(
        "booked-without-customer",
        tab=tab_of_documents(workbook),
        column=word("header", "Customer"),
        severity=Severity.WARNING,
        numbers=tuple(document.number for document in nameless[:NAMED_MAX]),
        more=said("and more gone", count=more) if more > 0 else "",
        customer=found_in_words(nameless[0].customer),
        settings=workbook.settings.tab,
    )
