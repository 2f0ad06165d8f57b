"""From a typed document to what is booked: accounts, VAT, dates, texts, all in one place.

What stands here is what every program writes; a program module recomputes nothing (rule B3).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.accounts import (
    missing_accounts,
    missing_discount_account,
    unfit_accounts,
)
from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.analytical import analytical_rows
from boekbrug.server.bookkeeping.balance import check_balance
from boekbrug.server.bookkeeping.booking import BookedDocument, ForeignAmounts
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.cent_facts import CentFacts
from boekbrug.server.bookkeeping.computing import account_of
from boekbrug.server.bookkeeping.digests import document_digest
from boekbrug.server.bookkeeping.model import Document, Workbook
from boekbrug.server.bookkeeping.payment_terms import due_on, parse_terms
from boekbrug.server.bookkeeping.periods import AccountingPeriod, accounting_period, first_day
from boekbrug.server.bookkeeping.printed import OF_CENTS
from boekbrug.server.bookkeeping.problems import (
    Origin,
    Problem,
    Severity,
    coded,
    coded_at,
    listed_in_words,
)
from boekbrug.server.bookkeeping.rows import Rows
from boekbrug.server.bookkeeping.settings import BookYear, Settings
from boekbrug.server.bookkeeping.settling import Settled, Settling
from boekbrug.server.bookkeeping.terms import CreditNoteDue, Kind, LineKind, VatMode
from boekbrug.server.bookkeeping.texts import document_text
from boekbrug.server.bookkeeping.texts_of_law import text_of_credit_note, with_texts
from boekbrug.server.bookkeeping.timing import no_period, untimely
from boekbrug.server.bookkeeping.treatments import misfits_of, rated_in_vain
from boekbrug.server.bookkeeping.typed_vat import wrong_typed_vat
from boekbrug.server.bookkeeping.vain_discounts import vain_discounts
from boekbrug.server.bookkeeping.vat import vat_total
from boekbrug.server.wording.said import said

GROSS_MAX = Decimal("999999999.99")
"""Beyond this a total is a slip of the hand, and some programs cut it."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A document as booked, or None when something of it is missing, with every problem."""

    document: BookedDocument | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Decided:
    """What is decided of a document: its amounts, its period, and who it is booked on.

    `credited` are the numbers of the invoices that it credits, as printed.
    """

    settled: Settled
    period: AccountingPeriod
    customer: Customer
    credited: tuple[str, ...]


def post(
    document: Document, customer: Customer, settling: Settling, years: Sequence[BookYear]
) -> Posted:
    """Return the document as it is booked.

    Args:
        document: as typed.
        customer: who it is booked on, with its external ID.
        settling: the amounts of the workbook's documents, with its settings, accounts and codes.
        years: the book years; none mean calendar years.
    """
    workbook = settling.workbook
    settled = settling.of(document)
    period = accounting_period(document, workbook.settings, years)
    rows = settled.own
    problems = [*missing_accounts(document, workbook)]
    problems += missing_discount_account(document, workbook)
    problems += unfit_accounts(document, workbook)
    problems += _of_amounts(document, settled, settling)
    problems += _out_of_range(document, rows.net + rows.vat_total)
    problems += _odd_codes(document, rows)
    if period is None:
        problems.append(no_period(document, workbook.settings, years))
    else:
        problems += untimely(document, workbook)
    if period is None or any(problem.blocks for problem in problems):
        return Posted(None, tuple(problems))
    decided = _Decided(settled, period, customer, settling.printed_numbers(document))
    booked = _booked(document, settling, decided)
    clause = text_of_credit_note(document, booked.vat_total, workbook, settling.country)
    booked = replace(booked, law_text=clause)
    return Posted(replace(booked, digest=document_digest(booked)), tuple(problems))


def post_all(
    documents: Iterable[Document],
    customers: Mapping[Origin, Customer],
    settling: Settling,
    years: Sequence[BookYear],
) -> tuple[tuple[BookedDocument, ...], list[Problem]]:
    """Return the documents that can be booked, and what is wrong with any.

    Args:
        documents: as typed.
        customers: who each is booked on, by its row.
        settling: the amounts of the workbook's documents.
        years: the book years.
    """
    booked: list[BookedDocument] = []
    problems: list[Problem] = []
    for document in documents:
        problems += misfits_of(document, settling.workbook, settling.country)
        problems += rated_in_vain(document, settling.workbook)
        posted = post(document, customers[document.origin], settling, years)
        problems += posted.problems
        if posted.document:
            check_balance(posted.document)
            booked.append(posted.document)
    return tuple(booked), problems


