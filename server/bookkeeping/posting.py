"""From a typed document to what is booked: accounts, VAT, dates, texts, all in one place.

What stands here is what every program writes; a program module recomputes nothing (rule B3).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.booking import BookedDocument, RevenueRow, VatRow
from boekbrug.server.bookkeeping.digests import document_digest
from boekbrug.server.bookkeeping.discounts import document_discount
from boekbrug.server.bookkeeping.model import (
    ZERO,
    BookYear,
    Customer,
    Document,
    Line,
    Settings,
    VatCode,
    Workbook,
)
from boekbrug.server.bookkeeping.payment_terms import due_on, parse_terms
from boekbrug.server.bookkeeping.periods import period_of
from boekbrug.server.bookkeeping.printed import chosen_mode
from boekbrug.server.bookkeeping.problems import (
    Problem,
    Severity,
    coded,
    coded_at,
    listed_in_words,
)
from boekbrug.server.bookkeeping.terms import Kind, Treatment, VatMode
from boekbrug.server.bookkeeping.texts import document_text
from boekbrug.server.bookkeeping.vat import CodeVat, Share, share_of, vat_by_code, vat_total
from boekbrug.server.wording.said import said

GROSS_MAX = Decimal("999999999.99")
"""Beyond this a total is a slip of the hand, and some programs cut it."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A document as booked, or None when something of it is missing, with every problem."""

    document: BookedDocument | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Computed:
    """The amounts of a document: its shares, base and VAT by code, and the mode that counts."""

    shares: list[Share]
    by_code: Mapping[str, CodeVat]
    mode: VatMode


def post(
    document: Document, customer: Customer, workbook: Workbook, year: BookYear, country: str
) -> Posted:
    """Return the document as it is booked.

    Args:
        document: as typed.
        customer: with its external ID.
        workbook: for settings, accounts and VAT codes; the document's codes are all in it.
        year: the book year that holds the document's date.
        country: the seller's, which decides whether a cent between the modes is worth a warning.
    """
    settings = workbook.settings
    problems = [*_missing_accounts(document, workbook)]
    shares = [share_of(line, account_of(line, workbook)) for line in document.lines]
    shares += document_discount(document.discount_percent, shares, settings.discount_account)
    by_code = vat_by_code(shares, workbook.vat_codes)
    mode, found = chosen_mode(
        document, net_of(shares), by_code, settings.vat_mode_on(document.issued_on), country
    )
    problems += found
    problems += _out_of_range(document, net_of(shares) + vat_total(by_code, mode))
    if any(problem.blocks for problem in problems):
        return Posted(None, tuple(problems))
    booked = _booked(document, customer, workbook, year, _Computed(shares, by_code, mode))
    return Posted(replace(booked, digest=document_digest(booked)), tuple(problems))


def account_of(line: Line, workbook: Workbook) -> str:
    """Return the line's account: its own, else the VAT code's, else the default one, or ''."""
    suggested = workbook.vat_codes[line.vat_code].suggested_account
    return line.account or suggested or workbook.settings.default_revenue_account


def suggested_accounts(documents: Iterable[Document], workbook: Workbook) -> Iterator[Problem]:
    """Yield the one line that says which accounts are taken where the sheet names none."""
    lines = [line for document in documents for line in document.lines if not line.account]
    accounts = sorted({account_of(line, workbook) for line in lines} - {""})
    if accounts:
        count = len(lines)
        yield coded(
            "accounts-suggested",
            tab=said("place invoices and lines"),
            column="Account",
            severity=Severity.WARNING,
            lines=said("one line") if count == 1 else said("lines counted", count=count),
            accounts=listed_in_words(accounts),
        )


def net_of(shares: Iterable[Share]) -> Decimal:
    """Return the sum of the rounded nets."""
    return sum((share.net for share in shares), ZERO)


