"""The boxes of the VAT return where base and VAT go, where the sheet does not say it.

Belgium: the grids of Tryton's module account_be 8.2 (tax_be.xml) and the code lists of Expert/M:
48 are credit notes on 44 and 46, 49 those on all others, 54 the VAT due on 01 to 03, 64 the VAT
that credit notes take back; box 47 for the one-stop shop is knowledge of the trade (rule B23).
The Netherlands: the tax table of Odoo's module l10n_nl. What neither of them says has no box here:
exempt supplies, the margin scheme, deposits are for the accountant to say.
"""

from collections.abc import Mapping
from decimal import Decimal

from boekbrug.server.bookkeeping.booking import BookedVatCode, VatRow
from boekbrug.server.bookkeeping.books import NO_BOXES, ReturnBoxes
from boekbrug.server.bookkeeping.terms import Treatment

ANY_RATE = None
BoxTable = Mapping[tuple[Treatment, Decimal | None], ReturnBoxes]


def _belgian(base: str, credit: str = "49") -> ReturnBoxes:
    return ReturnBoxes(invoice_base=base, credit_base=credit)


def _belgian_with_vat(base: str) -> ReturnBoxes:
    return ReturnBoxes(base, "54", "49", "64")


def _dutch(box: str) -> ReturnBoxes:
    """Return boxes in which credit notes count negative."""
    return ReturnBoxes(invoice_base=box, credit_base=box)


BOXES: Mapping[str, BoxTable] = {
    "BE": {
        (Treatment.DOMESTIC, Decimal(21)): _belgian_with_vat("03"),
        (Treatment.DOMESTIC, Decimal(12)): _belgian_with_vat("02"),
        (Treatment.DOMESTIC, Decimal(6)): _belgian_with_vat("01"),
        (Treatment.DOMESTIC, Decimal(0)): _belgian("00"),
        (Treatment.ZERO_RATE, ANY_RATE): _belgian("00"),
        (Treatment.REVERSE_CHARGE_DOMESTIC, ANY_RATE): _belgian("45"),
        (Treatment.EU_GOODS, ANY_RATE): _belgian("46", "48"),
        (Treatment.EU_GOODS_TRIANGULAR, ANY_RATE): _belgian("46", "48"),
        (Treatment.EU_SERVICES, ANY_RATE): _belgian("44", "48"),
        (Treatment.EXPORT_GOODS, ANY_RATE): _belgian("47"),
        (Treatment.SERVICES_OUTSIDE_EU, ANY_RATE): _belgian("47"),
        (Treatment.OSS_GOODS, ANY_RATE): _belgian("47"),
        (Treatment.OSS_SERVICES, ANY_RATE): _belgian("47"),
    },
    "NL": {
        (Treatment.DOMESTIC, Decimal(21)): ReturnBoxes("1a", "1a", "1a", "1a"),
        (Treatment.DOMESTIC, Decimal(9)): ReturnBoxes("1b", "1b", "1b", "1b"),
        (Treatment.ZERO_RATE, ANY_RATE): _dutch("1e"),
        (Treatment.REVERSE_CHARGE_DOMESTIC, ANY_RATE): _dutch("1e"),
        (Treatment.EXPORT_GOODS, ANY_RATE): _dutch("3a"),
        (Treatment.EU_GOODS, ANY_RATE): _dutch("3b"),
    },
}
"""By country, then by treatment and rate."""


def boxes_of(code: BookedVatCode, row: VatRow, country: str) -> ReturnBoxes:
    """Return the boxes of a VAT row: those of the sheet, else the usual ones, else ''.

    Args:
        code: the row's VAT code, with the boxes that the sheet gives.
        row: the row.
        country: the seller's.
    """
    table = BOXES.get(country, {})
    by_rate = table.get((code.treatment, row.rate), NO_BOXES)
    usual = table.get((code.treatment, ANY_RATE), by_rate)
    typed = code.boxes
    return ReturnBoxes(
        typed.invoice_base or usual.invoice_base,
        typed.invoice_vat or usual.invoice_vat,
        typed.credit_base or usual.credit_base,
        typed.credit_vat or usual.credit_vat,
    )
