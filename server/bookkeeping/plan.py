"""A plan: what an export would do. Pure data; a commit carries it out whole or refuses it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from boekbrug.server.bookkeeping.amounts import ZERO
from boekbrug.server.bookkeeping.booking import Batch
from boekbrug.server.bookkeeping.history import Closing
from boekbrug.server.bookkeeping.model import DocumentKey
from boekbrug.server.bookkeeping.problems import Origin, Problem
from boekbrug.server.bookkeeping.terms import Selection


class State(StrEnum):
    """What the sheet says of an Invoices row."""

    NEW = "new"
    ON_HOLD = "on hold"
    BEFORE_BOEKBRUG = "before Boekbrug"
    TO_FIX = "to fix"
    LEFT_OUT = "left out"
    EXPORTED = "exported"
    CHANGED = "changed"


class Origination(StrEnum):
    """How a customer came by the number."""

    GENERATED = "generated"
    TYPED = "typed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenId:
    """An external ID that the commit stores. `renamed_from` is the customer's old key or ''."""

    customer: str
    external_id: str
    origination: Origination
    renamed_from: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """The fee of one document that was never charged before; 0.00 for a credit note."""

    key: DocumentKey
    amount_eur: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """An Invoices row and why it is in or out.

    `batch` is the number of the export that holds it or 0. `in_period` is false when its date is
    known and lies outside.
    """

    origin: Origin
    number: str
    customer: str
    state: State
    selected: bool
    in_period: bool = True
    reason: str = ""
    batch: int = 0
    exported_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What is otherwise since the last export, `batch`: how many documents, and which are gone."""

    batch: int
    new: int
    changed: int
    vanished: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an export of the selection would do.

    `batch` is None when nothing is selected or an error blocks. `blocking` are the errors of the
    selection, `warnings` what it should know, `later` the problems of rows outside it;
    `following` what needs no sentence of its own, because another problem is its cause.
    `stored_batch` is the number of the batch that already holds exactly this, else 0: then
    nothing is committed, the stored bytes are delivered again. `numbers_from` is the start value
    that new numbers were counted from, None when there are none. `digest` is what a check shows
    and an export may carry. `parameters` are, per program, the label and text of what was used.
    `customer_digests` are those of `batch.customers`, `customer_fields` the same by field.
    `has_fee` is false where nobody ever pays. `since` is None before the first export.
    `replaces` is the number of the export that this one takes the place of, 0 for none.
    `rewritten` is how many customers are written again because Settings ask for all of them.
    `merged` maps the number of each customer that this export is the first to book on another to
    the number of that one.
    `closing` is the record of closed books as the plan found it, `closes_up_to` the later day
    that its commit adds, None for none.
    """

    selection: Selection
    batch: Batch | None
    rows: tuple[RowState, ...]
    given_ids: tuple[GivenId, ...] = ()
    numbers_from: int | None = None
    charges: tuple[Charge, ...] = ()
    fee: Decimal = ZERO
    has_fee: bool = True
    blocking: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    later: tuple[Problem, ...] = ()
    following: tuple[Problem, ...] = ()
    stored_batch: int = 0
    content_digest: str = ""
    digest: str = ""
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    customer_digests: Mapping[str, str] = field(default_factory=dict)
    customer_fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    since: Since | None = None
    replaces: int = 0
    rewritten: int = 0
    merged: Mapping[str, str] = field(default_factory=dict)
    closing: Closing | None = None
    closes_up_to: date | None = None


def with_problems(plan: Plan, problems: Iterable[Problem]) -> Plan:
    """Return the plan with more problems, each where it belongs."""
    found = list(problems)
    return replace(
        plan,
        blocking=plan.blocking + tuple(problem for problem in found if problem.blocks),
        warnings=plan.warnings + tuple(problem for problem in found if not problem.blocks),
    )
