"""Whether the accounts of a document's lines may be booked on so."""

from collections.abc import Iterator

from boekbrug.server.bookkeeping.books import Account, is_valid
from boekbrug.server.bookkeeping.computing import account_of
from boekbrug.server.bookkeeping.model import Document, Line, Workbook
from boekbrug.server.bookkeeping.problems import Problem, Severity, coded, coded_at
from boekbrug.server.bookkeeping.terms import AccountKind, LineKind
from boekbrug.server.wording.said import word

SPECIAL_KINDS = {
    LineKind.DEPOSIT: AccountKind.DEPOSIT,
    LineKind.DISBURSEMENT: AccountKind.DISBURSEMENT,
}
"""The lines that are no revenue, and the kind of account that they belong on (rule B13)."""

NOT_FOR_LINES = frozenset({AccountKind.RECEIVABLE, AccountKind.VAT})
"""What the rows of the customer and of the VAT are booked on, and no line is."""


def missing_accounts(document: Document, workbook: Workbook) -> Iterator[Problem]:
    """Yield a problem for each amount that nothing says an account for."""
    for line in document.lines:
        if line.kind is LineKind.TEXT or account_of(line, document, workbook):
            continue
        if line.is_discount:
            yield _no_discount_account(workbook)
        else:
            yield coded_at(line.origin, "Account", "account-missing")


def missing_discount_account(document: Document, workbook: Workbook) -> Iterator[Problem]:
    """Yield the problem of a discount on a whole document that nothing says an account for."""
    has_discount = document.discount_percent or document.discount_amount
    lines = [line for line in document.lines if line.kind is not LineKind.TEXT]
    accounts = (workbook.vat_codes[line.vat_code].discount_account for line in lines)
    if has_discount and not workbook.settings.discount_account and not all(accounts):
        yield _no_discount_account(workbook)


def unfit_accounts(
    document: Document, workbook: Workbook, unread: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Yield what does not fit between a document's lines and their accounts.

    Args:
        document: as typed.
        workbook: for accounts, codes and settings.
        unread: the attributes of the document that could not be read.
    """
    for line in document.lines:
        if line.kind is LineKind.TEXT:
            continue
        account = workbook.accounts.get(account_of(line, document, workbook))
        if account:
            yield from _unfit(line, account, document, unread)


def _unfit(
    line: Line, account: Account, document: Document, unread: frozenset[str]
) -> Iterator[Problem]:
    if account.allowed_vat_codes and line.vat_code not in account.allowed_vat_codes:
        yield coded_at(
            line.origin,
            "VAT",
            "vat-code-not-for-account",
            vat_code=line.vat_code,
            account=account.number,
            codes=account.allowed_vat_codes,
        )
    has_cost_centre = line.cost_centre or document.cost_centre or "cost_centre" in unread
    if account.cost_centre_required and not has_cost_centre:
        yield coded_at(line.origin, "Cost centre", "cost-centre-missing", account=account.number)
    day = document.issued_on
    if "issued_on" not in unread and not is_valid(account, day):
        yield coded_at(
            line.origin,
            "Account",
            "account-not-valid",
            account=account.number,
            day=day,
            row=account.origin.row,
            title=account.origin.tab,
        )
    yield from _unfit_kind(line, account)


def _unfit_kind(line: Line, account: Account) -> Iterator[Problem]:
    if account.kind in NOT_FOR_LINES:
        yield coded_at(
            line.origin,
            "Account",
            "account-not-for-lines",
            account=account.number,
            account_kind=word("choice", account.kind.value),
            row=account.origin.row,
            title=account.origin.tab,
        )
        return
    kind = SPECIAL_KINDS.get(line.kind)
    if kind and account.kind is not kind:
        yield coded_at(
            line.origin,
            "Account",
            "account-of-other-kind",
            severity=Severity.WARNING,
            account=account.number,
            line_kind=word("choice", line.kind.value),
        )


def _no_discount_account(workbook: Workbook) -> Problem:
    return coded("discount-account-missing", tab=workbook.settings.tab, column="Discount account")
