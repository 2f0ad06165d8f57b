"""The amounts as printed on the document against the computed ones, in both ways of rounding.

What was printed is what the customer pays: when the printed amounts are those of the other way
of rounding, that way is taken for the document. Anything else is an error with the figures.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded_at, term_in_words
from boekbrug.server.bookkeeping.terms import VatMode
from boekbrug.server.bookkeeping.vat import CodeVat, vat_total
from boekbrug.server.wording.said import Said, said

ROUNDED_ON_TOTAL_SINCE = {"BE": date(2026, 1, 1)}
"""Where structured e-invoices must be rounded per rate: Royal Decree of 8 July 2025 (Belgium)."""


def chosen_mode(
    document: Document,
    net: Decimal,
    by_code: Mapping[str, CodeVat],
    preferred: VatMode,
    country: str,
) -> tuple[VatMode, list[Problem]]:
    """Return how VAT is rounded on the document, and what is to be said about it."""
    other = VatMode.ON_TOTAL if preferred is VatMode.ON_LINES else VatMode.ON_LINES
    vat = {mode: vat_total(by_code, mode) for mode in VatMode}
    for mode in (preferred, other):
        if not _differences(document, net, vat[mode]):
            return mode, _cent_warning(document, by_code, vat, mode, country)
    return preferred, _printed_problems(document, net, vat, preferred, other)


def _differences(
    document: Document, net: Decimal, vat: Decimal
) -> list[tuple[str, Decimal, Decimal]]:
    """Return header, printed and computed amount wherever they differ."""
    printed = document.printed
    pairs = (
        ("Net as printed", printed.net, net),
        ("VAT as printed", printed.vat, vat),
        ("Total as printed", printed.total, net + vat),
    )
    return [
        (header, typed, computed)
        for header, typed, computed in pairs
        if typed is not None and typed != computed
    ]


def _printed_problems(
    document: Document,
    net: Decimal,
    vat: Mapping[VatMode, Decimal],
    preferred: VatMode,
    other: VatMode,
) -> list[Problem]:
    alternatives = {header: amount for header, _, amount in _differences(document, net, vat[other])}
    problems = []
    for header, typed, computed in _differences(document, net, vat[preferred]):
        alternative = alternatives.get(header, computed)
        is_one = alternative == computed
        problems.append(
            coded_at(
                document.origin,
                header,
                "printed-amount-differs" if is_one else "printed-amount-differs-either-way",
                found=typed,
                computed=computed,
                mode=term_in_words(preferred),
                alternative=alternative,
                other_mode=term_in_words(other),
            )
        )
    return problems


def _cent_warning(
    document: Document,
    by_code: Mapping[str, CodeVat],
    vat: Mapping[VatMode, Decimal],
    mode: VatMode,
    country: str,
) -> list[Problem]:
    since = ROUNDED_ON_TOTAL_SINCE.get(country)
    if since is None or document.issued_on < since or mode is VatMode.ON_TOTAL:
        return []
    if vat[VatMode.ON_LINES] == vat[VatMode.ON_TOTAL]:
        return []
    return [
        coded_at(
            document.origin,
            "Number",
            "vat-rounded-on-lines",
            severity=Severity.WARNING,
            on_lines=vat[VatMode.ON_LINES],
            on_total=vat[VatMode.ON_TOTAL],
            differences=tuple(_differing_cents(by_code)),
            since=since.isoformat(),
        )
    ]


def _differing_cents(by_code: Mapping[str, CodeVat]) -> Iterator[Said]:
    """Yield how far each code's VAT on the lines is from that on the total, where it is."""
    for code, amounts in by_code.items():
        more = amounts.on_lines - amounts.on_total
        if more:
            sign = "+" if more > 0 else "-"
            yield said("difference of a code", vat_code=code, sign=sign, cents=abs(more))
