"""The amounts as printed on the document against the computed ones, in both ways of rounding.

What was printed is what the customer pays: when the printed amounts are those of the other way
of rounding, that way is taken for the document. Anything else is an error with the figures.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.model import Document
from boekbrug.server.bookkeeping.problems import Problem, Severity
from boekbrug.server.bookkeeping.terms import VatMode
from boekbrug.server.bookkeeping.vat import CodeVat, vat_total

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
        (header, said, computed)
        for header, said, computed in pairs
        if said is not None and said != computed
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
    for header, said, computed in _differences(document, net, vat[preferred]):
        allowed = f"{computed} (VAT {preferred.value})"
        alternative = alternatives.get(header, computed)
        if alternative != computed:
            allowed = f"{allowed} or {alternative} (VAT {other.value})"
        problems.append(
            Problem.at(
                document.origin,
                header,
                found=str(said),
                allowed=allowed,
                cure="Correct the lines or the printed amount.",
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
    concerned = since and document.issued_on >= since and mode is VatMode.ON_LINES
    if not concerned or vat[VatMode.ON_LINES] == vat[VatMode.ON_TOTAL]:
        return []
    cents = ", ".join(
        f"{code} {amounts.on_lines - amounts.on_total:+}"
        for code, amounts in by_code.items()
        if amounts.on_lines != amounts.on_total
    )
    return [
        Problem.at(
            document.origin,
            "Number",
            found=f"VAT on lines {vat[VatMode.ON_LINES]}, on total {vat[VatMode.ON_TOTAL]}: "
            f"{cents}",
            verb="taken:",
            allowed=f"on lines, as Settings say; since {since} the law rounds e-invoices on the "
            "total",
            cure="Ask your accountant which to choose under VAT computed.",
            severity=Severity.WARNING,
        )
    ]
