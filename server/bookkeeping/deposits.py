"""Deposits: what a customer's documents take off of what was invoiced before (rule B13).

Nothing names the deposit that a final invoice deducts. What is known is counted: per customer,
account of kind deposit, VAT code and currency what was invoiced, by the documents of the sheet and
by earlier exports, and what was taken off again. More than was invoiced is a warning and no error,
because a deposit that was booked before Boekbrug is not known here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch, OpenDeposit
from boekbrug.server.bookkeeping.computing import account_of
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Workbook
from boekbrug.server.bookkeeping.payers import holding, stand_in
from boekbrug.server.bookkeeping.problems import Origin, Problem, Severity, coded_at
from boekbrug.server.bookkeeping.settings import Period
from boekbrug.server.bookkeeping.settling import Settling
from boekbrug.server.bookkeeping.terms import AccountKind, Kind, LineKind


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where deposits are counted: `owner` is the customer's number, else the name in one case."""

    owner: str
    account: str
    vat_code: str
    currency: str


@dataclass(slots=True)
class _Sums:
    """What was invoiced of one place, and what was taken off again."""

    invoiced: Decimal = ZERO
    deducted: Decimal = ZERO

    @property
    def left(self) -> Decimal:
        return self.invoiced - self.deducted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Movement:
    """What one document does to one place; `document` is None for one of an earlier export.

    `net` is as typed: of a credit note too it is positive where it credits a deposit.
    """

    issued_on: date
    kind: Kind
    place: Place
    net: Decimal
    document: Document | None

    @property
    def is_less(self) -> bool:
        """Whether less is left afterwards."""
        return self.kind.sign * self.net < ZERO

    def counted(self, sums: _Sums) -> None:
        """Add it: a negative line deducts, a positive one is the deposit itself."""
        if self.net > ZERO:
            sums.invoiced += self.kind.sign * self.net
        else:
            sums.deducted -= self.kind.sign * self.net


@dataclass(slots=True)
class Deposits:
    """The deposits of a dossier by the end of a period."""

    sums: dict[Place, _Sums] = field(default_factory=lambda: defaultdict(_Sums))
    names: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def open(self) -> tuple[OpenDeposit, ...]:
        """Return what is not deducted yet, by customer."""
        found = (
            OpenDeposit(
                customer=self.names[place.owner],
                account=place.account,
                vat_code=place.vat_code,
                currency=place.currency,
                invoiced=sums.invoiced,
                deducted=sums.deducted,
            )
            for place, sums in sorted(self.sums.items())
            if sums.left > ZERO
        )
        return tuple(sorted(found, key=lambda one: one.customer.casefold()))

    def in_batch(self, batch: Batch | None) -> Batch | None:
        """Return the batch with them."""
        return batch and replace(batch, open_deposits=self.open())


def deposits_of(
    settling: Settling, history: History, period: Period, taken: Iterable[Document]
) -> Deposits:
    """Return the deposits, with a warning for each document that takes off more than there is.

    Args:
        settling: the amounts of the workbook's documents.
        history: the earlier exports, for documents that the sheet lacks.
        period: later documents do not count.
        taken: the documents of this export, the only ones to warn of.
    """
    deposits = Deposits()
    workbook = settling.workbook
    if not any(one.kind is AccountKind.DEPOSIT for one in workbook.accounts.values()):
        return deposits
    recorded = {key.casefold(): number for number, key in history.external_ids.items()}
    counted = [one for one in workbook.documents if _counts(one, workbook)]
    movements = [
        *_exported(history, {one.key for one in counted}, deposits),
        *(found for one in counted for found in _typed(one, settling, recorded, deposits)),
    ]
    watched = {document.key for document in taken}
    # Of one day, what is invoiced comes before what takes it off.
    for one in sorted(movements, key=lambda one: (one.issued_on, one.is_less)):
        if one.issued_on <= period.last:
            if one.document and one.document.key in watched and one.is_less:
                deposits.problems += _too_much(one, one.document, deposits, workbook)
            one.counted(deposits.sums[one.place])
    return deposits


def _counts(document: Document, workbook: Workbook) -> bool:
    """Whether a document is neither on hold nor a draft, and touches an account of deposits."""
    customer = workbook.customers[document.customer]
    held = document.hold or document.is_draft or holding(customer, workbook)
    lines = [line for line in document.lines if line.kind is not LineKind.TEXT]
    accounts = (workbook.accounts.get(account_of(line, document, workbook)) for line in lines)
    return not held and AccountKind.DEPOSIT in (account.kind for account in accounts if account)


def _typed(
    document: Document, settling: Settling, recorded: dict[str, str], deposits: Deposits
) -> Iterator[_Movement]:
    """Yield what a document of the sheet does, in its own currency."""
    workbook = settling.workbook
    payer = stand_in(workbook.customers[document.customer], workbook)
    name = payer.key.casefold()
    owner = payer.external_id or recorded.get(name, name)
    deposits.names[owner] = payer.key
    currency = document.currency.code if document.currency else ""
    for row in settling.of(document).own.revenue:
        if row.is_deposit:
            yield _Movement(
                issued_on=document.issued_on,
                kind=document.kind,
                place=Place(owner, row.account, row.vat_code, currency),
                net=row.net,
                document=document,
            )


def _exported(history: History, here: set[DocumentKey], deposits: Deposits) -> Iterator[_Movement]:
    """Yield what the exported documents do that the sheet lacks, as far as it is remembered."""
    for key, past in history.exported.items():
        if key not in here:
            for account, vat_code, currency, net in past.facts.get("deposits", ()):
                owner = past.external_id
                deposits.names.setdefault(owner, history.external_ids.get(owner, owner))
                yield _Movement(
                    issued_on=past.issued_on,
                    kind=key.kind,
                    place=Place(owner, account, vat_code, currency),
                    net=Decimal(net),
                    document=None,
                )


def _too_much(
    one: _Movement, document: Document, deposits: Deposits, workbook: Workbook
) -> Iterator[Problem]:
    """Yield the warning of a document that takes off more than is left of a place."""
    sums = deposits.sums[one.place]
    if abs(one.net) <= sums.left:
        return
    others = _open_elsewhere(one.place, deposits)
    code = "deposit-taken-off-too-much"
    if sums.left <= ZERO and others:
        code = "deposit-under-other-code"
    elif not sums.invoiced:
        code = "deposit-unknown"
    yield coded_at(
        _origin(document, one.place, workbook),
        "VAT" if code == "deposit-under-other-code" else "Account",
        code,
        severity=Severity.WARNING,
        amount=abs(one.net),
        account=one.place.account,
        vat_code=one.place.vat_code,
        customer=deposits.names[one.place.owner],
        invoiced=sums.invoiced,
        done=sums.deducted,
        left=sums.left,
        codes=others,
    )


def _open_elsewhere(place: Place, deposits: Deposits) -> tuple[str, ...]:
    """Return the other VAT codes under which the customer has a deposit on the account."""
    return tuple(
        other.vat_code
        for other, sums in sorted(deposits.sums.items())
        if replace(other, vat_code=place.vat_code) == place and sums.left > ZERO
    )


def _origin(document: Document, place: Place, workbook: Workbook) -> Origin:
    """Return the line that takes it off, of several the first."""
    lines = (
        line.origin
        for line in document.lines
        if line.vat_code == place.vat_code and account_of(line, document, workbook) == place.account
    )
    return next(lines, document.origin)
