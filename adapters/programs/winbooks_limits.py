"""What WinBooks' fields cannot hold of a document, or hold otherwise than it was typed."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from boekbrug.adapters.programs.winbooks_facts import PERIOD_MAX, SETTINGS
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument
from boekbrug.server.bookkeeping.problems import (
    Problem,
    Severity,
    coded,
    coded_at,
    found_in_words,
)
from boekbrug.server.bookkeeping.terms import Periods
from boekbrug.server.wording.said import said, word

RATE_MIN = Decimal("0.00001")
RATE_MAX = Decimal("999999.99999")


def written_rate(rate: Decimal) -> Decimal:
    """Return a rate of exchange as CURRATE holds it: with five decimals.

    >>> written_rate(Decimal("1.0847")), written_rate(Decimal("0.3345675"))
    (Decimal('1.08470'), Decimal('0.33457'))
    """
    return rate.quantize(RATE_MIN, ROUND_HALF_UP)


def unfit_rates(document: BookedDocument) -> Iterator[Problem]:
    """Yield the rate that CURRATE cannot hold, or holds with fewer decimals than were typed.

    What is booked are the amounts, which stand in the file in both currencies: another rate than
    WinBooks knows is a warning there (CUR_ERR). So fewer decimals change nothing of them.
    """
    if document.foreign is None:
        return
    rate = document.foreign.rate
    if rate > RATE_MAX or written_rate(rate) < RATE_MIN:
        yield coded_at(
            document.origin,
            "Rate",
            "winbooks-rate-without-room",
            found=found_in_words(rate),
            least=RATE_MIN,
            most=RATE_MAX,
        )
    elif written_rate(rate) != rate:
        yield coded_at(
            document.origin,
            "Rate",
            "winbooks-rate-rounded",
            severity=Severity.WARNING,
            found=found_in_words(rate),
            written=written_rate(rate),
        )


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
