"""VAT per document and VAT code, rounded on the lines or on the total (rule B3).

A line's net is rounded once. "On lines" rounds the VAT of each line, computed from its net
before rounding, and adds; "on total" adds the rounded nets of a code and rounds its VAT once.
Where the price includes VAT (rule B9) the total is fixed: VAT is taken out of it, on the lines or
out of the sum, and the net is what remains. Rounding is half away from zero, so that a credit note
mirrors its invoice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from boekbrug.server.bookkeeping.amounts import HUNDRED, ZERO, rounded
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.model import Line
from boekbrug.server.bookkeeping.terms import Treatment, VatMode, VatScheme

NO_RATE = Decimal(0)
WITH_RATE = frozenset(
    {Treatment.DOMESTIC, Treatment.OSS_GOODS, Treatment.OSS_SERVICES, Treatment.DEPOSIT}
)
"""The treatments under which a rate becomes VAT; under the others there is none (rule B22)."""

WITHOUT_VAT = frozenset({VatScheme.SMALL_ENTERPRISE, VatScheme.EXEMPT})
"""The schemes of firms that charge no VAT at all (rule B22)."""


class Part(StrEnum):
    """What a share of a document is: goods or services, a discount on them, or cash discount."""

    REVENUE = "revenue"
    DISCOUNT = "discount"
    CASH_DISCOUNT = "cash discount"


@dataclass(frozen=True, slots=True)
class Share:
    """What a line or a discount adds to a document.

    `exact` and `net` are its net before and after rounding; with `includes_vat` they are its
    total with VAT. `typed_vat` is the VAT of the line where the sheet gives it. A cash discount
    lowers the base of the VAT and is booked nowhere (rule B6).
    """

    account: str
    vat_code: str
    exact: Decimal
    net: Decimal
    part: Part = Part.REVENUE
    includes_vat: bool = False
    typed_vat: Decimal | None = None

    @property
    def is_discount(self) -> bool:
        """Whether it is a discount that is booked."""
        return self.part is Part.DISCOUNT

    def vat(self, rate: Decimal) -> Decimal:
        """Return the VAT of the share by itself, in cents."""
        if self.typed_vat is not None:
            return self.typed_vat
        if self.includes_vat:
            return rounded(self.net * rate / (HUNDRED + rate))
        return rounded(self.exact * rate / HUNDRED)

    def exact_net(self, rate: Decimal) -> Decimal:
        """Return the net of the share before rounding, whatever VAT was typed.

        Credit notes are measured by it: some cents of VAT that their invoice has are no goods.
        """
        return self.exact * HUNDRED / (HUNDRED + rate) if self.includes_vat else self.exact

    def net_alone(self, rate: Decimal) -> Decimal:
        """Return the net of the share by itself: what is booked when VAT is on the lines."""
        return self.net - self.vat(rate) if self.includes_vat else self.net


@dataclass(frozen=True, slots=True)
class CodeVat:
    """Base and VAT of one code, in both modes.

    The bases differ only where prices include VAT: there the total is the same.
    """

    base: Decimal
    on_lines: Decimal
    on_total: Decimal
    base_on_total: Decimal

    def vat(self, mode: VatMode) -> Decimal:
        """Return the VAT of that mode."""
        return self.on_lines if mode is VatMode.ON_LINES else self.on_total

    def base_in(self, mode: VatMode) -> Decimal:
        """Return the base of that mode."""
        return self.base if mode is VatMode.ON_LINES else self.base_on_total


def rate_of(code: VatCode, scheme: VatScheme = VatScheme.NORMAL) -> Decimal:
    """Return the rate that becomes VAT: none by most treatments, or when the firm charges none."""
    is_charged = code.treatment in WITH_RATE and scheme not in WITHOUT_VAT
    return code.rate if is_charged else NO_RATE


def share_of(line: Line, account: str) -> Share:
    """Return what the line adds: quantity x price less its own discount (rule B5).

    A discount of an amount makes a deduction smaller too.

    A line without a price adds the amount that the sheet gives for it. A discount line for which
    the sheet names an account is booked there like any other.
    """
    exact = line.quantity * line.unit_price * (HUNDRED - line.discount_percent) / HUNDRED
    exact -= line.discount_amount.copy_sign(line.quantity)
    if line.total is not None and line.includes_vat:
        exact = line.total
    elif line.net is not None:
        exact = line.net
    return Share(
        account=account,
        vat_code=line.vat_code,
        exact=exact,
        net=rounded(exact),
        part=Part.DISCOUNT if line.is_discount and not line.account else Part.REVENUE,
        includes_vat=line.includes_vat,
        typed_vat=line.vat,
    )


def vat_by_code(
    shares: Iterable[Share], codes: Mapping[str, VatCode], scheme: VatScheme = VatScheme.NORMAL
) -> dict[str, CodeVat]:
    """Return base and VAT of each code that the shares use, in the order of the shares."""
    by_code: dict[str, list[Share]] = {}
    for share in shares:
        by_code.setdefault(share.vat_code, []).append(share)
    return {code: _code_vat(parts, rate_of(codes[code], scheme)) for code, parts in by_code.items()}


def _code_vat(shares: list[Share], rate: Decimal) -> CodeVat:
    nets = sum((share.net for share in shares if not share.includes_vat), ZERO)
    totals = sum((share.net for share in shares if share.includes_vat), ZERO)
    out_of_totals = rounded(totals * rate / (HUNDRED + rate))
    return CodeVat(
        base=sum((share.net_alone(rate) for share in shares), ZERO),
        on_lines=sum((share.vat(rate) for share in shares), ZERO),
        on_total=rounded(nets * rate / HUNDRED) + out_of_totals,
        base_on_total=nets + totals - out_of_totals,
    )


def vat_total(by_code: Mapping[str, CodeVat], mode: VatMode) -> Decimal:
    """Return the VAT of the whole document in that mode."""
    return sum((code.vat(mode) for code in by_code.values()), ZERO)
