"""Control totals: what a batch comes to, from every side from which an accountant looks at it.

They are in the currency of the books, and credit notes count negative; a box of the VAT return
is the exception: what it holds stands there as the return has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, BookedVatCode, VatRow
from boekbrug.server.bookkeeping.return_boxes import boxes_of
from boekbrug.server.bookkeeping.terms import Kind, Treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What documents come to; invoices and credit notes are counted."""

    invoices: int
    credit_notes: int
    net: Decimal
    vat: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSums:
    """What one VAT code comes to; `code` None for cents of rounding, which have none.

    `base` is what VAT was computed on: less than `net` where a cash discount lowered it.
    """

    code: BookedVatCode | None
    net: Decimal
    base: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RateSums:
    """What one rate comes to in one country, '' for the firm's own."""

    country: str
    rate: Decimal
    base: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSums:
    """What is booked on one account."""

    account: str
    name: str
    debit: Decimal
    credit: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxSum:
    """What goes into one box of the VAT return, as base or as VAT."""

    box: str
    is_vat: bool
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """The control totals of a batch; `without_box` are VAT codes whose box nobody told."""

    whole: Sums
    journals: Mapping[str, Sums]
    codes: tuple[CodeSums, ...]
    rates: tuple[RateSums, ...]
    accounts: tuple[AccountSums, ...]
    boxes: tuple[BoxSum, ...]
    without_box: tuple[str, ...]


def controls(batch: Batch) -> Controls:
    """Return the control totals of a batch."""
    documents = batch.documents
    journals = sorted({document.journal for document in documents})
    return Controls(
        whole=_sums(documents),
        journals={
            journal: _sums(one for one in documents if one.journal == journal)
            for journal in journals
        },
        codes=_codes(batch),
        rates=_rates(batch),
        accounts=_accounts(batch),
        boxes=_boxes(batch),
        without_box=_without_box(batch),
    )


def signed_vat(batch: Batch) -> Iterator[tuple[BookedDocument, VatRow, Decimal, Decimal]]:
    """Yield each VAT row with its document, its base and its VAT, signed."""
    for document in batch.documents:
        sign = document.kind.sign
        for row in document.vat:
            yield document, row, sign * row.base, sign * row.vat


def _sums(documents: Iterable[BookedDocument]) -> Sums:
    listed = list(documents)
    invoices = sum(1 for one in listed if one.kind is Kind.INVOICE)
    return Sums(
        invoices=invoices,
        credit_notes=len(listed) - invoices,
        net=sum((one.kind.sign * one.net for one in listed), ZERO),
        vat=sum((one.kind.sign * one.vat_total for one in listed), ZERO),
        gross=sum((one.kind.sign * one.gross for one in listed), ZERO),
    )


def _codes(batch: Batch) -> tuple[CodeSums, ...]:
    """Return the sums by code, in the order of the codes' names, rounding last."""
    nets: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    bases: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    vat: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for document in batch.documents:
        for revenue in document.revenue:
            nets[revenue.vat_code] += document.kind.sign * revenue.net
    for _, row, base, amount in signed_vat(batch):
        bases[row.vat_code] += base
        vat[row.vat_code] += amount
    names = sorted({*nets, *bases}, key=lambda name: (not name, name))
    return tuple(
        CodeSums(code=batch.vat_codes.get(name), net=nets[name], base=bases[name], vat=vat[name])
        for name in names
    )


def _rates(batch: Batch) -> tuple[RateSums, ...]:
    """Return the sums by country and rate, the own country first, the highest rate first."""
    bases: defaultdict[tuple[str, Decimal], Decimal] = defaultdict(lambda: ZERO)
    vat: defaultdict[tuple[str, Decimal], Decimal] = defaultdict(lambda: ZERO)
    for _, row, base, amount in signed_vat(batch):
        if row.treatment is not Treatment.OUTSIDE_VAT:
            country = batch.vat_codes[row.vat_code].country
            key = ("" if country == batch.dossier.country else country, row.rate)
            bases[key] += base
            vat[key] += amount
    return tuple(
        RateSums(country=country, rate=rate, base=bases[country, rate], vat=vat[country, rate])
        for country, rate in sorted(bases, key=lambda key: (key[0], -key[1]))
    )


def _accounts(batch: Batch) -> tuple[AccountSums, ...]:
    """Return debit and credit by account; a row below zero stands on the other side."""
    debit: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    credit: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for document in batch.documents:
        for account, amount in _booked(document):
            side = debit if amount > 0 else credit
            side[account] += abs(amount)
    return tuple(
        AccountSums(
            account=account,
            name=batch.account_names.get(account, ""),
            debit=debit[account],
            credit=credit[account],
        )
        for account in sorted({*debit, *credit})
    )


def _booked(document: BookedDocument) -> Iterator[tuple[str, Decimal]]:
    """Yield account and amount of every row, debit above zero."""
    sign = document.kind.sign
    yield document.receivable_account, sign * document.gross
    yield from ((row.account, -sign * row.net) for row in document.revenue)
    yield from ((row.account, -sign * row.vat) for row in document.vat)


def _boxes(batch: Batch) -> tuple[BoxSum, ...]:
    """Return the boxes in their order; what is credited has boxes of its own, never a minus.

    Where a return has the same box for both, what is credited counts negative in it.
    """
    found: defaultdict[tuple[str, bool], Decimal] = defaultdict(lambda: ZERO)
    for _, row, base, vat in signed_vat(batch):
        boxes = boxes_of(batch.vat_codes[row.vat_code], row, batch.dossier.country)
        is_credited = (base or vat) < ZERO
        for is_vat, amount, invoiced, credited in (
            (False, base, boxes.invoice_base, boxes.credit_base),
            (True, vat, boxes.invoice_vat, boxes.credit_vat),
        ):
            box = credited if is_credited else invoiced
            if box:
                is_turned = is_credited and credited != invoiced
                found[box, is_vat] += -amount if is_turned else amount
    return tuple(
        BoxSum(box=box, is_vat=is_vat, amount=amount + ZERO)
        for (box, is_vat), amount in sorted(found.items())
    )


def _without_box(batch: Batch) -> tuple[str, ...]:
    """Return the codes that belong into the return, as far as is known, and have no box for it."""
    found = {
        row.vat_code
        for _, row, base, vat in signed_vat(batch)
        if row.treatment is not Treatment.OUTSIDE_VAT
        and not _base_box(batch, row, is_credited=(base or vat) < ZERO)
    }
    return tuple(sorted(found))


def _base_box(batch: Batch, row: VatRow, *, is_credited: bool) -> str:
    boxes = boxes_of(batch.vat_codes[row.vat_code], row, batch.dossier.country)
    return boxes.credit_base if is_credited else boxes.invoice_base
