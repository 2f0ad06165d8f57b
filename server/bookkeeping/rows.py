"""The ledger rows of a document: revenue by account and VAT code, VAT by code.

The rows are made in the document's own currency and brought into the currency of the books code
by code (rule B11); each document balances in both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO, largest, rounded
from boekbrug.server.bookkeeping.booking import RevenueRow, VatRow
from boekbrug.server.bookkeeping.books import VatCode
from boekbrug.server.bookkeeping.computing import booked_nets
from boekbrug.server.bookkeeping.discounts import net_in_revenue
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.printed import Agreed
from boekbrug.server.bookkeeping.settings import Settings
from boekbrug.server.bookkeeping.terms import AccountKind, DiscountBooking, Kind, Treatment, VatMode
from boekbrug.server.bookkeeping.vat import rate_of


@dataclass(frozen=True, slots=True)
class Rows:
    """What is booked of a document beside its customer."""

    revenue: tuple[RevenueRow, ...]
    vat: tuple[VatRow, ...]

    @property
    def net(self) -> Decimal:
        """The sum of the revenue rows."""
        return sum((row.net for row in self.revenue), ZERO)

    @property
    def vat_total(self) -> Decimal:
        """The sum of the VAT rows."""
        return sum((row.vat for row in self.vat), ZERO)


def make_rows(document: Document, agreed: Agreed, workbook: Workbook) -> Rows:
    """Return the rows of a document in its own currency."""
    return Rows(
        _revenue_rows(document, agreed, workbook),
        _vat_rows(agreed, workbook, document.kind),
    )


def in_book_currency(rows: Rows, rate: Decimal) -> Rows:
    """Return the rows in the currency of the books, with their foreign amounts beside them.

    Net and VAT are converted per VAT code; the cents that the rows of a code then lack or have
    over are on its largest row.

    Args:
        rows: in a foreign currency.
        rate: units of it for one of the books.
    """
    revenue: list[RevenueRow] = []
    for code in dict.fromkeys(row.vat_code for row in rows.revenue):
        of_code = [row for row in rows.revenue if row.vat_code == code]
        nets = [rounded(row.net / rate) for row in of_code]
        whole = rounded(sum((row.net for row in of_code), ZERO) / rate)
        nets[largest(nets)] += whole - sum(nets, ZERO)
        revenue += [
            replace(row, net=net, foreign_net=row.net)
            for row, net in zip(of_code, nets, strict=True)
        ]
    places = {(row.is_discount, row.vat_code, row.account): row for row in revenue}
    return Rows(
        tuple(places[row.is_discount, row.vat_code, row.account] for row in rows.revenue),
        tuple(_converted(row, rate) for row in rows.vat),
    )


def in_order(rows: Sequence[RevenueRow], codes: Mapping[str, VatCode]) -> list[RevenueRow]:
    """Return revenue rows in their order: discounts last, and after them what has no VAT code."""
    of_code = [row for row in rows if row.vat_code]
    of_code.sort(key=lambda row: (row.is_discount, *_rank(codes[row.vat_code]), row.account))
    return of_code + [row for row in rows if not row.vat_code]


def vat_account(kind: Kind, code: VatCode, settings: Settings) -> str:
    """Return where the VAT of a code is booked; credit notes may have an account of their own."""
    invoices = code.vat_account or settings.vat_account
    if kind is Kind.INVOICE:
        return invoices
    own = code.vat_account_credit_notes
    return own or ("" if code.vat_account else settings.vat_account_credit_notes) or invoices


def _converted(row: VatRow, rate: Decimal) -> VatRow:
    return replace(
        row,
        base=rounded(row.base / rate),
        vat=rounded(row.vat / rate),
        vat_other_mode=rounded(row.vat_other_mode / rate),
        foreign_base=row.base,
        foreign_vat=row.vat,
    )


def _revenue_rows(document: Document, agreed: Agreed, workbook: Workbook) -> tuple[RevenueRow, ...]:
    settings, codes = workbook.settings, workbook.vat_codes
    booked = booked_nets(agreed.computed, workbook, agreed.mode)
    if settings.discounts_booked is DiscountBooking.NET_IN_REVENUE:
        booked = net_in_revenue(booked)
    nets: dict[tuple[bool, str, str], Decimal] = {}
    for share, net in booked:
        key = (share.is_discount, share.vat_code, share.account)
        nets[key] = nets.get(key, ZERO) + net
    rows = [
        RevenueRow(
            account=account,
            vat_code=code,
            net=net,
            is_discount=is_discount,
            is_deposit=_is_deposit(account, workbook),
        )
        for (is_discount, code, account), net in nets.items()
    ]
    rows = in_order(rows, codes)
    rounding = agreed.rounding + document.payable_rounding
    if rounding:
        rows.append(RevenueRow(account=settings.rounding_account, vat_code="", net=rounding))
    return tuple(rows)


def _is_deposit(number: str, workbook: Workbook) -> bool:
    account = workbook.accounts.get(number)
    return account is not None and account.kind is AccountKind.DEPOSIT


def _vat_rows(agreed: Agreed, workbook: Workbook, kind: Kind) -> tuple[VatRow, ...]:
    mode, codes, settings = agreed.mode, workbook.vat_codes, workbook.settings
    other = VatMode.ON_TOTAL if mode is VatMode.ON_LINES else VatMode.ON_LINES
    rows = [
        VatRow(
            vat_code=name,
            rate=rate_of(codes[name], settings.vat_scheme),
            treatment=codes[name].treatment,
            base=amounts.base_in(mode),
            vat=amounts.vat(mode),
            vat_other_mode=amounts.vat(other),
            account=vat_account(kind, codes[name], settings),
        )
        for name, amounts in agreed.computed.by_code.items()
    ]
    return tuple(_vat_in_order(rows, codes))


def _vat_in_order(rows: Sequence[VatRow], codes: Mapping[str, VatCode]) -> list[VatRow]:
    return sorted(rows, key=lambda row: (*_rank(codes[row.vat_code]), row.vat_code))


def _rank(code: VatCode) -> tuple[bool, Decimal]:
    """Return where a code's rows stand: what is outside VAT last, else the highest rate first."""
    return code.treatment is Treatment.OUTSIDE_VAT, -code.rate
