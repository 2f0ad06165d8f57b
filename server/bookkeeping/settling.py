"""What each document of a workbook comes to, credit notes in the light of what they credit (B7).

A credit note that names its invoice credits no more than was invoiced, code by code; the one that
completes the crediting takes what is left, so that the customer ends at 0.00. What an export
holds counts with the amounts that it told, in whatever workbook it stood.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import CreditFacts
from boekbrug.server.bookkeeping.computing import Computed, compute, exact_by_code
from boekbrug.server.bookkeeping.credit_amounts import (
    Amounts,
    Credited,
    Known,
    amounts_of,
    less,
    total,
)
from boekbrug.server.bookkeeping.crediting import Crediting, Group
from boekbrug.server.bookkeeping.facts import known_by
from boekbrug.server.bookkeeping.history import History
from boekbrug.server.bookkeeping.model import Document, DocumentKey, Printed, Workbook
from boekbrug.server.bookkeeping.overcrediting import others_invoices, strangers, too_much
from boekbrug.server.bookkeeping.printed import Agreed, agree
from boekbrug.server.bookkeeping.problems import Problem
from boekbrug.server.bookkeeping.remainders import remainders, remainders_in_books
from boekbrug.server.bookkeeping.remains import (
    ROUNDING,
    Remains,
    completing,
    in_the_books,
    on_their_accounts,
    with_remains,
)
from boekbrug.server.bookkeeping.rows import Rows, in_book_currency, make_rows

NO_PAST = History()
NEVER = Known(amounts=Amounts())
"""In the place of a credit note that nobody knows: none is counted without its amounts."""


def document_order(document: Document) -> tuple[date, str, int, int, str]:
    """Return (date, series, number), the number as a number where it is one."""
    key = document.key
    return document.issued_on, key.series, document.year, document.sequence, key.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A document's amounts, its rows, and what is wrong with them.

    `own` are its rows in its own currency, `rows` those in the currency of the books.
    `settled_codes` are the VAT codes of which the rows are what the credited invoices leave there,
    `converted` what the document came to before; None where nothing was converted.
    """

    agreed: Agreed
    own: Rows
    rows: Rows
    crediting: CreditFacts
    problems: tuple[Problem, ...]
    settled_codes: tuple[str, ...] = ()
    converted: Decimal | None = None


@dataclass(slots=True)
class _Light:
    """What is found of a credit note by its invoices."""

    remains: Remains | None = None
    problems: list[Problem] = field(default_factory=list)


