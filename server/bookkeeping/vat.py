"""VAT per document and VAT code, rounded on the lines or on the total (rule B3).

A line's net is rounded once. "On lines" rounds the VAT of each line, computed from its net
before rounding, and adds; "on total" adds the rounded nets of a code and rounds its VAT once.
Rounding is half away from zero, so that a credit note mirrors its invoice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import HUNDRED, ZERO, rounded
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.model import Line
from boekbrug.server.bookkeeping.terms import VatMode


@dataclass(frozen=True, slots=True)
class Share:
    """What a line or a discount adds to a document: its net before and after rounding."""

    account: str
    vat_code: str
    exact: Decimal
    net: Decimal
    is_discount: bool = False


@dataclass(frozen=True, slots=True)
class CodeVat:
    """Base and VAT of one code, in both modes."""

    base: Decimal
    on_lines: Decimal
    on_total: Decimal

    def vat(self, mode: VatMode) -> Decimal:
        """Return the VAT of that mode."""
        return self.on_lines if mode is VatMode.ON_LINES else self.on_total


def share_of(line: Line, account: str) -> Share:
    """Return what the line adds: quantity x price less its own discount (rule B5)."""
    exact = line.quantity * line.unit_price * (HUNDRED - line.discount_percent) / HUNDRED
    return Share(account=account, vat_code=line.vat_code, exact=exact, net=rounded(exact))


def vat_by_code(shares: Iterable[Share], codes: Mapping[str, VatCode]) -> dict[str, CodeVat]:
    """Return base and VAT of each code that the shares use, in the order of first use."""
    by_code: dict[str, list[Share]] = {}
    for share in shares:
        by_code.setdefault(share.vat_code, []).append(share)
    return {code: _code_vat(parts, codes[code].rate) for code, parts in by_code.items()}


def _code_vat(shares: list[Share], rate: Decimal) -> CodeVat:
    base = sum((share.net for share in shares), ZERO)
    return CodeVat(
        base=base,
        on_lines=sum((rounded(share.exact * rate / HUNDRED) for share in shares), ZERO),
        on_total=rounded(base * rate / HUNDRED),
    )


def vat_total(by_code: Mapping[str, CodeVat], mode: VatMode) -> Decimal:
    """Return the VAT of the whole document in that mode."""
    return sum((code.vat(mode) for code in by_code.values()), ZERO)