def _booked(
    document: Document,
    customer: Customer,
    workbook: Workbook,
    year: BookYear,
    computed: _Computed,
) -> BookedDocument:
    settings = workbook.settings
    net, vat = net_of(computed.shares), vat_total(computed.by_code, computed.mode)
    return BookedDocument(
        origin=document.origin,
        key=document.key,
        number=document.number,
        kind=document.kind,
        year=document.year,
        sequence=document.sequence,
        number_pattern=document.number_pattern,
        journal=document.journal or journal_of(document.kind, settings),
        issued_on=document.issued_on,
        due_on=_due_on(document, customer, settings),
        period=period_of(document.issued_on, year, settings.periods),
        book_year=year.code,
        customer=customer,
        text=document.description
        or document_text(document.kind, document.number, settings.language),
        reference=document.reference,
        receivable_account=settings.receivable_account,
        revenue=_revenue_rows(computed.shares, workbook.vat_codes),
        vat=_vat_rows(computed, workbook.vat_codes, vat_account(document.kind, settings)),
        net=net,
        vat_total=vat,
        gross=net + vat,
        vat_mode=computed.mode,
    )


def journal_of(kind: Kind, settings: Settings) -> str:
    """Return the journal of the kind."""
    return settings.invoice_journal if kind is Kind.INVOICE else settings.credit_note_journal


def vat_account(kind: Kind, settings: Settings) -> str:
    """Return the account that VAT is booked on; credit notes may have their own."""
    own = settings.vat_account_credit_notes if kind is Kind.CREDIT_NOTE else ""
    return own or settings.vat_account


def _due_on(document: Document, customer: Customer, settings: Settings) -> date:
    """Return the due date as typed, else by the terms; a credit note is due on its own day."""
    if document.due_on:
        return document.due_on
    if document.kind is Kind.CREDIT_NOTE:
        return document.issued_on
    terms = parse_terms(customer.payment_terms or settings.default_payment_terms)
    return due_on(document.issued_on, terms) if terms else document.issued_on


def _revenue_rows(shares: list[Share], codes: Mapping[str, VatCode]) -> tuple[RevenueRow, ...]:
    nets: dict[tuple[bool, str, str], Decimal] = {}
    for share in shares:
        key = (share.is_discount, share.vat_code, share.account)
        nets[key] = nets.get(key, ZERO) + share.net
    rows = [
        RevenueRow(account=account, vat_code=code, net=net, is_discount=is_discount)
        for (is_discount, code, account), net in nets.items()
    ]
    return tuple(
        sorted(rows, key=lambda row: (row.is_discount, *_rank(codes[row.vat_code]), row.account))
    )


def _vat_rows(
    computed: _Computed, codes: Mapping[str, VatCode], account: str
) -> tuple[VatRow, ...]:
    mode = computed.mode
    other = VatMode.ON_TOTAL if mode is VatMode.ON_LINES else VatMode.ON_LINES
    rows = [
        VatRow(
            vat_code=code,
            rate=codes[code].rate,
            treatment=codes[code].treatment,
            base=amounts.base,
            vat=amounts.vat(mode),
            vat_other_mode=amounts.vat(other),
            account=account,
        )
        for code, amounts in computed.by_code.items()
    ]
    return tuple(sorted(rows, key=lambda row: (*_rank(codes[row.vat_code]), row.vat_code)))


def _rank(code: VatCode) -> tuple[bool, Decimal]:
    """Return where a code's rows stand: what is outside VAT last, else the highest rate first."""
    return code.treatment is Treatment.OUTSIDE_VAT, -code.rate


def _out_of_range(document: Document, gross: Decimal) -> Iterator[Problem]:
    """Yield the problem of a total below zero (rule B14) or beyond what programs can hold."""
    if gross < ZERO:
        is_invoice = document.kind is Kind.INVOICE
        yield coded_at(
            document.origin,
            "Kind",
            "total-below-zero",
            kind=said("an invoice" if is_invoice else "a credit note"),
            gross=gross,
            other_kind=said("a credit note" if is_invoice else "an invoice"),
        )
    if gross > GROSS_MAX:
        yield coded_at(document.origin, "Number", "total-too-large", gross=gross, most=GROSS_MAX)


def _missing_accounts(document: Document, workbook: Workbook) -> Iterator[Problem]:
    for line in document.lines:
        if not account_of(line, workbook):
            yield coded_at(line.origin, "Account", "account-missing")
    if document.discount_percent and not workbook.settings.discount_account:
        yield coded(
            "discount-account-missing", tab=workbook.settings.tab, column="Discount account"
        )
