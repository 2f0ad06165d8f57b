"""What the records hand out: plain frozen rows, bound to no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from boekbrug.server.bookkeeping.settings import Dossier, Period
from boekbrug.server.bookkeeping.terms import Selection
from boekbrug.server.bookkeeping.told import NEVER_TOLD, LastTold

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A part of a list; `next` is the cursor of the part after it, None at the end."""

    items: tuple[Item, ...]
    next: int | None


class Action(StrEnum):
    """What a press asks for."""

    SET_UP = "set-up"
    ADD_COLUMN = "add-column"
    CHECK = "check"
    REHEARSE = "rehearse"
    EXPORT = "export"


def file_name(title: str, location: str) -> str:
    """Return what people call a file: its title, else the last part of its place.

    >>> file_name("Sales 2026", "1aB2"), file_name("", "/sheets/acme.xlsx")
    ('Sales 2026', 'acme.xlsx')
    """
    return title or location.rpartition("/")[2]


class RunState(StrEnum):
    """Where a run is; the last four are its ends."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"
    UNFINISHED = "unfinished"

    @property
    def is_open(self) -> bool:
        """Whether the run still goes on."""
        return self in {RunState.WAITING, RunState.RUNNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who shares a wallet."""

    id: int
    key: str
    name: str
    credit_limit: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookEntry:
    """An attached workbook: where it is, where its files go, and whose it is.

    `lines_estimate` is the number of rows that its last run read; None when none has. `title` is
    what people call the file, '' when nobody said. Presses are signed by the workbook's secret
    where `hmac_allowed`; where `audience`, the client id of its script, is not '', they may be
    proven by the identity of somebody at `addresses` ("an@acme.example", "@acme.example"). A
    test copy never exports, and neither does a workbook that another goes on from:
    `continued_by` is the title of that one, '' when there is none. `language` is that of Settings
    as its last run read it, '' before the first. `told` is what its last run wrote into tab
    Invoices.
    """

    id: str
    dossier_id: int
    dossier: Dossier
    team: Team
    kind: str
    location: str
    folder: str
    secret_version: int
    lines_estimate: int | None
    title: str = ""
    hmac_allowed: bool = True
    audience: str = ""
    addresses: tuple[str, ...] = ()
    is_test: bool = False
    continued_by: str = ""
    language: str = ""
    told: LastTold = NEVER_TOLD

    @property
    def name(self) -> str:
        """What people call the file."""
        return file_name(self.title, self.location)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectCode:
    """A code that connects one file, once: for whom, until when, and what became of it.

    `folder` is where the file's exports will go, '' when nobody chose. `keeps_numbers` says that
    the accountant's numbers in the file are the dossier's. `used_for` is the title of the file
    that it connected, `workbook_id` that file's id; both '' and `used_at` None before that.
    """

    id: int
    dossier_id: int
    dossier: Dossier
    addresses: tuple[str, ...]
    folder: str
    keeps_numbers: bool
    expires_at: datetime
    used_at: datetime | None
    used_by: str
    used_for: str
    workbook_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """What was asked: `plan` is the digest of the plan that the person saw, or ''.

    `documents` are the numbers of the only documents that it is about, none for all of them;
    `hold` those that the run puts on hold and leaves out. `replaces` is the number of the export
    that this one takes the place of, 0 for none, and `not_imported` somebody's word that the
    accountant has not imported that; `all_customers` the word that customers may all be written
    again. `tab` and `header` name a column to be added, both '' in
    every other request.
    """

    period: Period
    selection: Selection = Selection.NEW
    plan: str = ""
    documents: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()
    replaces: int = 0
    not_imported: bool = False
    all_customers: bool = False
    tab: str = ""
    header: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One execution of an action: what people see of it.

    `code` is the short code that people quote ("R-7F3KQ9"). `stage` is in words. `sentence` says
    how it ended, `result` holds small figures, and what a check asks the accountant: no plan, no
    bytes. `conclusion` is how an open run will end once its sheet has been told, None before
    that is known.
    """

    id: str
    code: str
    workbook_id: str
    dossier_id: int
    action: Action
    request: RunRequest
    pressed_by: str
    state: RunState
    stage: str
    percent: int
    sentence: str
    result: Mapping[str, Any]
    created_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None
    conclusion: RunState | None = None
    batch_id: int | None


@dataclass(frozen=True, slots=True)
class Pressed:
    """The answer to a press: the run, and whether it was there already."""

    run: Run
    already_running: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDetail:
    """One document of a run, as the page and the sheet show it (kept 90 days).

    `key` maps English header to cell text: how the row is found again. `row` is the row in tab
    Invoices. `cents` says where its cents are, '' when it has none to explain.
    """

    row: int
    number: str
    kind: str
    issued_on: str
    customer: str
    net: Decimal
    vat: Decimal
    gross: Decimal
    state: str
    selected: bool
    reason: str
    batch: int
    exported_on: str
    digest: str
    key: Mapping[str, str] = field(default_factory=dict)
    cents: str = ""


FOLLOWING = "following"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDetail:
    """One problem of a run: `weight` is "blocking", "warning" or "later"; one entry a sentence.

    One that follows from another has the weight `FOLLOWING`: its rows show it, no list does.

    `sentence` is the whole of it, `finding` the same without its place. `rows` are the rows that
    it stands on; `keys` for each of them how the row is found again.
    """

    weight: str
    tab: str
    rows: tuple[int, ...]
    column: str
    found: str
    allowed: str
    cure: str
    sentence: str
    finding: str
    keys: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SeenTitles:
    """What a workbook and its tabs were called when somebody looked; `seen_at` in UTC."""

    name: str
    tabs: tuple[str, ...]
    seen_at: datetime
