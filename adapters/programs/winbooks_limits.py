"""What WinBooks' fields cannot hold of a document, or hold otherwise than it was typed."""

from collections import defaultdict
from collections.abc import Iterator

from boekbrug.adapters.programs.winbooks_facts import PERIOD_MAX, SETTINGS
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.problems import Problem, coded, found_in_words
from boekbrug.server.bookkeeping.terms import Periods
from boekbrug.server.wording.said import said, word


def unfit_periods(batch: Batch) -> Iterator[Problem]:
    """Yield the periods that WinBooks does not have, each with the documents in it.

    How a book year of more than twelve months goes on there, the accountant knows; the numbers of
    one's own table are that answer.
    """
    most = PERIOD_MAX[batch.periods]
    beyond: defaultdict[tuple[str, str, int], list[BookedDocument]] = defaultdict(list)
    for document in batch.documents:
        if document.period > most:
            column = "Period" if document.vat_day else "Date"
            beyond[document.origin.tab, column, document.period].append(document)
    if batch.periods is Periods.OWN_TABLE:
        for number in dict.fromkeys(number for _, _, number in beyond):
            yield coded(
                "winbooks-period-of-closing",
                tab=SETTINGS,
                column="Period",
                found=found_in_words(number),
                number=number,
                most=most,
            )
        return
    for (tab, column, number), documents in beyond.items():
        yield coded(
            "winbooks-period-beyond",
            tab=tab,
            rows=tuple(sorted(document.origin.row for document in documents)),
            column=column,
            found=said(f"{batch.periods.value} of book year", number=number),
            most=most,
            own_table=word("choice", Periods.OWN_TABLE.value),
        )
