"""The EC sales list and the list of the one-stop shop, as control tables of a batch (rule B23).

They hold the documents of the batch and no others: what else the period has stands in other
exports.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, BookedVatCode
from boekbrug.server.bookkeeping.controls import signed_vat
from boekbrug.server.bookkeeping.periods import MONTHS_IN_A_QUARTER
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.terms import SalesList, Treatment
from boekbrug.server.bookkeeping.treatments import OSS

LETTERS: Mapping[Treatment, SalesList] = {
    Treatment.EU_GOODS: SalesList.GOODS,
    Treatment.EU_SERVICES: SalesList.SERVICES,
    Treatment.EU_GOODS_TRIANGULAR: SalesList.TRIANGULAR,
}


@dataclass(frozen=True, slots=True, order=True)
class ReturnPeriod:
    """A calendar quarter, or a month where the VAT return is monthly.

    `is_part` says that the batch does not cover all of its days.
    """

    name: str
    is_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesListRow:
    """What one customer bought under one letter; the base is signed, credit notes negative.

    `vat_number` is '' where the one that it is booked on has none.
    """

    period: ReturnPeriod
    vat_number: str
    customer: str
    letter: SalesList
    base: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OssRow:
    """What was sold to one country at one rate; credit notes count negative."""

    quarter: ReturnPeriod
    country: str
    rate: Decimal
    base: Decimal
    vat: Decimal


def ec_sales_list(batch: Batch) -> tuple[SalesListRow, ...]:
    """Return the EC sales list of a batch: by period, VAT number and letter."""
    bases: defaultdict[tuple[ReturnPeriod, str, str, SalesList], Decimal]
    bases = defaultdict(lambda: ZERO)
    names: dict[str, str] = {}
    for document, row, base, _ in signed_vat(batch):
        letter = _letter(batch.vat_codes[row.vat_code])
        if letter:
            period = _period(document, batch, is_quarter=not batch.monthly_return)
            number, name = document.customer.vat_number, document.customer.name
            names.setdefault(number, name)
            bases[period, number, names[number] if number else name, letter] += base
    return tuple(
        SalesListRow(period=period, vat_number=number, customer=name, letter=letter, base=base)
        for (period, number, name, letter), base in sorted(bases.items())
    )


def oss_list(batch: Batch) -> tuple[OssRow, ...]:
    """Return the list of the one-stop shop: by quarter, country and rate, the highest first."""
    bases: defaultdict[tuple[ReturnPeriod, str, Decimal], Decimal] = defaultdict(lambda: ZERO)
    vat: defaultdict[tuple[ReturnPeriod, str, Decimal], Decimal] = defaultdict(lambda: ZERO)
    for document, row, base, amount in signed_vat(batch):
        if row.treatment in OSS:
            country = batch.vat_codes[row.vat_code].country
            key = (_period(document, batch, is_quarter=True), country, row.rate)
            bases[key] += base
            vat[key] += amount
    return tuple(
        OssRow(quarter=key[0], country=key[1], rate=key[2], base=bases[key], vat=vat[key])
        for key in sorted(bases, key=lambda key: (key[0], key[1], -key[2]))
    )


def _letter(code: BookedVatCode) -> SalesList | None:
    return code.sales_list or LETTERS.get(code.treatment)


def _period(document: BookedDocument, batch: Batch, *, is_quarter: bool) -> ReturnPeriod:
    """Return the period of a document: the one that was typed for it, else that of its date."""
    day = document.vat_day or document.issued_on
    length = MONTHS_IN_A_QUARTER if is_quarter else 1
    number = (day.month - 1) // length + 1
    last_month = number * length
    first = date(day.year, last_month - length + 1, 1)
    last = date(day.year, last_month, monthrange(day.year, last_month)[1])
    name = f"{day.year}-Q{number}" if is_quarter else f"{day.year}-{number:02}"
    return ReturnPeriod(name, not _covers(batch.period, first, last))


def _covers(period: Period, first: date, last: date) -> bool:
    return first in period and last in period
