"""Where the cents of a document are, in words: for whoever adds it up and comes to something else.

VAT rounded on the lines differs from VAT rounded on the total, what was printed from what is
computed, a sum in another currency from the sum of its parts. Each document that has such a cent
gets one line that says what was taken, and why, and on which row it stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import CENT, ZERO, rounded
from boekbrug.server.bookkeeping.booking import (
    BookedDocument,
    ForeignAmounts,
    RevenueRow,
)
from boekbrug.server.bookkeeping.cent_facts import CentFacts
from boekbrug.server.bookkeeping.printed import differing_cents
from boekbrug.server.bookkeeping.problems import Origin, term_in_words
from boekbrug.server.wording.said import Said, said, together


@dataclass(frozen=True, slots=True)
class CentLine:
    """One document's line; `most` is the largest of its differences, above zero."""

    origin: Origin
    number: str
    most: Decimal
    sentence: Said


@dataclass(frozen=True, slots=True)
class _Cent:
    """One difference in words."""

    amount: Decimal
    sentence: Said


def explained(documents: Iterable[BookedDocument], currency: str) -> tuple[CentLine, ...]:
    """Return the lines of the documents that have a cent to explain, in their order.

    Args:
        documents: as booked.
        currency: that of the books.
    """
    lines = (_line(document, currency) for document in documents)
    return tuple(line for line in lines if line)


def largest_first(lines: Iterable[CentLine]) -> list[CentLine]:
    """Return the lines by their largest difference; of equal ones the first stays first."""
    return sorted(lines, key=lambda line: -line.most)


def _line(document: BookedDocument, currency: str) -> CentLine | None:
    found = [*_of_vat(document), *_of_rounding(document), *_of_conversion(document, currency)]
    if not found:
        return None
    own = (
        [said("cents in currency", currency=document.foreign.currency)] if document.foreign else []
    )
    sentence = together(*own, *(cent.sentence for cent in found), said("cents balance"))
    most = max(abs(cent.amount) for cent in found)
    return CentLine(document.origin, document.number, most, sentence)


def _of_vat(document: BookedDocument) -> Iterator[_Cent]:
    facts, mode = document.cents, document.vat_mode
    if facts is None:
        return
    differing = tuple(differing_cents(_by_code(facts)))
    if differing:
        on_lines, on_total = _total(facts.on_lines), _total(facts.on_total)
        is_by_settings = mode is facts.by_settings
        sentence = said(
            "cents both ways",
            on_lines=on_lines,
            on_total=on_total,
            differences=differing,
            mode=term_in_words(mode),
            why=said("cents by settings" if is_by_settings else "cents by print"),
        )
        yield _Cent(max(map(abs, _by_code(facts).values())), sentence)
    computed = facts.in_mode(mode)
    codes = tuple(row.vat_code for row in document.vat if row.own_vat != computed[row.vat_code])
    whole = _total(computed)
    if facts.remainder:
        values = {"computed": whole, "taken": whole + facts.remainder}
        yield _Cent(facts.remainder, said("cents remainder", codes=codes, **values))
    if facts.printed:
        settled = whole + facts.remainder
        values = {"computed": settled, "printed": settled + facts.printed}
        cents = abs(facts.printed)
        sentence = said("cents printed", cents=cents, codes=codes, **values)
        yield _Cent(facts.printed, sentence)
    if facts.unsettled:
        held = sum((row.own_vat for row in document.vat), ZERO)
        values = {"left": held + facts.unsettled, "printed": held, "open": facts.unsettled}
        yield _Cent(facts.unsettled, said("cents unsettled", **values))


def _by_code(facts: CentFacts) -> dict[str, Decimal]:
    return {code: vat - facts.on_total[code] for code, vat in facts.on_lines.items()}


def _of_rounding(document: BookedDocument) -> Iterator[_Cent]:
    """Yield the row of rounding: it alone has no VAT code (rule B12)."""
    for row in document.revenue:
        if not row.vat_code:
            cents = said("cents rounding", amount=row.own_net, account=row.account)
            yield _Cent(row.own_net, cents)


def _of_conversion(document: BookedDocument, currency: str) -> Iterator[_Cent]:
    """Yield what is left when the parts are converted each by itself (rule B11)."""
    foreign, facts = document.foreign, document.cents
    if foreign is None:
        return
    settled = facts.settled_codes if facts else ()
    for row in document.revenue:
        left = _left_over(row, foreign)
        if left and row.vat_code not in settled:
            yield _Cent(
                left,
                said(
                    "cents of code",
                    vat_code=row.vat_code,
                    sign="+" if left > 0 else "-",
                    cents=abs(left),
                    account=row.account,
                    currency=currency,
                ),
            )
    if settled and facts and facts.converted is not None:
        yield _of_settling(document.gross, facts.converted, settled, currency)
        return
    at_once = rounded(foreign.gross / foreign.rate)
    if at_once != document.gross:
        values = {"at_once": at_once, "gross": document.gross, "currency": currency}
        yield _Cent(document.gross - at_once, said("cents of total", **values))


def _of_settling(
    gross: Decimal, converted: Decimal, settled: tuple[str, ...], currency: str
) -> _Cent:
    """Return what a credit note took of its invoice in the books, be it between net and VAT."""
    codes = tuple(code or said("controls rounding") for code in settled)
    if gross == converted:
        return _Cent(CENT, said("cents settled within", codes=codes, currency=currency))
    values = {"converted": converted, "gross": gross, "currency": currency}
    return _Cent(gross - converted, said("cents settled", codes=codes, **values))


def _left_over(row: RevenueRow, foreign: ForeignAmounts) -> Decimal:
    alone = row.net if row.foreign_net is None else rounded(row.foreign_net / foreign.rate)
    return row.net - alone


def _total(by_code: Mapping[str, Decimal]) -> Decimal:
    return sum(by_code.values(), ZERO)
