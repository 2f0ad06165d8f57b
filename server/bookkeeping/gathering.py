"""From booked documents to the batch that every program module is told."""

from collections.abc import Iterable, Mapping

from boekbrug.server.bookkeeping.booking import Batch, BookedDocument, BookedVatCode
from boekbrug.server.bookkeeping.books import Customer
from boekbrug.server.bookkeeping.digests import customer_digest
from boekbrug.server.bookkeeping.earlier import earlier_documents
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Workbook
from boekbrug.server.bookkeeping.periods import vat_period_of
from boekbrug.server.bookkeeping.plan import Plan
from boekbrug.server.bookkeeping.posting import journal_of
from boekbrug.server.bookkeeping.replacing import as_before
from boekbrug.server.bookkeeping.settings import Dossier, Period, book_years_of
from boekbrug.server.bookkeeping.terms import CustomerExport, Kind, Treatment
from boekbrug.server.bookkeeping.vat import WITHOUT_VAT, rate_of


def gather(
    booked: tuple[BookedDocument, ...],
    workbook: Workbook,
    dossier: Dossier,
    history: History,
    period: Period,
    *,
    replaces: int = 0,
) -> Batch:
    """Return the batch of the booked documents; program codes are filled in per program."""
    years = book_years_of(workbook.settings, dossier)
    earlier = tuple(earlier_documents(booked, history, years))
    if replaces:
        history = as_before(history, replaces)
    _, _, is_by_quarter = vat_period_of(period.first, workbook.settings)
    used = dict.fromkeys(row.vat_code for document in booked for row in document.vat)
    return Batch(
        number=history.next_batch,
        dossier=dossier,
        period=period,
        language=workbook.settings.language,
        documents=booked,
        customers=_customers_to_write(booked, workbook.settings.customer_export, history),
        account_names=_account_names(booked, workbook),
        vat_codes={code: _booked_code(workbook, code) for code in used},
        account_length=workbook.settings.account_length,
        periods=workbook.settings.periods,
        monthly_return=not is_by_quarter,
        replaces=replaces,
        earlier=earlier,
        receivable_account=workbook.settings.receivable_account,
    )


def _account_names(booked: Iterable[BookedDocument], workbook: Workbook) -> dict[str, str]:
    """Return the names of all accounts that the documents use, by number; '' for an unknown one."""
    used = {
        account
        for document in booked
        for account in (
            document.receivable_account,
            *(row.account for row in document.revenue),
            *(row.account for row in document.vat),
        )
    }
    known = workbook.accounts
    return {number: known[number].name if number in known else "" for number in sorted(used)}


def journals_awaited(plan: Plan, workbook: Workbook) -> Mapping[Kind, str]:
    """Return the journals of Settings that rows of the export need and that are not booked."""
    booked = {one.origin for one in plan.batch.documents} if plan.batch else frozenset()
    waiting = {row.origin for row in plan.rows if row.selected} - booked
    kinds = [one.kind for one in workbook.documents if one.origin in waiting and not one.journal]
    unreadable = (row for row in workbook.unreadable if row.origin in waiting)
    kinds += [row.needs_journal_of for row in unreadable if row.needs_journal_of]
    return {kind: journal_of(kind, workbook.settings) for kind in dict.fromkeys(kinds)}


def _booked_code(workbook: Workbook, code: str) -> BookedVatCode:
    typed, scheme = workbook.vat_codes[code], workbook.settings.vat_scheme
    return BookedVatCode(
        code=typed.code,
        name=typed.name,
        rate=rate_of(typed, scheme),
        treatment=Treatment.SMALL_ENTERPRISE if scheme in WITHOUT_VAT else typed.treatment,
        program_code="",
        country=typed.country,
        boxes=typed.boxes,
        sales_list=typed.sales_list,
    )


def _customers_to_write(
    booked: Iterable[BookedDocument], wanted: CustomerExport, history: History
) -> tuple[Customer, ...]:
    """Return the customers of the documents that are to be written, by number."""
    customers = {document.customer.key: document.customer for document in booked}
    if wanted is CustomerExport.NONE:
        return ()
    chosen = [
        customer
        for customer in customers.values()
        if wanted is CustomerExport.ALL
        or history.customer_digests.get(customer.external_id) != customer_digest(customer)
    ]
    return tuple(
        sorted(chosen, key=lambda customer: (len(customer.external_id), customer.external_id))
    )