def suggested_accounts(documents: Iterable[Document], workbook: Workbook) -> Iterator[Problem]:
    """Yield the one line that says which accounts are taken where the sheet names none."""
    found = [
        (account_of(line, document, workbook), workbook.vat_codes[line.vat_code].suggested_account)
        for document in documents
        for line in document.lines
        if not line.account and line.kind is not LineKind.TEXT and not line.is_discount
    ]
    accounts = sorted({account for account, _ in found} - {""})
    if accounts:
        count = len(found)
        is_by_codes = all(account == suggested for account, suggested in found)
        yield coded(
            "accounts-suggested",
            tab=said("place invoices and lines"),
            column="Account",
            severity=Severity.WARNING,
            lines=said("one line") if count == 1 else said("lines counted", count=count),
            accounts=listed_in_words(accounts),
            why=said("accounts by codes" if is_by_codes else "accounts by others"),
        )


def _of_amounts(document: Document, settled: Settled, settling: Settling) -> Iterator[Problem]:
    """Yield what is wrong with the amounts; cents that come of a wrong typed VAT are not."""
    workbook = settling.workbook
    wrong = tuple(wrong_typed_vat(document, workbook))
    yield from wrong
    yield from vain_discounts(document, settled.agreed.computed, workbook, settling.country)
    yield from (one for one in settled.problems if not (wrong and one.code == OF_CENTS))


def _booked(document: Document, settling: Settling, decided: _Decided) -> BookedDocument:
    settings, customer = settling.workbook.settings, decided.customer
    settled, rows = decided.settled, decided.settled.rows
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
        period=decided.period.number,
        book_year=decided.period.year.code,
        customer=customer,
        text=document.description or _own_text(document, decided.credited, settings),
        reference=document.reference,
        receivable_account=customer.receivable_account or settings.receivable_account,
        revenue=rows.revenue,
        vat=with_texts(rows.vat, document, settling.workbook, settling.country),
        net=rows.net,
        vat_total=rows.vat_total,
        gross=rows.net + rows.vat_total,
        vat_mode=settled.agreed.mode,
        sold_to="" if customer.key == document.customer else document.customer,
        credits=decided.credited,
        supplied_from=document.supplied_from,
        supplied_on=document.supplied_on,
        your_reference=document.your_reference,
        cash_discount=document.cash_discount,
        foreign=_foreign(document, settled.own),
        delivery_country=document.delivery_country,
        cost_centre=document.cost_centre,
        vat_day=first_day(document.period) if document.period else None,
        cents=_cent_facts(settled, settings.vat_mode_on(document.issued_on)),
        crediting=settled.crediting,
        analytical=analytical_rows(document, settled.agreed, settling.workbook, rows.revenue),
    )


def _own_text(document: Document, credited: Sequence[str], settings: Settings) -> str:
    return document_text(document.kind, document.number, settings.language, credited)


def journal_of(kind: Kind, settings: Settings) -> str:
    """Return the journal of the kind."""
    return settings.invoice_journal if kind is Kind.INVOICE else settings.credit_note_journal


def _foreign(document: Document, rows: Rows) -> ForeignAmounts | None:
    """Return the document's own amounts, when they are foreign."""
    currency = document.currency
    if currency is None:
        return None
    net, vat = rows.net, rows.vat_total
    return ForeignAmounts(
        currency=currency.code, rate=currency.rate, net=net, vat_total=vat, gross=net + vat
    )


def _cent_facts(settled: Settled, by_settings: VatMode) -> CentFacts:
    agreed = settled.agreed
    alone, mode = agreed.as_computed, agreed.mode
    return CentFacts(
        by_settings=by_settings,
        on_lines={name: code.vat(VatMode.ON_LINES) for name, code in alone.items()},
        on_total={name: code.vat(VatMode.ON_TOTAL) for name, code in alone.items()},
        remainder=agreed.remainder,
        printed=agreed.computed.vat(mode) - vat_total(alone, mode) - agreed.remainder,
        unsettled=agreed.unsettled,
        settled_codes=settled.settled_codes,
        converted=settled.converted,
    )


def _due_on(document: Document, customer: Customer, settings: Settings) -> date:
    """Return the due date as typed, else by the terms; a credit note's by the rule of Settings."""
    if document.due_on:
        return document.due_on
    by_terms = settings.credit_note_due is CreditNoteDue.BY_TERMS
    if document.kind is Kind.CREDIT_NOTE and not by_terms:
        return document.issued_on
    terms = parse_terms(customer.payment_terms or settings.default_payment_terms)
    return due_on(document.issued_on, terms) if terms else document.issued_on


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


def _odd_codes(document: Document, rows: Rows) -> Iterator[Problem]:
    """Yield the warning of a VAT code below zero in a document that is not (rule B14)."""
    if rows.net + rows.vat_total < ZERO:
        return
    for row in rows.vat:
        if row.base < ZERO:
            yield coded_at(
                document.origin,
                "VAT",
                "vat-code-below-zero",
                severity=Severity.WARNING,
                vat_code=row.vat_code,
                base=row.base,
            )