class Settling:
    """The amounts of a workbook's documents; each is computed once, when it is asked for."""

    def __init__(
        self,
        workbook: Workbook,
        country: str,
        history: History = NO_PAST,
        taken: Iterable[Document] = (),
    ) -> None:
        """Know every document, and which credit notes name which invoice.

        Args:
            workbook: one of the dossier's.
            country: the seller's.
            history: what its records hold.
            taken: the documents that an export takes: they count as they are in the sheet.
        """
        self.workbook = workbook
        self.country = country
        self._history = history
        self._taken = frozenset(one.key for one in taken)
        self._settled: dict[DocumentKey, Settled] = {}
        self._known: dict[DocumentKey, Known | None] = {}
        self._credited: dict[tuple[DocumentKey, ...], Credited] = {}
        self._documents = {one.key: one for one in workbook.documents}
        self._crediting = Crediting(workbook, history, self._taken)

    def of(self, document: Document) -> Settled:
        """Return the document's amounts, and what is wrong with them."""
        if document.key not in self._settled:
            self._settled[document.key] = self._settle(document)
        return self._settled[document.key]

    def printed_numbers(self, document: Document) -> tuple[str, ...]:
        """Return the numbers of the invoices that a credit note credits, as they were printed.

        One that this workbook does not hold is told by the spelling that it is known by.
        """
        return self._numbers(document.credits)

    def _numbers(self, keys: Iterable[DocumentKey]) -> tuple[str, ...]:
        known = self._documents
        return tuple(known[key].number if key in known else key.number for key in keys)

    def known(self, key: DocumentKey) -> Known | None:
        """Return how a document counts: as its export told it, else as the sheet says."""
        if key not in self._known:
            self._known[key] = self._how_known(key)
        return self._known[key]

    def _how_known(self, key: DocumentKey) -> Known | None:
        past = self._history.exported.get(key)
        stored = known_by(past.facts, past.net) if past and key not in self._taken else None
        typed = self._documents.get(key)
        if typed is None or (stored and stored.currency is not None):
            return stored
        settled, currency = self.of(typed), typed.currency
        return Known(
            amounts=amounts_of(settled.rows.revenue, settled.rows.vat, settled.crediting),
            currency=currency.code if currency else "",
            rate=currency.rate if currency else None,
        )

    def _settle(self, document: Document) -> Settled:
        alone = compute(document, self.workbook, self.country)
        settings = self.workbook.settings
        mode = settings.vat_mode_on(document.issued_on)
        typed = self._alone(document, alone)
        if not document.credits:
            return typed
        light = self._light(document, typed)
        computed, remains = alone, light.remains
        if remains is not None:
            own = amounts_of(typed.own.revenue, typed.own.vat, typed.crediting)
            computed = with_remains(alone, own, remains, mode)
        agreed = agree(document, computed, alone, settings, self.country)
        agreed = replace(agreed, as_computed=alone.by_code)
        crediting = replace(
            typed.crediting,
            credits=document.credits,
            typed_revenue=typed.rows.revenue,
            typed_vat=typed.rows.vat,
        )
        settled = self._with_rows(document, agreed, crediting, remains)
        return replace(settled, problems=(*light.problems, *settled.problems))

    def _alone(self, document: Document, alone: Computed) -> Settled:
        """Return the document as if it named no invoices."""
        agreed = agree(document, alone, alone, self.workbook.settings, self.country)
        facts = CreditFacts(
            exact=exact_by_code(alone, self.workbook), is_spread=_is_spread(document)
        )
        agreed = replace(agreed, as_computed=alone.by_code)
        return self._with_rows(document, agreed, facts, None)

    def _with_rows(
        self, document: Document, agreed: Agreed, crediting: CreditFacts, remains: Remains | None
    ) -> Settled:
        """Return the document with its rows in both currencies."""
        found: list[Problem] = []
        if remains is not None:
            agreed = _with_rounding(document, agreed, remains)
            found += remainders(document, agreed, remains)
            unsettled = sum(
                (remains.left.vat[code].own - agreed.computed.by_code[code].vat(agreed.mode))
                for code in remains.codes
            )
            agreed = replace(agreed, unsettled=ZERO + unsettled)
        own = make_rows(document, agreed, self.workbook)
        if remains is not None:
            own = on_their_accounts(own, remains, self.workbook.vat_codes)
        settled = Settled(
            agreed=agreed,
            own=own,
            rows=own,
            crediting=crediting,
            problems=(*found, *agreed.problems),
        )
        return self._in_books(document, settled, remains)

    def _in_books(self, document: Document, settled: Settled, remains: Remains | None) -> Settled:
        if document.currency is None:
            return settled
        rows = in_book_currency(settled.own, document.currency.rate)
        if remains is None or not remains.is_same_rate:
            return replace(settled, rows=rows)
        left, codes = in_the_books(rows, remains)
        more = remainders_in_books(document, rows, left, codes)
        return replace(
            settled,
            rows=left,
            problems=(*settled.problems, *more),
            settled_codes=codes,
            converted=rows.net + rows.vat_total,
        )

    def _light(self, document: Document, typed: Settled) -> _Light:
        """Return what the invoices leave to a credit note, and what is wrong with the two."""
        group = self._crediting.group_of(document)
        invoices = {key: self.known(key) for key in group.invoices}
        light = _Light(problems=[*strangers(document, invoices, self._documents)])
        light.problems += others_invoices(document, self.workbook, self._history, self._documents)
        credited = self._credited_by(group)
        if any(problem.blocks for problem in light.problems):
            return light
        remains = _remains(document, invoices.values(), credited)
        if remains is None:
            return light
        own = amounts_of(typed.own.revenue, typed.own.vat, typed.crediting)
        light.problems += too_much(document, own, remains, self._numbers(group.invoices))
        if not any(problem.blocks for problem in light.problems):
            light.remains = completing(remains, own)
        return light

    def _credited_by(self, group: Group) -> Credited:
        """Return what was credited before; a long row of credit notes is added up once."""
        before = self._credited.get(group.invoices, Credited())
        done = len(before.notes)
        if group.notes[:done] != before.notes:
            before, done = Credited(), 0
        for key in group.notes[done:]:
            before = before.and_by(key, self.known(key) or NEVER)
        self._credited[group.invoices] = before
        return before


def _remains(
    document: Document, invoices: Collection[Known | None], credited: Credited
) -> Remains | None:
    """Return what invoices leave after the credit notes on them; None where one is not known."""
    currency = document.currency
    known = [one for one in invoices if one is not None]
    currencies = {one.currency for one in known} | credited.currencies
    own = {currency.code} if currency else {"", None}
    if len(known) < len(invoices) or currencies - own:
        return None
    invoiced = total(one.amounts for one in known)
    rates = {one.rate for one in known} | credited.rates
    return Remains(
        invoiced=invoiced,
        left=less(invoiced, credited.amounts),
        is_same_rate=rates <= {currency.rate if currency else None},
    )


def _is_spread(document: Document) -> bool:
    offered = document.cash_discount
    return bool(document.discount_amount or (offered and offered.amount))


def _with_rounding(document: Document, agreed: Agreed, remains: Remains) -> Agreed:
    """Return the amounts with what is left of rounding, where the paper says nothing of its own."""
    says_nothing = document.printed == Printed() and not document.payable_rounding
    if not remains.is_whole or not says_nothing:
        return agreed
    return replace(agreed, rounding=remains.left.net_of(ROUNDING).own)
