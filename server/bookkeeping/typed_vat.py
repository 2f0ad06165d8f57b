"""The VAT that the sheet gives for a line, against the computed one (rules B12 and B22).

On the lines the typed VAT is what is booked; on the total it is compared alone, because the VAT of
the sum is what counts. Either way it may be no further from the computed one than the tolerance of
Settings, beside the half cent that rounding takes, and where there is no VAT there is none to type.
"""

from collections.abc import Iterator
from dataclasses import replace

from boekbrug.server.bookkeeping.amounts import CENT, HUNDRED, ZERO
from boekbrug.server.bookkeeping.model import Document, Line, Workbook
from boekbrug.server.bookkeeping.problems import Problem, coded_at
from boekbrug.server.bookkeeping.vat import WITHOUT_VAT, rate_of, share_of
from boekbrug.server.wording.said import word

HEADER = "VAT amount"


def wrong_typed_vat(document: Document, workbook: Workbook) -> Iterator[Problem]:
    """Yield a problem for each line whose typed VAT cannot be its own; amounts as booked."""
    for line in document.lines:
        if line.vat is not None and line.vat_code:
            yield from _wrong(line, workbook)


def _wrong(line: Line, workbook: Workbook) -> Iterator[Problem]:
    settings, code = workbook.settings, workbook.vat_codes[line.vat_code]
    rate = rate_of(code, settings.vat_scheme)
    typed = line.vat or ZERO
    share = replace(share_of(line, ""), typed_vat=None)
    exact = share.net * rate / (HUNDRED + rate) if share.includes_vat else share.exact * rate / 100
    if typed and settings.vat_scheme in WITHOUT_VAT:
        scheme = word("choice", settings.vat_scheme.value)
        yield coded_at(line.origin, HEADER, "typed-vat-of-firm", found=typed, scheme=scheme)
    elif typed and not rate:
        yield coded_at(line.origin, HEADER, "typed-vat-of-code", found=typed, vat_code=code.code)
    elif abs(typed - exact) > settings.tolerance + CENT / 2:
        yield coded_at(
            line.origin,
            HEADER,
            "typed-vat-differs",
            found=typed,
            computed=share.vat(rate),
            rate=rate,
            vat_code=code.code,
            tolerance=settings.tolerance,
        )
