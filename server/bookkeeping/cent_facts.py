"""How the VAT of a booked document came about: what explains its cents, and no program is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.terms import VatMode


@dataclass(frozen=True, slots=True, kw_only=True)
class CentFacts:
    """How the VAT of a document came about, in its own currency.

    `on_lines` and `on_total` are computed, by VAT code. `by_settings` is the way of rounding that
    Settings name. `remainder` was added so that the credited invoices end at 0.00, `printed`
    because it is printed so; both are signed. `unsettled` is what remains of the credited
    invoices' VAT because something else is printed. `settled_codes` are the VAT codes of which the
    amounts in the books are what the credited invoices leave, `converted` what the whole would be
    there, converted by itself.
    """

    by_settings: VatMode
    on_lines: Mapping[str, Decimal]
    on_total: Mapping[str, Decimal]
    remainder: Decimal = ZERO
    printed: Decimal = ZERO
    unsettled: Decimal = ZERO
    settled_codes: tuple[str, ...] = ()
    converted: Decimal | None = None

    def in_mode(self, mode: VatMode) -> Mapping[str, Decimal]:
        """Return the computed VAT of that way of rounding, by VAT code."""
        return self.on_lines if mode is VatMode.ON_LINES else self.on_total
